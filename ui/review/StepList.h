#pragma once

#include "ui/review/Steps.h"

#include <QFrame>
#include <QPushButton>

class QScrollArea;

namespace reviewdesk {

/// One step: a shape for how it stands, its title and what it still lacks.
class StepButton : public QPushButton {
    Q_OBJECT
public:
    explicit StepButton(QWidget *parent = nullptr);

    void setStep(const Step &step, int number, bool current);
    const Step &step() const { return m_step; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textLeft() const;
    int roomFor(int width) const; ///< of the words, at this width of the button

    Step m_step;
    bool m_current = false;
};

/// The steps of the wizard at the left, with what each still lacks. One Tab stop; up and down move, Enter goes there. In a window
/// too low for all of them they scroll, with the current one in sight.
class StepList : public QFrame {
    Q_OBJECT
public:
    explicit StepList(ReviewSession &session, QWidget *parent = nullptr);

    void setCurrent(const QString &stepId);
    QList<StepButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    void stepWanted(const QString &stepId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showCurrent();

    ReviewSession &m_session;
    QScrollArea *m_scroll;
    QList<StepButton *> m_buttons;
    QString m_current;
};

} // namespace reviewdesk
