#include "store/CaseRepository.h"

#include "cases/CaseFile.h"
#include "store/Changes.h"
#include "store/DecisionDrafts.h"
#include "store/Folded.h"
#include "store/Stored.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseRepository)
};

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
        summary.dueAt.isValid() ? summary.dueAt.toMSecsSinceEpoch() : noDueInstant, stored(folded),
        stored(lineOfBusiness ? toWord(*lineOfBusiness) : QString()), stored(stored_.reviewCase.request.state),
        stored(foldedForSearch(summary.providerName))};
}

/// A step that goes beside the work on the case: nobody becomes its preparer by it, and no half-written decision ends.
bool isAside(Action action)
{
    return action == Action::Extend || action == Action::RecordProvision;
}

/// What has a call of its own.
bool isKeptElsewhere(Action action)
{
    static const QList<Action> elsewhere{Action::Edit, Action::IssueLetter, Action::Assign, Action::Comment,
        Action::Attach, Action::PeerToPeer, Action::AskOpinion, Action::GiveOpinion, Action::SecondReview};
    return elsewhere.contains(action);
}

} // namespace

CaseRepository::CaseRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook)
    : m_database(database), m_audit(audit), m_uuids(uuids), m_rulebook(rulebook)
{
}

QString CaseRepository::contentDigest(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
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
                                      " ON CONFLICT (name, year) DO UPDATE SET last = last + 1 RETURNING last"),
            {name, year});
    if (!row)
        return row.error();
    return row->value(0).toLongLong();
}

