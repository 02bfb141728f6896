#pragma once

#include "cases/Rulebook.h"
#include "policy/PolicyDifference.h"

namespace reviewdesk {

/// From when a version holds: "Jan 1, 2011, entered by Ruth Example", "Feb 1, 2020, as the policy states", "not
/// stated".
QString effectiveInWords(const Policy &pack, const PlanTerms &terms);

/// A pack as a page to read: all that it says of itself, its questions, its criteria in the policy's own words with
/// their places, documents, codes, recorded items and notes. `effective`: effectiveInWords().
QString policyHtml(const Policy &policy, const QString &effective);

/// What differs between two packs, a heading a thing. Words that went stand in [− … −] struck through, words that came
/// in
/// [+ … +] underlined: neither by colour alone nor by the line alone.
QString differencesHtml(const QList<PolicyDifference> &differences);

/// "[+ progressive, +]" in the words of a text: for who reads it without its looks too.
QString changedWordsHtml(const QString &before, const QString &after);

} // namespace reviewdesk
