#include "cases/RequestTable.h"

#include "cases/CaseFile.h"
#include "cases/Csv.h"
#include "cases/SentValues.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RequestTable)
};

/// What reading a cell may need besides it.
struct Reading {
    ReviewCase &draft;
    const QTimeZone &zone;
    const QDateTime &came; ///< when the table came; invalid: it is read again from the record
};

/// A column: how a case fills it, and how a cell fills a case; what is wrong with the cell, or nothing.
struct Column {
    const char *name;
    const char *field;
    QString (*write)(const ReviewCase &);
    QString (*read)(const Reading &, const QString &cell);
};

template <auto Part, auto Member> QString text(const ReviewCase &from)
{
    return from.*Part.*Member;
}
template <auto Part, auto Member> QString setText(const Reading &into, const QString &cell)
{
    into.draft.*Part.*Member = cell;
    return {};
}

/// Lines of an address.
template <auto Part, auto Member> QString lines(const ReviewCase &from)
{
    return (from.*Part.*Member).join(u'\n');
}
template <auto Part, auto Member> QString setLines(const Reading &into, const QString &cell)
{
    into.draft.*Part.*Member = QString(cell).remove(u'\r').split(u'\n');
    return {};
}

template <auto Part, auto Member> QString codes(const ReviewCase &from)
{
    return (from.*Part.*Member).join(QStringLiteral("; "));
}
template <auto Part, auto Member> QString setCodes(const Reading &into, const QString &cell)
{
    QStringList all;
    for (const QString &each : QString(cell).replace(u'\n', u';').split(u';')) {
        if (!each.trimmed().isEmpty())
            all.append(each.trimmed());
    }
    into.draft.*Part.*Member = all;
    return {};
}

template <auto Part, auto Member> QString date(const ReviewCase &from)
{
    return (from.*Part.*Member).toString(Qt::ISODate);
}
template <auto Part, auto Member> QString setDate(const Reading &into, const QString &cell)
{
    QDate &date = into.draft.*Part.*Member;
    date = dateFromWords(cell.trimmed());
    return date.isValid() ? QString() : Say::tr("“%1” is no date. Write it as 2026-11-20.");
}

template <auto Member> QString word(const ReviewCase &from)
{
    const auto &value = from.request.*Member;
    return value ? toWord(*value) : QString();
}
template <auto Member, auto FromWord> QString setWord(const Reading &into, const QString &cell, const char *words)
{
    auto &value = into.draft.request.*Member;
    value = FromWord(QString(cell.trimmed().toLower()).replace(u' ', u'_').replace(u'-', u'_'));
    return value ? QString() : Say::tr("“%1” is none of: %2.").replace(QLatin1String("%2"), QLatin1String(words));
}
QString setChannel(const Reading &into, const QString &cell)
{
    return setWord<&Request::channel, channelFromWord>(into, cell, "fax, portal, phone, fhir, mail");
}
QString setUrgency(const Reading &into, const QString &cell)
{
    return setWord<&Request::urgency, urgencyFromWord>(into, cell, "standard, expedited");
}
QString setTiming(const Reading &into, const QString &cell)
{
    return setWord<&Request::timing, timingFromWord>(into, cell, "pre_service, concurrent, post_service");
}
QString setLine(const Reading &into, const QString &cell)
{
    return setWord<&Request::lineOfBusiness, lineOfBusinessFromWord>(into, cell,
        "commercial_insured, self_funded_erisa, medicare_advantage, medicaid_managed_care, qhp");
}

QString number(const ReviewCase &from)
{
    return from.number;
}
QString setNumber(const Reading &into, const QString &cell)
{
    into.draft.number = cell.trimmed();
    return {};
}

QString received(const ReviewCase &from)
{
    return from.request.receivedAt.isValid() ? toWords(from.request.receivedAt) : QString();
}
/// An instant, or a day and time of the plan's zone as a spreadsheet shows them.
QString setReceived(const Reading &into, const QString &cell)
{
    const QString words = cell.trimmed();
    QDateTime instant = instantFromWords(words);
    for (const char *form : {"yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"}) {
        const QDateTime local = QDateTime::fromString(words, QString::fromLatin1(form));
        if (!instant.isValid() && local.isValid())
            instant = QDateTime(local.date(), local.time(), into.zone);
    }
    if (!instant.isValid())
        return Say::tr("“%1” is no day and time. Write them as 2026-11-20 09:10 or 2026-11-20T09:10:00-08:00.");
    if (into.came.isValid() && instant > into.came)
        return Say::tr("“%1” lies after the time when this file came.");
    into.draft.request.receivedAt = instant;
    return {};
}

template <auto Part, auto Member> constexpr Column textColumn(const char *name, const char *field)
{
    return {name, field, &text<Part, Member>, &setText<Part, Member>};
}

