#pragma once

#include "store/Worklist.h"
#include "support/Clock.h"

#include <atomic>

namespace reviewdesk {

/// Reads the worklist through a connection of its own, beside the writing one: on any thread, but on one alone. What it
/// answers is the state of the last commit. Errors besides those of Workspace: `stopped`; `key_changed` when the
/// workspace's files are others than when the reader was made (make another one).
class WorklistReader {
public:
    /// Still what the reader was made for? Asked before every read.
    using Guard = std::function<Result<void>()>;
    static Result<std::unique_ptr<WorklistReader>> open(Result<std::unique_ptr<Database>> database,
        const QTimeZone &zone, const QString &userId, const Clock &clock, Guard guard);
    ~WorklistReader();

    Result<WorklistPart> part(const WorklistQuery &query);
    Result<QList<int>> counts(const QList<WorklistQuery> &queries);
    Result<int> positionOf(const QString &caseId, const WorklistQuery &query);
    Result<QStringList> caseIds(const WorklistQuery &query, int first, int count);
    Result<Worklist::Choices> choices();
    /// See Worklist::walk.
    Result<void> walk(
        const WorklistQuery &query, const std::function<Result<void>(const WorklistRow &, int total)> &visit);

    /// While `stop` is true whatever is being read ends with the error `stopped`. nullptr: nothing stops it.
    void setStop(const std::atomic<bool> *stop);
    /// See Database::stopper.
    std::function<void()> stopper() { return m_database->stopper(); }
    std::function<void()> severer() { return m_database->severer(); }

private:
    WorklistReader(std::unique_ptr<Database> database, QTimeZone zone, QString userId, const Clock &clock);
    Worklist::Asker asker() const { return {m_clock.now(), m_zone, m_userId}; }

    std::unique_ptr<Database> m_database;
    Worklist m_worklist;
    QTimeZone m_zone;
    QString m_userId;
    const Clock &m_clock;
    const std::atomic<bool> *m_stop = nullptr;
};

} // namespace reviewdesk
