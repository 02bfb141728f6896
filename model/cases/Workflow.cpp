#include "cases/Workflow.h"

#include "cases/Rulebook.h"
#include "cases/WorkflowConditions.h"

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
    ActionTerm{Action::Attach, u"attach", QT_TRANSLATE_NOOP("Workflow", "Attach a document")},
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

Error refusal(const char *code, const QString &message)
{
    return Error{QString::fromLatin1(code), message, {}};
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

} // namespace

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

CaseState stateOf(Status status, const ReviewCase &reviewCase, const Policy &policy, const CaseView &view,
    const ClockEvents &clock, const Person &preparedBy, const QList<Person> &deniedBy)
{
    CaseState state;
    state.status = status;
    state.reviewCase = &reviewCase;
    state.policy = &policy;
    state.interview = &view.interview;
    state.evaluation = &view.evaluation;
    state.preparedBy = preparedBy;
    state.due = view.due;
    state.isExtended = since(clock, reviewCase.request.receivedAt).extendedAt.isValid();
    state.isExtendedHere = clock.isExtendedHere();
    state.deniedBy = deniedBy;
    return state;
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
