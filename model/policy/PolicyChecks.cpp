#include "policy/PolicyDraft.h"

#include <QCoreApplication>
#include <QDate>
#include <QSet>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyReader)
};

bool isLowerLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetterOrDigit(QChar c)
{
    return isLowerLetter(c) || isDigit(c) || (c >= u'A' && c <= u'Z');
}

/// Ids of facts and other items are members of case files: tumor_origin.
bool isItemId(const QString &id)
{
    return !id.isEmpty() && isLowerLetter(id.front()) &&
        std::all_of(id.begin(), id.end(), [](QChar c) { return isLowerLetter(c) || isDigit(c) || c == u'_'; });
}

/// Parts of letters and digits with points between: I.B.3.b.i.
bool isCriterionId(const QString &id)
{
    const QStringList parts = id.split(u'.');
    return std::all_of(parts.begin(), parts.end(),
        [](const QString &part) { return !part.isEmpty() && std::all_of(part.begin(), part.end(), isLetterOrDigit); });
}

/// Policy numbers and versions become file names and stand in letters.
bool isPackName(const QString &name)
{
    return !name.isEmpty() && isLetterOrDigit(name.front()) && std::all_of(name.begin(), name.end(), [](QChar c) {
        return isLetterOrDigit(c) || c == u'.' || c == u'-' || c == u'_';
    });
}

bool isSha256(const QString &digest)
{
    return digest.size() == 64 &&
        std::all_of(digest.begin(), digest.end(), [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f'); });
}

/// No text of a pack is blank: what has nothing to say is left out.
void findBlankTexts(PolicyDraft &draft, const JsonValue &value, const QString &pointer)
{
    if (const QString *text = value.asString()) {
        if (text->trimmed().isEmpty())
            draft.report("missing_text", Say::tr("A text is missing here."), pointer);
    } else if (const JsonValue::Object *object = value.asObject()) {
        for (const JsonValue::Member &member : *object)
            findBlankTexts(draft, member.second, jsonPointer(pointer, member.first));
    } else if (const JsonValue::Array *array = value.asArray()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            findBlankTexts(draft, (*array)[i], jsonPointer(pointer, static_cast<qsizetype>(i)));
    }
}

template <typename T, typename IsForm>
void checkIds(PolicyDraft &draft, const QList<T> &items, const char *list, IsForm isForm)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString &id = items.at(i).id;
        if (id.trimmed().isEmpty())
            continue; // reported as missing
        const QString pointer = jsonPointer(itemPointer(list, i), u"id");
        if (!isForm(id))
            draft.report("wrong_form", Say::tr("\"%1\" does not have the form of an id.").arg(id), pointer);
        if (seen.contains(id))
            draft.report("repeated_id", Say::tr("The id \"%1\" was given before.").arg(id), pointer);
        seen.insert(id);
    }
}

void checkHead(PolicyDraft &draft)
{
    const Policy &policy = draft.policy;
    const auto isWrong = [](const QString &text, bool right) { return !text.trimmed().isEmpty() && !right; };
    if (isWrong(policy.id, isPackName(policy.id)))
        draft.report("wrong_form", Say::tr("A policy's id has letters, digits, points, hyphens and underscores."),
            QStringLiteral("/id"));
    if (isWrong(policy.version, isPackName(policy.version)))
        draft.report("wrong_form", Say::tr("A version has letters, digits, points, hyphens and underscores."),
            QStringLiteral("/version"));
    if (isWrong(policy.sourceSha256, isSha256(policy.sourceSha256)))
        draft.report("wrong_form", Say::tr("The text's digest has 64 lower-case hexadecimal digits."),
            QStringLiteral("/source/sha256"));
    const bool isDate = policy.effective.size() == 10 && QDate::fromString(policy.effective, Qt::ISODate).isValid();
    if (isWrong(policy.effective, isDate))
        draft.report("wrong_form", Say::tr("The effective date is a date as YYYY-MM-DD, or null."),
            QStringLiteral("/effective"));
}

