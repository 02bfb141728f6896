#include "letter/LetterLanguage.h"

#include "policy/FileContent.h"

#include <QDir>

namespace reviewdesk {

namespace {

/// A data file, held to its schema.
Result<JsonValue> checkedJson(const QDir &folder, const QString &name, const QString &schemaName)
{
    const Result<QByteArray> json = fileContent(folder.filePath(name));
    if (!json)
        return json.error();
    const Result<QByteArray> schema = fileContent(folder.filePath(schemaName));
    if (!schema)
        return schema.error();
    const Result<JsonValue> document = readJson(*json);
    if (!document)
        return Error{document.error().code, document.error().message, name + u' ' + document.error().place};
    const QList<Error> problems = schemaProblems(*document, *schema);
    if (!problems.isEmpty())
        return Error{problems.first().code, problems.first().message, name + u' ' + problems.first().place};
    return *document;
}

QString textAt(const JsonValue *object, const QString &name)
{
    return object ? object->text(name) : QString();
}

void replace(QString &text, const QString &translation)
{
    if (!translation.isEmpty())
        text = translation;
}

void translateFact(Fact &fact, const JsonValue *words)
{
    if (!words)
        return;
    replace(fact.whether, words->text(u"whether"));
    const JsonValue *options = words->member(u"options");
    for (FactOption &option : fact.options) {
        const JsonValue *said = options ? options->member(option.value) : nullptr;
        replace(option.label, textAt(said, QStringLiteral("label")));
        replace(option.statement, textAt(said, QStringLiteral("statement")));
        replace(option.counterfactual, textAt(said, QStringLiteral("counterfactual")));
    }
}

} // namespace

Result<LetterLanguage> LetterLanguage::read(const QString &folder, const QString &code)
{
    const QDir dir(folder);
    const QString name = QStringLiteral("letter.%1.json").arg(code);
    const Result<JsonValue> document = checkedJson(dir, name, QStringLiteral("letter.schema.json"));
    if (!document)
        return document.error();
    LetterLanguage language;
    language.m_code = document->text(u"language");
    language.m_locale = QLocale(document->text(u"locale"));
    for (const auto &[key, word] : *document->member(u"words")->asObject())
        language.m_words.insert(key, *word.asString());
    const QStringList files = dir.entryList({QStringLiteral("*.%1.json").arg(code)}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (file == name)
            continue;
        const Result<JsonValue> words = checkedJson(dir, file, QStringLiteral("policy.schema.json"));
        if (!words)
            return words.error();
        language.m_policies.append({words->text(u"policy"), words->text(u"version"), *words});
    }
    return language;
}

QString LetterLanguage::say(const char *key) const
{
    Q_ASSERT_X(m_words.contains(QString::fromLatin1(key)), "LetterLanguage", key);
    return m_words.value(QString::fromLatin1(key));
}

QString LetterLanguage::date(const QDate &date) const
{
    return date.isValid() ? m_locale.toString(date, say("date")) : QString();
}

QString LetterLanguage::dateAndTime(const QDateTime &instant) const
{
    return say("date_and_time").arg(date(instant.date()), m_locale.toString(instant.time(), say("time")));
}

QString LetterLanguage::list(const QStringList &parts) const
{
    return m_locale.createSeparatedList(parts);
}

JsonValue::Object LetterLanguage::members() const
{
    JsonValue::Object members;
    for (auto word = m_words.cbegin(); word != m_words.cend(); ++word)
        members.emplace_back(QStringLiteral("say_") + word.key(), word.value());
    return members;
}

QStringList LetterLanguage::names() const
{
    QStringList names;
    for (auto word = m_words.cbegin(); word != m_words.cend(); ++word)
        names.append(QStringLiteral("say_") + word.key());
    return names;
}

bool LetterLanguage::knows(const Policy &policy) const
{
    for (const PolicyWords &known : m_policies) {
        if (known.policy == policy.id && known.version == policy.version)
            return true;
    }
    return isEnglish();
}

Policy LetterLanguage::translated(const Policy &policy) const
{
    Policy told = policy;
    for (const PolicyWords &known : m_policies) {
        if (known.policy != policy.id || known.version != policy.version)
            continue;
        const JsonValue *facts = known.words.member(u"facts");
        for (Fact &fact : told.facts)
            translateFact(fact, facts->member(fact.id));
        const JsonValue *outcomes = known.words.member(u"outcomes");
        for (OutcomeRule &outcome : told.outcomes)
            replace(outcome.label, outcomes->text(outcome.id));
        const JsonValue *notes = known.words.member(u"notes");
        for (PolicyNote &note : told.notes)
            replace(note.text, notes->text(note.id));
        const JsonValue *codes = known.words.member(u"codes");
        for (CodeEntry &code : told.codes)
            replace(code.descriptor, codes->text(code.code));
    }
    return told;
}

} // namespace reviewdesk
