#include "ui/supervisor/reports/ReportPaper.h"

#include "cases/DateWords.h"
#include "policy/FileContent.h"
#include "ui/Paper.h"
#include "ui/PrintedPages.h"
#include "ui/supervisor/reports/ReportChartView.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QTextDocument>
#include <QThread>
#include <QTimer>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ReportFiles)
};

constexpr QSize chartSize(900, 320);
constexpr int chartScale = 3; // dots of the picture for one of the screen
constexpr int firstColumn = 36; // per cent of a table: a row's words and what they mean
constexpr int chartWidth = 640; // on the page; with the height said too, else Qt 6.4 takes the picture's own

/// What is to be painted, in the size of the screen: the pixels take longer, and any thread may paint them.
QPicture drawingOf(const ReportTable &table)
{
    ReportChartView view;
    view.resize(chartSize);
    view.setTable(table, Theme(Theme::Scheme::Light));
    view.chart()->setAnimationOptions(QChart::NoAnimation);
    view.ensurePolished();
    view.grab(); // lays it out
    QPicture drawing;
    QPainter painter(&drawing);
    view.render(&painter, QRectF(QPointF(), chartSize), QRect(QPoint(), chartSize));
    return drawing;
}

QImage imageOf(const QPicture &drawing)
{
    QImage image(chartSize * chartScale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(chartScale, chartScale);
    painter.drawPicture(0, 0, drawing);
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
                                  "style=\"border-collapse:collapse\"><thead><tr><th align=\"left\" width=\"%1%\">%2</th>")
                       .arg(firstColumn)
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
        html += QStringLiteral("<p><img src=\"%1\" width=\"%2\" height=\"%3\"></p>")
                    .arg(picture)
                    .arg(chartWidth)
                    .arg(chartWidth * chartSize.height() / chartSize.width());
    return html + tableHtml(table);
}

/// On any thread.
Result<QByteArray> pdfOf(const CaseloadReport &report, const QString &organisation, const ReportPaper::Charts &charts)
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
        if (charts.contains(table.id)) {
            picture = QStringLiteral("chart:%1").arg(table.id);
            document.addResource(QTextDocument::ImageResource, QUrl(picture), imageOf(charts.value(table.id)));
        }
        html += sectionHtml(table, picture, i == 0);
    }
    document.setHtml(html);
    if (!paintPages(document, writer))
        return Error{QStringLiteral("pdf"), Say::tr("The pages could not be painted."), {}};
    buffer.close();
    return bytes;
}

Error stoppedError()
{
    return {QStringLiteral("stopped"), Say::tr("Stopped: no PDF was made."), {}};
}

} // namespace

ReportPaper::ReportPaper(QObject *parent) : QObject(parent) { }

ReportPaper::~ReportPaper()
{
    halt();
}

void ReportPaper::halt()
{
    wasStopped();
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void ReportPaper::start(
    std::shared_ptr<const CaseloadReport> report, const QString &organisation, const QString &file)
{
    halt();
    m_report = std::move(report);
    m_organisation = organisation;
    m_file = file;
    m_charts.clear();
    m_toDraw.clear();
    for (const ReportTable &table : m_report->tables) {
        if (table.chart != ReportChart::None && !table.isEmpty())
            m_toDraw.append(table.id);
    }
    m_stage = std::make_shared<std::atomic<Stage>>(Stage::Setting);
    m_running = true;
    drawNext(++m_run);
}

void ReportPaper::drawNext(int run)
{
    if (run != m_run || !m_running)
        return;
    const auto drawn = static_cast<int>(m_charts.size());
    Q_EMIT progressed(drawn, static_cast<int>(m_toDraw.size()));
    if (drawn == m_toDraw.size()) {
        write(run);
        return;
    }
    const QString id = m_toDraw.at(drawn);
    for (const ReportTable &table : m_report->tables) {
        if (table.id == id)
            m_charts.insert(id, drawingOf(table));
    }
    QTimer::singleShot(0, this, [this, run] { drawNext(run); });
}

void ReportPaper::write(int run)
{
    m_thread.reset(QThread::create([this, run, report = m_report, organisation = m_organisation, file = m_file,
                                       charts = m_charts, stage = m_stage] {
        const Result<QByteArray> pdf = pdfOf(*report, organisation, charts);
        Stage now = Stage::Setting;
        Result<void> written = stoppedError();
        if (stage->compare_exchange_strong(now, Stage::Writing))
            written = pdf ? writeWhole(file, *pdf) : Result<void>(pdf.error());
        QMetaObject::invokeMethod(
            this, [this, run, written] { settle(run, written); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("report paper"));
    m_thread->start();
}

void ReportPaper::settle(int run, const Result<void> &written)
{
    if (run != m_run || !m_running)
        return;
    m_running = false;
    m_charts.clear();
    Q_EMIT finished(written);
}

void ReportPaper::stop()
{
    if (m_running && wasStopped()) // a thread of it makes the pages to their end, and writes nothing
        settle(m_run, stoppedError());
}

bool ReportPaper::wasStopped()
{
    Stage now = Stage::Setting;
    return m_stage && m_stage->compare_exchange_strong(now, Stage::Stopped);
}

} // namespace reviewdesk
