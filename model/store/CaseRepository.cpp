#include "store/CaseRepository.h"

#include "cases/CaseFile.h"
#include "cases/PackVersions.h"
#include "store/Appeals.h"
#include "store/Changes.h"
#include "store/ClockRecords.h"
#include "store/Folded.h"
#include "store/LetterRepository.h"
#include "store/Sha256.h"
#include "store/Statement.h"
#include "store/Stored.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseRepository)
};

constexpr char keptCase[] =
    "SELECT cases.number, cases.status, cases.row_version, cases.current_round, cases.assigned, cases.page,"
    " cases.created_at, cases.saved_at, rounds.content, preparer.id, preparer.name, preparer.role,"
    " preparer.credential, preparer.specialty, preparer.npi, preparer.licence_state, saver.name, rounds.kind,"
    " cases.member_name, cases.member_folded, cases.member_id, cases.provider_name, cases.procedure,"
    " cases.outcome, cases.outcome_tone, cases.plan_words, cases.expedited, cases.due_at, cases.folded,"
    " cases.line_of_business, cases.plan_state, cases.provider_folded, cases.wait_until,"
    " rounds.policy_version, rounds.policy_begins, rounds.policy_digest FROM cases JOIN rounds ON rounds.case_id = cases.id AND rounds.number = cases.current_round"
    " JOIN users AS preparer ON preparer.id = cases.prepared_by"
    " JOIN users AS saver ON saver.id = cases.changed_by WHERE cases.id = ?";
constexpr char savedAgain[] =
    "UPDATE cases SET row_version = ?, page = ?, saved_at = ?, last_action = ?, changed_by = ? WHERE id = ?";

QVariantList projections(const StoredCase &stored_, const CaseView &view, const Rulebook &rulebook)
{
    const CaseSummary summary = summaryOf(stored_.reviewCase, view, rulebook);
    const std::optional<LineOfBusiness> lineOfBusiness = stored_.reviewCase.request.lineOfBusiness;
    const QString folded = foldedForSearch(
        QStringList{summary.memberName, summary.memberId, stored_.reviewCase.number, summary.providerName}.join(
            QLatin1Char('\n')));
    return {stored(summary.memberName), stored(foldedForSearch(summary.memberName)), stored(summary.memberId),
        stored(summary.providerName), stored(summary.procedure), stored(summary.outcome), summary.outcomeTone,
        stored(summary.planWords), summary.expedited ? 1 : 0,
        storedDue(summary.dueAt), stored(folded), stored(lineOfBusiness ? toWord(*lineOfBusiness) : QString()),
        stored(stored_.reviewCase.request.state), stored(foldedForSearch(summary.providerName)),
        storedDue(waitEnd(stored_.reviewCase.determination, stored_.clock, view.due, rulebook.zone))};
}

} // namespace

CaseRepository::CaseRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook)
    : m_database(database), m_audit(audit), m_uuids(uuids), m_rulebook(rulebook)
{
}

QString CaseRepository::contentDigest(const QByteArray &content)
{
    return QString::fromLatin1(sha256({content}).toHex());
}

CaseRepository::Content CaseRepository::contentOf(const ReviewCase &reviewCase) const
{
    Content content{toJson(reviewCase, m_rulebook.policy), {}};
    content.json = canonicalJson(content.document);
    return content;
}

int CaseRepository::yearOf(const QDateTime &instant) const
{
    return instant.toTimeZone(m_rulebook.zone).date().year();
}

Result<qint64> CaseRepository::nextNumber(const QString &name, int year)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("INSERT INTO numbers (name, year, last) VALUES (?, ?, 1)"
                                      " ON CONFLICT (name, year) DO UPDATE SET last = numbers.last + 1 RETURNING last"),
            {name, year});
    if (!row)
        return row.error();
    return row->value(0).toLongLong();
}

