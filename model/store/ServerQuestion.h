#pragma once

#include "store/Worklist.h"
#include "store/WorklistSpan.h"

namespace reviewdesk {

/// What a question to the worklist asks, as a condition on `cases` in a server's SQL: fixed texts, and the values bound in
/// them in order. Most of it can be asked of the kept numbers too, worklist_counts AS cases (see their schema).
struct ServerQuestion {
    QString where = QStringLiteral("true");
    QVariantList values;
    bool people = false; ///< it asks who prepared or was given the case
    bool kinds = false; ///< line of business, state, urgency, procedure, outcome
    bool beyond = false; ///< what only the cases themselves say: their texts, letters' codes, ends of waits
    std::optional<WorklistSpan> span; ///< of due instants, of open cases, not in `where`
    bool letters = false; ///< it asks what was issued and printed
    bool textAlone = false; ///< it asks nothing but words in the cases' texts, which worklist_texts has

    void add(const QString &condition, const QVariantList &bound = {});
    static ServerQuestion of(const WorklistQuery &query, const Worklist::Asker &asker);

    /// The condition with the span.
    ServerQuestion whole() const;
    /// Which level of the kept numbers knows it; nothing: none does. Of a span that is 4, with `rest` for the cases of the
    /// days that it cuts.
    std::optional<int> level() const;
    /// A scalar of SQL: how many cases it is, kept or counted.
    ServerQuestion count() const;
};

} // namespace reviewdesk
