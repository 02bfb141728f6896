#include "store/CaseRepository.h"

#include "store/Changes.h"
#include "store/Stored.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

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

/// What an action does to the clock; empty: nothing.
QString clockWord(Action action, const ClockEvents &clock)
{
    if (action == Action::Extend)
        return QStringLiteral("extended");
    if (action == Action::Pend && !clock.isWaiting())
        return QStringLiteral("asked");
    return action == Action::Resume && clock.isWaiting() ? QStringLiteral("answered") : QString();
}

void addTo(ClockEvents &clock, const QString &word, const QDateTime &at)
{
    if (word == QLatin1String("asked"))
        clock.waits.append({at, {}});
    else if (word == QLatin1String("answered") && clock.isWaiting())
        clock.waits.last().until = at;
    else if (word == QLatin1String("extended"))
        clock.extendedAt = at;
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
                                         "policy_version, policy_digest, evaluation, started_at)"
                                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {m_uuids.next(stored_.savedAt), stored_.id, stored_.round, wordOf(stored_.roundKind),
            QString::fromUtf8(content), stored(m_rulebook.policy.id), stored(m_rulebook.policy.version),
            stored(m_rulebook.policy.digest), QString::fromUtf8(evaluationJson(view, m_rulebook.policy)),
            stored(stored_.savedAt)});
}

Result<void> CaseRepository::updateRound(const StoredCase &stored_, const QByteArray &content, const CaseView &view)
{
    return m_database.run(
        QStringLiteral(
            "UPDATE rounds SET content = ?, policy_id = ?, policy_version = ?, policy_digest = ?, evaluation = ?"
            " WHERE case_id = ? AND number = ?"),
        {QString::fromUtf8(content), stored(m_rulebook.policy.id), stored(m_rulebook.policy.version),
            stored(m_rulebook.policy.digest), QString::fromUtf8(evaluationJson(view, m_rulebook.policy)),
            stored_.id, stored_.round});
}

/// What a closed case takes into its next round: its content without the decision, received anew, so that the clock
/// begins again.
void CaseRepository::beginRound(StoredCase &next, const ReviewCase &closed, Action action, const Occasion &occasion)
{
    next.round += 1;
    next.roundKind = action == Action::Appeal ? RoundKind::Appeal : RoundKind::Reopened;
    next.clock = {};
    next.reviewCase = closed;
    next.reviewCase.determination = {};
    next.reviewCase.request.receivedAt = occasion.at.toTimeZone(m_rulebook.zone);
}

Result<ClockEvents> CaseRepository::clockOf(const QString &caseId, int round)
{
    const Result<Database::Rows> rows = m_database.rows(
        QStringLiteral("SELECT kind, at FROM clock_events WHERE case_id = ? AND round = ? ORDER BY sequence"),
        {caseId, round});
    if (!rows)
        return rows.error();
    ClockEvents clock;
    for (const Database::Row &row : *rows)
        addTo(clock, row.at(0).toString(), storedInstant(row.at(1)));
    return clock;
}

Result<void> CaseRepository::noteClock(StoredCase &next, Action action, const Occasion &occasion)
{
    const QString word = clockWord(action, next.clock);
    if (word.isEmpty())
        return {};
    addTo(next.clock, word, occasion.at);
    return m_database.run(
        QStringLiteral("INSERT INTO clock_events (case_id, round, sequence, kind, at, user_id) VALUES (?, ?,"
                       " (SELECT 1 + coalesce(max(sequence), 0) FROM clock_events WHERE case_id = ? AND round = ?),"
                       " ?, ?, ?)"),
        {next.id, next.round, next.id, next.round, word, stored(occasion.at), occasion.by.id});
}

Result<QList<Person>> CaseRepository::deniersOf(const QString &caseId)
{
    const Result<Database::Rows> rows =
        m_database.rows(QStringLiteral("SELECT DISTINCT users.id, users.name, users.npi FROM audit JOIN users ON "
                                       "users.id = audit.user_id WHERE audit.chain = ? AND audit.action = 'deny'"),
            {caseId});
    if (!rows)
        return rows.error();
    QList<Person> deniers;
    for (const Database::Row &row : *rows) {
        Person physician;
        physician.userId = row.at(0).toString();
        physician.name = row.at(1).toString();
        physician.npi = row.at(2).toString();
        physician.role = Role::Physician;
        deniers.append(physician);
    }
    return deniers;
}

Result<void> CaseRepository::assign(const QStringList &caseIds, const QString &userId, const Occasion &occasion)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CaseRepository", text); };
    if (occasion.by.role != Role::Supervisor)
        return Error{QStringLiteral("role"), tr("A supervisor assigns cases."), {}};
    return m_database.transaction([&]() -> Result<void> {
        const Result<Database::Row> to = m_database.row(
            QStringLiteral("SELECT name FROM users WHERE id = ? AND disabled = 0 AND role <> 'supervisor'"), {userId});
        if (!to)
            return to.error();
        if (to->isEmpty())
            return Error{
                QStringLiteral("not_found"), tr("A case is assigned to a nurse or a physician with an account."), {}};
        for (const QString &caseId : caseIds) {
            const Result<Database::Row> before = m_database.row(
                QStringLiteral("SELECT coalesce(users.name, '') FROM cases LEFT JOIN users ON users.id = cases.assigned"
                               " WHERE cases.id = ?"),
                {caseId});
            if (!before)
                return before.error();
            if (before->isEmpty())
                return Error{QStringLiteral("not_found"), tr("This case is not in the workspace."), {}};
            if (const Result<void> done =
                    m_database.run(QStringLiteral("UPDATE cases SET assigned = ? WHERE id = ?"), {userId, caseId});
                !done)
                return done;
            const QByteArray changes = canonicalJson(JsonValue::Array{
                change(QStringLiteral("/assigned_to"), before->at(0).toString(), to->at(0).toString())});
            if (const Result<void> noted = m_audit.append(
                    {caseId, occasion.at, occasion.by.id, occasion.by.name, QStringLiteral("assign"), {}, changes, {}});
                !noted)
                return noted;
        }
        return {};
    });
}

Result<void> CaseRepository::comment(const QString &caseId, const QString &words, const Occasion &occasion)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CaseRepository", text); };
    if (words.trimmed().isEmpty())
        return Error{QStringLiteral("comment"), tr("There is nothing in the comment."), {}};
    return m_database.transaction([&]() -> Result<void> {
        const Result<Database::Row> there =
            m_database.row(QStringLiteral("SELECT 1 FROM cases WHERE id = ?"), {caseId});
        if (!there)
            return there.error();
        if (there->isEmpty())
            return Error{QStringLiteral("not_found"), tr("This case is not in the workspace."), {}};
        return m_audit.append({caseId, occasion.at, occasion.by.id, occasion.by.name, QStringLiteral("comment"),
            words.trimmed(), QByteArrayLiteral("[]"), {}});
    });
}

} // namespace reviewdesk
