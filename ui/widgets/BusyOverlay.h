#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace reviewdesk {

/// Covers its parent and says what is being waited for, but only when it takes longer than 300 ms. Clicks do not reach
/// what it covers once it shows; callers refuse a second start by isBusy().
class BusyOverlay : public QWidget {
    Q_OBJECT
public:
    explicit BusyOverlay(QWidget *parent);

    void start(const QString &words);
    void stop();
    bool isBusy() const { return m_busy; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_words;
    QTimer m_delay;
    bool m_busy = false;
};

} // namespace reviewdesk
