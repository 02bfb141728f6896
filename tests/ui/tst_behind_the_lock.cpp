#include "Wizard.h"

#include "store/Backups.h"
#include "ui/accounts/BackupWatch.h"
#include "ui/documents/DocumentRoom.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSemaphore>

#include <memory>
#include <thread>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds
constexpr int atOnce = 1'000;

/// How many connections this process has to the database.
qsizetype connections(const QString &database)
{
    qsizetype open = 0;
    const QString path = QFileInfo(database).canonicalFilePath();
    const QFileInfoList files = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System);
    for (const QFileInfo &file : files) {
        if (file.symLinkTarget() == path)
            ++open;
    }
    return open;
}

/// A workspace of sam's whose backup takes a while.
class LongBackup : public Wizard {
public:
    LongBackup() : Wizard("sam")
    {
        workshop->run([](Workspace &workspace) { return workspace.addSamples(400, 7, "practice", KeyCost::cheap()); })
            .waitForFinished();
    }

    QString backups() const { return directory() + QStringLiteral("/backups"); }
    /// How many are begun, and neither made nor given up.
    qsizetype partial() const
    {
        return QDir(backups()).entryList({QStringLiteral(".partial-*")}, QDir::Dirs | QDir::Hidden).size();
    }
};

} // namespace

/// Whatever runs beside the workspace holds a copy of its key, and gives it back when the window is locked, which waits for
/// none of it.
class tst_behind_the_lock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsGivenUp_data();
    void aBackupIsGivenUp();
    void aBackupIsNotBegun();
    void backupsGivenUpAgainAndAgainAreTold();
    void onlyWhatTheLockGaveUpCounts();
    void documentsAreGivenBack_data();
    void documentsAreGivenBack();
};

void tst_behind_the_lock::aBackupIsGivenUp_data()
{
    QTest::addColumn<bool>("goes");
    QTest::newRow("at the lock") << false;
    QTest::newRow("with the window") << true;
}

void tst_behind_the_lock::aBackupIsGivenUp()
{
    QFETCH(bool, goes);
    LongBackup wizard;
    auto watch = std::make_unique<BackupWatch>(*wizard.workshop);
    QSignalSpy made(watch.get(), &BackupWatch::made);
    QSignalSpy failed(watch.get(), &BackupWatch::failed);
    watch->look();
    QTRY_COMPARE_WITH_TIMEOUT(wizard.partial(), 1, patience);
    QElapsedTimer time;
    time.start();
    if (goes)
        watch.reset();
    else
        watch->stop();
    QVERIFY(time.elapsed() < atOnce);
    QTRY_COMPARE_WITH_TIMEOUT(wizard.partial(), 0, atOnce);
    QVERIFY(backupsIn(wizard.backups(), BackupKind::ByPlan).isEmpty());
    QTest::qWait(50);
    QVERIFY(made.isEmpty());
    QVERIFY(failed.isEmpty());
    if (!watch)
        return;
    watch->look(); // it is as due as it was
    QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, patience);
}

/// The window was locked between the question whether one is due and its answer.
void tst_behind_the_lock::aBackupIsNotBegun()
{
    Wizard wizard("sam");
    BackupWatch watch(*wizard.workshop);
    QSignalSpy made(&watch, &BackupWatch::made);
    watch.look();
    wizard.workshop->drain(); // the answer is on its way
    watch.stop();
    QTest::qWait(500);
    QVERIFY(made.isEmpty());
    QVERIFY(backupsIn(wizard.directory() + QStringLiteral("/backups"), BackupKind::ByPlan).isEmpty());
}

