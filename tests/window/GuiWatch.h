#pragma once

#include <QApplication>
#include <QKeyCombination>
#include <QStringList>

#include <vector>

namespace reviewdesk {

/// The application of a window test. It sees every event that the GUI thread works off, and keeps those that took longer
/// than a person at the keyboard would not notice. What counts is the processor's time of this thread, not the clock's:
/// what other programs of the machine take is not the window's doing. So it does not judge a wait (for the disk, for
/// another thread), which it only tells. An event loop within an event (a dialog's exec) is no block: what it works off
/// is measured by itself.
class GuiWatch : public QApplication {
    Q_OBJECT
public:
    GuiWatch(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /// Milliseconds of work that one event may take: 50, and on a machine with more to do than it has cores 1.5 to 4 times
    /// as much, by how many want each core, because there the same work takes more of it. Twice that where nothing is optimised.
    static double limit();
    /// "67 ms (limit 50 ms): MouseButtonRelease to QWidgetWindow > … to reviewdesk::AnswerButtons": event types and
    /// classes and which shortcut it was, no words of the screen. Those since the last call.
    QStringList takeBlocks();
    /// The longest since the last call in the same words, block or not; empty when there was none worth telling.
    QString takeLongest();
    /// The running one; null in a program that was started with another application.
    static GuiWatch *running();

private:
    struct Step {
        int event = 0;
        const char *receiver = nullptr;
        QKeyCombination shortcut = QKeyCombination::fromCombined(0); ///< of a Shortcut event
    };
    struct Frame {
        Step step;
        double from = 0;
        bool loops = false; ///< it runs an event loop of its own
        double longest = 0; ///< of what was sent from within it
        std::vector<Step> within; ///< the way to that
    };

    void loopRan();
    void check(double now, std::size_t first, const std::vector<Step> &within);
    static QString words(const Step &step);

    std::vector<Frame> m_frames;
    double m_from = 0; ///< since when nothing new was worked off
    double m_wallFrom = 0;
    long m_waitsFrom = 0;
    QStringList m_blocks;
    double m_longest = 0;
    QString m_longestWords;
};

} // namespace reviewdesk

/// As QTEST_MAIN, under the watch.
#define REVIEWDESK_WINDOW_MAIN(TestClass)                                                                              \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        reviewdesk::GuiWatch application(argc, argv);                                                                  \
        TestClass test;                                                                                                \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
