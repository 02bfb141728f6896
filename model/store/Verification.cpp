#include "store/DocumentRepository.h"
#include "store/Verification.h"

#include "store/CaseRepository.h"
#include "store/LetterRepository.h"
#include "store/Migrator.h"
#include "store/WorklistColumns.h"

#include "policy/JsonValue.h"

#include <QCoreApplication>
#include <QMap>
#include <QTemporaryDir>


namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

Error damaged(const QString &what, const QString &place)
{
    return {
        QStringLiteral("damaged"), Say::tr("%1 (%2). Put the workspace back from a backup.").arg(what, place), place};
}

Result<void> verifyPages(Database &database)
{
    const Result<Database::Row> checked = database.row(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!checked)
        return checked.error();
    const QString answer = checked->value(0).toString();
    if (answer != QLatin1String("ok"))
        return damaged(Say::tr("The database is damaged"), answer.simplified());
    return {};
}

Result<void> verifyForeignKeys(Database &database)
{
    const Result<Database::Row> broken = database.row(QStringLiteral("PRAGMA foreign_key_check"));
    if (!broken)
        return broken.error();
    if (!broken->isEmpty())
        return damaged(Say::tr("A row points nowhere"),
            QStringLiteral("%1, row %2").arg(broken->value(0).toString(), broken->value(1).toString()));
    return {};
}

/// What lies below the tables. A server sees to its pages and keys itself.
Result<void> verifyFile(Database &database)
{
    if (database.dialect() != Database::Dialect::Sqlite)
        return {};
    // What is walked again and again need not be decrypted each time; the connection is the verification's own.
    if (Result<void> room = database.script("PRAGMA cache_size = -131072"); !room) // KiB
        return room;
    if (Result<void> pages = verifyPages(database); !pages)
        return pages;
    return verifyForeignKeys(database);
}

/// The search finds what the cases say: FTS5 compares its index with them.
Result<void> verifySearch(Database &database)
{
    const Result<void> compared =
        database.run(QStringLiteral("INSERT INTO case_search (case_search, rank) VALUES ('integrity-check', 1)"));
    if (!compared && compared.error().code == QLatin1String("damaged"))
        return damaged(Say::tr("The search index is not what the cases say"), QStringLiteral("case_search"));
    return compared;
}

/// The worklist shows and counts what the cases say.
Result<void> verifyWorklist(Database &database)
{
    constexpr int readable = 17; // the backup before that migration lacks what the columns are made from
    const Result<int> schema = Migrator::schemaOf(database);
    const Result<bool> there = database.hasTable(QStringLiteral("worklist_base"));
    if (!schema || !there)
        return schema ? there.error() : schema.error();
    if (!*there || *schema < readable)
        return {};
    Statements statements(database);
    WorklistColumns columns(statements);
    if (Result<void> ready = columns.refresh(0); !ready)
        return ready;
    const Result<QString> wrong = columns.firstWrong();
    if (!wrong)
        return wrong.error();
    if (!wrong->isEmpty())
        return damaged(Say::tr("The worklist is not what the cases say"), QStringLiteral("worklist, %1").arg(*wrong));
    return {};
}

Result<void> verifyServerWorklist(Database &database)
{
    const Result<Database::Row> wrong = database.row(QStringLiteral("SELECT worklist_wrong()"));
    if (!wrong)
        return wrong.error();
    return wrong->value(0).toInt() == 0 ? Result<void>()
                                        : damaged(Say::tr("The worklist is not what the cases say"), QStringLiteral("worklist_counts"));
}

/// The status that an entry's changes left behind; of a case that never had another one, what it began as.
QString statusAfter(const QByteArray &changes)
{
    const Result<JsonValue> read = readJson(changes);
    const JsonValue::Array *list = read ? read->asArray() : nullptr;
    for (const JsonValue &changed : list ? *list : JsonValue::Array()) {
        if (changed.text(u"field") == QLatin1String("/status"))
            return changed.text(u"after");
    }
    return toWord(Status::Draft);
}

/// A case's content and status are what its history says they became.
Result<void> verifyCases(Database &database)
{
    return database.each(
        QStringLiteral(
            "SELECT cases.number, cases.status, rounds.content,"
            " (SELECT content FROM audit WHERE chain = cases.id AND action NOT IN"
            " ('issue_letter', 'print_letter', 'assign', 'comment', 'peer_to_peer', 'ask_opinion', 'give_opinion',"
            "  'attach', 'remove_document')"
            "  ORDER BY sequence DESC LIMIT 1),"
            // canonical JSON: a quote inside of a value is never bare
            " (SELECT changes FROM audit WHERE chain = cases.id AND changes LIKE '%\"field\":\"/status\"%'"
            "  ORDER BY sequence DESC LIMIT 1)"
            " FROM cases LEFT JOIN rounds ON rounds.case_id = cases.id AND rounds.number = cases.current_round"
            " ORDER BY cases.seq"),
        {}, [](const Database::Row &row) -> Result<void> {
            const QString number = row.at(0).toString();
            if (CaseRepository::contentDigest(row.at(2).toString().toUtf8()) != row.at(3).toString())
                return damaged(Say::tr("A case's content is not what its history says"),
                    QStringLiteral("content of %1").arg(number));
            if (row.at(1).toString() != statusAfter(row.at(4).toString().toUtf8()))
                return damaged(Say::tr("A case's status is not what its history says"),
                    QStringLiteral("status of %1").arg(number));
            return {};
        });
}

