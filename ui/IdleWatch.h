#pragma once

#include "support/Clock.h"

#include <QObject>
#include <QTimer>

namespace reviewdesk {

/// Minutes after which the window locks itself, as this person chose on this computer; 0: as the workspace says.
int ownIdleMinutes();
void chooseIdleMinutes(int minutes);
/// What holds: the sooner of the workspace's and one's own.
int idleMinutesInForce(int ofWorkspace);

/// Says when nobody has touched keyboard or mouse for a while by `clock`: also when the computer slept meanwhile.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    /// `clock` outlives the watch.
    explicit IdleWatch(const Clock &clock, QObject *parent = nullptr);

    void setMinutes(int ofWorkspace); ///< one's own are looked up each time
    int minutes() const { return m_minutes; }
    void start();
    void stop();
    void look(); ///< now, not only when it is time

Q_SIGNALS:
    void idle(); ///< once, and then no more until it is started again

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    int m_minutes;
    QDateTime m_touched;
    QTimer m_timer;
};

} // namespace reviewdesk
