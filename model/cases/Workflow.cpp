#include "cases/Workflow.h"

#include "cases/Finding.h"
#include "policy/JsonValue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace reviewdesk {

namespace {

struct ActionTerm {
    Action action;
    const char16_t *word;
    const char *label;
};

constexpr std::array actionTerms{
    ActionTerm{Action::Edit, u"edit", QT_TRANSLATE_NOOP("Workflow", "Edit")},
    ActionTerm{Action::Submit, u"submit", QT_TRANSLATE_NOOP("Workflow", "Submit")},
    ActionTerm{Action::Approve, u"approve", QT_TRANSLATE_NOOP("Workflow", "Approve")},
    ActionTerm{
        Action::ApproveException, u"approve_exception", QT_TRANSLATE_NOOP("Workflow", "Approve as an exception")},
    ActionTerm{Action::Deny, u"deny", QT_TRANSLATE_NOOP("Workflow", "Deny")},
    ActionTerm{Action::Pend, u"pend", QT_TRANSLATE_NOOP("Workflow", "Pend for information")},
    ActionTerm{Action::Refer, u"refer", QT_TRANSLATE_NOOP("Workflow", "Refer to a physician")},
    ActionTerm{Action::Resume, u"resume", QT_TRANSLATE_NOOP("Workflow", "Resume the review")},
    ActionTerm{Action::ReturnToNurse, u"return_to_nurse", QT_TRANSLATE_NOOP("Workflow", "Return to the nurse")},
    ActionTerm{Action::Withdraw, u"withdraw", QT_TRANSLATE_NOOP("Workflow", "Withdraw")},
    ActionTerm{Action::Extend, u"extend", QT_TRANSLATE_NOOP("Workflow", "Extend the time")},
    ActionTerm{Action::Reopen, u"reopen", QT_TRANSLATE_NOOP("Workflow", "Reopen")},
    ActionTerm{Action::Appeal, u"appeal", QT_TRANSLATE_NOOP("Workflow", "Enter an appeal")},
    ActionTerm{Action::IssueLetter, u"issue_letter", QT_TRANSLATE_NOOP("Workflow", "Issue the letter")},
    ActionTerm{Action::Assign, u"assign", QT_TRANSLATE_NOOP("Workflow", "Assign")},
    ActionTerm{Action::Comment, u"comment", QT_TRANSLATE_NOOP("Workflow", "Remark")},
    ActionTerm{Action::PeerToPeer, u"peer_to_peer", QT_TRANSLATE_NOOP("Workflow", "Record a peer-to-peer talk")},
    ActionTerm{Action::AskOpinion, u"ask_opinion", QT_TRANSLATE_NOOP("Workflow", "Ask for a second opinion")},
    ActionTerm{Action::GiveOpinion, u"give_opinion", QT_TRANSLATE_NOOP("Workflow", "Give a second opinion")},
    ActionTerm{
        Action::RecordProvision, u"record_provision", QT_TRANSLATE_NOOP("Workflow", "Record a contract provision")},
    ActionTerm{Action::SecondReview, u"second_review", QT_TRANSLATE_NOOP("Workflow", "Review a second time, blind")},
};

const ActionTerm &termOf(Action action)
{
    const auto found = std::find_if(
        actionTerms.begin(), actionTerms.end(), [action](const ActionTerm &term) { return term.action == action; });
    Q_ASSERT(found != actionTerms.end());
    return *found;
}

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workflow)
};

Error refusal(const char *code, const QString &message, const QString &place = {})
{
    return Error{QString::fromLatin1(code), message, place};
}

const Transition *transition(Status from, Action action, Role role)
{
    const QList<Transition> &table = workflow();
    const auto found = std::find_if(table.begin(), table.end(),
        [=](const Transition &row) { return row.from == from && row.action == action && row.role == role; });
    return found == table.end() ? nullptr : &*found;
}

