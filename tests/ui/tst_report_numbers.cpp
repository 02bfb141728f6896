#include "ReportsDesktop.h"

#include <QAbstractBarSeries>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QBarSet>
#include <QLineSeries>
#include <QTranslator>

using namespace reviewdesk;

/// How a report's numbers are shown: columns, charts, and what a screen reader hears of them.
class tst_report_numbers : public QObject, private ReportsGround {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void everyColumnIsInSightInLargeText_data();
    void everyColumnIsInSightInLargeText();
    void chartsHaveTheTablesNumbers_data();
    void chartsHaveTheTablesNumbers();
    void chartsCanBeReadWithoutColour();
    void numbersAreHeard();
    void theModelIsOne();
};

void tst_report_numbers::everyColumnIsInSightInLargeText_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString();
    QTest::newRow("Spanish") << QStringLiteral("reviewdesk_es");
}

/// Shares, days and hours need more room than a count.
void tst_report_numbers::everyColumnIsInSightInLargeText()
{
    QFETCH(const QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(language, QStringLiteral(":/translations")));
        QCoreApplication::installTranslator(&translator);
    }
    m_appearance->setTextPercent(150);
    const ReportsDesktop desktop(m_desk);
    for (int row = 0; row < desktop.list()->count(); ++row) {
        desktop.list()->setCurrentRow(row);
        QTest::qWait(20);
        QVERIFY2(desktop.numbers()->horizontalScrollBar()->maximum() == 0, qPrintable(desktop.list()->item(row)->text()));
    }
    desktop.list()->setCurrentRow(0);
    QTest::qWait(20);
    const QTableView &numbers = *desktop.numbers();
    for (int column = 1; column < desktop.model()->columnCount(); ++column) {
        for (int row = 0; row < desktop.model()->rowCount(); ++row) { // no number is broken within itself
            const QString words = desktop.model()->index(row, column).data().toString();
            const int number = numbers.fontMetrics().horizontalAdvance(words.section(u' ', 0, 0));
            QVERIFY2(number + 16 <= numbers.columnWidth(column), qPrintable(words));
        }
    }
    m_appearance->setTextPercent(100);
}

void tst_report_numbers::chartsHaveTheTablesNumbers_data()
{
    QTest::addColumn<QByteArray>("report");
    for (const char *report : {"Turnaround, standard", "Turnaround, expedited", "Decisions by criterion",
             "Pends by missing fact", "Open and overdue"})
        QTest::newRow(report) << QByteArray(report);
}

void tst_report_numbers::chartsHaveTheTablesNumbers()
{
    QFETCH(const QByteArray, report);
    ReportsDesktop desktop(m_desk);
    desktop.choose(report.constData());
    QVERIFY(desktop.chart()->isVisible());
    QVERIFY(desktop.numbers()->isVisible());
    const ReportTable &table = desktop.model()->table();
    QList<QList<double>> drawn;
    for (QAbstractSeries *series : desktop.chart()->chart()->series()) {
        if (auto *bars = qobject_cast<QAbstractBarSeries *>(series)) {
            for (const QBarSet *set : bars->barSets()) {
                QList<double> values;
                for (int i = 0; i < set->count(); ++i)
                    values.append(set->at(i));
                drawn.append(values);
            }
        } else {
            QList<double> values;
            for (const QPointF &point : qobject_cast<QLineSeries *>(series)->points())
                values.append(point.y());
            drawn.append(values);
        }
    }
    QCOMPARE(drawn.size(), table.columns.size());
    for (qsizetype column = 0; column < drawn.size(); ++column) {
        QCOMPARE(drawn.at(column).size(), table.rows.size());
        for (qsizetype row = 0; row < table.rows.size(); ++row)
            QCOMPARE(QString::number(drawn.at(column).at(row)), table.rows.at(row).cells.at(column).number);
    }
}

void tst_report_numbers::chartsCanBeReadWithoutColour()
{
    ReportsDesktop desktop(m_desk);
    desktop.choose("Decisions by criterion");
    QSet<Qt::BrushStyle> patterns;
    const auto *bars = qobject_cast<QAbstractBarSeries *>(desktop.chart()->chart()->series().first());
    for (const QBarSet *set : bars->barSets())
        patterns.insert(set->brush().style());
    QCOMPARE(patterns.size(), 3);
    desktop.choose("Open and overdue");
    QSet<Qt::PenStyle> lines;
    for (const QAbstractSeries *series : desktop.chart()->chart()->series())
        lines.insert(qobject_cast<const QLineSeries *>(series)->pen().style());
    QCOMPARE(lines.size(), 3);
}

void tst_report_numbers::numbersAreHeard()
{
    ReportsDesktop desktop(m_desk);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(desktop.numbers());
    QVERIFY(table);
    QCOMPARE(table->text(QAccessible::Name), QStringLiteral("Yearly metrics (CMS-0057-F)"));
    const QString heard = desktop.model()->index(1, 6).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(QRegularExpression(QStringLiteral("^[0-9.]+%, \\d+ of \\d+, Enter opens its cases: \\d+$"))
                 .match(heard)
                 .hasMatch(),
        qPrintable(heard));
    desktop.choose("Open and overdue");
    QCOMPARE(desktop.chart()->accessibleName(), QStringLiteral("Chart: Open and overdue"));
}

void tst_report_numbers::theModelIsOne()
{
    ReportTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ReportTable table;
    table.columns = {{QStringLiteral("a"), QStringLiteral("A")}};
    table.rows = {{QStringLiteral("1"), QStringLiteral("One"), {}, {countCell({1, 2})}}};
    model.setTable(table);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.columnCount(), 2);
    model.setTable({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(tst_report_numbers)
#include "tst_report_numbers.moc"
