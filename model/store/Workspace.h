#pragma once

#include "cases/CaseDocument.h"
#include "cases/CaseNote.h"
#include "cases/FrozenLetter.h"
#include "cases/ReviewCase.h"
#include "cases/Rulebook.h"
#include "cases/Workflow.h"
#include "store/KeyCost.h"
#include "store/Quality.h"
#include "store/UserAccount.h"
#include "store/WorklistQuery.h"
#include "support/Clock.h"
#include "support/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>

namespace reviewdesk {

struct RoundRecord;
struct RecordedCase;
struct UnsavedDraft;
struct WalkedCase;
class DocumentReader;
class WorklistReader;

enum class RoundKind { First, Reopened, Appeal };

/// One case as it is kept.
struct StoredCase {
    QString id; ///< UUIDv7; empty: not kept yet
    qint64 rowVersion = 0; ///< raised by every save; a save with an older one is refused as `stale`
    int round = 1;
    RoundKind roundKind = RoundKind::First;
    ClockEvents clock; ///< of this round
    QList<Person> deniedBy; ///< of an appeal: who denied earlier and may not hear it
    Status status = Status::Draft;
    ReviewCase reviewCase;
    Person preparedBy;
    QString assignedTo; ///< user id
    QString page; ///< wizard page it was left on
    QDateTime createdAt; ///< UTC
    QDateTime savedAt; ///< UTC
    std::optional<Error> onlyRead = {}; ///< `older_program`: why this program may change nothing in it

    friend bool operator==(const StoredCase &, const StoredCase &) = default;
};

/// A request that came as a message, for Workspace::importRequest.
struct IncomingMessage {
    QStringList keys; ///< by which the same message is known again
    QString words; ///< what the case's history says of it; no member's name
    QByteArray content; ///< as it came
    QList<NewDocument> documents = {}; ///< that came along and that the draft lists
    bool isRequest = true; ///< else an answer of ours that comes back: it says nothing new
};

struct ImportedCase {
    StoredCase stored;
    bool known = false; ///< the request had come before: its case as it stands
    bool changed = false; ///< and now it says something else than any message that was kept of it

    friend bool operator==(const ImportedCase &, const ImportedCase &) = default;
};

/// An entry of a case's history: who did what when, with the fields that changed.
struct AuditEntry {
    qint64 sequence = 0; ///< in the case, from 1
    QDateTime at; ///< UTC
    QString userId;
    QString userName;
    QString action; ///< "edit", "approve", ... (toWord(Action)), "create", "issue_letter", "print_letter"; "sign_in",
                    ///< ... in the workspace's chain
    QString comment; ///< what the person said to it
    QByteArray changes; ///< canonical JSON: [{"after":…,"before":…,"field":"/facts/progressive"}]; a side that was
                        ///< absent is left out
    QByteArray hash; ///< SHA-256 over the previous hash and the canonical entry
};

/// A letter frozen when it was issued.
struct IssuedLetter : FrozenLetter {
    QString id; ///< UUIDv7
    QString caseId;
    qint64 caseVersion = 0; ///< of the case it was composed from; saved since, it is `stale`. 0: not asked
    int round = 1;
    int wait = 1; ///< of the round's requests for information, the one that it is (letterWait() of cases/LetterRights.h)
    QString policyId;
    QString policyVersion;
    QString policyDigest;
    QString caseNumber;
    QString supersedes; ///< id of the letter that this one corrects; empty: the first of its kind for its recipient
    QString correctionReason; ///< why; empty without `supersedes`
    QString issuedBy; ///< name
    QDateTime issuedAt; ///< UTC
    int printed = 0; ///< how often; from the second print on it is a COPY
};

/// When backups are made and how many of these stay.
struct BackupPlan {
    static constexpr int mostHours = 24 * 31;
    static constexpr int mostKept = 1000;
    int everyHours = 24; ///< while the program is open; 0: none by itself
    int keep = 14; ///< newest ones; those made by hand, before a migration or a restore stay besides
    QString folder; ///< empty: "backups" in the workspace

