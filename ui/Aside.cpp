#include "ui/Aside.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <utility>

namespace reviewdesk {

namespace {

/// Never destroyed: who hangs at a share that is away goes with the process.
QThreadPool &threadsAside()
{
    static QThreadPool *const pool = [] {
        constexpr int most = 64; // those that hang keep no other from its work
        auto *made = new QThreadPool;
        made->setMaxThreadCount(most);
        return made;
    }();
    return *pool;
}

/// What is about to end does so before the program is taken apart under it.
void waitAtTheEnd()
{
    constexpr int patience = 3'000; // milliseconds
    threadsAside().clear();
    threadsAside().waitForDone(patience);
}

} // namespace

void runAside(std::function<void()> work)
{
    static const bool isWaitedFor = [] {
        qAddPostRoutine(waitAtTheEnd);
        return true;
    }();
    Q_UNUSED(isWaitedFor)
    threadsAside().start(std::move(work));
}

void tellWindows(QPointer<const QObject> context, std::function<void()> news)
{
    // the guard is asked on the windows' thread only, where its object lives and dies
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [context = std::move(context), news = std::move(news)] {
            if (context)
                news();
        },
        Qt::QueuedConnection);
}

} // namespace reviewdesk
