#include "StoreDesk.h"
#include "TestDisk.h"

#include "store/Keyring.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

using namespace reviewdesk;

/// Whatever fails under a save: the error is clear, nothing is half-written, and the same save again works.
class tst_faults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFailedSaveCanBeRepeated_data();
    void aFailedSaveCanBeRepeated();
    void aDiskThatStaysFullKeepsWhatWasSaved();
    void aFailedCheckpointLosesNothing();
    void aSmallDiskFillsUp();
    void aLostFolderIsSeenBeforeAnythingIsLost();
    void aReplacedDatabaseIsSeen();
    void aDamagedKeyFileStopsWritingUntilItIsBack();
    void aReadOnlyFolderSaysSo();
    void anotherProgramHoldsIt();

private:
    std::unique_ptr<TestDisk> m_disk;
};

void tst_faults::initTestCase()
{
    m_disk = std::make_unique<TestDisk>(); // before the first connection
}

void tst_faults::aFailedSaveCanBeRepeated_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("I/O error") << static_cast<int>(TestDisk::Fault::Write) << QStringLiteral("unreadable");
    QTest::newRow("short write") << static_cast<int>(TestDisk::Fault::ShortWrite) << QStringLiteral("unreadable");
    QTest::newRow("failed sync") << static_cast<int>(TestDisk::Fault::Sync) << QStringLiteral("unreadable");
    QTest::newRow("full disk") << static_cast<int>(TestDisk::Fault::Full) << QStringLiteral("disk_full");
}

void tst_faults::aFailedSaveCanBeRepeated()
{
    QFETCH(int, fault);
    QFETCH(QString, code);
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    QVERIFY2(stored.ok(), why(stored));
    int failures = 0;
    for (int good = 0;; ++good) { // each operation of the save fails once
        StoredCase typed = *stored;
        typed.reviewCase.nurseNote = QStringLiteral("note %1").arg(good);
        m_disk->failAfter(good, static_cast<TestDisk::Fault>(fault));
        const Result<StoredCase> refused = nora->saveDraft(typed);
        const bool failed = m_disk->hasFailed();
        m_disk->repair();
        if (!failed) { // the save has no more operations
            QVERIFY2(refused.ok(), why(refused));
            break;
        }
        ++failures;
        QCOMPARE(codeOf(refused), code);
        QVERIFY(refused.error().message.size() > 20);
        const Result<StoredCase> kept = nora->loadCase(typed.id);
        QVERIFY2(kept.ok(), why(kept));
        QCOMPARE(kept->rowVersion, typed.rowVersion);
        QVERIFY(kept->reviewCase.nurseNote != typed.reviewCase.nurseNote);
        stored = nora->saveDraft(typed); // the same again
        QVERIFY2(stored.ok(), why(stored));
        QCOMPARE(nora->history(typed.id)->size(), stored->rowVersion);
    }
    QVERIFY(failures > (static_cast<TestDisk::Fault>(fault) == TestDisk::Fault::Sync ? 0 : 10));
    const Result<void> verified = nora->verify();
    QVERIFY2(verified.ok(), why(verified));
    const Result<void> inspected =
        Workspace::inspect(desk.directory(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), desk.clock);
    QVERIFY2(inspected.ok(), why(inspected));
}

