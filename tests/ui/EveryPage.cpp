#include "EveryPage.h"

#include "ui/Desk.h"
#include "ui/DeskBar.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/AddAccountDialog.h"
#include "ui/accounts/PassphraseDialog.h"
#include "ui/decision/DecisionPage.h"
#include "ui/documents/RecordDesk.h"
#include "ui/documents/RecordSheet.h"
#include "ui/help/HelpDialog.h"
#include "ui/help/HelpSheet.h"
#include "ui/history/HistorySheet.h"
#include "ui/history/RoundsSheet.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"
#include "ui/intake/MessageDialog.h"
#include "ui/letter/CorrectionDialog.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/policy/PackProblems.h"
#include "ui/policy/PolicyPage.h"
#include "ui/policy/PolicySheet.h"
#include "ui/policy/ReplayView.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/PolicyText.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/Steps.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/signin/FirstStartPage.h"
#include "ui/signin/RecoverPage.h"
#include "ui/signin/RecoveryKeyPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/supervisor/CaseTable.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/DrawSampleDialog.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/supervisor/reports/ReportCases.h"
#include "ui/supervisor/reports/ReportTableView.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/tour/Tour.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DueSheet.h"
#include "ui/worklist/AssignDialog.h"
#include "ui/worklist/ColumnsDialog.h"
#include "ui/worklist/WorklistPage.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>

