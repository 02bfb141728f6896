#include "store/WorkflowTable.h"

#include "cases/Workflow.h"

#include <QStringList>

namespace reviewdesk {

Result<bool> holdsWorkflow(Database &database)
{
    QStringList wanted;
    for (const Transition &row : workflow())
        wanted.append(
            QStringList{toWord(row.from), toWord(row.action), toWord(row.role), toWord(row.to)}.join(QLatin1Char(' ')));
    wanted.sort();
    const Result<Database::Rows> present = database.rows(QStringLiteral(
        "SELECT from_status || ' ' || action || ' ' || role || ' ' || to_status FROM workflow ORDER BY 1"));
    if (!present)
        return present.error();
    QStringList have;
    for (const Database::Row &row : *present)
        have.append(row.at(0).toString());
    return have == wanted;
}

Result<void> keepWorkflow(Database &database)
{
    const Result<bool> same = holdsWorkflow(database);
    if (!same)
        return same.error();
    if (*same)
        return {};
    return database.transaction([&]() -> Result<void> {
        if (Result<void> emptied = database.run(QStringLiteral("DELETE FROM workflow")); !emptied)
            return emptied;
        for (const Transition &row : workflow()) {
            const Result<void> added = database.run(
                QStringLiteral("INSERT INTO workflow (from_status, action, role, to_status) VALUES (?, ?, ?, ?)"),
                {toWord(row.from), toWord(row.action), toWord(row.role), toWord(row.to)});
            if (!added)
                return added;
        }
        return {};
    });
}

} // namespace reviewdesk
