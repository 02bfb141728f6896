// A department at work on one PostgreSQL server: nurses who type (an autosave every 3 seconds), look at the worklist, search and
// open cases, each with the store's own code and connections, on this machine together with the server.
//   bench_team [CASES [NURSES [SECONDS [stay]]]]      100,000 cases, 200 nurses, 30 seconds; stay: until its standard input ends
// First what one person alone waits for, then all of them at work; and what an administrator reckons with. The cases beyond the nurses' own are put into the worklist by SQL, without rounds and histories: they are looked for and never opened.
#include "ServerCost.h"
#include "StoreDesk.h"
#include "TestCluster.h"

#include "store/WorklistReader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

using namespace reviewdesk;

namespace {

constexpr qint64 betweenSaves = 3'000; ///< milliseconds
constexpr qint64 betweenRefreshes = 10'000; ///< of the worklist with the numbers of its views
constexpr qint64 betweenSearches = 15'000; ///< each three keystrokes
constexpr qint64 betweenOpenings = 30'000; ///< of another's case, and presence

/// How long one kind of thing took, from all nurses.
class Times {
public:
    explicit Times(const char *what) : m_what(what) { }
    void add(double milliseconds, const QString &error)
    {
        const std::lock_guard lock(m_mutex);
        m_all.push_back(milliseconds);
        if (!error.isEmpty())
            m_errors.append(error);
    }
    void say()
    {
        std::sort(m_all.begin(), m_all.end());
        const auto at = [this](double part) {
            return m_all.empty() ? 0 : m_all.at(static_cast<std::size_t>(part * static_cast<double>(m_all.size() - 1)));
        };
        std::printf("%-34s median %7.1f ms   95 %% %7.1f ms   99 %% %7.1f ms   longest %7.1f ms   %zu times, %lld errors\n", m_what, at(0.5),
            at(0.95), at(0.99), at(1), m_all.size(), static_cast<long long>(m_errors.size()));
        m_errors.removeDuplicates();
        if (!m_errors.isEmpty())
            std::printf("    %s\n", qPrintable(m_errors.join(QLatin1String(", "))));
    }

private:
    const char *m_what;
    std::mutex m_mutex;
    std::vector<double> m_all;
    QStringList m_errors;
};

struct Load {
    Times saves{"autosave of a change"};
    Times refreshes{"first page of a view, and its total"};
    Times counts{"numbers of all views"};
    Times searches{"a keystroke in the search, its first rows"};
    Times found{"… and the number of all"};
    Times openings{"another's case opened"};
    std::atomic<qint64> told = 0; ///< batches of news
};

QString loginOf(int number)
{
    return QStringLiteral("nurse%1").arg(number);
}

template <typename Job> auto timed(Times &times, Job job)
{
    QElapsedTimer timer;
    timer.start();
    auto answer = job();
    times.add(static_cast<double>(timer.nsecsElapsed()) / 1e6, codeOf(answer));
    return answer;
}

QList<WorklistQuery> allViews()
{
    QList<WorklistQuery> views;
    for (int view = 0; view < worklistViewCount; ++view) {
        views.append(WorklistQuery());
        views.last().view = static_cast<WorklistView>(view);
        views.last().limit = 100;
    }
    return views;
}

/// One nurse until the time is over, each at a moment of her own.
void work(StoreDesk &desk, int number, const QStringList &cases, Load &load, std::atomic<int> &seated, qint64 milliseconds, int nurses)
{
    const QString login = loginOf(number);
    static const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> here =
        Workspace::open(desk.directory(), login, login.toUtf8(), StoreDesk::rulebook(), clock);
    if (!here)
        qFatal("%s", why(here).constData());
    const std::unique_ptr<Workspace> &workspace = *here;
    Workspace::Line line;
    line.changed = [&load](const QStringList &) { ++load.told; };
    line.entered = [](const QStringList &) { };
    workspace->listen(line);
    const Result<Workspace::WorklistOpener> opener = workspace->worklistReader();
    const Result<std::unique_ptr<WorklistReader>> opened = (*opener)();
    require(opened.ok());
    WorklistReader &reader = **opened;
    StoredCase draft = workspace->createCase(StoreDesk::request(QStringLiteral("Own %1").arg(number))).value();
    require(workspace->enterCase(draft.id).ok());
    ++seated;
    while (seated < nurses)
        QThread::msleep(10);

    std::mt19937 random(static_cast<unsigned>(number));
    const auto some = [&random](qint64 below) { return static_cast<qint64>(random() % static_cast<unsigned>(below)); };
    static const QStringList names{QStringLiteral("hat"), QStringLiteral("oak"), QStringLiteral("ver"), QStringLiteral("wil"),
        QStringLiteral("ben"), QStringLiteral("mar")};
    qint64 save = some(betweenSaves);
    qint64 refresh = some(betweenRefreshes);
    qint64 search = some(betweenSearches);
    qint64 open = some(betweenOpenings);
    const QList<WorklistQuery> views = allViews();
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < milliseconds) {
        const qint64 next = std::min({save, refresh, search, open});
        if (next > time.elapsed())
            QThread::msleep(static_cast<unsigned long>(next - time.elapsed()));
        if (next == save) {
            save += betweenSaves;
            draft.reviewCase.nurseNote += QStringLiteral(" And so on.");
            const Result<StoredCase> saved = timed(load.saves, [&] { return workspace->saveDraft(draft); });
            if (saved)
                draft = *saved;
        } else if (next == refresh) {
            refresh += betweenRefreshes;
            WorklistQuery query = views.at(static_cast<int>(some(2)));
            query.limit = 100;
            (void)timed(load.refreshes, [&] { return reader.part(query); });
            (void)timed(load.counts, [&] { return reader.counts(views); });
        } else if (next == search) {
            search += betweenSearches;
            const QString &name = names.at(static_cast<int>(some(names.size())));
            for (int typed = 1; typed <= 3; ++typed) {
                WorklistQuery query = views.constFirst();
                query.search = name.left(typed);
                query.limit = 100;
                query.rowsFirst = true;
                const Result<WorklistPart> rows = timed(load.searches, [&] { return reader.part(query); });
                query.rowsFirst = false;
                if (rows && !rows->counted && typed == 3) // the next keystroke ends the counting after the ones before it
                    (void)timed(load.found, [&] { return reader.part(query); });
            }
        } else {
            open += betweenOpenings;
            const QString other = cases.at(static_cast<int>(some(cases.size())));
            (void)timed(load.openings, [&] { return workspace->loadCase(other); });
            (void)workspace->enterCase(draft.id);
        }
    }
}

