// The worklist's kept tables: each statement has a plan, and they are written, undone and checked as the cases are.
#include "SampleWorklist.h"

#include "store/Stored.h"
#include "store/Worklist.h"
#include "store/WorklistSql.h"

#include <sqlite3.h>

#include <algorithm>

using namespace reviewdesk;

namespace {

/// What statements over cases have cost since they were asked for.
struct Cost {
    QByteArray sorted; ///< the last statement that sorted, or walked through a table
    int steps = 0; ///< of SQLite's virtual machine, in the costliest
    int statements = 0;
    int preparedAgain = 0; ///< because a value that was bound might have asked for another plan

    static int add(unsigned, void *cost, void *statement_, void *)
    {
        auto &sum = *static_cast<Cost *>(cost);
        auto *const statement = static_cast<sqlite3_stmt *>(statement_);
        const QByteArray sql = sqlite3_sql(statement);
        if (!sql.contains("FROM cases"))
            return 0;
        ++sum.statements;
        sum.preparedAgain += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 1);
        if (sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1) + sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_SORT, 1) +
                sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_AUTOINDEX, 1) >
            0)
            sum.sorted = sql;
        sum.steps = std::max(sum.steps, sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1));
        return 0;
    }
};

} // namespace

class tst_worklist_index : public QObject, private SampleWorklist {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void everyStatementHasAPlan();
    void whatSortsIsSeen();
    void viewsAreReadFromTheIndex_data();
    void viewsAreReadFromTheIndex();
    void verifySeesAWrongCode();
    void aWorkspaceFromBeforeIsTakenOver();
    void bulkCasesAreWhole();
};

/// No walk through the cases, no sorting of what was found: at a million rows either costs seconds.
void tst_worklist_index::everyStatementHasAPlan()
{
    QList<const char *> all = worklistSql::reading;
    for (const worklistSql::Walks &walks : worklistSql::walks) {
        for (const char *sql : walks)
            all.append(sql);
    }
    for (const char *sql : std::as_const(all)) {
        const QVariantList values(QByteArray(sql).count('?'), QVariant(1));
        const Result<Database::Rows> plan =
            m_database->rows(QStringLiteral("EXPLAIN QUERY PLAN ") + QLatin1String(sql), values);
        QVERIFY2(plan.ok(), why(plan));
        for (const Database::Row &row : *plan) {
            const QString step = row.at(3).toString();
            QVERIFY2(!step.contains(QLatin1String("TEMP B-TREE")), qPrintable(step + QLatin1String(": ") + QLatin1String(sql)));
            if (sql == worklistSql::waitsOver) // no look into each case that waits, at a million a quarter of a second
                QVERIFY2(step.contains(QLatin1String("COVERING INDEX cases_waits")), qPrintable(step));
            QVERIFY2(!step.contains(QLatin1String("SCAN cases")) && !step.contains(QLatin1String("SCAN letters")),
                qPrintable(step + QLatin1String(": ") + QLatin1String(sql)));
        }
    }
}

void tst_worklist_index::whatSortsIsSeen()
{
    for (const char *sql : {"SELECT id FROM cases ORDER BY outcome", "SELECT id FROM cases WHERE folded LIKE '%x%'"}) {
        Cost cost;
        sqlite3 *const connection = *m_database->handle();
        sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, Cost::add, &cost);
        require(m_database->rows(QString::fromLatin1(sql)).ok());
        sqlite3_trace_v2(connection, 0, nullptr, nullptr);
        QVERIFY2(!cost.sorted.isEmpty(), sql);
    }
}

void tst_worklist_index::viewsAreReadFromTheIndex_data()
{
    QTest::addColumn<WorklistQuery>("query");
    constexpr const char *views[]{"mine", "due today", "due soon", "overdue", "drafts", "awaiting information",
        "wait is over", "awaiting a physician", "letters to print", "letters issued", "all"};
    for (int view = 0; view < worklistViewCount; ++view) {
        for (int sort = 0; sort < worklistColumnCount; ++sort) {
            for (const bool descending : {false, true}) {
                WorklistQuery query;
                query.view = static_cast<WorklistView>(view);
                query.sort = static_cast<WorklistColumn>(sort);
                query.descending = descending;
                QTest::addRow("%s by column %d%s", views[view], sort, descending ? " backwards" : "") << query;
            }
        }
    }
}

