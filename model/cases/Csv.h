#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace reviewdesk {

/// One line of fields (RFC 4180), ended by CR LF. What a spreadsheet would take for a formula is marked as text by an
/// apostrophe; what begins like such a mark gets one more. What turns the writing around is isolated (UAX #9).
QByteArray csvLine(const QStringList &fields);
/// The mark by which spreadsheets know UTF-8.
inline constexpr char csvBegin[] = "\xEF\xBB\xBF";
/// A field without the mark and the isolates that csvLine gave it.
QString asTyped(const QString &field);

/// One row of a table, blank ones left out.
struct CsvRow {
    int number = 0; ///< as a spreadsheet counts: the first is 1, blank ones count
    QStringList fields; ///< with csvLine's marks
    QByteArray bytes; ///< as it came, without its end
};

struct CsvTable {
    static constexpr int mostRows = 5'000;
    static constexpr int mostFields = 200; ///< of a row
    QList<CsvRow> rows;
    char separator = ',';
};

/// UTF-8, with or without its mark; comma, semicolon or tab, whichever the first row has most; lines ended by CR LF, LF
/// or CR. Errors with "row 4, column 2" as `place`: `invalid_utf8`, `open_quote` (the file ends within quotes),
/// `stray_text` (after a closing quote), `too_many_fields`, `too_many_rows`.
Result<CsvTable> readCsv(const QByteArray &bytes);

} // namespace reviewdesk
