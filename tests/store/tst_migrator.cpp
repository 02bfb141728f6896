#include "StoreDesk.h"

#include "store/Migrator.h"

#include <QTest>

using namespace reviewdesk;

class tst_migrator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theStepsAreNumberedWithoutAGap();
    void aNewDatabaseIsBroughtUp();
    void anOlderOneIsBackedUpFirst();
    void everyOldSchemaIsBroughtUp();
    void aFailedStepLeavesTheOldSchema();
    void aFailedBackupStopsIt();
    void anotherProgramMayBeQuicker();
    void aNewerOneIsRefused();
    void aNewerWorkspaceIsRefused();
    void aWorkspaceOfAnEarlierProgram();

private:
    QList<Migration> steps() const
    {
        return {{1, QStringLiteral("0001_a.sql"),
                    "CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT, digest TEXT); CREATE TABLE a (x)"},
            {2, QStringLiteral("0002_b.sql"), "CREATE TABLE b (x); INSERT INTO b VALUES (1)"}};
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    QList<int> m_backedUp;
    std::function<Result<void>(int)> m_backUp = [this](int from) -> Result<void> {
        m_backedUp.append(from);
        return {};
    };
};

void tst_migrator::init()
{
    QVERIFY(cryptoReady());
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_backedUp.clear();
    auto made =
        Database::open(m_folder->filePath(QStringLiteral("workspace.db")), Secret::random(32), Database::Mode::Create);
    QVERIFY2(made.ok(), why(made));
    m_database = std::move(made).value();
}

void tst_migrator::theStepsAreNumberedWithoutAGap()
{
    const QList<Migration> steps = Migrator::compiledIn();
    QVERIFY(!steps.isEmpty());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps.at(i).number, static_cast<int>(i) + 1);
        QVERIFY(!steps.at(i).sql.isEmpty());
    }
}

// Two programs that opened an old workspace at once both began, and one failed: "table b already exists".
void tst_migrator::anotherProgramMayBeQuicker()
{
    const QString file = m_folder->filePath(QStringLiteral("shared.db"));
    const Secret key = Secret::random(32);
    auto mine = Database::open(file, key, Database::Mode::Create);
    QVERIFY2(mine.ok(), why(mine));
    QVERIFY(Migrator(steps().mid(0, 1)).migrate(**mine, m_backUp).ok());
    const Result<void> done = Migrator(steps()).migrate(**mine, [&](int) -> Result<void> {
        auto theirs = Database::open(file, key, Database::Mode::Existing);
        return theirs ? Migrator(steps()).migrate(**theirs, m_backUp) : Result<void>(theirs.error());
    });
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(*Migrator::schemaOf(**mine), 2);
    QCOMPARE((*mine)->row(QStringLiteral("SELECT count(*) FROM b"))->value(0).toInt(), 1);
}

void tst_migrator::aNewDatabaseIsBroughtUp()
{
    const Migrator migrator;
    const Result<void> done = migrator.migrate(*m_database, m_backUp);
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(*Migrator::schemaOf(*m_database), migrator.newest());
    QVERIFY(m_backedUp.isEmpty()); // there was nothing to lose
    QCOMPARE(m_database->row(QStringLiteral("SELECT count(*) FROM migrations"))->value(0).toLongLong(),
        Migrator::compiledIn().size());
    QVERIFY(migrator.migrate(*m_database, m_backUp).ok()); // again: nothing to do
    QVERIFY(m_backedUp.isEmpty());
}

void tst_migrator::anOlderOneIsBackedUpFirst()
{
    QVERIFY(Migrator(steps().mid(0, 1)).migrate(*m_database, m_backUp).ok());
    const Result<void> done = Migrator(steps()).migrate(*m_database, m_backUp);
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(m_backedUp, QList<int>({1}));
    QCOMPARE(*Migrator::schemaOf(*m_database), 2);
    QCOMPARE(m_database->row(QStringLiteral("SELECT x FROM b"))->value(0).toInt(), 1);
}

