#include "store/Appeals.h"

#include "store/Database.h"
#include "store/Stored.h"

namespace reviewdesk {

Result<QList<Person>> deniersOf(Database &database, const QString &caseId)
{
    const Result<Database::Rows> rows = database.rows(
        QStringLiteral("SELECT DISTINCT users.id, users.name, users.npi FROM audit AS denial JOIN users ON users.id = denial.user_id"
                       " WHERE denial.chain = ? AND denial.action = 'deny' AND EXISTS (SELECT 1 FROM audit AS appeal"
                       " WHERE appeal.chain = denial.chain AND appeal.action = 'appeal' AND appeal.sequence > denial.sequence)"),
        {stored(caseId)});
    if (!rows)
        return rows.error();
    QList<Person> deniers;
    for (const Database::Row &row : *rows) {
        Person physician;
        physician.userId = row.at(0).toString();
        physician.name = row.at(1).toString();
        physician.npi = row.at(2).toString();
        physician.role = Role::Physician;
        deniers.append(physician);
    }
    return deniers;
}

Result<QDateTime> appealedDenialAt(Database &database, const QString &caseId)
{
    const Result<Database::Row> denial = database.row(
        QStringLiteral("SELECT at FROM audit WHERE chain = ? AND action = 'deny' AND sequence < (SELECT max(sequence) FROM audit"
                       " WHERE chain = ? AND action = 'appeal') ORDER BY sequence DESC LIMIT 1"),
        {stored(caseId), stored(caseId)});
    if (!denial)
        return denial.error();
    return denial->isEmpty() ? QDateTime() : storedInstant(denial->at(0));
}

Result<bool> wasAppealed(Database &database, const QString &caseId)
{
    const Result<Database::Row> round = database.row(
        QStringLiteral("SELECT 1 FROM rounds WHERE case_id = ? AND kind = 'appeal' LIMIT 1"), {stored(caseId)});
    if (!round)
        return round.error();
    return !round->isEmpty();
}

} // namespace reviewdesk