/// Why the table has no row: another role may, or nobody may from here.
Error notInTable(Status status, Action action, Role role)
{
    QStringList others;
    for (const Transition &row : workflow()) {
        if (row.from == status && row.action == action)
            others.append(label(row.role).toLower());
    }
    const QString does = label(action);
    if (others.isEmpty())
        return refusal(
            "status", Say::tr("“%1” is not possible while the case is %2.").arg(does, label(status).toLower()));
    const bool never = action == Action::Deny || action == Action::ApproveException;
    if (never)
        return refusal("role",
            Say::tr("“%1” is a physician's decision; a %2 refers the case instead.").arg(does, label(role).toLower()));
    return refusal("role",
        Say::tr("From here “%1” is for: %2; not for a %3.")
            .arg(does, others.join(QLatin1String(", ")), label(role).toLower()));
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

std::optional<Error> incomplete(const CaseState &state)
{
    const QList<MissingField> missing = missingForDecision(*state.reviewCase);
    if (missing.isEmpty())
        return std::nullopt;
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

std::optional<Error> noNpi(const Person &actor)
{
    if (isValidNpi(actor.npi))
        return std::nullopt;
    return refusal("npi", Say::tr("The physician's account has no valid NPI on file."));
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

std::optional<Error> approvalRefusal(const CaseState &state)
{
    if (const auto error = incomplete(state))
        return error;
    if (const auto error = openChoices(state))
        return error;
    if (const auto error = undecided(state))
        return error;
    if (hasEffect(state, OutcomeEffect::Approvable))
        return std::nullopt;
    return refusal("outcome",
        Say::tr("The outcome is “%1”: the criteria are not met. Refer the case to a physician.")
            .arg(decidedOutcome(state)->label));
}

std::optional<Error> exceptionRefusal(const CaseState &state)
{
    if (const auto error = incomplete(state))
        return error;
    if (const auto error = openChoices(state))
        return error;
    if (hasEffect(state, OutcomeEffect::Approvable))
        return refusal("outcome", Say::tr("The criteria are met: approve the case without an exception."));
    return noRationale(state);
}

std::optional<Error> denialRefusal(const CaseState &state, const Person &actor)
{
    if (const auto error = incomplete(state))
        return error;
    if (const auto error = openChoices(state))
        return error;
    if (const auto error = undecided(state))
        return error;
    if (!hasEffect(state, OutcomeEffect::Adverse))
        return refusal("outcome",
            Say::tr("The outcome is “%1”: the criteria are met, so there is nothing to deny.")
                .arg(decidedOutcome(state)->label));
    if (const auto error = samePerson(state, actor))
        return error;
    if (const auto error = noNpi(actor))
        return error;
    return noRationale(state);
}

std::optional<Error> pendRefusal(const CaseState &state)
{
    const Determination &words = state.reviewCase->determination;
    if (!factsToAsk(*state.interview, *state.evaluation).empty() ||
        !missingDocuments(*state.reviewCase, *state.policy, *state.interview).isEmpty() ||
        !words.plainReason.trimmed().isEmpty() || !words.rationale.trimmed().isEmpty())
        return std::nullopt;
    return refusal("nothing_to_ask",
        Say::tr("There is nothing to ask the provider: no answer that still matters is open and no required document "
                "is missing."));
}

std::optional<Error> noComment(const CaseState &state, const QString &wanted)
{
    if (!state.comment.trimmed().isEmpty())
        return std::nullopt;
    return refusal("comment", wanted);
}

/// More time helps only where the rule that binds gives it, and its notice must come within the first period.
std::optional<Error> extensionRefusal(const CaseState &state)
{
    if (state.isExtended)
        return refusal("no_extension", Say::tr("The time was extended once already."));
    if (state.due.isEmpty())
        return refusal("no_extension", Say::tr("No rule of time fits this request yet, so there is nothing to extend."));
    const DueEntry &binding = state.due.first();
    if (!binding.rule.extension)
        return refusal("no_extension",
            Say::tr("The rule that binds here (%1) allows no more time.").arg(binding.rule.citation));
    if (state.now.isValid() && binding.due < state.now)
        return refusal("no_extension", Say::tr("The time has run out; it can only be extended before that."));
    return noComment(state, Say::tr("Say why more time is needed; the notice to the member says it too."));
}

/// Before a decision only one letter goes out.
std::optional<Error> earlyLetterRefusal(const CaseState &state)
{
    const bool decided = !isOpen(state.status) || state.status == Status::Pended;
    if (decided || state.isExtended)
        return std::nullopt;
    return refusal("no_extension",
        Say::tr("There is no decision to write about yet; only a notice goes out before it, where the time was extended."));
}

std::optional<Error> provisionRefusal(const CaseState &state)
{
    const std::optional<ContractProvision> &provision = state.reviewCase->determination.contractProvision;
    if (provision && !provision->citation.trimmed().isEmpty() && !provision->text.trimmed().isEmpty())
        return std::nullopt;
    return refusal("provision", Say::tr("A contract provision needs both its citation and its words."),
        QStringLiteral("/determination/contract_provision"));
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
        return refusal("role", Say::tr("A peer-to-peer talk is held by a physician; a nurse records that it was offered."));
    return noComment(state, Say::tr("Say with whom, and what came of it."));
}

std::optional<Error> refusalOf(const CaseState &state, Action action, const Person &actor)
{
    if (action == Action::Approve || action == Action::ApproveException || action == Action::Deny) {
        if (const auto error = ownDenial(state, actor))
            return error;
    }
    switch (action) {
    case Action::Submit:
        return incomplete(state);
    case Action::Approve:
        return approvalRefusal(state);
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
        return noComment(state, Say::tr("Say on whose word: only the provider or the member withdraws a request."));
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
    case Action::SecondReview:
        break;
    }
    return std::nullopt;
}

} // namespace

const QList<Transition> &workflow()
{
    using A = Action;
    using R = Role;
    using S = Status;
    static const QList<Transition> table{
        {S::Draft, A::Edit, R::Nurse, S::Draft},
        {S::Draft, A::Edit, R::Physician, S::Draft},
        {S::Draft, A::Submit, R::Nurse, S::Submitted},
        {S::Draft, A::Submit, R::Physician, S::Submitted},
        {S::Draft, A::Approve, R::Nurse, S::Approved},
        {S::Draft, A::Approve, R::Physician, S::Approved},
        {S::Draft, A::Pend, R::Nurse, S::Pended},
        {S::Draft, A::Pend, R::Physician, S::Pended},
        {S::Draft, A::Refer, R::Nurse, S::Referred},
        {S::Draft, A::Refer, R::Physician, S::Referred},
        {S::Draft, A::Withdraw, R::Nurse, S::Withdrawn},
        {S::Draft, A::Withdraw, R::Physician, S::Withdrawn},

        {S::Submitted, A::Approve, R::Nurse, S::Approved},
        {S::Submitted, A::Approve, R::Physician, S::Approved},
        {S::Submitted, A::Pend, R::Nurse, S::Pended},
        {S::Submitted, A::Pend, R::Physician, S::Pended},
        {S::Submitted, A::Refer, R::Nurse, S::Referred},
        {S::Submitted, A::Refer, R::Physician, S::Referred},
        {S::Submitted, A::ReturnToNurse, R::Physician, S::Draft},
        {S::Submitted, A::ReturnToNurse, R::Supervisor, S::Draft},
        {S::Submitted, A::Withdraw, R::Nurse, S::Withdrawn},
        {S::Submitted, A::Withdraw, R::Physician, S::Withdrawn},

        {S::Referred, A::Approve, R::Physician, S::Approved},
        {S::Referred, A::ApproveException, R::Physician, S::Approved},
        {S::Referred, A::Deny, R::Physician, S::Denied},
        {S::Referred, A::Pend, R::Physician, S::Pended},
        {S::Referred, A::ReturnToNurse, R::Physician, S::Draft},
        {S::Referred, A::ReturnToNurse, R::Supervisor, S::Draft},
        {S::Referred, A::Withdraw, R::Nurse, S::Withdrawn},
        {S::Referred, A::Withdraw, R::Physician, S::Withdrawn},

        {S::Pended, A::Resume, R::Nurse, S::Draft},
        {S::Pended, A::Resume, R::Physician, S::Draft},
        {S::Pended, A::Resume, R::Supervisor, S::Draft},
        {S::Pended, A::Withdraw, R::Nurse, S::Withdrawn},
        {S::Pended, A::Withdraw, R::Physician, S::Withdrawn},
        {S::Pended, A::IssueLetter, R::Nurse, S::Pended},
        {S::Pended, A::IssueLetter, R::Physician, S::Pended},
        {S::Pended, A::IssueLetter, R::Supervisor, S::Pended},

        {S::Draft, A::Extend, R::Nurse, S::Draft},
        {S::Draft, A::Extend, R::Physician, S::Draft},
        {S::Submitted, A::Extend, R::Nurse, S::Submitted},
        {S::Submitted, A::Extend, R::Physician, S::Submitted},
        {S::Referred, A::Extend, R::Nurse, S::Referred},
        {S::Referred, A::Extend, R::Physician, S::Referred},

        {S::Approved, A::Reopen, R::Supervisor, S::Draft},
        {S::Denied, A::Reopen, R::Supervisor, S::Draft},
        {S::Withdrawn, A::Reopen, R::Supervisor, S::Draft},
        {S::Denied, A::Appeal, R::Nurse, S::Referred},
        {S::Denied, A::Appeal, R::Supervisor, S::Referred},

        {S::Approved, A::IssueLetter, R::Nurse, S::Approved},
        {S::Approved, A::IssueLetter, R::Physician, S::Approved},
        {S::Approved, A::IssueLetter, R::Supervisor, S::Approved},
        {S::Denied, A::IssueLetter, R::Physician, S::Denied},
        {S::Denied, A::IssueLetter, R::Supervisor, S::Denied},
        {S::Withdrawn, A::IssueLetter, R::Nurse, S::Withdrawn},
        {S::Withdrawn, A::IssueLetter, R::Physician, S::Withdrawn},
        {S::Withdrawn, A::IssueLetter, R::Supervisor, S::Withdrawn},

        {S::Draft, A::IssueLetter, R::Nurse, S::Draft},
        {S::Draft, A::IssueLetter, R::Physician, S::Draft},
        {S::Draft, A::IssueLetter, R::Supervisor, S::Draft},
        {S::Submitted, A::IssueLetter, R::Nurse, S::Submitted},
        {S::Submitted, A::IssueLetter, R::Physician, S::Submitted},
        {S::Submitted, A::IssueLetter, R::Supervisor, S::Submitted},
        {S::Referred, A::IssueLetter, R::Nurse, S::Referred},
        {S::Referred, A::IssueLetter, R::Physician, S::Referred},
        {S::Referred, A::IssueLetter, R::Supervisor, S::Referred},

        {S::Draft, A::Assign, R::Supervisor, S::Draft},
        {S::Submitted, A::Assign, R::Supervisor, S::Submitted},
        {S::Pended, A::Assign, R::Supervisor, S::Pended},
        {S::Referred, A::Assign, R::Supervisor, S::Referred},
        {S::Draft, A::Comment, R::Nurse, S::Draft},
        {S::Draft, A::Comment, R::Physician, S::Draft},
        {S::Draft, A::Comment, R::Supervisor, S::Draft},
        {S::Submitted, A::Comment, R::Nurse, S::Submitted},
        {S::Submitted, A::Comment, R::Physician, S::Submitted},
        {S::Submitted, A::Comment, R::Supervisor, S::Submitted},
        {S::Approved, A::Comment, R::Nurse, S::Approved},
        {S::Approved, A::Comment, R::Physician, S::Approved},
        {S::Approved, A::Comment, R::Supervisor, S::Approved},
        {S::Pended, A::Comment, R::Nurse, S::Pended},
        {S::Pended, A::Comment, R::Physician, S::Pended},
        {S::Pended, A::Comment, R::Supervisor, S::Pended},
        {S::Referred, A::Comment, R::Nurse, S::Referred},
        {S::Referred, A::Comment, R::Physician, S::Referred},
        {S::Referred, A::Comment, R::Supervisor, S::Referred},
        {S::Denied, A::Comment, R::Nurse, S::Denied},
        {S::Denied, A::Comment, R::Physician, S::Denied},
        {S::Denied, A::Comment, R::Supervisor, S::Denied},
        {S::Withdrawn, A::Comment, R::Nurse, S::Withdrawn},
        {S::Withdrawn, A::Comment, R::Physician, S::Withdrawn},
        {S::Withdrawn, A::Comment, R::Supervisor, S::Withdrawn},

        {S::Submitted, A::PeerToPeer, R::Nurse, S::Submitted},
        {S::Submitted, A::PeerToPeer, R::Physician, S::Submitted},
        {S::Pended, A::PeerToPeer, R::Nurse, S::Pended},
        {S::Pended, A::PeerToPeer, R::Physician, S::Pended},
        {S::Referred, A::PeerToPeer, R::Nurse, S::Referred},
        {S::Referred, A::PeerToPeer, R::Physician, S::Referred},
        {S::Denied, A::PeerToPeer, R::Nurse, S::Denied},
        {S::Denied, A::PeerToPeer, R::Physician, S::Denied},
        {S::Referred, A::AskOpinion, R::Physician, S::Referred},
        {S::Referred, A::GiveOpinion, R::Physician, S::Referred},
        {S::Draft, A::RecordProvision, R::Physician, S::Draft},
        {S::Draft, A::RecordProvision, R::Supervisor, S::Draft},
        {S::Submitted, A::RecordProvision, R::Physician, S::Submitted},
        {S::Submitted, A::RecordProvision, R::Supervisor, S::Submitted},
        {S::Referred, A::RecordProvision, R::Physician, S::Referred},
        {S::Referred, A::RecordProvision, R::Supervisor, S::Referred},
        {S::Approved, A::SecondReview, R::Nurse, S::Approved},
        {S::Approved, A::SecondReview, R::Physician, S::Approved},
        {S::Approved, A::SecondReview, R::Supervisor, S::Approved},
        {S::Denied, A::SecondReview, R::Nurse, S::Denied},
        {S::Denied, A::SecondReview, R::Physician, S::Denied},
        {S::Denied, A::SecondReview, R::Supervisor, S::Denied},
    };
    return table;
}

const QList<Action> &everyAction()
{
    static const QList<Action> all = [] {
        QList<Action> actions;
        for (const ActionTerm &term : actionTerms)
            actions.append(term.action);
        return actions;
    }();
    return all;
}

Result<Status> afterAction(const CaseState &state, Action action, const Person &actor)
{
    Q_ASSERT(state.reviewCase && state.policy && state.interview && state.evaluation);
    const Transition *row = transition(state.status, action, actor.role);
    if (!row)
        return notInTable(state.status, action, actor.role);
    if (const std::optional<Error> refused = refusalOf(state, action, actor))
        return *refused;
    return row->to;
}

QList<Action> actionsFor(Status status, Role role)
{
    QList<Action> actions;
    for (const Transition &row : workflow()) {
        if (row.from == status && row.role == role)
            actions.append(row.action);
    }
    return actions;
}

bool isOpen(Status status)
{
    return status == Status::Draft || status == Status::Submitted || status == Status::Pended ||
        status == Status::Referred;
}

QString toWord(Action action)
{
    return QString::fromUtf16(termOf(action).word);
}

std::optional<Action> actionFromWord(QStringView word)
{
    for (const ActionTerm &term : actionTerms) {
        if (word == QStringView(term.word))
            return term.action;
    }
    return std::nullopt;
}

QString label(Action action)
{
    return QCoreApplication::translate("Workflow", termOf(action).label);
}

} // namespace reviewdesk
