#include "cases/WorkflowConditions.h"

#include "cases/DateWords.h"
#include "cases/LetterNeeds.h"
#include "policy/JsonValue.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workflow)
};

Error refusal(const char *code, const QString &message, const QString &place = {})
{
    return Error{QString::fromLatin1(code), message, place};
}

const OutcomeRule *decidedOutcome(const CaseState &state)
{
    return state.evaluation->decided() ? &state.policy->outcomes.at(state.evaluation->outcome) : nullptr;
}

bool hasEffect(const CaseState &state, OutcomeEffect effect)
{
    const OutcomeRule *outcome = decidedOutcome(state);
    return outcome && outcome->effect == effect;
}

std::optional<Error> unconfirmed(const ReviewCase &reviewCase)
{
    const QStringList &fields = reviewCase.unconfirmed;
    if (fields.isEmpty())
        return std::nullopt;
    return refusal("unconfirmed",
        fields.size() == 1 ? Say::tr("One entry stands as it was sent: confirm it or correct it first.")
                           : Say::tr("%1 entries stand as they were sent: confirm or correct them first.")
                                 .arg(fields.size()),
        fields.constFirst());
}

std::optional<Error> firstOf(const QList<Error> &problems)
{
    return problems.isEmpty() ? std::nullopt : std::optional<Error>(problems.constFirst());
}

/// A step that is dated before the receipt could never be told in a letter.
std::optional<Error> outOfOrder(const CaseState &state)
{
    return firstOf(impossibleOrder(*state.reviewCase, state.now));
}

std::optional<Error> incomplete(const CaseState &state)
{
    const QList<MissingField> missing = missingForDecision(*state.reviewCase);
    if (missing.isEmpty()) {
        const std::optional<Error> order = outOfOrder(state);
        return order ? order : unconfirmed(*state.reviewCase);
    }
    QStringList names;
    for (const MissingField &field : missing)
        names.append(field.name);
    return refusal(
        "incomplete", Say::tr("Still missing: %1.").arg(names.join(QLatin1String(", "))), missing.first().field);
}

std::optional<Error> openChoices(const CaseState &state)
{
    const std::vector<int> open = state.interview->openChoices(*state.policy);
    if (open.empty())
        return std::nullopt;
    QStringList labels;
    for (const int fact : open)
        labels.append(state.policy->facts.at(fact).label);
    return refusal("open_choices", Say::tr("A decision needs an answer to: %1.").arg(labels.join(QLatin1String(", "))),
        jsonPointer(QStringLiteral("/facts"), state.policy->facts.at(open.front()).id));
}

std::optional<Error> undecided(const CaseState &state)
{
    if (state.evaluation->decided())
        return std::nullopt;
    QStringList labels;
    for (const int fact : state.evaluation->needed)
        labels.append(state.policy->facts.at(fact).label);
    return refusal("outcome",
        Say::tr("The outcome is still undetermined; it depends on: %1.").arg(labels.join(QLatin1String(", "))));
}

std::optional<Error> noRationale(const CaseState &state)
{
    if (!state.reviewCase->determination.rationale.trimmed().isEmpty())
        return std::nullopt;
    return refusal(
        "rationale", Say::tr("Write the clinical rationale first."), QStringLiteral("/determination/rationale"));
}

/// A denial names its physician as the account stands at the step; what is entered later does not mend it.
std::optional<Error> notIdentified(const Person &actor)
{
    QList<MissingField> missing = notOnFile(actor);
    if (!isValidNpi(actor.npi))
        missing.prepend({QStringLiteral("/determination/by/npi"), Say::tr("a valid NPI")});
    if (missing.isEmpty())
        return std::nullopt;
    QStringList names;
    for (const MissingField &field : std::as_const(missing))
        names.append(field.name);
    return refusal(isValidNpi(actor.npi) ? "not_on_file" : "npi",
        Say::tr("A denial names its physician, and your account lacks: %1. A supervisor enters it under Accounts.")
            .arg(names.join(QLatin1String(", "))),
        missing.constFirst().field);
}

std::optional<Error> samePerson(const CaseState &state, const Person &actor)
{
    if (state.preparedBy.name.isEmpty() && state.preparedBy.userId.isEmpty() && state.preparedBy.npi.isEmpty())
        return refusal("same_person", Say::tr("It is not on record who prepared the case, so nobody may deny it."));
    if (!actor.isSamePerson(state.preparedBy) && !actor.isSamePerson(state.reviewCase->determination.preparedBy))
        return std::nullopt;
    return refusal("same_person", Say::tr("You prepared this case; another physician must decide a denial."));
}

