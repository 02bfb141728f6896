#pragma once

#include "policy/Policy.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// What a policy says of a case.
struct ReplayedOutcome {
    QString outcome; ///< its id; empty: not decided
    QString label; ///< of the outcome; empty: not decided
    QStringList unmet; ///< ids of criteria

    friend bool operator==(const ReplayedOutcome &, const ReplayedOutcome &) = default;
};

/// A case that the other policy judges differently.
struct ReplayedCase {
    QString caseId;
    QString number;
    QString memberName;
    QString memberId;
    Status status = Status::Draft;
    ReplayedOutcome now;
    ReplayedOutcome then;
    QStringList
        criteria; ///< ids of those that are unmet under one alone; none: that the outcome rests on under one alone
    QStringList unread; ///< labels of the case's answers that the other policy does not know
    QStringList asked; ///< labels of what the other policy needs to know besides

    friend bool operator==(const ReplayedCase &, const ReplayedCase &) = default;
};

/// Every case of a workspace under two policies.
struct PolicyReplay {
    static constexpr int mostListed = 10'000;

    int cases = 0; ///< looked at: all
    int open = 0; ///< of these, not approved, denied or withdrawn
    int differentOpen = 0; ///< that would come out differently: another outcome, or other unmet criteria
    int differentClosed = 0;
    /// How often one outcome (label; empty: not decided) becomes another, among those that differ.
    QMap<QPair<QString, QString>, int> moves;
    QMap<QString, int> unread; ///< by label: in how many cases an answer stands that the other policy does not know
    QMap<QString, int> asked; ///< by label: in how many cases the other policy needs it besides
    QList<ReplayedCase> listed; ///< of those that differ the first ones, in the order of their making

    int different() const { return differentOpen + differentClosed; }
};

/// Evaluates every case that `walk` shows by both policies, as their questions show. Pure beside the walk; on any
/// thread. `candidate` must have passed PolicyReader. At most `most` cases are listed; the numbers are of all.
Result<PolicyReplay> replayPolicy(const Workspace::CaseWalk &walk, const Policy &present, const Policy &candidate,
    const Workspace::Progress &progress, int most = PolicyReplay::mostListed);

/// The listed cases for a spreadsheet.
QByteArray toCsv(const PolicyReplay &replay, const Policy &present, const Policy &candidate);

} // namespace reviewdesk
