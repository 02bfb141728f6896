#include "StoreDesk.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace reviewdesk;

class tst_database : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCipherIsReallyOn();
    void anotherKeyOpensNothing();
    void aPlainSqliteReadsNothing();
    void theSettingsAreTheSafeOnes();
    void anErrorIsNoEmptyAnswer();
    void aFailedTransactionLeavesNothing();
    void aLockedDatabaseSaysSo();
    void aDamagedPageSaysSo();
    void aReadOnlyFileSaysSo();
    void aFullDiskSaysSo();
    void aCopyIsEncryptedToo();
    void connectionsAreTakenAway();

private:
    std::unique_ptr<Database> made();
    std::unique_ptr<QTemporaryDir> m_folder;
    Secret m_key;
    QString m_file;
};

void tst_database::init()
{
    QVERIFY(cryptoReady());
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("workspace.db"));
    m_key = Secret::random(32);
}

std::unique_ptr<Database> tst_database::made()
{
    Result<std::unique_ptr<Database>> database = Database::open(m_file, m_key, Database::Mode::Create);
    require(database.ok());
    require((*database)
                ->script("CREATE TABLE words (word TEXT NOT NULL UNIQUE); INSERT INTO words VALUES ('Winterbourne')")
                .ok());
    return std::move(database).value();
}

void tst_database::theCipherIsReallyOn()
{
    QVERIFY(Database::cipherVersion()->startsWith(QLatin1String("SQLite3 Multiple Ciphers")));
    made();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() >= 4096);
    QVERIFY(!bytes.startsWith("SQLite format 3"));
    QVERIFY(!bytes.contains("words") && !bytes.contains("Winterbourne"));
}

void tst_database::anotherKeyOpensNothing()
{
    made();
    QCOMPARE(codeOf(Database::open(m_file, Secret::random(32), Database::Mode::Existing)), QStringLiteral("damaged"));
    const auto again = Database::open(m_file, m_key, Database::Mode::Existing);
    QVERIFY2(again.ok(), why(again));
    QCOMPARE(
        (*again)->row(QStringLiteral("SELECT word FROM words"))->value(0).toString(), QStringLiteral("Winterbourne"));
    QCOMPARE(codeOf(Database::open(m_file, m_key, Database::Mode::Create)), QStringLiteral("not_empty"));
    QCOMPARE(
        codeOf(Database::open(m_file + QLatin1Char('x'), m_key, Database::Mode::Existing)), QStringLiteral("damaged"));
}

void tst_database::aPlainSqliteReadsNothing()
{
    made();
    sqlite3 *plain = nullptr; // no key: what any SQLite would do
    QCOMPARE(sqlite3_open(m_file.toUtf8().constData(), &plain), SQLITE_OK);
    QCOMPARE(sqlite3_exec(plain, "SELECT * FROM sqlite_master", nullptr, nullptr, nullptr), SQLITE_NOTADB);
    sqlite3_close(plain);
}