/// So is what an earlier round ended with, up to the step that began the next.
Result<void> verifyEarlierRounds(Database &database)
{
    return database.each(
        QStringLiteral(
            "WITH entries AS (SELECT chain, sequence, content, 1 + sum(CASE WHEN action IN ('reopen', 'appeal') THEN 1 ELSE 0"
            "  END) OVER (PARTITION BY chain ORDER BY sequence) AS round FROM audit"
            "  WHERE chain IN (SELECT id FROM cases WHERE current_round > 1) AND action NOT IN"
            "  ('issue_letter', 'print_letter', 'assign', 'comment', 'peer_to_peer', 'ask_opinion', 'give_opinion',"
            "   'attach', 'remove_document')),"
            " ends AS (SELECT chain, round, content,"
            "  row_number() OVER (PARTITION BY chain, round ORDER BY sequence DESC) AS back FROM entries)"
            " SELECT cases.number, rounds.number, rounds.content, ends.content FROM cases"
            " JOIN rounds ON rounds.case_id = cases.id AND rounds.number < cases.current_round"
            " LEFT JOIN ends ON ends.chain = cases.id AND ends.round = rounds.number AND ends.back = 1"),
        {}, [](const Database::Row &row) -> Result<void> {
            if (CaseRepository::contentDigest(row.at(2).toString().toUtf8()) == row.at(3).toString())
                return {};
            return damaged(Say::tr("An earlier round's content is not what its history says"),
                QStringLiteral("round %1 of %2").arg(row.at(1).toString(), row.at(0).toString()));
        });
}

/// What the worklist reads of a case is what the case says.
Result<void> verifyProjections(Database &database, const Rulebook &rulebook, const Database::Progress &progress)
{
    const Result<Database::Row> letters = database.row(
        QStringLiteral("SELECT number FROM cases WHERE letters <> (SELECT count(*) FROM letters WHERE case_id = cases.id"
                       " AND round = cases.current_round) OR unprinted <> %1 OR unissued <> %2 OR EXISTS (SELECT 1 FROM"
                       " letters WHERE case_id = cases.id AND wait <> %3) LIMIT 1")
            .arg(LetterRepository::unprinted, LetterRepository::unissued, LetterRepository::waitInHistory));
    if (!letters)
        return letters.error();
    if (!letters->isEmpty())
        return damaged(Say::tr("A case's letters are not counted right"),
            QStringLiteral("letters of %1").arg(letters->at(0).toString()));
    AuditLog audit(database);
    Uuid7 unused;
    CaseRepository cases(database, audit, unused, rulebook);
    int seen = 0;
    return database.each(
        QStringLiteral("SELECT id, number FROM cases ORDER BY seq"), {}, [&](const Database::Row &row) -> Result<void> {
            constexpr int between = 500;
            if (++seen % between == 0 && progress && !progress(1, 1))
                return Error{QStringLiteral("stopped"), Say::tr("It was stopped before its end."), {}};
            const Result<QString> wrong = cases.wrongProjection(row.at(0).toString());
            if (!wrong)
                return wrong.error();
            return wrong->isEmpty() ? Result<void>()
                                    : damaged(Say::tr("What is kept beside a case is not what the case says"),
                                          QStringLiteral("%1 of %2").arg(*wrong, row.at(1).toString()));
        });
}

/// The database has this program's tables and rules, each as it was made: none is missing, changed or besides.
Result<void> verifySchema(Database &database)
{
    const Result<int> schema = Migrator::schemaOf(database);
    if (!schema)
        return schema.error();
    const QTemporaryDir folder;
    const Result<std::unique_ptr<Database>> fresh =
        Database::open(folder.filePath(QStringLiteral("fresh.db")), Secret::random(32), Database::Mode::Create);
    if (!fresh)
        return fresh.error();
    const Result<void> made = Migrator(Migrator::upTo(*schema)).migrate(**fresh, [](int) { return Result<void>(); });
    if (!made)
        return made;
    const auto partsOf = [](Database &of) -> Result<QMap<QString, QString>> {
        QMap<QString, QString> parts;
        const Result<void> read = of.each(
            QStringLiteral("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"),
            {}, [&parts](const Database::Row &row) -> Result<void> {
                parts.insert(row.at(0).toString(), row.at(1).toString());
                return {};
            });
        return read ? Result<QMap<QString, QString>>(parts) : read.error();
    };
    const Result<QMap<QString, QString>> here = partsOf(database);
    const Result<QMap<QString, QString>> wanted = partsOf(**fresh);
    if (!here || !wanted)
        return here ? wanted.error() : here.error();
    const QStringList names = wanted->keys() + here->keys();
    for (const QString &name : names) {
        if (here->value(name) != wanted->value(name) || here->contains(name) != wanted->contains(name))
            return damaged(Say::tr("The database's own rules are not this program's"), name);
    }
    return {};
}

