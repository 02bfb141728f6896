#pragma once

#include "policy/Policy.h"

#include <QGroupBox>
#include <QList>

class QAbstractButton;
class QGridLayout;

namespace reviewdesk {

class AnswerButton;

/// The choice of one answer: Yes / No / Not documented side by side, or a set of labelled choices. One Tab stop; arrow
/// keys move and choose; Y, N and D answer; Delete takes the answer back.
class AnswerButtons : public QGroupBox {
    Q_OBJECT
public:
    /// `names`: accessible names of the buttons in order, the last is "Not documented"'s.
    AnswerButtons(const Fact &fact, const QStringList &names, QWidget *parent = nullptr);

    int answer() const { return m_answer; } ///< option, Answers::NotDocumented or Answers::Absent
    void setAnswer(int answer); ///< without a signal
    QAbstractButton *button(int answer) const;
    bool isOneRow() const { return !m_grid; }
    QSize minimumSizeHint() const override;
    void focusAnswer(); ///< the chosen button, else the first

Q_SIGNALS:
    void answered(int answer); ///< by a person

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(int answer);
    void step(int by);
    bool segmentsFit() const;
    void layOutSegments();
    void layOutTiles();
    void arrangeTiles(int columns);
    int widestAnswer() const; ///< px

    bool m_yesNo;
    QGridLayout *m_grid = nullptr; ///< of tiles; a row of segments has none
    int m_columns = 0; ///< of tiles
    QList<AnswerButton *> m_buttons; ///< options in order, then not documented
    QList<int> m_answers; ///< of the buttons
    int m_answer;
    bool m_showing = false; ///< the marks are being set, nobody answers
};

} // namespace reviewdesk
