#include "ReportsDesktop.h"

#include "letter/LetterComposer.h"
#include "ui/Desk.h"
#include "ui/decision/DecisionPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QDateEdit>
#include <QPushButton>

using namespace reviewdesk;

/// The reports by keyboard: chosen, looked into down to a case, and left.
class tst_reports_page : public QObject, private ReportsGround {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void beginsWithThisYearsMetrics();
    void everyReportStandsInTheList();
    void aNumberOpensItsCases();
    void casesComeAsTheyAreLookedAt();
    void theYearIsChosenByKeys();
    void aLineOfBusinessAlone();
    void daysTheWrongWayRoundAreSaid();
    void stoppedIsSaid();
    void fromTheDeskAndBack();
    void onlySupervisorsSeeThem();

private:
    std::unique_ptr<Desk> desk(Workshop &workshop, const char *loginName);
};

void tst_reports_page::beginsWithThisYearsMetrics()
{
    ReportsDesktop desktop(m_desk);
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
    ReportsDesktop desktop(m_desk);
    QStringList titles;
    for (int row = 0; row < desktop.list()->count(); ++row)
        titles.append(desktop.list()->item(row)->text());
    QCOMPARE(titles,
        (QStringList{QStringLiteral("Yearly metrics (CMS-0057-F)"), QStringLiteral("What was counted"),
            QStringLiteral("Turnaround, standard"), QStringLiteral("Turnaround, expedited"),
            QStringLiteral("Decisions by criterion"), QStringLiteral("Pends by missing fact"),
            QStringLiteral("Open and overdue")}));
}

void tst_reports_page::aNumberOpensItsCases()
{
    ReportsDesktop desktop(m_desk);
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
    ReportsDesktop desktop(m_desk);
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
    ReportsDesktop desktop(m_desk);
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
    ReportsDesktop desktop(m_desk);
    QCOMPARE(desktop.model()->columnCount(), 7);
    desktop.box(1)->setCurrentIndex(1);
    desktop.settle();
    QCOMPARE(desktop.model()->columnCount(), 2);
    QCOMPARE(desktop.model()->table().columns.first().id, QStringLiteral("medicare_advantage"));
}

void tst_reports_page::daysTheWrongWayRoundAreSaid()
{
    ReportsDesktop desktop(m_desk);
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
    ReportsDesktop desktop(m_desk);
    desktop.page->refresh();
    desktop.page->stop();
    desktop.settle();
    QVERIFY(desktop.notice().contains(QLatin1String("stopped")));
    QVERIFY(!desktop.numbers()->isVisible()); // no numbers of another period beside it
    Q_EMIT desktop.page->findChild<Notice *>()->actionTriggered();
    desktop.settle();
    QVERIFY(desktop.numbers()->isVisible());
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

QTEST_MAIN(tst_reports_page)
#include "tst_reports_page.moc"