std::optional<Error> ownDenial(const CaseState &state, const Person &actor)
{
    const bool denied = std::any_of(state.deniedBy.begin(), state.deniedBy.end(),
        [&actor](const Person &physician) { return actor.isSamePerson(physician); });
    if (!denied)
        return std::nullopt;
    return refusal("own_denial", Say::tr("You denied this case; another physician must hear the appeal."));
}

/// What is left when the criteria are not met, for who is there: a physician is not sent to a physician.
QString wayWithoutApproval(const CaseState &state, Role role)
{
    if (role != Role::Physician)
        return Say::tr("The outcome is “%1”: the criteria are not met. Refer the case to a physician.");
    return state.status == Status::Referred
        ? Say::tr("The outcome is “%1”: the criteria are not met. Approve it as an exception, or deny it.")
        : Say::tr("The outcome is “%1”: the criteria are not met. Refer the case; then it can be approved as an "
                  "exception, or denied.");
}

std::optional<Error> approvalRefusal(const CaseState &state, const Person &actor)
{
    if (const auto error = incomplete(state))
        return error;
    if (const auto error = openChoices(state))
        return error;
    if (const auto error = undecided(state))
        return error;
    if (hasEffect(state, OutcomeEffect::Approvable))
        return firstOf(impossibleValidity(*state.reviewCase, state.today));
    return refusal("outcome", wayWithoutApproval(state, actor.role).arg(decidedOutcome(state)->label));
}

std::optional<Error> exceptionRefusal(const CaseState &state)
{
    if (const auto error = incomplete(state))
        return error;
    if (const auto error = openChoices(state))
        return error;
    if (hasEffect(state, OutcomeEffect::Approvable))
        return refusal("outcome", Say::tr("The criteria are met: approve the case without an exception."));
    if (const auto error = firstOf(impossibleValidity(*state.reviewCase, state.today)))
        return error;
    return noRationale(state);
}

std::optional<Error> provisionRefusal(const CaseState &state)
{
    const std::optional<ContractProvision> &provision = state.reviewCase->determination.contractProvision;
    if (provision && provision->isWhole())
        return std::nullopt;
    return refusal("provision", Say::tr("A contract provision needs both its citation and its words."),
        QStringLiteral("/determination/contract_provision"));
}

/// Contract language outranks the policy: with it on record a request may be denied that meets the criteria.
std::optional<Error> denialRefusal(const CaseState &state, const Person &actor)
{
    if (const auto error = incomplete(state))
        return error;
    if (const auto error = openChoices(state))
        return error;
    if (const auto error = undecided(state))
        return error;
    if (!hasEffect(state, OutcomeEffect::Adverse) && provisionRefusal(state))
        return refusal("outcome",
            Say::tr("The outcome is “%1”: the criteria are met. Only a contract provision on record can outrank them.")
                .arg(decidedOutcome(state)->label));
    if (const auto error = samePerson(state, actor))
        return error;
    if (const auto error = notIdentified(actor))
        return error;
    return noRationale(state);
}

/// A day that is over, or one before the rule's own, would end the wait before the provider could answer; one after the
/// decision is due would promise a wait that there is not.
std::optional<Error> replyRefusal(const CaseState &state)
{
    const QDate &day = state.reviewCase->determination.replyBy;
    if (const auto late = replyTooLate(day, state.latestReplyBy))
        return late;
    if (!day.isValid() || !state.leastReplyBy.isValid() || day >= state.leastReplyBy)
        return std::nullopt;
    return refusal("reply_by",
        Say::tr("Reply by %1 is too early: give until %2, or leave the day out.")
            .arg(dayWords(day), dayWords(state.leastReplyBy)),
        QStringLiteral("/determination/reply_by"));
}

std::optional<Error> pendRefusal(const CaseState &state)
{
    if (const auto error = outOfOrder(state))
        return error;
    if (hasSomethingToAsk(*state.reviewCase, *state.policy, *state.interview, *state.evaluation))
        return replyRefusal(state);
    return refusal("nothing_to_ask",
        Say::tr("There is nothing to ask the provider: no answer that still matters is open, no required document is missing, and "
                "no words say what is wanted."));
}

std::optional<Error> noComment(const CaseState &state, const QString &wanted)
{
    if (!state.comment.trimmed().isEmpty())
        return std::nullopt;
    return refusal("comment", wanted);
}

std::optional<Error> withdrawalRefusal(const CaseState &state)
{
    if (const auto error = outOfOrder(state))
        return error;
    return noComment(state, Say::tr("Say on whose word: only the provider or the member withdraws a request."));
}

