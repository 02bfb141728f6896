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
    /// As high as its rows: what is around it scrolls.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void placeWanted(const QString &anchor);
    void rowShown(const QRect &row); ///< is current; keep it in sight

protected:
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    /// Whoever comes by Tab starts at the first row; a click or the window itself marks none.
    void focusInEvent(QFocusEvent *event) override;

private:
    int m_height = 0; ///< of all rows, when they were last laid out
};

} // namespace reviewdesk