Result<StoredCase> CaseRepository::create(const ReviewCase &content, const Occasion &occasion, Origin origin)
{
    StoredCase fresh;
    fresh.reviewCase = content;
    fresh.reviewCase.policyId = m_rulebook.policy.id;
    fresh.reviewCase.policyVersion = m_rulebook.policy.version;
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
        const Result<Status> may = afterAction(stateOf(fresh, fresh.status, view), Action::Edit, fresh.preparedBy);
        if (!may && !(origin == Origin::Imported && occasion.by.role == Role::Supervisor))
            return may.error();
        const Content made = contentOf(fresh.reviewCase);
        const QString action = QStringLiteral("create");
        const Result<void> inserted = m_database.run(
            QStringLiteral(
                "INSERT INTO cases (id, number, status, row_version, current_round, prepared_by, page, created_at, "
                "saved_at,"
                " last_action, changed_by, member_name, member_folded, member_id, provider_name, procedure, outcome,"
                " outcome_tone, plan_words, expedited, due_at, folded, line_of_business, plan_state, provider_folded)"
                " VALUES (?, ?, 'draft', 1, 1, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
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
    const Result<Database::Row> row = m_database.row(
        QStringLiteral(
            "SELECT cases.number, cases.status, cases.row_version, cases.current_round, cases.assigned, cases.page,"
            " cases.created_at, cases.saved_at, rounds.content, preparer.id, preparer.name, preparer.role,"
            " preparer.credential, preparer.specialty, preparer.npi, preparer.licence_state, saver.name, rounds.kind,"
            " cases.member_name, cases.member_folded, cases.member_id, cases.provider_name, cases.procedure,"
            " cases.outcome, cases.outcome_tone, cases.plan_words, cases.expedited, cases.due_at, cases.folded,"
            " cases.line_of_business, cases.plan_state, cases.provider_folded"
            " FROM cases JOIN rounds ON rounds.case_id = cases.id AND rounds.number = cases.current_round"
            " JOIN users AS preparer ON preparer.id = cases.prepared_by"
            " JOIN users AS saver ON saver.id = cases.changed_by WHERE cases.id = ?"),
        {stored(caseId)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("not_found"), Say::tr("This case is not in the workspace."), {}};
    Kept kept;
    kept.head.id = caseId;
    kept.number = row->at(0).toString();
    kept.head.status = statusFromWord(row->at(1).toString()).value_or(Status::Draft);
    kept.head.rowVersion = row->at(2).toLongLong();
    kept.head.round = row->at(3).toInt();
    kept.head.assignedTo = row->at(4).toString();
    kept.head.page = row->at(5).toString();
    kept.head.createdAt = storedInstant(row->at(6));
    kept.head.savedAt = storedInstant(row->at(7));
    kept.content = row->at(8).toString().toUtf8();
    Person &preparer = kept.head.preparedBy;
    preparer.userId = row->at(9).toString();
    preparer.name = row->at(10).toString();
    preparer.role = roleFromWord(row->at(11).toString()).value_or(Role::Nurse);
    preparer.credential = row->at(12).toString();
    preparer.specialty = row->at(13).toString();
    preparer.npi = row->at(14).toString();
    preparer.licenceState = row->at(15).toString();
    kept.savedBy = row->at(16).toString();
    kept.head.roundKind = roundKindFromWord(row->at(17).toString());
    kept.projections = row->mid(18);
    const Result<ClockEvents> clock = clockOf(caseId, kept.head.round);
    if (!clock)
        return clock.error();
    kept.head.clock = *clock;
    kept.head.clock.isAppeal = kept.head.roundKind == RoundKind::Appeal;
    if (kept.head.roundKind == RoundKind::Appeal) {
        const Result<QList<Person>> deniers = deniersOf(caseId);
        if (!deniers)
            return deniers.error();
        kept.head.deniedBy = *deniers;
    }
    return kept;
}

Result<StoredCase> CaseRepository::storedCase(const Kept &kept) const
{
    CaseReading reading = readCase(kept.content, m_rulebook.policy, m_rulebook.caseSchema);
    if (!reading.ok()) {
        const Error &first = reading.problems.constFirst();
        return Error{
            QStringLiteral("damaged"), Say::tr("%1 cannot be read: %2").arg(kept.number, first.message), first.place};
    }
    StoredCase whole = kept.head;
    whole.reviewCase = std::move(reading.reviewCase);
    return whole;
}

Result<StoredCase> CaseRepository::load(const QString &caseId)
{
    const Result<Kept> found = kept(caseId);
    if (!found)
        return found.error();
    return storedCase(*found);
}

CaseState CaseRepository::stateOf(
    const StoredCase &stored_, Status status, const CaseView &view, const QString &comment) const
{
    return {status, &stored_.reviewCase, &m_rulebook.policy, &view.interview, &view.evaluation, stored_.preparedBy,
        comment, view.due, stored_.clock.extendedAt.isValid(), stored_.deniedBy};
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
        const Result<Kept> before = kept(draft.id);
        if (!before)
            return before.error();
        if (const Result<void> fresh = checkFresh(*before, draft); !fresh)
            return fresh.error();
        StoredCase next = before->head;
        next.page = draft.page;
        next.reviewCase = draft.reviewCase;
        next.reviewCase.number = before->number;
        next.reviewCase.policyId = m_rulebook.policy.id;
        next.reviewCase.policyVersion = m_rulebook.policy.version;
        const Content content = contentOf(next.reviewCase);
        if (content.json == before->content) { // where it was left is no change of the case
            if (next.page == before->head.page)
                return next;
            const Result<void> turned =
                m_database.run(QStringLiteral("UPDATE cases SET page = ? WHERE id = ?"), {stored(next.page), next.id});
            if (!turned)
                return turned.error();
            return next;
        }
        return write(*before, std::move(next), content, {toWord(Action::Edit), {}, occasion});
    });
}

Result<StoredCase> CaseRepository::act(
    const StoredCase &current, Action action, const QString &comment, const Occasion &occasion)
{
    if (isKeptElsewhere(action))
        return Error{
            QStringLiteral("invalid"), Say::tr("Letters, drafts and notes are kept by calls of their own."), {}};
    return m_database.transaction([&]() -> Result<StoredCase> {
        const Result<Kept> before = kept(current.id);
        if (!before)
            return before.error();
        if (const Result<void> fresh = checkFresh(*before, current); !fresh)
            return fresh.error();
        Result<StoredCase> wish = wished(*before, current, action);
        if (!wish)
            return wish.error();
        StoredCase next = std::move(wish).value();
        const Person actor = occasion.by.person();
        const CaseView view = viewOf(next.reviewCase, m_rulebook, next.clock);
        CaseState state = stateOf(next, before->head.status, view, comment);
        state.now = occasion.at;
        const Result<Status> after = afterAction(state, action, actor);
        if (!after)
            return after.error();
        if (action == Action::Deny) {
            if (const Result<void> other = checkDenier(*before, occasion); !other)
                return other.error();
        }
        next.status = *after;
        if (before->head.status == Status::Draft && action != Action::Withdraw && !isAside(action))
            next.preparedBy = actor; // who submits it, has prepared it
        if (action == Action::Reopen || action == Action::Appeal) {
            const Result<StoredCase> closed = storedCase(*before);
            if (!closed)
                return closed.error();
            beginRound(next, closed->reviewCase, action, occasion);
        }
        if (const Result<void> noted = noteClock(next, action, occasion); !noted)
            return noted.error();
        const Step step{toWord(action), comment, occasion};
        if (const Result<void> stamped = stamp(next, step, action); !stamped)
            return stamped.error();
        if (!isAside(action)) { // more time takes nobody's words away
            const Result<void> dropped = DecisionDrafts(m_database).dropAfter(next.id, occasion.by.id, next.status);
            if (!dropped)
                return dropped.error();
        }
        const Content content = contentOf(next.reviewCase);
        return write(*before, std::move(next), content, step);
    });
}

/// The case as the actor would have it: everything on the screen, or, for a provision, that alone.
Result<StoredCase> CaseRepository::wished(const Kept &before, const StoredCase &current, Action action) const
{
    StoredCase next = before.head;
    if (action == Action::RecordProvision) {
        Result<StoredCase> whole = storedCase(before);
        if (!whole)
            return whole;
        next.reviewCase = std::move(whole->reviewCase);
        next.reviewCase.determination.contractProvision = current.reviewCase.determination.contractProvision;
        return next;
    }
    next.page = current.page;
    next.reviewCase = current.reviewCase;
    next.reviewCase.number = before.number;
    next.reviewCase.policyId = m_rulebook.policy.id;
    next.reviewCase.policyVersion = m_rulebook.policy.version;
    return next;
}

/// Who ever answered or submitted in this case has prepared it, whoever did so last.
Result<void> CaseRepository::checkDenier(const Kept &kept, const Occasion &occasion)
{
    const Result<Database::Row> took =
        m_database.row(QStringLiteral("SELECT 1 FROM audit WHERE chain = ? AND user_id = ? AND action IN ('create', "
                                      "'edit', 'submit', 'refer') LIMIT 1"),
            {kept.head.id, occasion.by.id});
    if (!took)
        return took.error();
    if (took->isEmpty())
        return {};
    return Error{QStringLiteral("same_person"),
        Say::tr("You took part in preparing this case; another physician must decide a denial."), {}};
}

/// Writes into the determination what follows from the action; the person's own words are in it already.
Result<void> CaseRepository::stamp(StoredCase &next, const Step &step, Action action)
{
    const Occasion &occasion = step.occasion;
    Determination &determination = next.reviewCase.determination;
    determination.exception = action == Action::ApproveException;
    determination.decision.reset();
    determination.at = {};
    determination.by = {};
    determination.preparedBy = {};
    switch (action) {
    case Action::Approve:
    case Action::ApproveException:
        determination.decision = Decision::Approved;
        break;
    case Action::Deny:
        determination.decision = Decision::Denied;
        break;
    case Action::Pend:
        determination.decision = Decision::Pended;
        break;
    case Action::Withdraw:
        determination.decision = Decision::Withdrawn;
        break;
    case Action::Extend:
        stampExtension(next, step.comment);
        return {};
    default:
        return {};
    }
    determination.at = occasion.at;
    determination.by = occasion.by.person();
    determination.preparedBy = next.preparedBy;
    if (determination.decision != Decision::Approved)
        return {};
    if (!determination.validFrom.isValid())
        determination.validFrom = occasion.at.toTimeZone(m_rulebook.zone).date();
    if (!determination.validTo.isValid())
        determination.validTo = determination.validFrom.addDays(m_rulebook.terms.approvalDays);
    if (determination.authorizationNumber.trimmed().isEmpty()) {
        const int year = yearOf(occasion.at);
        const Result<qint64> number = nextNumber(QStringLiteral("authorization"), year);
        if (!number)
            return number.error();
        determination.authorizationNumber =
            QStringLiteral("AUTH-%1-%2").arg(year).arg(*number, 6, 10, QLatin1Char('0'));
    }
    return {};
}

Result<StoredCase> CaseRepository::write(
    const Kept &before, StoredCase next, const Content &content, const Step &step)
{
    const UserAccount &by = step.occasion.by;
    const CaseView view = viewOf(next.reviewCase, m_rulebook, next.clock);
    if (step.action == toWord(Action::Edit)) {
        if (const Result<Status> may = afterAction(stateOf(next, before.head.status, view), Action::Edit, by.person());
            !may)
            return may.error();
    }
    const bool newRound = next.round != before.head.round;
    next.rowVersion = before.head.rowVersion + 1;
    next.savedAt = step.occasion.at;
    const Result<JsonValue> earlier = readJson(before.content);
    if (!earlier)
        return Error{QStringLiteral("damaged"),
            Say::tr("%1 cannot be read: %2").arg(before.number, earlier.error().message), earlier.error().place};
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
        next.preparedBy.userId == before.head.preparedBy.userId;
    if (sameStep && shown == before.projections)
        return m_database.run(QStringLiteral("UPDATE cases SET row_version = ?, page = ?, saved_at = ?, last_action = ?,"
                                             " changed_by = ? WHERE id = ?"),
            {next.rowVersion, stored(next.page), stored(next.savedAt), step.action, step.occasion.by.id, next.id});
    return m_database.run(
        QStringLiteral(
            "UPDATE cases SET status = ?, row_version = ?, prepared_by = ?, page = ?, saved_at = ?, last_action = ?,"
            " changed_by = ?, letters = iif(current_round = ?, letters, 0), unprinted = iif(current_round = ?, "
            "unprinted, 0), current_round = ?, member_name = ?, member_folded = ?, member_id = ?, provider_name = ?, "
            "procedure = ?,"
            " outcome = ?, outcome_tone = ?, plan_words = ?, expedited = ?, due_at = ?, folded = ?, line_of_business = ?, "
            "plan_state = ?, provider_folded = ? WHERE id = ?"),
        QVariantList{toWord(next.status), next.rowVersion, next.preparedBy.userId, stored(next.page),
            stored(next.savedAt), step.action, step.occasion.by.id, next.round, next.round, next.round} +
            shown + QVariantList{next.id});
}

} // namespace reviewdesk
