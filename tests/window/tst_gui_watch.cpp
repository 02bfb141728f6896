#include "tests/window/GuiWatch.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QPushButton>
#include <QShortcut>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace reviewdesk;

namespace {

/// Keeps this thread at work, for so many milliseconds of the processor's time.
void work(double milliseconds)
{
    const auto now = [] {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    for (const double until = now() + milliseconds; now() < until;) { }
}

} // namespace

/// The watch of the window tests: it finds a planted block, says what ran, and takes nothing else for one.
class tst_gui_watch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { GuiWatch::running()->takeBlocks(); }
    void aBlockIsFoundAndSaysWhatRan();
    void workBelowTheLimitIsNone();
    void aShortcutIsNamed();
    void aWaitIsNotJudged();
    void anEventLoopWithinAnEventIsNone();
    void aBlockBeforeOrAfterSuchALoopIsFound();
    void oneOfSeveralSentEventsIsNamed();

private:
    static QStringList blocksOf(const std::function<void()> &handler);
};

/// A button is pressed whose slot is `handler`.
QStringList tst_gui_watch::blocksOf(const std::function<void()> &handler)
{
    QPushButton button(QStringLiteral("Quintessa Marlowe"));
    button.setObjectName(QStringLiteral("Quintessa Marlowe"));
    QObject::connect(&button, &QPushButton::clicked, &button, handler);
    button.show();
    if (!QTest::qWaitForWindowExposed(&button))
        return {QStringLiteral("no window")};
    QTest::qWait(50);
    GuiWatch::running()->takeBlocks();
    GuiWatch::running()->takeLongest();
    QTimer::singleShot(0, &button, &QPushButton::click);
    QTest::qWait(50);
    return GuiWatch::running()->takeBlocks();
}

void tst_gui_watch::aBlockIsFoundAndSaysWhatRan()
{
    const QStringList blocks = blocksOf([] { work(GuiWatch::limit() * 1.5); });
    QCOMPARE(blocks.size(), 1);
    QVERIFY2(blocks.first().contains(QLatin1String("MetaCall to")) ||
            blocks.first().contains(QLatin1String("Timer to")), qPrintable(blocks.first()));
    QVERIFY2(blocks.first().contains(QLatin1String(" ms (limit ")), qPrintable(blocks.first()));
    QVERIFY2(!blocks.first().contains(QLatin1String("Quintessa")), qPrintable(blocks.first()));
}

void tst_gui_watch::workBelowTheLimitIsNone()
{
    QCOMPARE(blocksOf([] { work(20); }), QStringList());
    const QString longest = GuiWatch::running()->takeLongest(); // it is told, that nobody is surprised by the next few
    QVERIFY2(longest.startsWith(QLatin1String("2")), qPrintable(longest));
    QCOMPARE(GuiWatch::running()->takeLongest(), QString());
}

void tst_gui_watch::aShortcutIsNamed()
{
    QWidget window;
    QObject::connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+J")), &window), &QShortcut::activated, &window,
        [] { work(GuiWatch::limit() * 1.5); });
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    GuiWatch::running()->takeBlocks();
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    const QStringList blocks = GuiWatch::running()->takeBlocks();
    QCOMPARE(blocks.size(), 1);
    QVERIFY2(blocks.first().endsWith(QLatin1String("Shortcut Ctrl+J to QShortcut")), qPrintable(blocks.first()));
}

void tst_gui_watch::aWaitIsNotJudged()
{
    QCOMPARE(blocksOf([] { QTest::qSleep(300); }), QStringList());
}

void tst_gui_watch::anEventLoopWithinAnEventIsNone()
{
    const auto dialog = [] {
        QEventLoop loop;
        QObject worker;
        for (int i = 0; i < 8; ++i) // events of their own, together over the limit
            QMetaObject::invokeMethod(&worker, [] { work(20); }, Qt::QueuedConnection);
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    };
    QCOMPARE(blocksOf(dialog), QStringList());
}

void tst_gui_watch::aBlockBeforeOrAfterSuchALoopIsFound()
{
    const auto dialog = [] {
        work(GuiWatch::limit() * 1.5);
        QEventLoop loop;
        QTimer::singleShot(1, &loop, &QEventLoop::quit);
        loop.exec();
        work(GuiWatch::limit() * 1.5);
    };
    QCOMPARE(blocksOf(dialog).size(), 2);
}

void tst_gui_watch::oneOfSeveralSentEventsIsNamed()
{
    class Slow : public QWidget {
    public:
        bool event(QEvent *event) override
        {
            if (event->type() == QEvent::User)
                work(GuiWatch::limit() * 1.5);
            return QWidget::event(event);
        }
    };
    const QStringList blocks = blocksOf([] {
        Slow slow;
        QEvent event(QEvent::User);
        QCoreApplication::sendEvent(&slow, &event);
    });
    QCOMPARE(blocks.size(), 1);
    QVERIFY2(blocks.first().endsWith(QLatin1String("> User to QWidget")), qPrintable(blocks.first()));
}

REVIEWDESK_WINDOW_MAIN(tst_gui_watch)
#include "tst_gui_watch.moc"
