#pragma once

#include "policy/PolicyReader.h"

namespace reviewdesk {

/// A pack and the file it stands in.
struct ShelvedPolicy {
    QString path;
    PolicyReading reading;
};

/// Reads and checks a pack by the schema of `resources`.
PolicyReading readPolicyIn(const QByteArray &pack, const QString &resources);
/// Reads and checks the pack in a file by the schema of `resources` (":" for the one compiled in). A file that cannot
/// be read, or has more than the reader takes, is one problem with the path as its place.
PolicyReading readPolicyFile(const QString &path, const QString &resources);

/// All packs in `resources`/policies, by path.
QList<ShelvedPolicy> shelvedPolicies(const QString &resources);

} // namespace reviewdesk
