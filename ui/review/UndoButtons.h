#pragma once

#include <QWidget>

class QPushButton;

namespace reviewdesk {

class ReviewSession;

/// Undo and redo of a draft, by button and by Ctrl+Z and Ctrl+Shift+Z anywhere on `page`. An entry whose text is no
/// part of the draft yet keeps these keys for itself: its property "ownUndo" is true.
class UndoButtons : public QWidget {
    Q_OBJECT
public:
    UndoButtons(ReviewSession &session, QWidget *page);

    QPushButton *undo() const { return m_undo; }
    QPushButton *redo() const { return m_redo; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    ReviewSession &m_session;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QObject m_focusWatch; ///< the last member: it ends before the rest does, and is told nothing of a focus lost by that
};

} // namespace reviewdesk