namespace reviewdesk {

namespace {

constexpr int patience = 20'000; // milliseconds
const QSize smallest(1280, 800); ///< the window that all has room in

template <typename Seen> void waitFor(const Seen &seen, const char *what)
{
    if (!QTest::qWaitFor(seen, patience))
        qFatal("never came: %s", what);
}

} // namespace

EveryPage::EveryPage(Look look, int textPercent)
    : m_look(std::move(look)), m_wizard("nora", StoreDesk::approvable()),
      m_composer(LetterComposer::load(QStringLiteral(RESOURCES)).value()),
      m_letterhead(sampleLetterhead(QStringLiteral(RESOURCES)).value())
{
    m_appearance.setTextPercent(textPercent);
}

QString EveryPage::message()
{
    return QStringLiteral(TEST_DATA "/fhir/requests/contradictory-codes.json");
}

QStringList EveryPage::namesOfMerge()
{
    return {QStringLiteral("Ana Example-Nora"), QStringLiteral("Ana Example-Ned")};
}

void EveryPage::walk()
{
    entrance();
    nurse();
    physician();
    secondReview();
    supervisor();
    help();
}

void EveryPage::entrance()
{
    const Entrance entrance{m_wizard.directory(), StoreDesk::rulebook(), &m_wizard.clock(), KeyCost::cheap()};
    look(QStringLiteral("sign-in"), std::make_unique<SignInPage>(*m_wizard.workshop, entrance));
    look(QStringLiteral("first start"), std::make_unique<FirstStartPage>(*m_wizard.workshop, entrance));
    look(QStringLiteral("recovery key"),
        std::make_unique<RecoveryKeyPage>(
            QStringLiteral("2345-6789-2345-6789-2345-6789"), QStringLiteral("Example Health Plan"), QStringLiteral("sam")));
    look(QStringLiteral("recovery"), std::make_unique<RecoverPage>(*m_wizard.workshop, entrance));
}

void EveryPage::nurse()
{
    m_wizard.signIn("nora");
    afterAnUpgrade();
    const std::unique_ptr<Desk> desk = sit();
    m_look(QStringLiteral("worklist"), *desk);
    emptyWorklist(*desk);
    reviewOf(*desk);
    incoming(*desk);
    merging(*desk);
    letterOf(*desk, QStringLiteral("letter of a draft"));
    look(QStringLiteral("columns"), std::make_unique<ColumnsDialog>(QList<WorklistColumn>{WorklistColumn::Due}));
    IncomingRequests requests(*m_wizard.workshop, m_wizard.clock());
    look(QStringLiteral("settings"),
        std::make_unique<SettingsDialog>(*m_wizard.workshop, m_appearance, false, &requests));
    look(QStringLiteral("passphrase"),
        std::unique_ptr<QWidget>(PassphraseDialog::forOneself(*m_wizard.workshop, nullptr)));
    tourOf(*desk, QStringLiteral("nurse"));
    require(m_wizard.act(Action::Refer).ok());
}

void EveryPage::afterAnUpgrade()
{
    QSettings().setValue(QStringLiteral("learning/version"), QStringLiteral("0.0.1"));
    m_look(QStringLiteral("worklist after an upgrade"), *sit());
    QSettings().remove(QStringLiteral("learning/version"));
}

/// With its way out, which is another for each reason.
void EveryPage::emptyWorklist(Desk &desk)
{
    WorklistPage *worklist = desk.worklist();
    auto *search = worklist->findChild<QLineEdit *>();
    WorklistFilter filter;
    filter.due = WorklistFilter::Due::Overdue;
    const auto shown = [&](const char *name) {
        settle();
        m_look(QString::fromLatin1(name), desk);
    };
    worklist->showFiltered(WorklistView::All, filter);
    shown("worklist, filtered and empty");
    worklist->showFiltered(WorklistView::All, {});
    search->setText(QStringLiteral("RD-9999"));
    shown("worklist, nothing found");
    worklist->setView(WorklistView::LettersIssued);
    shown("worklist, nothing found in a view");
    search->clear();
    shown("worklist, an empty view");
    worklist->setView(WorklistView::All);
    settle();
}

LetterPage *EveryPage::letterOf(Desk &desk, const QString &name)
{
    desk.openLetter(m_wizard.stored.id);
    waitFor([&] { return qobject_cast<LetterPage *>(desk.casePage()); }, "the letter");
    settle();
    m_look(name, desk);
    return qobject_cast<LetterPage *>(desk.casePage());
}

ReviewPage *EveryPage::openReview(Desk &desk, const QString &caseId)
{
    desk.openCase(caseId);
    waitFor([&] { return desk.caseId() == caseId && qobject_cast<ReviewPage *>(desk.casePage()); }, "the review");
    return qobject_cast<ReviewPage *>(desk.casePage());
}

void EveryPage::reviewOf(Desk &desk)
{
    ReviewPage *review = openReview(desk, m_wizard.stored.id);
    QStringList steps{requestStep, documentsStep, recommendationStep};
    for (const WizardSection &section : m_wizard.policy().sections)
        steps.append(section.id);
    for (const QString &step : std::as_const(steps)) {
        review->goTo(step);
        settle();
        m_look(QStringLiteral("review, ") + step, desk);
    }
    review->showRecord(true);
    settle();
    m_look(QStringLiteral("record"), desk);
    review->showRecord(false);
    overTheReview(*review);
}

void EveryPage::overTheReview(ReviewPage &review)
{
    const auto opened = [this](const QString &name, QDialog &dialog) {
        settle();
        m_look(name, dialog);
        dialog.reject();
        settle();
    };
    opened(QStringLiteral("remarks"), *review.openNotes());
    opened(QStringLiteral("history"), *review.openHistory());
    opened(QStringLiteral("rules of time"), *review.findChild<CaseHeader *>()->openDueSheet());
    review.policyText()->showWhole();
    opened(QStringLiteral("policy text"), *review.policyText());
    AttachDialog *attach = review.recordDesk().attach({{QStringLiteral("scan.png"), QByteArray("no picture")}});
    waitFor([attach] { return attach->isLookedThrough(); }, "what is to be attached");
    opened(QStringLiteral("attach"), *attach);
    look(QStringLiteral("record in a window of its own"), std::make_unique<RecordSheet>(review.session()));
}

void EveryPage::incoming(Desk &desk)
{
    IntakePage *intake = desk.showIncoming();
    settle();
    m_look(QStringLiteral("incoming requests, none"), desk);
    intake->open({message()});
    waitFor([intake] { return intake->draftButton()->isVisible() && intake->draftButton()->isEnabled(); }, "a request");
    settle();
    m_look(QStringLiteral("incoming requests"), desk);
    intake->draftButton()->click();
    waitFor([&desk] { return qobject_cast<ReviewPage *>(desk.casePage()); }, "a draft of a request");
    auto *review = qobject_cast<ReviewPage *>(desk.casePage());
    review->goTo(requestStep);
    waitFor([review] { return review->session().sent().arrival(); }, "what was sent");
    settle();
    m_look(QStringLiteral("review, as it was sent"), desk);
    auto *message = new MessageDialog(*review->session().sent().arrival(), m_wizard.policy(), review);
    message->open();
    settle();
    m_look(QStringLiteral("what was sent"), *message);
    message->close();
}

/// Somebody else changes what is being changed here.
void EveryPage::merging(Desk &desk)
{
    ReviewPage *review = openReview(desk, m_wizard.stored.id);
    review->flush();
    const std::unique_ptr<Workshop> seat = m_wizard.seatOf("ned");
    auto saved = seat->run([id = m_wizard.stored.id](Workspace &workspace) -> Result<StoredCase> {
        Result<StoredCase> stored = workspace.loadCase(id);
        if (!stored)
            return stored;
        stored->reviewCase.member.name = namesOfMerge().last();
        return workspace.saveDraft(*stored);
    });
    saved.waitForFinished();
    require(saved.result().ok());
    Member member = review->session().content().member;
    member.name = namesOfMerge().first();
    review->session().setMember(member);
    waitFor([review] { return review->session().keptMeanwhile() != nullptr; }, "what is kept");
    settle();
    m_look(QStringLiteral("review, changed meanwhile"), desk);
    review->offerMerge();
    auto *dialog = review->window()->findChild<MergeDialog *>();
    settle();
    m_look(QStringLiteral("merge"), *dialog);
    dialog->saveButton()->click();
    waitFor([review] { return !review->hasUnsaved(); }, "the merged case");
}

void EveryPage::physician()
{
    m_wizard.signIn("phil");
    const std::unique_ptr<Desk> desk = sit();
    desk->openCase(m_wizard.stored.id);
    waitFor([&] { return desk->casePage(); }, "the decision");
    settle();
    m_look(QStringLiteral("decision"), *desk);
    look(QStringLiteral("rounds"), std::make_unique<RoundsSheet>(*m_wizard.workshop, m_wizard.stored.id));
    letterOf(*desk, QStringLiteral("letter of a referred case"));
    require(m_wizard.act(Action::Approve).ok());
    issuing(*desk);
    look(QStringLiteral("correction"), std::make_unique<CorrectionDialog>());
    tourOf(*desk, QStringLiteral("physician"));
}

void EveryPage::secondReview()
{
    m_wizard.signIn("sam");
    const auto done = [this](auto job) {
        auto answer = m_wizard.workshop->run(std::move(job));
        answer.waitForFinished();
        return answer.result();
    };
    const QDate today = m_wizard.clock().now().date();
    const Result<QString> sample = done([today](Workspace &workspace) -> Result<QString> {
        SampleWish wish;
        wish.from = today.addDays(-7);
        wish.until = today.addDays(1);
        const QList<UserAccount> users = workspace.users().value();
        for (const UserAccount &user : users) {
            if (user.loginName == QLatin1String("ned"))
                wish.reviewerId = user.id;
        }
        const Result<QualitySample> drawn = workspace.drawSample(wish);
        return drawn ? Result<QString>(drawn->id) : drawn.error();
    });
    require(sample.ok());
    m_wizard.signIn("ned");
    const std::unique_ptr<Desk> desk = sit();
    desk->openSecondReview(*sample, 1);
    waitFor([&] { return desk->casePage() && desk->casePage()->isVisible(); }, "the second review");
    qobject_cast<ReviewPage *>(desk->casePage())->goTo(recommendationStep);
    settle();
    m_look(QStringLiteral("second review"), *desk);
    desk->goToWorklist();
    waitFor([&] { return !desk->secondReview(); }, "the worklist");
    const Result<void> finished = done([id = *sample](Workspace &workspace) -> Result<void> {
        Result<StoredCase> draft = workspace.secondReview(id, 1);
        if (!draft)
            return draft.error();
        draft->reviewCase.facts = StoreDesk::adverse().facts; // which the first reviewer saw otherwise
        draft = workspace.saveSecondReview(id, 1, *draft);
        return draft ? workspace.finishSecondReview(id, 1, draft->rowVersion) : draft.error();
    });
    if (!finished)
        qFatal("%s", why(finished).constData());
}

void EveryPage::issuing(Desk &desk)
{
    desk.goToWorklist();
    LetterPage *letter = letterOf(desk, QStringLiteral("letter"));
    const QList<QPushButton *> buttons = letter->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == LetterPage::tr("&Issue letter"))
            button->click();
    }
    waitFor([letter] { return letter->isIssued(); }, "the issued letter");
    settle();
    m_look(QStringLiteral("letter, issued"), desk);
    letter->beginCorrection(QStringLiteral("Wrong phone number."));
    settle();
    m_look(QStringLiteral("letter, a correction"), desk);
}

