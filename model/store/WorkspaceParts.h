#pragma once

#include "store/AuditLog.h"
#include "store/CaseRepository.h"
#include "store/Database.h"
#include "store/DocumentRepository.h"
#include "store/Keyring.h"
#include "store/LetterRepository.h"
#include "store/ServerLink.h"
#include "store/ServerNews.h"
#include "store/Signers.h"
#include "store/Unsaved.h"
#include "store/Uuid7.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// Which files a workspace was made of when it was looked at: enough to see that another took their place.
struct WorkspaceFiles {
    quint64 keyFile = 0; ///< inode; the key file is replaced whole by every change
    qint64 keyFileChanged = 0; ///< nanoseconds
    quint64 database = 0; ///< inode

    static WorkspaceFiles at(const QString &keyFile, const QString &database); ///< 0: not there
    friend bool operator==(const WorkspaceFiles &, const WorkspaceFiles &) = default;
};

/// What an open workspace is made of.
struct Workspace::Parts {
    QString directory; ///< or the server's address
    Keyring keyring;
    Secret databaseKey;
    std::unique_ptr<Database> database;
    std::shared_ptr<const Rulebook> rulebook;
    const Clock &clock;
    UserAccount user;
    Uuid7 uuids;
    QString session = {}; ///< of this opening, for presence
    Signers signers = {}; ///< who can sign here
    QStringList remarks = {};
    WorkspaceFiles files = {}; ///< as they were last seen
    std::shared_ptr<ServerLink> server = {}; ///< none: in a folder
    Line line = {};
    std::unique_ptr<ServerNews> news = {}; ///< while somebody listens

    static Error supervisorsOnly(); ///< what others are told, code `role`

    QString keyFile() const { return KeyFile::pathIn(directory); }
    QString databaseFile() const { return directory + QLatin1Char('/') + keyring.file().database; }

    Occasion occasion() const { return {user, clock.now().toUTC()}; }
    /// An entry in the workspace's own chain.
    Result<void> note(const Occasion &occasion, const QString &action, const QByteArray &changes = "[]");
    Result<void> addNote(const QString &caseId, const CaseNote &note); ///< to a case
    /// `work` with the cases, the letters.
    CaseRepository cases(AuditLog &audit) { return {*database, audit, uuids, *rulebook}; }
    DocumentRepository documents(AuditLog &audit) { return {*database, audit, uuids, *rulebook}; }
    LetterRepository letters(AuditLog &audit) { return {*database, audit, uuids, *rulebook}; }

    /// Brings an older schema to the newest, after a backup of which `backedUp` says how far it is.
    Result<void> openDatabase(Database::Mode mode, const Progress &backedUp = {});
    Result<void> backUpBefore(const Progress &progress); ///< a migration
    Result<void> keepDamagedLog(const Error &damage);
    Result<void> rotate(const Database::Progress &progress);
    Result<void> rewritten(const QString &fresh, const Secret &nextKey, const Database::Progress &progress);
    /// Ends the use of a database that is not the workspace's any more; see Database::setGuard.
    void guard();
    /// For who reads beside this workspace: `key_changed` once its files are others than now.
    std::function<Result<void>()> readerGuard() const;
    Result<void> acceptFiles(const WorkspaceFiles &now);
    /// Takes away what an interrupted rotation or write of the key file left behind.
    void sweep();
    QString backupFolder() const { return directory + QLatin1String("/backups"); }
    /// Error `on_server` where it is not.
    Result<void> inFolder() const;
    /// Makes connections of their own beside this one, on any thread. It holds the key, or the password.
    using Opener = std::function<Result<std::unique_ptr<Database>>()>;
    Opener opener(Database::Mode mode) const;
    /// Changes the key file as it is on the disk now, in a transaction with `note`: both or neither, save that a crash
    /// between may leave the key file changed alone.
    Result<void> changeKeys(const std::function<Result<void>(Keyring &)> &change,
        const std::function<Result<void>(const Occasion &)> &note);
    Result<void> changeServerKeys(const std::function<Result<void>(Keyring &)> &change,
        const std::function<Result<void>(const Occasion &)> &note);
    /// By which a server lets this person in; nothing in a folder.
    Result<void> givePassword(const QString &userId, const QByteArray &passphrase);
    Result<void> fillWorkflow();
    /// A private folder, empty, for a new workspace. Errors: `network_share`, `not_empty`, `read_only`, `on_server`.
    static Result<void> makeFolder(const QString &directory);
    /// What a new workspace begins with: an account that may make the others, days that can be counted. Errors: `role`, `invalid`.
    static Result<void> checkBeginning(const NewUser &firstSupervisor, const WorkspaceSettings &settings);
    /// A new workspace: its settings and its first account.
    Result<void> fill(const NewUser &firstSupervisor, const WorkspaceSettings &settings, const KeyCost &cost);
    Result<void> useSettings(const WorkspaceSettings &settings); ///< in the rulebook
    Result<WorkspaceSettings> settings();
    Result<WorkspaceSettings> ruleSettings(); ///< those that the rulebook rests on alone: asked at every step
    /// In a transaction, before a decision or a letter is signed: what was changed elsewhere since this was opened, the
    /// settings that the rulebook rests on and the own account. Error `no_account` where that may do nothing any more.
    Result<void> refresh();
    /// Counts the due dates of open cases anew, where the rules of time are others than when they were kept. Error
    /// `stopped` by `progress`; nothing is changed then.
    Result<void> renewDueDates(const Progress &progress);
    Result<void> noteDueRules(); ///< those that the kept due dates follow
    Result<void> keepSettings(const WorkspaceSettings &settings);
    /// The account row and its key slot: both or neither, save that a crash between may leave a slot without an
    /// account.
    Result<UserAccount> addUser(const NewUser &user, const KeyCost &cost, const Occasion &occasion);
    /// What signing in needs beside the database key.
    struct SigningIn {
        QString userId;
        QByteArray passphrase; ///< to give a slot from before format 3 its signing key
        SigningKey key; ///< empty in such a slot
        int failed = 0; ///< wrong passphrases before the right one, for the record
        QDateTime lastFailed = {};
    };
    Result<void> signIn(SigningIn given);
    static Result<void> inspectServer(const QString &address, const QString &loginName, const QByteArray &passphrase,
        const Rulebook &rulebook, const Progress &progress);
    void hearServer();
    Result<Unsaved> unsaved() const;
    void dropAside(const QString &caseId) const; ///< words of a decision, on this computer ///< of who is signed in
    Result<SigningIn> comeIn(const QString &loginName, const QByteArray &passphrase); ///< to a server
    /// From now on this person works here.
    void take(const UserAccount &account);
    /// Makes the key of a person sign here; a new one is introduced first. Errors: those of Keyring::open,
    /// `unknown_key`.
    Result<void> readyKey(const UserAccount &account, const QByteArray &passphrase, SigningKey key);
    Result<void> borrowKey(const UserAccount &account, const QByteArray &passphrase);
};

} // namespace reviewdesk
