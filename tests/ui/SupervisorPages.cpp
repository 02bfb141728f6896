#include "SupervisorPages.h"

#include "ui/Desk.h"
#include "ui/DeskBar.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/AddAccountDialog.h"
#include "ui/accounts/CorrectAccountDialog.h"
#include "ui/decision/DecisionPage.h"
#include "ui/history/HistorySheet.h"
#include "ui/history/RoundsSheet.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/policy/PackProblems.h"
#include "ui/policy/PolicyPage.h"
#include "ui/policy/PolicySheet.h"
#include "ui/policy/ReplayView.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/DrawSampleDialog.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/supervisor/reports/ReportCases.h"
#include "ui/supervisor/reports/ReportTableView.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/worklist/AssignDialog.h"
#include "ui/worklist/CaseTable.h"

#include <QListWidget>

namespace reviewdesk {

void SupervisorPages::walk()
{
    m_stage.wizard.signIn("sam");
    m_stage.afterAnUpgrade(QStringLiteral("supervisor"));
    const std::unique_ptr<Desk> desk = m_stage.sit();
    m_stage.look(QStringLiteral("worklist of a supervisor"), *desk);
    department(*desk);
    policyOf(*desk);
    desk->openCase(m_stage.wizard.stored.id);
    Stage::waitFor([&] { return qobject_cast<DecisionPage *>(desk->casePage()); }, "the case of a supervisor");
    m_stage.look(QStringLiteral("decision of a supervisor"), *desk);
    desk->goToWorklist();
    reportsOf(*desk);
    m_stage.tourOf(*desk, QStringLiteral("supervisor"));
    dialogs();
    anotherRound();
}

void SupervisorPages::department(Desk &desk)
{
    Q_EMIT desk.findChild<DeskBar *>()->placeWanted(true); // unseen, nothing of it would be looked at
    auto *workload = qobject_cast<WorkloadPage *>(desk.department()->current());
    Stage::waitFor([&] { return workload->isVisible() && workload->people()->rowCount() > 2; }, "the workload");
    for (int row = 0; row < workload->people()->rowCount(); ++row) { // whoever has a case
        workload->people()->setCurrentCell(row, 2);
        if (workload->people()->item(row, 2)->text() != QLatin1String("0"))
            QTest::keyClick(workload->people(), Qt::Key_Return);
    }
    Stage::waitFor([&] { return workload->cases()->rowCount() > 0; }, "the cases of a person");
    for (int row = 0; row < desk.department()->sections()->count(); ++row) {
        desk.department()->sections()->setCurrentRow(row);
        m_stage.look(QStringLiteral("department %1").arg(row), desk);
    }
}

/// With a pack beside it that would turn cases, and with a file that is none.
void SupervisorPages::policyOf(Desk &desk)
{
    desk.department()->goTo(PolicyPage::tr("Policy"));
    auto *page = qobject_cast<PolicyPage *>(desk.department()->current());
    page->compareWith(QStringLiteral(TEST_DATA "/policy/med140-loosened.json"));
    Stage::waitFor([page] { return page->versions()->rowCount() == 2; }, "the pack to compare");
    m_stage.look(QStringLiteral("policy, what changed"), desk);
    page->tabs()->setCurrentWidget(page->replay());
    page->replay()->startButton()->click();
    Stage::waitFor([page] { return page->replay()->replay(); }, "the replay");
    m_stage.look(QStringLiteral("policy, replayed"), desk);
    m_stage.show(QStringLiteral("problems of a pack"),
        std::make_unique<PackProblems>(QStringLiteral("pack.json"),
            QList<Error>{{QStringLiteral("missing_member"), PolicyPage::tr("What changed"), QStringLiteral("/title")}}));
    m_stage.show(QStringLiteral("the whole policy"), std::make_unique<PolicySheet>(m_stage.wizard.workshop->rulebook()));
}

/// Each report has a table of its own.
void SupervisorPages::reportsOf(Desk &desk)
{
    desk.showReports();
    auto *which = desk.reports()->findChild<QListWidget *>();
    Stage::waitFor([which] { return which->count() > 1; }, "the reports");
    for (int row = 0; row < which->count(); ++row) {
        which->setCurrentRow(row);
        m_stage.look(QStringLiteral("reports, ") + which->item(row)->text(), desk);
    }
    casesBehindANumber(desk);
}

void SupervisorPages::casesBehindANumber(Desk &desk)
{
    auto *which = desk.reports()->findChild<QListWidget *>();
    auto *numbers = desk.reports()->findChild<ReportTableView *>();
    auto *cases = desk.reports()->findChild<ReportCases *>();
    for (int report = 0; report < which->count() && !cases->isVisible(); ++report) {
        which->setCurrentRow(report);
        Stage::settle();
        for (int row = 0; row < numbers->model()->rowCount() && !cases->isVisible(); ++row) {
            numbers->setCurrentIndex(numbers->model()->index(row, 1));
            QTest::keyClick(numbers, Qt::Key_Return);
        }
    }
    Stage::waitFor([cases] { return cases->isVisible(); }, "the cases behind a number");
    m_stage.look(QStringLiteral("cases behind a number"), *desk.reports());
}

void SupervisorPages::dialogs()
{
    Workshop &workshop = *m_stage.wizard.workshop;
    const QStringList one{m_stage.wizard.stored.id};
    m_stage.show(QStringLiteral("settings of a supervisor"), std::make_unique<SettingsDialog>(workshop, m_stage.appearance, false));
    m_stage.show(QStringLiteral("accounts"), std::make_unique<AccountsDialog>(workshop));
    m_stage.show(QStringLiteral("add account"), std::make_unique<AddAccountDialog>(workshop, KeyCost::cheap()));
    m_stage.show(QStringLiteral("correct account"), std::make_unique<CorrectAccountDialog>(workshop, workshop.user()));
    m_stage.show(QStringLiteral("letterhead"), std::make_unique<LetterheadDialog>(workshop, m_stage.composer, m_stage.wizard.clock()));
    m_stage.show(QStringLiteral("letter run"),
        std::make_unique<LetterRunDialog>(workshop, m_stage.composer, m_stage.letterhead, m_stage.wizard.clock(), one));
    m_stage.show(QStringLiteral("assign"), std::make_unique<AssignDialog>(workshop, one));
    m_stage.show(QStringLiteral("draw a sample"), std::make_unique<DrawSampleDialog>(workshop, QDate(2026, 11, 25), 7U));
}

QStringList SupervisorPages::planOfAnotherRound()
{
    return {QStringLiteral("Gold Choice"), QStringLiteral("Another plan.")};
}

/// The case comes back with another plan; what that changed is compared.
void SupervisorPages::anotherRound()
{
    require(m_stage.wizard.act(Action::Reopen, planOfAnotherRound().last()).ok());
    m_stage.wizard.signIn("nora"); // who edits cases
    StoredCase reopened = m_stage.wizard.kept();
    reopened.reviewCase.member.plan = planOfAnotherRound().first();
    reopened.reviewCase.facts = StoreDesk::adverse().facts;
    auto saved = m_stage.wizard.workshop->run([reopened](Workspace &workspace) { return workspace.saveDraft(reopened); });
    saved.waitForFinished();
    require(saved.result().ok());
    m_stage.wizard.signIn("sam");
    m_stage.show(QStringLiteral("history, two rounds"), std::make_unique<HistorySheet>(*m_stage.wizard.workshop, m_stage.wizard.kept()));
    m_stage.show(QStringLiteral("rounds"), std::make_unique<RoundsSheet>(*m_stage.wizard.workshop, m_stage.wizard.stored.id));
}

} // namespace reviewdesk