void EveryPage::supervisor()
{
    m_wizard.signIn("sam");
    afterAnUpgrade();
    const std::unique_ptr<Desk> desk = sit();
    m_look(QStringLiteral("worklist of a supervisor"), *desk);
    Q_EMIT desk->findChild<DeskBar *>()->placeWanted(true); // unseen, nothing of it would be looked at
    auto *workload = qobject_cast<WorkloadPage *>(desk->department()->current());
    waitFor([&] { return workload->isVisible() && workload->people()->rowCount() > 2; }, "the workload");
    for (int row = 0; row < workload->people()->rowCount(); ++row) { // whoever has a case
        workload->people()->setCurrentCell(row, 2);
        if (workload->people()->item(row, 2)->text() != QLatin1String("0"))
            QTest::keyClick(workload->people(), Qt::Key_Return);
    }
    waitFor([&] { return workload->cases()->rowCount() > 0; }, "the cases of a person");
    for (int row = 0; row < desk->department()->sections()->count(); ++row) {
        desk->department()->sections()->setCurrentRow(row);
        settle();
        m_look(QStringLiteral("department %1").arg(row), *desk);
    }
    policyOf(*desk);
    desk->openCase(m_wizard.stored.id);
    waitFor([&] { return qobject_cast<DecisionPage *>(desk->casePage()); }, "the case of a supervisor");
    settle();
    m_look(QStringLiteral("decision of a supervisor"), *desk);
    desk->goToWorklist();
    reportsOf(*desk);
    tourOf(*desk, QStringLiteral("supervisor"));
    Workshop &workshop = *m_wizard.workshop;
    const QStringList one{m_wizard.stored.id};
    look(QStringLiteral("settings of a supervisor"), std::make_unique<SettingsDialog>(workshop, m_appearance, false));
    look(QStringLiteral("accounts"), std::make_unique<AccountsDialog>(workshop));
    look(QStringLiteral("add account"), std::make_unique<AddAccountDialog>(workshop, KeyCost::cheap()));
    look(QStringLiteral("letterhead"), std::make_unique<LetterheadDialog>(workshop, m_composer, m_wizard.clock()));
    look(QStringLiteral("letter run"),
        std::make_unique<LetterRunDialog>(workshop, m_composer, m_letterhead, m_wizard.clock(), one));
    look(QStringLiteral("assign"), std::make_unique<AssignDialog>(workshop, one));
    look(QStringLiteral("draw a sample"), std::make_unique<DrawSampleDialog>(workshop, QDate(2026, 11, 25), 7U));
}

