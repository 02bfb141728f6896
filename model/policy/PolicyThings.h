#pragma once

#include "policy/PolicyDifference.h"

namespace reviewdesk {

/// One member of a thing of a pack, as people read it and as it is compared.
struct PolicyAspect {
    QString name; ///< of the member
    QString words;
    QString exact; ///< empty: the words are exact
    bool decides = false;

    const QString &compared() const { return exact.isEmpty() ? words : exact; }
};

/// A thing of a pack that a person would point at, taken apart.
struct PolicyThing {
    PolicyDifference::Part part = PolicyDifference::Part::Pack;
    QString id;
    QString label;
    QList<PolicyAspect> aspects; ///< those of a kind have the same ones, in the same order
};

/// All of a pack, by part and in its order.
QList<PolicyThing> thingsOf(const Policy &policy);

} // namespace reviewdesk
