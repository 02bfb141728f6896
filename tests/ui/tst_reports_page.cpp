#include "RandomCaseload.h"

#include "letter/LetterComposer.h"
#include "store/Workshop.h"
#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/decision/DecisionPage.h"
#include "ui/supervisor/reports/ReportCases.h"
#include "ui/supervisor/reports/ReportChartView.h"
#include "ui/supervisor/reports/ReportTableModel.h"
#include "ui/supervisor/reports/ReportTableView.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/WorklistPage.h"

#include <QAbstractBarSeries>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QBarSet>
#include <QChart>
#include <QComboBox>
#include <QDateEdit>
#include <QLineSeries>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>
#include <QtTest>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds

/// The reports over a real workspace of invented cases, as a supervisor sees them.
class Desktop {
public:
    explicit Desktop(StoreDesk &desk)
    {
        require(workshop.open([&desk] { return desk.tryOpen(QStringLiteral("sam"), "sam"); }).ok());
        page = std::make_unique<ReportsPage>(workshop, desk.clock);
        loaded = std::make_unique<QSignalSpy>(page.get(), &ReportsPage::loaded);
        page->resize(1280, 800);
        page->show();
        page->activateWindow();
        require(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
        settle();
    }

    void settle()
    {
        require(QTest::qWaitFor([this] { return loaded->count() > 0; }, patience));
        loaded->clear();
    }
    QListWidget *list() const { return page->findChild<QListWidget *>(); }
    ReportTableView *numbers() const { return page->findChild<ReportTableView *>(); }
    ReportTableModel *model() const { return static_cast<ReportTableModel *>(numbers()->model()); }
    ReportChartView *chart() const { return page->findChild<ReportChartView *>(); }
    QTableView *cases() const { return page->findChild<ReportCases *>()->findChild<QTableView *>(); }
    QComboBox *box(int position) const { return page->findChildren<QComboBox *>().at(position); }
    QString notice() const { return page->findChild<Notice *>()->message(); }
    void choose(const char *report)
    {
        for (int row = 0; row < list()->count(); ++row) {
            if (list()->item(row)->text() == QLatin1String(report)) {
                list()->setCurrentRow(row);
                return;
            }
        }
        qFatal("no report %s", report);
    }
    /// Puts the cursor on the first number that has cases.
    int goToNumber()
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            for (int column = 1; column < model()->columnCount(); ++column) {
                const int cases = model()->index(row, column).data(ReportTableModel::CasesRole).toInt();
                if (cases > 0) {
                    numbers()->setCurrentIndex(model()->index(row, column));
                    numbers()->setFocus();
                    return cases;
                }
            }
        }
        qFatal("no number has cases");
    }

    Workshop workshop;
    std::unique_ptr<ReportsPage> page;
    std::unique_ptr<QSignalSpy> loaded;
};

} // namespace

class tst_reports_page : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWithThisYearsMetrics();
    void everyReportStandsInTheList();
    void everyColumnIsInSightInLargeText_data();
    void everyColumnIsInSightInLargeText();
    void aNumberOpensItsCases();
    void casesComeAsTheyAreLookedAt();
    void theYearIsChosenByKeys();
    void aLineOfBusinessAlone();
    void daysTheWrongWayRoundAreSaid();
    void stoppedIsSaid();
    void chartsHaveTheTablesNumbers_data();
    void chartsHaveTheTablesNumbers();
    void chartsCanBeReadWithoutColour();
    void numbersAreHeard();
    void fromTheDeskAndBack();
    void onlySupervisorsSeeThem();
    void theModelIsOne();

private:
    std::unique_ptr<Desk> desk(Workshop &workshop, const char *loginName);

    QTemporaryDir m_settings;
    StoreDesk m_desk;
    std::unique_ptr<Appearance> m_appearance;
};

void tst_reports_page::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    m_appearance = std::make_unique<Appearance>();
    const std::unique_ptr<Workspace> workspace = m_desk.made();
    RandomCaseload(m_desk, *workspace, 3).bringIn(260);
}

void tst_reports_page::beginsWithThisYearsMetrics()
{
    Desktop desktop(m_desk);
    QCOMPARE(desktop.box(0)->currentText(), QStringLiteral("This year"));
    const Result<CaseloadReport> report =
        reportOf(*m_desk.opened(QStringLiteral("sam")), {{{2026, 1, 1}, {2026, 12, 31}}, {}}, m_desk.clock.now());
    QVERIFY(report.ok());
    QCOMPARE(desktop.model()->table(), report->tables.first());
    QVERIFY(!desktop.chart()->isVisible());
    const QModelIndex first = desktop.model()->index(1, 0);
    QCOMPARE(first.data().toString(), QStringLiteral("2. Standard requests approved"));
    QVERIFY(first.data(ReportTableModel::DefinitionRole).toString().startsWith(QLatin1String("Out of the standard")));
}

