// What a step of the workflow does to a case.
#include "cases/ApprovalDates.h"
#include "cases/CaseFile.h"
#include "cases/PackVersions.h"
#include "cases/ReplyTime.h"
#include "cases/WorkflowConditions.h"
#include "policy/FileContent.h"
#include "store/Appeals.h"
#include "store/CaseRepository.h"
#include "store/DecisionDrafts.h"
#include "store/Stored.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseRepository)
};

/// A step that goes beside the work on the case: nobody becomes its preparer by it, and no half-written decision ends.
bool isAside(Action action)
{
    return action == Action::Extend || action == Action::RecordProvision;
}

/// What has a call of its own.
bool isKeptElsewhere(Action action)
{
    return action == Action::Edit || action == Action::IssueLetter || isBesideTheCase(action);
}

/// The words of a request for information go with the wait: no other letter says them. The history has them, and the letter.
/// Before a withdrawal somebody may have written others; what follows an answer is written anew.
void dropAsked(Determination &words, const Determination &asked, bool isAnswered)
{
    for (QString Determination::*text :
        {&Determination::plainReason, &Determination::plainReasonTranslated, &Determination::rationale}) {
        if (isAnswered || words.*text == asked.*text)
            (words.*text).clear();
    }
}

/// An appeal's receipt as it was when it was entered (CaseRounds.cpp), where who takes the step may have changed it. What is no
/// time yet is left to the other conditions.
Result<void> checkReceipt(
    Database &database, const StoredCase &next, Status before, Action action, const Occasion &occasion)
{
    const QDateTime &received = next.reviewCase.request.receivedAt;
    const bool isAppeal = next.roundKind == RoundKind::Appeal && action != Action::Withdraw && !isAside(action);
    if (!isAppeal || !actionsFor(before, occasion.by.role).contains(Action::Edit) || !received.isValid())
        return {};
    const Result<QDateTime> denied = appealedDenialAt(database, next.id);
    if (!denied)
        return denied.error();
    if (!denied->isValid())
        return {};
    const std::optional<Error> refused = appealReceiptRefusal(received, *denied, occasion.at);
    return refused ? Result<void>(*refused) : Result<void>();
}

/// Once it is entered, it says who may not hear it.
Result<StoredCase> withDeniers(Database &database, StoredCase appeal)
{
    const Result<QList<Person>> deniers = deniersOf(database, appeal.id);
    if (!deniers)
        return deniers.error();
    appeal.deniedBy = *deniers;
    return appeal;
}

/// By the workspace's letterhead, or the sample plan's where it has none that can be read: as its letters are written.
Result<ReplyTerms> replyTermsOf(Database &database, const Rulebook &rulebook, std::optional<LineOfBusiness> line)
{
    const Result<Database::Row> kept =
        database.row(QStringLiteral("SELECT value FROM settings WHERE name = 'letterhead'"));
    if (!kept)
        return kept.error();
    if (const Result<JsonValue> own = readJson(kept->value(0).toString().toUtf8()))
        return replyTerms(*own, line);
    const Result<QByteArray> sample = fileContent(rulebook.resources + QLatin1String("/letters/sample-letterhead.json"));
    const Result<JsonValue> values = sample ? readJson(*sample) : Result<JsonValue>(sample.error());
    return values ? Result<ReplyTerms>(replyTerms(*values, line)) : Result<ReplyTerms>(values.error());
}

} // namespace

/// Contract language outranks the criteria: it stands as who may record it has recorded it, whatever else is saved.
Result<void> CaseRepository::keepProvision(ReviewCase &next, const Kept &before, Role role)
{
    if (actionsFor(before.head.status, role).contains(Action::RecordProvision))
        return {};
    next.determination.contractProvision.reset();
    if (!before.content.contains("\"contract_provision\"")) // mostly there is none, and a draft is saved often
        return {};
    const Result<JsonValue> whole = readJson(before.content);
    if (!whole)
        return damagedCase(before.number, whole.error());
    next.determination.contractProvision = contractProvisionOf(*whole);
    return {};
}

