#include "ui/letter/MailList.h"

#include "cases/Csv.h"
#include "cases/DateWords.h"
#include "policy/FileContent.h"
#include "ui/Paper.h"
#include "ui/PrintedPages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QTextDocument>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(MailList)
};

QStringList headings()
{
    return {Say::tr("Case"), Say::tr("Letter"), Say::tr("To"), Say::tr("Name"), Say::tr("Address"), Say::tr("Pages"),
        Say::tr("Verification code"), Say::tr("Went out")};
}

QStringList cellsOf(const RunEntry &entry, const QTimeZone &zone)
{
    return {entry.caseNumber, label(entry.kind), label(entry.recipient), entry.addressee.value(0),
        entry.addressee.mid(1).join(QStringLiteral(", ")), QString::number(entry.pages), entry.code,
        entry.at.toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
}

QString htmlRow(const QStringList &cells, const char *tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        row += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(QString::fromLatin1(tag), cell.toHtmlEscaped());
    return row + QStringLiteral("</tr>");
}

Result<QByteArray> mailListPdf(const QList<RunEntry> &entries, const QTimeZone &zone, const QDateTime &now)
{
    QString rows;
    int letters = 0;
    for (const RunEntry &entry : entries) {
        if (entry.state != RunEntry::Done)
            continue;
        rows += htmlRow(cellsOf(entry, zone), "td");
        ++letters;
    }
    const QString at = dayAndClockWords(now.toTimeZone(zone));
    QTextDocument list;
    list.setDefaultFont(QFont(QStringLiteral("Liberation Sans"), 8));
    list.setHtml(QStringLiteral("<h2>%1</h2><p>%2</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" "
                                "width=\"100%\" style=\"border-collapse: collapse\"><thead>%3</thead>%4</table>")
                     .arg(Say::tr("Mail list"), Say::tr("Letters: %1. %2").arg(letters).arg(at),
                         htmlRow(headings(), "th"), rows));
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    writer.setPageLayout({paperSize(), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter});
    writer.setTitle(Say::tr("Mail list"));
    if (!paintPages(list, writer))
        return Error{QStringLiteral("pdf"), Say::tr("The pages could not be painted."), {}};
    bytes.close();
    return bytes.data();
}

} // namespace

QByteArray mailListCsv(const QList<RunEntry> &entries, const QTimeZone &zone)
{
    QByteArray csv = csvBegin + csvLine(headings());
    for (const RunEntry &entry : entries) {
        if (entry.state == RunEntry::Done)
            csv += csvLine(cellsOf(entry, zone));
    }
    return csv;
}

Result<void> writeMailList(
    const QList<RunEntry> &entries, const QTimeZone &zone, const QDateTime &now, const QString &file)
{
    if (!file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return writeWhole(file, mailListCsv(entries, zone));
    const Result<QByteArray> pdf = mailListPdf(entries, zone, now);
    return pdf ? writeWhole(file, *pdf) : Result<void>(pdf.error());
}

} // namespace reviewdesk
