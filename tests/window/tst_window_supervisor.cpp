#include "tests/window/Seat.h"

#include <QApplication>
#include <QTest>
#include <QTimer>

using namespace reviewdesk;

/// A supervisor's morning, by keys alone, in the real window: what is late is found and given to somebody, another case
/// goes back to its nurse with a comment, two rounds are held against each other, the letters of the day go out as one
/// print job, the reports are saved, the cases behind a number of the yearly metrics are opened, and the workspace is backed up.
class tst_window_supervisor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { seat.leave(); }
    void theMorning();

private:
    void prepare(Workspace &workspace);
    bool find(const QString &member);
    void reassignTheLateOne();
    void returnWithAComment();
    void readTheDifference();
    void lookAtTheWorkload();
    void releaseTheLetters();
    void saveTheReports();
    void runTheYearlyMetrics();
    void backUp();

    Seat seat;
    QString lateCase;
    QString unclearCase;
    QStringList approvedCases; ///< two letters each
};

namespace {

StoredCase made(Workspace &workspace, ReviewCase content, const QString &member, int daysAgo, const QDateTime &now)
{
    content.member.name = member;
    content.request.receivedAt = now.addDays(-daysAgo);
    const Result<StoredCase> created = workspace.createCase(content);
    require(created.ok());
    return *created;
}

void signIn(Workspace &workspace, const char *login)
{
    require(workspace.signInAs(QLatin1String(login), login).ok());
}

} // namespace

void tst_window_supervisor::prepare(Workspace &workspace)
{
    const QDateTime now = seat.desk().clock.now();
    lateCase = made(workspace, StoreDesk::approvable(), QStringLiteral("Lydia Late"), 30, now).id;
    const StoredCase unclear = made(workspace, StoreDesk::approvable(), QStringLiteral("Uma Unclear"), 1, now);
    unclearCase = unclear.id;
    require(workspace.act(unclear, Action::Submit).ok());
    for (int i = 0; i < 13; ++i) {
        ReviewCase content = StoreDesk::approvable();
        content.determination.plainReason = QStringLiteral("The records show what the policy asks for.");
        StoredCase approved = made(workspace, content, QStringLiteral("Member %1").arg(i + 1), 1, now);
        approved.reviewCase.determination = content.determination;
        approved = workspace.act(approved, Action::Approve).value();
        approvedCases << approved.id;
    }
    StoredCase twice = made(workspace, StoreDesk::adverse(), QStringLiteral("Tobias Twice"), 2, now);
    twice = workspace.act(twice, Action::Refer).value();
    signIn(workspace, "phil");
    twice.reviewCase.determination.rationale = QStringLiteral("Stable on the CT of 2 November.");
    twice.reviewCase.determination.plainReason = QStringLiteral("Your scans show no growth.");
    twice = workspace.act(twice, Action::Deny).value();
    signIn(workspace, "sam");
    require(workspace.act(twice, Action::Reopen, QStringLiteral("Another scan came.")).ok());
}

void tst_window_supervisor::initTestCase()
{
    const std::unique_ptr<Workspace> workspace = seat.desk().opened(QStringLiteral("nora"));
    prepare(*workspace);
}

