#include "letter/LetterChecklist.h"

#include "policy/JsonValue.h"

#include <QCoreApplication>
#include <QSet>

namespace reviewdesk {

namespace {

const QString fileName = QStringLiteral("letter-checklist.json");

int lineOfRow(const QByteArray &json, const QString &id)
{
    const qsizetype at = json.indexOf(QByteArrayLiteral("\"id\": \"") + id.toUtf8() + '"');
    return at < 0 ? 1 : static_cast<int>(json.left(at).count('\n')) + 1;
}

template <typename T, typename FromWord> QList<T> wordsOf(const JsonValue &row, QStringView member, FromWord fromWord)
{
    QList<T> values;
    const JsonValue *list = row.member(member);
    const JsonValue::Array *array = list ? list->asArray() : nullptr;
    if (!array)
        return values;
    for (const JsonValue &word : *array) {
        if (const std::optional<T> value = fromWord(*word.asString()))
            values.append(*value);
    }
    return values;
}

bool isTrue(const JsonValue *value)
{
    return value && value->asBool() && *value->asBool();
}

ChecklistRule ruleFrom(const JsonValue &row, const QByteArray &json)
{
    ChecklistRule rule;
    rule.id = row.text(u"id");
    rule.requirement = row.text(u"requirement");
    rule.linesOfBusiness = wordsOf<LineOfBusiness>(row, u"lines_of_business", lineOfBusinessFromWord);
    rule.kinds = wordsOf<LetterKind>(row, u"kinds", letterKindFromWord);
    rule.recipients = wordsOf<Recipient>(row, u"recipients", recipientFromWord);
    rule.anchor = row.text(u"anchor");
    rule.citation = row.text(u"citation");
    rule.verified = isTrue(row.member(u"verified"));
    rule.whenSetting = row.text(u"when");
    if (const JsonValue *size = row.member(u"point_size"))
        rule.pointSize = static_cast<int>(*size->asInteger());
    if (row.member(u"review"))
        rule.ofAppeal = row.text(u"review") == u"appeal";
    rule.timings = wordsOf<Timing>(row, u"timings", timingFromWord);
    rule.line = lineOfRow(json, rule.id);
    return rule;
}

} // namespace

bool ChecklistRule::appliesTo(LetterKind kind, Recipient recipient, std::optional<LineOfBusiness> lineOfBusiness) const
{
    if (!kinds.contains(kind) || !recipients.contains(recipient))
        return false;
    return linesOfBusiness.isEmpty() || (lineOfBusiness && linesOfBusiness.contains(*lineOfBusiness));
}

bool ChecklistRule::fitsRound(bool isAppeal, std::optional<Timing> timing) const
{
    return ofAppeal.value_or(isAppeal) == isAppeal && (timings.isEmpty() || !timing || timings.contains(*timing));
}

Result<QList<ChecklistRule>> readChecklist(const QByteArray &json, const QByteArray &schema)
{
    const Result<JsonValue> document = readJson(json);
    if (!document)
        return Error{document.error().code, document.error().message, fileName + u' ' + document.error().place};
    const QList<Error> problems = schemaProblems(*document, schema);
    if (!problems.isEmpty())
        return Error{problems.first().code, problems.first().message, fileName + u' ' + problems.first().place};
    QList<ChecklistRule> rules;
    QSet<QString> ids;
    for (const JsonValue &row : *document->member(u"rows")->asArray()) {
        rules.append(ruleFrom(row, json));
        if (ids.contains(rules.last().id)) {
            return Error{QStringLiteral("duplicate_row"),
                QCoreApplication::translate("letter", "Two checklist rows have the id %1.").arg(rules.last().id),
                QStringLiteral("%1:%2").arg(fileName).arg(rules.last().line)};
        }
        ids.insert(rules.last().id);
    }
    return rules;
}

} // namespace reviewdesk
