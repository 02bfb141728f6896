#include "ui/Aside.h"
#include "ui/intake/ArrivalRun.h"
#include "ui/intake/WatchedFolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimeZone>

#include <atomic>
#include <memory>
#include <thread>

#include <dirent.h>
#include <dlfcn.h>

using namespace reviewdesk;

namespace {

/// A folder on a share that is away: reading it begins, and does not end before it is back.
std::atomic<bool> isAway = false;
QSemaphore begun;
QSemaphore back;

constexpr char shareName[] = "share-that-is-away";
constexpr int atOnce = 1'000; // milliseconds

/// Brings the share back after a while in any case, so that a test that waits for it ends, and fails.
class Rescue {
public:
    Rescue() : m_thread([this] {
        if (!m_over.tryAcquire(1, 4 * atOnce))
            back.release(8);
    }) { m_time.start(); }
    ~Rescue()
    {
        m_over.release();
        m_thread.join();
    }
    bool isAtOnce() const { return m_time.elapsed() < atOnce; }

private:
    QSemaphore m_over;
    QElapsedTimer m_time;
    std::thread m_thread;
};

} // namespace

// In place of the C library's, for Qt too.
extern "C" __attribute__((visibility("default"))) DIR *opendir(const char *name)
{
    if (isAway && QByteArray(name).contains(shareName)) {
        begun.release();
        back.acquire();
    }
    return reinterpret_cast<DIR *(*)(const char *)>(::dlsym(RTLD_NEXT, "opendir"))(name);
}

/// What runs beside the windows keeps none of them, whatever a disk does.
class tst_aside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        isAway = false;
        back.release(8);
        QTest::qWait(50);
        while (back.tryAcquire())
            ;
        while (begun.tryAcquire())
            ;
    }
    void anAnswerComesToItsThread();
    void nobodyIsWaitedFor();
    void aShareThatIsAwayKeepsNoFolder();
    void aShareThatIsAwayKeepsNoReading();
};

void tst_aside::anAnswerComesToItsThread()
{
    QObject context;
    QThread *answeredOn = nullptr;
    int answer = 0;
    runAside(
        &context, [] { return QThread::currentThread() == qApp->thread() ? -1 : 42; },
        [&](int what) {
            answer = what;
            answeredOn = QThread::currentThread();
        });
    QTRY_COMPARE(answer, 42);
    QCOMPARE(answeredOn, QThread::currentThread());
}

void tst_aside::nobodyIsWaitedFor()
{
    const auto go = std::make_shared<QSemaphore>();
    const auto done = std::make_shared<std::atomic<bool>>(false);
    bool isTold = false;
    auto context = std::make_unique<QObject>();
    runAside(
        context.get(),
        [go, done] {
            go->acquire();
            *done = true;
            return 1;
        },
        [&isTold](int) { isTold = true; });
    context.reset();
    QVERIFY(!*done);
    go->release();
    QTRY_VERIFY(*done);
    QTest::qWait(50);
    QVERIFY(!isTold);
}

void tst_aside::aShareThatIsAwayKeepsNoFolder()
{
    QTemporaryDir parent;
    const QString folder = parent.filePath(QLatin1String(shareName));
    QVERIFY(QDir().mkpath(folder));
    auto watched = std::make_unique<WatchedFolder>();
    isAway = true;
    watched->watch(folder);
    QVERIFY(begun.tryAcquire(1, 5'000));
    isAway = false; // for who asks from now on: the folder is removed at the end
    const Rescue rescue;
    watched.reset();
    QVERIFY(rescue.isAtOnce());
}

void tst_aside::aShareThatIsAwayKeepsNoReading()
{
    const Result<std::shared_ptr<const Rulebook>> rulebook =
        loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
    auto run = std::make_unique<ArrivalRun>(*rulebook);
    run->start(
        [] {
            begun.release();
            back.acquire();
            return Result<QByteArray>(QByteArray("{}"));
        },
        QDateTime::currentDateTimeUtc());
    QVERIFY(begun.tryAcquire(1, 5'000));
    const Rescue rescue;
    run.reset();
    QVERIFY(rescue.isAtOnce());
}

QTEST_GUILESS_MAIN(tst_aside)
#include "tst_aside.moc"
