#include "policy/PolicyDraft.h"

#include <array>

namespace reviewdesk {

namespace {

template <typename Enum, std::size_t Count>
Enum fromWord(
    const JsonValue &value, const char16_t *member, const std::array<std::pair<const char *, Enum>, Count> &words)
{
    const QString word = value.text(QStringView(member));
    for (const auto &[text, meaning] : words) {
        if (word == QLatin1String(text))
            return meaning;
    }
    return words.front().second; // another word is the schema's problem
}

constexpr std::array<std::pair<const char *, FactKind>, 2> factKinds{
    {{"choice", FactKind::Choice}, {"yes_no", FactKind::YesNo}}};
constexpr std::array<std::pair<const char *, OutcomeEffect>, 2> effects{
    {{"approvable", OutcomeEffect::Approvable}, {"adverse", OutcomeEffect::Adverse}}};
constexpr std::array<std::pair<const char *, RecordedKind>, 4> recordedKinds{
    {{"text", RecordedKind::Text}, {"choice", RecordedKind::Choice}, {"yes_no", RecordedKind::YesNo},
        {"prior_treatments", RecordedKind::PriorTreatments}}};
constexpr std::array<std::pair<const char *, NoteKind>, 2> noteKinds{
    {{"reading", NoteKind::Reading}, {"advisory", NoteKind::Advisory}}};

QStringList textsOf(const JsonValue &value, QStringView name)
{
    QStringList texts;
    for (const JsonValue &element : listOf(value, name))
        texts.append(element.asString() ? *element.asString() : QString());
    return texts;
}

SourcePlace sourceOf(const JsonValue &value)
{
    const JsonValue *source = value.member(u"source");
    return source ? SourcePlace{source->text(u"section"), source->text(u"quote")} : SourcePlace{};
}

FactOption optionOf(const JsonValue &value)
{
    FactOption option;
    const JsonValue *given = value.member(u"value");
    if (given && given->asBool())
        option.value = *given->asBool() ? QStringLiteral("true") : QStringLiteral("false");
    else
        option.value = value.text(u"value");
    option.label = value.text(u"label");
    option.help = value.text(u"help");
    option.statement = value.text(u"statement");
    option.counterfactual = value.text(u"counterfactual");
    return option;
}

QList<FactOption> optionsOf(const JsonValue &value)
{
    QList<FactOption> options;
    for (const JsonValue &option : listOf(value, u"options"))
        options.append(optionOf(option));
    return options;
}

void readHead(const JsonValue &pack, Policy &policy)
{
    policy.id = pack.text(u"id");
    policy.title = pack.text(u"title");
    policy.version = pack.text(u"version");
    policy.origin = pack.text(u"origin");
    policy.effective = pack.text(u"effective");
    if (const JsonValue *source = pack.member(u"source")) {
        policy.sourceDocument = source->text(u"document");
        policy.sourceSha256 = source->text(u"sha256");
    }
    if (const JsonValue *precedence = pack.member(u"contract_precedence")) {
        policy.contractPrecedence = precedence->text(u"words");
        policy.contractPrecedenceSource = {precedence->text(u"section"), policy.contractPrecedence};
    }
}

Fact factOf(const JsonValue &value)
{
    Fact fact;
    fact.id = value.text(u"id");
    fact.kind = fromWord(value, u"kind", factKinds);
    fact.label = value.text(u"label");
    fact.question = value.text(u"question");
    fact.help = value.text(u"help");
    fact.whether = value.text(u"whether");
    fact.options = optionsOf(value);
    fact.section = value.text(u"section");
    fact.source = sourceOf(value);
    fact.documentation = textsOf(value, u"documentation");
    return fact;
}

Criterion criterionOf(const JsonValue &value)
{
    Criterion criterion;
    criterion.id = value.text(u"id");
    criterion.words = value.text(u"words");
    criterion.summary = value.text(u"summary");
    criterion.source = {value.text(u"section"), criterion.words};
    return criterion;
}

DocumentationItem documentationOf(const JsonValue &value)
{
    const QString words = value.text(u"words");
    return {value.text(u"id"), value.text(u"label"), words, {value.text(u"section"), words}, {}};
}

RecordedItem recordedOf(const JsonValue &value)
{
    return {value.text(u"id"), fromWord(value, u"kind", recordedKinds), value.text(u"label"), value.text(u"section"),
        optionsOf(value), {}, value.text(u"note"), sourceOf(value)};
}

PolicyNote noteOf(const JsonValue &value)
{
    const JsonValue *letter = value.member(u"in_letter");
    return {value.text(u"id"), fromWord(value, u"kind", noteKinds), value.text(u"text"), sourceOf(value),
        textsOf(value, u"about"), {}, letter && letter->asBool() && *letter->asBool()};
}

/// What a term list names is looked up, and reported, in checkReferences.
PassageTerms termsOf(const JsonValue &value, const Policy &policy)
{
    PassageTerms terms{textsOf(value, u"negations_before"), textsOf(value, u"negations_after"),
        textsOf(value, u"uncertain"), textsOf(value, u"breaks"), {}};
    for (const JsonValue &list : listOf(value, u"terms")) {
        TermList read{policy.factIndex(list.text(u"fact")), -1, textsOf(list, u"phrases")};
        const QString wanted = optionOf(list).value;
        const qsizetype options = read.fact < 0 ? 0 : policy.facts.at(read.fact).options.size();
        for (int option = 0; option < options; ++option) {
            if (policy.facts.at(read.fact).options.at(option).value == wanted)
                read.option = option;
        }
        terms.lists.append(read);
    }
    return terms;
}

} // namespace

void PolicyDraft::report(const char *code, const QString &message, const QString &pointer)
{
    problems.append(Error{QString::fromLatin1(code), message, pointer});
}

const JsonValue::Array &listOf(const JsonValue &value, QStringView name)
{
    static const JsonValue::Array none;
    const JsonValue *member = value.member(name);
    const JsonValue::Array *array = member ? member->asArray() : nullptr;
    return array ? *array : none;
}

QString itemPointer(const char *list, qsizetype index)
{
    return jsonPointer(u'/' + QString::fromLatin1(list), index);
}

void readFields(PolicyDraft &draft)
{
    const JsonValue &pack = draft.document;
    Policy &policy = draft.policy;
    readHead(pack, policy);
    for (const JsonValue &value : listOf(pack, u"facts"))
        policy.facts.append(factOf(value));
    for (const JsonValue &value : listOf(pack, u"criteria"))
        policy.criteria.append(criterionOf(value));
    for (const JsonValue &value : listOf(pack, u"outcomes"))
        policy.outcomes.append({value.text(u"id"), fromWord(value, u"effect", effects), value.text(u"label"),
            value.text(u"sentence"), {}});
    for (const JsonValue &value : listOf(pack, u"sections"))
        policy.sections.append({value.text(u"id"), value.text(u"title"), value.text(u"intro")});
    for (const JsonValue &value : listOf(pack, u"documentation"))
        policy.documentation.append(documentationOf(value));
    for (const JsonValue &value : listOf(pack, u"codes"))
        policy.codes.append({value.text(u"system"), value.text(u"code"), value.text(u"descriptor")});
    for (const JsonValue &value : listOf(pack, u"code_checks"))
        policy.codeChecks.append({value.text(u"id"), value.text(u"system"), textsOf(value, u"codes"),
            textsOf(value, u"unless_codes"), {}, value.text(u"message")});
    for (const JsonValue &value : listOf(pack, u"recorded"))
        policy.recorded.append(recordedOf(value));
    for (const JsonValue &value : listOf(pack, u"notes"))
        policy.notes.append(noteOf(value));
    if (const JsonValue *suggestions = pack.member(u"suggestions"))
        policy.terms = termsOf(*suggestions, policy);
}

} // namespace reviewdesk
