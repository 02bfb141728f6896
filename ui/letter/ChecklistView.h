#pragma once

#include "letter/LetterComposer.h"

#include <QListWidget>

namespace reviewdesk {

/// What the letter must say, each with whether it does, in shape and words. Moving to a row asks for its sentence.
class ChecklistView : public QListWidget {
    Q_OBJECT
public:
    explicit ChecklistView(QWidget *parent = nullptr);

    void setChecklist(const QList<ChecklistRow> &rows);
    QString anchorAt(int row) const;

Q_SIGNALS:
    void placeWanted(const QString &anchor);

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// Whoever comes by Tab starts at the first row; a click or the window itself marks none.
    void focusInEvent(QFocusEvent *event) override;
};

} // namespace reviewdesk
