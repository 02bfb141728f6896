// Opens every screen of the program on a small invented workspace, at a fixed instant, and keeps a picture of each.
#include "SampleDocuments.h"

#include "cases/CaseFile.h"
#include "cases/Rulebook.h"
#include "documents/Attachment.h"
#include "letter/LetterComposer.h"
#include "store/Workspace.h"
#include "support/Clock.h"
#include "tests/ui/DeskOf.h"
#include "ui/decision/DecisionPage.h"
#include "ui/documents/PageView.h"
#include "ui/documents/RecordDesk.h"
#include "ui/help/HelpSheet.h"
#include "ui/intake/IntakePage.h"
#include "ui/review/MergeDialog.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/policy/PolicyPage.h"
#include "ui/policy/ReplayView.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/ReviewPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/QualityPage.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/tour/Tour.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DueSheet.h"
#include "ui/worklist/WorklistPage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCursor>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <cstdio>

using namespace reviewdesk;

namespace {

const QByteArray passphrase = "correct horse battery staple";
constexpr int invented = 240;

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().message));
    return std::move(result).value();
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().message));
}

ReviewCase caseFrom(const QString &name, const Rulebook &rulebook)
{
    QFile file(QStringLiteral(TEST_DATA "/cases/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const CaseReading reading = readCase(file.readAll(), rulebook.policy, rulebook.caseSchema);
    if (!reading.ok())
        qFatal("%s: %s", qPrintable(name), qPrintable(reading.problems.first().message));
    ReviewCase content = reading.reviewCase;
    content.number.clear();
    content.determination = {};
    return content;
}

/// The workspace of the pictures and the cases that they show.
struct Scene {
    QString directory;
    QString draft; ///< one answer left
    QString complete; ///< ready to approve
    QString referred;
    QString approved;
    QString spanish; ///< approved, of a member who reads Spanish
    QStringList toRelease; ///< decided, their letters not issued
};

StoredCase keep(Workspace &workspace, ReviewCase content, const QString &page)
{
    StoredCase stored = must(workspace.createCase(content));
    content.number = stored.reviewCase.number;
    stored.reviewCase = content;
    stored.page = page;
    return must(workspace.saveDraft(stored));
}

Scene makeScene(const QString &directory, const std::shared_ptr<const Rulebook> &rulebook, const Clock &clock)
{
    NewUser supervisor;
    supervisor.loginName = QStringLiteral("alex.example");
    supervisor.name = QStringLiteral("Alex Example");
    supervisor.role = Role::Supervisor;
    supervisor.passphrase = passphrase;
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Larkspur Health Plan");
    settings.timeZone = rulebook->zone.id();
    Workspace::Created created =
        must(Workspace::create(directory, supervisor, settings, rulebook, clock, KeyCost::cheap()));
    Workspace &workspace = *created.workspace;
    must(workspace.addSamples(invented, 7, passphrase, KeyCost::cheap()));
    must(workspace.signInAs(QStringLiteral("kim.example"), passphrase));

    Scene scene;
    scene.directory = directory;
    ReviewCase content = caseFrom(QStringLiteral("approval-colorectal"), *rulebook);
    content.request.receivedAt = clock.now().addDays(-2);
    scene.complete = keep(workspace, content, QStringLiteral("recommendation")).id;
    scene.approved = keep(workspace, content, QStringLiteral("recommendation")).id;
    content.facts.remove(QStringLiteral("progressive"));
    content.evidence.remove(QStringLiteral("progressive"));
    scene.draft = keep(workspace, content, QStringLiteral("liver_disease")).id;
    content = caseFrom(QStringLiteral("denial-colorectal-not-progressive"), *rulebook);
    content.request.receivedAt = clock.now().addDays(-6);
    content.nurseNote = QStringLiteral("CT reads stable. The oncologist's letter says “growing”, no imaging attached.");
    const StoredCase referred = keep(workspace, content, QStringLiteral("recommendation"));
    scene.referred = must(workspace.act(referred, Action::Refer)).id;
    StoredCase approved = must(workspace.loadCase(scene.approved));
    approved.reviewCase.determination.plainReason = QStringLiteral(
        "Your colon cancer has spread in the liver and keeps growing. Our policy covers this treatment.");
    approved.reviewCase.determination.rationale =
        QStringLiteral("Unresectable, liver-dominant, diffuse and progressive colorectal metastases after two lines.");
    approved = must(workspace.saveDraft(approved));
    must(workspace.act(approved, Action::Approve));
    ReviewCase spanish = caseFrom(QStringLiteral("approval-colorectal"), *rulebook);
    spanish.request.receivedAt = clock.now().addDays(-1);
    spanish.member.name = QStringLiteral("María Ejemplo");
    spanish.member.language = QStringLiteral("es");
    spanish.determination.plainReason = approved.reviewCase.determination.plainReason;
    scene.spanish = must(workspace.act(keep(workspace, spanish, QStringLiteral("recommendation")), Action::Approve)).id;
    WorklistQuery decided;
    decided.view = WorklistView::LettersToPrint;
    decided.limit = 9;
    const QList<WorklistRow> rows = must(workspace.worklist(decided));
    for (const WorklistRow &row : rows)
        scene.toRelease.append(row.caseId);
    return scene;
}

/// Lets the window do what it has to until `seen`.
void waitFor(const std::function<bool()> &seen, const char *what)
{
    if (!QTest::qWaitFor(seen, 20'000))
        qFatal("never came: %s", what);
    QTest::qWait(350);
}

class Camera {
public:
    Camera(QString folder, QString size) : m_folder(std::move(folder)), m_size(std::move(size)) { }
    void take(QWidget &window, const QString &name) const
    {
        QTest::qWait(500);
        const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_size);
        if (!window.grab().save(file, "PNG", 0))
            qFatal("%s cannot be written", qPrintable(file));
        std::printf("%s\n", qPrintable(file));
        std::fflush(stdout);
    }

private:
    QString m_folder;
    QString m_size;
};

/// One person's window on the workspace, signed in.
class Visit {
public:
    Visit(Start start, const Clock &clock, const QString &loginName) : m_window(std::move(start), clock)
    {
        m_window.resize(1280, 800);
        m_window.show();
        waitFor([this] { return m_window.isVisible(); }, "window");
        if (!loginName.isEmpty())
            signIn(loginName);
    }

    MainWindow &window() { return m_window; }
    void open(const QString &caseId)
    {
        deskOf(m_window)->openCase(caseId);
        waitFor([&] { return deskOf(m_window)->casePage() && deskOf(m_window)->caseId() == caseId; }, "case");
    }
    ReviewPage &review() { return *qobject_cast<ReviewPage *>(deskOf(m_window)->casePage()); }
    void press(const QString &text)
    {
        for (QAbstractButton *button : m_window.findChildren<QAbstractButton *>()) {
            QString name = button->text();
            if (button->isVisible() && name.remove(QLatin1Char('&')) == text) {
                button->click();
                return;
            }
        }
        qFatal("no button %s", qPrintable(text));
    }

private:
    void signIn(const QString &loginName)
    {
        for (QComboBox *accounts : m_window.findChildren<QComboBox *>())
            accounts->setCurrentText(loginName);
        for (QLineEdit *field : m_window.findChildren<QLineEdit *>()) {
            if (field->echoMode() == QLineEdit::Password)
                QTest::keyClicks(field, QString::fromUtf8(passphrase) + QLatin1Char('\r'));
        }
        waitFor([this] { return deskOf(m_window) != nullptr; }, "desk");
    }

    MainWindow m_window;
};

/// Another nurse opens the case, and saves in it what is being changed here.
void takeTwoPeople(const Camera &camera, Visit &visit, const Scene &scene,
    const std::shared_ptr<const Rulebook> &rulebook, const Clock &clock)
{
    const std::unique_ptr<Workspace> other =
        must(Workspace::open(scene.directory, QStringLiteral("alex.example"), passphrase, rulebook, clock));
    must(other->signInAs(QStringLiteral("robin.sample"), passphrase));
    must(other->enterCase(scene.draft));
    visit.open(scene.draft);
    ReviewSession &session = visit.review().session();
    session.flush();
    camera.take(visit.window(), QStringLiteral("review-two-people"));
    StoredCase theirs = must(other->loadCase(scene.draft));
    theirs.reviewCase.facts.insert(QStringLiteral("progressive"), {QStringLiteral("false")});
    theirs.reviewCase.member.plan = QStringLiteral("Larkspur Gold PPO");
    theirs.reviewCase.nurseNote = QStringLiteral("The outside CT of 2 November was read as stable; see page 3.");
    must(other->saveDraft(theirs));
    session.setAnswer(session.policy().factIndex(QStringLiteral("progressive")), 0);
    session.setNurseNote(QStringLiteral("Growth of segment VI from 3.1 to 4.4 cm between the two scans."));
    waitFor([&] { return session.keptMeanwhile() != nullptr; }, "what is kept");
    camera.take(visit.window(), QStringLiteral("review-changed-meanwhile"));
    visit.review().offerMerge();
    auto *dialog = visit.window().findChild<MergeDialog *>();
    camera.take(*dialog, QStringLiteral("review-merge"));
    dialog->saveButton()->click();
    waitFor([&] { return !session.hasUnsaved(); }, "the merged case");
}

/// A member's letter in Spanish, the release of many letters, and the letterhead.
void takeLetters(const Camera &camera, Visit &visit, const Scene &scene)
{
    Desk &desk = *deskOf(visit.window());
    desk.openLetter(scene.spanish);
    waitFor([&] { return qobject_cast<LetterPage *>(desk.casePage()) != nullptr; }, "letter");
    QTest::qWait(2'500);
    camera.take(visit.window(), QStringLiteral("letter-spanish"));
    desk.releaseLetters(scene.toRelease);
    auto *release = desk.findChild<LetterRunDialog *>();
    waitFor([&] { return !release->run().isBusy(); }, "letters to release");
    camera.take(*release, QStringLiteral("letters-release"));
    release->close();
    desk.editLetterhead();
    auto *letterhead = desk.findChild<LetterheadDialog *>();
    QTest::qWait(2'500);
    camera.take(*letterhead, QStringLiteral("letterhead-not-set"));
    for (QAbstractButton *button : letterhead->findChildren<QAbstractButton *>()) {
        if (button->text().contains(QStringLiteral("sa&mple")))
            button->click();
    }
    QTest::qWait(2'500);
    camera.take(*letterhead, QStringLiteral("letterhead"));
    delete letterhead;
}

/// What opens over a case: the rules of time, and what was said.
void takeSheets(const Camera &camera, Visit &visit)
{
    auto *page = qobject_cast<DecisionPage *>(deskOf(visit.window())->casePage());
    DueSheet *due = page->findChild<CaseHeader *>()->openDueSheet();
    camera.take(*due, QStringLiteral("due-rules"));
    due->reject();
    NotesSheet *notes = page->openNotes();
    camera.take(*notes, QStringLiteral("remarks"));
    notes->reject();
}

/// Requests that came: one that contradicts itself.
void takeIncoming(const Camera &camera, Visit &visit)
{
    IntakePage *page = deskOf(visit.window())->showIncoming();
    page->open({QStringLiteral(TEST_DATA "/fhir/requests/contradictory-codes.json"),
        QStringLiteral(TEST_DATA "/fhir/requests/crc.json")});
    waitFor([page] { return page->draftButton()->isVisible(); }, "the request");
    camera.take(visit.window(), QStringLiteral("incoming"));
}

/// With a pack beside it that has one criterion loosened.
void takePolicy(const Camera &camera, Visit &visit)
{
    DepartmentPage *department = deskOf(visit.window())->department();
    department->goTo(QStringLiteral("Policy"));
    auto *page = qobject_cast<PolicyPage *>(department->current());
    waitFor([page] { return page->versions()->rowCount() > 0; }, "the versions");
    camera.take(visit.window(), QStringLiteral("policy"));
    page->compareWith(QStringLiteral(TEST_DATA "/policy/med140-loosened.json"));
    waitFor([page] { return page->versions()->rowCount() > 1; }, "the pack to compare");
    camera.take(visit.window(), QStringLiteral("policy-changed"));
    page->tabs()->setCurrentWidget(page->replay());
    page->replay()->startButton()->click();
    waitFor([page] { return page->replay()->replay(); }, "the replay");
    camera.take(visit.window(), QStringLiteral("policy-replay"));
}

void takeDepartment(const Camera &camera, Visit &visit)
{
    visit.press(QStringLiteral("Department"));
    DepartmentPage *department = deskOf(visit.window())->department();
    QTest::qWait(800);
    auto *workload = qobject_cast<WorkloadPage *>(department->current());
    workload->people()->setCurrentCell(0, 2);
    QTest::keyClick(workload->people(), Qt::Key_Return);
    camera.take(visit.window(), QStringLiteral("department-workload"));
    for (const auto &[row, name] : {std::pair(1, "letters"), std::pair(2, "quality")}) {
        department->sections()->setCurrentRow(row);
        QTest::qWait(800);
        if (auto *quality = qobject_cast<QualityPage *>(department->current());
            quality && quality->samples()->rowCount() > 1) {
            quality->samples()->setCurrentCell(1, 0);
            QTest::qWait(800);
            quality->tabs()->setCurrentIndex(1);
            camera.take(visit.window(), QStringLiteral("department-agreement"));
            quality->tabs()->setCurrentIndex(2);
        }
        camera.take(visit.window(), QStringLiteral("department-%1").arg(QLatin1String(name)));
    }
    takePolicy(camera, visit);
    deskOf(visit.window())->openSettings();
    QTest::qWait(800);
    SettingsDialog *settings = deskOf(visit.window())->settings();
    camera.take(*settings, QStringLiteral("department-settings"));
    settings->search()->setText(QStringLiteral("read"));
    camera.take(*settings, QStringLiteral("settings-found"));
    settings->reject();
}

/// A surgical consult of two pages and a scanned one, attached to the case that is open.
void takeRecord(const Camera &camera, Visit &visit)
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
    camera.take(visit.window(), QStringLiteral("review-documents-attached"));
    review.goToQuestion(review.session().policy().factIndex(u"unresectable"));
    waitFor([&] { return !review.recordDesk().texts().passagesOf(review.session().policy().factIndex(u"unresectable")).isEmpty(); },
        "passages");
    camera.take(visit.window(), QStringLiteral("review-passages"));
    review.showRecord(true);
    waitFor([&] { return review.recordPane()->pages()->isDrawn(1); }, "a page");
    review.recordPane()->openPassage(
        review.recordDesk().texts().passagesOf(review.session().policy().factIndex(u"unresectable")).first());
    waitFor([&] { return review.recordPane()->pages()->selected().page > 0; }, "a passage");
    camera.take(visit.window(), QStringLiteral("review-record"));
    review.showRecord(false);
}

/// The first and a later stop of the tour that the practice caseload opens with.
void takeTour(const Camera &camera, Visit &visit)
{
    visit.window().startTour();
    const Tour &tour = *visit.window().tour();
    waitFor([&tour] { return !tour.lit().isEmpty(); }, "the tour");
    camera.take(visit.window(), QStringLiteral("tour"));
    for (int stop = 1; stop < 4; ++stop) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitFor([&tour, stop] { return tour.current() == stop && !tour.lit().isEmpty(); }, "a stop of the tour");
    }
    camera.take(visit.window(), QStringLiteral("tour-policy"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    waitFor([&visit] { return !deskOf(visit.window())->casePage(); }, "the worklist");
}

void takeAll(const Camera &camera, const Scene &scene, const std::function<Start(const QString &)> &start,
    const std::shared_ptr<const Rulebook> &rulebook, const Clock &clock, const QString &empty)
{
    {
        Visit visit(start(empty), clock, {});
        camera.take(visit.window(), QStringLiteral("first-start"));
    }
    {
        Visit visit(start(scene.directory), clock, {});
        camera.take(visit.window(), QStringLiteral("sign-in"));
    }
    {
        Visit visit(start(scene.directory), clock, QStringLiteral("kim.example"));
        deskOf(visit.window())->worklist()->setView(WorklistView::All);
        camera.take(visit.window(), QStringLiteral("worklist"));
        visit.window().showHelp();
        camera.take(visit.window(), QStringLiteral("help"));
        visit.window().help()->dismiss();
        visit.window().help()->open(QStringLiteral("whats-new"));
        camera.take(visit.window(), QStringLiteral("whats-new"));
        visit.window().help()->dismiss();
        takeTour(camera, visit);
        visit.open(scene.draft);
        camera.take(visit.window(), QStringLiteral("review"));
        for (const char *step : {"request", "procedure", "tumor", "prior_therapy", "documents"}) {
            visit.review().goTo(QString::fromLatin1(step));
            camera.take(visit.window(), QStringLiteral("review-%1").arg(QString::fromLatin1(step).replace(u'_', u'-')));
        }
        takeRecord(camera, visit);
        visit.open(scene.complete);
        visit.review().goTo(QStringLiteral("recommendation"));
        camera.take(visit.window(), QStringLiteral("recommendation"));
        const auto takeLetter = [&](const QString &name) {
            waitFor([&] { return deskOf(visit.window())->casePage()->inherits("reviewdesk::LetterPage"); }, "letter");
            QTest::qWait(2'500);
            camera.take(visit.window(), name);
        };
        visit.open(scene.approved);
        visit.press(QStringLiteral("Open letter"));
        takeLetter(QStringLiteral("letter"));
        takeTwoPeople(camera, visit, scene, rulebook, clock);
        visit.open(scene.draft);
        Q_EMIT visit.review().letterWanted(scene.draft);
        takeLetter(QStringLiteral("letter-not-yet"));
        visit.window().lock();
        camera.take(visit.window(), QStringLiteral("locked"));
    }
    {
        Visit visit(start(scene.directory), clock, QStringLiteral("sam.example"));
        visit.open(scene.referred);
        camera.take(visit.window(), QStringLiteral("decision"));
        takeSheets(camera, visit);
    }
    {
        Visit visit(start(scene.directory), clock, QStringLiteral("alex.example"));
        WorklistFilter filter;
        filter.expedited = true;
        filter.statuses = {Status::Draft, Status::Referred};
        deskOf(visit.window())->worklist()->showFiltered(WorklistView::All, filter);
        camera.take(visit.window(), QStringLiteral("worklist-filtered"));
        visit.open(scene.approved);
        camera.take(visit.window(), QStringLiteral("case-history"));
        deskOf(visit.window())->showReports();
        auto *reports = deskOf(visit.window())->reports();
        QSignalSpy loaded(reports, &ReportsPage::loaded);
        waitFor([&] { return loaded.count() > 0; }, "reports");
        camera.take(visit.window(), QStringLiteral("reports"));
        reports->findChild<QListWidget *>()->setCurrentRow(4);
        camera.take(visit.window(), QStringLiteral("reports-criteria"));
        takeLetters(camera, visit, scene);
    }
    {
        Visit visit(start(scene.directory), clock, QStringLiteral("alex.model"));
        takeDepartment(camera, visit);
        takeIncoming(camera, visit);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk screenshots"));
    QCoreApplication::setApplicationName(QStringLiteral("reviewdesk"));
    QApplication application(argc, argv);
    QCursor::setPos(QGuiApplication::primaryScreen()->geometry().bottomRight()); // nothing is lit because it lies there
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3 || arguments.size() > 5) {
        std::fprintf(stderr, "usage: reviewdesk_screenshots FOLDER SIZE_IN_NAMES [light|dark [TEXT_PERCENT]]\n");
        return 2;
    }
    QSettings().setValue(QStringLiteral("appearance/scheme"), arguments.value(3, QStringLiteral("light")));
    QSettings().setValue(QStringLiteral("appearance/textPercent"), arguments.value(4, QStringLiteral("100")));
    const QString resources = QStringLiteral(":");
    const FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(18, 32, 5), QTimeZone::utc()));
    const auto rulebook = must(loadRulebook(resources, QTimeZone("America/Los_Angeles")));
    const auto composer = must(LetterComposer::load(resources));
    const Letterhead letterhead = must(sampleLetterhead(resources));
    const QTemporaryDir room;
    const Scene scene = makeScene(room.filePath(QStringLiteral("workspace")), rulebook, clock);
    const auto start = [&](const QString &directory) {
        Start made;
        made.entrance.directory = directory;
        made.entrance.rulebook = rulebook;
        made.entrance.clock = &clock;
        made.entrance.keyCost = KeyCost::cheap();
        made.makeDesk = deskMaker(composer, letterhead);
        return made;
    };
    takeAll(Camera(arguments.at(1), arguments.at(2)), scene, start, rulebook, clock,
        room.filePath(QStringLiteral("empty")));
    return 0;
}
