#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk backup`: a verified copy of a workspace while it is in use.
class BackupVerb final : public Verb {
public:
    QString name() const override { return QStringLiteral("backup"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
