#pragma once

#include "store/AuditLog.h"
#include "store/CaseRepository.h"
#include "store/Database.h"
#include "store/Keyring.h"
#include "store/LetterRepository.h"
#include "store/Uuid7.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// What an open workspace is made of.
struct Workspace::Parts {
    QString directory;
    Keyring keyring;
    Secret databaseKey;
    std::unique_ptr<Database> database;
    std::shared_ptr<const Rulebook> rulebook;
    const Clock &clock;
    UserAccount user;
    Uuid7 uuids;

    QString keyFile() const { return keyFileIn(directory); }
    static QString keyFileIn(const QString &directory) { return directory + QLatin1String("/workspace.keys"); }
    QString databaseFile() const { return directory + QLatin1Char('/') + keyring.file().database; }

    Occasion occasion() const { return {user, clock.now().toUTC()}; }
    /// An entry in the workspace's own chain.
    Result<void> note(const Occasion &occasion, const QString &action, const QByteArray &changes = "[]");
    /// `work` with the cases, the letters.
    CaseRepository cases(AuditLog &audit) { return {*database, audit, uuids, *rulebook}; }
    LetterRepository letters(AuditLog &audit) { return {*database, audit, uuids, *rulebook}; }

    Result<void> openDatabase(Database::Mode mode);
    Result<void> backUpBefore(int schema);
    Result<void> fillWorkflow();
    Result<void> useZone(const QByteArray &zone);
    Result<WorkspaceSettings> settings();
    Result<void> keepSettings(const WorkspaceSettings &settings);
    /// The account row and its key slot: both or neither, save that a crash between may leave a slot without an
    /// account.
    Result<UserAccount> addUser(const NewUser &user, const KeyCost &cost, const Occasion &occasion);
    Result<void> signIn(const QString &userId, const QString &action);
};

} // namespace reviewdesk
