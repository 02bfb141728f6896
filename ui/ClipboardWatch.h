#pragma once

#include <QObject>
#include <QTimer>

namespace reviewdesk {

/// Takes what was copied in this program off the clipboard after a minute: it may be member data.
class ClipboardWatch : public QObject {
    Q_OBJECT
public:
    explicit ClipboardWatch(QObject *parent = nullptr);

    /// Now; also the selection that X11 offers to a middle click. What other programs copied stays.
    void forget();
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }

private:
    void noteCopied();

    QTimer m_timer;
};

} // namespace reviewdesk