void checkYesNo(PolicyDraft &draft, const Fact &fact, const JsonValue::Array &options, const QString &pointer)
{
    const auto isTruth = [&](std::size_t i, bool truth) {
        const JsonValue *value = options[i].member(u"value");
        return value && value->asBool() && *value->asBool() == truth;
    };
    if (options.size() != 2 || !isTruth(0, true) || !isTruth(1, false)) {
        draft.report("yes_no_options", Say::tr("A yes_no fact has two options: true, then false."), pointer);
        return;
    }
    for (qsizetype i = 0; i < fact.options.size(); ++i) {
        if (!options[static_cast<std::size_t>(i)].member(u"counterfactual"))
            draft.report(
                "missing_member", Say::tr("The member \"counterfactual\" is missing."), jsonPointer(pointer, i));
    }
}

void checkChoice(
    PolicyDraft &draft, const QList<FactOption> &options, const JsonValue::Array &values, const QString &pointer)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < options.size(); ++i) {
        const QString place = jsonPointer(jsonPointer(pointer, i), u"value");
        const JsonValue *value = values[static_cast<std::size_t>(i)].member(u"value");
        const QString &word = options.at(i).value;
        if (value && value->asBool())
            draft.report("wrong_type", Say::tr("A choice's values are texts."), place);
        else if (seen.contains(word) && !word.isEmpty())
            draft.report("repeated_value", Say::tr("The value \"%1\" was given before.").arg(word), place);
        seen.insert(word);
    }
}

void checkOptions(PolicyDraft &draft)
{
    const JsonValue::Array &facts = listOf(draft.document, u"facts");
    for (qsizetype i = 0; i < draft.policy.facts.size(); ++i) {
        const Fact &fact = draft.policy.facts.at(i);
        const JsonValue::Array &options = listOf(facts[static_cast<std::size_t>(i)], u"options");
        const QString pointer = jsonPointer(itemPointer("facts", i), u"options");
        if (options.empty())
            continue;
        if (fact.kind == FactKind::YesNo)
            checkYesNo(draft, fact, options, pointer);
        else
            checkChoice(draft, fact.options, options, pointer);
    }
    const JsonValue::Array &recorded = listOf(draft.document, u"recorded");
    for (qsizetype i = 0; i < draft.policy.recorded.size(); ++i) {
        const RecordedItem &item = draft.policy.recorded.at(i);
        const JsonValue &value = recorded[static_cast<std::size_t>(i)];
        const QString pointer = itemPointer("recorded", i);
        if (item.kind == RecordedKind::Choice && !value.member(u"options"))
            draft.report("missing_member", Say::tr("The member \"options\" is missing."), pointer);
        else if (item.kind != RecordedKind::Choice && value.member(u"options"))
            draft.report("unknown_member", Say::tr("Only a choice has options."), jsonPointer(pointer, u"options"));
        else
            checkChoice(draft, item.options, listOf(value, u"options"), jsonPointer(pointer, u"options"));
    }
}

template <typename T> QSet<QString> idsOf(const QList<T> &items)
{
    QSet<QString> ids;
    for (const T &item : items)
        ids.insert(item.id);
    return ids;
}

void checkSections(PolicyDraft &draft)
{
    const Policy &policy = draft.policy;
    const QSet<QString> sections = idsOf(policy.sections);
    QSet<QString> used;
    const auto check = [&](const QString &section, const QString &item) {
        used.insert(section);
        if (!section.trimmed().isEmpty() && !sections.contains(section))
            draft.report(
                "unknown_section", Say::tr("There is no section \"%1\".").arg(section), jsonPointer(item, u"section"));
    };
    for (qsizetype i = 0; i < policy.facts.size(); ++i)
        check(policy.facts.at(i).section, itemPointer("facts", i));
    for (qsizetype i = 0; i < policy.recorded.size(); ++i)
        check(policy.recorded.at(i).section, itemPointer("recorded", i));
    for (qsizetype i = 0; i < policy.sections.size(); ++i) {
        const QString &id = policy.sections.at(i).id;
        if (!id.trimmed().isEmpty() && !used.contains(id))
            draft.report(
                "empty_section", Say::tr("Nothing stands in the section \"%1\".").arg(id), itemPointer("sections", i));
    }
}

