#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

namespace reviewdesk {

/// The program's dialogs while its window is locked: what is typed in them waits for its owner.
class HiddenDialogs : public QObject {
    Q_OBJECT
public:
    /// One that is waited for (exec) is answered with no, as are those that something is written by while they show how
    /// far it is (property "stopsAtLock"). From now on one that an answer opens behind the lock waits with the others.
    void hide();
    void bringBack(); ///< each over its own
    void drop(); ///< somebody else signs in

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Hidden {
        QPointer<QDialog> dialog;
        QPointer<QWidget> focus; ///< had it: a window that is made active while it is hidden passes it on
    };
    void putAway(const Hidden &one);
    QList<Hidden> taken(); ///< each after the one that it is over; none is put away any more

    QList<Hidden> m_hidden;
    bool m_locked = false;
};

} // namespace reviewdesk
