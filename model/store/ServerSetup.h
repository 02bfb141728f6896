#pragma once

#include "store/Database.h"
#include "store/ServerAddress.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// Makes a workspace on a PostgreSQL server, as its administrator: the database, the roles that own it and its groups
/// (NAME_owner, NAME_staff, NAME_nurse, NAME_physician, NAME_supervisor), schema, settings and the first account, a
/// supervisor. From then on every account is a login role of that server, and the administrator's password is needed
/// only to bring a newer schema.
class ServerSetup {
public:
    /// Somebody who may make databases and roles there.
    struct Administrator {
        QString login;
        QByteArray password; ///< UTF-8
    };
    /// Opened as the first supervisor. What fails leaves nothing there. Errors: `not_empty` (there is a database or a role of that name),
    /// those of ServerDatabase and Workspace.
    static Result<std::unique_ptr<Workspace>> create(const ServerAddress &address, const Administrator &administrator,
        const NewUser &firstSupervisor, const WorkspaceSettings &settings, std::shared_ptr<const Rulebook> rulebook,
        const Clock &clock, const KeyCost &cost);
    /// Brings the schema and the workflow's table of an earlier program to this one's, then the kept due dates to this one's
    /// rules of time, which no account may do. Errors: `no_workspace`, those of Migrator, `stopped` by `progress` (the due dates
    /// are then as they were).
    static Result<void> upgrade(const ServerAddress &address, const Administrator &administrator,
        std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Workspace::Progress &progress = {});

    /// The database as its owner, who is nobody's account.
    static Result<std::unique_ptr<Database>> asOwner(const ServerAddress &address, const Administrator &administrator);
    /// Roles, database and schema without an account yet, then what `fill` puts there; all of it or nothing.
    static Result<void> prepare(const ServerAddress &address, const Administrator &administrator,
        const std::function<Result<void>(std::unique_ptr<Database>)> &fill);
};

} // namespace reviewdesk