/// With a pack beside it that would turn cases, and with a file that is none.
void EveryPage::policyOf(Desk &desk)
{
    desk.department()->goTo(PolicyPage::tr("Policy"));
    auto *page = qobject_cast<PolicyPage *>(desk.department()->current());
    page->compareWith(QStringLiteral(TEST_DATA "/policy/med140-loosened.json"));
    waitFor([page] { return page->versions()->rowCount() == 2; }, "the pack to compare");
    settle();
    m_look(QStringLiteral("policy, what changed"), desk);
    page->tabs()->setCurrentWidget(page->replay());
    page->replay()->startButton()->click();
    waitFor([page] { return page->replay()->replay(); }, "the replay");
    settle();
    m_look(QStringLiteral("policy, replayed"), desk);
    look(QStringLiteral("problems of a pack"),
        std::make_unique<PackProblems>(QStringLiteral("pack.json"),
            QList<Error>{{QStringLiteral("missing_member"), PolicyPage::tr("What changed"), QStringLiteral("/title")}}));
    look(QStringLiteral("the whole policy"), std::make_unique<PolicySheet>(m_wizard.workshop->rulebook()));
}

/// Each report has a table of its own.
void EveryPage::reportsOf(Desk &desk)
{
    desk.showReports();
    auto *which = desk.reports()->findChild<QListWidget *>();
    waitFor([which] { return which->count() > 1; }, "the reports");
    for (int row = 0; row < which->count(); ++row) {
        which->setCurrentRow(row);
        settle();
        m_look(QStringLiteral("reports, ") + which->item(row)->text(), desk);
    }
    casesBehindANumber(desk);
}