/// A workspace of each schema there was becomes today's, with its tables as if it had been made today.
void tst_migrator::everyOldSchemaIsBroughtUp()
{
    const QList<Migration> all = Migrator::compiledIn();
    const auto schema = [](Database &database) {
        QStringList words;
        const Result<void> read = database.each(
            QStringLiteral("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"), {},
            [&](const Database::Row &row) -> Result<void> {
                words.append(row.at(0).toString() + row.at(1).toString() + row.at(2).toString());
                return {};
            });
        require(read.ok());
        return words;
    };
    QVERIFY(Migrator().migrate(*m_database, m_backUp).ok());
    const QStringList today = schema(*m_database);
    for (const Migration &step : all.mid(0, all.size() - 1)) {
        const int old = step.number;
        init();
        QVERIFY(Migrator(Migrator::upTo(old)).migrate(*m_database, m_backUp).ok());
        QCOMPARE(*Migrator::schemaOf(*m_database), old);
        const Result<void> done = Migrator().migrate(*m_database, m_backUp);
        QVERIFY2(done.ok(), why(done));
        QCOMPARE(m_backedUp, QList<int>({old}));
        QCOMPARE(schema(*m_database), today);
    }
}

void tst_migrator::aFailedStepLeavesTheOldSchema()
{
    QList<Migration> broken = steps();
    broken[1].sql = "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)";
    QVERIFY(!Migrator(broken).migrate(*m_database, m_backUp).ok());
    QCOMPARE(*Migrator::schemaOf(*m_database), 1);
    QCOMPARE(
        m_database->row(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'b'"))->value(0).toInt(), 0);
    QVERIFY(Migrator(steps()).migrate(*m_database, m_backUp).ok()); // repaired, it goes on
}

void tst_migrator::aFailedBackupStopsIt()
{
    QVERIFY(Migrator(steps().mid(0, 1)).migrate(*m_database, m_backUp).ok());
    const Result<void> done = Migrator(steps()).migrate(*m_database, [](int) -> Result<void> {
        return Error{QStringLiteral("disk_full"), {}, {}};
    });
    QCOMPARE(codeOf(done), QStringLiteral("disk_full"));
    QCOMPARE(*Migrator::schemaOf(*m_database), 1);
}

void tst_migrator::aNewerOneIsRefused()
{
    QVERIFY(Migrator(steps()).migrate(*m_database, m_backUp).ok());
    QCOMPARE(codeOf(Migrator(steps().mid(0, 1)).migrate(*m_database, m_backUp)), QStringLiteral("newer_schema"));
    QCOMPARE(*Migrator::schemaOf(*m_database), 2);
}

void tst_migrator::aNewerWorkspaceIsRefused()
{
    StoreDesk desk;
    desk.made();
    QVERIFY(desk.database()->script("PRAGMA user_version = 9999").ok());
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("sam"), "sam")), QStringLiteral("newer_schema"));
}

// Made by the program when its schema was 13 (`generate --cases 3 --seed 1`), key file and all.
void tst_migrator::aWorkspaceOfAnEarlierProgram()
{
    const QDir kept(QStringLiteral(TEST_DATA "/store/workspace-schema-13"));
    const QDir here(m_folder->path() + QStringLiteral("/earlier"));
    QVERIFY(here.mkpath(QStringLiteral(".")));
    for (const QString &file : kept.entryList(QDir::Files)) {
        QVERIFY(QFile::copy(kept.filePath(file), here.filePath(file)));
        QVERIFY(QFile::setPermissions(here.filePath(file), QFile::ReadOwner | QFile::WriteOwner));
    }
    const StoreDesk desk;
    auto opened = Workspace::open(here.path(), QStringLiteral("alex.model"), "correct horse battery staple",
        StoreDesk::rulebook(), desk.clock);
    QVERIFY2(opened.ok(), why(opened));
    WorklistQuery all;
    all.view = WorklistView::All;
    const auto rows = (*opened)->worklist(all);
    QVERIFY2(rows.ok(), why(rows));
    QCOMPARE(rows->size(), 3);
    const Result<void> whole = (*opened)->verify();
    QVERIFY2(whole.ok(), why(whole));
}

QTEST_GUILESS_MAIN(tst_migrator)
#include "tst_migrator.moc"
