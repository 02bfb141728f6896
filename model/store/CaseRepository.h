#pragma once

#include "policy/JsonValue.h"
#include "store/AuditLog.h"
#include "store/Database.h"
#include "store/Uuid7.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// Who does something, and when (UTC).
struct Occasion {
    UserAccount by;
    QDateTime at;
};

/// Cases with their rounds. Each change is one transaction: the round's content, its projections, the history entry.
class CaseRepository {
public:
    CaseRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook);

    /// Imported: a supervisor may bring it in too, who may not edit it.
    enum class Origin { Entered, Imported };
    Result<StoredCase> create(const ReviewCase &content, const Occasion &occasion, Origin origin = Origin::Entered);
    Result<StoredCase> load(const QString &caseId);
    /// load() of what is held, for what is going to be written of it. Error `older_program` besides.
    Result<StoredCase> loadHeld(const QString &caseId);
    Result<StoredCase> saveDraft(const StoredCase &draft, const Occasion &occasion);
    Result<StoredCase> act(const StoredCase &current, Action action, const QString &comment, const Occasion &occasion);

    /// A round's content as it is kept: canonical JSON.
    static QString contentDigest(const QByteArray &content);

    Result<QList<KeptRound>> rounds(const QString &caseId);
    /// What stands in the case's row and is not what its content says, or the answer that is kept with it and is not what
    /// the policy says; empty: nothing. Of what depends on the rules of the day the case was saved (due dates), the
    /// language (labels) or another version of the policy nothing is said.
    Result<QString> wrongProjection(const QString &caseId);

private:
    /// A case as its rows say, content unread.
    struct Kept {
        StoredCase head; ///< without reviewCase
        QString number;
        QByteArray content;
        QString savedBy; ///< name
        QVariantList projections; ///< as they stand in the row
        QString policyVersion; ///< that the round was last kept by
        QString policyDigest; ///< of its pack
        QDate policyBegins; ///< from when that holds; invalid: not known
    };
    /// A round's content as it is going to be kept.
    struct Content {
        JsonValue document;
        QByteArray json; ///< canonical
    };
    /// What is being done in a write.
    struct Step {
        QString action;
        QString comment;
        const Occasion &occasion;
    };

    static RoundKind roundKindFromWord(const QString &word);
    CaseState stateFor(const StoredCase &stored, Status status, const CaseView &view, const QString &comment = {}) const;
    Result<void> beginRound(StoredCase &next, const ReviewCase &closed, Action action, const Occasion &occasion);
    Result<void> noteClock(StoredCase &next, Action action, const Occasion &occasion);
    void stampExtension(StoredCase &next, const QString &reason) const;
    Result<StoredCase> wished(
        const Kept &before, const StoredCase &current, Action action, const Person &actor) const;
    static Result<void> keepProvision(ReviewCase &next, const Kept &before, Role role);

    Result<Kept> kept(const QString &caseId);
    Result<StoredCase> storedCase(const Kept &kept) const;
    Result<qint64> nextNumber(const QString &name, int year);
    Content contentOf(const ReviewCase &reviewCase) const;
    int yearOf(const QDateTime &instant) const;
    Result<void> checkFresh(const Kept &kept, const StoredCase &given) const;
    Result<void> checkPack(const Kept &kept) const;
    Result<void> checkDenier(const Kept &kept, const Occasion &occasion);
    Result<void> stamp(StoredCase &next, const Step &step, Action action);
    Result<StoredCase> write(const Kept &before, StoredCase next, const Content &content, const Step &step);
    Result<void> updateCase(const Kept &before, const StoredCase &next, const CaseView &view, const Step &step);
    Result<void> insertRound(const StoredCase &stored, const QByteArray &content, const CaseView &view);
    Result<void> updateRound(const StoredCase &stored, const QByteArray &content, const CaseView &view);

    Database &m_database;
    AuditLog &m_audit;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
};

/// A team's programs are brought up to date one after the other. One that does not have the version would drop what its own does
/// not ask; of a version that began earlier and was taken away, the case goes on. `begins`: invalid, not known. Error
/// `older_program`.
Result<void> checkVersion(const Rulebook &rulebook, const QString &version, const QDate &begins);

/// What is kept of a case is no case: code `damaged`, at the problem's place.
Error damagedCase(const QString &number, const Error &problem);

/// What the policy answered, as the round keeps it: the words of the evaluation contract, and as `asked` the facts that
/// a pend would ask the provider for.
QByteArray evaluationJson(const CaseView &view, const Policy &policy);

} // namespace reviewdesk
