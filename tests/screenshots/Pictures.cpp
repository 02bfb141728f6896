#include "Pictures.h"

#include "SampleDocuments.h"

#include "documents/Attachment.h"
#include "ui/DeskBar.h"
#include "ui/decision/DecisionPage.h"
#include "ui/documents/PageView.h"
#include "ui/documents/RecordDesk.h"
#include "ui/help/HelpSheet.h"
#include "ui/intake/IntakePage.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/letter/LetterheadPage.h"
#include "ui/policy/PolicyPage.h"
#include "ui/policy/ReplayView.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/QualityPage.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/tour/Tour.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DueSheet.h"
#include "ui/worklist/WorklistPage.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

namespace reviewdesk {

void Pictures::take()
{
    entrance();
    nurse();
    physician();
    supervisor();
    departmentAndIncoming();
}

void Pictures::entrance()
{
    Start empty = m_start;
    empty.entrance.directory += QStringLiteral("-not-made");
    Visit first(empty, m_clock, {});
    m_camera.take(first.window(), QStringLiteral("first-start"));
    Visit again(m_start, m_clock, {});
    m_camera.take(again.window(), QStringLiteral("sign-in"));
}

void Pictures::nurse()
{
    Visit visit(m_start, m_clock, QStringLiteral("kim.example"));
    visit.desk().worklist()->setView(WorklistView::All);
    m_camera.take(visit.window(), QStringLiteral("worklist"));
    visit.window().showHelp();
    m_camera.take(visit.window(), QStringLiteral("help"));
    visit.window().help()->dismiss();
    visit.window().help()->open(QStringLiteral("whats-new"));
    m_camera.take(visit.window(), QStringLiteral("whats-new"));
    visit.window().help()->dismiss();
    tour(visit);
    visit.open(m_scene.draft);
    m_camera.take(visit.window(), QStringLiteral("review"));
    for (const char *step : {"request", "procedure", "tumor", "prior_therapy", "documents"}) {
        visit.review().goTo(QString::fromLatin1(step));
        m_camera.take(visit.window(), QStringLiteral("review-%1").arg(QString::fromLatin1(step).replace(u'_', u'-')));
    }
    record(visit);
    visit.open(m_scene.complete);
    visit.review().goTo(QStringLiteral("recommendation"));
    m_camera.take(visit.window(), QStringLiteral("recommendation"));
    const auto takeLetter = [&](const QString &name) {
        waitFor([&] { return visit.desk().casePage()->inherits("reviewdesk::LetterPage"); }, "letter");
        QTest::qWait(2'500);
        m_camera.take(visit.window(), name);
    };
    visit.open(m_scene.approved);
    pressIn(visit.window(), DecisionPage::tr("Open &letter"));
    takeLetter(QStringLiteral("letter"));
    twoPeople(visit);
    visit.open(m_scene.draft);
    Q_EMIT visit.review().letterWanted(m_scene.draft);
    takeLetter(QStringLiteral("letter-not-yet"));
    visit.window().lock();
    m_camera.take(visit.window(), QStringLiteral("locked"));
}

/// The first and a later stop of the tour that the practice caseload opens with.
void Pictures::tour(Visit &visit)
{
    visit.window().startTour();
    const Tour &tour = *visit.window().tour();
    waitFor([&tour] { return !tour.lit().isEmpty(); }, "the tour");
    m_camera.take(visit.window(), QStringLiteral("tour"));
    for (int stop = 1; stop < 4; ++stop) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitFor([&tour, stop] { return tour.current() == stop && !tour.lit().isEmpty(); }, "a stop of the tour");
    }
    m_camera.take(visit.window(), QStringLiteral("tour-policy"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    waitFor([&visit] { return !visit.desk().casePage(); }, "the worklist");
}

/// A surgical consult of two pages and a scanned one, attached to the case that is open.
void Pictures::record(Visit &visit)
{
    ReviewPage &review = visit.review();
    const auto attach = [&review](const QByteArray &bytes, const char *type, const QString &title) {
        NewDocument document = must(examineDocument(bytes, title));
        document.type = QString::fromLatin1(type);
        document.title = title;
        document.receivedOn = review.session().today();
        const qsizetype before = review.recordDesk().record().documents().size();
        review.recordDesk().record().attach(document);
        waitFor([&] { return review.recordDesk().record().documents().size() > before; }, "attaching");
    };
    attach(samplePdf({QStringLiteral("General Hospital, Hepatobiliary Surgery\n\nSURGICAL CONSULT, 2 November 2026\n\nHistory. "
                                     "Colon adenocarcinoma, resected in 2024; liver metastases since May.\n\nFindings. Bilobar, "
                                     "diffuse disease on CT; increased in size since July. No extrahepatic disease is seen.\n\n"
                                     "Assessment. The disease is unresectable; she is not a surgical candidate. "
                                     "Tumor board agrees."),
               QStringLiteral("Plan. Yttrium-90 radioembolization, right lobe first. Progression on FOLFOX in August.")}),
        "unresectability", QStringLiteral("Surgical consult"));
    review.goTo(QStringLiteral("documents"));
    m_camera.take(visit.window(), QStringLiteral("review-documents-attached"));
    review.goToQuestion(review.session().policy().factIndex(u"unresectable"));
    waitFor([&] { return !review.recordDesk().texts().passagesOf(review.session().policy().factIndex(u"unresectable")).isEmpty(); },
        "passages");
    m_camera.take(visit.window(), QStringLiteral("review-passages"));
    review.showRecord(true);
    waitFor([&] { return review.recordPane()->pages()->isDrawn(1); }, "a page");
    review.recordPane()->openPassage(
        review.recordDesk().texts().passagesOf(review.session().policy().factIndex(u"unresectable")).first());
    waitFor([&] { return review.recordPane()->pages()->selected().page > 0; }, "a passage");
    m_camera.take(visit.window(), QStringLiteral("review-record"));
    review.showRecord(false);
}

/// Another nurse opens the case, and saves in it what is being changed here.
void Pictures::twoPeople(Visit &visit)
{
    const std::unique_ptr<Workspace> other =
        must(Workspace::open(m_scene.directory, QStringLiteral("alex.example"), Scene::passphrase, *m_start.entrance.rulebook, m_clock));
    must(other->signInAs(QStringLiteral("robin.sample"), Scene::passphrase));
    must(other->enterCase(m_scene.draft));
    visit.open(m_scene.draft);
    ReviewSession &session = visit.review().session();
    session.flush();
    m_camera.take(visit.window(), QStringLiteral("review-two-people"));
    StoredCase theirs = must(other->loadCase(m_scene.draft));
    theirs.reviewCase.facts.insert(QStringLiteral("progressive"), {QStringLiteral("false")});
    theirs.reviewCase.member.plan = QStringLiteral("Larkspur Gold PPO");
    theirs.reviewCase.nurseNote = QStringLiteral("The outside CT of 2 November was read as stable; see page 3.");
    must(other->saveDraft(theirs));
    session.setAnswer(session.policy().factIndex(QStringLiteral("progressive")), 0);
    session.setNurseNote(QStringLiteral("Growth of segment VI from 3.1 to 4.4 cm between the two scans."));
    waitFor([&] { return session.keptMeanwhile() != nullptr; }, "what is kept");
    m_camera.take(visit.window(), QStringLiteral("review-changed-meanwhile"));
    visit.review().offerMerge();
    auto *dialog = visit.window().findChild<MergeDialog *>();
    m_camera.take(*dialog, QStringLiteral("review-merge"));
    dialog->saveButton()->click();
    waitFor([&] { return !session.hasUnsaved(); }, "the merged case");
}

void Pictures::physician()
{
    Visit visit(m_start, m_clock, QStringLiteral("sam.example"));
    visit.open(m_scene.referred);
    m_camera.take(visit.window(), QStringLiteral("decision"));
    sheets(visit);
}

/// What opens over a case: the rules of time, and what was said.
void Pictures::sheets(Visit &visit)
{
    auto *page = qobject_cast<DecisionPage *>(visit.desk().casePage());
    DueSheet *due = page->findChild<CaseHeader *>()->openDueSheet();
    m_camera.take(*due, QStringLiteral("due-rules"));
    due->reject();
    NotesSheet *notes = page->openNotes();
    m_camera.take(*notes, QStringLiteral("remarks"));
    notes->reject();
}

void Pictures::supervisor()
{
    Visit visit(m_start, m_clock, QStringLiteral("alex.example"));
    WorklistFilter filter;
    filter.expedited = true;
    filter.statuses = {Status::Draft, Status::Referred};
    visit.desk().worklist()->showFiltered(WorklistView::All, filter);
    m_camera.take(visit.window(), QStringLiteral("worklist-filtered"));
    visit.open(m_scene.approved);
    m_camera.take(visit.window(), QStringLiteral("case-history"));
    visit.desk().showReports();
    auto *reports = visit.desk().reports();
    QSignalSpy loaded(reports, &ReportsPage::loaded);
    waitFor([&] { return loaded.count() > 0; }, "reports");
    m_camera.take(visit.window(), QStringLiteral("reports"));
    reports->findChild<QListWidget *>()->setCurrentRow(4);
    m_camera.take(visit.window(), QStringLiteral("reports-criteria"));
    letters(visit);
}

/// A member's letter in Spanish, the release of many letters, and the letterhead.
void Pictures::letters(Visit &visit)
{
    Desk &desk = visit.desk();
    desk.openLetter(m_scene.spanish);
    waitFor([&] { return qobject_cast<LetterPage *>(desk.casePage()) != nullptr; }, "letter");
    QTest::qWait(2'500);
    m_camera.take(visit.window(), QStringLiteral("letter-spanish"));
    desk.releaseLetters(m_scene.toRelease);
    auto *release = desk.findChild<LetterRunDialog *>();
    waitFor([&] { return !release->run().isBusy(); }, "letters to release");
    m_camera.take(*release, QStringLiteral("letters-release"));
    release->close();
    desk.editLetterhead();
    auto *letterhead = desk.findChild<LetterheadDialog *>();
    QTest::qWait(2'500);
    m_camera.take(*letterhead, QStringLiteral("letterhead-not-set"));
    pressIn(*letterhead, LetterheadPage::tr("Fill in from the sa&mple plan"));
    QTest::qWait(2'500);
    m_camera.take(*letterhead, QStringLiteral("letterhead"));
    delete letterhead;
}

void Pictures::departmentAndIncoming()
{
    Visit visit(m_start, m_clock, QStringLiteral("alex.model"));
    department(visit);
    incoming(visit);
}

void Pictures::department(Visit &visit)
{
    visit.desk().findChild<DeskBar *>()->departmentButton()->click();
    DepartmentPage *department = visit.desk().department();
    QTest::qWait(800);
    auto *workload = qobject_cast<WorkloadPage *>(department->current());
    workload->people()->setCurrentCell(0, 2);
    QTest::keyClick(workload->people(), Qt::Key_Return);
    m_camera.take(visit.window(), QStringLiteral("department-workload"));
    for (const auto &[row, name] : {std::pair(1, "letters"), std::pair(2, "quality")}) {
        department->sections()->setCurrentRow(row);
        QTest::qWait(800);
        if (auto *quality = qobject_cast<QualityPage *>(department->current());
            quality && quality->samples()->rowCount() > 1) {
            quality->samples()->setCurrentCell(1, 0);
            QTest::qWait(800);
            quality->tabs()->setCurrentIndex(1);
            m_camera.take(visit.window(), QStringLiteral("department-agreement"));
            quality->tabs()->setCurrentIndex(2);
        }
        m_camera.take(visit.window(), QStringLiteral("department-%1").arg(QLatin1String(name)));
    }
    policy(*department, visit);
    visit.desk().openSettings();
    QTest::qWait(800);
    SettingsDialog *settings = visit.desk().settings();
    m_camera.take(*settings, QStringLiteral("department-settings"));
    settings->search()->setText(QStringLiteral("read"));
    m_camera.take(*settings, QStringLiteral("settings-found"));
    settings->reject();
}

/// With a pack beside it that has one criterion loosened.
void Pictures::policy(DepartmentPage &department, Visit &visit)
{
    department.goTo(PolicyPage::tr("Policy"));
    auto *page = qobject_cast<PolicyPage *>(department.current());
    waitFor([page] { return page->versions()->rowCount() > 0; }, "the versions");
    m_camera.take(visit.window(), QStringLiteral("policy"));
    page->compareWith(QStringLiteral(TEST_DATA "/policy/med140-loosened.json"));
    waitFor([page] { return page->versions()->rowCount() > 1; }, "the pack to compare");
    m_camera.take(visit.window(), QStringLiteral("policy-changed"));
    page->tabs()->setCurrentWidget(page->replay());
    page->replay()->startButton()->click();
    waitFor([page] { return page->replay()->replay(); }, "the replay");
    m_camera.take(visit.window(), QStringLiteral("policy-replay"));
}

/// Requests that came: one that contradicts itself.
void Pictures::incoming(Visit &visit)
{
    IntakePage *page = visit.desk().showIncoming();
    page->open({QStringLiteral(TEST_DATA "/fhir/requests/contradictory-codes.json"),
        QStringLiteral(TEST_DATA "/fhir/requests/crc.json")});
    waitFor([page] { return page->draftButton()->isVisible(); }, "the request");
    m_camera.take(visit.window(), QStringLiteral("incoming"));
}

} // namespace reviewdesk
