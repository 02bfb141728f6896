#include "ui/supervisor/reports/ReportChartView.h"

#include <QChart>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QLocale>
#include <QTest>

using namespace reviewdesk;

/// A chart by itself, narrow and in large text: what stands on it can be read.
class tst_report_chart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreWholeAndNumbersApart_data();
    void namesAreWholeAndNumbersApart();
    void numbersAreWrittenAsTheLocaleDoes_data();
    void numbersAreWrittenAsTheLocaleDoes();
};

void tst_report_chart::namesAreWholeAndNumbersApart_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("letters"); // pixels
    QTest::addColumn<QString>("third"); // what stands above the third bar
    QTest::newRow("a wide window, text of 100 %") << 1000 << 13 << QStringLiteral("24 + 5 + 1");
    QTest::newRow("text of 150 %") << 680 << 20 << QStringLiteral("30");
}

void tst_report_chart::namesAreWholeAndNumbersApart()
{
    QFETCH(const int, width);
    QFETCH(const int, letters);
    QFETCH(const QString, third);
    ReportTable table;
    table.chart = ReportChart::Stacked;
    table.columns = {{QStringLiteral("approved"), QStringLiteral("Approved")},
        {QStringLiteral("denied"), QStringLiteral("Denied")},
        {QStringLiteral("exception"), QStringLiteral("Approved as an exception")}};
    const QStringList ids{QStringLiteral("I.A"), QStringLiteral("I.B"), QStringLiteral("I.B.3"),
        QStringLiteral("I.B.3.a"), QStringLiteral("I.B.3.b"), QStringLiteral("I.B.3.b.i"), QStringLiteral("I.B.3.b.ii"),
        QStringLiteral("I.B.3.c.iii"), QStringLiteral("I.B.4"), QStringLiteral("II"), QStringLiteral("III")};
    for (const QString &id : ids) {
        ReportRow row{id, id + QStringLiteral(" Unresectable liver metastases"), {}, {}};
        for (const char *number : {"24", "5", "1"}) {
            ReportCell cell;
            cell.number = QLatin1String(number);
            row.cells.append(cell);
        }
        table.rows.append(row);
    }
    ReportChartView view;
    QFont font = view.font();
    font.setPixelSize(letters);
    view.setFont(font);
    view.resize(width, letters * 18);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setTable(table, Theme(Theme::Scheme::Light));
    QTest::qWait(50); // it is laid out

    QStringList names;
    QList<QRectF> numbers;
    QStringList above;
    for (const QGraphicsItem *item : view.scene()->items()) {
        if (const auto *name = qgraphicsitem_cast<const QGraphicsTextItem *>(item))
            names.append(name->toPlainText().remove(QLatin1Char('\n')));
        if (const auto *number = qgraphicsitem_cast<const QGraphicsSimpleTextItem *>(item)) {
            numbers.append(number->sceneBoundingRect());
            above.append(number->text());
        }
    }
    for (const QString &id : ids)
        QVERIFY2(names.contains(id), qPrintable(id + QLatin1String(" is not whole among: ") + names.join(u' ')));
    QCOMPARE(numbers.size(), ids.size());
    QVERIFY2(above.contains(third), qPrintable(above.join(u',')));
    for (qsizetype one = 0; one < numbers.size(); ++one) {
        for (qsizetype other = one + 1; other < numbers.size(); ++other)
            QVERIFY2(!numbers.at(one).intersects(numbers.at(other)), qPrintable(above.at(one)));
    }
}

void tst_report_chart::numbersAreWrittenAsTheLocaleDoes_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("above"); // the bars
    QTest::addColumn<QString>("top"); // of the scale
    QTest::newRow("en_US") << "en_US" << QStringLiteral("12,345 + 20,000") << QStringLiteral("40,000");
    QTest::newRow("es_ES") << "es_ES" << QStringLiteral("12.345 + 20.000") << QStringLiteral("40.000");
}

void tst_report_chart::numbersAreWrittenAsTheLocaleDoes()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, above);
    QFETCH(const QString, top);
    QLocale::setDefault(QLocale(locale));
    ReportTable table;
    table.chart = ReportChart::Stacked;
    table.columns = {{QStringLiteral("approved"), QStringLiteral("Approved")}, {QStringLiteral("denied"), QStringLiteral("Denied")}};
    ReportCell approved;
    approved.number = QStringLiteral("12345");
    ReportCell denied;
    denied.number = QStringLiteral("20000");
    table.rows.append(ReportRow{QStringLiteral("I.A"), QStringLiteral("I.A Liver"), {}, {approved, denied}});
    ReportChartView view;
    view.resize(800, 300);
    view.show();
    const bool exposed = QTest::qWaitForWindowExposed(&view);
    view.setTable(table, Theme(Theme::Scheme::Light));
    QLocale::setDefault(QLocale::c());
    QVERIFY(exposed);
    QTest::qWait(50); // it is laid out
    QStringList texts;
    for (const QGraphicsItem *item : view.scene()->items()) {
        if (const auto *words = qgraphicsitem_cast<const QGraphicsTextItem *>(item))
            texts.append(words->toPlainText());
        if (const auto *number = qgraphicsitem_cast<const QGraphicsSimpleTextItem *>(item))
            texts.append(number->text());
    }
    QVERIFY2(texts.contains(above), qPrintable(texts.join(u'|')));
    QVERIFY2(texts.contains(top), qPrintable(texts.join(u'|')));
}

QTEST_MAIN(tst_report_chart)
#include "tst_report_chart.moc"
