#pragma once

#include "store/Workspace.h"

namespace reviewdesk {

class Database;

/// A case as it stands, in as few words as a look at all of them needs.
struct WalkedCase {
    QString caseId;
    QString number;
    Status status = Status::Draft;
    QString memberName;
    QString memberId;
    QMap<QString, GivenAnswer> facts; ///< of the current round, hidden ones too

    friend bool operator==(const WalkedCase &, const WalkedCase &) = default;
};

/// Every case, one after the other: none is kept. All of one state of the database. `progress`: cases shown, cases in
/// all; false ends it with `stopped`.
Result<void> walkCases(Database &database, const Workspace::CaseVisitor &visit, const Workspace::Progress &progress);

} // namespace reviewdesk
