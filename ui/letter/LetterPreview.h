#pragma once

#include "ui/letter/LetterRendering.h"

#include <QScrollArea>
#include <QTimer>

namespace reviewdesk {

class PaperStack;

/// The letter as it will print: pages under each other, as wide as the room allows, sharp at the screen's scale.
class LetterPreview : public QScrollArea {
    Q_OBJECT
public:
    explicit LetterPreview(QWidget *parent = nullptr);

    void showLetter(const ComposedLetter &letter, PageMark mark);
    /// Scrolls to the sentence and marks it; nothing when the letter has no such place.
    void showPlace(const QString &anchor);
    int pageCount() const;
    QString text() const { return m_letter.text; } ///< the words on the pages

Q_SIGNALS:
    void rendered();

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Home, End and Space besides the arrows and pages
    void resizeEvent(QResizeEvent *event) override;

private:
    qreal fittingScale() const; ///< logical pixels for a point
    void render();

    ComposedLetter m_letter;
    PageMark m_mark = PageMark::Draft;
    PaperStack *m_papers;
    QTimer m_resized;
    int m_request = 0;
    qreal m_shownScale = 0;
};

} // namespace reviewdesk
