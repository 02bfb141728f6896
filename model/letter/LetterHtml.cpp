#include "letter/LetterHtml.h"

#include <QList>
#include <QSet>
#include <QXmlStreamReader>

namespace reviewdesk {

namespace {

/// Gathers words while the elements go by.
class Walk {
public:
    LetterReading reading(const QString &html)
    {
        QXmlStreamReader xml(html);
        while (!xml.atEnd()) {
            switch (xml.readNext()) {
            case QXmlStreamReader::StartElement:
                open(xml.name().toString(), xml.attributes().value(QStringLiteral("id")).toString());
                break;
            case QXmlStreamReader::EndElement:
                close(xml.name().toString());
                break;
            case QXmlStreamReader::Characters:
                words(xml.text().toString());
                break;
            default:
                break;
            }
        }
        if (xml.hasError())
            m_reading.error = QStringLiteral("%1 (line %2)").arg(xml.errorString()).arg(xml.lineNumber());
        endLine();
        for (QString &text : m_reading.textById)
            text = text.simplified();
        m_reading.text = m_reading.text.trimmed() + u'\n';
        return m_reading;
    }

private:
    static bool isBlock(const QString &name)
    {
        static const QSet<QString> blocks{QStringLiteral("p"), QStringLiteral("div"), QStringLiteral("h1"),
            QStringLiteral("h2"), QStringLiteral("ul"), QStringLiteral("table"), QStringLiteral("body")};
        return blocks.contains(name);
    }

    void open(const QString &name, const QString &id)
    {
        m_ids.append(id);
        if (!id.isEmpty())
            m_reading.textById[id]; // known, though empty
        if (name == u"head")
            ++m_hidden;
        const bool starts = isBlock(name) || name == u"li" || name == u"tr";
        if (starts || name == u"br")
            endLine();
        if (isBlock(name) && name != u"div" && name != u"p")
            endParagraph();
        if (name == u"li")
            m_line = QStringLiteral("- ");
    }

    void close(const QString &name)
    {
        m_ids.removeLast();
        if (name == u"head")
            --m_hidden;
        if (name == u"th" || name == u"td")
            words(QStringLiteral(" "));
        if (isBlock(name) || name == u"li" || name == u"tr")
            endLine();
        if (isBlock(name))
            endParagraph();
    }

    void words(const QString &text)
    {
        if (m_hidden > 0)
            return;
        m_line += text;
        for (const QString &id : std::as_const(m_ids)) {
            if (!id.isEmpty())
                m_reading.textById[id] += text;
        }
    }

    void endLine()
    {
        for (const QString &id : std::as_const(m_ids)) {
            if (!id.isEmpty())
                m_reading.textById[id] += u' ';
        }
        const QString line = m_line.simplified();
        m_line.clear();
        if (!line.isEmpty() && line != u"-") {
            m_reading.text += line + u'\n';
            m_gap = false;
        }
    }

    void endParagraph()
    {
        if (!m_gap && !m_reading.text.isEmpty())
            m_reading.text += u'\n';
        m_gap = true;
    }

    LetterReading m_reading;
    QList<QString> m_ids;
    QString m_line;
    int m_hidden = 0;
    bool m_gap = true;
};

} // namespace

LetterReading readLetter(const QString &html)
{
    return Walk().reading(html);
}

FootWords footWords(const QString &html)
{
    const QString head = html.left(html.indexOf(u"</head>"));
    const auto content = [&head](const char *name, const char *before) {
        const QString tag = QStringLiteral("<meta name=\"%1\" content=\"").arg(QString::fromLatin1(name));
        const qsizetype at = head.indexOf(tag);
        if (at < 0) // a letter from before it was carried
            return QString::fromLatin1(before);
        const qsizetype from = at + tag.size();
        return head.mid(from, head.indexOf(u'"', from) - from);
    };
    return {content("foot-page", "Page %1 of %2"), content("foot-code", "Verification code: %1"),
        content("mark-sample", "SAMPLE"), content("mark-draft", "DRAFT"), content("mark-copy", "COPY"),
        !content("foot-qr", "").isEmpty()};
}

QStringList linesOf(const QString &html, const QString &id)
{
    QXmlStreamReader xml(html);
    QStringList lines;
    int depth = 0; // inside the element
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            const bool begins = depth == 0 && xml.attributes().value(QStringLiteral("id")) == id;
            if (depth > 0 || begins)
                ++depth;
            if (begins || (depth > 0 && xml.name() == u"br"))
                lines.append(QString());
        } else if (token == QXmlStreamReader::EndElement && depth > 0) {
            if (--depth == 0)
                break;
        } else if (token == QXmlStreamReader::Characters && depth > 0) {
            lines.last() += xml.text();
        }
    }
    for (QString &line : lines)
        line = line.simplified();
    lines.removeAll(QString());
    return lines;
}

} // namespace reviewdesk
