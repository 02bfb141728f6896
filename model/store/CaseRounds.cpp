#include "store/CaseRepository.h"

#include "cases/CaseFile.h"
#include "cases/PackVersions.h"
#include "cases/WorkflowConditions.h"
#include "store/Appeals.h"
#include "store/ClockRecords.h"
#include "store/Statement.h"
#include "store/Stored.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

constexpr char keepRound[] =
    "UPDATE rounds SET content = ?, policy_id = ?, policy_version = ?, policy_digest = ?, evaluation = ?,"
    " policy_begins = ? WHERE case_id = ? AND number = ?";

QString wordOf(RoundKind kind)
{
    switch (kind) {
    case RoundKind::First:
        return QStringLiteral("first");
    case RoundKind::Reopened:
        return QStringLiteral("reopened");
    case RoundKind::Appeal:
        return QStringLiteral("appeal");
    }
    Q_UNREACHABLE();
}

/// See CaseRepository::checkPack.
QString beginOf(const Rulebook &rulebook)
{
    return beginOfVersion(rulebook, rulebook.policy.version).toString(Qt::ISODate);
}

/// What an action does to the clock; empty: nothing.
QString clockWord(Action action, const ClockEvents &clock)
{
    if (action == Action::Extend)
        return QStringLiteral("extended");
    if (action == Action::Pend && !clock.isWaiting())
        return QStringLiteral("asked");
    return action == Action::Resume && clock.isWaiting() ? QStringLiteral("answered") : QString();
}

} // namespace

RoundKind CaseRepository::roundKindFromWord(const QString &word)
{
    for (const RoundKind kind : {RoundKind::Reopened, RoundKind::Appeal}) {
        if (word == wordOf(kind))
            return kind;
    }
    return RoundKind::First;
}

