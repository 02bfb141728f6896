#include "letter/LetterComposer.h"

#include "letter/Abbreviations.h"
#include "letter/LetterChecklist.h"
#include "letter/LetterContent.h"
#include "letter/LetterHtml.h"
#include "letter/LetterLanguage.h"
#include "letter/LetterTemplates.h"
#include "letter/LetterheadRows.h"
#include "letter/LetterheadSettings.h"
#include "letter/PageText.h"
#include "letter/ReasonDraft.h"
#include "policy/FileContent.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>
#include <vector>

namespace reviewdesk {

/// All that letters in one language are made of.
struct LetterComposer::Tongue {
    LetterLanguage language;
    LetterTemplates files;
    Abbreviations abbreviations;
};

struct LetterComposer::Templates {
    QList<ChecklistRule> checklist;
    std::vector<Tongue> tongues; ///< English first

    const Tongue &english() const { return tongues.front(); }
    const Tongue *find(const QString &code) const
    {
        for (const Tongue &tongue : tongues) {
            if (tongue.language.code() == code)
                return &tongue;
        }
        return nullptr;
    }
};

namespace {

Result<Abbreviations> readAbbreviations(const QString &resources, const QString &language)
{
    const Result<QByteArray> json = fileContent(resources + QStringLiteral("/rules/abbreviations.json"));
    if (!json)
        return json.error();
    const Result<QByteArray> schema = fileContent(resources + QStringLiteral("/rules/abbreviations.schema.json"));
    return schema ? Abbreviations::read(*json, *schema, language) : Result<Abbreviations>(schema.error());
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
    if (!LetterheadSettings::placeholdersIn(row.text).isEmpty() || !isVisibleText(row.text) || smallest < rule.pointSize)
        row.text.clear();
    return row;
}

/// Each letterhead setting that the letter uses and that is not set, and each row of the checklist without text.
QList<Error> gaps(const ComposedLetter &letter)
{
    QList<Error> gaps;
    LetterReading reading; // read again only where something is missing
    const QStringList missing = LetterheadSettings::placeholdersIn(letter.text);
    for (const QString &setting : missing) {
        gaps.append({QStringLiteral("setting_not_set"),
            QCoreApplication::translate("letter", "The letterhead lacks what the letter needs: %1.")
                .arg(letterheadTitle(setting)),
            QStringLiteral("/letterhead/") + setting});
    }
    for (const ChecklistRow &row : letter.checklist) {
        if (!row.text.isEmpty())
            continue;
        if (reading.text.isEmpty())
            reading = readLetter(letter.html);
        QStringList titles;
        for (const QString &setting : LetterheadSettings::placeholdersIn(reading.textById.value(row.anchor)))
            titles.append(letterheadTitle(setting));
        const QString why = titles.isEmpty()
            ? QString()
            : QCoreApplication::translate("letter", "; not set: %1").arg(titles.join(QStringLiteral("; ")));
        gaps.append({QStringLiteral("checklist_row_empty"),
            QCoreApplication::translate("letter", "The letter lacks what is required: %1 (%2)%3.")
                .arg(row.requirement, row.citation, why),
            QStringLiteral("checklist/") + row.id});
    }
    return gaps;
}

} // namespace

QString letterHtml(const ComposedLetter &letter)
{
    const QString line =
        QStringLiteral("<p class=\"code\" id=\"code\">%1</p>\n").arg(footWords(letter.html).code.arg(letter.code()));
    QString html = letter.html;
    return html.insert(html.lastIndexOf(u"</body>"), line);
}

QString letterText(const ComposedLetter &letter)
{
    return letter.text + u'\n' + footWords(letter.html).code.arg(letter.code()) + u'\n';
}

LetterComposer::LetterComposer() = default;
LetterComposer::~LetterComposer() = default;

Result<std::shared_ptr<const LetterComposer>> LetterComposer::load(const QString &resources)
{
    const Result<QByteArray> json = fileContent(resources + QStringLiteral("/rules/letter-checklist.json"));
    if (!json)
        return json.error();
    const Result<QByteArray> schema = fileContent(resources + QStringLiteral("/rules/letter-checklist.schema.json"));
    if (!schema)
        return schema.error();
    const Result<QList<ChecklistRule>> checklist = readChecklist(*json, *schema);
    if (!checklist)
        return checklist.error();
    auto templates = std::make_unique<Templates>();
    templates->checklist = *checklist;
    for (const char *code : {"en", "es"}) {
        Result<Tongue> tongue = readTongue(resources, QString::fromLatin1(code), *checklist);
        if (!tongue)
            return tongue.error();
        templates->tongues.push_back(std::move(tongue).value());
    }
    std::shared_ptr<LetterComposer> composer(new LetterComposer);
    composer->m_templates = std::move(templates);
    return std::shared_ptr<const LetterComposer>(std::move(composer));
}

Result<LetterComposer::Tongue> LetterComposer::readTongue(
    const QString &resources, const QString &code, const QList<ChecklistRule> &checklist)
{
    const Result<LetterLanguage> language = LetterLanguage::read(resources + QStringLiteral("/translations"), code);
    if (!language)
        return language.error();
    const Result<Abbreviations> abbreviations = readAbbreviations(resources, code);
    if (!abbreviations)
        return abbreviations.error();
    const QString letters = resources + QStringLiteral("/letters");
    const TemplateFields fields = letterFields(checklist, *language);
    const Result<LetterTemplates> files = language->isEnglish()
        ? LetterTemplates::read(letters, fields)
        : LetterTemplates::read(letters + u'/' + code, fields, letters);
    if (!files)
        return files.error();
    for (const ChecklistRule &rule : checklist) {
        if (!language->isEnglish() && !rule.recipients.contains(Recipient::Member))
            continue; // a provider is written to in English
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
    return Tongue{*language, *files, *abbreviations};
}

ComposedLetter LetterComposer::composed(
    const LetterRequest &request, const Rulebook &rulebook, const Tongue &tongue) const
{
    const QString name = toWord(request.kind);
    ComposedLetter letter;
    letter.kind = request.kind;
    letter.recipient = request.recipient;
    letter.language = tongue.language.code();
    letter.title = letterTitle(request, tongue.language);
    letter.templateVersion = tongue.files.version(name);
    letter.caseNumber = pageText(request.reviewCase.number);
    letter.sample = request.letterhead.sample;
    letter.html = tongue.files.merged(name,
        letterContent(request, rulebook, m_templates->checklist, tongue.abbreviations, tongue.language,
            letter.templateVersion));
    const LetterReading reading = readLetter(letter.html);
    Q_ASSERT_X(reading.error.isEmpty(), "LetterComposer", qPrintable(reading.error));
    letter.text = reading.text;
    const QList<ChecklistRule> rules = rulesFor(request, m_templates->checklist);
    const double smallest = smallestType(letter.html);
    for (const ChecklistRule &rule : rules)
        letter.checklist.append(rowFor(rule, reading, smallest));
    return letter;
}

ComposedLetter LetterComposer::preview(const LetterRequest &request, const Rulebook &rulebook) const
{
    return inBothLanguages(request, rulebook).letter;
}

LetterComposer::BothLanguages LetterComposer::inBothLanguages(const LetterRequest &request, const Rulebook &rulebook) const
{
    BothLanguages both{composed(request, rulebook, m_templates->english()), {}};
    const QString code = languageFor(request.reviewCase, request.recipient, rulebook.policy);
    if (code == u"en")
        return both;
    const ComposedLetter english = std::exchange(both.letter, composed(request, rulebook, *m_templates->find(code)));
    both.letter.englishHtml = english.html;
    both.letter.englishText = english.text;
    both.missingInEnglish = gaps(english);
    return both;
}

QString LetterComposer::languageFor(const ReviewCase &reviewCase, Recipient recipient, const Policy &policy) const
{
    const QString wished = reviewCase.member.language.section(u'-', 0, 0).trimmed().toLower();
    const Tongue *tongue = recipient == Recipient::Member ? m_templates->find(wished) : nullptr;
    return tongue && tongue->language.knows(policy) ? wished : QStringLiteral("en");
}

QString LetterComposer::draftedReason(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy,
    LetterKind kind, const QString &language) const
{
    const Tongue *tongue = m_templates->find(language);
    const LetterLanguage &told = tongue ? tongue->language : m_templates->english().language;
    return reviewdesk::draftedReason(reviewCase, view, told.translated(policy), kind, told);
}

QStringList LetterComposer::explanations(const QStringList &texts) const
{
    QStringList added;
    QSet<QString> seen;
    for (const QString &text : texts) {
        const QStringList paragraphs = pageParagraphs(text);
        for (const QString &paragraph : paragraphs)
            m_templates->english().abbreviations.explained(paragraph, seen, &added);
    }
    return added;
}

QStringList LetterComposer::unexplainedAbbreviations(const QString &text) const
{
    return m_templates->english().abbreviations.unexplained(text);
}

LetterComposer::Composition LetterComposer::compose(const LetterRequest &request, const Rulebook &rulebook) const
{
    const BothLanguages both = inBothLanguages(request, rulebook);
    Composition composition{both.letter, reasonsAgainst(request, rulebook)};
    composition.reasons += gaps(composition.letter);
    // the English that stays in the record beside it is whole too
    for (const Error &gap : both.missingInEnglish) {
        const auto isSame = [&gap](const Error &reason) { return reason.code == gap.code && reason.place == gap.place; };
        if (std::none_of(composition.reasons.cbegin(), composition.reasons.cend(), isSame))
            composition.reasons.append(gap);
    }
    return composition;
}

} // namespace reviewdesk
