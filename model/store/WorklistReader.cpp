#include "store/WorklistReader.h"

#include <sqlite3.h>

namespace reviewdesk {

namespace {

constexpr int stepsBetweenLooks = 2000; ///< of SQLite's virtual machine: well under a millisecond

bool isSet(const std::atomic<bool> *stop)
{
    return stop && stop->load(std::memory_order_relaxed);
}

int isStopped(void *stop)
{
    return isSet(*static_cast<const std::atomic<bool> *const *>(stop)) ? 1 : 0;
}

} // namespace

WorklistReader::WorklistReader(std::unique_ptr<Database> database, QTimeZone zone, QString userId, const Clock &clock)
    : m_database(std::move(database)), m_worklist(*m_database), m_zone(std::move(zone)), m_userId(std::move(userId)),
      m_clock(clock)
{
}

WorklistReader::~WorklistReader() = default;

Result<std::unique_ptr<WorklistReader>> WorklistReader::open(Result<std::unique_ptr<Database>> database,
    const QTimeZone &zone, const QString &userId, const Clock &clock, Guard guard)
{
    if (!database)
        return database.error();
    const Result<void> settled = (*database)->onlyRead(12288);
    if (!settled)
        return settled.error();
    std::unique_ptr<WorklistReader> reader(
        new WorklistReader(std::move(database).value(), zone, userId, clock));
    reader->m_database->setGuard([reader = reader.get(), guard = std::move(guard)]() -> Result<void> {
        if (isSet(reader->m_stop)) // between two statements nothing ran that could have been ended
            return Error{QStringLiteral("stopped"), {}, {}};
        return guard();
    });
    if (reader->m_database->dialect() != Database::Dialect::Sqlite)
        return reader;
    const Result<sqlite3 *> connection = reader->m_database->handle();
    if (!connection)
        return connection.error();
    sqlite3_progress_handler(*connection, stepsBetweenLooks, isStopped, &reader->m_stop);
    return reader;
}

Result<WorklistPart> WorklistReader::part(const WorklistQuery &query)
{
    return m_worklist.part(query, asker());
}

Result<QList<int>> WorklistReader::counts(const QList<WorklistQuery> &queries)
{
    return m_worklist.counts(queries, asker());
}

Result<int> WorklistReader::positionOf(const QString &caseId, const WorklistQuery &query)
{
    return m_worklist.positionOf(caseId, query, asker());
}

Result<QStringList> WorklistReader::caseIds(const WorklistQuery &query, int first, int count)
{
    return m_worklist.caseIds(query, first, count, asker());
}

Result<Worklist::Choices> WorklistReader::choices()
{
    return m_worklist.choices();
}

Result<void> WorklistReader::walk(
    const WorklistQuery &query, const std::function<Result<void>(const WorklistRow &, int total)> &visit)
{
    return m_worklist.walk(query, asker(), visit);
}

void WorklistReader::setStop(const std::atomic<bool> *stop)
{
    m_stop = stop;
}

} // namespace reviewdesk
