// The due dates and the ends of waits kept beside the cases, after the rules of time have changed: data, zone or arithmetic.
#include "policy/FileContent.h"
#include "store/Sha256.h"
#include "store/Stored.h"
#include "store/WorkspaceParts.h"

namespace reviewdesk {

namespace {

constexpr char arithmetic[] = "5"; ///< raised whenever cases/DueDate answers otherwise for the same rules
const QString ruledBy = QStringLiteral("due_rules"); ///< of `settings`

Result<QString> digestOf(const Rulebook &rulebook)
{
    const QString rules = rulebook.resources + QLatin1String("/rules/");
    const Result<QByteArray> dates = fileContent(rules + QLatin1String("due-dates.json"));
    if (!dates)
        return dates.error();
    const Result<QByteArray> holidays = fileContent(rules + QLatin1String("holidays-us-federal.json"));
    if (!holidays)
        return holidays.error();
    return QString::fromLatin1(sha256({*dates, *holidays, rulebook.zone.id(), arithmetic}).toHex());
}

} // namespace

Result<void> Workspace::Parts::noteDueRules()
{
    const Result<QString> digest = digestOf(*rulebook);
    if (!digest)
        return digest.error();
    return database->run(QStringLiteral("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET"
                                        " value = excluded.value"),
        {ruledBy, *digest});
}

Result<void> Workspace::Parts::renewDueDates(const Progress &progress)
{
    const Result<QString> digest = digestOf(*rulebook);
    if (!digest)
        return digest.error();
    const Result<Database::Row> kept =
        database->row(QStringLiteral("SELECT value FROM settings WHERE name = ?"), {ruledBy});
    if (!kept)
        return kept.error();
    if (kept->value(0).toString() == *digest)
        return {};
    return database->transaction([&]() -> Result<void> {
        const Result<Database::Rows> open = database->rows(
            QStringLiteral("SELECT id, due_at, wait_until FROM cases WHERE status IN ('draft', 'submitted', 'pended', 'referred')"));
        if (!open)
            return open.error();
        AuditLog audit(*database, signers);
        CaseRepository repository = cases(audit);
        int seen = 0;
        for (const Database::Row &row : *open) {
            constexpr int between = 200;
            if (++seen % between == 0 && progress && !progress(seen, static_cast<int>(open->size())))
                return Error{QStringLiteral("stopped"), {}, {}};
            const Result<StoredCase> stored_ = repository.load(row.at(0).toString());
            if (!stored_)
                continue; // verify names it
            const CaseView view = viewOf(stored_->reviewCase, *rulebook, stored_->clock);
            const qint64 due = storedDue(view.dueAt());
            const qint64 wait =
                storedDue(waitEnd(stored_->reviewCase.determination, stored_->clock, view.due, rulebook->zone));
            if (due == row.at(1).toLongLong() && wait == row.at(2).toLongLong())
                continue;
            const Result<void> renewed = database->run(
                QStringLiteral("UPDATE cases SET due_at = ?, wait_until = ? WHERE id = ?"), {due, wait, row.at(0)});
            if (!renewed)
                return renewed;
        }
        return noteDueRules();
    });
}

} // namespace reviewdesk
