#include "FuzzTarget.h"

#include "cases/RequestTable.h"

using namespace reviewdesk;

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QDateTime receivedAt(QDate(2026, 11, 20), QTime(9, 10), QTimeZone::utc());
    const QByteArray csv(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    (void)isRequestTable(csv);
    const Result<RequestTable> table = readRequestTable(csv, QTimeZone::utc(), receivedAt);
    if (!table) {
        promise(!table.error().code.isEmpty() && !table.error().message.isEmpty());
        return 0;
    }
    promise(!table->rows.isEmpty());
    for (const RequestRow &row : table->rows) {
        promise(row.row > 1 && row.sameAs < row.row && !row.key.isEmpty() && !row.content.isEmpty());
        for (const Error &problem : row.problems)
            promise(!problem.message.isEmpty() && problem.place.startsWith(QLatin1String("row ")));
        if (!row.ok() || row.cells.isEmpty())
            continue;
        // What is written of it comes back as it was.
        const QByteArray written = toRequestTable({row.draft});
        const Result<RequestTable> again = readRequestTable(written, QTimeZone::utc(), receivedAt);
        promise(again.ok() && again->rows.size() == 1 && again->rows.first().ok());
        promise(toRequestTable({again->rows.first().draft}) == written);
    }
    return 0;
}