/// Each view in each order, its first and its last rows: no walk through all cases and no sorting by SQLite, and what is
/// met of the index is what is shown, more or less.
void tst_worklist_index::viewsAreReadFromTheIndex()
{
    QFETCH(WorklistQuery, query);
    Worklist worklist(*m_database, {8, 3'000, 6'000, 6});
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    query.limit = 10;
    const int total = worklist.part(query, asker)->total; // what is kept of the columns is read now
    sqlite3 *const connection = *m_database->handle();
    for (const int offset : {0, qMax(0, total - query.limit)}) {
        WorklistQuery other;
        other.search = QStringLiteral("nothing of this");
        QVERIFY(worklist.part(other, asker).ok());
        query.offset = offset;
        Cost cost;
        sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, Cost::add, &cost);
        const Result<WorklistPart> part = worklist.part(query, asker);
        sqlite3_trace_v2(connection, 0, nullptr, nullptr);
        QVERIFY2(part.ok(), why(part));
        QVERIFY2(cost.sorted.isEmpty(), cost.sorted.constData());
        QVERIFY2(cost.steps < 10'000, QByteArray::number(cost.steps));
        QVERIFY2(cost.statements <= 80, QByteArray::number(cost.statements));
        QCOMPARE(cost.preparedAgain, 0);
    }
}

void tst_worklist_index::verifySeesAWrongCode()
{
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    QVERIFY(workspace->addSamples(30, 3, "practice", KeyCost::cheap()).ok());
    QVERIFY(workspace->tidyWorklist(0).ok());
    QVERIFY(workspace->verify().ok());
    const std::unique_ptr<Database> other = desk.database();
    const auto spoil = [&](const char *sql, const char *heal) {
        require(other->run(QString::fromLatin1(sql)).ok());
        const Result<void> seen = workspace->verify();
        QCOMPARE(codeOf(seen), QStringLiteral("damaged"));
        QVERIFY2(seen.error().place.startsWith(QLatin1String("worklist")), why(seen));
        require(other->run(QString::fromLatin1(heal)).ok());
        QVERIFY(workspace->verify().ok());
    };
    spoil("UPDATE worklist_words SET word = word || 'x' WHERE column = 0 AND code = 1",
        "UPDATE worklist_words SET word = substr(word, 1, length(word) - 1) WHERE column = 0 AND code = 1");
    spoil("UPDATE worklist_grams SET id = id + 281474976710656 WHERE id = (6357089 - 81) << 16 OR id >> 16 = (0x61 << 16)",
        "UPDATE worklist_grams SET id = id - 281474976710656 WHERE id >= 281474976710656");
}

/// Schema 9 had none of it.
void tst_worklist_index::aWorkspaceFromBeforeIsTakenOver()
{
    StoreDesk desk;
    QList<WorklistRow> rows;
    {
        const std::unique_ptr<Workspace> workspace = desk.made();
        QVERIFY(workspace->addSamples(40, 3, "practice", KeyCost::cheap()).ok());
        rows = *workspace->worklist({});
    }
    StoreDesk::dropNewer(10, *desk.database());
    require(desk.database()->script(StoreDesk::beforeWorklistIndex()).ok());
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("sam"));
    QVERIFY(*workspace->worklist({}) == rows);
    WorklistQuery query;
    query.sort = WorklistColumn::Provider;
    const QList<WorklistRow> byProvider = *workspace->worklist(query);
    QVERIFY(byProvider.constFirst().summary.providerName < byProvider.constLast().summary.providerName);
    QVERIFY(workspace->tidyWorklist(0).ok());
    QVERIFY(*workspace->worklist({}) == rows);
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

/// What a million are made of. Long: only in a full run.
void tst_worklist_index::bulkCasesAreWhole()
{
    if (!qEnvironmentVariableIsSet("REVIEWDESK_FULL"))
        QSKIP("a full run brings in 21,000 cases");
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    int last = 0;
    const Result<void> added = workspace->addSamples(21'000, 9, "practice", KeyCost::cheap(), {}, [&](int done, int of) {
        last = done;
        return of == 19'000;
    });
    QVERIFY2(added.ok(), why(added));
    QCOMPARE(last, 19'000);
    QCOMPARE(workspace->worklistCounts()->value(WorklistView::All), 21'000);
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
    WorklistQuery query;
    query.limit = 21'000;
    query.sort = WorklistColumn::Number;
    const QList<WorklistRow> rows = *workspace->worklist(query);
    for (int at = 2'000; at < 21'000; at += 500) { // each can be worked on
        const Result<StoredCase> stored = workspace->loadCase(rows.at(at).caseId);
        QVERIFY2(stored.ok(), why(stored));
        QCOMPARE(stored->reviewCase.number, rows.at(at).number);
        const CaseView view = viewOf(stored->reviewCase, workspace->rulebook(), stored->clock);
        QVERIFY(summaryOf(stored->reviewCase, view, workspace->rulebook()) == rows.at(at).summary);
    }
}

QTEST_GUILESS_MAIN(tst_worklist_index)
#include "tst_worklist_index.moc"
