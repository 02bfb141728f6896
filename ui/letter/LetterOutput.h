#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"

class QWidget;

namespace reviewdesk {

/// A person's way from a letter to paper or a file. Success with false: the person thought better of it.
Result<bool> printLetter(const ComposedLetter &letter, PageMark mark, QWidget *parent);
/// Asks for a file with a dialog that works by keyboard everywhere, and writes it whole or not at all.
Result<bool> saveLetterPdf(const ComposedLetter &letter, PageMark mark, QWidget *parent);

} // namespace reviewdesk
