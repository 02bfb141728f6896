#include "tests/window/GuiWatch.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QKeySequence>
#include <QMetaEnum>
#include <QShortcutEvent>
#include <QThread>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <sys/resource.h>
#include <utility>

namespace reviewdesk {

namespace {

constexpr double noticed = 50; ///< ms
constexpr double sharedCore = 1.5; ///< times as long as on a core of its own, at least
constexpr double crowdedCore = 4; ///< and at most
constexpr double worthTelling = 10; ///< ms, of a part of an event

double milliseconds(clockid_t clock)
{
    timespec now = {};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double worked()
{
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

/// How often this thread gave up its core of itself: waited.
long waits()
{
    rusage usage = {};
    getrusage(RUSAGE_THREAD, &usage);
    return usage.ru_nvcsw;
}

} // namespace

GuiWatch::GuiWatch(int &argc, char **argv) : QApplication(argc, argv)
{
    const QAbstractEventDispatcher *dispatcher = eventDispatcher();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &GuiWatch::loopRan);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &GuiWatch::loopRan);
}

GuiWatch *GuiWatch::running()
{
    return qobject_cast<GuiWatch *>(QCoreApplication::instance());
}

double GuiWatch::limit()
{
    double load = 0;
    const double share = ::getloadavg(&load, 1) == 1 ? load / QThread::idealThreadCount() : 0;
#ifdef NDEBUG
    constexpr double build = 1;
#else
    constexpr double build = 2;
#endif
    return noticed * build * (share > 1 ? std::clamp(share, sharedCore, crowdedCore) : 1);
}

QStringList GuiWatch::takeBlocks()
{
    return std::exchange(m_blocks, {});
}

QString GuiWatch::takeLongest()
{
    m_longest = 0;
    return std::exchange(m_longestWords, {});
}

QString GuiWatch::words(const Step &step)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(step.event);
    QString event = name ? QString::fromLatin1(name) : QString::number(step.event);
    if (step.shortcut.toCombined() != 0)
        event += QLatin1Char(' ') + QKeySequence(step.shortcut).toString();
    return QStringLiteral("%1 to %2").arg(event, QString::fromLatin1(step.receiver));
}

bool GuiWatch::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const bool fromLoop = m_frames.empty() || m_frames.back().loops;
    Frame frame;
    frame.step.event = event->type();
    frame.step.receiver = receiver->metaObject()->className(); // afterwards it may be gone
    if (event->type() == QEvent::Shortcut)
        frame.step.shortcut = static_cast<const QShortcutEvent *>(event)->key()[0];
    frame.from = worked();
    if (fromLoop) {
        m_from = frame.from;
        m_wallFrom = milliseconds(CLOCK_MONOTONIC);
        m_waitsFrom = waits();
    }
    m_frames.push_back(std::move(frame));
    const bool result = QApplication::notify(receiver, event);
    const double now = worked();
    if (fromLoop)
        check(now, m_frames.size() - 1, m_frames.back().within);
    const Frame done = std::move(m_frames.back());
    m_frames.pop_back();
    const double took = now - qMax(done.from, m_from);
    if (fromLoop) {
        m_from = now;
    } else if (took > worthTelling && took > m_frames.back().longest) {
        m_frames.back().longest = took;
        m_frames.back().within = {done.step};
        m_frames.back().within.insert(m_frames.back().within.end(), done.within.begin(), done.within.end());
    }
    return result;
}

/// The events that are being worked off run an event loop: what they did before is over.
void GuiWatch::loopRan()
{
    if (m_frames.empty())
        return;
    std::size_t first = m_frames.size() - 1;
    while (first > 0 && !m_frames[first - 1].loops)
        --first;
    check(worked(), first, {});
    m_frames.back().loops = true;
    m_from = worked();
    m_wallFrom = milliseconds(CLOCK_MONOTONIC);
    m_waitsFrom = waits();
}

void GuiWatch::check(double now, std::size_t first, const std::vector<Step> &within)
{
    const double took = now - m_from;
    const double waited = milliseconds(CLOCK_MONOTONIC) - m_wallFrom - took;
    const bool isWait = waited > noticed && waits() > m_waitsFrom;
    const bool isLongest = took > worthTelling && took > m_longest;
    if (took <= noticed && !isWait && !isLongest)
        return;
    QStringList way;
    for (std::size_t frame = first; frame < m_frames.size(); ++frame)
        way.append(words(m_frames[frame].step));
    for (const Step &step : within)
        way.append(words(step));
    const QString what = way.join(QStringLiteral(" > "));
    const double most = limit();
    const QString told = QStringLiteral("%1 ms (limit %2 ms): %3").arg(took, 0, 'f', 0).arg(most, 0, 'f', 0).arg(what);
    if (isLongest) {
        m_longest = took;
        m_longestWords = told;
    }
    if (took > most)
        m_blocks.append(told);
    else if (isWait)
        qInfo("the window waited %.0f ms, which is not judged: %s", waited, qPrintable(what));
}

} // namespace reviewdesk
