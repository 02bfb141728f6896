#pragma once

#include "cases/ReviewCase.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace reviewdesk {

class Card;

/// One stop of a tour: what is said, and the widget that it is said of.
struct TourStop {
    QString title;
    QString words;
    std::function<void()> go; ///< brings the page up where it is not; it may take its time. Empty: it is there
    std::function<QWidget *()> anchor; ///< asked again until it gives the widget
};

/// A tour of the window: one thing at a time is lit, with a few words beside it. Nothing under it can be operated, by
/// mouse or by keys, until it is ended by Escape or its button; locking and the help (F1), which
/// covers it and gives it back, are all that still works. The focus stays on its buttons, which tell assistive technology
/// what the stop says.
class Tour : public QWidget {
    Q_OBJECT
public:
    explicit Tour(QWidget *window);

    void start(const QList<TourStop> &stops);
    void dismiss(); ///< as if it had not been there: while the screen is locked
    bool isRunning() const { return m_current >= 0; }
    int current() const { return m_current; } ///< -1: none
    int count() const { return static_cast<int>(m_stops.size()); }
    QRect lit() const { return m_lit; } ///< in this widget; empty while the stop's page is on its way
    QWidget *card() const;

Q_SIGNALS:
    void ended(); ///< by the person: at its end or before

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void goTo(int stop);
    void seek(); ///< the stop's widget
    void say();
    void end();
    void watch(QWidget *anchor);
    void fit();
    QPoint placeFor(const QSize &card) const;
    void keepFocus(const QWidget *now);
    QList<QPushButton *> buttons() const; ///< that can be pressed, in their order

    QList<TourStop> m_stops;
    int m_current = -1;
    int m_tries = 0;
    bool m_backwards = false;
    QPointer<QWidget> m_anchor;
    QList<QPointer<QWidget>> m_watched;
    QPointer<QWidget> m_before; ///< had the focus
    QRect m_lit;
    QTimer m_seek;
    Card *m_card;
    QLabel *m_place;
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_next;
    QObject m_focusWatch; ///< the last member: it ends before the rest does, and is told nothing of a focus lost by that
};

/// Whether whoever works at this computer has closed the tour of this role.
bool isTourSeen(Role role);
void rememberTour(Role role);

} // namespace reviewdesk