constexpr auto request = &ReviewCase::request;
constexpr auto member = &ReviewCase::member;
constexpr auto provider = &ReviewCase::provider;
constexpr auto facility = &ReviewCase::facility;
constexpr auto service = &ReviewCase::service;

constexpr Column columns[] = {
    {"case_number", "/number", &number, &setNumber},
    {"received_at", "/received_at", &received, &setReceived},
    {"channel", "/channel", &word<&Request::channel>, &setChannel},
    {"urgency", "/urgency", &word<&Request::urgency>, &setUrgency},
    {"timing", "/timing", &word<&Request::timing>, &setTiming},
    {"line_of_business", "/line_of_business", &word<&Request::lineOfBusiness>, &setLine},
    textColumn<request, &Request::state>("state", "/state"),
    textColumn<member, &Member::name>("member_name", "/member/name"),
    {"birth_date", "/member/birth_date", &date<member, &Member::birthDate>, &setDate<member, &Member::birthDate>},
    textColumn<member, &Member::memberId>("member_id", "/member/member_id"),
    textColumn<member, &Member::group>("group", "/member/group"),
    textColumn<member, &Member::plan>("plan", "/member/plan"),
    {"member_address", "/member/address", &lines<member, &Member::address>, &setLines<member, &Member::address>},
    textColumn<member, &Member::language>("language", "/member/language"),
    textColumn<provider, &Provider::name>("provider_name", "/provider/name"),
    textColumn<provider, &Provider::npi>("provider_npi", "/provider/npi"),
    {"provider_address", "/provider/address", &lines<provider, &Provider::address>,
        &setLines<provider, &Provider::address>},
    textColumn<provider, &Provider::phone>("provider_phone", "/provider/phone"),
    textColumn<provider, &Provider::fax>("provider_fax", "/provider/fax"),
    textColumn<facility, &Provider::name>("facility_name", "/facility/name"),
    textColumn<facility, &Provider::npi>("facility_npi", "/facility/npi"),
    {"procedure_codes", "/service/procedure_codes", &codes<service, &Service::procedureCodes>,
        &setCodes<service, &Service::procedureCodes>},
    {"diagnosis_codes", "/service/diagnosis_codes", &codes<service, &Service::diagnosisCodes>,
        &setCodes<service, &Service::diagnosisCodes>},
    {"planned_on", "/service/planned_on", &date<service, &Service::plannedOn>, &setDate<service, &Service::plannedOn>},
};

/// "Member name" names the column member_name.
const Column *columnNamed(const QString &name)
{
    const QString own = name.trimmed().toLower().replace(u' ', u'_').replace(u'-', u'_');
    const auto *found = std::find_if(
        std::begin(columns), std::end(columns), [&own](const Column &each) { return own == QLatin1String(each.name); });
    return found == std::end(columns) ? nullptr : found;
}

/// Whatever opens the table as a page sees the signs, not what they would do. Ampersands stand as they are, but for
/// those that would be read as such a sign.
QString withoutMarkup(QString words)
{
    for (const char *sign : {"&amp;", "&lt;", "&gt;"}) {
        const QString own = QString::fromLatin1(sign);
        words.replace(own, QStringLiteral("&amp;") + own.mid(1));
    }
    return words.replace(QLatin1Char('<'), QLatin1String("&lt;")).replace(QLatin1Char('>'), QLatin1String("&gt;"));
}

