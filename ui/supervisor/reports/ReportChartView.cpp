#include "ui/supervisor/reports/ReportChartView.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <vector>

namespace reviewdesk {

namespace {

constexpr int mostLineLabels = 14;
constexpr qsizetype lettersOnALine = 12; // of a bar's name
constexpr double between = 4; // pixels
constexpr qsizetype partsOnALine = 3; // of an id: "I.B.3" and below it ".b.i"

/// How one column is told from the others without its colour.
struct Look {
    Qt::BrushStyle pattern;
    Qt::PenStyle line;
    ColorRole color;
};
constexpr Look looks[] = {
    {Qt::SolidPattern, Qt::SolidLine, ColorRole::AccentFill},
    {Qt::BDiagPattern, Qt::DashLine, ColorRole::NotMet},
    {Qt::Dense6Pattern, Qt::DotLine, ColorRole::Open},
};

const Look &lookOf(qsizetype column)
{
    return looks[column % static_cast<qsizetype>(std::size(looks))];
}

double valueOf(const ReportCell &cell)
{
    return cell.number.toDouble();
}

/// A round number above `value` that four equal steps reach.
double scaleTop(double value)
{
    if (value <= 4)
        return 4;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0, 10.0}) {
        const double top = factor * power;
        if (top >= value && std::fmod(top, 4.0) == 0.0)
            return top;
    }
    return 4 * std::ceil(value / 4);
}

/// The first words of a row, for an axis: an id where it has one. In several lines, where they are long.
QString axisWords(const ReportTable &table, const ReportRow &row)
{
    const bool hasShortId = table.chart == ReportChart::Stacked && row.label.startsWith(row.id + QLatin1Char(' '));
    if (hasShortId) {
        const QStringList parts = row.id.split(QLatin1Char('.'));
        QString words = parts.mid(0, partsOnALine).join(QLatin1Char('.'));
        if (parts.size() > partsOnALine)
            words += QLatin1String("<br>.") + parts.mid(partsOnALine).join(QLatin1Char('.'));
        return words;
    }
    QStringList lines{QString()};
    for (const QString &word : row.label.split(QLatin1Char(' '))) {
        if (!lines.last().isEmpty() && lines.last().size() + word.size() > lettersOnALine)
            lines.append(QString());
        lines.last() += (lines.last().isEmpty() ? QString() : QStringLiteral(" ")) + word.toHtmlEscaped();
    }
    return lines.join(QLatin1String("<br>"));
}

QFont smallOf(const QFont &font)
{
    QFont small = font;
    small.setPixelSize(qMax(1, font.pixelSize() * 11 / 13));
    return small;
}

} // namespace

ReportChartView::ReportChartView(QWidget *parent) : QChartView(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setInteractive(false);
    QChart *drawing = chart();
    drawing->setLocalizeNumbers(true);
    drawing->setBackgroundRoundness(0);
    drawing->setMargins({8, 8, 8, 8});
    drawing->layout()->setContentsMargins(0, 0, 0, 0); // beside these it has its own
    drawing->legend()->setAlignment(Qt::AlignTop);
    connect(drawing, &QChart::plotAreaChanged, this, &ReportChartView::placeNumbers);
}

void ReportChartView::clear()
{
    qDeleteAll(m_texts);
    m_texts.clear();
    m_numbers.clear();
    QChart *drawing = chart();
    drawing->removeAllSeries();
    const QList<QAbstractAxis *> axes = drawing->axes();
    for (QAbstractAxis *axis : axes) {
        drawing->removeAxis(axis);
        delete axis;
    }
}

void ReportChartView::setTable(const ReportTable &table, const Theme &theme)
{
    clear();
    m_textColor = theme.color(ColorRole::Text);
    QChart *drawing = chart();
    drawing->setLocale(QLocale()); // the scale's numbers
    drawing->setBackgroundBrush(theme.color(ColorRole::Surface));
    setBackgroundBrush(theme.color(ColorRole::Surface));
    drawing->legend()->setLabelColor(m_textColor);
    drawing->legend()->setFont(font());
    drawing->legend()->setMarkerShape(
        table.chart == ReportChart::Lines ? QLegend::MarkerShapeFromSeries : QLegend::MarkerShapeRectangle);
    drawing->legend()->setVisible(table.columns.size() > 1);
    setAccessibleName(tr("Chart: %1").arg(table.title));
    setAccessibleDescription(tr("The table beside it has the same numbers."));
    if (table.chart == ReportChart::Lines)
        drawLines(table, theme);
    else
        drawBars(table, theme);
    placeNumbers();
}

void ReportChartView::addScale(const Theme &theme, double top)
{
    auto *scale = new QValueAxis;
    scale->setRange(0, top);
    scale->setTickCount(5);
    scale->setLabelFormat(QStringLiteral("%.0f")); // "%d" is left empty where numbers are localized
    scale->setLabelsColor(theme.color(ColorRole::Quiet));
    scale->setLabelsFont(font());
    scale->setGridLineColor(theme.color(ColorRole::Line));
    scale->setLinePenColor(theme.color(ColorRole::Line));
    chart()->addAxis(scale, Qt::AlignLeft);
    for (QAbstractSeries *series : chart()->series())
        series->attachAxis(scale);
}

