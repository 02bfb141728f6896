#include "letter/Abbreviations.h"

#include "policy/JsonValue.h"

#include <QRegularExpression>

#include <algorithm>

namespace reviewdesk {

namespace {

const QString fileName = QStringLiteral("abbreviations.json");

QRegularExpression wholeWord(const QString &word)
{
    return QRegularExpression(QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(QRegularExpression::escape(word)));
}

/// "(HCC)": what it stands for is said before it.
bool isBracketed(const QString &text, const QRegularExpressionMatch &match)
{
    return match.capturedStart() > 0 && text.at(match.capturedStart() - 1) == u'(' &&
        match.capturedEnd() < text.size() && text.at(match.capturedEnd()) == u')';
}

/// "CT (computed": an explanation follows already.
bool isFollowedByBrackets(const QString &text, const QRegularExpressionMatch &match)
{
    const QString next = text.mid(match.capturedEnd(), 2);
    return next == u" (" || next == u" [";
}

/// "(a CT of 2 November)": an explanation there stands in square brackets.
bool isWithinBrackets(const QString &text, qsizetype at)
{
    int open = 0;
    for (const QChar each : QStringView(text).left(at)) {
        if (each == u'(')
            ++open;
        else if (each == u')' && open > 0)
            --open;
    }
    return open > 0;
}

} // namespace

Result<Abbreviations> Abbreviations::read(const QByteArray &json, const QByteArray &schema, const QString &language)
{
    const Result<JsonValue> document = readJson(json);
    if (!document)
        return Error{document.error().code, document.error().message, fileName + u' ' + document.error().place};
    const QList<Error> problems = schemaProblems(*document, schema);
    if (!problems.isEmpty())
        return Error{problems.first().code, problems.first().message, fileName + u' ' + problems.first().place};
    const QString told = language == u"en" ? QStringLiteral("long") : language;
    Abbreviations abbreviations;
    for (const JsonValue &row : *document->member(u"abbreviations")->asArray())
        abbreviations.m_entries.append({row.text(u"short"), row.text(told)});
    std::sort(abbreviations.m_entries.begin(), abbreviations.m_entries.end(),
        [](const Entry &a, const Entry &b) { return a.shortForm.size() > b.shortForm.size(); });
    return abbreviations;
}

QString Abbreviations::explained(const QString &paragraph, QSet<QString> &seen, QStringList *added) const
{
    QString text = paragraph;
    for (const Entry &entry : m_entries) {
        if (seen.contains(entry.shortForm) || !paragraph.contains(entry.shortForm))
            continue;
        const QRegularExpressionMatch match = wholeWord(entry.shortForm).match(text);
        if (!match.hasMatch())
            continue;
        seen.insert(entry.shortForm);
        const QString name = entry.longForm.section(u',', 0, 0);
        if (isBracketed(text, match) || isFollowedByBrackets(text, match) || text.contains(name, Qt::CaseInsensitive))
            continue;
        const QString explanation =
            (isWithinBrackets(text, match.capturedStart()) ? QStringLiteral(" [%1]") : QStringLiteral(" (%1)"))
                .arg(entry.longForm);
        text.insert(match.capturedEnd(), explanation);
        if (added)
            added->append(entry.shortForm + explanation);
    }
    return text;
}

QStringList Abbreviations::unexplained(const QString &text) const
{
    // two capitals and more; not the policy's number, a criterion's id or a Roman number
    static const QRegularExpression capitals(QStringLiteral("(?<![\\w.-])(?![IVX]+\\b)[A-Z]{2,6}s?(?![\\w.]|-\\d)"));
    QStringList found;
    QRegularExpressionMatchIterator words = capitals.globalMatch(text);
    while (words.hasNext()) {
        const QRegularExpressionMatch match = words.next();
        const QString word = match.captured();
        const bool known = std::any_of(
            m_entries.begin(), m_entries.end(), [&word](const Entry &entry) { return entry.shortForm == word; });
        const bool told = text.contains(QStringLiteral("(%1)").arg(word)) || text.contains(word + QStringLiteral(" (")) ||
            text.contains(word + QStringLiteral(" ["));
        if (!known && !told && !found.contains(word))
            found.append(word);
    }
    return found;
}

} // namespace reviewdesk
