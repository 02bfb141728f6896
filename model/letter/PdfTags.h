#pragma once

#include "letter/LetterStructure.h"

#include <string>

class QPDF;

namespace reviewdesk {

/// Makes a tagged PDF (ISO 32000-1, 14.8) of a letter that was painted with its codes: each page's content is marked,
/// and a structure tree says what is a heading, a list, a table's head, and in which order all is read. Empty when it
/// is done; else why it could not be, and the pages stay as they were: a letter without tags is better than none.
/// Throws what libqpdf throws.
std::string writeTags(QPDF &pdf, const LetterStructure &structure);

/// Qt says of a font's space that it is a tabulator, and of what no character has that it is U+0000: it is a space, and
/// nothing is said of the other.
void correctCharacterMaps(QPDF &pdf);

} // namespace reviewdesk