void ReportChartView::drawBars(const ReportTable &table, const Theme &theme)
{
    QAbstractBarSeries *series = table.chart == ReportChart::Stacked
        ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries)
        : static_cast<QAbstractBarSeries *>(new QBarSeries);
    series->setBarWidth(0.6);
    auto *names = new QBarCategoryAxis;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        const Look &look = lookOf(column);
        const QColor color = theme.color(look.color);
        auto *set = new QBarSet(table.columns.at(column).label);
        set->setBrush(QBrush(color, look.pattern));
        set->setPen(QPen(color, 1));
        for (const ReportRow &row : table.rows)
            set->append(valueOf(row.cells.at(column)));
        series->append(set);
    }
    double most = 0;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const ReportRow &row = table.rows.at(i);
        double height = 0;
        QStringList parts;
        for (const ReportCell &cell : row.cells) {
            height += valueOf(cell);
            if (valueOf(cell) > 0)
                parts.append(cell.figure());
        }
        m_numbers.append({static_cast<double>(i), height, parts.join(QLatin1String(" + ")),
            QLocale().toString(height, 'f', 0)});
        most = std::max(most, height);
        names->append(axisWords(table, row));
    }
    chart()->addSeries(series);
    names->setLabelsColor(theme.color(ColorRole::Text));
    names->setLabelsFont(smallOf(font()));
    names->setGridLineVisible(false);
    names->setLinePenColor(theme.color(ColorRole::ControlLine));
    chart()->addAxis(names, Qt::AlignBottom);
    series->attachAxis(names);
    addScale(theme, scaleTop(most * 1.08));
}

void ReportChartView::drawLines(const ReportTable &table, const Theme &theme)
{
    double most = 0;
    const qsizetype rows = table.rows.size();
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        auto *series = new QLineSeries;
        series->setName(table.columns.at(column).label);
        const Look &look = lookOf(column);
        QPen pen(theme.color(look.color), 2.5, look.line);
        series->setPen(pen);
        for (qsizetype i = 0; i < rows; ++i) {
            const double value = valueOf(table.rows.at(i).cells.at(column));
            series->append(static_cast<double>(i), value);
            most = std::max(most, value);
        }
        chart()->addSeries(series);
        if (rows > 0) {
            const ReportCell &last = table.rows.constLast().cells.at(column);
            m_numbers.append({static_cast<double>(rows - 1), valueOf(last),
                QStringLiteral("%1 %2").arg(table.columns.at(column).label, last.figure()), {}});
        }
    }
    auto *days = new QCategoryAxis;
    const qsizetype step = std::max<qsizetype>(1, (rows + mostLineLabels - 1) / mostLineLabels);
    for (qsizetype i = 0; i < rows; i += step)
        days->append(table.rows.at(i).label, static_cast<double>(i));
    days->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    days->setRange(0, 1.16 * std::max(1.0, static_cast<double>(rows - 1))); // room for the words at the lines' ends
    days->setLabelsColor(theme.color(ColorRole::Text));
    days->setLabelsFont(font());
    days->setGridLineVisible(false);
    days->setLinePenColor(theme.color(ColorRole::ControlLine));
    chart()->addAxis(days, Qt::AlignBottom);
    const QList<QAbstractSeries *> all = chart()->series();
    for (QAbstractSeries *series : all)
        series->attachAxis(days);
    addScale(theme, scaleTop(most * 1.08));
}

/// Whether what a bar is made of can stand above each without touching the next; else its sum does.
bool ReportChartView::haveRoom(QAbstractSeries &series) const
{
    const double apart = chart()->mapToPosition({1, 0}, &series).x() - chart()->mapToPosition({0, 0}, &series).x();
    const QFontMetricsF letters(font());
    return std::all_of(m_numbers.cbegin(), m_numbers.cend(),
        [&](const Number &number) { return letters.horizontalAdvance(number.words) + between < apart; });
}

/// Numbers stand above the bars and beside the lines' ends, wherever the layout has put these.
void ReportChartView::placeNumbers()
{
    qDeleteAll(m_texts);
    m_texts.clear();
    QAbstractSeries *series = chart()->series().value(0);
    if (!series)
        return;
    const bool beside = series->type() == QAbstractSeries::SeriesTypeLine;
    const bool sums = !beside && !haveRoom(*series);
    std::vector<std::pair<QPointF, QGraphicsSimpleTextItem *>> placed;
    for (const Number &number : std::as_const(m_numbers)) {
        if (number.words.isEmpty())
            continue;
        auto *text = new QGraphicsSimpleTextItem(sums ? number.sum : number.words, chart());
        text->setFont(font());
        text->setBrush(m_textColor);
        text->setZValue(100);
        m_texts.append(text);
        const QPointF place = chart()->mapToPosition({number.x, number.y}, series);
        const QRectF size = text->boundingRect();
        placed.emplace_back(
            beside ? place + QPointF(8, -size.height() / 2) : place - QPointF(size.width() / 2, size.height() + 2),
            text);
    }
    if (beside) { // from the lowest up, none on another
        std::sort(placed.begin(), placed.end(),
            [](const auto &left, const auto &right) { return left.first.y() > right.first.y(); });
        for (std::size_t i = 1; i < placed.size(); ++i)
            placed[i].first.setY(
                std::min(placed[i].first.y(), placed[i - 1].first.y() - placed[i].second->boundingRect().height()));
    }
    for (const auto &[place, text] : placed)
        text->setPos(place);
}

} // namespace reviewdesk
