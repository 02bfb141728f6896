// Which letters of which cases are still to go out.
#include "store/LetterRepository.h"
#include "store/Stored.h"
#include "store/WorkspaceParts.h"

namespace reviewdesk {

namespace {

constexpr qsizetype atOnce = 200; // cases a question

/// The kinds in the order in which they are told; `%1`: letters of the round, `%2`: a mark for each case.
const char kindsOf[] =
    "SELECT cases.id, kinds.kind FROM cases CROSS JOIN (SELECT 1 AS place, 'extension_notice' AS kind"
    " UNION ALL SELECT 2, 'approval' UNION ALL SELECT 3, 'denial' UNION ALL SELECT 4, 'information_request'"
    " UNION ALL SELECT 5, 'withdrawal') AS kinds WHERE cases.id IN (%2) AND ("
    "EXISTS (SELECT 1%1 AND letters.kind = kinds.kind AND letters.printed = 0"
    " AND NOT EXISTS (SELECT 1 FROM letters AS later WHERE later.supersedes = letters.id))"
    " OR (2 > (SELECT count(DISTINCT letters.recipient)%1 AND letters.kind = kinds.kind)"
    " AND (kinds.kind = CASE cases.status WHEN 'approved' THEN 'approval' WHEN 'denied' THEN 'denial'"
    " WHEN 'pended' THEN 'information_request' WHEN 'withdrawn' THEN 'withdrawal' ELSE '' END"
    " OR (kinds.kind = 'extension_notice' AND cases.status IN ('draft', 'submitted', 'pended', 'referred')"
    " AND EXISTS (SELECT 1 FROM clock_events WHERE clock_events.case_id = cases.id"
    " AND clock_events.round = cases.current_round AND clock_events.kind = 'extended')))))"
    " ORDER BY cases.id, kinds.place";

} // namespace

Result<QMap<QString, QStringList>> LetterRepository::waiting(Database &database, const QStringList &caseIds)
{
    QMap<QString, QStringList> kinds;
    for (qsizetype first = 0; first < caseIds.size(); first += atOnce) {
        QVariantList ids;
        for (const QString &id : caseIds.mid(first, atOnce))
            ids.append(stored(id));
        const QStringList marks(ids.size(), QStringLiteral("?"));
        const Result<Database::Rows> rows =
            database.rows(QString::fromLatin1(kindsOf).arg(ofRound, marks.join(QStringLiteral(", "))), ids);
        if (!rows)
            return rows.error();
        for (const Database::Row &row : *rows)
            kinds[row.at(0).toString()].append(row.at(1).toString());
    }
    return kinds;
}

Result<QMap<QString, QStringList>> Workspace::waitingLetters(const QStringList &caseIds)
{
    return LetterRepository::waiting(*m_parts->database, caseIds);
}

} // namespace reviewdesk
