#include "letter/LetterStructure.h"

#include "letter/TagColour.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

namespace reviewdesk {

namespace {

const QString headHint = QStringLiteral("th");

struct Span {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
};

std::vector<Span> spansOf(const QTextBlock &block)
{
    std::vector<Span> spans;
    for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it)
        spans.push_back({it.fragment().position(), it.fragment().length(), it.fragment().charFormat()});
    return spans;
}

QString languageOf(const QTextCharFormat &format)
{
    const QString hint = format.toolTip();
    return hint == headHint ? QString() : hint;
}

/// Whether paint goes down where it stands: no space, no place of a picture, no mark of direction.
bool shows(QChar c)
{
    return !c.isSpace() && c != QChar::ObjectReplacementCharacter && c.category() != QChar::Other_Format &&
        c.category() != QChar::Other_Control;
}

bool shows(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return shows(c); });
}

/// Walks frames and blocks in their order.
class Reader {
public:
    Reader(const QTextDocument &document, LetterStructure &structure) : m_structure(structure)
    {
        m_runsOf.resize(m_structure.blocks.size());
        for (std::size_t i = 0; i < m_structure.runs.size(); ++i)
            m_runsOf.at(static_cast<std::size_t>(m_structure.runs.at(i).block)).push_back(static_cast<int>(i) + 1);
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            lines(block);
        frame(document.rootFrame()->begin(), m_structure.document, false);
    }

private:
    void lines(const QTextBlock &block)
    {
        const QString text = block.text();
        LetterTextBlock &laidOut = m_structure.blocks.at(static_cast<std::size_t>(block.blockNumber()));
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const QStringView words = QStringView(text).mid(line.textStart(), line.textLength());
            const qsizetype end = line.textStart() + line.textLength();
            if (shows(words))
                laidOut.spaceAfterLine.push_back(
                    words.back().isSpace() || (end < text.size() && text.at(end).isSpace()));
        }
        if (laidOut.spaceAfterLine.empty() && shows(QStringView(text)))
            laidOut.spaceAfterLine.push_back(false); // it was not laid out: what is missing is missed
    }

    void frame(QTextFrame::iterator it, LetterPart &into, bool repeats)
    {
        const QTextList *list = nullptr; // that the last part of `into` is
        for (; !it.atEnd(); ++it) {
            if (QTextFrame *child = it.currentFrame()) {
                list = nullptr;
                if (const auto *table = qobject_cast<const QTextTable *>(child))
                    this->table(*table, into);
                else
                    frame(child->begin(), into, repeats);
                continue;
            }
            const QTextBlock block = it.currentBlock();
            const auto number = static_cast<std::size_t>(block.blockNumber());
            m_structure.blocks.at(number).repeats = repeats;
            if (m_runsOf.at(number).empty())
                continue;
            LetterPart part;
            part.runs = m_runsOf.at(number);
            if (const QTextList *its = block.textList()) {
                if (its != list)
                    into.parts.push_back({LetterPart::Kind::List, 0, false, {}, {}});
                list = its;
                part.kind = LetterPart::Kind::Item;
                into.parts.back().parts.push_back(std::move(part));
                continue;
            }
            list = nullptr;
            if (const int level = block.blockFormat().headingLevel(); level > 0) {
                part.kind = LetterPart::Kind::Heading;
                part.level = std::min(level, 6);
            }
            into.parts.push_back(std::move(part));
        }
    }

    /// One without a head of a row or of a column only places things on the page.
    void table(const QTextTable &table, LetterPart &into)
    {
        LetterPart whole{LetterPart::Kind::Table, 0, false, {}, {}};
        bool heads = false;
        for (int row = 0; row < table.rows(); ++row) {
            LetterPart line{LetterPart::Kind::Row, 0, false, {}, {}};
            const bool repeats = row < table.format().headerRowCount();
            for (int column = 0; column < table.columns(); ++column) {
                const QTextTableCell cell = table.cellAt(row, column);
                if (cell.row() != row || cell.column() != column)
                    continue; // goes on from another place
                LetterPart part{LetterPart::Kind::Cell, 0, false, {}, {}};
                const QTextBlock first = cell.firstCursorPosition().block();
                if (!first.begin().atEnd() && first.begin().fragment().charFormat().toolTip() == headHint) {
                    part.kind = LetterPart::Kind::HeaderCell;
                    part.headsColumn = repeats;
                    heads = true;
                }
                frame(cell.begin(), part, repeats);
                if (part.parts.size() == 1 && part.parts.front().kind == LetterPart::Kind::Paragraph) {
                    std::vector<int> runs = std::move(part.parts.front().runs);
                    part.parts.clear();
                    part.runs = std::move(runs);
                }
                line.parts.push_back(std::move(part));
            }
            whole.parts.push_back(std::move(line));
        }
        if (heads)
            into.parts.push_back(std::move(whole));
        else
            dissolve(whole, into);
    }

    /// The cells' paragraphs, one after the other.
    static void dissolve(LetterPart &table, LetterPart &into)
    {
        for (LetterPart &row : table.parts) {
            for (LetterPart &cell : row.parts) {
                if (!cell.runs.empty())
                    into.parts.push_back({LetterPart::Kind::Paragraph, 0, false, std::move(cell.runs), {}});
                std::move(cell.parts.begin(), cell.parts.end(), std::back_inserter(into.parts));
            }
        }
    }

    LetterStructure &m_structure;
    std::vector<std::vector<int>> m_runsOf; ///< by block
};

} // namespace

int LetterStructure::addLine()
{
    blocks.push_back({{false}, false, true});
    runs.push_back({static_cast<int>(blocks.size()) - 1, QString()});
    const int code = static_cast<int>(runs.size());
    document.parts.push_back({LetterPart::Kind::Paragraph, 0, false, {code}, {}});
    return code;
}

/// As tips to the mouse, which nothing on paper has: they reach the characters of an element and of those within it.
QString withTagHints(QString html)
{
    const qsizetype body = html.indexOf(u"<body");
    QString words = html.mid(body);
    words.replace(QStringLiteral("<th "), QStringLiteral("<th title=\"%1\" ").arg(headHint));
    words.replace(QStringLiteral("<th>"), QStringLiteral("<th title=\"%1\">").arg(headHint));
    words.replace(QStringLiteral(" lang=\"en\""), QStringLiteral(" title=\"en\""));
    return html.left(body) + words;
}

void codeTexts(QTextDocument &document, LetterStructure &structure)
{
    structure.blocks.resize(static_cast<std::size_t>(document.blockCount()));
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const bool read = shows(QStringView(block.text()));
        bool first = true;
        for (const Span &span : spansOf(block)) {
            const QString language = languageOf(span.format);
            if (read && (first || structure.runs.back().language != language))
                structure.runs.push_back({block.blockNumber(), language});
            first = false;
            QTextCharFormat format = span.format;
            const QColor colour =
                format.foreground().style() == Qt::NoBrush ? QColor(Qt::black) : format.foreground().color();
            format.setForeground(tagColour::coded(colour, read ? static_cast<int>(structure.runs.size()) : 0));
            cursor.setPosition(span.position);
            cursor.setPosition(span.position + span.length, QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
        }
    }
}

void readParts(const QTextDocument &document, LetterStructure &structure)
{
    Reader(document, structure);
}

} // namespace reviewdesk
