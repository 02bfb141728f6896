#pragma once

#include "cases/ReviewCase.h"
#include "policy/JsonSchema.h"
#include "support/Result.h"

#include <QSet>

#include <optional>

namespace reviewdesk {

/// One thing that two people changed differently since the state both began from. An answer and its source are one
/// thing: the source of "yes" is none of "no".
struct MergeConflict {
    /// The same field in the three states; absent where it has no value.
    struct Field {
        QString place; ///< JSON pointer into the case file
        std::optional<JsonValue> base;
        std::optional<JsonValue> mine;
        std::optional<JsonValue> theirs;

        friend bool operator==(const Field &, const Field &) = default;
    };
    QString thing; ///< "/facts/progressive", "/member/name"; names it in `chosen`
    QList<Field> fields; ///< those that differ

    friend bool operator==(const MergeConflict &, const MergeConflict &) = default;
};

/// Two drafts of one case brought together, field by field: what one of the two changed alone is taken from them; what
/// both added to a list (documents, codes, treatments) is in it once, theirs first.
struct CaseMerge {
    JsonValue document; ///< the case file, with *theirs* where there is a conflict
    QList<MergeConflict> conflicts; ///< in order of the places
    QStringList takenFromMine; ///< places where my change was taken without a question
    QStringList takenFromTheirs;
};

CaseMerge mergeCases(const ReviewCase &base, const ReviewCase &mine, const ReviewCase &theirs, const Policy &policy);

/// The merged case with my side of the conflicts whose `thing` is in `mine`. Errors as readCase has them.
Result<ReviewCase> mergedCase(
    const CaseMerge &merge, const QSet<QString> &mine, const Policy &policy, const JsonSchema &schema);

} // namespace reviewdesk