void tst_reports_page::everyReportStandsInTheList()
{
    Desktop desktop(m_desk);
    QStringList titles;
    for (int row = 0; row < desktop.list()->count(); ++row)
        titles.append(desktop.list()->item(row)->text());
    QCOMPARE(titles,
        (QStringList{QStringLiteral("Yearly metrics (CMS-0057-F)"), QStringLiteral("What was counted"),
            QStringLiteral("Turnaround, standard"), QStringLiteral("Turnaround, expedited"),
            QStringLiteral("Decisions by criterion"), QStringLiteral("Pends by missing fact"),
            QStringLiteral("Open and overdue")}));
}

void tst_reports_page::everyColumnIsInSightInLargeText_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString();
    QTest::newRow("Spanish") << QStringLiteral("reviewdesk_es");
}

/// Shares, days and hours need more room than a count.
void tst_reports_page::everyColumnIsInSightInLargeText()
{
    QFETCH(const QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(language, QStringLiteral(":/translations")));
        QCoreApplication::installTranslator(&translator);
    }
    m_appearance->setTextPercent(150);
    const Desktop desktop(m_desk);
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

void tst_reports_page::aNumberOpensItsCases()
{
    Desktop desktop(m_desk);
    QSignalSpy opened(desktop.page.get(), &ReportsPage::caseOpened);
    desktop.choose("Decisions by criterion");
    const int count = desktop.goToNumber();
    QTest::keyClick(desktop.numbers(), Qt::Key_Return);
    QVERIFY(desktop.cases()->isVisible());
    QTRY_COMPARE(desktop.cases()->model()->rowCount(), count);
    QTRY_VERIFY(desktop.cases()->hasFocus());
    const QString number = desktop.cases()->model()->index(0, ReportCasesModel::Number).data().toString();
    QVERIFY(number.startsWith(QLatin1String("RD-2026-")));
    QTest::keyClick(desktop.cases(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    const Result<StoredCase> stored = m_desk.opened(QStringLiteral("sam"))->loadCase(opened.first().first().toString());
    QVERIFY(stored.ok());
    QCOMPARE(stored->reviewCase.number, number);
    QVERIFY(desktop.page->goBack());
    QVERIFY(desktop.numbers()->isVisible());
    QVERIFY(desktop.numbers()->hasFocus());
    QVERIFY(!desktop.page->goBack());
}

void tst_reports_page::casesComeAsTheyAreLookedAt()
{
    Desktop desktop(m_desk);
    ReportCasesModel model(desktop.workshop);
    auto report = std::make_shared<CaseloadReport>();
    report->zone = m_desk.rulebook()->zone;
    const QList<WorklistRow> all = m_desk.opened(QStringLiteral("sam"))->worklist({}).value();
    QList<int> rounds;
    for (const WorklistRow &row : all) {
        RoundRecord round;
        round.caseId = row.caseId;
        report->rounds.append(round);
        rounds.append(static_cast<int>(rounds.size()));
    }
    QVERIFY(rounds.size() > 200);
    model.setRounds(report, rounds);
    QCOMPARE(model.rowCount(), 0);
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    QTRY_COMPARE(model.rowCount(), 200);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), static_cast<int>(rounds.size()));
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.index(205, ReportCasesModel::Number).data().toString(), all.at(205).number);
    std::optional<QByteArray> csv;
    model.writeCsv([&](const Result<QByteArray> &written) { csv = written.value(); });
    QTRY_VERIFY(csv);
    QCOMPARE(csv->count("\r\n"), rounds.size() + 1);
    QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest); // fetches by itself
    model.setRounds(report, rounds.mid(0, 10));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 10);
}