/// As the server's administrator, past the rules.
void fillWorklist(StoreDesk &desk, int cases)
{
    const std::unique_ptr<Database> database = desk.database();
    const QByteArray sql = R"(
SET session_replication_role = replica;
SET maintenance_work_mem = '512MB';
CREATE TEMP TABLE indexes AS SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'cases'
    AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = 'cases'::regclass);
DO $do$ DECLARE name text; BEGIN
    FOR name IN SELECT indexname FROM indexes LOOP EXECUTE format('DROP INDEX %I', name); END LOOP;
END $do$;
WITH base AS (SELECT *, row_number() OVER (ORDER BY seq) - 1 AS place, count(*) OVER () AS size FROM cases),
    staff AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS size FROM users WHERE role = 'nurse'),
    invented AS (SELECT n, (ARRAY['Ana','Ben','Carla','Dov','Edda','Finn','Gwen','Hal','Ines','Jon','Kaya','Liam','Mara','Nils','Oona',
        'Per','Rhea','Sven','Tova','Uma','Vito','Willa','Yara','Zeno'])[(1 + (n * 7919) % 24)::int] || ' ' || (ARRAY['Ash','Bright','Cove','Dunn',
        'Elm','Field','Grove','Hatherleigh','Iver','Jarrow','Kettle','Lark','Marsh','Norwood','Oakes','Pell','Quill','Rowan','Sedge','Thorn',
        'Underhill','Verity','Wren','Yarrow'])[(1 + (n * 104729 / 24) % 24)::int] || to_char(n % 1000, 'FM000') AS name FROM generate_series(1::bigint, $many) AS n)
INSERT INTO cases (id, number, status, row_version, current_round, prepared_by, page, created_at, saved_at, last_action, changed_by,
    member_name, member_folded, member_id, provider_name, procedure, outcome, outcome_tone, plan_words, expedited, due_at, folded, letters,
    unprinted, line_of_business, plan_state, provider_folded)
