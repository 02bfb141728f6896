#include "StoreDesk.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace reviewdesk;

namespace {

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

bool press(const QStringList &keys)
{
    return QProcess::execute(
               QStringLiteral("xdotool"), QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("30")} + keys) == 0;
}

bool press(const QString &key)
{
    return press(QStringList{key});
}

bool type(const QString &text)
{
    return QProcess::execute(QStringLiteral("xdotool"),
               {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("12"), QStringLiteral("--"), text}) == 0;
}

QString title()
{
    return outputOf(QStringLiteral("xdotool"), {QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")});
}

bool waitForTitle(const QString &shape)
{
    const QRegularExpression wanted(shape);
    return QTest::qWaitFor([&] { return wanted.match(title()).hasMatch(); }, 60'000);
}

} // namespace

/// One long session at the real program, and then everything that lies on the disk is searched for the member.
class tst_window_leak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingOfTheMemberIsLeftAnywhere();
    void cleanup();

private:
    bool start(QProcess &program);
    bool signIn();
    QStringList secrets() const;
    QStringList leaks() const;

    StoreDesk m_desk;
    QProcess m_program;
    QTemporaryDir m_room; ///< of the program: its temporary files, its working folder, its output
    QString m_family; ///< a name that no other run and no other program has
    QString m_memberId;
    QString m_number; ///< of the approved case
    QString m_pdf;
    qint64 m_began = 0;
};

void tst_window_leak::initTestCase()
{
    m_began = QDateTime::currentMSecsSinceEpoch();
    const quint32 run = QRandomGenerator::global()->bounded(1'000'000U);
    m_family = QStringLiteral("Quorvane") + QString::number(run, 26).replace(QRegularExpression(QStringLiteral("\\d")), QStringLiteral("x"));
    m_memberId = QStringLiteral("ZQ%1").arg(run + 5'000'000);
    m_pdf = m_room.filePath(QStringLiteral("chosen/letter.pdf"));
    for (const char *folder : {"chosen", "tmp", "work", "output"})
        QVERIFY(QDir(m_room.path()).mkpath(QString::fromLatin1(folder)));
    m_desk.clock = FixedClock(QDateTime::currentDateTimeUtc());
    m_desk.made();
    const std::unique_ptr<Workspace> nora = m_desk.opened(QStringLiteral("nora"));
    ReviewCase content = StoreDesk::approvable();
    content.request.receivedAt = m_desk.clock.now().addDays(-1);
    content.member.name = QStringLiteral("Ada ") + m_family;
    content.member.memberId = m_memberId;
    content.determination.plainReason = QStringLiteral("Your cancer grows in the liver. The policy covers it.");
    content.determination.rationale = QStringLiteral("Unresectable, liver-dominant, diffuse and progressive.");
    Result<StoredCase> stored = nora->createCase(content);
    QVERIFY2(stored.ok(), why(stored));
    stored->reviewCase.determination = content.determination;
    stored = nora->saveDraft(*stored);
    QVERIFY2(stored.ok(), why(stored));
    stored = nora->act(*stored, Action::Approve);
    QVERIFY2(stored.ok(), why(stored));
    m_number = stored->reviewCase.number;
}

bool tst_window_leak::start(QProcess &program)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), m_room.filePath(QStringLiteral("tmp")));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.debug=true;qt.*=false")); // all that is ours
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("handle_segv=0")); // a crash is a crash
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(m_room.filePath(QStringLiteral("work")));
    program.setStandardOutputFile(m_room.filePath(QStringLiteral("output/out")), QIODevice::Append);
    program.setStandardErrorFile(m_room.filePath(QStringLiteral("output/err")), QIODevice::Append);
    QDir(QDir::homePath() + QStringLiteral("/.config/ReviewDesk")).removeRecursively();
    // as a person might have set it: the program itself forbids its core
    program.start(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("ulimit -c unlimited; exec \"$0\" --workspace \"$1\""),
            QStringLiteral(REVIEWDESK), m_desk.directory()});
    return program.waitForStarted(30'000) && waitForTitle(QStringLiteral("^ReviewDesk$"));
}

bool tst_window_leak::signIn()
{
    QTest::qWait(500);
    if (!press(QStringLiteral("ctrl+a")) || !type(QStringLiteral("nora")) || !press(QStringLiteral("Tab")) ||
        !type(QStringLiteral("nora")) || !press(QStringLiteral("Return")))
        return false;
    QTest::qWait(2500);
    return true;
}

QStringList tst_window_leak::secrets() const
{
    return {m_family, m_family.toLower(), m_family.toUpper(), m_memberId};
}

