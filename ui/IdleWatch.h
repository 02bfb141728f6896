#pragma once

#include <QObject>
#include <QTimer>

namespace reviewdesk {

/// Says when nobody has touched keyboard or mouse for a while.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(int minutes, QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace reviewdesk