SELECT 'many-' || n, 'RD-2025-' || lpad(n::text, 7, '0'), CASE WHEN n % 10 = 0 THEN base.status ELSE
        (ARRAY['approved','denied','withdrawn'])[(1 + n % 3)::int] END, 1, 1, staff.id, '', base.created_at - n * 60000, base.saved_at - n * 60000,
    base.last_action, staff.id, name, lower(name), 'M' || lpad(n::text, 8, '0'), base.provider_name, base.procedure, base.outcome,
    base.outcome_tone, base.plan_words, base.expedited, base.due_at + (n % 2000 - 1000) * 3600000::bigint,
    lower(name) || chr(10) || 'm' || lpad(n::text, 8, '0') || chr(10) || 'rd-2025-' || lpad(n::text, 7, '0') || chr(10) || base.provider_folded,
    1, 0, base.line_of_business, base.plan_state, base.provider_folded
FROM invented JOIN base ON base.place = n % base.size JOIN staff ON staff.place = n / 10 % staff.size;
DO $do$ DECLARE words text; BEGIN
    FOR words IN SELECT indexdef FROM indexes LOOP EXECUTE words; END LOOP;
END $do$;
RESET session_replication_role)";
    Result<void> filled = database->script(QByteArray(sql).replace("$many", QByteArray::number(cases)));
    if (filled)
        filled = database->script("SELECT worklist_anew()");
    for (const char *table : {"cases", "worklist_saves", "worklist_texts", "worklist_counts"}) { // as the server does by itself after a while
        if (filled)
            filled = database->script(QByteArray("VACUUM ANALYZE ") + table);
    }
    if (!filled)
        qFatal("%s", why(filled).constData());
}

