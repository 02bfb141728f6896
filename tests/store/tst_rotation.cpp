#include "StoreDesk.h"

#include "store/Generations.h"
#include "store/Keyring.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace reviewdesk;

/// While this names a key file: the first sync of its folder after the file named another database fails.
static QByteArray failFolderSyncOnce;

extern "C" int fsync(int descriptor) // goes before the C library's
{
    struct stat what = {};
    if (!failFolderSyncOnce.isEmpty() && ::fstat(descriptor, &what) == 0 && S_ISDIR(what.st_mode)) {
        QFile keys(QString::fromUtf8(failFolderSyncOnce));
        if (keys.open(QIODevice::ReadOnly) && keys.readAll().contains("workspace-2.db")) {
            failFolderSyncOnce.clear();
            errno = EIO;
            return -1;
        }
    }
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

/// The database key is changed: for everybody, safe against any interruption.
class tst_rotation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everybodyGoesOnWithTheNewKey();
    void theOldKeyOpensNothing();
    void anotherWindowWritesNothingToTheOldOne();
    void aStoppedRotationLeavesEverything();
    void aFailedRotationLeavesEverything();
    void aFolderThatCannotBeSyncedLosesNothing();
    void leftoversAreSwept();
    void aKilledRotationLosesNothing();
};

namespace {

QStringList filesIn(const QString &directory)
{
    return QDir(directory).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

void tst_rotation::everybodyGoesOnWithTheNewKey()
{
    StoreDesk desk;
    desk.made();
    QString caseId;
    {
        const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam"));
        QVERIFY(sam->signInAs(QStringLiteral("nora"), "nora").ok());
        const Result<StoredCase> stored = sam->createCase(StoreDesk::request());
        QVERIFY2(stored.ok(), why(stored));
        caseId = stored->id;
        QVERIFY(sam->signInAs(QStringLiteral("sam"), "sam").ok());
        int last = 0;
        int of = 0;
        const Result<void> rotated = sam->rotateDatabaseKey([&](int done, int all) {
            last = done;
            of = all;
            return true;
        });
        QVERIFY2(rotated.ok(), why(rotated));
        QVERIFY(of > 10 && last == of);
        QVERIFY(sam->loadCase(caseId).ok()); // the session goes on
        QCOMPARE(sam->history({})->constLast().action, QStringLiteral("rotate_key"));
        const Result<void> verified = sam->verify();
        QVERIFY2(verified.ok(), why(verified));
        QVERIFY(sam->rotateDatabaseKey().ok()); // and again
    }
    QCOMPARE(
        filesIn(desk.directory()), QStringList({QStringLiteral("workspace-3.db"), QStringLiteral("workspace.keys")}));
    for (const char *login : {"sam", "nora", "ned", "phil", "pia"}) {
        const auto opened = desk.tryOpen(QString::fromLatin1(login), login);
        QVERIFY2(opened.ok(), why(opened));
        QVERIFY((*opened)->loadCase(caseId).ok());
    }
    const auto recovered = Workspace::recover(
        desk.directory(), desk.recoveryKey, "fresh", StoreDesk::rulebook(), desk.clock, KeyCost::cheap());
    QVERIFY2(recovered.ok(), why(recovered));
}

void tst_rotation::theOldKeyOpensNothing()
{
    StoreDesk desk;
    desk.made();
    const Result<Secret> before = Keyring::read(desk.keyFile())->unlock(QStringLiteral("sam"), "sam");
    QVERIFY2(before.ok(), why(before));
    QVERIFY(desk.opened(QStringLiteral("sam"))->rotateDatabaseKey().ok());
    const Result<Keyring> keys = Keyring::read(desk.keyFile());
    const Result<Secret> after = keys->unlock(QStringLiteral("sam"), "sam");
    QVERIFY2(after.ok(), why(after));
    QVERIFY(std::memcmp(before->data(), after->data(), before->size()) != 0);
    QCOMPARE(codeOf(Database::open(
                 desk.directory() + QLatin1Char('/') + keys->file().database, *before, Database::Mode::Existing)),
        QStringLiteral("damaged"));
    QVERIFY(!QFile::exists(desk.databaseFile()));
}

void tst_rotation::anotherWindowWritesNothingToTheOldOne()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    QVERIFY2(stored.ok(), why(stored));
    QVERIFY(desk.opened(QStringLiteral("sam"))->rotateDatabaseKey().ok());
    stored->reviewCase.nurseNote = QStringLiteral("typed meanwhile");
    const Result<StoredCase> refused = nora->saveDraft(*stored);
    QCOMPARE(codeOf(refused), QStringLiteral("key_changed"));
    QCOMPARE(codeOf(nora->worklist({})), QStringLiteral("key_changed"));
    const std::unique_ptr<Workspace> again = desk.opened(QStringLiteral("nora")); // what was typed is saved after that
    const Result<StoredCase> saved = again->saveDraft(*stored);
    QVERIFY2(saved.ok(), why(saved));
    QCOMPARE(again->loadCase(stored->id)->reviewCase.nurseNote, QStringLiteral("typed meanwhile"));
}

void tst_rotation::aStoppedRotationLeavesEverything()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam"));
    QCOMPARE(codeOf(sam->rotateDatabaseKey([](int, int) { return false; })), QStringLiteral("stopped"));
    QVERIFY(sam->users().ok());
    QVERIFY(sam->signInAs(QStringLiteral("nora"), "nora").ok());
    QVERIFY(sam->createCase(StoreDesk::request()).ok());
    QVERIFY(!filesIn(desk.directory()).contains(QStringLiteral("workspace-2.db.new")));
    QCOMPARE(Keyring::read(desk.keyFile())->file().generation, 1);
}