    friend bool operator==(const BackupPlan &, const BackupPlan &) = default;
};

/// After how many minutes without a key or the mouse the window locks itself.
struct IdleLock {
    static constexpr int fewestMinutes = 1;
    static constexpr int usualMinutes = 10;
    static constexpr int mostMinutes = 60;
};

/// What every workspace remembers of itself.
struct WorkspaceSettings {
    QString organisation;
    QByteArray timeZone; ///< IANA id
    QByteArray letterhead; ///< JSON; empty: the sample plan's
    BackupPlan backups;
    PlanTerms terms;
    int idleMinutes = IdleLock::usualMinutes;
};

/// One round of a case as it is kept.
struct KeptRound {
    int number = 1;
    RoundKind kind = RoundKind::First;
    Status status = Status::Draft; ///< that it ended in, or has now
    QDateTime startedAt; ///< UTC
    ReviewCase content;

    friend bool operator==(const KeptRound &, const KeptRound &) = default;
};

/// Someone who has a case open besides oneself.
struct Presence {
    QString userId;
    QString userName;
    QDateTime since; ///< UTC

    friend bool operator==(const Presence &, const Presence &) = default;
};

/// An open workspace, in a folder or on a PostgreSQL server: synchronous, used on the thread that opened it alone (Workshop gives screens one on its own
/// thread). Every change and its history entry are one transaction. Errors carry `code`: `no_workspace`, `not_empty`,
/// `no_account`, `wrong_passphrase`, `no_cipher`, `locked`, `damaged`, `newer_schema`, `read_only`, `disk_full`,
/// `unreadable`, `stale`, `not_found`, `role`, `invalid`, `already_issued`, `network_share`, `too_many_attempts`,
/// `key_changed` (keys or files were changed from elsewhere: sign in again), `lost` (the folder is not there any more),
/// `stopped`, `older_program` (the case was worked on by a version of the policy that begins later and is not here), and those
/// of Workflow. Where `directory` is a ServerAddress's text: those of ServerDatabase, `older_schema`, and `on_server` for what
/// concerns files.
class Workspace {
public:
    /// Pages (or entries, rows) done and in all; false stops it, with the error `stopped`.
    using Progress = std::function<bool(int done, int of)>;
    struct Created {
        std::unique_ptr<Workspace> workspace;
        QString recoveryKey; ///< to be printed and kept away from the computer; shown once
    };

    /// Makes `directory` (it must be empty or absent) with its first account, a supervisor.
    static Result<Created> create(const QString &directory, const NewUser &firstSupervisor,
        const WorkspaceSettings &settings, std::shared_ptr<const Rulebook> rulebook, const Clock &clock,
        const KeyCost &cost);
    /// Opens it with an account's passphrase; `loginName` empty: the first account.
    /// An older schema is brought to the newest one, after a backup, whose pages `backedUp` counts.
    static Result<std::unique_ptr<Workspace>> open(const QString &directory, const QString &loginName,
        const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock,
        const Progress &backedUp = {});
    /// Opens it with the recovery key as the first supervisor's account and sets that account's new passphrase.
    static Result<std::unique_ptr<Workspace>> recover(const QString &directory, const QString &recoveryKey,
        const QByteArray &newPassphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock,
        const KeyCost &cost);
    static bool exists(const QString &directory);
    /// Login names of the accounts that may sign in, in order of their making; readable without a passphrase, so they
    /// hold no member data.
    static Result<QStringList> loginNames(const QString &directory);
    /// Checks a workspace, or a backup, as verify() does and changes nothing in it: nobody signs in, and the
    /// write-ahead log is looked at as it lies.
    static Result<void> inspect(const QString &directory, const QString &loginName, const QByteArray &passphrase,
        std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Progress &progress = {});
    /// Puts `backup` (a folder that backUp() made) in the workspace's place, once it has been verified, as a supervisor
    /// of the backup. What was there is kept in a folder of its own below "backups", complete; that folder.
    static Result<QString> restore(const QString &directory, const QString &backup, const QString &loginName,
        const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock);
    ~Workspace();

    const UserAccount &user() const; ///< who is signed in
    const Rulebook &rulebook() const; ///< the one given, in the time zone of the settings
    std::shared_ptr<const Rulebook> sharedRulebook() const;
    QString directory() const;
    /// Another account signs in on the open workspace (practice caseload, tests): checks the passphrase.
    Result<void> signInAs(const QString &loginName, const QByteArray &passphrase);

