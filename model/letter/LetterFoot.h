#pragma once

#include "letter/LetterHtml.h"
#include "letter/LetterPaper.h"

#include <QString>

class QPainter;

namespace reviewdesk {

struct LetterStructure;

/// What every page of a letter bears besides its text: the foot with case number, code and page, and a mark across it.
/// Units as LetterLayout's.
class LetterFoot {
public:
    explicit LetterFoot(const ComposedLetter &letter);

    void setPoints(qreal points) { m_points = points; }
    qreal lineHeight() const;
    /// Height of all of it, down to the paper's edge.
    qreal height() const;
    /// The mark and the code of the last page are read after the letter's text, and have their codes there; what else
    /// stands in a foot is not read.
    void addTo(LetterStructure &structure);

    void paint(QPainter &painter, int page, int pages, PageMark mark) const;
    void paintMark(QPainter &painter, PageMark mark) const;

private:
    QString m_caseNumber;
    QString m_code;
    FootWords m_words;
    qreal m_points = 8.5;
    int m_markCode = -1; ///< -1: colours bear no codes
    int m_codeCode = -1;
};

} // namespace reviewdesk
