#pragma once

#include "policy/Evaluation.h"
#include "ui/widgets/Theme.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace reviewdesk {

/// A status as a shape: met = round check, not met = square cross, open = hollow round question mark, not applicable =
/// dash; later = small hollow round (a step that waits for others), alert = square exclamation mark. Not met where
/// nothing asks for it = a quiet cross without a ground; its word is "not met" all the same.
enum class Glyph { Met, NotMet, Open, NotApplicable, Later, Alert, NotMetQuiet };

Glyph glyphOf(CriterionStatus status);
/// "met", "not met", "open", "does not apply": the words that always stand beside the shape or are heard instead of it.
QString glyphWord(Glyph glyph);
/// Paints the shape into the middle of `rect`, 16 px at text scale 1. `inside`, one or two characters, replaces the
/// mark ("2" open answers).
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QString &inside = {});
/// Side of a glyph in pixels at the text scale in force.
int glyphSide();

/// The shape as a small widget; what it says is its accessible name.
class StatusGlyph : public QWidget {
    Q_OBJECT
public:
    explicit StatusGlyph(Glyph glyph, QWidget *parent = nullptr);

    Glyph glyph() const { return m_glyph; }
    QString inside() const { return m_inside; }
    void setGlyph(Glyph glyph, const QString &inside = {});
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Glyph m_glyph;
    QString m_inside;
};

} // namespace reviewdesk