QString withMarkup(QString words)
{
    return words.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QStringList fieldsOf(const ReviewCase &reviewCase)
{
    QStringList fields;
    for (const Column &column : columns)
        fields.append(withoutMarkup(column.write(reviewCase)));
    return fields;
}

/// Of the first row: the column of each place, or nullptr.
using Heading = QList<const Column *>;

Result<Heading> headingOf(const CsvRow &first)
{
    Heading heading;
    for (const QString &name : first.fields) {
        const Column *column = columnNamed(name);
        if (column && heading.contains(column))
            return Error{QStringLiteral("repeated_column"), Say::tr("The column is there twice."),
                Say::tr("row %1, column %2").arg(first.number).arg(name.trimmed())};
        heading.append(column);
    }
    if (std::all_of(heading.cbegin(), heading.cend(), [](const Column *each) { return !each; }))
        return Error{QStringLiteral("no_columns"),
            Say::tr("The first row names no column of a request. Known are: %1.").arg(requestColumns().join(QLatin1String(", "))),
            Say::tr("row %1").arg(first.number)};
    return heading;
}

class RowReader {
public:
    RowReader(const CsvTable &table, const Heading &heading, const QTimeZone &zone, const QDateTime &came)
        : m_first(table.rows.constFirst()), m_heading(heading), m_zone(zone), m_came(came)
    {
    }

    RequestRow read(const CsvRow &from) const
    {
        RequestRow row;
        row.row = from.number;
        row.content = m_first.bytes + "\r\n" + from.bytes + "\r\n";
        row.draft.request.receivedAt = m_came;
        QHash<const Column *, QString> values;
        for (qsizetype i = 0; i < from.fields.size(); ++i) {
            const QString value = withMarkup(asTyped(from.fields.at(i)));
            const Column *column = i < m_heading.size() ? m_heading.at(i) : nullptr;
            if (value.trimmed().isEmpty())
                continue;
            readCell(row, column, i, value);
            values.insert(column, value);
        }
        QStringList known;
        for (const Column &column : columns)
            known.append(values.value(&column).trimmed());
        row.key = QStringLiteral("table row\n") +
            QString::fromLatin1(QCryptographicHash::hash(csvLine(known), QCryptographicHash::Sha256).toHex());
        return row;
    }

private:
    void readCell(RequestRow &row, const Column *column, qsizetype at, const QString &value) const
    {
        const QString name = at < m_first.fields.size() ? m_first.fields.at(at).trimmed() : QString();
        const auto place = [&] {
            return Say::tr("row %1, column %2").arg(row.row).arg(name.isEmpty() ? QString::number(at + 1) : name);
        };
        const QString field = column ? QString::fromLatin1(column->field) : QString();
        row.cells.append({field, name, value});
        if (!column) {
            if (at >= m_first.fields.size())
                row.problems.append({QStringLiteral("no_column"), Say::tr("“%1” stands in no column that the first row names.").arg(value), place()});
            return;
        }
        const QString wrong = column->read({row.draft, m_zone, m_came}, value);
        if (!wrong.isEmpty())
            row.problems.append({QStringLiteral("invalid_cell"), QString(wrong).replace(QLatin1String("%1"), value), place()});
        const QString entry = sentEntry(field);
        if (!entry.isEmpty() && !row.draft.unconfirmed.contains(entry))
            row.draft.unconfirmed.append(entry);
    }

    const CsvRow &m_first;
    const Heading &m_heading;
    const QTimeZone &m_zone;
    const QDateTime &m_came;
};

void noteRepeated(QList<RequestRow> &rows)
{
    QHash<QString, int> seen;
    for (RequestRow &row : rows) {
        row.sameAs = seen.value(row.key);
        if (!row.sameAs)
            seen.insert(row.key, row.row);
    }
}

} // namespace

bool isRequestTable(const QByteArray &bytes)
{
    qsizetype at = bytes.startsWith(csvBegin) ? qsizetype(sizeof csvBegin) - 1 : 0;
    while (at < bytes.size() && QByteArrayView(" \t\r\n").contains(bytes.at(at)))
        ++at;
    return at < bytes.size() && !QByteArrayView("{[<").contains(bytes.at(at));
}

Result<RequestTable> readRequestTable(const QByteArray &csv, const QTimeZone &zone, const QDateTime &receivedAt)
{
    const Result<CsvTable> table = readCsv(csv);
    if (!table)
        return table.error();
    if (table->rows.isEmpty())
        return Error{QStringLiteral("no_rows"), Say::tr("The file is empty."), {}};
    const Result<Heading> heading = headingOf(table->rows.constFirst());
    if (!heading)
        return heading.error();
    if (table->rows.size() == 1)
        return Error{QStringLiteral("no_rows"), Say::tr("The table has no row below the first."), {}};
    RequestTable read;
    for (qsizetype i = 0; i < heading->size(); ++i) {
        if (!heading->at(i) && !table->rows.constFirst().fields.at(i).trimmed().isEmpty())
            read.passedOver.append(table->rows.constFirst().fields.at(i).trimmed());
    }
    const RowReader reader(*table, *heading, zone, receivedAt);
    for (qsizetype i = 1; i < table->rows.size(); ++i)
        read.rows.append(reader.read(table->rows.at(i)));
    noteRepeated(read.rows);
    return read;
}

QByteArray toRequestTable(const QList<ReviewCase> &cases)
{
    QByteArray table = csvBegin + csvLine(requestColumns());
    for (const ReviewCase &each : cases)
        table += csvLine(fieldsOf(each));
    return table;
}

bool isRequestOf(const ReviewCase &draft, const ReviewCase &reviewCase)
{
    ReviewCase bare;
    bare.number = draft.number;
    bare.policyId = draft.policyId;
    bare.policyVersion = draft.policyVersion;
    bare.request = draft.request;
    bare.member = draft.member;
    bare.provider = draft.provider;
    bare.facility = draft.facility;
    bare.service = draft.service;
    bare.unconfirmed = draft.unconfirmed;
    return draft == bare && fieldsOf(draft) == fieldsOf(reviewCase);
}

QStringList requestColumns()
{
    QStringList names;
    for (const Column &column : columns)
        names.append(QString::fromLatin1(column.name));
    return names;
}

} // namespace reviewdesk