void checkCodes(PolicyDraft &draft)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < draft.policy.codes.size(); ++i) {
        const CodeEntry &entry = draft.policy.codes.at(i);
        const QString key = entry.system + u' ' + entry.code;
        if (seen.contains(key) && !entry.code.isEmpty())
            draft.report("repeated_id", Say::tr("The code \"%1\" was given before.").arg(entry.code),
                jsonPointer(itemPointer("codes", i), u"code"));
        seen.insert(key);
    }
}

/// Reports every id of `named` that is not among `known`.
void checkNames(
    PolicyDraft &draft, const QStringList &named, const QSet<QString> &known, const char *code, const QString &pointer)
{
    for (qsizetype i = 0; i < named.size(); ++i) {
        if (!named.at(i).trimmed().isEmpty() && !known.contains(named.at(i)))
            draft.report(
                code, Say::tr("There is nothing here with the id \"%1\".").arg(named.at(i)), jsonPointer(pointer, i));
    }
}

/// Every term list speaks of a fact's value, and no phrase for two values of one fact.
void checkTerms(PolicyDraft &draft)
{
    const QList<TermList> &lists = draft.policy.terms.lists;
    QSet<QString> seen;
    for (qsizetype i = 0; i < lists.size(); ++i) {
        const TermList &list = lists.at(i);
        const QString pointer = jsonPointer(QStringLiteral("/suggestions/terms"), i);
        if (list.fact < 0)
            draft.report("unknown_fact", Say::tr("The policy has no such fact."), jsonPointer(pointer, u"fact"));
        else if (list.option < 0)
            draft.report("unknown_value", Say::tr("This is no value of the fact."), jsonPointer(pointer, u"value"));
        for (qsizetype j = 0; j < list.phrases.size(); ++j) {
            const QString key = QString::number(list.fact) + u' ' + list.phrases.at(j).simplified().toLower();
            if (list.fact >= 0 && seen.contains(key))
                draft.report("repeated_phrase", Say::tr("The phrase was given for this fact before."),
                    jsonPointer(jsonPointer(pointer, u"phrases"), j));
            seen.insert(key);
        }
    }
}

} // namespace

void checkTexts(PolicyDraft &draft)
{
    findBlankTexts(draft, draft.document, QString());
    checkHead(draft);
    checkOptions(draft);
}

void checkReferences(PolicyDraft &draft)
{
    const Policy &policy = draft.policy;
    checkIds(draft, policy.outcomes, "outcomes", isItemId);
    checkIds(draft, policy.sections, "sections", isItemId);
    checkIds(draft, policy.facts, "facts", isItemId);
    checkIds(draft, policy.criteria, "criteria", isCriterionId);
    checkIds(draft, policy.documentation, "documentation", isItemId);
    checkIds(draft, policy.codeChecks, "code_checks", isItemId);
    checkIds(draft, policy.recorded, "recorded", isItemId);
    checkIds(draft, policy.notes, "notes", isItemId);
    checkCodes(draft);
    checkSections(draft);
    checkTerms(draft);

    const QSet<QString> documentation = idsOf(policy.documentation);
    for (qsizetype i = 0; i < policy.facts.size(); ++i)
        checkNames(draft, policy.facts.at(i).documentation, documentation, "unknown_documentation",
            jsonPointer(itemPointer("facts", i), u"documentation"));
    const QSet<QString> subjects = idsOf(policy.facts) + idsOf(policy.recorded);
    for (qsizetype i = 0; i < policy.notes.size(); ++i)
        checkNames(draft, policy.notes.at(i).about, subjects, "unknown_subject",
            jsonPointer(itemPointer("notes", i), u"about"));
    for (qsizetype i = 0; i < policy.recorded.size(); ++i) {
        const QString &id = policy.recorded.at(i).id;
        if (!id.trimmed().isEmpty() && policy.factIndex(id) >= 0)
            draft.report("repeated_id", Say::tr("The id \"%1\" is a fact's already.").arg(id),
                jsonPointer(itemPointer("recorded", i), u"id"));
    }
}

} // namespace reviewdesk