/// Ctrl+K, the name, and the case that it leaves is opened.
bool tst_window_supervisor::find(const QString &member)
{
    Typist::press(QStringLiteral("ctrl+k"));
    if (!Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Search cases"); }))
        return false;
    Typist::press(QStringLiteral("ctrl+a"));
    Typist::type(member);
    Typist::press(QStringLiteral("Return"));
    if (!Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Cases"); }))
        return false;
    Typist::press(QStringLiteral("Return"));
    return Typist::waitFor(
        [&] { return Typist::reads(QStringLiteral("Decision and history")) && Typist::reads(member); });
}

void tst_window_supervisor::reassignTheLateOne()
{
    QVERIFY(find(QStringLiteral("Lydia")));
    QVERIFY(!Typist::read(QStringLiteral("Overdue")).isEmpty());
    Typist::press(QStringLiteral("ctrl+d"));
    QVERIFY(Typist::waitFor([] {
        return Typist::reads(QStringLiteral("This one binds")) && Typist::focusedName() == QLatin1String("Close");
    }));
    Typist::press(QStringLiteral("Escape"));
    QVERIFY(Typist::waitFor([] { return !Typist::reads(QStringLiteral("This one binds")); }));
    Typist::press(QStringLiteral("alt+m"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Nothing was said on this case yet.")); }));
    QVERIFY(Typist::choose(QStringLiteral("Assigned to"), QStringLiteral("Ned Example, nurse")));
    QVERIFY(Typist::tabTo(QStringLiteral("Assign")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("assigned to Ned Example")); }));
    Typist::press(QStringLiteral("Escape"));
    Typist::press(QStringLiteral("alt+c"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Search cases")); }));
}

void tst_window_supervisor::returnWithAComment()
{
    QVERIFY(find(QStringLiteral("Uma")));
    for (int i = 0; i < 60 && !Typist::focusedName().startsWith(QLatin1String("Return to the nurse")); ++i) {
        const bool inGroup = Typist::focusedGroup() == QLatin1String("Your decision");
        Typist::press(inGroup ? QStringLiteral("Down") : QStringLiteral("Tab"));
    }
    QVERIFY(Typist::focusedName().startsWith(QLatin1String("Return to the nurse")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::fill(QStringLiteral("Comment to the nurse"), QStringLiteral("Please look at page 3 again.")));
    QVERIFY(Typist::tabTo(QStringLiteral("Confirm")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Search cases")); }));
}

void tst_window_supervisor::readTheDifference()
{
    QVERIFY(find(QStringLiteral("Tobias")));
    QVERIFY(Typist::tabTo(QStringLiteral("Compare rounds…")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Stable on the CT of 2 November.")); }));
    QVERIFY(Typist::reads(QStringLiteral("Clinical rationale")));
    Typist::press(QStringLiteral("Escape"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QStringLiteral("Compare rounds…"); }));
    Typist::press(QStringLiteral("alt+c"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Search cases")); }));
}

void tst_window_supervisor::lookAtTheWorkload()
{
    QVERIFY(Typist::tabTo(QStringLiteral("Department")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Ned Example, Overdue: 1")); }));
    QVERIFY(Typist::tabTo(QStringLiteral("Workload")));
    Typist::press(QStringLiteral("Right"), 2); // open, due today, overdue
    Typist::press(QStringLiteral("Return"));
    QVERIFY(Typist::waitFor([] { return !Typist::read(QStringLiteral("Ned Example: overdue")).isEmpty(); }));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Lydia Late")); }));
}

/// Twenty-six letters as one job, into a file: this desktop has no printer of its own.
void tst_window_supervisor::releaseTheLetters()
{
    QVERIFY(Typist::tabTo(QStringLiteral("Department")));
    for (int i = 0; i < 12 && Typist::read(QStringLiteral("Cases with letters to release: 13")).isEmpty(); ++i) {
        Typist::press(QStringLiteral("Down"));
        Typist::waitFor(
            [] { return !Typist::read(QStringLiteral("Cases with letters to release: 13")).isEmpty(); }, 1000);
    }
    QVERIFY(Typist::tabTo(QStringLiteral("Select all")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::tabTo(QStringLiteral("Release letters of 13 cases…")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("26 letter")); }));
    QVERIFY(Typist::tabTo(QStringLiteral("Print…")));
    // The dialog runs an event loop of its own inside the key press, so who answers it must be called from there.
    QTimer answer;
    QObject::connect(&answer, &QTimer::timeout, &answer, [&answer] {
        const QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog || !dialog->isActiveWindow() || !dialog->inherits("QPrintDialog"))
            return;
        answer.stop();
        Typist::press(QStringLiteral("Return"));
    });
    answer.start(50);
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor(
        [] { return Typist::reads(QStringLiteral("26 letter")) && Typist::reads(QStringLiteral("Gone out")); },
        120'000));
    Typist::press(QStringLiteral("Escape"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("No letter waits.")); }));
}

/// All of them with their charts; the watch sees what drawing and writing them takes of the window's time.
void tst_window_supervisor::saveTheReports()
{
    QVERIFY(Typist::tabTo(QStringLiteral("Reports")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Which report")); }));
    QVERIFY(Typist::waitFor([] { return !Typist::read(QStringLiteral("Yearly metrics")).isEmpty(); }, 60'000));
    const QTemporaryDir folder;
    for (const char *kind : {"PDF", "CSV"}) {
        const QString file = folder.filePath(QStringLiteral("reports.") + QString::fromLatin1(kind).toLower());
        QVERIFY(Typist::tabTo(QStringLiteral("Save as %1…").arg(QLatin1String(kind))));
        Seat::openFileDialog(file);
        QVERIFY(Typist::waitFor([&] { return Typist::reads(QStringLiteral("Saved: ") + file); }, 120'000));
    }
    QVERIFY(textOfPdf(folder.filePath(QStringLiteral("reports.pdf"))).contains(QLatin1String("Overdue")));
}

void tst_window_supervisor::runTheYearlyMetrics()
{
    QVERIFY(Typist::tabTo(Typist::read(QStringLiteral("Yearly metrics"))));
    for (int i = 0; i < 12 && !Typist::reads(QStringLiteral("Back to the report")); ++i) {
        Typist::press(QStringLiteral("Return"));
        if (!Typist::waitFor([] { return Typist::reads(QStringLiteral("Back to the report")); }, 1500))
            Typist::press(QStringLiteral("Right"));
    }
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("RD-2026-")); }));
}

/// The watch sees what copying and verifying it takes of the window's time.
void tst_window_supervisor::backUp()
{
    Typist::press(QStringLiteral("ctrl+comma"));
    QVERIFY(Typist::waitFor([] { return Typist::focusedName() == QLatin1String("Search the settings"); }));
    QVERIFY(Typist::tabTo(QStringLiteral("Accounts, keys and backups…")));
    Typist::press(QStringLiteral("space"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("Back up now")); }));
    Typist::press(QStringLiteral("alt+u"));
    QVERIFY(Typist::waitFor([] { return Typist::reads(QStringLiteral("The backup is in ")); }, 120'000));
}

void tst_window_supervisor::theMorning()
{
    QVERIFY(seat.open());
    QVERIFY(seat.signIn(QStringLiteral("sam")));
    for (void (tst_window_supervisor::*part)() :
        {&tst_window_supervisor::reassignTheLateOne, &tst_window_supervisor::returnWithAComment,
            &tst_window_supervisor::readTheDifference, &tst_window_supervisor::lookAtTheWorkload,
            &tst_window_supervisor::releaseTheLetters, &tst_window_supervisor::saveTheReports,
            &tst_window_supervisor::runTheYearlyMetrics, &tst_window_supervisor::backUp}) {
        (this->*part)();
        if (QTest::currentTestFailed())
            return;
    }
    const std::unique_ptr<Workspace> workspace = seat.desk().opened(QStringLiteral("ned"));
    QCOMPARE(workspace->loadCase(lateCase)->assignedTo, workspace->user().id);
    QCOMPARE(workspace->loadCase(unclearCase)->status, Status::Draft);
    QCOMPARE(workspace->history(unclearCase)->last().comment, QStringLiteral("Please look at page 3 again."));
    for (const QString &id : std::as_const(approvedCases)) {
        const QList<IssuedLetter> letters = workspace->letters(id).value();
        QCOMPARE(letters.size(), 2);
        for (const IssuedLetter &letter : letters)
            QCOMPARE(letter.printed, 1);
    }
    QVERIFY(workspace->verify().ok());
}

REVIEWDESK_WINDOW_MAIN(tst_window_supervisor)
#include "tst_window_supervisor.moc"
