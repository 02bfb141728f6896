#include "store/CaseNotes.h"

#include "store/Appeals.h"
#include "store/Changes.h"
#include "store/DecisionDrafts.h"
#include "store/Stored.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CaseNotes)
};

QVariant talkJson(const std::optional<PeerToPeerTalk> &talk)
{
    if (!talk)
        return QVariant(QMetaType::fromType<QString>());
    return QString::fromUtf8(canonicalJson(JsonValue::Object{{QStringLiteral("at"), talk->at.toMSecsSinceEpoch()},
        {QStringLiteral("outcome"), toWord(talk->outcome)}, {QStringLiteral("with"), talk->with}}));
}

std::optional<PeerToPeerTalk> talkFrom(const QVariant &json, const QString &words)
{
    if (json.isNull())
        return std::nullopt;
    const Result<JsonValue> read = readJson(json.toString().toUtf8());
    if (!read)
        return std::nullopt;
    PeerToPeerTalk talk;
    if (const JsonValue *at = read->member(u"at"); at && at->asInteger())
        talk.at = QDateTime::fromMSecsSinceEpoch(*at->asInteger(), QTimeZone::utc());
    talk.outcome = talkOutcomeFromWord(read->text(u"outcome")).value_or(TalkOutcome::Offered);
    talk.with = read->text(u"with");
    talk.words = words;
    return talk;
}

/// What the history keeps of a note besides its words.
QByteArray changesOf(const CaseNote &note, const QString &before, const QString &to)
{
    JsonValue::Array changes;
    if (!to.isEmpty())
        changes.emplace_back(change(QStringLiteral("/assigned_to"), before, to));
    if (note.talk) {
        changes.emplace_back(change(QStringLiteral("/peer_to_peer/at"), {}, note.talk->at.toUTC().toString(Qt::ISODate)));
        changes.emplace_back(change(QStringLiteral("/peer_to_peer/outcome"), {}, toWord(note.talk->outcome)));
        changes.emplace_back(change(QStringLiteral("/peer_to_peer/with"), {}, note.talk->with));
    }
    return canonicalJson(changes);
}

} // namespace

CaseNotes::CaseNotes(Database &database, AuditLog &audit, const Rulebook &rulebook)
    : m_database(database), m_audit(audit), m_rulebook(rulebook)
{
}

Result<QList<CaseNote>> CaseNotes::of(const QString &caseId)
{
    QList<CaseNote> notes;
    const Result<void> read = m_database.each(
        QStringLiteral("SELECT case_notes.action, case_notes.round, case_notes.at, author.id, author.name,"
                       " coalesce(receiver.id, ''), coalesce(receiver.name, ''), case_notes.words, case_notes.talk"
                       " FROM case_notes JOIN users AS author ON author.id = case_notes.user_id"
                       " LEFT JOIN users AS receiver ON receiver.id = case_notes.to_user"
                       " WHERE case_notes.case_id = ? ORDER BY case_notes.sequence"),
        {stored(caseId)}, [&](const Database::Row &row) -> Result<void> {
            CaseNote note;
            note.action = actionFromWord(row.at(0).toString()).value_or(Action::Comment);
            note.round = row.at(1).toInt();
            note.at = storedInstant(row.at(2));
            note.userId = row.at(3).toString();
            note.userName = row.at(4).toString();
            note.toUserId = row.at(5).toString();
            note.toUserName = row.at(6).toString();
            note.words = row.at(7).toString();
            note.talk = talkFrom(row.at(8), note.words);
            notes.append(note);
            return {};
        });
    if (!read)
        return read.error();
    return notes;
}

