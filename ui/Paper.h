#pragma once

#include <QLocale>
#include <QPageSize>

namespace reviewdesk {

/// The paper of reports, lists and keys: as the country has it, or what this person chose on this computer.
/// Determination letters are always US Letter (letter/LetterPaper).
enum class Paper { Country, Letter, A4 };

Paper chosenPaper();
void choosePaper(Paper paper);
/// US Letter where CLDR says that a country prints on it, A4 elsewhere; Letter where the country is not known.
QPageSize::PageSizeId paperOf(const QLocale &locale);
QPageSize paperSize(); ///< that is in force

} // namespace reviewdesk
