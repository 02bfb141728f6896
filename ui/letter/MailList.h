#pragma once

#include "ui/letter/LetterRun.h"

#include <QTimeZone>

namespace reviewdesk {

/// The letters of a run that went out, for the mail room: number, letter, name, address, pages, code and when. A cell of
/// the CSV that a spreadsheet would take for a formula is written as text.
QByteArray mailListCsv(const QList<RunEntry> &entries, const QTimeZone &zone);

/// To `file`, as PDF where its name ends so, else as CSV; whole or not at all.
Result<void> writeMailList(
    const QList<RunEntry> &entries, const QTimeZone &zone, const QDateTime &now, const QString &file);

} // namespace reviewdesk
