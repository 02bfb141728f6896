#pragma once

#include "cases/ReviewCase.h"

#include <QList>

namespace reviewdesk {

/// One field that differs between two states of a case, in words for a person.
struct FieldDifference {
    QString place; ///< JSON pointer into the case file
    QString part; ///< "Request", "Answers", "Sources", ...: fields of one part stand together
    QString field; ///< "Progressive disease", "Plan's state"
    QString before; ///< empty: there was nothing
    QString after; ///< empty: there is nothing any more

    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

/// Field by field, in the order of the case file; an answer and its source are two fields, a list is one.
QList<FieldDifference> differences(const ReviewCase &before, const ReviewCase &after, const Policy &policy);

} // namespace reviewdesk