Result<StoredCase> CaseRepository::create(const ReviewCase &content, const Occasion &occasion, Origin origin)
{
    StoredCase fresh;
    fresh.reviewCase = content;
    takeUp(fresh.reviewCase, m_rulebook.policy); // who read the request may have begun under another version
    fresh.reviewCase.determination = {};
    fresh.preparedBy = occasion.by.person();
    fresh.createdAt = fresh.savedAt = occasion.at;
    fresh.rowVersion = 1;
    fresh.id = m_uuids.next(occasion.at);
    return m_database.transaction([&]() -> Result<StoredCase> {
        const int year = yearOf(occasion.at);
        const Result<qint64> number = nextNumber(QStringLiteral("case"), year);
        if (!number)
            return number.error();
        fresh.reviewCase.number = QStringLiteral("RD-%1-%2").arg(year).arg(*number, 6, 10, QLatin1Char('0'));
        const CaseView view = viewOf(fresh.reviewCase, m_rulebook);
        const Result<Status> may = afterAction(stateFor(fresh, fresh.status, view), Action::Edit, fresh.preparedBy);
        if (!may && !(origin == Origin::Imported && occasion.by.role == Role::Supervisor))
            return may.error();
        const Content made = contentOf(fresh.reviewCase);
        const QString action = QStringLiteral("create");
        const Result<void> inserted = m_database.run(
            QStringLiteral(
                "INSERT INTO cases (id, number, status, row_version, current_round, prepared_by, page, created_at, "
                "saved_at,"
                " last_action, changed_by, member_name, member_folded, member_id, provider_name, procedure, outcome,"
                " outcome_tone, plan_words, expedited, due_at, folded, line_of_business, plan_state, provider_folded,"
                " wait_until) VALUES (?, ?, 'draft', 1, 1, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            QVariantList{fresh.id, fresh.reviewCase.number, occasion.by.id, stored(occasion.at), stored(occasion.at),
                action, occasion.by.id} +
                projections(fresh, view, m_rulebook));
        if (!inserted)
            return inserted.error();
        if (const Result<void> round = insertRound(fresh, made.json, view); !round)
            return round.error();
        const QByteArray changes =
            changesBetween(JsonValue(JsonValue::Object()), made.document);
        if (const Result<void> noted = m_audit.append(
                {fresh.id, occasion.at, occasion.by.id, occasion.by.name, action, {}, changes, contentDigest(made.json)});
            !noted)
            return noted.error();
        return fresh;
    });
}

Result<CaseRepository::Kept> CaseRepository::kept(const QString &caseId)
{
    const Result<Statement *> asked = m_database.statements().of(keptCase);
    if (!asked)
        return asked.error();
    Kept kept;
    const Statement &row = **asked;
    const Result<void> found = (*asked)->each({Statement::text(caseId)}, [&] {
        kept.head.id = caseId;
        kept.number = row.string(0);
        kept.head.status = statusFromWord(row.string(1)).value_or(Status::Draft);
        kept.head.rowVersion = row.integer(2);
        kept.head.round = static_cast<int>(row.integer(3));
        kept.head.assignedTo = row.string(4);
        kept.head.page = row.string(5);
        kept.head.createdAt = storedInstant(row.value(6));
        kept.head.savedAt = storedInstant(row.value(7));
        kept.content = row.bytes(8);
        Person &preparer = kept.head.preparedBy;
        preparer.userId = row.string(9);
        preparer.name = row.string(10);
        preparer.role = roleFromWord(row.string(11)).value_or(Role::Nurse);
        preparer.credential = row.string(12);
        preparer.specialty = row.string(13);
        preparer.npi = row.string(14);
        preparer.licenceState = row.string(15);
        kept.savedBy = row.string(16);
        kept.head.roundKind = roundKindFromWord(row.string(17));
        for (int column = 18; column < 33; ++column)
            kept.projections.append(row.value(column));
        kept.policyVersion = row.string(33);
        kept.policyBegins = QDate::fromString(row.string(34), Qt::ISODate);
        kept.policyDigest = row.string(35);
        return false;
    });
    if (!found)
        return found.error();
    if (kept.head.id.isEmpty())
        return Error{QStringLiteral("not_found"), Say::tr("This case is not in the workspace."), {}};
    const Result<ClockEvents> clock = readClock(m_database, caseId, kept.head.round);
    if (!clock)
        return clock.error();
    kept.head.clock = *clock;
    kept.head.clock.isAppeal = kept.head.roundKind == RoundKind::Appeal;
    if (kept.head.roundKind == RoundKind::Appeal) {
        const Result<QList<Person>> deniers = deniersOf(m_database, caseId);
        if (!deniers)
            return deniers.error();
        kept.head.deniedBy = *deniers;
    }
    return kept;
}

Error damagedCase(const QString &number, const Error &problem)
{
    return {QStringLiteral("damaged"), Say::tr("%1 cannot be read: %2").arg(number, problem.message), problem.place};
}

