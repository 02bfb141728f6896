// What keeping a draft costs, beside the bare SQLite library that writes the same rows with the same cipher and
// settings; what signing in and opening cost. `bench_store [CASES]`, 1,000 cases unless told.
#include "StoreDesk.h"
#include "Times.h"

#include "store/Keyring.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace reviewdesk;

namespace {

constexpr int saves = 400;

void report(const char *what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("%-48s median %7.3f ms   95 %% %7.3f ms\n", what, milliseconds.at(milliseconds.size() / 2),
        milliseconds.at(milliseconds.size() * 95 / 100));
}

double median(std::vector<double> times)
{
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times.at(times.size() / 2);
}

/// A text of 2 KB that differs in its end.
QString note(int i)
{
    return QString(2000, QLatin1Char('n')) + QString::number(i);
}

/// The rows that an autosave writes, by prepared statements of the library alone.
class Bare {
public:
    Bare(StoreDesk &desk, const QString &id) : m_caseId(id.toUtf8())
    {
        const Result<Secret> key = Keyring::read(desk.keyFile())->unlock(QStringLiteral("nora"), "nora");
        require(key.ok());
        Secret raw(key->size() + 4);
        std::memcpy(raw.data(), "raw:", 4);
        std::memcpy(raw.data() + 4, key->data(), key->size());
        require(sqlite3_open(desk.databaseFile().toUtf8().constData(), &m_db) == SQLITE_OK);
        sqlite3mc_config(m_db, "cipher", CODEC_TYPE_CHACHA20);
        require(sqlite3_key_v2(m_db, "main", raw.data(), static_cast<int>(raw.size())) == SQLITE_OK);
        run("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL; PRAGMA secure_delete "
            "= ON; PRAGMA foreign_keys = ON");
        const char *texts[] = {"UPDATE rounds SET content = json_set(content, '$.nurse_note', ?2) WHERE case_id = ?1",
            "UPDATE cases SET row_version = row_version + 1, saved_at = saved_at + 1, last_action = 'edit' WHERE id = "
            "?1 AND ?2 <> ''",
            "INSERT INTO audit SELECT chain, sequence + 1, at, user_id, user_name, 'edit', '', json_array(json_object("
            "'field', '/nurse_note', 'before', ?2, 'after', ?2)), content, hash, signer, signature FROM audit WHERE "
            "chain = ?1 ORDER BY sequence DESC LIMIT 1",
            "UPDATE chains SET length = length + 1 WHERE chain = ?1 AND ?2 <> ''"};
        for (const char *text : texts) {
            sqlite3_stmt *statement = nullptr;
            if (sqlite3_prepare_v2(m_db, text, -1, &statement, nullptr) != SQLITE_OK)
                qFatal("%s", sqlite3_errmsg(m_db));
            m_statements.push_back(statement);
        }
    }
    ~Bare()
    {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_db);
    }
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    double save(const QByteArray &words)
    {
        QElapsedTimer timer;
        timer.start();
        run("BEGIN IMMEDIATE");
        for (sqlite3_stmt *statement : m_statements) {
            sqlite3_bind_text(statement, 1, m_caseId.constData(), -1, SQLITE_STATIC);
            sqlite3_bind_text(statement, 2, words.constData(), -1, SQLITE_STATIC);
            if (sqlite3_step(statement) != SQLITE_DONE)
                qFatal("%s", sqlite3_errmsg(m_db));
            sqlite3_reset(statement);
        }
        run("COMMIT");
        return millisecondsSince(timer);
    }

private:
    void run(const char *sql)
    {
        char *why = nullptr;
        if (sqlite3_exec(m_db, sql, nullptr, nullptr, &why) != SQLITE_OK)
            qFatal("%s: %s", sql, why);
    }
    sqlite3 *m_db = nullptr;
    std::vector<sqlite3_stmt *> m_statements;
    QByteArray m_caseId;
};

/// In turn, each in a workspace of its own: what else the computer does falls on both alike, and neither takes the
/// other's pages out of its cache.
void autosaves(StoreDesk &desk, StoreDesk &beside)
{
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    require(stored.ok());
    Bare bare(beside, beside.opened(QStringLiteral("nora"))->createCase(StoreDesk::request())->id);
    std::vector<double> ours;
    std::vector<double> bares;
    std::vector<double> oursWork;
    std::vector<double> baresWork;
    for (int i = 0; i < saves; ++i) {
        stored->reviewCase.nurseNote = note(i);
        QElapsedTimer timer;
        timer.start();
        double before = processorMilliseconds();
        stored = nora->saveDraft(*stored);
        oursWork.push_back(processorMilliseconds() - before);
        ours.push_back(millisecondsSince(timer));
        require(stored.ok());
        const QByteArray words = note(i).toUtf8();
        before = processorMilliseconds();
        bares.push_back(bare.save(words));
        baresWork.push_back(processorMilliseconds() - before);
    }
    const double ratio = median(ours) / median(bares);
    report("autosave of a 2 KB change, committed", std::move(ours));
    report("the same rows by bare SQLite", std::move(bares));
    std::printf("%-48s %.2f (at most 2)\n", "autosave beside bare SQLite", ratio);
    std::printf("%-48s %.3f beside %.3f ms: %.2f\n", "of the processor's time alone", median(oursWork),
        median(baresWork), median(oursWork) / median(baresWork));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    StoreDesk::useCompiledIn();
    const int cases = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    StoreDesk desk;
    QElapsedTimer timer;
    {
        const std::unique_ptr<Workspace> sam = desk.made();
        timer.start();
        require(sam->addSamples(cases, 1, "practice", KeyCost::cheap()).ok());
        std::printf("%-48s %.1f s\n", "invented cases brought in", millisecondsSince(timer) / 1000);
    }
    std::vector<double> opening;
    std::vector<double> worklist;
    for (int i = 0; i < 10; ++i) {
        timer.start();
        const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam")); // a key that costs next to nothing
        opening.push_back(millisecondsSince(timer));
        timer.start();
        require(sam->worklist({}).ok() && sam->worklistCounts().ok());
        worklist.push_back(millisecondsSince(timer));
    }
    report("opening beyond the key derivation", std::move(opening));
    report("first 500 rows of the worklist, with counts", std::move(worklist));
    timer.start();
    const KeyCost cost = KeyCost::calibrated();
    std::printf("%-48s %.0f ms, %llu MiB\n", "measuring what a passphrase is to cost", millisecondsSince(timer),
        static_cast<unsigned long long>(cost.memoryBytes / 1024 / 1024));
    {
        const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam"));
        require(sam->changePassphrase("sam", "seven quiet herons", cost).ok());
    }
    std::vector<double> signIn;
    for (int i = 0; i < 5; ++i) {
        timer.start();
        require(desk.tryOpen(QStringLiteral("sam"), "seven quiet herons").ok());
        signIn.push_back(millisecondsSince(timer));
    }
    report("signing in, key derivation and all", std::move(signIn));
    StoreDesk beside;
    require(beside.made()->addSamples(std::min(cases, 1000), 1, "practice", KeyCost::cheap()).ok());
    autosaves(desk, beside);
    return 0;
}
