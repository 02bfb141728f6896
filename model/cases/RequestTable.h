#pragma once

#include "cases/ReviewCase.h"
#include "support/Result.h"

#include <QByteArray>
#include <QTimeZone>

namespace reviewdesk {

/// A field of a request with the column that holds it.
struct RequestCell {
    QString field; ///< JSON pointer into the case file: "/member/name"; empty: of no known column
    QString column; ///< as the first row names it
    QString value; ///< as it stands there

    friend bool operator==(const RequestCell &, const RequestCell &) = default;
};

/// One request of a table.
struct RequestRow {
    int row = 0; ///< as a spreadsheet counts
    ReviewCase draft; ///< without answers; what the row says of it waits to be confirmed (SentValues.h)
    QList<RequestCell> cells; ///< that hold something
    QList<Error> problems; ///< of each cell that cannot be read: "row 4, column birth_date"
    int sameAs = 0; ///< an earlier row of the file that says the same; 0: none
    QString key; ///< by which the same row is known again
    QByteArray content; ///< the first row and this one, as they came

    bool ok() const { return problems.isEmpty(); }
};

/// Requests as a table of text, one a row (README, *Requests as a table*). The first row names the columns; their
/// order does not matter, and a column may be missing. Those that are not known are passed over and kept with the row.
struct RequestTable {
    QList<RequestRow> rows;
    QStringList passedOver; ///< names of columns
};

/// Whether these bytes are a table rather than a JSON text.
bool isRequestTable(const QByteArray &bytes);

/// `receivedAt`: of a row that does not say when its request was received; a time without an offset is of `zone`.
/// Cells that cannot be read are problems of their row. Errors besides those of readCsv: `no_columns`,
/// `repeated_column`, `no_rows`.
Result<RequestTable> readRequestTable(const QByteArray &csv, const QTimeZone &zone, const QDateTime &receivedAt);

/// What readRequestTable gives back, each case's number besides; markup and formulas are made harmless.
QByteArray toRequestTable(const QList<ReviewCase> &cases);
/// Whether a draft says nothing but what a table holds, and the case says the same there: number, receipt, member,
/// provider, facility and service.
bool isRequestOf(const ReviewCase &draft, const ReviewCase &reviewCase);

/// Names of the known columns in the order in which they are written.
QStringList requestColumns();

} // namespace reviewdesk
