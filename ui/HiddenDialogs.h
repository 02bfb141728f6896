#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

namespace reviewdesk {

/// The program's dialogs while its window is locked: what is typed in them waits for its owner.
class HiddenDialogs {
public:
    /// One that is waited for (exec) is answered with no, as are those that something is written by while they show how
    /// far it is (property "stopsAtLock").
    void hide();
    void bringBack(); ///< each over its own
    void drop(); ///< somebody else signs in

private:
    struct Hidden {
        QPointer<QDialog> dialog;
        QPointer<QWidget> focus; ///< had it: a window that is made active while it is hidden passes it on
    };
    QList<Hidden> m_hidden;
};

} // namespace reviewdesk