    /// What a server says by itself, and how long it is waited for. A folder says nothing and is never away.
    struct Line {
        /// Cases that other programs changed, or that people opened or closed; empty: any may have been. On a thread of
        /// the workspace's own, some tenths of a second later, until the workspace closes.
        std::function<void(const QStringList &caseIds)> changed = {};
        std::function<void(const QStringList &caseIds)> entered = {};
        std::function<void(bool there)> connection = {}; ///< lost, or there again; on any thread
        std::shared_ptr<const std::atomic<bool>> hurried = {}; ///< while set, calls do not wait for a server that is away
    };
    void listen(Line line);

    Result<WorkspaceSettings> settings();
    /// Reads them, lets `change` change what it is to change, and keeps them, all but PlanTerms::effective: nobody else's
    /// change comes between. It may be called more than once. Supervisors only. Error `invalid` with the setting's place.
    Result<void> changeSettings(const std::function<void(WorkspaceSettings &)> &change);
    Result<void> saveSettings(const WorkspaceSettings &settings); ///< all of them, whatever others changed meanwhile
    /// Enters from when a version of the policy holds, by whom it was entered with it; an invalid day takes that back.
    /// Supervisors only. Letters that were issued stay as they are. Error `invalid`.
    Result<void> setEffectiveDate(const QString &policyId, const QString &version, const QDate &from);
    Result<QList<UserAccount>> users();
    Result<UserAccount> addUser(const NewUser &user, const KeyCost &cost); ///< supervisors only
    /// Corrects who somebody is: name, credential, specialty, NPI, licence state. What was noted or issued before keeps its words.
    /// Supervisors only, of any account. Errors: `role`, `no_account`, `invalid` with the field's place.
    Result<void> correctUser(const UserAccount &corrected);
    /// Supervisors only, neither oneself nor the last supervisor. The key slot goes too; what the person may have
    /// copied before is only made worthless by rotateDatabaseKey().
    Result<void> disableUser(const QString &userId);
    /// Gives an account a new passphrase and lets it sign in again; supervisors only.
    Result<void> resetUser(const QString &userId, const QByteArray &passphrase, const KeyCost &cost);
    /// One's own. The database is not written anew. Errors: `wrong_passphrase`, `invalid`.
    Result<void> changePassphrase(const QByteArray &current, const QByteArray &next, const KeyCost &cost);
    /// Another recovery key, to be printed; the earlier one opens nothing any more. Supervisors only.
    Result<QString> renewRecoveryKey();
    /// Writes the database anew under another key and seals that to everybody. Until the key file names the new file
    /// the old one is whole; others must sign in again. Supervisors only.
    Result<void> rotateDatabaseKey(const Progress &progress = {});

    /// A consistent, verified copy with its key file, made while others work: a workspace of its own, in a new folder
    /// below `folder` (empty: the plan's). Supervisors only; the folder.
    Result<QString> backUp(const QString &folder = {}, const Progress &progress = {});
    /// The backup that is due by the plan, to be carried out on any thread while the workspace is in use; empty when
    /// none is. It makes one and removes those beyond the plan's number. It holds the key. What is stopped by its
    /// progress leaves nothing (error `stopped`) and is as due as it was.
    using BackupJob = std::function<Result<QString>(const Progress &)>;
    Result<BackupJob> dueBackup();
    /// What was found when the workspace was opened and does not keep it from being used; one sentence each.
    QStringList remarks() const;

