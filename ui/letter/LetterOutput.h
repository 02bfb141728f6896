#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"

class QWidget;

namespace reviewdesk {

/// A person's way from a letter to paper or a file. Success with false: the person thought better of it.
Result<bool> printLetter(const ComposedLetter &letter, PageMark mark, QWidget *parent);
/// Asks for a file with a dialog that works by keyboard everywhere, and writes it whole or not at all. As PDF, or as a
/// page for a screen reader where the name ends in .html.
Result<bool> saveLetter(const ComposedLetter &letter, PageMark mark, QWidget *parent);

/// "RD-2026-000123 denial member.pdf": no member's name in a file's name.
QString letterFileName(const ComposedLetter &letter);
/// Writes a file into a folder whole or not at all, beside what is there already under this name: "… (2).pdf". The file's path.
Result<QString> writeLetterFile(const QByteArray &bytes, const QString &folder, const QString &name);

} // namespace reviewdesk