/// What one table says and what another place says of it; the first case of which they do not say the same.
struct Comparison {
    QString table; ///< of a newer schema: an older one is not asked
    QString kept;
    QString noted;
    QString what; ///< in a sentence
    QString place; ///< "clock of %1"
};

Result<void> verifySame(Database &database, const Comparison &comparison)
{
    // The backup before a migration is verified in the schema that it has.
    const Result<bool> there = database.hasTable(comparison.table);
    if (!there || !*there)
        return there ? Result<void>() : Result<void>(there.error());
    const QString except = QStringLiteral(" EXCEPT ");
    for (const QString &lost :
        {comparison.kept + except + comparison.noted, comparison.noted + except + comparison.kept}) {
        const Result<Database::Row> row = database.row(
            QStringLiteral("SELECT number FROM cases WHERE id = (SELECT case_id FROM (%1) AS lost LIMIT 1)").arg(lost));
        if (!row)
            return row.error();
        if (!row->isEmpty())
            return damaged(comparison.what, comparison.place.arg(row->at(0).toString()));
    }
    return {};
}

/// What stopped or lengthened a clock is what the history says, at the same instants.
Comparison clocks()
{
    return {QStringLiteral("clock_events"), QStringLiteral("SELECT case_id, kind, at FROM clock_events WHERE kind NOT IN ('noticed', 'extension_noticed')"),
        QStringLiteral("SELECT chain AS case_id, CASE action WHEN 'pend' THEN 'asked' WHEN 'resume' "
                       "THEN 'answered' ELSE 'extended' END, at"
                       " FROM audit WHERE action IN ('pend', 'resume', 'extend')"),
        Say::tr("A case's clock is not what its history says"), QStringLiteral("clock of %1")};
}

/// What began with a letter began when that letter was issued, and no letter that begins something is forgotten.
Comparison noticesGiven()
{
    return {QStringLiteral("notices"),
        QStringLiteral("SELECT case_id, round, kind, at, user_id FROM clock_events WHERE kind IN ('noticed', 'extension_noticed')"),
        QStringLiteral("SELECT case_id, round, kind, at, user_id FROM notices"),
        Say::tr("A case's clock is not what its letters say"), QStringLiteral("clock of %1")};
}

/// What reports count is what the rounds say.
Comparison roundFacts()
{
    return {QStringLiteral("round_facts"),
        QStringLiteral("SELECT case_id, round, kind, received_at, line_of_business, urgency, timing,"
                       " decision, exception, decided_at, outcome, basis, unmet FROM round_facts"),
        QStringLiteral("SELECT * FROM round_facts_of"), Say::tr("What reports count is not what the case says"),
        QStringLiteral("report of %1")};
}

/// What was said about the cases is what their histories say, word for word.
Comparison notes()
{
    return {QStringLiteral("case_notes"), QStringLiteral("SELECT case_id, action, at, user_id, words FROM case_notes"),
        QStringLiteral("SELECT chain AS case_id, action, at, user_id, comment FROM audit WHERE action IN"
                       " ('assign', 'comment', 'peer_to_peer', 'ask_opinion', 'give_opinion')"),
        Say::tr("What was said about a case is not what its history says"), QStringLiteral("notes of %1")};
}

} // namespace

Result<void> verifyDatabase(
    Database &database, const Rulebook &rulebook, AuditLog::Check check, const Database::Progress &progress)
{
    if (Result<void> file = verifyFile(database); !file)
        return file;
    AuditLog audit(database);
    if (Result<void> chains = audit.verify(check, progress); !chains)
        return chains;
    if (Result<void> cases = verifyCases(database); !cases)
        return cases;
    if (Result<void> rounds = verifyEarlierRounds(database); !rounds)
        return rounds;
    for (const Comparison &comparison : {clocks(), noticesGiven(), roundFacts(), notes()}) {
        if (Result<void> same = verifySame(database, comparison); !same)
            return same;
    }
    if (database.dialect() == Database::Dialect::Sqlite) {
        if (Result<void> search = verifySearch(database); !search)
            return search;
    }
    if (Result<void> worklist = database.dialect() == Database::Dialect::Sqlite ? verifyWorklist(database) : verifyServerWorklist(database); !worklist)
        return worklist;
    if (Result<void> documents = verifyDocuments(database); !documents)
        return documents;
    Uuid7 unused;
    if (Result<void> letters = LetterRepository(database, audit, unused, rulebook).verify(); !letters)
        return letters;
    const Result<int> schema = Migrator::schemaOf(database);
    if (!schema)
        return schema.error();
    const bool isOlder = *schema < Migrator(Migrator::compiledIn(database.dialect())).newest();
    if (check == AuditLog::Check::Hashes || isOlder) // a copy's pages are those of what it was copied from
        return {};
    if (Result<void> projections = verifyProjections(database, rulebook, progress); !projections)
        return projections;
    return database.dialect() == Database::Dialect::Sqlite ? verifySchema(database) : Result<void>();
}

} // namespace reviewdesk
