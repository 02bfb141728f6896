#pragma once

#include "cases/ApprovalPeriod.h"
#include "cases/DueDate.h"
#include "cases/ReviewCase.h"
#include "policy/Evaluator.h"
#include "policy/Interview.h"
#include "policy/JsonSchema.h"
#include "policy/Policy.h"
#include "support/Result.h"

#include <QTimeZone>

#include <QMap>

#include <memory>

namespace reviewdesk {

/// From when a version of the policy holds, as a supervisor entered it where the policy itself does not say.
struct EffectiveEntry {
    QDate from;
    QString by; ///< name
    QDateTime at; ///< UTC

    friend bool operator==(const EffectiveEntry &, const EffectiveEntry &) = default;
};

/// By what an EffectiveEntry is kept: "MED140/origin-2010-12".
QString versionKey(const QString &policyId, const QString &version);

/// What a plan chooses for itself, within what the rules leave open; from the workspace's settings.
struct PlanTerms {
    int approvalDays = usualApprovalDays; ///< an approval whose end was left empty is valid so long
    QMap<LineOfBusiness, int> readingLimits; ///< reading grade above which a member's letter is warned about; else usual
    QMap<QString, EffectiveEntry> effective; ///< by versionKey(); what a pack states itself comes before it

    friend bool operator==(const PlanTerms &, const PlanTerms &) = default;
};

/// What cases are judged by: one policy, compiled, with the rules of time. Immutable after loading; shared by all
/// threads.
struct Rulebook {
    Policy policy; ///< `effective`: the pack's, else the one that was entered; empty: not stated
    Evaluator evaluator;
    DueRules dueRules;
    JsonSchema caseSchema; ///< resources/rules/case.schema.json
    QTimeZone zone; ///< the plan's, from the workspace's settings
    QString resources; ///< the folder it was loaded from; ":" for the ones compiled in
    PlanTerms terms = {};
};

/// Of the packs in `resources`/policies the one that begins last (effective date, else date of origin). Errors:
/// `unreadable`, `no_policy`, and the first problem of the pack, with the file and its JSON pointer as `place`.
Result<Policy> newestPolicy(const QString &resources);

/// Loads the newest pack and the rules from `resources` (":" for the ones compiled in). Errors: those of
/// newestPolicy, `unknown_time_zone`, and the first problem of a file, with the file and its JSON pointer as `place`.
Result<std::shared_ptr<const Rulebook>> loadRulebook(
    const QString &resources, const QTimeZone &zone, const PlanTerms &terms = {});

/// A case as it stands under the rules: what screens, letters and the worklist read.
struct CaseView {
    Interview interview;
    Evaluation evaluation;
    QList<DueEntry> due;

    /// Earliest due instant, UTC; invalid when no rule fits.
    QDateTime dueAt() const { return due.isEmpty() ? QDateTime() : due.first().due; }
};
CaseView viewOf(const ReviewCase &reviewCase, const Rulebook &rulebook, const ClockEvents &clock = {});

/// The columns of a worklist: projections of a case, rebuildable from it.
struct CaseSummary {
    QString memberName;
    QString memberId;
    QString providerName;
    QString procedure; ///< label of the first fact's option: "Radioembolization"; empty while unknown
    QString outcome; ///< in words: "I.B.1 met", "2 answers left", "I.B.3.b.i not met"
    int outcomeTone = 0; ///< 1 approvable, 0 open, -1 adverse
    QString planWords; ///< "Commercial WA"
    QDateTime dueAt; ///< UTC
    bool expedited = false;

    friend bool operator==(const CaseSummary &, const CaseSummary &) = default;
};
CaseSummary summaryOf(const ReviewCase &reviewCase, const CaseView &view, const Rulebook &rulebook);

} // namespace reviewdesk
