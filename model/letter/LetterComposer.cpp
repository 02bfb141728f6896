#include "letter/LetterComposer.h"

#include "cases/VerificationCode.h"
#include "letter/Abbreviations.h"
#include "letter/LetterChecklist.h"
#include "letter/LetterContent.h"
#include "letter/LetterHtml.h"
#include "letter/LetterTemplates.h"
#include "letter/LetterheadSettings.h"
#include "letter/PageText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace reviewdesk {

struct LetterComposer::Templates {
    LetterTemplates files;
    QList<ChecklistRule> checklist;
    Abbreviations abbreviations;
};

namespace {

Result<QByteArray> fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("unreadable"), file.errorString(), path};
    return file.readAll();
}

Result<Abbreviations> readAbbreviations(const QString &resources)
{
    const Result<QByteArray> json = fileBytes(resources + QStringLiteral("/rules/abbreviations.json"));
    if (!json)
        return json.error();
    const Result<QByteArray> schema = fileBytes(resources + QStringLiteral("/rules/abbreviations.schema.json"));
    return schema ? Abbreviations::read(*json, *schema) : Result<Abbreviations>(schema.error());
}

/// The smallest type that the letter's style sheet sets anywhere, in points; 0 when it sets none.
double smallestType(const QString &html)
{
    static const QRegularExpression size(QStringLiteral("font-size:\\s*([0-9.]+)pt"));
    double smallest = 0;
    QRegularExpressionMatchIterator sizes = size.globalMatch(html.left(html.indexOf(u"</style>")));
    while (sizes.hasNext()) {
        const double points = sizes.next().captured(1).toDouble();
        smallest = smallest > 0 ? std::min(smallest, points) : points;
    }
    return smallest;
}

/// A row and the place in the letter that satisfies it.
ChecklistRow rowFor(const ChecklistRule &rule, const LetterReading &reading, double smallest)
{
    ChecklistRow row{
        rule.id, rule.requirement, rule.citation, rule.verified, rule.anchor, reading.textById.value(rule.anchor)};
    if (!LetterheadSettings::placeholdersIn(row.text).isEmpty() || smallest < rule.pointSize)
        row.text.clear();
    return row;
}

/// Each letterhead setting that the letter uses and that is not set, and each row of the checklist without text.
QList<Error> gaps(const ComposedLetter &letter)
{
    QList<Error> gaps;
    const LetterReading reading = readLetter(letter.html);
    const QStringList missing = LetterheadSettings::placeholdersIn(letter.text);
    for (const QString &setting : missing) {
        gaps.append({QStringLiteral("setting_not_set"),
            QCoreApplication::translate("letter", "The letterhead’s setting %1 is not set; the letter needs it.")
                .arg(setting),
            QStringLiteral("/letterhead/") + setting});
    }
    for (const ChecklistRow &row : letter.checklist) {
        if (!row.text.isEmpty())
            continue;
        const QStringList settings = LetterheadSettings::placeholdersIn(reading.textById.value(row.anchor));
        const QString why = settings.isEmpty()
            ? QString()
            : QCoreApplication::translate("letter", "; not set: %1").arg(settings.join(QStringLiteral(", ")));
        gaps.append({QStringLiteral("checklist_row_empty"),
            QCoreApplication::translate("letter", "The letter lacks what is required: %1 (%2)%3.")
                .arg(row.requirement, row.citation, why),
            QStringLiteral("checklist/") + row.id});
    }
    return gaps;
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

QString letterHtml(const ComposedLetter &letter)
{
    const QString line = QStringLiteral("<p class=\"code\" id=\"code\">%1</p>\n")
                             .arg(QCoreApplication::translate("letter", "Verification code: %1").arg(letter.code()));
    QString html = letter.html;
    return html.insert(html.lastIndexOf(u"</body>"), line);
}

QString letterText(const ComposedLetter &letter)
{
    return letter.text + u'\n' + QCoreApplication::translate("letter", "Verification code: %1").arg(letter.code()) +
        u'\n';
}

LetterComposer::LetterComposer() = default;
LetterComposer::~LetterComposer() = default;

Result<std::shared_ptr<const LetterComposer>> LetterComposer::load(const QString &resources)
{
    const Result<QByteArray> json = fileBytes(resources + QStringLiteral("/rules/letter-checklist.json"));
    if (!json)
        return json.error();
    const Result<QByteArray> schema = fileBytes(resources + QStringLiteral("/rules/letter-checklist.schema.json"));
    if (!schema)
        return schema.error();
    const Result<QList<ChecklistRule>> checklist = readChecklist(*json, *schema);
    if (!checklist)
        return checklist.error();
    const Result<Abbreviations> abbreviations = readAbbreviations(resources);
    if (!abbreviations)
        return abbreviations.error();
    const Result<LetterTemplates> files =
        LetterTemplates::read(resources + QStringLiteral("/letters"), letterFields(*checklist));
    if (!files)
        return files.error();
    for (const ChecklistRule &rule : *checklist) {
        for (const LetterKind kind : rule.kinds) {
            if (!files->contains(toWord(kind)) || !files->hasAnchor(toWord(kind), rule.anchor)) {
                return Error{QStringLiteral("missing_anchor"),
                    QCoreApplication::translate(
                        "letter", "The row “%1” has no place in %2.html: nothing there has the id “%3”.")
                        .arg(rule.id, toWord(kind), rule.anchor),
                    QStringLiteral("letter-checklist.json:%1").arg(rule.line)};
            }
        }
    }
    std::shared_ptr<LetterComposer> composer(new LetterComposer);
    composer->m_templates = std::make_unique<const Templates>(Templates{*files, *checklist, *abbreviations});
    return std::shared_ptr<const LetterComposer>(std::move(composer));
}

ComposedLetter LetterComposer::preview(const LetterRequest &request, const Rulebook &rulebook) const
{
    const QString name = toWord(request.kind);
    ComposedLetter letter;
    letter.kind = request.kind;
    letter.recipient = request.recipient;
    letter.title = letterTitle(request);
    letter.templateVersion = m_templates->files.version(name);
    letter.caseNumber = pageText(request.reviewCase.number);
    letter.sample = request.letterhead.sample;
    letter.html = m_templates->files.merged(name,
        letterContent(request, rulebook, m_templates->checklist, m_templates->abbreviations, letter.templateVersion));
    const LetterReading reading = readLetter(letter.html);
    Q_ASSERT_X(reading.error.isEmpty(), "LetterComposer", qPrintable(reading.error));
    letter.text = reading.text;
    const QList<ChecklistRule> rules = rulesFor(request, m_templates->checklist);
    const double smallest = smallestType(letter.html);
    for (const ChecklistRule &rule : rules)
        letter.checklist.append(rowFor(rule, reading, smallest));
    return letter;
}

QStringList LetterComposer::unexplainedAbbreviations(const QString &text) const
{
    return m_templates->abbreviations.unexplained(text);
}

LetterComposer::Composition LetterComposer::compose(const LetterRequest &request, const Rulebook &rulebook) const
{
    Composition composition{preview(request, rulebook), reasonsAgainst(request, rulebook)};
    composition.reasons += gaps(composition.letter);
    return composition;
}

} // namespace reviewdesk