void tst_reports_page::theYearIsChosenByKeys()
{
    Desktop desktop(m_desk);
    QTest::keyClick(desktop.page.get(), Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(desktop.box(0)->hasFocus());
    QTest::keyClick(desktop.box(0), Qt::Key_Down);
    QCOMPARE(desktop.box(0)->currentText(), QStringLiteral("Last year"));
    desktop.settle();
    const Result<CaseloadReport> report =
        reportOf(*m_desk.opened(QStringLiteral("sam")), {{{2025, 1, 1}, {2025, 12, 31}}, {}}, m_desk.clock.now());
    QCOMPARE(desktop.model()->table(), report->tables.first());
}

void tst_reports_page::aLineOfBusinessAlone()
{
    Desktop desktop(m_desk);
    QCOMPARE(desktop.model()->columnCount(), 7);
    desktop.box(1)->setCurrentIndex(1);
    desktop.settle();
    QCOMPARE(desktop.model()->columnCount(), 2);
    QCOMPARE(desktop.model()->table().columns.first().id, QStringLiteral("medicare_advantage"));
}

void tst_reports_page::daysTheWrongWayRoundAreSaid()
{
    Desktop desktop(m_desk);
    desktop.box(0)->setCurrentIndex(desktop.box(0)->count() - 1);
    desktop.settle();
    const QList<QDateEdit *> days = desktop.page->findChildren<QDateEdit *>();
    QVERIFY(days.at(0)->isVisible());
    days.at(1)->setDate({2025, 3, 1});
    QVERIFY(desktop.notice().contains(QLatin1String("last day")));
    days.at(0)->setDate({2025, 2, 1});
    desktop.settle();
    QCOMPARE(desktop.notice(), QString());
}

void tst_reports_page::stoppedIsSaid()
{
    Desktop desktop(m_desk);
    desktop.page->refresh();
    desktop.page->stop();
    desktop.settle();
    QVERIFY(desktop.notice().contains(QLatin1String("stopped")));
    QVERIFY(!desktop.numbers()->isVisible()); // no numbers of another period beside it
    Q_EMIT desktop.page->findChild<Notice *>()->actionTriggered();
    desktop.settle();
    QVERIFY(desktop.numbers()->isVisible());
}

void tst_reports_page::chartsHaveTheTablesNumbers_data()
{
    QTest::addColumn<QByteArray>("report");
    for (const char *report : {"Turnaround, standard", "Turnaround, expedited", "Decisions by criterion",
             "Pends by missing fact", "Open and overdue"})
        QTest::newRow(report) << QByteArray(report);
}

void tst_reports_page::chartsHaveTheTablesNumbers()
{
    QFETCH(const QByteArray, report);
    Desktop desktop(m_desk);
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

void tst_reports_page::chartsCanBeReadWithoutColour()
{
    Desktop desktop(m_desk);
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

void tst_reports_page::numbersAreHeard()
{
    Desktop desktop(m_desk);
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

std::unique_ptr<Desk> tst_reports_page::desk(Workshop &workshop, const char *loginName)
{
    const QString name = QString::fromLatin1(loginName);
    require(workshop.open([this, name] { return m_desk.tryOpen(name, name.toUtf8()); }).ok());
    auto made = std::make_unique<Desk>(workshop, LetterComposer::load(QStringLiteral(":")).value(),
        sampleLetterhead(QStringLiteral(":")).value(), QList<UserAccount>(), *m_appearance, m_desk.clock);
    made->resize(1280, 800);
    made->setVisible(true);
    made->activateWindow();
    require(QTest::qWaitForWindowActive(made.get()));
    return made;
}

/// Alt+R, a number, a case, and by Escape back to where one came from.
void tst_reports_page::fromTheDeskAndBack()
{
    Workshop workshop;
    const std::unique_ptr<Desk> sam = desk(workshop, "sam");
    QTest::keyClick(sam.get(), Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY(sam->reports());
    QCOMPARE(sam->helpTopic(), QStringLiteral("reports"));
    auto *numbers = sam->reports()->findChild<ReportTableView *>();
    QTRY_VERIFY_WITH_TIMEOUT(numbers->isVisible() && numbers->model()->rowCount() > 0, patience);
    numbers->setFocus();
    numbers->setCurrentIndex(numbers->model()->index(1, 6));
    QTest::keyClick(numbers, Qt::Key_Return);
    auto *cases = sam->reports()->findChild<ReportCases *>()->findChild<QTableView *>();
    QTRY_VERIFY(cases->model()->rowCount() > 0);
    QTest::keyClick(cases, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<DecisionPage *>(sam->casePage()), patience);
    QTest::keyClick(sam->casePage(), Qt::Key_Escape);
    QTRY_VERIFY(cases->isVisible());
    QTest::keyClick(cases, Qt::Key_Escape);
    QTRY_VERIFY(numbers->isVisible());
    QTest::keyClick(numbers, Qt::Key_Escape);
    QTRY_VERIFY(sam->worklist()->isVisible());
    QCOMPARE(sam->helpTopic(), QStringLiteral("worklist"));
}

void tst_reports_page::onlySupervisorsSeeThem()
{
    const auto offered = [](const Desk &desk) {
        const QList<QPushButton *> buttons = desk.findChildren<QPushButton *>();
        return std::any_of(buttons.cbegin(), buttons.cend(),
            [](const QPushButton *button) { return button->text() == QLatin1String("&Reports"); });
    };
    Workshop workshop;
    QVERIFY(offered(*desk(workshop, "sam")));
    QVERIFY(!offered(*desk(workshop, "nora")));
    QVERIFY(!offered(*desk(workshop, "phil")));
}

void tst_reports_page::theModelIsOne()
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

QTEST_MAIN(tst_reports_page)
#include "tst_reports_page.moc"
