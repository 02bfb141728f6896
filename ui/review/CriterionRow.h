#pragma once

#include "ui/widgets/StatusGlyph.h"

#include <QPushButton>
#include <QTextDocument>

#include <utility>

namespace reviewdesk {

/// What a fact says for the criterion it is read by.
struct FactMark {
    QString words; ///< "Progressive disease"
    QString answer; ///< "No", "not answered"
    Glyph glyph = Glyph::Open; ///< Met: speaks for it; NotMet: against it

    friend bool operator==(const FactMark &, const FactMark &) = default;
};

/// One criterion in the panel: its status as shape and word, its id, the policy's words, and the marks of its facts.
/// Enter or a click asks for its question.
class CriterionRow : public QPushButton {
    Q_OBJECT
public:
    CriterionRow(const QString &id, const QString &words, int depth, QWidget *parent = nullptr);

    /// Repaints only when something is different.
    void setState(Glyph glyph, const QList<FactMark> &marks, bool lit);
    Glyph glyph() const { return m_glyph; }
    bool isLit() const { return m_lit; }
    const QList<FactMark> &marks() const { return m_marks; }
    const QTextDocument &text() const; ///< as it is painted

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int besideId() const;
    bool isUnderId(int width) const;
    QString html() const;
    int widestMark() const; ///< pixels, in one piece
    int longestWord() const; ///< pixels
    int roomFor(int width) const;
    void compose();
    void layOutFor(int width) const;

    QString m_id;
    QString m_words;
    int m_depth;
    Glyph m_glyph = Glyph::NotApplicable;
    QList<FactMark> m_marks;
    bool m_lit = false;
    mutable bool m_textIsOld = true;
    mutable int m_longestWord = -1; ///< pixels; -1: not measured yet
    mutable int m_widestMark = -1;
    mutable bool m_marksBreak = false; ///< one of them is wider than a line
    mutable QTextDocument m_text;
    mutable QList<std::pair<int, int>> m_heights; ///< of this text, by the widths asked for so far
};

} // namespace reviewdesk
