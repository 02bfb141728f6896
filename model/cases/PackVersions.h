#pragma once

#include "cases/Rulebook.h"

#include <QDate>

namespace reviewdesk {

/// loadRulebook() on a day in the plan's zone: of the packs those that begin after it do not hold yet. Where none has
/// begun, the one that begins first is taken.
Result<std::shared_ptr<const Rulebook>> loadRulebookOn(
    const QDate &today, const QString &resources, const QTimeZone &zone, const PlanTerms &terms);
/// Whether the rulebook's pack is the one that holds on that day, among those that lie in its folder now.
bool isInForce(const Rulebook &rulebook, const QDate &today);

/// Gives the policy the day that was entered for its version; what the pack states itself stays.
void enterEffective(Policy &policy, const PlanTerms &terms);

/// From when a version of the rulebook's policy holds, by its pack alone; invalid: it is not installed.
QDate beginOfVersion(const Rulebook &rulebook, const QString &version);

/// The rulebook with another installed version of its policy, all else the same. Error: `other_pack`, which names the
/// version.
Result<std::shared_ptr<const Rulebook>> rulebookOfVersion(const Rulebook &now, const QString &version);
/// By what a round is shown and its letters are written and issued: an open one by `now`, a closed one by the version
/// that it was decided under, as that is installed now: a pack may have been corrected without another name. Error as above.
Result<std::shared_ptr<const Rulebook>> rulebookOfRound(
    const ReviewCase &content, Status status, const std::shared_ptr<const Rulebook> &now);

/// Makes a case that may be of another version this policy's: what the policy does not ask goes (the history keeps it).
void takeUp(ReviewCase &content, const Policy &policy);
/// Ids of the facts that the case answers and that the policy asks otherwise than the version `before` did, or no more.
QStringList answersToLookAt(const ReviewCase &content, const Policy *before, const Policy &now);

} // namespace reviewdesk