void EveryPage::casesBehindANumber(Desk &desk)
{
    auto *which = desk.reports()->findChild<QListWidget *>();
    auto *numbers = desk.reports()->findChild<ReportTableView *>();
    auto *cases = desk.reports()->findChild<ReportCases *>();
    for (int report = 0; report < which->count() && !cases->isVisible(); ++report) {
        which->setCurrentRow(report);
        settle();
        for (int row = 0; row < numbers->model()->rowCount() && !cases->isVisible(); ++row) {
            numbers->setCurrentIndex(numbers->model()->index(row, 1));
            QTest::keyClick(numbers, Qt::Key_Return);
        }
    }
    waitFor([cases] { return cases->isVisible(); }, "the cases behind a number");
    settle();
    m_look(QStringLiteral("cases behind a number"), *desk.reports());
}

void EveryPage::tourOf(Desk &desk, const QString &whose)
{
    desk.activateWindow(); // its keys go to what has the focus
    require(QTest::qWaitForWindowActive(&desk));
    Tour tour(&desk);
    bool gathered = false;
    desk.gatherTour([&](const QList<TourStop> &stops) {
        tour.start(stops);
        gathered = true;
    });
    waitFor([&] { return gathered; }, "the tour");
    for (int seen = -1; tour.isRunning();) { // what has no such case here is passed over
        waitFor([&] { return !tour.isRunning() || (tour.current() > seen && !tour.lit().isEmpty()); }, "a stop of the tour");
        if (!tour.isRunning())
            break;
        seen = tour.current();
        settle();
        m_look(QStringLiteral("tour of a %1, %2").arg(whose).arg(seen + 1), tour); // nothing under it can be operated
        QTest::keyClick(tour.focusWidget(), Qt::Key_Return);
    }
}

void EveryPage::help()
{
    QWidget window;
    QWidget covered(&window);
    HelpSheet sheet(&covered, &window);
    window.resize(smallest);
    window.show();
    sheet.open(QStringLiteral("review"));
    settle();
    m_look(QStringLiteral("help"), window);
    QDialog dialog(&window);
    dialog.open();
    HelpDialog::openOver(dialog, QStringLiteral("worklist"));
    settle();
    auto *help = dialog.findChild<HelpDialog *>();
    m_look(QStringLiteral("help over a dialog"), *help);
}

std::unique_ptr<Desk> EveryPage::sit()
{
    auto desk = std::make_unique<Desk>(
        *m_wizard.workshop, m_composer, m_letterhead, QList<UserAccount>(), m_appearance, m_wizard.clock());
    desk->resize(smallest);
    desk->setVisible(true);
    settle();
    return desk;
}

void EveryPage::look(const QString &name, std::unique_ptr<QWidget> page)
{
    if (!qobject_cast<QDialog *>(page.get())) // a dialog knows its own size
        page->resize(smallest);
    page->show();
    settle();
    m_look(name, *page);
}

/// Answers of the workspace's thread come in.
void EveryPage::settle()
{
    QTest::qWait(150);
}

} // namespace reviewdesk