Result<StoredCase> CaseRepository::act(
    const StoredCase &current, Action action, const QString &comment, const Occasion &occasion)
{
    if (isKeptElsewhere(action))
        return Error{QStringLiteral("invalid"), Say::tr("Letters, drafts and notes are kept by calls of their own."), {}};
    return m_database.transaction([&]() -> Result<StoredCase> {
        if (Result<void> held = m_database.hold(current.id); !held)
            return held.error();
        const Result<Kept> before = kept(current.id);
        if (!before)
            return before.error();
        if (const Result<void> fresh = checkFresh(*before, current); !fresh)
            return fresh.error();
        if (const Result<void> pack = checkPack(*before); !pack)
            return pack.error();
        const Person actor = occasion.by.person();
        Result<StoredCase> wish = wished(*before, current, action, actor);
        if (!wish)
            return wish.error();
        StoredCase next = std::move(wish).value();
        if (const Result<void> receipt = checkReceipt(m_database, next, before->head.status, action, occasion); !receipt)
            return receipt.error();
        if (action == Action::Approve || action == Action::ApproveException)
            fillApprovalDates(next.reviewCase, occasion.at.toTimeZone(m_rulebook.zone).date(), m_rulebook.terms.approvalDays);
        const CaseView view = viewOf(next.reviewCase, m_rulebook, next.clock);
        CaseState state = stateFor(next, before->head.status, view, comment);
        state.now = occasion.at;
        state.leastReplyBy =
            leastReplyBy(next.reviewCase.request, next.clock, occasion.at, m_rulebook.dueRules, m_rulebook.zone);
        state.latestReplyBy =
            latestReplyBy(next.reviewCase.request, next.clock, occasion.at, m_rulebook.dueRules, m_rulebook.zone);
        state.today = occasion.at.toTimeZone(m_rulebook.zone).date();
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
            if (const Result<void> begun = beginRound(next, closed->reviewCase, action, occasion); !begun)
                return begun.error();
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
        Result<StoredCase> written = write(*before, std::move(next), content, step);
        return written && action == Action::Appeal ? withDeniers(m_database, std::move(written).value()) : written;
    });
}

/// The case as the actor would have it. Who may edit it gives everything on the screen; a step from elsewhere gives its
/// own words alone, and of the rest what is kept stays. More time while the case waits takes nothing along.
Result<StoredCase> CaseRepository::wished(
    const Kept &before, const StoredCase &current, Action action, const Person &actor) const
{
    Result<StoredCase> whole = storedCase(before);
    if (!whole)
        return whole;
    const bool waits = before.head.status == Status::Pended;
    const bool aside = action == Action::RecordProvision || (waits && action == Action::Extend);
    const ReviewCase &given = current.reviewCase;
    ReviewCase next = whole->reviewCase;
    if (action == Action::RecordProvision) {
        next.determination.contractProvision = given.determination.contractProvision;
    } else if (!aside && actionsFor(before.head.status, actor.role).contains(Action::Edit)) {
        next = given;
    } else if (!aside) {
        next.determination = given.determination;
        next.nurseNote = given.nurseNote;
        if (action == Action::Appeal) {
            next.request.receivedAt = given.request.receivedAt;
            next.request.urgency = given.request.urgency;
        }
    }
    if (!aside) {
        whole->page = current.page;
        if (waits)
            dropAsked(next.determination, whole->reviewCase.determination, action == Action::Resume);
        if (const Result<void> provision = keepProvision(next, before, actor.role); !provision)
            return provision.error();
        next.number = before.number;
    }
    takeUp(next, m_rulebook.policy);
    whole->reviewCase = std::move(next);
    return whole;
}

Result<void> checkVersion(const Rulebook &rulebook, const QString &version, const QDate &begins)
{
    if (version == rulebook.policy.version || !begins.isValid())
        return {};
    const QDate own = beginOfVersion(rulebook, rulebook.policy.version);
    const bool isLater = own.isValid() && begins > own;
    if (!isLater || beginOfVersion(rulebook, version).isValid())
        return {};
    return Error{QStringLiteral("older_program"),
        Say::tr("This case was worked on under version %1 of the policy, which this program does not have. Update the "
                "program; nothing was changed.")
            .arg(version),
        {}};
}

Result<void> CaseRepository::checkPack(const Kept &kept) const
{
    return checkVersion(m_rulebook, kept.policyVersion, kept.policyBegins);
}

/// Who ever answered or submitted in this case has prepared it, whoever did so last. To refer what was submitted is no
/// preparing; who refers a draft is its preparer anyhow.
Result<void> CaseRepository::checkDenier(const Kept &kept, const Occasion &occasion)
{
    const Result<Database::Row> took =
        m_database.row(QStringLiteral("SELECT 1 FROM audit WHERE chain = ? AND user_id = ? AND action IN ('create', "
                                      "'edit', 'submit') LIMIT 1"),
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
    if (action == Action::Extend && next.status == Status::Pended) { // who asked, when, and until when, stays
        stampExtension(next, step.comment);
        return {};
    }
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
        if (!determination.replyBy.isValid()) {
            const Request &request = next.reviewCase.request;
            const Result<ReplyTerms> terms = replyTermsOf(m_database, m_rulebook, request.lineOfBusiness);
            if (!terms)
                return terms.error();
            const ClockEvents asked = asIfAsked(next.clock, occasion.at);
            const QList<DueEntry> due = viewOf(next.reviewCase, m_rulebook, asked).due;
            determination.replyBy = replyDay(request, asked, due, *terms, occasion.at, m_rulebook.zone);
        }
        break;
    case Action::Withdraw:
        determination.decision = Decision::Withdrawn;
        break;
    case Action::Extend:
        stampExtension(next, step.comment);
        return {};
    case Action::Resume:
        determination.replyBy = {}; // what is asked for next has a day of its own, and words (dropAsked)
        return {};
    default:
        return {};
    }
    determination.at = occasion.at;
    determination.by = occasion.by.person();
    determination.preparedBy = next.preparedBy;
    if (determination.decision != Decision::Approved)
        return {};
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

} // namespace reviewdesk
