#include "letter/LetterComposer.h"

#include "cases/VerificationCode.h"

#include <QCryptographicHash>

namespace reviewdesk {

namespace {

QByteArray checklistJson(const QList<ChecklistRow> &rows)
{
    JsonValue::Array list;
    for (const ChecklistRow &row : rows) {
        list.push_back(
            JsonValue::Object{{QStringLiteral("anchor"), row.anchor}, {QStringLiteral("citation"), row.citation},
                {QStringLiteral("id"), row.id}, {QStringLiteral("requirement"), row.requirement},
                {QStringLiteral("text"), row.text}, {QStringLiteral("verified"), row.verified}});
    }
    return canonicalJson(list);
}

QList<ChecklistRow> checklistFrom(const QByteArray &json)
{
    QList<ChecklistRow> rows;
    const Result<JsonValue> read = readJson(json);
    const JsonValue::Array *list = read ? read->asArray() : nullptr;
    if (!list)
        return rows;
    for (const JsonValue &row : *list) {
        const JsonValue *verified = row.member(u"verified");
        rows.append({row.text(u"id"), row.text(u"requirement"), row.text(u"citation"),
            verified && verified->asBool() && *verified->asBool(), row.text(u"anchor"), row.text(u"text")});
    }
    return rows;
}

} // namespace

QString ComposedLetter::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {title, html, templateVersion})
        hash.addData(part.toUtf8() + '\0');
    return QString::fromLatin1(hash.result().toHex());
}

QString ComposedLetter::code() const
{
    return verificationCode(digest());
}

FrozenLetter ComposedLetter::frozen() const
{
    FrozenLetter frozen;
    frozen.kind = toWord(kind);
    frozen.recipient = toWord(recipient);
    frozen.title = title;
    frozen.html = html;
    frozen.text = text;
    frozen.templateVersion = templateVersion;
    frozen.digest = digest();
    frozen.language = language;
    frozen.englishHtml = englishHtml;
    frozen.englishText = englishText;
    frozen.checklist = checklistJson(checklist);
    frozen.sample = sample;
    return frozen;
}

ComposedLetter ComposedLetter::thawed(const FrozenLetter &frozen, const QString &caseNumber)
{
    ComposedLetter letter;
    letter.kind = letterKindFromWord(frozen.kind).value_or(letter.kind);
    letter.recipient = recipientFromWord(frozen.recipient).value_or(letter.recipient);
    letter.title = frozen.title;
    letter.html = frozen.html;
    letter.text = frozen.text;
    letter.templateVersion = frozen.templateVersion;
    if (!frozen.language.isEmpty())
        letter.language = frozen.language;
    letter.englishHtml = frozen.englishHtml;
    letter.englishText = frozen.englishText;
    letter.checklist = checklistFrom(frozen.checklist);
    letter.sample = frozen.sample;
    letter.caseNumber = caseNumber;
    return letter;
}

} // namespace reviewdesk
