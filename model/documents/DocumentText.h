#pragma once

#include "cases/ReviewCase.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace reviewdesk {

/// A word of a page with its place; of a recognised page.
struct PageWord {
    int start = 0; ///< in the page's text
    int length = 0;
    PagePlace place;
    int confidence = 100; ///< per cent

    friend bool operator==(const PageWord &, const PageWord &) = default;
};

/// The text of one page: what the document itself says, or what was recognised in its picture.
struct DocumentText {
    QString text;
    bool recognised = false;
    QList<PageWord> words; ///< of a recognised page, in the order of the text; a PDF tells places itself (DocumentPages)

    int confidence() const; ///< of a recognised page: mean of its words weighted by their length, per cent
    bool isBlank() const { return text.trimmed().isEmpty(); }
    friend bool operator==(const DocumentText &, const DocumentText &) = default;
};

/// As it is kept beside the document (Workspace::keepDocumentTexts) and back; nothing when it is not in this form.
QByteArray toJson(const DocumentText &text);
std::optional<DocumentText> documentTextFromJson(const QByteArray &json);

/// A stretch of a page's text.
struct TextRange {
    int start = 0;
    int length = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Every place of `wanted` in the text, whatever its capitals, accents and line ends: white space, and a hyphen at a
/// line's end, stand for each other.
QList<TextRange> findIn(const QString &text, const QString &wanted);

/// The sentence around a range, at most `longest` characters: for a quote.
TextRange sentenceAround(const QString &text, const TextRange &range, int longest = 400);
/// Whole words instead of parts of them.
TextRange wholeWords(const QString &text, const TextRange &range);
/// The words of a range as a quote has them: white space folded, words joined that a line's end had cut.
QString quoteOf(const QString &text, const TextRange &range);

/// Where the words of a range stand on a recognised page, line by line.
QList<PagePlace> placesOf(const DocumentText &page, const TextRange &range);
/// The words between two points of a recognised page, in reading order, and those within a rectangle.
TextRange rangeBetween(const DocumentText &page, const PagePlace &from, const PagePlace &to);
TextRange rangeWithin(const DocumentText &page, const PagePlace &frame);
/// Neighbours on one line become one place.
QList<PagePlace> joinedLines(QList<PagePlace> places);

} // namespace reviewdesk
