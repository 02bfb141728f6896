// The worklist's kept tables against what the cases themselves say, counted and sorted the slow way.
#include "PlainWorklist.h"
#include "StoreDesk.h"

#include "store/Migrator.h"
#include "store/ReadingRoom.h"
#include "store/SavedViews.h"
#include "store/Stored.h"
#include "store/Worklist.h"
#include "store/WorklistReader.h"
#include "store/WorklistSql.h"
#include "store/Workshop.h"

#include <QElapsedTimer>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>
#include <random>

using namespace reviewdesk;

class tst_worklist_index : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStatementHasAPlan();
    void whatSortsIsSeen();
    void viewsAreReadFromTheIndex_data();
    void viewsAreReadFromTheIndex();
    void answersAreThoseOfTheCases_data();
    void answersAreThoseOfTheCases();
    void anUndoneChangeIsNotCounted();
    void positionsAreFoundAgain();
    void verifySeesAWrongCode();
    void aWorkspaceFromBeforeIsTakenOver();
    void aReaderSeesWhatWasCommitted();
    void aStoppedQuestionEnds();
    void theReadingRoomGivesTheKeyBack();
    void viewsAreKeptForEachPerson();
    void bulkCasesAreWhole();

private:
    void workAtRandom(int steps);
    void compareAll(Worklist &worklist, Database &database);
    WorklistQuery anyQuery();

    StoreDesk m_desk;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Database> m_database; ///< beside it
    std::mt19937 m_dice{42};
};

void tst_worklist_index::initTestCase()
{
    m_workspace = m_desk.made();
    const Result<void> added = m_workspace->addSamples(150, 7, "practice", KeyCost::cheap());
    QVERIFY2(added.ok(), why(added));
    m_database = m_desk.database();
}

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

