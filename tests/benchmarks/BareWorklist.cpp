#include "BareWorklist.h"

#include "StoreDesk.h"
#include "Times.h"

#include "store/Keyring.h"
#include "store/WorklistReader.h"
#include "store/Workshop.h"

#include <sqlite3.h>

#include <cstring>

namespace reviewdesk {

namespace {

constexpr int repeats = 5;

sqlite3 *bareConnection(const QString &directory, const QByteArray &passphrase)
{
    const Result<Keyring> keyring = Keyring::read(directory + QStringLiteral("/workspace.keys"));
    require(keyring.ok());
    const Result<Secret> key = keyring->unlock(keyring->loginNames().constFirst(), passphrase);
    require(key.ok());
    Secret raw(key->size() + 4);
    std::memcpy(raw.data(), "raw:", 4);
    std::memcpy(raw.data() + 4, key->data(), key->size());
    sqlite3 *db = nullptr;
    const QString file = directory + QLatin1Char('/') + keyring->file().database;
    require(sqlite3_open_v2(file.toUtf8().constData(), &db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
    sqlite3mc_config(db, "cipher", CODEC_TYPE_CHACHA20);
    require(sqlite3_key_v2(db, "main", raw.data(), static_cast<int>(raw.size())) == SQLITE_OK);
    require(sqlite3_exec(db, "PRAGMA query_only = ON; PRAGMA cache_size = -12288", nullptr, nullptr, nullptr) == SQLITE_OK);
    return db;
}

double bareMedian(sqlite3 *db, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(db));
    Times times;
    for (int round = 0; round <= 20 * repeats; ++round) {
        const double before = processorMilliseconds();
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                sqlite3_column_text(statement, column);
        }
        sqlite3_reset(statement);
        if (round > 0)
            times.add(processorMilliseconds() - before);
    }
    sqlite3_finalize(statement);
    return times.median();
}

double ourMedian(WorklistReader &reader, const WorklistQuery &query)
{
    Times times;
    WorklistQuery other;
    other.view = WorklistView::LettersIssued;
    other.limit = 1;
    for (int round = 0; round <= 20 * repeats; ++round) {
        require(reader.part(other).ok()); // so that nothing of the last answer is left
        const double before = processorMilliseconds();
        require(reader.part(query).ok());
        if (round > 0)
            times.add(processorMilliseconds() - before);
    }
    return times.median();
}

} // namespace

void compareWithBare(Workshop &workshop, const QString &directory, const QByteArray &passphrase)
{
    const Result<Workspace::WorklistOpener> opener =
        workshop.run([](Workspace &workspace) { return workspace.worklistReader(); }).result();
    require(opener.ok());
    const Result<std::unique_ptr<WorklistReader>> reader = (*opener)();
    require(reader.ok());
    sqlite3 *db = bareConnection(directory, passphrase);
    const QByteArray columns = "SELECT id, number, status, member_name, member_id, provider_name, procedure, outcome,"
                               " outcome_tone, plan_words, expedited, due_at, prepared_by, saved_at, assigned,"
                               " line_of_business, plan_state FROM cases ";
    std::printf("\n%-46s %10s %10s\n", "64 rows, the query alone, processor's time", "ours", "bare");
    const auto line = [&](const char *what, const WorklistQuery &query, const QByteArray &sql) {
        const double bare = bareMedian(db, sql);
        const double ours = ourMedian(**reader, query);
        std::printf("%-46s %7.2f ms %7.2f ms   %.1f times\n", what, ours, bare, ours / bare);
        std::fflush(stdout);
    };
    const auto query = [](WorklistColumn sort, bool descending = false) {
        WorklistQuery query;
        query.sort = sort;
        query.descending = descending;
        query.limit = 64;
        return query;
    };
    line("first by when saved", query(WorklistColumn::Saved), columns + "ORDER BY saved_at, seq LIMIT 64");
    line("last by when saved", query(WorklistColumn::Saved, true), columns + "ORDER BY saved_at DESC, seq DESC LIMIT 64");
    line("first by member", query(WorklistColumn::Member), columns + "ORDER BY member_folded, seq LIMIT 64");
    WorklistQuery deep = query(WorklistColumn::Member);
    deep.offset = 500'032;
    line("the 500,000th by member", deep, columns + "ORDER BY member_folded, seq LIMIT 64 OFFSET 500032");
    WorklistQuery drafts = query(WorklistColumn::Due);
    drafts.view = WorklistView::Drafts;
    line("first drafts by due date", drafts, columns + "WHERE status = 'draft' ORDER BY due_at, seq LIMIT 64");
    WorklistQuery plan = query(WorklistColumn::Member);
    plan.filter.expedited = true;
    plan.filter.lines = {LineOfBusiness::Qhp};
    line("first expedited QHP by member", plan,
        columns + "WHERE expedited = 1 AND line_of_business = 'qhp' ORDER BY member_folded, seq LIMIT 64");
    const auto search = [&](const char *what, const char *term) {
        WorklistQuery asked = query(WorklistColumn::Due);
        asked.search = QString::fromUtf8(term);
        line(what, asked, columns + "WHERE seq IN (SELECT rowid FROM case_search WHERE case_search MATCH '\"" + term +
                "\"') ORDER BY due_at, seq LIMIT 64");
    };
    search("search of a member ID's start", "b5512");
    search("search of a family name", "okafor");
    search("search of three letters", "mar");
    WorklistQuery two = query(WorklistColumn::Due);
    two.search = QStringLiteral("zu");
    line("search of two letters", two, columns + "WHERE instr(folded, 'zu') > 0 ORDER BY due_at, seq LIMIT 64");
    Times counts;
    QList<WorklistQuery> views;
    for (int view = 0; view < worklistViewCount; ++view) {
        WorklistQuery each;
        each.view = static_cast<WorklistView>(view);
        views.append(each);
    }
    for (int round = 0; round < 2 * repeats; ++round) {
        QElapsedTimer timer;
        timer.start();
        require((*reader)->counts(views).ok());
        counts.add(millisecondsSince(timer));
    }
    const double bare = bareMedian(db, "SELECT status, count(*) FROM cases GROUP BY status");
    std::printf("%-46s %7.2f ms %7.2f ms   %.1f times\n", "counts of ten views; of the statuses", counts.median(), bare,
        counts.median() / bare);
    sqlite3_close(db);
}

} // namespace reviewdesk