/// Held, for what is written next.
Result<CaseNotes::Head> CaseNotes::headOf(const QString &caseId)
{
    if (Result<void> held = m_database.hold(caseId); !held)
        return held.error();
    const Result<Database::Row> row = m_database.row(
        QStringLiteral("SELECT cases.status, cases.current_round, cases.number, coalesce(users.name, ''),"
                       " (SELECT kind FROM rounds WHERE case_id = cases.id AND number = cases.current_round)"
                       " FROM cases LEFT JOIN users ON users.id = cases.assigned WHERE cases.id = ?"),
        {stored(caseId)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("not_found"), Words::tr("This case is not in the workspace."), {}};
    Head head;
    head.status = statusFromWord(row->at(0).toString()).value_or(Status::Draft);
    head.round = row->at(1).toInt();
    head.number = row->at(2).toString();
    head.assignedName = row->at(3).toString();
    if (row->at(4).toString() != QLatin1String("appeal"))
        return head;
    const Result<QList<Person>> deniers = deniersOf(m_database, caseId);
    if (!deniers)
        return deniers.error();
    head.deniedBy = *deniers;
    return head;
}

/// Of somebody with an account whom a case can go to.
Result<QString> CaseNotes::nameOf(const QString &userId, Action action)
{
    const Result<Database::Row> row = m_database.row(
        QStringLiteral("SELECT name, role FROM users WHERE id = ? AND disabled = 0 AND role <> 'supervisor'"),
        {stored(userId)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("not_found"),
            Words::tr("A case is assigned to a nurse or a physician with an account."), {}};
    if (action == Action::AskOpinion && row->at(1).toString() != QLatin1String("physician"))
        return Error{QStringLiteral("invalid"), Words::tr("A second opinion is asked of a physician."), {}};
    return row->at(0).toString();
}

/// Whose denial is appealed, does not hear it: neither is it theirs from then on, nor are they asked about it.
Result<void> CaseNotes::checkHearer(const Head &head, const CaseNote &note, const QString &name)
{
    const auto isTo = [&note](const Person &denier) { return denier.userId == note.toUserId; };
    if (std::none_of(head.deniedBy.cbegin(), head.deniedBy.cend(), isTo))
        return {};
    const QString words = note.action == Action::AskOpinion
        ? Words::tr("%1 denied this case and may not hear the appeal; ask another physician.")
        : Words::tr("%1 denied this case and may not hear the appeal; assign it to somebody else.");
    return Error{QStringLiteral("own_denial"), words.arg(name), head.number};
}

Result<void> CaseNotes::mayAdd(
    const QString &caseId, const Head &head, const CaseNote &note, const Occasion &occasion)
{
    static const ReviewCase none;
    static const Interview noInterview;
    static const Evaluation noEvaluation;
    CaseState state;
    state.status = head.status;
    state.reviewCase = &none;
    state.policy = &m_rulebook.policy;
    state.interview = &noInterview;
    state.evaluation = &noEvaluation;
    state.comment = note.words;
    state.deniedBy = head.deniedBy;
    state.talkHeld = note.talk && note.talk->outcome == TalkOutcome::Held;
    if (note.action == Action::GiveOpinion) {
        const Result<QList<CaseNote>> notes = of(caseId);
        if (!notes)
            return notes.error();
        state.opinionOf = openOpinions(*notes, head.round);
    }
    const Result<Status> may = afterAction(state, note.action, occasion.by.person());
    if (may)
        return {};
    return Error{may.error().code, may.error().message, head.number};
}

Result<void> CaseNotes::write(const QString &caseId, const Head &head, const CaseNote &note, const Occasion &occasion)
{
    QString to; ///< whose the case is from now on; empty: as before
    if (!note.toUserId.isEmpty()) {
        const Result<QString> name = nameOf(note.toUserId, note.action);
        const bool isGone = !name && name.error().code == QLatin1String("not_found") && note.action == Action::GiveOpinion;
        if (!name && !isGone) // who asked for an opinion may have no account any more: the case stays where it is
            return name.error();
        to = name ? *name : QString();
        if (const Result<void> other = checkHearer(head, note, to); !other) {
            if (note.action != Action::GiveOpinion)
                return other;
            to.clear(); // asked by a denier, as earlier programs let them
        }
    }
    const QString words = note.words.trimmed();
    const Result<void> added = m_database.run(
        QStringLiteral(
            "INSERT INTO case_notes (case_id, round, sequence, action, at, user_id, to_user, words, talk) VALUES (?, ?,"
            " (SELECT 1 + coalesce(max(sequence), 0) FROM case_notes WHERE case_id = ?), ?, ?, ?, ?, ?, ?)"),
        {caseId, head.round, caseId, toWord(note.action), stored(occasion.at), occasion.by.id,
            note.toUserId.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(note.toUserId), stored(words),
            talkJson(note.talk)});
    if (!added)
        return added;
    if (note.action == Action::AskOpinion || note.action == Action::GiveOpinion) { // the draft's words, said now
        if (Result<void> dropped = DecisionDrafts(m_database).dropAfter(caseId, occasion.by.id, head.status); !dropped)
            return dropped;
    }
    if (!to.isEmpty()) {
        const Result<void> given =
            m_database.run(QStringLiteral("UPDATE cases SET assigned = ? WHERE id = ?"), {note.toUserId, caseId});
        if (!given)
            return given;
    }
    return m_audit.append({caseId, occasion.at, occasion.by.id, occasion.by.name, toWord(note.action), words,
        changesOf(note, head.assignedName, to), {}});
}

/// With whom and when: not in the future; one that was held not before the case came to a physician in this round, an
/// offer not before the request was received.
Result<void> CaseNotes::checkTalk(
    const QString &caseId, const Head &head, const std::optional<PeerToPeerTalk> &talk, const Occasion &occasion)
{
    const auto invalid = [](const QString &words) {
        return Error{QStringLiteral("invalid"), words, QStringLiteral("/peer_to_peer/at")};
    };
    if (!talk || talk->with.trimmed().isEmpty())
        return Error{QStringLiteral("invalid"), Words::tr("Say with whom the talk was offered or held."),
            QStringLiteral("/peer_to_peer/with")};
    if (!talk->at.isValid())
        return invalid(Words::tr("Say when the talk took place."));
    if (talk->at > occasion.at)
        return invalid(Words::tr("A talk is recorded once it was offered or held: this time is still to come."));
    const Result<Database::Row> since = m_database.row(
        QStringLiteral("SELECT (SELECT min(at) FROM audit WHERE chain = rounds.case_id AND action = 'refer'"
                       " AND at >= rounds.started_at), (SELECT received_at FROM round_facts"
                       " WHERE round_facts.case_id = rounds.case_id AND round = rounds.number)"
                       " FROM rounds WHERE case_id = ? AND number = ?"),
        {stored(caseId), head.round});
    if (!since)
        return since.error();
    constexpr qint64 minute = 60'000; // talks are typed to the minute
    const auto before = [&](const QVariant &instant) {
        return !instant.isNull() && talk->at.toMSecsSinceEpoch() < instant.toLongLong() / minute * minute;
    };
    if (talk->outcome == TalkOutcome::Held && before(since->value(0)))
        return invalid(Words::tr("The talk cannot have been held before the case was referred to a physician."));
    if (before(since->value(1)))
        return invalid(Words::tr("The talk cannot have been before the request was received."));
    return {};
}

Result<void> CaseNotes::add(const QString &caseId, const CaseNote &given, const Occasion &occasion)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<Head> head = headOf(caseId);
        if (!head)
            return head.error();
        CaseNote note = given;
        if (note.talk)
            note.talk->words = note.words;
        if (Result<void> may = mayAdd(caseId, *head, note, occasion); !may)
            return may;
        if (note.action == Action::PeerToPeer) {
            if (Result<void> whole = checkTalk(caseId, *head, note.talk, occasion); !whole)
                return whole;
        }
        if (note.action == Action::AskOpinion && note.toUserId == occasion.by.id)
            return Error{QStringLiteral("invalid"), Words::tr("A second opinion is another physician's."), {}};
        if (note.action == Action::GiveOpinion) { // for who asked, to whom the case goes back
            const Result<Database::Row> asker = m_database.row(
                QStringLiteral("SELECT user_id FROM case_notes WHERE case_id = ? AND action = 'ask_opinion' AND"
                               " to_user = ? ORDER BY sequence DESC LIMIT 1"),
                {caseId, occasion.by.id});
            if (!asker)
                return asker.error();
            note.toUserId = asker->value(0).toString();
        }
        return write(caseId, *head, note, occasion);
    });
}

Result<void> CaseNotes::assign(const QStringList &caseIds, const QString &userId, const Occasion &occasion)
{
    CaseNote note;
    note.action = Action::Assign;
    note.toUserId = userId;
    return m_database.transaction([&]() -> Result<void> {
        if (const Result<QString> name = nameOf(userId, Action::Assign); occasion.by.role == Role::Supervisor && !name)
            return name.error();
        QStringList inOrder = caseIds; // held in one order by everybody, so that nobody waits in a ring
        inOrder.sort();
        for (const QString &caseId : std::as_const(inOrder)) {
            const Result<Head> head = headOf(caseId);
            if (!head)
                return head.error();
            if (Result<void> may = mayAdd(caseId, *head, note, occasion); !may)
                return may;
            if (Result<void> done = write(caseId, *head, note, occasion); !done)
                return done;
        }
        return {};
    });
}

} // namespace reviewdesk
