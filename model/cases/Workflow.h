#pragma once

#include "cases/DueDate.h"
#include "cases/ReviewCase.h"
#include "policy/Evaluation.h"
#include "policy/Interview.h"
#include "support/Result.h"

#include <QList>

namespace reviewdesk {

struct CaseView;

enum class Action {
    Edit, ///< answer, attach, correct
    Submit, ///< the record is complete; a decision follows
    Approve,
    ApproveException, ///< by a physician, although the criteria are not met
    Deny,
    Pend, ///< ask the provider for information
    Refer, ///< to a physician
    Resume, ///< information came, or the wait ended
    ReturnToNurse, ///< with a comment
    Withdraw, ///< on the provider's word
    Extend, ///< take the longer time that a rule allows once, with its notice
    Reopen, ///< a new round of a closed case, its earlier rounds kept
    Appeal, ///< a new round of a denied case, for another physician
    IssueLetter, ///< before a decision: the notice of an extension, nothing else
    Assign, ///< to a nurse or a physician
    Comment, ///< a remark in the history
    Attach, ///< a document to the record, or take one out of it again
    PeerToPeer, ///< the record of a talk that was offered or held with the provider
    AskOpinion, ///< one physician asks another, who answers by GiveOpinion
    GiveOpinion,
    RecordProvision, ///< contract language that outranks the policy, with its citation
    SecondReview, ///< a blind review of a closed case for quality; the case itself stays untouched
};

/// Every action, in the table's order.
const QList<Action> &everyAction();

/// One row of the table that rules what a role may do: status x action x role -> status.
struct Transition {
    Status from;
    Action action;
    Role role;
    Status to;

    friend bool operator==(const Transition &, const Transition &) = default;
};

/// The whole table; screens and the database's triggers are made from it, the README draws it. A decision taken from a
/// draft submits it in the same step. Nothing in it lets anybody but a physician deny, and only after a referral.
const QList<Transition> &workflow();

/// What a transition is asked about. The pointers must be set.
struct CaseState {
    Status status = Status::Draft;
    const ReviewCase *reviewCase = nullptr;
    const Policy *policy = nullptr;
    const Interview *interview = nullptr;
    const Evaluation *evaluation = nullptr;
    Person preparedBy; ///< who answered and submitted
    QString comment; ///< what the actor says with the step; ReturnToNurse, Extend, Reopen and Appeal need it
    QList<DueEntry> due = {}; ///< every limit that fits
    bool isExtended = false; ///< more time was taken already, in this round or in one whose time runs on
    QList<Person> deniedBy = {}; ///< whose denial this round appeals
    QDateTime now = {}; ///< what is too late follows from it; invalid: not asked
    QList<Person> opinionOf = {}; ///< physicians who were asked for an opinion and have not given it yet
    bool talkHeld = false; ///< PeerToPeer: it took place, which takes a physician
    QDate leastReplyBy = {}; ///< Pend: the first day that an answer may be asked for by; invalid: not asked
    QDate latestReplyBy = {}; ///< Pend: the last such day; invalid: any
    QDate today = {}; ///< that of `now` where the plan is; invalid: not asked
    bool isExtendedHere = false; ///< in this round: its notice may go out
};

/// A case as it stands. Everything given must outlive the state.
CaseState stateOf(Status status, const ReviewCase &reviewCase, const Policy &policy, const CaseView &view,
    const ClockEvents &clock, const Person &preparedBy, const QList<Person> &deniedBy = {});

/// The status after `action` by `actor`, or why it may not be: one sentence, code `role`, `status`, `outcome`,
/// `open_choices`, `same_person`, `rationale`, `nothing_to_ask`, `incomplete`, `unconfirmed`, `npi`, `comment`,
/// `own_denial`, `no_extension`, `reply_by`, `provision`, `not_asked`. `place` is a JSON pointer into the case file where one field
/// is meant.
Result<Status> afterAction(const CaseState &state, Action action, const Person &actor);

/// Actions that this role has from this status at all, allowed or not at the moment.
QList<Action> actionsFor(Status status, Role role);

/// A status from which nothing was decided or withdrawn yet.
bool isOpen(Status status);

QString toWord(Action);
std::optional<Action> actionFromWord(QStringView);
QString label(Action);

} // namespace reviewdesk
