#pragma once

#include <QString>

#include <vector>

class QTextDocument;

namespace reviewdesk {

/// A letter as a tree in reading order: what its pages look like is told to those who do not see them.
struct LetterPart {
    enum class Kind { Document, Heading, Paragraph, List, Item, Table, Row, HeaderCell, Cell };
    Kind kind = Kind::Paragraph;
    int level = 0; ///< of a heading, from 1
    bool headsColumn = false; ///< a HeaderCell; else it heads its row
    std::vector<int> runs; ///< codes of the texts in it, where it has no parts
    std::vector<LetterPart> parts;
};

/// A piece of text in one language. Its code is its place in LetterStructure::runs, from 1.
struct LetterTextRun {
    int block = 0; ///< index into LetterStructure::blocks
    QString language; ///< of this piece, where it is not the letter's: "en"
};

/// A paragraph as it was laid out.
struct LetterTextBlock {
    std::vector<bool>
        spaceAfterLine; ///< a line each that shows something: its end parts words, though no space is painted there
    bool repeats = false; ///< stands again on each page that its table goes on to
    bool optional = false; ///< may not have been painted at all
};

struct LetterStructure {
    LetterPart document{LetterPart::Kind::Document, 0, false, {}, {}};
    std::vector<LetterTextRun> runs;
    std::vector<LetterTextBlock> blocks;

    /// A paragraph of one line at the end; gives its code.
    int addLine();
};

/// Takes what QTextDocument does not keep (heads of rows, languages of single words) through its import of the HTML.
QString withTagHints(QString html);
/// Gives each text in the document its code, as its colour (TagColour); before it is laid out.
void codeTexts(QTextDocument &document, LetterStructure &structure);
/// Reads parts and lines off the document as it is laid out at last.
void readParts(const QTextDocument &document, LetterStructure &structure);

} // namespace reviewdesk
