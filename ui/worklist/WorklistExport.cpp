#include "ui/worklist/WorklistExport.h"

#include "cases/Csv.h"
#include "ui/worklist/WorklistModel.h"

#include <QIODevice>

namespace reviewdesk {

namespace {

constexpr int rowsBetweenWords = 500;

/// Whatever opens the file as a page sees the signs, not what they would do.
QString withoutMarkup(QString words)
{
    return words.replace(QLatin1Char('<'), QLatin1String("&lt;")).replace(QLatin1Char('>'), QLatin1String("&gt;"));
}

/// A spreadsheet sorts by what stands there: instants as such, not "Overdue 2 h".
QStringList fieldsOf(const WorklistRow &row, const WorklistExport &order)
{
    QStringList fields;
    for (const WorklistColumn column : order.columns) {
        if (column == WorklistColumn::Saved)
            fields.append(row.savedAt.toTimeZone(order.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        else
            fields.append(withoutMarkup(WorklistModel::words(row, column, order.now, order.zone)));
        if (column == WorklistColumn::Due)
            fields.append(row.summary.dueAt.isValid()
                    ? row.summary.dueAt.toTimeZone(order.zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                    : QString());
    }
    return fields;
}

QStringList titlesOf(const QList<WorklistColumn> &columns)
{
    QStringList titles;
    for (const WorklistColumn column : columns) {
        titles.append(WorklistModel::columnTitle(column));
        if (column == WorklistColumn::Due)
            titles.append(WorklistModel::tr("Due at"));
    }
    return titles;
}

} // namespace

Result<int> WorklistExport::write(WorklistReader &reader, QIODevice &to, const Progress &progress) const
{
    int done = 0;
    const auto put = [&to](const QByteArray &bytes) -> Result<void> {
        if (to.write(bytes) == bytes.size())
            return {};
        return Error{QStringLiteral("unwritable"), to.errorString(), {}};
    };
    if (Result<void> begun = put(csvBegin + csvLine(titlesOf(columns))); !begun)
        return begun.error();
    const Result<void> walked = reader.walk(query, [&](const WorklistRow &row, int total) -> Result<void> {
        if (done % rowsBetweenWords == 0 && progress && !progress(done, total))
            return Error{QStringLiteral("export_stopped"), WorklistModel::tr("The export was stopped."), {}};
        ++done;
        return put(csvLine(fieldsOf(row, *this)));
    });
    if (!walked)
        return walked.error();
    return done;
}

} // namespace reviewdesk