    /// A new draft with a number of its own (RD-<year>-<six digits>, never used again).
    Result<StoredCase> createCase(const ReviewCase &content);
    Result<StoredCase> loadCase(const QString &caseId);
    Result<StoredCase> loadCaseByNumber(const QString &number);
    /// The case that a message with one of these keys led to, or, of a case file or a row of a table, the case of its
    /// number that says the same; not `known`: there is none.
    Result<ImportedCase> knownCase(const IncomingMessage &message, const ReviewCase &draft);
    /// A new draft from a message, kept with it and with its documents: all or nothing; or the known case. What comes
    /// again and says something else is kept too and noted in the case's history; where it asks for an expedited review
    /// now, the case is made expedited while it can be edited (else the note asks for it). Nurses and supervisors.
    Result<ImportedCase> importRequest(const IncomingMessage &message, const ReviewCase &draft);
    /// The message that the case came by, as it came; empty when it did not.
    Result<QByteArray> messageOf(const QString &caseId);
    /// Keeps a draft's content and page: one transaction with its history entry. `stale` when someone saved in between.
    Result<StoredCase> saveDraft(const StoredCase &draft);
    /// What the signed-in person typed in a case of a server that is away: kept on this computer, encrypted for this person
    /// alone, until it is saved or given up (Unsaved.h). Error `in_folder` where there is no server.
    Result<void> keepUnsaved(const UnsavedDraft &draft);
    void dropUnsaved(const QString &caseId);
    Result<QList<UnsavedDraft>> unsaved(); ///< oldest first
    /// Says that one has the case open, and who else has: to be called again every `presenceSeconds`. Empty: none.
    static constexpr int presenceSeconds = 20;
    Result<QList<Presence>> enterCase(const QString &caseId);
    Result<void> leaveCase(const QString &caseId);
    /// A step of the workflow: role, status and rules are checked again here and by the database.
    Result<StoredCase> act(const StoredCase &current, Action action, const QString &comment = {});
    /// Gives cases to a nurse or a physician, all or none; supervisors only.
    Result<void> assign(const QStringList &caseIds, const QString &userId);
    Result<void> comment(const QString &caseId, const QString &words); ///< a remark in the case's history
    /// A talk with the provider, as offered or held; a question to another physician, whose the case is until it is
    /// answered; the answer. Errors besides those of Workflow: `not_found`, `invalid`.
    Result<void> recordTalk(const QString &caseId, const PeerToPeerTalk &talk);
    Result<void> askOpinion(const QString &caseId, const QString &physicianId, const QString &question);
    Result<void> giveOpinion(const QString &caseId, const QString &words);
    Result<QList<CaseNote>> notes(const QString &caseId); ///< all of them, oldest first
    Result<QList<KeptRound>> rounds(const QString &caseId); ///< oldest first

    /// Puts a document into an open case; one that the case has already is answered as it stands. The bytes are kept
    /// once, however many cases have them. The draft's own list of documents is the screen's to fill. Errors besides
    /// those of Workflow: `not_found`, `invalid`.
    Result<CaseDocument> attach(const QString &caseId, const NewDocument &document);
    /// Takes it out of the record: bytes and history stay. `why` is needed.
    Result<void> removeDocument(const QString &documentId, const QString &why);
    Result<QList<CaseDocument>> documents(const QString &caseId); ///< in order of their coming, removed ones too
    /// A reader of documents beside this workspace, to be opened on the thread that uses it. It holds the key.
    using DocumentOpener = std::function<Result<std::unique_ptr<DocumentReader>>()>;
    Result<DocumentOpener> documentReader();
    /// Keeps what was worked out of pages (by number, from 1) as JSON of documents' own making. No part of the record.
    Result<void> keepDocumentTexts(const QString &digest, const QMap<int, QByteArray> &pages);

    Result<QList<Workload>> workloads(); ///< supervisors only
    Result<QList<WorklistRow>> workloadCases(const QString &userId, WorkloadNumber number, int limit = 1000);

    /// Draws a sample and keeps it with its seed; supervisors only. `empty`: there is nothing to draw from.
    Result<QualitySample> drawSample(const SampleWish &wish);
    Result<QList<QualitySample>> samples(); ///< all for supervisors, for others those they review; newest first
    Result<QList<SampledCase>> sampledCases(const QString &sampleId);
    /// The second review as a draft without any answer of the first one; saving it never touches the case. Its row version
    /// is its own: `stale` where it was saved elsewhere since, `status` where it was finished.
    Result<StoredCase> secondReview(const QString &sampleId, int position);
    Result<StoredCase> saveSecondReview(const QString &sampleId, int position, const StoredCase &draft);
    Result<void> finishSecondReview(const QString &sampleId, int position, qint64 rowVersion);

    /// What the signed-in person has half written on a case before acting on it: one JSON object of the screen's own
    /// making, at most 256 KiB; empty drops it. No part of the record: nobody else sees it, no history keeps it, and
    /// act() drops it. `role` or `status` where this person has no step to take on the case.
    Result<void> saveDecisionDraft(const QString &caseId, const QByteArray &canonicalJson);
    Result<QByteArray> decisionDraft(const QString &caseId); ///< as saved; empty when there is none