Result<void> CaseRepository::insertRound(const StoredCase &stored_, const QByteArray &content, const CaseView &view)
{
    return m_database.run(QStringLiteral("INSERT INTO rounds (id, case_id, number, kind, content, policy_id, "
                                         "policy_version, policy_digest, evaluation, started_at, policy_begins)"
                                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {m_uuids.next(stored_.savedAt), stored_.id, stored_.round, wordOf(stored_.roundKind),
            QString::fromUtf8(content), stored(m_rulebook.policy.id), stored(m_rulebook.policy.version),
            stored(m_rulebook.policy.digest), QString::fromUtf8(evaluationJson(view, m_rulebook.policy)),
            stored(stored_.savedAt), stored(beginOf(m_rulebook))});
}

Result<void> CaseRepository::updateRound(const StoredCase &stored_, const QByteArray &content, const CaseView &view)
{
    const Result<Statement *> statement = m_database.statements().of(keepRound);
    if (!statement)
        return statement.error();
    return (*statement)->run({Statement::Text{content}, Statement::text(m_rulebook.policy.id),
        Statement::text(m_rulebook.policy.version), Statement::text(m_rulebook.policy.digest),
        Statement::Text{evaluationJson(view, m_rulebook.policy)}, Statement::text(beginOf(m_rulebook)), Statement::text(stored_.id), qint64(stored_.round)});
}

/// What a closed case takes into its next round: its content without the decision. Once appealed, it is an appeal, whatever
/// came of it. An appeal says in its request when it came, unless that is as it was, and how urgent it is. What was
/// decided begins anew; what was withdrawn, often by mistake, was received when it was: its time runs on,
/// with what stopped or lengthened it.
Result<void> CaseRepository::beginRound(
    StoredCase &next, const ReviewCase &closed, Action action, const Occasion &occasion)
{
    const Result<bool> appealed = wasAppealed(m_database, next.id);
    if (!appealed)
        return appealed.error();
    const Request wanted = next.reviewCase.request;
    next.round += 1;
    next.roundKind = *appealed || action == Action::Appeal ? RoundKind::Appeal : RoundKind::Reopened;
    const bool runsOn = action == Action::Reopen && closed.determination.decision == Decision::Withdrawn;
    next.clock = runsOn ? carriedOver(next.clock, closed.determination.at) : ClockEvents();
    next.clock.isAppeal = next.roundKind == RoundKind::Appeal;
    next.reviewCase = closed;
    takeUp(next.reviewCase, m_rulebook.policy);
    next.reviewCase.determination = {};
    Request &request = next.reviewCase.request;
    if (runsOn)
        return {};
    request.receivedAt = occasion.at.toTimeZone(m_rulebook.zone);
    if (action != Action::Appeal)
        return {};
    if (wanted.urgency)
        request.urgency = wanted.urgency;
    if (!wanted.receivedAt.isValid() || wanted.receivedAt == closed.request.receivedAt)
        return {};
    if (const auto refused = appealReceiptRefusal(wanted.receivedAt, closed.determination.at, occasion.at))
        return *refused;
    request.receivedAt = wanted.receivedAt.toTimeZone(m_rulebook.zone);
    return {};
}

Result<void> CaseRepository::noteClock(StoredCase &next, Action action, const Occasion &occasion)
{
    const QString word = clockWord(action, next.clock);
    if (word.isEmpty())
        return {};
    addTo(next.clock, word, occasion.at);
    return noteClockEvent(m_database, next.id, next.round, word, occasion);
}

/// What the notice of an extension says: why, and by when there will be a decision. A wait that would have ended with the time
/// for the decision keeps its day: the provider was told it.
void CaseRepository::stampExtension(StoredCase &next, const QString &reason) const
{
    Determination &words = next.reviewCase.determination;
    words.extensionReason = reason.trimmed();
    ClockEvents noticed = next.clock;
    noticed.extensionNoticedAt = noticed.extendedAt; // as it will be once it is issued
    const CaseView after = viewOf(next.reviewCase, m_rulebook, noticed);
    words.extendedTo = after.dueAt().toTimeZone(m_rulebook.zone).date();
    ClockEvents untilNow = next.clock;
    untilNow.extendedAt = {};
    const CaseView before = viewOf(next.reviewCase, m_rulebook, untilNow);
    const QDateTime end = waitEnd(words, untilNow, before.due, m_rulebook.zone);
    if (end != waitEnd(words, noticed, after.due, m_rulebook.zone))
        words.replyBy = end.toTimeZone(m_rulebook.zone).date();
}

Result<QList<KeptRound>> CaseRepository::rounds(const QString &caseId)
{
    const Result<Database::Rows> rows = m_database.rows(
        QStringLiteral("SELECT rounds.number, rounds.kind, rounds.started_at, rounds.content,"
                       " CASE WHEN rounds.number = cases.current_round THEN cases.status ELSE '' END, cases.number"
                       " FROM rounds JOIN cases ON cases.id = rounds.case_id WHERE rounds.case_id = ?"
                       " ORDER BY rounds.number"),
        {caseId});
    if (!rows)
        return rows.error();
    QList<KeptRound> rounds;
    for (const Database::Row &row : *rows) {
        CaseReading reading = readCase(
            row.at(3).toString().toUtf8(), m_rulebook.policy, m_rulebook.caseSchema, CaseSource::Workspace);
        if (!reading.ok())
            return damagedCase(row.at(5).toString(), reading.problems.constFirst());
        KeptRound round;
        round.number = row.at(0).toInt();
        round.kind = roundKindFromWord(row.at(1).toString());
        round.startedAt = storedInstant(row.at(2));
        round.content = std::move(reading.reviewCase);
        const std::optional<Status> now = statusFromWord(row.at(4).toString());
        // a round that another one followed was closed by its decision
        round.status = now ? *now
                           : statusFromWord(toWord(round.content.determination.decision.value_or(Decision::Withdrawn)))
                                 .value_or(Status::Withdrawn);
        rounds.append(std::move(round));
    }
    if (rounds.isEmpty())
        return Error{QStringLiteral("not_found"),
            QCoreApplication::translate("CaseRepository", "This case is not in the workspace."), {}};
    return rounds;
}

} // namespace reviewdesk