/// More time helps only where the rule that binds gives it, and its notice must come within the first period.
std::optional<Error> extensionRefusal(const CaseState &state)
{
    if (state.isExtended)
        return refusal("no_extension", Say::tr("The time was extended once already."));
    if (state.due.isEmpty())
        return refusal(
            "no_extension", Say::tr("No rule of time fits this request yet, so there is nothing to extend."));
    const DueEntry &binding = state.due.first();
    if (!binding.rule.extension)
        return refusal(
            "no_extension", Say::tr("The rule that binds here (%1) allows no more time.").arg(binding.rule.citation));
    if (state.now.isValid() && binding.due < state.now)
        return refusal("no_extension", Say::tr("The time has run out; it can only be extended before that."));
    return noComment(state, Say::tr("Say why more time is needed; the notice to the member says it too."));
}

/// Before a decision only one letter goes out.
std::optional<Error> earlyLetterRefusal(const CaseState &state)
{
    const bool decided = !isOpen(state.status) || state.status == Status::Pended;
    if (decided || state.isExtendedHere)
        return std::nullopt;
    return refusal("no_extension",
        Say::tr(
            "There is no decision to write about yet; only a notice goes out before it, where the time was extended."));
}

std::optional<Error> opinionRefusal(const CaseState &state, const Person &actor)
{
    const bool asked = std::any_of(state.opinionOf.begin(), state.opinionOf.end(),
        [&actor](const Person &physician) { return actor.isSamePerson(physician); });
    if (!asked)
        return refusal("not_asked", Say::tr("Nobody asked you for an opinion on this case, or you have given it."));
    return noComment(state, Say::tr("Write your opinion first."));
}

std::optional<Error> talkRefusal(const CaseState &state, const Person &actor)
{
    if (state.talkHeld && actor.role != Role::Physician)
        return refusal(
            "role", Say::tr("A peer-to-peer talk is held by a physician; a nurse records that it was offered."));
    return noComment(state, Say::tr("Say with whom, and what came of it."));
}

} // namespace

bool hasSomethingToAsk(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview, const Evaluation &evaluation)
{
    const Determination &words = reviewCase.determination;
    return !factsToAsk(interview, evaluation).empty() || !missingDocuments(reviewCase, policy, interview).isEmpty() ||
        isVisibleText(words.plainReason) || isVisibleText(words.rationale);
}

std::optional<Error> appealReceiptRefusal(const QDateTime &received, const QDateTime &decided, const QDateTime &now)
{
    constexpr qint64 minute = 60; // s
    const QString place = QStringLiteral("/received_at");
    if (!received.isValid())
        return refusal("receipt", Say::tr("Say when the appeal was received: its time runs from then."), place);
    if (received > now)
        return refusal("receipt", Say::tr("An appeal is entered once it was received: this time is still to come."), place);
    if (received.toSecsSinceEpoch() < decided.toSecsSinceEpoch() / minute * minute)
        return refusal("receipt", Say::tr("An appeal cannot have been received before the decision that it appeals."), place);
    return std::nullopt;
}

std::optional<Error> refusalOf(const CaseState &state, Action action, const Person &actor)
{
    static const QList<Action> hearing{
        Action::Approve, Action::ApproveException, Action::Deny, Action::AskOpinion, Action::GiveOpinion};
    if (hearing.contains(action)) {
        if (const auto error = ownDenial(state, actor))
            return error;
    }
    switch (action) {
    case Action::Submit:
        return incomplete(state);
    case Action::Approve:
        return approvalRefusal(state, actor);
    case Action::ApproveException:
        return exceptionRefusal(state);
    case Action::Deny:
        return denialRefusal(state, actor);
    case Action::Pend:
        return pendRefusal(state);
    case Action::ReturnToNurse:
        return noComment(state, Say::tr("Say in a comment what the nurse should look at."));
    case Action::Extend:
        return extensionRefusal(state);
    case Action::Reopen:
        return noComment(state, Say::tr("Say in a comment why the case is opened again."));
    case Action::Appeal:
        return noComment(state, Say::tr("Say in a comment who appeals and on what ground."));
    case Action::Withdraw:
        return withdrawalRefusal(state);
    case Action::IssueLetter:
        return earlyLetterRefusal(state);
    case Action::Comment:
        return noComment(state, Say::tr("There is nothing in the remark."));
    case Action::PeerToPeer:
        return talkRefusal(state, actor);
    case Action::AskOpinion:
        return noComment(state, Say::tr("Write what you want to know from the other physician."));
    case Action::GiveOpinion:
        return opinionRefusal(state, actor);
    case Action::RecordProvision:
        return provisionRefusal(state);
    case Action::Edit:
    case Action::Refer:
    case Action::Resume:
    case Action::Assign:
    case Action::Attach:
    case Action::SecondReview:
        break;
    }
    return std::nullopt;
}

bool isBesideTheCase(Action action)
{
    static const QList<Action> beside{Action::Assign, Action::Comment, Action::Attach, Action::PeerToPeer, Action::AskOpinion,
        Action::GiveOpinion, Action::SecondReview};
    return beside.contains(action);
}

} // namespace reviewdesk
