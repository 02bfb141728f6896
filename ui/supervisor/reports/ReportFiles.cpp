#include "ui/supervisor/reports/ReportFiles.h"

#include "cases/DateWords.h"
#include "ui/Paper.h"
#include "ui/supervisor/reports/ReportChartView.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextDocument>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ReportFiles)
};

constexpr QSize chartSize(900, 320);
constexpr int chartScale = 3; // dots of the picture for one of the screen

QImage chartImage(const ReportTable &table)
{
    ReportChartView view;
    view.resize(chartSize);
    view.setTable(table, Theme(Theme::Scheme::Light));
    view.chart()->setAnimationOptions(QChart::NoAnimation);
    view.ensurePolished();
    view.grab(); // lays it out
    QImage image(chartSize * chartScale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    view.render(&painter, QRectF(QPointF(), QSizeF(image.size())), QRect(QPoint(), chartSize));
    return image;
}

QString cellHtml(const ReportCell &cell)
{
    const QString detail = cell.detail();
    return QStringLiteral("<td align=\"right\">%1%2</td>")
        .arg(cell.words().toHtmlEscaped(),
            detail.isEmpty() ? QString()
                             : QStringLiteral("<br><span class=\"small\">%1</span>").arg(detail.toHtmlEscaped()));
}

QString tableHtml(const ReportTable &table)
{
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"3\" border=\"1\" "
                                  "style=\"border-collapse:collapse\"><thead><tr><th align=\"left\">%1</th>")
                       .arg(table.rowHeading.toHtmlEscaped());
    for (const ReportColumn &column : table.columns)
        html += QStringLiteral("<th align=\"right\">%1</th>").arg(column.label.toHtmlEscaped());
    html += QLatin1String("</tr></thead>");
    for (const ReportRow &row : table.rows) {
        html += QStringLiteral("<tr><td>%1").arg(row.label.toHtmlEscaped());
        if (!row.definition.isEmpty())
            html += QStringLiteral("<br><span class=\"small\">%1</span>").arg(row.definition.toHtmlEscaped());
        html += QLatin1String("</td>");
        for (const ReportCell &cell : row.cells)
            html += cellHtml(cell);
        html += QLatin1String("</tr>");
    }
    return html + QLatin1String("</table>");
}

QString sectionHtml(const ReportTable &table, const QString &picture, bool first)
{
    QString html = QStringLiteral("<h2%1>%2</h2><p class=\"small\">%3</p>")
                       .arg(first ? QString() : QStringLiteral(" style=\"page-break-before:always\""),
                           table.title.toHtmlEscaped(), table.definition.toHtmlEscaped());
    if (table.isEmpty())
        return html + QStringLiteral("<p>%1</p>").arg(Say::tr("Nothing in this period.").toHtmlEscaped());
    if (!picture.isEmpty())
        html += QStringLiteral("<p><img src=\"%1\" width=\"640\"></p>").arg(picture);
    return html + tableHtml(table);
}

} // namespace

QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggested).suffix());
    dialog.setDirectory(QFileInfo(folder).isDir() ? folder : QStringLiteral("."));
    dialog.selectFile(suggested);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    return dialog.selectedFiles().first();
}

Result<void> writeFile(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() && file.commit())
        return {};
    return Error{QStringLiteral("file"),
        Say::tr("“%1” could not be written: %2. Choose another place.").arg(name, file.errorString()), name};
}

QByteArray reportPdf(const CaseloadReport &report, const QString &organisation)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(Say::tr("Reports, %1").arg(report.order.period.words()));
    writer.setCreator(QStringLiteral("ReviewDesk"));
    writer.setPageSize(paperSize());
    writer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout::Millimeter);
    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("Liberation Sans"), 9));
    document.setDefaultStyleSheet(
        QStringLiteral("h1 { font-size: 15pt } h2 { font-size: 12pt } .small { font-size: 7pt; "
                       "color: #333333 } th { font-size: 8pt }"));
    QString html =
        QStringLiteral("<h1>%1</h1><p>%2<br>%3<br>%4</p>")
            .arg((organisation.isEmpty() ? Say::tr("Reports") : organisation).toHtmlEscaped(),
                report.order.period.words().toHtmlEscaped(), report.lineWords().toHtmlEscaped(),
                Say::tr("As of %1, %2")
                    .arg(dayAndClockWords(report.asOf.toTimeZone(report.zone)), QString::fromLatin1(report.zone.id()))
                    .toHtmlEscaped());
    for (qsizetype i = 0; i < report.tables.size(); ++i) {
        const ReportTable &table = report.tables.at(i);
        QString picture;
        if (table.chart != ReportChart::None && !table.isEmpty()) {
            picture = QStringLiteral("chart:%1").arg(table.id);
            document.addResource(QTextDocument::ImageResource, QUrl(picture), chartImage(table));
        }
        html += sectionHtml(table, picture, i == 0);
    }
    document.setHtml(html);
    document.print(&writer);
    buffer.close();
    return bytes;
}

} // namespace reviewdesk