void tst_database::theSettingsAreTheSafeOnes()
{
    const std::unique_ptr<Database> database = made();
    const auto setting = [&](const char *pragma) {
        return database->row(QStringLiteral("PRAGMA ") + QLatin1String(pragma))->value(0).toString();
    };
    QCOMPARE(setting("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(setting("synchronous"), QStringLiteral("2")); // FULL
    QCOMPARE(setting("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(setting("secure_delete"), QStringLiteral("1"));
    QCOMPARE(setting("temp_store"), QStringLiteral("2")); // memory
    QCOMPARE(setting("cipher"), QStringLiteral("chacha20"));
    QCOMPARE(setting("hmac_check"), QStringLiteral("1")); // each page is authenticated when it is read
}

void tst_database::anErrorIsNoEmptyAnswer()
{
    const std::unique_ptr<Database> database = made();
    QVERIFY(
        database->rows(QStringLiteral("SELECT word FROM words WHERE word = ?"), {QStringLiteral("none")})->isEmpty());
    QCOMPARE(codeOf(database->rows(QStringLiteral("SELECT nothing FROM nowhere"))), QStringLiteral("database"));
    QCOMPARE(codeOf(database->run(QStringLiteral("INSERT INTO words VALUES (?)"), {QStringLiteral("Winterbourne")})),
        QStringLiteral("refused"));
    // an error in the middle of the rows
    QVERIFY(database->run(QStringLiteral("INSERT INTO words VALUES (?)"), {QStringLiteral("{broken")}).ok());
    QCOMPARE(
        codeOf(database->rows(QStringLiteral(
            "SELECT CASE WHEN word LIKE '{%' THEN json_extract(word, '$') ELSE word END FROM words ORDER BY rowid"))),
        QStringLiteral("database"));
}

void tst_database::aFailedTransactionLeavesNothing()
{
    const std::unique_ptr<Database> database = made();
    const auto count = [&] { return database->row(QStringLiteral("SELECT count(*) FROM words"))->value(0).toInt(); };
    const Result<void> outer = database->transaction([&]() -> Result<void> {
        if (Result<void> one = database->run(QStringLiteral("INSERT INTO words VALUES ('one')")); !one)
            return one;
        return database->transaction(
            [&] { return database->run(QStringLiteral("INSERT INTO words VALUES ('Winterbourne')")); });
    });
    QCOMPARE(codeOf(outer), QStringLiteral("refused"));
    QCOMPARE(count(), 1);
    QVERIFY(
        database->transaction([&] { return database->run(QStringLiteral("INSERT INTO words VALUES ('two')")); }).ok());
    QCOMPARE(count(), 2);
}

void tst_database::aLockedDatabaseSaysSo()
{
    const std::unique_ptr<Database> one = made();
    const auto other = Database::open(m_file, m_key, Database::Mode::Existing);
    QVERIFY2(other.ok(), why(other));
    QVERIFY((*other)->script("PRAGMA busy_timeout = 50").ok());
    const Result<void> held = one->transaction([&]() -> Result<void> {
        const Result<void> refused = (*other)->transaction([] { return Result<void>(); });
        return codeOf(refused) == QLatin1String("locked") ? Result<void>()
                                                          : Result<void>(Error{QStringLiteral("not_locked"), {}, {}});
    });
    QVERIFY2(held.ok(), why(held));
}

void tst_database::aDamagedPageSaysSo()
{
    {
        const std::unique_ptr<Database> database = made();
        QVERIFY(database
                    ->script("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                             " INSERT INTO words SELECT 'word ' || i FROM n")
                    .ok());
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = file.size() - 2000; // the last page
    QVERIFY(file.seek(place));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(place));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
    file.close();
    const auto database = Database::open(m_file, m_key, Database::Mode::Existing);
    QVERIFY2(database.ok(), why(database));
    const Result<Database::Row> sum =
        (*database)->row(QStringLiteral("SELECT sum(length(word)), max(word) FROM words NOT INDEXED"));
    const Result<Database::Row> sumByIndex =
        (*database)->row(QStringLiteral("SELECT sum(length(word)) FROM words INDEXED BY sqlite_autoindex_words_1"));
    QVERIFY(codeOf(sum) == QLatin1String("damaged") || codeOf(sumByIndex) == QLatin1String("damaged"));
}

/// Root may write everything, so it asks in a child process that gave its rights away.
void tst_database::aReadOnlyFileSaysSo()
{
    made();
    const auto readable = QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
    const auto enterable = QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
    QVERIFY(QFile::setPermissions(m_file, readable));
    QVERIFY(QFile::setPermissions(m_folder->path(), readable | enterable));
    const auto ask = [this] { return codeOf(Database::open(m_file, m_key, Database::Mode::Existing)).toLatin1(); };
    QByteArray code;
    if (geteuid() != 0) {
        code = ask();
    } else {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            constexpr id_t nobody = 65534;
            const QByteArray answer = ::setgid(nobody) == 0 && ::setuid(nobody) == 0 ? ask() : "still root";
            const bool told = ::write(ends[1], answer.constData(), static_cast<std::size_t>(answer.size())) >= 0;
            ::_exit(told ? 0 : 1);
        }
        ::close(ends[1]);
        QFile answer;
        QVERIFY(answer.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
        code = answer.readAll();
        QCOMPARE(::waitpid(child, nullptr, 0), child);
    }
    QFile::setPermissions(m_folder->path(), readable | enterable | QFileDevice::WriteOwner);
    QCOMPARE(code, QByteArray("read_only"));
}

void tst_database::aFullDiskSaysSo()
{
    const std::unique_ptr<Database> database = made();
    const int pages = database->row(QStringLiteral("PRAGMA page_count"))->value(0).toInt();
    QVERIFY(
        database->script("PRAGMA max_page_count = " + QByteArray::number(pages + 2)).ok()); // SQLite's own full disk
    const Result<void> filled =
        database->script("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                         " INSERT INTO words SELECT 'word ' || i FROM n");
    QCOMPARE(codeOf(filled), QStringLiteral("disk_full"));
    QCOMPARE(database->row(QStringLiteral("SELECT count(*) FROM words"))->value(0).toInt(), 1);
}

void tst_database::aCopyIsEncryptedToo()
{
    const std::unique_ptr<Database> database = made();
    const QString copy = m_folder->filePath(QStringLiteral("copy.db"));
    const Result<void> copied = database->copyTo(copy, m_key);
    QVERIFY2(copied.ok(), why(copied));
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Winterbourne"));
    const auto opened = Database::open(copy, m_key, Database::Mode::Existing);
    QVERIFY2(opened.ok(), why(opened));
    QCOMPARE(
        (*opened)->row(QStringLiteral("SELECT word FROM words"))->value(0).toString(), QStringLiteral("Winterbourne"));
    QCOMPARE(codeOf(Database::open(copy, Secret::random(32), Database::Mode::Existing)), QStringLiteral("damaged"));
}

void tst_database::connectionsAreTakenAway()
{
    const qsizetype before = QSqlDatabase::connectionNames().size();
    made();
    QCOMPARE(codeOf(Database::open(m_file, Secret::random(32), Database::Mode::Existing)), QStringLiteral("damaged"));
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

QTEST_GUILESS_MAIN(tst_database)
#include "tst_database.moc"
