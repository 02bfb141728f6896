// The worklist of a workspace: rows, counts, readers beside it, and what each person made of it.
#include "store/Changes.h"
#include "store/SavedViews.h"
#include "store/Stored.h"
#include "store/Worklist.h"
#include "store/WorklistReader.h"
#include "store/WorkspaceParts.h"

namespace reviewdesk {

Result<QList<WorklistRow>> Workspace::worklist(const WorklistQuery &query)
{
    Worklist worklist(*m_parts->database);
    Result<WorklistPart> part = worklist.part(query, {m_parts->clock.now(), rulebook().zone, user().id});
    if (!part)
        return part.error();
    return std::move(part->rows);
}

Result<QMap<WorklistView, int>> Workspace::worklistCounts()
{
    QList<WorklistQuery> views;
    for (int view = 0; view < worklistViewCount; ++view) {
        WorklistQuery query;
        query.view = static_cast<WorklistView>(view);
        views.append(query);
    }
    Worklist worklist(*m_parts->database);
    const Result<QList<int>> found = worklist.counts(views, {m_parts->clock.now(), rulebook().zone, user().id});
    if (!found)
        return found.error();
    QMap<WorklistView, int> counts;
    for (int view = 0; view < worklistViewCount; ++view)
        counts.insert(static_cast<WorklistView>(view), found->at(view));
    return counts;
}

Result<Workspace::WorklistOpener> Workspace::worklistReader()
{
    if (Result<void> may = m_parts->database->permitted(); !may)
        return may.error();
    return WorklistOpener([open = m_parts->opener(Database::Mode::Existing), guard = m_parts->readerGuard(),
                              zone = rulebook().zone, userId = user().id, &clock = m_parts->clock] {
        return WorklistReader::open(open(), zone, userId, clock, guard);
    });
}

Result<void> Workspace::tidyWorklist(int atLeast)
{
    if (m_parts->server) // keeps nothing beside the cases
        return {};
    return m_parts->database->transaction([&]() -> Result<void> {
        const Result<Database::Row> waiting = m_parts->database->row(QStringLiteral(
            "SELECT count(*) FROM worklist_changed"));
        if (!waiting)
            return waiting.error();
        if (waiting->value(0).toInt() < atLeast)
            return {};
        Statements statements(*m_parts->database);
        return WorklistColumns(statements).fold();
    });
}

Result<QList<SavedView>> Workspace::savedViews()
{
    return SavedViews(*m_parts->database, user().id).all();
}

Result<SavedView> Workspace::keepView(const SavedView &view)
{
    SavedView kept = view;
    const bool fresh = kept.id.isEmpty();
    if (fresh)
        kept.id = m_parts->uuids.next(m_parts->clock.now().toUTC());
    if (Result<void> done = SavedViews(*m_parts->database, user().id).keep(kept, fresh); !done)
        return done.error();
    return kept;
}

Result<void> Workspace::dropView(const QString &viewId)
{
    return SavedViews(*m_parts->database, user().id).drop(viewId);
}

Result<QByteArray> Workspace::preference(const QString &name)
{
    const Result<Database::Row> row = m_parts->database->row(
        QStringLiteral("SELECT value FROM preferences WHERE user_id = ? AND name = ?"), {user().id, name});
    if (!row)
        return row.error();
    return row->value(0).toString().toUtf8();
}

Result<void> Workspace::keepPreference(const QString &name, const QByteArray &json)
{
    return m_parts->database->transaction([&]() -> Result<void> {
        return m_parts->database->run(
            QStringLiteral("INSERT INTO preferences (user_id, name, value) VALUES (?, ?, ?)"
                           " ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value"),
            {user().id, name, QString::fromUtf8(json)});
    });
}

} // namespace reviewdesk
