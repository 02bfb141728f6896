#pragma once

#include "policy/Policy.h"

namespace reviewdesk {

/// One thing that two packs say differently, or that only one of them says.
struct PolicyDifference {
    enum class Part {
        Pack,
        Outcome,
        Criterion,
        Fact,
        Documentation,
        Code,
        CodeCheck,
        Recorded,
        Note,
        Section,
        Passages
    };
    enum class Kind { Added, Removed, Changed };

    Part part = Part::Pack;
    Kind kind = Kind::Changed; ///< Added, Removed: the whole thing that `id` names
    QString id; ///< "I.B.3.b", "progressive", "CPT 37243"; empty: of the pack, or the order of all of one kind
    QString label; ///< a short heading of the thing; of the later pack where both have it
    QString aspect; ///< which member of it, as the pack's file calls it: "words", "gate", "options", "order", ...
    QString before; ///< in words; empty: the earlier pack says nothing
    QString after;
    bool decides = false; ///< it can change an outcome: logic, domains, order of what is asked

    friend bool operator==(const PolicyDifference &, const PolicyDifference &) = default;
};

/// Everything that differs, by part and in the order of the later pack (what was removed stands last in its part): the
/// things that only one has with all that they say, of the others what changed. Conditions are compared by what they
/// read, not by what things are called. Empty: the packs say the same.
QList<PolicyDifference> differencesBetween(const Policy &before, const Policy &after);

/// "Criterion", "Question" and what a member is called on the screen: "exact words", "when it applies".
QString partWords(PolicyDifference::Part part);
QString aspectWords(const PolicyDifference &difference);

} // namespace reviewdesk
