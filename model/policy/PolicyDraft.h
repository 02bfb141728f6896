#pragma once

#include "policy/JsonValue.h"
#include "policy/Policy.h"

namespace reviewdesk {

/// A pack on its way from JSON to Policy. Every list of `policy` has one item for each element of the document's list,
/// however malformed, so that positions give JSON pointers. Kinds of value are the schema's business: what has the
/// wrong one is read as empty here and not reported again.
struct PolicyDraft {
    JsonValue document;
    Policy policy;
    QList<Error> problems;

    void report(const char *code, const QString &message, const QString &pointer);
};

/// Fills in all that stands by itself: texts, kinds, options, ids. Conditions come later, when all ids are known.
void readFields(PolicyDraft &draft);

/// Resolves the conditions. Reports unknown facts, values and criteria, and what may not stand in a condition.
void readConditions(PolicyDraft &draft);

/// Links the tree (parents, children, `own`) and reports repeated ids, dangling references, cycles, blank texts, wrong
/// forms.
void checkTexts(PolicyDraft &draft);
void checkReferences(PolicyDraft &draft);
void checkCriteria(PolicyDraft &draft);

/// Asks the compiled criteria: those that no case can meet, cases without an outcome or with two. Last of all: it needs facts,
/// criteria and outcomes that are sound, and says nothing when they are not.
void checkMeaning(PolicyDraft &draft);

/// The elements of a list member of the document; empty when there is none.
const JsonValue::Array &listOf(const JsonValue &value, QStringView name);

/// "/facts/3"
QString itemPointer(const char *list, qsizetype index);

} // namespace reviewdesk
