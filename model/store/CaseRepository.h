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

    Result<StoredCase> create(const ReviewCase &content, const Occasion &occasion);
    Result<StoredCase> load(const QString &caseId);
    Result<StoredCase> saveDraft(const StoredCase &draft, const Occasion &occasion);
    Result<StoredCase> act(const StoredCase &current, Action action, const QString &comment, const Occasion &occasion);

    /// A round's content as it is kept: canonical JSON.
    static QString contentDigest(const QByteArray &content);

private:
    struct Kept;
    struct Step;

    Result<Kept> kept(const QString &caseId);
    Result<StoredCase> storedCase(const Kept &kept) const;
    Result<qint64> nextNumber(const QString &name, int year);
    QByteArray contentOf(const ReviewCase &reviewCase) const;
    int yearOf(const QDateTime &instant) const;
    Result<void> checkFresh(const Kept &kept, const StoredCase &given) const;
    Result<void> checkDenier(const Kept &kept, const Occasion &occasion);
    Result<void> stamp(StoredCase &next, Action action, const Occasion &occasion);
    Result<StoredCase> write(const Kept &before, StoredCase next, const Step &step);
    Result<void> insertRound(const StoredCase &stored, const QByteArray &content, const CaseView &view);
    Result<void> updateRound(const StoredCase &stored, const QByteArray &content, const CaseView &view);

    Database &m_database;
    AuditLog &m_audit;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
};

/// What the policy answered, as the round keeps it: the words of the evaluation contract.
QByteArray evaluationJson(const Evaluation &evaluation, const Policy &policy);

} // namespace reviewdesk