    Result<QList<WorklistRow>> worklist(const WorklistQuery &query);
    Result<QMap<WorklistView, int>> worklistCounts();
    /// What these cases show in a list, in this order; without due date, provider and who prepared them.
    Result<QList<WorklistRow>> casesById(const QStringList &caseIds);
    /// Reads what reports count (readRoundRecords) on any thread while the workspace is in use. Supervisors only.
    using RoundReading = std::function<Result<QList<RoundRecord>>(const Progress &)>;
    Result<RoundReading> roundRecords(const QDateTime &from, const QDateTime &until);
    /// Shows every case as it stands, in the order of their making, to `visit`, on any thread while the workspace is in
    /// use (store/CaseWalk.h). Supervisors only.
    using CaseVisitor = std::function<void(const WalkedCase &)>;
    using CaseWalk = std::function<Result<void>(const CaseVisitor &visit, const Progress &)>;
    Result<CaseWalk> caseWalk();
    /// A reader of the worklist beside this workspace, to be opened on the thread that uses it. It holds the key.
    using WorklistOpener = std::function<Result<std::unique_ptr<WorklistReader>>()>;
    Result<WorklistOpener> worklistReader();
    /// Works what was changed into the worklist's kept tables, so that readers find little to add: when `atLeast` rows
    /// wait. No part of the record.
    static constexpr int mostUntidy = 1'000;
    Result<void> tidyWorklist(int atLeast = mostUntidy);
    /// The views that the signed-in person has made, by name; errors `invalid` (with what is wrong), `not_found`.
    Result<QList<SavedView>> savedViews();
    Result<SavedView> keepView(const SavedView &view); ///< makes it, or changes the one with its id
    Result<void> dropView(const QString &viewId);
    /// How the signed-in person wants a screen: a JSON object of the screen's own making; empty: never said.
    Result<QByteArray> preference(const QString &name);
    Result<void> keepPreference(const QString &name, const QByteArray &json);
    Result<QList<AuditEntry>> history(const QString &caseId);

    /// Errors: `already_issued`; with `supersedes`, which takes another letter's place and leaves it as it is,
    /// `not_found`, `already_corrected`, `invalid` (no reason). Also `no_extension`: see LetterRights.
    Result<IssuedLetter> issueLetter(const IssuedLetter &letter);
    Result<QList<IssuedLetter>> letters(const QString &caseId); ///< in the order in which they were issued
    /// Of each of these cases the kinds (toWord(LetterKind)) that are still to go out, the notice of an extension first: issued
    /// and not printed, or asked for by the status or by more time that was taken and not issued yet. A case without any is left out.
    Result<QMap<QString, QStringList>> waitingLetters(const QStringList &caseIds);
    Result<void> recordPrint(const QString &letterId);
    Result<void> recordPrints(const QStringList &letterIds); ///< all of one print job, or none

    /// Walks pages, schema and foreign keys, every history's chain, signatures and bound end, rounds, documents, issued
    /// letters and what the lists show of each case; the first broken place, or success.
    /// `progress` counts the entries of histories, which take the most time.
    Result<void> verify(const Progress &progress = {});

    /// The letters of an invented case that was decided, by who sees `letter`.
    using SampleLetters = std::function<Result<QList<IssuedLetter>>(const StoredCase &, const QDateTime &writtenAt)>;
    /// Brings invented cases into the workspace by the same calls a person's work takes; for `--demo` and `generate`.
    /// Makes the accounts of samplePeople() that are not there yet, each with `passphrase`. Where a sample's letters
    /// are out, its supervisor issues `letters` and has printed those of the days before: all cases or none. More than
    /// 20,000 are made of 2,000 such cases, without letters and in parts: what was brought in before a failure stays.
    Result<void> addSamples(int count, quint32 seed, const QByteArray &passphrase, const KeyCost &cost,
        const SampleLetters &letters = {}, const Progress &progress = {});

private:
    struct Parts;
    explicit Workspace(std::unique_ptr<Parts> parts);
    Result<void> addBulk(int count, quint32 seed, const QList<RecordedCase> &recorded, const Progress &progress);
    using SigningIn = std::function<Result<void>(Parts &)>;
    friend class ServerSetup;
    friend class WorkspaceCopy;
    static Result<std::unique_ptr<Workspace>> openOnServer(const QString &address, const QString &loginName,
        const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock);
    static Result<std::unique_ptr<Workspace>> openWith(
        std::unique_ptr<Parts> parts, const SigningIn &signingIn, const Progress &backedUp = {});
    std::unique_ptr<Parts> m_parts;
};

} // namespace reviewdesk