Result<StoredCase> CaseRepository::storedCase(const Kept &kept) const
{
    CaseReading reading = readCase(kept.content, m_rulebook.policy, m_rulebook.caseSchema, CaseSource::Workspace);
    if (!reading.ok())
        return damagedCase(kept.number, reading.problems.constFirst());
    StoredCase whole = kept.head;
    whole.reviewCase = std::move(reading.reviewCase);
    if (const Result<void> pack = checkPack(kept); !pack)
        whole.onlyRead = pack.error();
    return whole;
}

Result<QString> CaseRepository::wrongProjection(const QString &caseId)
{
    static const QList<std::pair<qsizetype, QString>> compared{{0, QStringLiteral("member_name")},
        {1, QStringLiteral("member_folded")}, {2, QStringLiteral("member_id")}, {3, QStringLiteral("provider_name")},
        {8, QStringLiteral("expedited")}, {10, QStringLiteral("folded")}, {11, QStringLiteral("line_of_business")},
        {12, QStringLiteral("plan_state")}, {13, QStringLiteral("provider_folded")}};
    const Result<Kept> found = kept(caseId);
    if (!found)
        return found.error();
    const Result<StoredCase> stored_ = storedCase(*found);
    if (!stored_)
        return stored_.error();
    const CaseView view = viewOf(stored_->reviewCase, m_rulebook, stored_->clock);
    const QVariantList says = projections(*stored_, view, m_rulebook);
    for (const auto &[column, name] : compared) {
        if (says.at(column) != found->projections.at(column))
            return name;
    }
    const Result<Database::Row> answer = m_database.row(
        QStringLiteral("SELECT policy_digest, evaluation FROM rounds WHERE case_id = ? AND number = ?"),
        {caseId, stored_->round});
    if (!answer)
        return answer.error();
    if (answer->value(0).toString() != m_rulebook.policy.digest)
        return QString();
    constexpr qsizetype tone = 6;
    if (says.at(tone) != found->projections.at(tone))
        return QStringLiteral("outcome_tone");
    const bool same = answer->value(1).toString().toUtf8() == evaluationJson(view, m_rulebook.policy);
    return same ? QString() : QStringLiteral("evaluation");
}

Result<StoredCase> CaseRepository::load(const QString &caseId)
{
    if (Result<void> may = m_database.permitted(); !may)
        return may.error();
    const Result<Kept> found = kept(caseId);
    if (!found)
        return found.error();
    return storedCase(*found);
}

Result<StoredCase> CaseRepository::loadHeld(const QString &caseId)
{
    const Result<Kept> found = kept(caseId);
    if (!found)
        return found.error();
    if (const Result<void> pack = checkPack(*found); !pack)
        return pack.error();
    return storedCase(*found);
}

CaseState CaseRepository::stateFor(
    const StoredCase &stored_, Status status, const CaseView &view, const QString &comment) const
{
    CaseState state = stateOf(
        status, stored_.reviewCase, m_rulebook.policy, view, stored_.clock, stored_.preparedBy, stored_.deniedBy);
    state.comment = comment;
    return state;
}

Result<void> CaseRepository::checkFresh(const Kept &kept, const StoredCase &given) const
{
    if (kept.head.rowVersion == given.rowVersion)
        return {};
    return Error{QStringLiteral("stale"),
        Say::tr("%1 saved %2 meanwhile. Nothing was overwritten; open the case again to see both.")
            .arg(kept.savedBy, kept.number),
        {}};
}

Result<StoredCase> CaseRepository::saveDraft(const StoredCase &draft, const Occasion &occasion)
{
    return m_database.transaction([&]() -> Result<StoredCase> {
        if (Result<void> held = m_database.hold(draft.id); !held)
            return held.error();
        const Result<Kept> before = kept(draft.id);
        if (!before)
            return before.error();
        const bool afterThis = before->head.rowVersion == draft.rowVersion + 1 && before->head.status == Status::Draft &&
            before->head.round == draft.round && before->savedBy == occasion.by.name;
        if (const Result<void> fresh = checkFresh(*before, draft); !fresh && !afterThis)
            return fresh.error();
        StoredCase next = before->head;
        next.page = draft.page;
        next.reviewCase = draft.reviewCase;
        if (const Result<void> provision = keepProvision(next.reviewCase, *before, occasion.by.role); !provision)
            return provision.error();
        next.reviewCase.number = before->number;
        const bool asItWas = before->policyDigest != m_rulebook.policy.digest && // what this policy does not ask is in it
            contentOf(next.reviewCase).json == before->content;
        takeUp(next.reviewCase, m_rulebook.policy);
        const Content content = contentOf(next.reviewCase);
        if (asItWas || content.json == before->content) { // where it was left is no change of the case
            if (next.page == before->head.page)
                return next;
            const Result<void> turned =
                m_database.run(QStringLiteral("UPDATE cases SET page = ? WHERE id = ?"), {stored(next.page), next.id});
            if (!turned)
                return turned.error();
            return next;
        }
        if (const Result<void> pack = checkPack(*before); !pack)
            return pack.error();
        if (const Result<void> fresh = checkFresh(*before, draft); !fresh)
            return fresh.error(); // afterThis: not what this draft says, so it was not this save whose answer was lost
        return write(*before, std::move(next), content, {toWord(Action::Edit), {}, occasion});
    });
}