/// People work: cases begin, are answered, renamed, submitted, decided, given to others.
void tst_worklist_index::workAtRandom(int steps)
{
    const auto among = [&](int count) { return static_cast<int>(m_dice() % static_cast<unsigned>(count)); };
    for (int i = 0; i < steps; ++i) {
        m_desk.clock.advance(1000 + among(3'600'000));
        const bool nurse = among(3) > 0;
        QVERIFY(m_workspace->signInAs(nurse ? QStringLiteral("nora") : QStringLiteral("sam"), nurse ? "nora" : "sam").ok());
        const QList<PlainCase> rows = plainCases(*m_database);
        const PlainCase row = rows.at(among(static_cast<int>(rows.size())));
        if (!nurse) {
            const QList<UserAccount> users = *m_workspace->users();
            (void)m_workspace->assign({row.id}, users.at(among(static_cast<int>(users.size()))).id); // some may not be
            continue;
        }
        if (among(4) == 0) {
            ReviewCase fresh = among(2) ? StoreDesk::approvable() : StoreDesk::adverse();
            fresh.member.name = QString(QChar(u'A' + among(26))) + QStringLiteral("é Ω%1").arg(among(50));
            if (among(3) == 0) // what looks like a number
                fresh.member.memberId = QStringLiteral("CARD-202%1-%2").arg(among(10)).arg(among(50));
            fresh.request.receivedAt = m_desk.clock.now().addSecs(-among(20) * 86'400);
            QVERIFY(m_workspace->createCase(fresh).ok());
            continue;
        }
        Result<StoredCase> stored = m_workspace->loadCase(row.id);
        QVERIFY2(stored.ok(), why(stored));
        if (stored->status == Status::Draft && among(2)) {
            stored->reviewCase.member.name += QStringLiteral(" x%1").arg(among(9));
            stored->reviewCase.request.urgency = among(2) ? Urgency::Expedited : Urgency::Standard;
            QVERIFY2(m_workspace->saveDraft(*stored).ok(), qPrintable(row.id));
            continue;
        }
        stored->reviewCase.determination.plainReason = QStringLiteral("words");
        constexpr Action actions[]{Action::Submit, Action::Refer, Action::Pend, Action::Approve, Action::Withdraw, Action::Resume};
        (void)m_workspace->act(*stored, actions[among(6)], QStringLiteral("On the provider's word.")); // some may not be
    }
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
}

WorklistQuery tst_worklist_index::anyQuery()
{
    const auto among = [&](int count) { return static_cast<int>(m_dice() % static_cast<unsigned>(count)); };
    WorklistQuery query;
    query.view = static_cast<WorklistView>(among(worklistViewCount));
    query.sort = static_cast<WorklistColumn>(among(worklistColumnCount));
    query.descending = among(2) == 1;
    query.limit = 100'000;
    WorklistFilter &filter = query.filter;
    switch (among(12)) {
    case 0:
        filter.statuses = {Status::Draft, Status::Approved};
        break;
    case 1:
        filter.lines = {LineOfBusiness::Qhp, LineOfBusiness::MedicareAdvantage};
        break;
    case 2:
        filter.states = {QStringLiteral("WA"), QStringLiteral("OR")};
        break;
    case 3:
        filter.expedited = among(2) == 1;
        break;
    case 4:
        filter.procedures = {QStringLiteral("Radioembolization")};
        break;
    case 5:
        filter.tones = {-1, 0};
        break;
    case 6:
        filter.assignedTo = {among(2) ? QString() : WorklistFilter::me};
        break;
    case 7:
        filter.preparedBy = {WorklistFilter::me};
        break;
    case 8:
        filter.due = static_cast<WorklistFilter::Due>(1 + among(5));
        break;
    case 9:
        filter.due = WorklistFilter::Due::Between;
        filter.dueFrom = m_desk.clock.now().date().addDays(-among(9));
        filter.dueTo = filter.dueFrom.addDays(among(12));
        break;
    case 10:
        filter.letters = WorklistFilter::Letters::Issued;
        break;
    default:
        break;
    }
    constexpr const char *searches[]{"", "", "", "a", "x", "an", "ω", "é", "an x", "rd-2026", "e 2", "ample", "zz", "r", "d", "rd",
        "d-", "-", "rd-", "rd-2", "rd-2026-0001", "2026", "2026-0", "2025-", "card-2026", "rd-2027", "rd-2026 a"};
    query.search = QString::fromUtf8(searches[among(static_cast<int>(std::size(searches)))]);
    return query;
}

void tst_worklist_index::compareAll(Worklist &worklist, Database &database)
{
    const QList<PlainCase> rows = plainCases(database);
    QHash<QString, QString> names;
    for (const UserAccount &user : *m_workspace->users())
        names.insert(user.id, user.name);
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    for (int i = 0; i < 150; ++i) {
        const WorklistQuery query = anyQuery();
        WorklistQuery slow = query;
        slow.search.replace(QStringLiteral("é"), QStringLiteral("e"));
        const QStringList expected = slowly(rows, slow, asker, names);
        const Result<WorklistPart> part = worklist.part(query, asker);
        QVERIFY2(part.ok(), why(part));
        QStringList got;
        for (const WorklistRow &row : part->rows)
            got.append(row.caseId);
        const QByteArray what = QStringLiteral("view %1, sort %2 %3, search '%4', filter of %5")
                                    .arg(static_cast<int>(query.view))
                                    .arg(static_cast<int>(query.sort))
                                    .arg(query.descending)
                                    .arg(query.search)
                                    .arg(QString::fromUtf8(definitionOf({{}, {}, query.view, query.filter, {}, {}, query.sort, false})))
                                    .toUtf8();
        QVERIFY2(got == expected, what);
        QCOMPARE(part->total, static_cast<int>(expected.size()));
        QCOMPARE(worklist.counts({query}, asker)->constFirst(), static_cast<int>(expected.size()));
        if (expected.isEmpty())
            continue;
        WorklistQuery piece = query; // any part of it, in any order of asking
        piece.offset = static_cast<int>(m_dice() % static_cast<unsigned>(expected.size()));
        piece.limit = 7;
        const Result<QStringList> ids = worklist.caseIds(piece, piece.offset, piece.limit, asker);
        QCOMPARE(*ids, expected.mid(piece.offset, piece.limit));
        QCOMPARE(*worklist.positionOf(ids->constFirst(), piece, asker), piece.offset);
    }
}

void tst_worklist_index::answersAreThoseOfTheCases_data()
{
    QTest::addColumn<int>("steps"); // of work since the tables were written
    QTest::addColumn<int>("mostInStep"); // 0: they are not written first
    QTest::newRow("nothing kept yet") << 0 << 0;
    QTest::newRow("all kept, in small steps") << 0 << 8;
    QTest::newRow("worked since") << 60 << 0;
    QTest::newRow("worked in") << 40 << 8;
    QTest::newRow("and worked since") << 60 << 0;
    QTest::newRow("in steps of another size") << 0 << 64;
}

void tst_worklist_index::answersAreThoseOfTheCases()
{
    QFETCH(int, steps);
    QFETCH(int, mostInStep);
    workAtRandom(steps);
    if (mostInStep > 0) {
        const Result<void> folded = m_database->transaction([&] {
            Statements statements(*m_database);
            return WorklistColumns(statements).fold(mostInStep);
        });
        QVERIFY2(folded.ok(), why(folded));
    }
    static std::unique_ptr<Worklist> sinceTheBeginning; // one that has seen it all
    if (!sinceTheBeginning)
        sinceTheBeginning = std::make_unique<Worklist>(*m_database);
    compareAll(*sinceTheBeginning, *m_database);
    constexpr qint64 any = 1'000'000;
    for (const Worklist::Limits &limits : {Worklist::Limits(), Worklist::Limits{0, any, any, 6}, Worklist::Limits{2, any, 20, 6},
             Worklist::Limits{0, 0, 0, 0}, Worklist::Limits{0, 0, 0, any}}) { // whichever way it finds them
        Worklist fresh(*m_database, limits);
        compareAll(fresh, *m_database);
    }
    if (QString::fromLatin1(QTest::currentDataTag()) == QLatin1String("in steps of another size"))
        sinceTheBeginning.reset();
    const Result<void> verified = m_workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_worklist_index::anUndoneChangeIsNotCounted()
{
    const auto all = [&] { return m_workspace->worklistCounts()->value(WorklistView::All); };
    const int before = all();
    const std::unique_ptr<Database> other = m_desk.database();
    Worklist worklist(*other);
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    WorklistQuery drafts;
    drafts.view = WorklistView::Drafts;
    const int count = worklist.counts({drafts}, asker)->constFirst();
    const Result<void> undone = other->transaction([&]() -> Result<void> {
        require(other->run(QStringLiteral("UPDATE cases SET letters = letters + 1, unprinted = unprinted + 1")).ok());
        WorklistQuery letters;
        letters.filter.letters = WorklistFilter::Letters::Issued;
        require(worklist.counts({letters}, asker)->constFirst() == before); // seen within
        return Error{QStringLiteral("undone"), {}, {}};
    });
    QCOMPARE(codeOf(undone), QStringLiteral("undone"));
    QCOMPARE(worklist.counts({drafts}, asker)->constFirst(), count);
    WorklistQuery letters;
    letters.filter.letters = WorklistFilter::Letters::Issued;
    QVERIFY(worklist.counts({letters}, asker)->constFirst() < before);
    QCOMPARE(all(), before);
}

void tst_worklist_index::positionsAreFoundAgain()
{
    Worklist worklist(*m_database);
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    QCOMPARE(*worklist.positionOf(QStringLiteral("nobody"), {}, asker), -1);
    WorklistQuery closed;
    closed.filter.statuses = {Status::Approved};
    const QStringList drafts = *worklist.caseIds({WorklistView::Drafts}, 0, 1, asker);
    QCOMPARE(*worklist.positionOf(drafts.constFirst(), closed, asker), -1);
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

void tst_worklist_index::aReaderSeesWhatWasCommitted()
{
    const Result<Workspace::WorklistOpener> opener = m_workspace->worklistReader();
    QVERIFY2(opener.ok(), why(opener));
    const Result<std::unique_ptr<WorklistReader>> reader = (*opener)();
    QVERIFY2(reader.ok(), why(reader));
    const int before = (*reader)->part({})->total;
    QVERIFY(m_workspace->createCase(StoreDesk::request(QStringLiteral("Quite New"))).ok());
    WorklistQuery query;
    query.search = QStringLiteral("quite ne");
    QCOMPARE((*reader)->part(query)->total, 1);
    QCOMPARE((*reader)->part({})->total, before + 1);
    const Result<WorklistPart> same = (*reader)->part({});
    const quint64 revision = same->revision;
    QCOMPARE((*reader)->part({})->revision, revision);
    QVERIFY(m_workspace->tidyWorklist(0).ok());
    QCOMPARE((*reader)->part(query)->total, 1);
    QVERIFY((*reader)->part({})->revision != revision);
    QCOMPARE((*reader)->part({})->untidy, 0);
}

void tst_worklist_index::aStoppedQuestionEnds()
{
    const Result<std::unique_ptr<WorklistReader>> reader = (*m_workspace->worklistReader())();
    QVERIFY2(reader.ok(), why(reader));
    const std::atomic<bool> stop = true;
    (*reader)->setStop(&stop);
    WorklistQuery query;
    query.limit = 100'000;
    QCOMPARE(codeOf((*reader)->part(query)), QStringLiteral("stopped"));
    (*reader)->setStop(nullptr);
    QVERIFY((*reader)->part(query).ok());
}

void tst_worklist_index::theReadingRoomGivesTheKeyBack()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    ReadingRoom room(workshop);
    QObject context;
    QStringList answers;
    const auto ask = [&] {
        return room.ask(
            &context, [](WorklistReader &reader) { return reader.part({}); },
            [&](const Result<WorklistPart> &part) { answers.append(part ? QString::number(part->total) : part.error().code); });
    };
    ask();
    QTRY_COMPARE(answers, QStringList{QStringLiteral("closed")}); // nobody is signed in
    answers.clear();
    QVERIFY(workshop.open([&] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    ask();
    QTRY_COMPARE(answers, QStringList{QStringLiteral("0")});
    ReadingRoom::Question overtaken = ask();
    overtaken.stop();
    ask();
    QTRY_COMPARE(answers.size(), 2);
    workshop.close();
    ask();
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(answers.last(), QStringLiteral("closed"));
    // another key file in its place: the reader is made anew by the workshop, which says what it thinks of it
    QVERIFY(workshop.open([&] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    ask();
    QTRY_COMPARE(answers.last(), QStringLiteral("0"));
    QVERIFY(desk.opened(QStringLiteral("ned"))->changePassphrase("ned", "another one", KeyCost::cheap()).ok());
    answers.clear();
    ask();
    QTRY_COMPARE(answers, QStringList{QStringLiteral("0")});
}

void tst_worklist_index::viewsAreKeptForEachPerson()
{
    SavedView view;
    view.name = QStringLiteral("  Expedited in WA ");
    view.view = WorklistView::DueSoon;
    view.filter.expedited = true;
    view.filter.states = {QStringLiteral("WA")};
    view.filter.due = WorklistFilter::Due::Between;
    view.filter.dueFrom = QDate(2026, 11, 1);
    view.filter.tones = {-1};
    view.filter.assignedTo = {WorklistFilter::me, QString()};
    view.columns = {WorklistColumn::Member, WorklistColumn::State};
    view.sort = WorklistColumn::Provider;
    view.descending = true;
    const Result<SavedView> kept = m_workspace->keepView(view);
    QVERIFY2(kept.ok(), why(kept));
    view.id = kept->id;
    view.name = QStringLiteral("Expedited in WA");
    QCOMPARE(*m_workspace->savedViews(), QList<SavedView>{view});
    SavedView same = view;
    same.id.clear();
    same.name = QStringLiteral("expedited IN wa");
    QCOMPARE(codeOf(m_workspace->keepView(same)), QStringLiteral("invalid"));
    same.name = QStringLiteral(" ");
    QCOMPARE(codeOf(m_workspace->keepView(same)), QStringLiteral("invalid"));
    view.name = QStringLiteral("Mine <b>now</b>");
    QVERIFY(m_workspace->keepView(view).ok());
    QCOMPARE(m_workspace->savedViews()->constFirst().name, view.name);
    QVERIFY(m_workspace->keepPreference(QStringLiteral("worklist"), R"({"columns":["due"]})").ok());
    QVERIFY(m_workspace->signInAs(QStringLiteral("ned"), "ned").ok());
    QVERIFY(m_workspace->savedViews()->isEmpty());
    QCOMPARE(codeOf(m_workspace->keepView(view)), QStringLiteral("not_found")); // another's
    QVERIFY(m_workspace->preference(QStringLiteral("worklist"))->isEmpty());
    QVERIFY(m_workspace->dropView(view.id).ok());
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    QCOMPARE(m_workspace->savedViews()->size(), 1);
    QCOMPARE(*m_workspace->preference(QStringLiteral("worklist")), QByteArray(R"({"columns":["due"]})"));
    QVERIFY(m_workspace->dropView(view.id).ok());
    QVERIFY(m_workspace->savedViews()->isEmpty());
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
