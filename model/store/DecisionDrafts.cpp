#include "store/DecisionDrafts.h"

#include "store/Stored.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DecisionDrafts)
};

/// A step after which the draft's words stand in the record.
bool hasStep(Status status, Role role)
{
    static const QList<Action> beside{Action::Edit, Action::IssueLetter, Action::Assign, Action::Comment,
        Action::Attach, Action::PeerToPeer, Action::SecondReview}; // as the database's trigger has them
    const QList<Action> actions = actionsFor(status, role);
    return std::any_of(actions.cbegin(), actions.cend(), [](Action action) { return !beside.contains(action); });
}

Result<void> checkStep(Status status, Role role)
{
    if (hasStep(status, role))
        return {};
    if (!isOpen(status))
        return Error{QStringLiteral("status"),
            Say::tr("The case is %1: there is nothing left to decide on it.").arg(label(status).toLower()), {}};
    return Error{QStringLiteral("role"),
        Say::tr("While the case is %1, a %2 has nothing to decide on it.")
            .arg(label(status).toLower(), label(role).toLower()),
        {}};
}

Result<void> checkDraft(const QByteArray &json)
{
    JsonLimits limits;
    limits.bytes = DecisionDrafts::maxBytes;
    const Result<JsonValue> read = readJson(json, limits);
    if (!read)
        return read.error();
    if (read->asObject())
        return {};
    return Error{QStringLiteral("invalid"), Say::tr("A draft of a decision is one JSON object."), {}};
}

} // namespace

DecisionDrafts::DecisionDrafts(Database &database) : m_database(database) { }

Result<void> DecisionDrafts::save(const QString &caseId, const QByteArray &json, const Occasion &occasion)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<Database::Row> found =
            m_database.row(QStringLiteral("SELECT status FROM cases WHERE id = ?"), {stored(caseId)});
        if (!found)
            return found.error();
        if (found->isEmpty())
            return Error{QStringLiteral("not_found"), Say::tr("This case is not in the workspace."), {}};
        if (json.isEmpty())
            return m_database.run(QStringLiteral("DELETE FROM decision_drafts WHERE case_id = ? AND user_id = ?"),
                {caseId, occasion.by.id});
        const Status status = statusFromWord(found->at(0).toString()).value_or(Status::Draft);
        if (Result<void> step = checkStep(status, occasion.by.role); !step)
            return step;
        if (Result<void> draft = checkDraft(json); !draft)
            return draft;
        return m_database.run(
            QStringLiteral("INSERT INTO decision_drafts (case_id, user_id, content, saved_at) VALUES (?, ?, ?, ?)"
                           " ON CONFLICT (case_id, user_id) DO UPDATE"
                           " SET content = excluded.content, saved_at = excluded.saved_at"),
            {caseId, occasion.by.id, QString::fromUtf8(json), stored(occasion.at)});
    });
}

Result<QByteArray> DecisionDrafts::of(const QString &caseId, const QString &userId)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT decision_drafts.content FROM cases LEFT JOIN decision_drafts"
                                      " ON decision_drafts.case_id = cases.id AND decision_drafts.user_id = ?"
                                      " WHERE cases.id = ?"),
            {userId, stored(caseId)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("not_found"), Say::tr("This case is not in the workspace."), {}};
    return row->at(0).toString().toUtf8();
}

Result<void> DecisionDrafts::dropAfter(const QString &caseId, const QString &userId, Status after)
{
    if (isOpen(after))
        return m_database.run(
            QStringLiteral("DELETE FROM decision_drafts WHERE case_id = ? AND user_id = ?"), {caseId, userId});
    return m_database.run(QStringLiteral("DELETE FROM decision_drafts WHERE case_id = ?"), {caseId});
}

} // namespace reviewdesk