Result<StoredCase> CaseRepository::write(
    const Kept &before, StoredCase next, const Content &content, const Step &step)
{
    const UserAccount &by = step.occasion.by;
    const CaseView view = viewOf(next.reviewCase, m_rulebook, next.clock);
    if (step.action == toWord(Action::Edit)) {
        if (const Result<Status> may = afterAction(stateFor(next, before.head.status, view), Action::Edit, by.person());
            !may)
            return may.error();
    }
    const bool newRound = next.round != before.head.round;
    next.rowVersion = before.head.rowVersion + 1;
    next.savedAt = step.occasion.at;
    const Result<JsonValue> earlier = readJson(before.content);
    if (!earlier)
        return damagedCase(before.number, earlier.error());
    if (const Result<void> round = newRound ? insertRound(next, content.json, view) : updateRound(next, content.json, view);
        !round)
        return round.error();
    if (const Result<void> updated = updateCase(before, next, view, step); !updated)
        return updated.error();
    QByteArray changes = changesBetween(*earlier, content.document);
    if (next.status != before.head.status) {
        const QByteArray status =
            canonicalJson(change(QStringLiteral("/status"), toWord(before.head.status), toWord(next.status)));
        changes = changes == "[]" ? "[" + status + "]" : changes.chopped(1) + "," + status + "]";
    }
    const Result<void> noted = m_audit.append(
        {next.id, step.occasion.at, by.id, by.name, step.action, step.comment, changes, contentDigest(content.json)});
    if (!noted)
        return noted.error();
    return next;
}

/// What the worklist shows stays mostly as it was while a person types; to write it again would touch each of its indexes.
Result<void> CaseRepository::updateCase(
    const Kept &before, const StoredCase &next, const CaseView &view, const Step &step)
{
    const QVariantList shown = projections(next, view, m_rulebook);
    const bool sameStep = next.status == before.head.status && next.round == before.head.round &&
        next.preparedBy.userId == before.head.preparedBy.userId && step.action != toWord(Action::Extend); // asks for a notice
    if (sameStep && shown == before.projections) {
        const Result<Statement *> again = m_database.statements().of(savedAgain);
        if (!again)
            return again.error();
        return (*again)->run({next.rowVersion, Statement::text(next.page), next.savedAt.toMSecsSinceEpoch(),
            Statement::text(step.action), Statement::text(step.occasion.by.id), Statement::text(next.id)});
    }
    const Result<void> done = m_database.run(
        QStringLiteral(
            "UPDATE cases SET status = ?, row_version = ?, prepared_by = ?, page = ?, saved_at = ?, last_action = ?,"
            " changed_by = ?, letters = CASE WHEN current_round = ? THEN letters ELSE 0 END,"
            " unprinted = CASE WHEN current_round = ? THEN unprinted ELSE 0 END, current_round = ?, member_name = ?, member_folded = ?, member_id = ?, provider_name = ?, "
            "procedure = ?,"
            " outcome = ?, outcome_tone = ?, plan_words = ?, expedited = ?, due_at = ?, folded = ?, line_of_business = ?, "
            "plan_state = ?, provider_folded = ?, wait_until = ? WHERE id = ?"),
        QVariantList{toWord(next.status), next.rowVersion, next.preparedBy.userId, stored(next.page),
            stored(next.savedAt), step.action, step.occasion.by.id, next.round, next.round, next.round} +
            shown + QVariantList{next.id});
    return done && !sameStep ? LetterRepository::recount(m_database, next.id) : done;
}

} // namespace reviewdesk
