#include "StoreDesk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

using namespace reviewdesk;

/// The real program as a process of its own, typed into by a person and killed in the middle of it: what its title
/// called saved is there, and nothing of the member is readable outside it.
class tst_window_kill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void whatTheTitleCalledSavedIsThere();
    void theFilesHoldNoMember();

private:
    void typeAndKill(int round);
    bool startProgram(QProcess &program);
    bool signIn(QProcess &program);

    StoreDesk m_desk;
};

namespace {

constexpr char memberName[] = "Quintessa Marlowe";
constexpr char memberId[] = "ZQ7781234";
/// Milliseconds that a key may be on its way from the X server into the program's model on a busy machine.
constexpr qint64 onTheWay = 700;

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30'000);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

bool xdotool(const QStringList &arguments)
{
    return QProcess::execute(QStringLiteral("xdotool"), arguments) == 0;
}

bool press(const QString &key, int times = 1)
{
    QStringList arguments{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("25")};
    for (int i = 0; i < times; ++i)
        arguments << key;
    return xdotool(arguments);
}

bool type(const QString &text)
{
    return xdotool(
        {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("8"), QStringLiteral("--"), text});
}

QString titleNow()
{
    return outputOf(QStringLiteral("xdotool"), {QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")});
}

bool waitForTitle(const QRegularExpression &shape)
{
    return QTest::qWaitFor([&] { return shape.match(titleNow()).hasMatch(); }, 60'000);
}

const QRegularExpression &savedTitle()
{
    static const QRegularExpression shape(QStringLiteral("^(RD-\\d{4}-\\d{6}), saved (\\d\\d:\\d\\d:\\d\\d)"));
    return shape;
}

/// A word and the instant at which its last key was with the X server.
struct Word {
    QString text;
    qint64 typedAt = 0;
};

QStringList leaksIn(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        require(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.fileName().toUtf8() + file.readAll();
        for (const char *secret : {memberName, "quintessa", "Quintessa", "Marlowe", memberId}) {
            const QString word = QString::fromLatin1(secret);
            const QByteArray utf16(reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
            if (bytes.contains(secret) || bytes.contains(utf16))
                found << word + QLatin1String(" in ") + file.fileName();
        }
    }
    return found;
}

} // namespace

bool tst_window_kill::startProgram(QProcess &program)
{
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    QDir(QDir::homePath() + QStringLiteral("/.config/ReviewDesk")).removeRecursively(); // no account is remembered
    program.start(QStringLiteral(REVIEWDESK), {QStringLiteral("--workspace"), m_desk.directory()});
    return program.waitForStarted(30'000) && waitForTitle(QRegularExpression(QStringLiteral("^ReviewDesk$")));
}

/// As nora: where no account is remembered, the account has the focus, and the passphrase comes after it.
bool tst_window_kill::signIn(QProcess &program)
{
    QTest::qWait(300);
    return program.state() == QProcess::Running && press(QStringLiteral("ctrl+a")) && type(QStringLiteral("nora")) &&
        press(QStringLiteral("Tab")) && type(QStringLiteral("nora")) && press(QStringLiteral("Return"));
}

void tst_window_kill::typeAndKill(int round)
{
    QProcess program;
    QVERIFY(startProgram(program));
    QVERIFY(signIn(program));
    // Ctrl+N is deaf until the worklist is there
    QVERIFY(QTest::qWaitFor(
        [] {
            press(QStringLiteral("ctrl+n"));
            QTest::qWait(300);
            return savedTitle().match(titleNow()).hasMatch();
        },
        60'000));
    QTest::qWait(300);
    // From “Received on”, where a new request begins: the member's name, its ID, the address, which takes any length.
    QVERIFY(press(QStringLiteral("Tab"), 7) && type(QString::fromLatin1(memberName)));
    QVERIFY(press(QStringLiteral("Tab"), 2) && type(QString::fromLatin1(memberId)));
    QVERIFY(press(QStringLiteral("Tab"), 4));

    std::mutex guard;
    QList<Word> words;
    std::atomic<bool> typing = true;
    std::thread typist([&] {
        for (int number = 0; typing; ++number) {
            const QString text = QStringLiteral("w%1x%2").arg(round).arg(number, 4, 10, QLatin1Char('0'));
            if (!type(text + QLatin1Char(' ')))
                return;
            std::unique_lock lock(guard);
            words.append({text, QDateTime::currentMSecsSinceEpoch()});
            lock.unlock();
            if (number % 4 == 3) // a person stops to think; while keys are on their way nothing is called saved
                std::this_thread::sleep_for(std::chrono::milliseconds(600));
        }
    });
    const qint64 until = QDateTime::currentMSecsSinceEpoch() + 2500 + QRandomGenerator::global()->bounded(2000);
    QString title;
    while (QDateTime::currentMSecsSinceEpoch() < until) {
        const QString now = titleNow();
        if (savedTitle().match(now).hasMatch())
            title = now;
    }
    program.kill();
    typing = false;
    typist.join();
    QVERIFY(program.waitForFinished(30'000));
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);

    const QRegularExpressionMatch match = savedTitle().match(title);
    QVERIFY2(match.hasMatch(), qPrintable(title));
    const QTimeZone zone = StoreDesk::rulebook()->zone;
    const QDateTime today = QDateTime::currentDateTimeUtc().toTimeZone(zone);
    const QTime time = QTime::fromString(match.captured(2), QStringLiteral("HH:mm:ss"));
    const qint64 savedAt = QDateTime(today.date(), time, zone).toMSecsSinceEpoch();

    const std::unique_ptr<Workspace> workspace = m_desk.opened(QStringLiteral("nora"));
    WorklistQuery query;
    query.search = match.captured(1);
    const Result<QList<WorklistRow>> rows = workspace->worklist(query);
    QVERIFY2(rows.ok(), why(rows));
    QCOMPARE(rows->size(), 1);
    const Result<StoredCase> stored = workspace->loadCase(rows->first().caseId);
    QVERIFY2(stored.ok(), why(stored));
    QCOMPARE(stored->reviewCase.member.name, QString::fromLatin1(memberName));
    QCOMPARE(stored->reviewCase.member.memberId, QString::fromLatin1(memberId));
    const QString kept = stored->reviewCase.member.address.join(QLatin1Char('\n'));
    int called = 0;
    for (const Word &word : std::as_const(words)) {
        if (word.typedAt + onTheWay > savedAt)
            break;
        QVERIFY2(kept.contains(word.text), qPrintable(word.text + QLatin1String(" was lost: ") + title));
        ++called;
    }
    QVERIFY2(called > 0, qPrintable(title + QLatin1String(": typed for seconds, and nothing was called saved")));
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_window_kill::whatTheTitleCalledSavedIsThere()
{
    m_desk.made();
    const int kills = qEnvironmentVariableIsSet("REVIEWDESK_FULL") ? 50 : 5;
    for (int round = 0; round < kills && !QTest::currentTestFailed(); ++round)
        typeAndKill(round);
}

/// After all that work, with the program still open and locked, and after it was shut.
void tst_window_kill::theFilesHoldNoMember()
{
    QVERIFY(Workspace::exists(m_desk.directory()));
    QProcess program;
    QVERIFY(startProgram(program));
    QVERIFY(signIn(program));
    // the case that was written last is in the worklist; Enter opens it
    QVERIFY(QTest::qWaitFor(
        [] {
            press(QStringLiteral("ctrl+k"));
            press(QStringLiteral("Down"));
            press(QStringLiteral("Return"));
            QTest::qWait(500);
            return savedTitle().match(titleNow()).hasMatch();
        },
        60'000));
    QVERIFY(!titleNow().contains(QLatin1String("Quintessa")));
    QCOMPARE(leaksIn(m_desk.directory()), QStringList());
    QCOMPARE(leaksIn(QDir::homePath()), QStringList());
    QVERIFY(press(QStringLiteral("ctrl+l")));
    QVERIFY(waitForTitle(QRegularExpression(QStringLiteral("^ReviewDesk$"))));
    QVERIFY(press(QStringLiteral("alt+F4")));
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(leaksIn(m_desk.directory()), QStringList());
    QCOMPARE(leaksIn(QDir::homePath()), QStringList());
}

void tst_window_kill::cleanup()
{
    if (QTest::currentTestFailed())
        QProcess::execute(QStringLiteral("import"),
            {QStringLiteral("-window"), QStringLiteral("root"),
                QStringLiteral("tst_window_kill-%1.png").arg(QString::fromUtf8(QTest::currentTestFunction()))});
}

QTEST_GUILESS_MAIN(tst_window_kill)
#include "tst_window_kill.moc"
