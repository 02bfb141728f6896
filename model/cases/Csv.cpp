#include "cases/Csv.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Csv)
};

/// Spreadsheets run a cell that begins so; an apostrophe before it makes it a text. Where there are apostrophes already,
/// one more is put before them, so that the field can be read back.
bool needsFormulaMark(const QString &field)
{
    const auto first = std::find_if(field.cbegin(), field.cend(), [](QChar each) { return each != u'\''; });
    return first != field.cend() && QStringView(u"=+-@\t\r\n").contains(*first);
}

constexpr char16_t firstStrongIsolate = 0x2068;
constexpr char16_t popDirectionalIsolate = 0x2069;

/// A line that turns the writing around is closed in itself (UAX #9), so that it cannot turn its neighbours. An end of an
/// isolate that it has no beginning of would open the lid from within: it gets a beginning.
QString isolated(const QString &line)
{
    bool turns = false;
    int open = 0;
    int unopened = 0;
    for (const QChar each : line) {
        const char16_t c = each.unicode();
        turns = turns || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (c >= 0x2066 && c <= firstStrongIsolate)
            ++open;
        else if (c == popDirectionalIsolate)
            open > 0 ? --open : ++unopened;
    }
    if (!turns)
        return line;
    return QString(unopened + 1, QChar(firstStrongIsolate)) + line + QString(open + 1, QChar(popDirectionalIsolate));
}

/// What isolated() made it of; one whose isolates were not in pairs comes back with the pairs whole.
QString withoutIsolation(const QString &line)
{
    if (!line.startsWith(QChar(firstStrongIsolate)) || !line.endsWith(QChar(popDirectionalIsolate)))
        return line;
    const QString inner = line.mid(1, line.size() - 2);
    return isolated(inner) == line ? inner : line;
}

/// Each line for itself: the writing's direction begins anew with it.
template <typename Change> QString eachLine(const QString &field, Change change)
{
    QStringList lines = field.split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = change(line);
    return lines.join(QLatin1Char('\n'));
}

QString escaped(const QString &field)
{
    const QString closed = eachLine(field, isolated);
    QString text = needsFormulaMark(field) ? QLatin1Char('\'') + closed : closed;
    const bool quoted = std::any_of(text.cbegin(), text.cend(),
        [](QChar each) { return each == u'"' || each == u',' || each == u'\n' || each == u'\r'; });
    if (!quoted)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

bool endsLine(char each)
{
    return each == '\n' || each == '\r';
}

char separatorOf(const QByteArray &bytes, qsizetype from)
{
    qsizetype commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (qsizetype i = from; i < bytes.size() && (quoted || !endsLine(bytes.at(i))); ++i) {
        const char each = bytes.at(i);
        if (each == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        commas += each == ',';
        semicolons += each == ';';
        tabs += each == '\t';
    }
    if (tabs > commas && tabs > semicolons)
        return '\t';
    return semicolons > commas ? ';' : ',';
}

class CsvParser {
public:
    explicit CsvParser(const QByteArray &bytes) : m_bytes(bytes) { }

    Result<CsvTable> table()
    {
        m_at = m_bytes.startsWith(csvBegin) ? qsizetype(sizeof csvBegin) - 1 : 0;
        CsvTable table;
        table.separator = m_separator = separatorOf(m_bytes, m_at);
        while (m_at < m_bytes.size()) {
            ++m_row;
            Result<CsvRow> row = readRow();
            if (!row)
                return row.error();
            const bool isBlank = std::all_of(row->fields.cbegin(), row->fields.cend(),
                [](const QString &field) { return field.trimmed().isEmpty(); });
            if (isBlank)
                continue;
            if (table.rows.size() > CsvTable::mostRows)
                return Error{QStringLiteral("too_many_rows"),
                    Say::tr("A table has at most %1 rows below the first. Split the file.").arg(CsvTable::mostRows),
                    Say::tr("row %1").arg(m_row)};
            table.rows.append(std::move(row).value());
        }
        return table;
    }

private:
    Result<CsvRow> readRow()
    {
        CsvRow row{m_row, {}, {}};
        const qsizetype begin = m_at;
        while (true) {
            if (row.fields.size() == CsvTable::mostFields)
                return failed(row, "too_many_fields", Say::tr("A row has at most %1 columns.").arg(CsvTable::mostFields));
            Result<QByteArray> field = readField(row);
            if (!field)
                return field.error();
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString text = decoder.decode(*field);
            if (decoder.hasError())
                return failed(row, "invalid_utf8",
                    Say::tr("The letters cannot be read. Save the table as “CSV UTF-8” and open it again."));
            row.fields.append(text);
            if (m_at < m_bytes.size() && m_bytes.at(m_at) == m_separator) {
                ++m_at;
                continue;
            }
            row.bytes = m_bytes.mid(begin, m_at - begin);
            endLine();
            return row;
        }
    }

    /// Up to the separator or the line's end, which it leaves there.
    Result<QByteArray> readField(const CsvRow &row)
    {
        const bool quoted = m_at < m_bytes.size() && m_bytes.at(m_at) == '"';
        if (!quoted) {
            const qsizetype begin = m_at;
            while (!fieldEnds())
                ++m_at;
            return m_bytes.mid(begin, m_at - begin);
        }
        QByteArray field;
        for (++m_at;; ++m_at) {
            if (m_at >= m_bytes.size())
                return failed(row, "open_quote", Say::tr("A quotation mark opens here and is never closed."));
            const char each = m_bytes.at(m_at);
            if (each != '"') {
                field += each;
            } else if (m_at + 1 < m_bytes.size() && m_bytes.at(m_at + 1) == '"') {
                field += each;
                ++m_at;
            } else {
                break;
            }
        }
        ++m_at;
        if (!fieldEnds())
            return failed(row, "stray_text", Say::tr("Text follows a closing quotation mark."));
        return field;
    }

    bool fieldEnds() const
    {
        return m_at >= m_bytes.size() || m_bytes.at(m_at) == m_separator || endsLine(m_bytes.at(m_at));
    }

    void endLine()
    {
        const bool returned = m_at < m_bytes.size() && m_bytes.at(m_at) == '\r';
        m_at += returned;
        m_at += m_at < m_bytes.size() && m_bytes.at(m_at) == '\n';
    }

    static Error failed(const CsvRow &row, const char *code, const QString &message)
    {
        return {QString::fromLatin1(code), message,
            Say::tr("row %1, column %2").arg(row.number).arg(row.fields.size() + 1)};
    }

    const QByteArray &m_bytes;
    char m_separator = ',';
    qsizetype m_at = 0;
    int m_row = 0;
};

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QStringList all;
    for (const QString &field : fields)
        all.append(escaped(field));
    return all.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QString asTyped(const QString &field)
{
    const QString open = eachLine(field, withoutIsolation);
    if (!field.startsWith(u'\''))
        return open;
    const QString unmarked = eachLine(field.mid(1), withoutIsolation);
    return needsFormulaMark(unmarked) ? unmarked : open;
}

Result<CsvTable> readCsv(const QByteArray &bytes)
{
    return CsvParser(bytes).table();
}

} // namespace reviewdesk
