#include "ui/intake/ArrivalRun.h"
#include "ui/intake/WatchedFolder.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace reviewdesk;

namespace {

constexpr int soon = 20; // ms between looks
constexpr int settled = 400; // ms without growth

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("%s", qPrintable(path));
}

} // namespace

/// A folder that files come into slowly, and the reading of what came.
class TestWatchedFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsWholeOnceItHasStoppedGrowing()
    {
        QTemporaryDir folder;
        WatchedFolder watched;
        watched.setPace(soon, settled);
        watched.watch(folder.path());
        const QString path = folder.filePath(QStringLiteral("slow.json"));
        append(path, "{");
        QTRY_COMPARE(watched.files().size(), 1);
        for (int part = 0; part < 8; ++part) { // longer in the making than the time to settle
            QTest::qWait(settled / 4);
            QVERIFY(!watched.files().first().isWhole);
            append(path, "\"a\":1,");
        }
        QTRY_VERIFY(watched.files().first().isWhole);
        QCOMPARE(watched.files().first().size, QFileInfo(path).size());
        append(path, "}"); // grows again
        QTRY_VERIFY(!watched.files().first().isWhole);
        QTRY_VERIFY(watched.files().first().isWhole);
    }

    void onlyMessagesAreListedNewestFirst()
    {
        QTemporaryDir folder;
        for (const char *name : {"one.json", "two.json", "notes.txt", "half.json.part"})
            append(folder.filePath(QLatin1String(name)), "{}");
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("sub.json")));
        QFile one(folder.filePath(QStringLiteral("one.json")));
        QVERIFY(one.open(QIODevice::ReadWrite) &&
            one.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        one.close();
        WatchedFolder watched;
        watched.setPace(soon, settled);
        watched.watch(folder.path());
        QTRY_COMPARE(watched.files().size(), 2);
        QVERIFY(watched.files().at(0).path.endsWith(QLatin1String("two.json")));
        QVERIFY(watched.files().at(1).path.endsWith(QLatin1String("one.json")));
    }

    void aFolderThatIsNotThereMayComeBack()
    {
        QTemporaryDir parent;
        const QString path = parent.filePath(QStringLiteral("later"));
        WatchedFolder watched;
        watched.setPace(soon, settled);
        watched.watch(path);
        QTest::qWait(5 * soon);
        QVERIFY(!watched.isThere());
        QVERIFY(QDir().mkpath(path));
        append(path + QStringLiteral("/a.json"), "{}");
        QTRY_VERIFY(watched.isThere());
        QTRY_COMPARE(watched.files().size(), 1);
        QVERIFY(QDir(path).removeRecursively());
        QTRY_VERIFY(!watched.isThere());
        QVERIFY(watched.files().isEmpty());
        watched.watch({});
        QVERIFY(watched.folder().isEmpty());
    }

    /// Reading that is stopped says nothing any more, and the next one is not kept waiting by its answer.
    void whatIsStoppedIsNotHeardOf()
    {
        const Result<std::shared_ptr<const Rulebook>> rulebook =
            loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
        ArrivalRun run(*rulebook);
        QSignalSpy read(&run, &ArrivalRun::read);
        QSemaphore go;
        run.start(
            [&go] {
                go.acquire();
                return Result<QByteArray>(QByteArray("slow"));
            },
            QDateTime::currentDateTimeUtc());
        QVERIFY(run.isUnderWay());
        run.stop();
        QVERIFY(!run.isUnderWay());
        run.start([] { return Result<QByteArray>(QByteArray("{\"facts\":{}}")); }, QDateTime::currentDateTimeUtc());
        go.release();
        QTRY_COMPARE(read.size(), 1);
        const auto reading = read.first().first().value<std::shared_ptr<const fhir::ArrivalReading>>();
        QVERIFY(reading->ok()); // the second
        QTest::qWait(50);
        QCOMPARE(read.size(), 1);
    }

    void aFileThatCannotBeReadIsAProblem()
    {
        const Result<std::shared_ptr<const Rulebook>> rulebook =
            loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
        ArrivalRun run(*rulebook);
        QSignalSpy read(&run, &ArrivalRun::read);
        run.start([] { return fhir::arrivalBytes(QStringLiteral("/nowhere/a.json")); }, QDateTime::currentDateTimeUtc());
        QTRY_COMPARE(read.size(), 1);
        const auto reading = read.first().first().value<std::shared_ptr<const fhir::ArrivalReading>>();
        QCOMPARE(reading->problems.size(), 1);
        QCOMPARE(reading->problems.first().code, QStringLiteral("unreadable"));
    }
};

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "tst_watched_folder.moc"