void tst_faults::aDiskThatStaysFullKeepsWhatWasSaved()
{
    StoreDesk desk;
    desk.made();
    QString id;
    {
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        Result<StoredCase> stored = nora->createCase(StoreDesk::request());
        QVERIFY2(stored.ok(), why(stored));
        id = stored->id;
        m_disk->failAfter(7, TestDisk::Fault::Full, true);
        for (int i = 0; i < 5; ++i) {
            stored->reviewCase.nurseNote = QString::number(i);
            QCOMPARE(codeOf(nora->saveDraft(*stored)), QStringLiteral("disk_full"));
            QVERIFY(nora->loadCase(id).ok()); // reading goes on
        }
    } // closed while it is still full
    m_disk->repair();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    QCOMPARE(nora->loadCase(id)->rowVersion, 1);
    const Result<void> verified = nora->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_faults::aFailedCheckpointLosesNothing()
{
    StoreDesk desk;
    desk.made();
    QString id;
    {
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        Result<StoredCase> stored = nora->createCase(StoreDesk::request());
        id = stored->id;
        for (int i = 0; i < 20; ++i) {
            stored->reviewCase.nurseNote = QString::number(i);
            stored = nora->saveDraft(*stored);
            QVERIFY2(stored.ok(), why(stored));
        }
        m_disk->failAfter(3, TestDisk::Fault::Write, true); // in what closing writes into the file
    }
    QVERIFY(m_disk->hasFailed());
    m_disk->repair();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    QCOMPARE(nora->loadCase(id)->reviewCase.nurseNote, QStringLiteral("19"));
    const Result<void> verified = nora->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_faults::aSmallDiskFillsUp()
{
    const QTemporaryDir place;
    if (::mount("tmpfs", QFile::encodeName(place.path()).constData(), "tmpfs", 0, "size=3m") != 0)
        QSKIP("only root may mount a small disk");
    const auto unmount = qScopeGuard([&] { ::umount2(QFile::encodeName(place.path()).constData(), MNT_DETACH); });
    const QString directory = place.path() + QStringLiteral("/workspace");
    const FixedClock clock(QDateTime::fromString(QStringLiteral("2026-11-23T18:00:00Z"), Qt::ISODate));
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Health Plan");
    settings.timeZone = "America/Los_Angeles";
    QString id;
    qint64 version = 0;
    {
        Result<Workspace::Created> created =
            Workspace::create(directory, StoreDesk::newUser(QStringLiteral("sam"), Role::Supervisor), settings,
                StoreDesk::rulebook(), clock, KeyCost::cheap());
        QVERIFY2(created.ok(), why(created));
        Workspace &workspace = *created->workspace;
        QVERIFY(workspace.addUser(StoreDesk::newUser(QStringLiteral("nora"), Role::Nurse), KeyCost::cheap()).ok());
        QVERIFY(workspace.signInAs(QStringLiteral("nora"), "nora").ok());
        Result<StoredCase> stored = workspace.createCase(StoreDesk::request());
        QVERIFY2(stored.ok(), why(stored));
        id = stored->id;
        Result<StoredCase> next = stored;
        for (int i = 0; next && i < 5000; ++i) {
            stored = next;
            stored->reviewCase.nurseNote = QString(3000, QLatin1Char('x')) + QString::number(i);
            next = workspace.saveDraft(*stored);
        }
        QCOMPARE(codeOf(next), QStringLiteral("disk_full"));
        version = stored->rowVersion;
        const Result<StoredCase> kept = workspace.loadCase(id);
        QVERIFY2(kept.ok(), why(kept));
        QCOMPARE(kept->rowVersion, version);
        // Nothing has room now, a new key file neither. (QSaveFile put an empty one in its place.)
        QFile filler(place.path() + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(512, 'x')) == 512) { }
        const Result<void> changed = workspace.changePassphrase("nora", "new", KeyCost::cheap());
        QCOMPARE(codeOf(changed), QStringLiteral("disk_full"));
        QVERIFY(QFile::remove(filler.fileName()));
        // room is made: the same save again
        QVERIFY(::mount("tmpfs", QFile::encodeName(place.path()).constData(), "tmpfs", MS_REMOUNT, "size=30m") == 0);
        const Result<StoredCase> retried = workspace.saveDraft(*stored);
        QVERIFY2(retried.ok(), why(retried));
        version = retried->rowVersion;
    }
    const auto opened = Workspace::open(directory, QStringLiteral("nora"), "nora", StoreDesk::rulebook(), clock);
    QVERIFY2(opened.ok(), why(opened));
    QCOMPARE((*opened)->loadCase(id)->rowVersion, version);
    const Result<void> verified = (*opened)->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_faults::aLostFolderIsSeenBeforeAnythingIsLost()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    stored->reviewCase.nurseNote = QStringLiteral("typed");
    const QString away = desk.directory() + QStringLiteral("-away");
    QVERIFY(QDir().rename(desk.directory(), away));
    const Result<StoredCase> refused = nora->saveDraft(*stored);
    QCOMPARE(codeOf(refused), QStringLiteral("lost"));
    QVERIFY2(refused.error().message.contains(desk.directory()), why(refused));
    QVERIFY(QDir().rename(away, desk.directory())); // put back
    const Result<StoredCase> saved = nora->saveDraft(*stored);
    QVERIFY2(saved.ok(), why(saved));
}

void tst_faults::aReplacedDatabaseIsSeen()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const QString copy = desk.databaseFile() + QStringLiteral("-copy");
    QVERIFY(QFile::copy(desk.databaseFile(), copy));
    QVERIFY(QFile::rename(desk.databaseFile(), desk.databaseFile() + QStringLiteral("-old")));
    QVERIFY(QFile::rename(copy, desk.databaseFile())); // someone put another file there, by hand
    QCOMPARE(codeOf(nora->createCase(StoreDesk::request())), QStringLiteral("key_changed"));
}