void tst_rotation::aFailedRotationLeavesEverything()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam"));
    // a folder is in the way of the new file
    QVERIFY(QDir(desk.directory()).mkpath(QStringLiteral("workspace-2.db.new/x")));
    QVERIFY(!sam->rotateDatabaseKey().ok());
    QVERIFY(sam->users().ok());
    QVERIFY(QDir(desk.directory() + QStringLiteral("/workspace-2.db.new")).removeRecursively());
    const Result<void> retried = sam->rotateDatabaseKey();
    QVERIFY2(retried.ok(), why(retried));
}

/// The key file was in its place and named the new database, and that was removed: nothing could open the workspace any more.
void tst_rotation::aFolderThatCannotBeSyncedLosesNothing()
{
    StoreDesk desk;
    desk.made();
    const QString number = desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request())->reviewCase.number;
    {
        const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam"));
        failFolderSyncOnce = desk.keyFile().toUtf8();
        const Result<void> rotated = sam->rotateDatabaseKey();
        QVERIFY2(rotated.ok(), why(rotated));
        QVERIFY(failFolderSyncOnce.isEmpty()); // it did fail
        QVERIFY(sam->loadCaseByNumber(number).ok());
        // the old generation stays until the new name is certain to be on the disk
        QVERIFY(filesIn(desk.directory()).contains(QStringLiteral("workspace.db")));
    }
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    QVERIFY(nora->loadCaseByNumber(number).ok());
    QVERIFY(nora->verify().ok());
}

void tst_rotation::leftoversAreSwept()
{
    StoreDesk desk;
    desk.made();
    QVERIFY(desk.opened(QStringLiteral("sam"))->rotateDatabaseKey().ok()); // workspace-2.db counts
    for (const char *name : {"workspace.db", "workspace.db-wal", "workspace-3.db.new", "workspace-3.db.new-journal",
             "workspace.keys.AbCdEf", "workspace-7.db", "workspace-notes.db", "notes.txt"}) {
        QFile file(desk.directory() + QLatin1Char('/') + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    desk.opened(QStringLiteral("sam"));
    // What is later than the key file says may be what matters: an old key file may have been put back.
    QCOMPARE(filesIn(desk.directory()),
        QStringList({QStringLiteral("notes.txt"), QStringLiteral("workspace-2.db"), QStringLiteral("workspace-7.db"),
            QStringLiteral("workspace-notes.db"), QStringLiteral("workspace.keys")}));
    QCOMPARE(nextGenerationIn(desk.directory()), QStringLiteral("workspace-8.db"));
}

void tst_rotation::aKilledRotationLosesNothing()
{
    StoreDesk desk;
    desk.made();
    QString caseId;
    {
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        caseId = nora->createCase(StoreDesk::request())->id;
    }
    const int kills = qEnvironmentVariableIsSet("REVIEWDESK_FULL") ? 100 : 10;
    int generations = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess rotator;
        rotator.start(QStringLiteral(DRAFT_WRITER), {desk.directory(), QStringLiteral("rotate")});
        QVERIFY(rotator.waitForStarted(30'000));
        QVERIFY(rotator.waitForReadyRead(60'000)); // signed in
        QTest::qSleep(QRandomGenerator::global()->bounded(0, 250));
        QVERIFY2(rotator.state() == QProcess::Running, rotator.readAllStandardError().constData());
        rotator.kill();
        QVERIFY(rotator.waitForFinished(30'000));
        for (const char *login : {"sam", "nora"}) {
            const auto opened = desk.tryOpen(QString::fromLatin1(login), login);
            QVERIFY2(opened.ok(), why(opened));
            QVERIFY((*opened)->loadCase(caseId).ok());
            const Result<void> verified = (*opened)->verify();
            QVERIFY2(verified.ok(), why(verified));
        }
        generations = Keyring::read(desk.keyFile())->file().generation;
        QVERIFY(filesIn(desk.directory()).filter(QStringLiteral(".new")).isEmpty()); // swept
    }
    QVERIFY(generations > 1);
    // Killed right before its key file was written, a whole copy under a key that nobody has stays until the next
    // change.
    const Result<void> rotated = desk.opened(QStringLiteral("sam"))->rotateDatabaseKey();
    QVERIFY2(rotated.ok(), why(rotated));
    desk.opened(QStringLiteral("sam"));
    QCOMPARE(filesIn(desk.directory()).filter(QStringLiteral(".db")).size(), 1);
    qInfo("%d kills, generation %d", kills, generations);
}

QTEST_GUILESS_MAIN(tst_rotation)
#include "tst_rotation.moc"
