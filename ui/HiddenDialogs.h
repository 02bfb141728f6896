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
    QList<QPointer<QDialog>> m_hidden;
};

} // namespace reviewdesk