/// Every file that was written since this began where a program of this person could have: the workspace too, the
/// chosen PDF not.
QStringList tst_window_leak::leaks() const
{
    QStringList found;
    const QStringList folders{m_desk.directory(), m_room.path(), QDir::homePath(), QDir::tempPath(),
        QStringLiteral("/var/tmp"), QStringLiteral("/dev/shm"), QStringLiteral("/var/log"), QStringLiteral("/var/crash"),
        QStringLiteral("/var/lib/systemd/coredump"), qEnvironmentVariable("XDG_RUNTIME_DIR")};
    for (const QString &folder : folders) {
        if (folder.isEmpty())
            continue;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo info(files.next());
            if (info.lastModified().toMSecsSinceEpoch() < m_began || info.filePath() == m_pdf ||
                info.size() > 256 * 1024 * 1024)
                continue;
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue; // gone, or another person's
            const QByteArray bytes = file.fileName().toUtf8() + file.readAll();
            for (const QString &secret : secrets()) {
                const QByteArray utf16(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
                if (bytes.contains(secret.toUtf8()) || bytes.contains(utf16))
                    found << secret + QLatin1String(" in ") + info.filePath();
            }
        }
    }
    return found;
}

void tst_window_leak::nothingOfTheMemberIsLeftAnywhere()
{
    QProcess &program = m_program;
    QVERIFY(start(program));
    QVERIFY(signIn());
    // types: a new request with the member's name and ID
    QVERIFY(QTest::qWaitFor(
        [] {
            press(QStringLiteral("ctrl+n"));
            QTest::qWait(500);
            return title().startsWith(QLatin1String("RD-"));
        },
        60'000));
    QTest::qWait(500);
    QVERIFY(press(QStringList(7, QStringLiteral("Tab"))) && type(QStringLiteral("Bea ") + m_family));
    QVERIFY(press(QStringList(2, QStringLiteral("Tab"))) && type(m_memberId));
    QTest::qWait(600);
    // copies it
    QVERIFY(press(QStringLiteral("ctrl+a")) && press(QStringLiteral("ctrl+c")));
    QVERIFY(waitForTitle(QStringLiteral("saved \\d")));
    QVERIFY(press(QStringLiteral("alt+c")));
    QVERIFY(waitForTitle(QStringLiteral("^ReviewDesk$")));
    // searches among all cases, and opens what was found: the approved one
    QVERIFY(press(QStringLiteral("ctrl+k")));
    for (int stop = 0; stop < 2; ++stop) // the views stand before the search
        QVERIFY(press(QStringLiteral("shift+Tab")) && press(QStringLiteral("End")));
    QVERIFY(press(QStringLiteral("ctrl+k")) && type(QStringLiteral("ada ") + m_family.toLower()));
    QTest::qWait(1500);
    QVERIFY(press(QStringLiteral("Down")) && press(QStringLiteral("Return")));
    QVERIFY2(waitForTitle(QLatin1Char('^') + m_number), qPrintable(title()));
    QVERIFY(!title().contains(m_family));
    // its letter, issued, as a PDF
    QTest::qWait(800);
    QVERIFY(press(QStringLiteral("alt+l")));
    QTest::qWait(3000);
    QVERIFY(press(QStringLiteral("alt+i")));
    QTest::qWait(2500);
    QVERIFY(press(QStringLiteral("alt+f")));
    QTest::qWait(2000);
    QVERIFY(press(QStringLiteral("ctrl+a")) && type(m_pdf) && press(QStringLiteral("Return")));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_pdf), 20'000);
    QTest::qWait(500);
    QVERIFY(outputOf(QStringLiteral("pdftotext"), {m_pdf, QStringLiteral("-")}).contains(m_family));
    QCOMPARE(leaks(), QStringList());
    // locks
    QVERIFY(press(QStringLiteral("ctrl+l")));
    QVERIFY(waitForTitle(QStringLiteral("^ReviewDesk$")));
    QCOMPARE(leaks(), QStringList());
    // unlocks, with the letter on the screen again, and dies of a crash in the middle of it
    QTest::qWait(500);
    QVERIFY(type(QStringLiteral("nora")) && press(QStringLiteral("Return")));
    QVERIFY2(waitForTitle(QLatin1Char('^') + m_number), qPrintable(title()));
    QCOMPARE(::kill(static_cast<pid_t>(program.processId()), SIGSEGV), 0);
    QVERIFY(program.waitForFinished(30'000));
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    QTest::qWait(1000); // who gathers cores has had the time
    QVERIFY2(QDir(m_room.filePath(QStringLiteral("work"))).isEmpty(), "a core lies in the working folder");
    QCOMPARE(leaks(), QStringList());
}

void tst_window_leak::cleanup()
{
    if (QTest::currentTestFailed())
        QProcess::execute(
            QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("tst_window_leak.png")});
}

QTEST_GUILESS_MAIN(tst_window_leak)
#include "tst_window_leak.moc"