/// A lock every few minutes, and a share that is slower: there was never a backup, and nobody knew.
void tst_behind_the_lock::backupsGivenUpAgainAndAgainAreTold()
{
    LongBackup wizard;
    BackupWatch watch(*wizard.workshop);
    QSignalSpy failed(&watch, &BackupWatch::failed);
    for (int time = 1; time <= 3; ++time) {
        watch.start();
        QVERIFY(failed.isEmpty());
        watch.look();
        QTRY_COMPARE_WITH_TIMEOUT(wizard.partial(), 1, patience);
        watch.stop();
        QTRY_COMPARE_WITH_TIMEOUT(wizard.partial(), 0, patience);
        QTest::qWait(50); // its end is told
    }
    watch.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().value<Error>().message.contains(QLatin1String("3 times")));
    watch.start();
    QCOMPARE(failed.size(), 1); // once
}

/// Twice given up, then one that failed by itself while the window was locked, then given up once more: not three in a row.
void tst_behind_the_lock::onlyWhatTheLockGaveUpCounts()
{
    LongBackup wizard;
    BackupWatch watch(*wizard.workshop);
    QSignalSpy failed(&watch, &BackupWatch::failed);
    const auto begunAndLocked = [&] {
        watch.start();
        watch.look();
        QTRY_COMPARE_WITH_TIMEOUT(wizard.partial(), 1, patience);
        watch.stop();
        QTRY_COMPARE_WITH_TIMEOUT(wizard.partial(), 0, patience);
        QTest::qWait(50); // its end is told
    };
    begunAndLocked();
    begunAndLocked();
    watch.start();
    const QString aside = wizard.directory() + QStringLiteral("/aside");
    require(QDir().rename(wizard.backups(), aside));
    QFile wall(wizard.backups()); // no folder can be made there, whoever runs this
    require(wall.open(QIODevice::WriteOnly));
    wall.close();
    watch.look();
    wizard.workshop->drain();
    QCoreApplication::sendPostedEvents(); // it is begun
    watch.stop();
    QTest::qWait(500); // its end is told
    require(wall.remove() && QDir().rename(aside, wizard.backups()));
    begunAndLocked();
    watch.start();
    QVERIFY2(failed.isEmpty(), qPrintable(failed.isEmpty() ? QString() : failed.first().first().value<Error>().message));
}

void tst_behind_the_lock::documentsAreGivenBack_data()
{
    QTest::addColumn<bool>("goes");
    QTest::newRow("at the lock") << false;
    QTest::newRow("with the page") << true;
}

void tst_behind_the_lock::documentsAreGivenBack()
{
    QFETCH(bool, goes);
    Wizard wizard;
    const QString database = wizard.directory() + QStringLiteral("/workspace.db");
    const qsizetype others = connections(database);
    auto room = std::make_unique<DocumentRoom>(*wizard.workshop);
    const auto begun = std::make_shared<QSemaphore>();
    const auto go = std::make_shared<QSemaphore>();
    room->ask(
        DocumentRoom::Urgency::Now, this,
        [begun, go](Shelf &) -> Result<void> {
            begun->release();
            go->acquire();
            return {};
        },
        [](const Result<void> &done) { QVERIFY2(done.ok(), why(done)); });
    QTRY_COMPARE_WITH_TIMEOUT(begun->available(), 1, patience);
    QVERIFY(connections(database) > others);
    // comes in any case, so that who waits for it ends, and fails
    std::thread rescue([go] {
        if (!go->tryAcquire(1, 4 * atOnce))
            go->release();
        else
            go->release(2);
    });
    QElapsedTimer time;
    time.start();
    if (goes)
        room.reset();
    else
        wizard.workshop->close();
    const qint64 waited = time.elapsed();
    go->release(); // the job ends
    rescue.join();
    QVERIFY2(waited < atOnce, qPrintable(QString::number(waited)));
    if (goes)
        wizard.workshop->close(); // SQLite keeps a file open while another connection of the process locks it
    QTRY_COMPARE_WITH_TIMEOUT(connections(database), 0, patience);
}

QTEST_MAIN(tst_behind_the_lock)
#include "tst_behind_the_lock.moc"