void tst_faults::aDamagedKeyFileStopsWritingUntilItIsBack()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    QVERIFY(QFile::copy(desk.keyFile(), desk.keyFile() + QStringLiteral("-kept")));
    {
        QFile file(desk.keyFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("{") == 1);
    }
    QCOMPARE(codeOf(nora->createCase(StoreDesk::request())), QStringLiteral("damaged"));
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("nora"), "nora")), QStringLiteral("damaged"));
    QVERIFY(QFile::remove(desk.keyFile()));
    QCOMPARE(codeOf(nora->createCase(StoreDesk::request())), QStringLiteral("lost"));
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("nora"), "nora")), QStringLiteral("no_workspace"));
    QVERIFY(QFile::rename(desk.keyFile() + QStringLiteral("-kept"), desk.keyFile()));
    const Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    QVERIFY2(stored.ok(), why(stored));
}

void tst_faults::aReadOnlyFolderSaysSo()
{
    const QTemporaryDir place;
    StoreDesk desk;
    desk.made();
    if (::geteuid() == 0) { // root may write everything but a disk that is mounted read only
        if (::mount("tmpfs", QFile::encodeName(place.path()).constData(), "tmpfs", 0, "size=8m") != 0)
            QSKIP("no disk can be mounted here");
        const auto unmount = qScopeGuard([&] { ::umount2(QFile::encodeName(place.path()).constData(), MNT_DETACH); });
        for (const QString &file : {desk.databaseFile(), desk.keyFile()})
            QVERIFY(QFile::copy(file, place.path() + QLatin1Char('/') + QFileInfo(file).fileName()));
        QVERIFY(::mount("tmpfs", QFile::encodeName(place.path()).constData(), "tmpfs", MS_REMOUNT | MS_RDONLY,
                    nullptr) == 0);
        const auto opened =
            Workspace::open(place.path(), QStringLiteral("sam"), "sam", StoreDesk::rulebook(), desk.clock);
        QVERIFY(!opened.ok());
        QVERIFY2(
            codeOf(opened) == QLatin1String("read_only") || codeOf(opened) == QLatin1String("unreadable"), why(opened));
        QVERIFY2(opened.error().message.contains(place.path()), why(opened));
        return;
    }
    QVERIFY(QFile::setPermissions(desk.directory(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const auto opened = desk.tryOpen(QStringLiteral("sam"), "sam");
    QFile::setPermissions(desk.directory(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QVERIFY(!opened.ok());
    QVERIFY(desk.tryOpen(QStringLiteral("sam"), "sam").ok());
}

void tst_faults::anotherProgramHoldsIt()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    stored->reviewCase.nurseNote = QStringLiteral("typed");
    const std::unique_ptr<Database> other = desk.database();
    QVERIFY(other->script("BEGIN IMMEDIATE").ok());
    const Result<StoredCase> refused = nora->saveDraft(*stored); // waits for five seconds
    QCOMPARE(codeOf(refused), QStringLiteral("locked"));
    QVERIFY(other->script("ROLLBACK").ok());
    const Result<StoredCase> saved = nora->saveDraft(*stored);
    QVERIFY2(saved.ok(), why(saved));
}

QTEST_GUILESS_MAIN(tst_faults)
#include "tst_faults.moc"