/// What is asked of the worklist by one person while nobody else works; no question twice in a row.
void lookAlone(StoreDesk &desk)
{
    const std::unique_ptr<Workspace> workspace = desk.opened(loginOf(0));
    const std::unique_ptr<WorklistReader> reader = std::move((*workspace->worklistReader())()).value();
    const QList<WorklistQuery> views = allViews();
    QList<WorklistQuery> filtered;
    const auto filter = [&](auto set) {
        filtered.append(views.last());
        set(filtered.last().filter);
    };
    filter([](WorklistFilter &asked) { asked.statuses = {Status::Approved, Status::Denied}; });
    filter([](WorklistFilter &asked) { asked.lines = {LineOfBusiness::MedicareAdvantage}; });
    filter([](WorklistFilter &asked) { asked.states = {QStringLiteral("WA")}; });
    filter([](WorklistFilter &asked) { asked.expedited = true; });
    filter([](WorklistFilter &asked) { asked.tones = {-1}; asked.open = true; });
    filter([](WorklistFilter &asked) { asked.preparedBy = {WorklistFilter::me}; });
    filter([](WorklistFilter &asked) { asked.due = WorklistFilter::Due::Week; asked.expedited = false; });
    const WorklistQuery everything = views.last();
    const int total = reader->part(everything)->total;
    Times firsts{"alone: the first page of a view"};
    Times filters{"alone: … of a filter"};
    Times orders{"alone: … of another order"};
    Times ends{"alone: the end of an order"};
    Times places{"alone: any place of an order"};
    Times following{"alone: the page after the last"};
    Times keys{"alone: a keystroke in the search, its first rows"};
    Times found{"alone: … and the number of all"};
    Times positions{"alone: where a case stands"};
    Times numbers{"alone: numbers of all views"};
    std::mt19937 random(11);
    const auto part = [&](Times &times, WorklistQuery query, int offset) {
        query.offset = offset;
        return timed(times, [&] { return reader->part(query); });
    };
    for (int round = 0; round < 4; ++round) {
        for (const WorklistQuery &view : views)
            (void)part(firsts, view, 0);
        for (const WorklistQuery &asked : std::as_const(filtered))
            (void)part(filters, asked, 0);
        for (int sort = 0; sort < worklistColumnCount; ++sort) {
            WorklistQuery query = everything;
            query.sort = static_cast<WorklistColumn>(sort);
            query.descending = round % 2 == 1;
            (void)part(orders, query, 0);
            (void)part(ends, query, total - 100);
            const auto anywhere = static_cast<int>(random() % static_cast<unsigned>(total - 200));
            const Result<WorklistPart> found = part(places, query, anywhere);
            (void)part(following, query, anywhere + 100);
            if (found && !found->rows.isEmpty())
                (void)timed(positions, [&] { return reader->positionOf(found->rows.constFirst().caseId, query); });
        }
        for (const char *word : {"hatherleigh", "oakes0", "ana verity", "m000123", "rd-2025-00099"}) {
            const QString typed = QString::fromLatin1(word);
            for (qsizetype length = 1; length <= typed.size(); ++length) {
                WorklistQuery query = everything;
                query.search = typed.left(length);
                query.rowsFirst = true;
                const Result<WorklistPart> rows = part(keys, query, 0);
                query.rowsFirst = false;
                if (rows && !rows->counted)
                    (void)part(found, query, 0);
            }
        }
        for (int times = 0; times < 5; ++times)
            (void)timed(numbers, [&] { return reader->counts(views); });
    }
    for (Times *times : {&firsts, &filters, &orders, &ends, &places, &following, &keys, &found, &positions, &numbers})
        times->say();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    StoreDesk::useCompiledIn();
    const int cases = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int nurses = argc > 2 ? std::atoi(argv[2]) : 200;
    const int seconds = argc > 3 ? std::atoi(argv[3]) : 30;
    if (cases < 1 || nurses < 1 || seconds < 1)
        return 2;
    // Each nurse has three connections: to write, to read the worklist beside it, to listen.
    const TestCluster cluster(nullptr,
        "-c fsync=on -c full_page_writes=on -c shared_buffers=512MB -c max_connections=" + QByteArray::number(3 * nurses + 20));
    StoreDesk desk(cluster);
    desk.clock.advance(QDateTime::currentMSecsSinceEpoch() - desk.clock.now().toMSecsSinceEpoch());
    QStringList opened;
    {
        const std::unique_ptr<Workspace> sam = desk.made();
        for (int number = 0; number < nurses; ++number)
            require(sam->addUser(StoreDesk::newUser(loginOf(number), Role::Nurse), KeyCost::cheap()).ok());
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        for (int number = 0; number < 30; ++number) {
            const ReviewCase content = number % 3 == 0 ? StoreDesk::adverse() : number % 3 == 1 ? StoreDesk::approvable() : StoreDesk::request();
            const StoredCase made = nora->createCase(content).value();
            opened.append(made.id);
            if (number % 6 == 0)
                require(nora->act(made, Action::Refer).ok());
        }
    }
    fillWorklist(desk, cases);
    std::printf("%d cases, %d nurses with 3 connections each, %d seconds, all on this machine\n", cases, nurses, seconds);
    std::fflush(stdout);
    lookAlone(desk);
    std::fflush(stdout);
    Load load;
    std::atomic<int> seated = 0;
    std::vector<std::thread> department;
    for (int number = 0; number < nurses; ++number)
        department.emplace_back([&, number] { work(desk, number, opened, load, seated, seconds * 1'000, nurses); });
    while (seated < nurses)
        QThread::msleep(100);
    const Written before = writtenBy(cluster, desk.server());
    const double processorBefore = processorSeconds(cluster, desk.server());
    QThread::msleep(static_cast<unsigned long>(seconds) * 800);
    const Written after = writtenBy(cluster, desk.server());
    const double processor = processorSeconds(cluster, desk.server()) - processorBefore;
    sayMemoryOfConnections(cluster, desk.server());
    for (std::thread &nurse : department)
        nurse.join();
    for (Times *times : {&load.saves, &load.refreshes, &load.counts, &load.searches, &load.found, &load.openings})
        times->say();
    std::printf("news told: %lld batches\n", static_cast<long long>(load.told));
    const double of = static_cast<double>(nurses) * seconds * 0.8;
    std::printf("transactions of a nurse %.2f in a second; write-ahead log of a nurse %.1f kB in a second\n",
        static_cast<double>(after.transactions - before.transactions) / of, static_cast<double>(after.log - before.log) / of / 1024);
    std::printf("the server's processes for them had %.2f processors all the while\n", processor / (seconds * 0.8));
    if (argc > 4) {
        std::printf("psql -h %s -U postgres %s, password in %s/password\n", qPrintable(cluster.folder()), qPrintable(desk.server()),
            qPrintable(cluster.folder()));
        std::fflush(stdout);
        while (std::getchar() != EOF) { }
    }
    return 0;
}
