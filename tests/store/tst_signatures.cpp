#include "StoreDesk.h"

#include "policy/JsonValue.h"
#include "store/AuditLog.h"
#include "store/Keyring.h"
#include "store/SignatureChecks.h"
#include "store/SigningKeys.h"
#include "store/Stored.h"

#include <QCryptographicHash>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace reviewdesk;

namespace {

UserAccount named(const QList<UserAccount> &users, const char *login)
{
    const auto user = std::find_if(users.cbegin(), users.cend(),
        [login](const UserAccount &each) { return each.loginName == QLatin1String(login); });
    require(user != users.cend());
    return *user;
}

} // namespace

/// Somebody who holds the database key, has taken the triggers away and writes the hash chains anew: what the
/// signatures and the bound ends find all the same, and what they do not.
class tst_signatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theHashIsThatOfTheCanonicalEntry();
    void everyEntryIsSigned();
    void theDatabaseTakesNoUnsignedEntry();
    void aRewrittenChainIsFound_data();
    void aRewrittenChainIsFound();
    void aBoundEndCannotBeCutOff();
    void whatNobodyBoundYetCanBeCutOff();
    void anotherKeyInSomebodysNameIsFound();
    void aResetAccountSignsWithItsNewKey();
    void aRecoveredAccountSignsWithItsNewKey();
    void anOlderWorkspaceIsToldApart();
    void whatWasUnsignedCannotGrow();
    void theFirstFalseOneIsFoundOnAnyNumberOfCores_data();
    void theFirstFalseOneIsFoundOnAnyNumberOfCores();
    void verifyingSaysHowFarItIs();

private:
    void forge(const std::function<void(Database &)> &work);
    static void rehash(Database &database, const QString &chain);
    Error found();

    std::unique_ptr<StoreDesk> m_desk;
    QString m_caseId;
};

void tst_signatures::init()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    m_desk->clock.advance(1000);
    Result<StoredCase> stored = nora->createCase(StoreDesk::adverse());
    QVERIFY2(stored.ok(), why(stored));
    m_caseId = stored->id;
    stored->reviewCase.nurseNote = QStringLiteral("please decide");
    stored = nora->saveDraft(*stored);
    QVERIFY2(stored.ok(), why(stored));
    QVERIFY(nora->act(*stored, Action::Refer).ok());
}

/// The form that AuditLog.h states, built as a value; it never changes.
void tst_signatures::theHashIsThatOfTheCanonicalEntry()
{
    const AuditLog::Entry entry{QStringLiteral("0190-chain"), QDateTime::fromMSecsSinceEpoch(1'790'000'000'123, QTimeZone::utc()),
        QStringLiteral("user"), QStringLiteral("Núñez \"N\" \\ \u0001"), QStringLiteral("edit"), QStringLiteral("line\nline"),
        R"([{"after":"ä\"b","before":"","field":"/nurse_note"}])", QString(64, u'a')};
    const QByteArray previous(32, 'p');
    const QByteArray canonical = canonicalJson(JsonValue::Object{{QStringLiteral("action"), entry.action},
        {QStringLiteral("at"), entry.at.toMSecsSinceEpoch()}, {QStringLiteral("chain"), entry.chain},
        {QStringLiteral("changes"), QString::fromUtf8(entry.changes)}, {QStringLiteral("comment"), entry.comment},
        {QStringLiteral("content"), entry.content}, {QStringLiteral("sequence"), qint64(7)},
        {QStringLiteral("user_id"), entry.userId}, {QStringLiteral("user_name"), entry.userName}});
    QCOMPARE(AuditLog::hashOf(previous, entry, 7), QCryptographicHash::hash(previous + canonical, QCryptographicHash::Sha256));
}

/// As a person who holds the key would: no trigger refuses, and every hash is right again afterwards.
void tst_signatures::forge(const std::function<void(Database &)> &work)
{
    const std::unique_ptr<Database> database = m_desk->database();
    const QList<QByteArray> back = StoreDesk::rulesTakenAway(*database);
    work(*database);
    rehash(*database, {});
    rehash(*database, m_caseId);
    if (StoreDesk::isOnServer())
        QVERIFY(database->script("SELECT worklist_anew()").ok()); // whose kept numbers the rules follow
    for (const QByteArray &rule : back)
        QVERIFY(database->script(rule).ok());
}

void tst_signatures::rehash(Database &database, const QString &chain)
{
    const Result<Database::Rows> rows =
        database.rows(QStringLiteral("SELECT sequence, at, user_id, user_name, action, comment, changes, content FROM "
                                     "audit WHERE chain = ? ORDER BY sequence"),
            {stored(chain)});
    require(rows.ok());
    QByteArray hash(32, '\0');
    qint64 sequence = 0;
    for (const Database::Row &row : *rows) {
        sequence = row.at(0).toLongLong();
        hash = AuditLog::hashOf(hash,
            {chain, storedInstant(row.at(1)), row.at(2).toString(), row.at(3).toString(), row.at(4).toString(),
                row.at(5).toString(), row.at(6).toString().toUtf8(), row.at(7).toString()},
            sequence);
        require(database
                    .run(QStringLiteral("UPDATE audit SET hash = ? WHERE chain = ? AND sequence = ?"),
                        {hash, stored(chain), sequence})
                    .ok());
    }
    require(database
                .run(QStringLiteral("UPDATE chains SET length = ?, head = ? WHERE chain = ?"),
                    {sequence, hash, stored(chain)})
                .ok());
}

Error tst_signatures::found()
{
    const Result<std::unique_ptr<Workspace>> opened = m_desk->tryOpen(QStringLiteral("sam"), "sam");
    if (!opened)
        return opened.error();
    const Result<void> verified = (*opened)->verify();
    return verified ? Error{} : verified.error();
}

void tst_signatures::everyEntryIsSigned()
{
    const std::unique_ptr<Database> database = m_desk->database();
    const Result<Database::Row> unsignedOnes =
        database->row(QStringLiteral("SELECT count(*) FROM audit WHERE signature IS NULL"));
    QCOMPARE(unsignedOnes->value(0).toInt(), 0);
    const Result<Database::Row> people = database->row(
        QStringLiteral("SELECT count(DISTINCT user_id), count(*) FROM signing_keys"));
    QCOMPARE(people->at(0).toInt(), 5);
    QCOMPARE(people->at(1).toInt(), 5);
    QCOMPARE(found().code, QString());
}

void tst_signatures::theDatabaseTakesNoUnsignedEntry()
{
    const std::unique_ptr<Database> database = m_desk->database();
    const char *withoutOne = "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes, "
                             "content, hash) SELECT chain, length + 1, 1, 'x', 'x', 'edit', '', '[]', '', head FROM "
                             "chains WHERE chain <> ''";
    QCOMPARE(codeOf(database->script(withoutOne)), QStringLiteral("refused"));
    // a signature, but another person's
    const char *another = "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes, "
                          "content, hash, signer, signature) SELECT chain, length + 1, 1, (SELECT id FROM users WHERE "
                          "login = 'pia'), 'x', 'edit', '', '[]', '', head, (SELECT signing_keys.id FROM signing_keys "
                          "JOIN users ON users.id = user_id WHERE login = 'nora'), (SELECT signature FROM audit WHERE chain "
                          "= '' AND sequence = 1) FROM chains WHERE chain <> ''";
    QCOMPARE(codeOf(database->script(another)), QStringLiteral("refused"));
    QCOMPARE(codeOf(database->script("DELETE FROM signing_keys")), QStringLiteral("refused"));
    QCOMPARE(codeOf(database->script("UPDATE signing_keys SET public = (SELECT head FROM chains WHERE chain = '')")),
        QStringLiteral("refused"));
    QCOMPARE(codeOf(database->script("UPDATE chains SET unsigned = 1, length = length + 1")), QStringLiteral("refused"));
}

void tst_signatures::aRewrittenChainIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *sql, const char *place) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(place);
    };
    row("another time", "UPDATE audit SET at = at + 1 WHERE chain <> '' AND sequence = 2", ", entry 2");
    row("another person",
        "UPDATE audit SET user_id = (SELECT id FROM users WHERE login = 'ned'), user_name = 'Ned Example' WHERE chain "
        "<> '' AND sequence = 1",
        ", entry 1");
    row("other changes", "UPDATE audit SET changes = '[]' WHERE chain <> '' AND sequence = 2", ", entry 2");
    row("one removed",
        "DELETE FROM audit WHERE chain <> '' AND sequence = 2; UPDATE audit SET sequence = 2 WHERE chain <> '' AND "
        "sequence = 3",
        ", entry 2");
    row("one put in, with a signature from elsewhere",
        "INSERT INTO audit SELECT chain, 4, at, user_id, user_name, 'edit', comment, changes, content, hash, signer, "
        "signature FROM audit WHERE chain <> '' AND sequence = 2",
        ", entry 4");
    row("a signature taken away", "UPDATE audit SET signature = NULL, signer = NULL WHERE chain <> '' AND sequence = 3",
        ", entry 3");
    row("in the workspace's chain", "UPDATE audit SET at = at + 1 WHERE chain = '' AND sequence = 3",
        "workspace history, entry 3");
}

void tst_signatures::aRewrittenChainIsFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, place);
    forge([&](Database &database) {
        const Result<void> done = database.script(sql);
        QVERIFY2(done.ok(), why(done));
    });
    const Error error = found();
    QCOMPARE(error.code, QStringLiteral("damaged"));
    QVERIFY2(error.place.contains(place), qPrintable(error.message));
}

/// Sam's signing in bound where Nora's case ended; only Sam could take that back.
void tst_signatures::aBoundEndCannotBeCutOff()
{
    m_desk->opened(QStringLiteral("sam"));
    forge([](Database &database) {
        QVERIFY(database
                    .script("DELETE FROM audit WHERE chain <> '' AND sequence = 3;"
                            "UPDATE cases SET status = 'draft', row_version = 2, last_action = 'edit'")
                    .ok());
    });
    const Error error = found();
    QCOMPARE(error.code, QStringLiteral("damaged"));
    QVERIFY2(error.place.contains(QStringLiteral(", entry 3")), qPrintable(error.message));
    QVERIFY2(error.message.contains(QStringLiteral("bound")), qPrintable(error.message));
}

/// What SECURITY.md says is not found: what nobody else has bound yet.
void tst_signatures::whatNobodyBoundYetCanBeCutOff()
{
    forge([](Database &database) {
        QVERIFY(database
                    .script("DELETE FROM audit WHERE chain <> '' AND sequence = 3;"
                            "UPDATE cases SET status = 'draft', row_version = 2, last_action = 'edit'")
                    .ok());
    });
    QCOMPARE(found().code, QString());
}

/// Nora's history signed anew with a key of the forger's own.
void tst_signatures::anotherKeyInSomebodysNameIsFound()
{
    const Result<QList<UserAccount>> users = m_desk->opened(QStringLiteral("sam"))->users();
    QVERIFY2(users.ok(), why(users));
    const UserAccount nora = named(*users, "nora");
    const std::unique_ptr<Database> database = m_desk->database();
    Signers signers;
    const SigningKey forged = SigningKey::make();
    const Result<qint64> row = SigningKeys(*database).add(nora.id, forged.publicKey);
    QVERIFY2(row.ok(), why(row));
    QVERIFY2(found().place.startsWith(QStringLiteral("signing_keys")), qPrintable(found().message)); // by nobody
    signers.add(nora.id, *row, {forged.publicKey, forged.privateKey.copy()});
    const Result<void> introduced = AuditLog(*database, signers)
                                        .append({{}, m_desk->clock.now(), nora.id, nora.name,
                                            QStringLiteral("introduce_key"), {},
                                            canonicalJson(JsonValue::Array{
                                                SigningKeys::introduction(nora.id, forged.publicKey)}),
                                            {}});
    QVERIFY2(introduced.ok(), why(introduced));
    const Error error = found();
    QCOMPARE(error.code, QStringLiteral("damaged"));
    QVERIFY2(error.message.contains(QStringLiteral("introduced by somebody who may not")), qPrintable(error.message));
}

void tst_signatures::aResetAccountSignsWithItsNewKey()
{
    {
        const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
        QVERIFY(sam->resetUser(named(*sam->users(), "nora").id, "nora's new one", KeyCost::cheap()).ok());
    }
    const auto nora = m_desk->tryOpen(QStringLiteral("nora"), "nora's new one");
    QVERIFY2(nora.ok(), why(nora));
    QVERIFY((*nora)->createCase(StoreDesk::request()).ok());
    const Result<Database::Row> keys = m_desk->database()->row(QStringLiteral("SELECT count(*) FROM signing_keys"));
    QCOMPARE(keys->value(0).toInt(), 6); // the old one stays, for what it signed
    QCOMPARE(found().code, QString());
}

void tst_signatures::aRecoveredAccountSignsWithItsNewKey()
{
    if (StoreDesk::isOnServer())
        QSKIP("a recovery key is a folder's; on a server a supervisor or its administrator gives another passphrase");
    {
        const auto recovered = Workspace::recover(
            m_desk->directory(), m_desk->recoveryKey, "sam", StoreDesk::rulebook(), m_desk->clock, KeyCost::cheap());
        QVERIFY2(recovered.ok(), why(recovered));
    }
    QCOMPARE(found().code, QString());
}

/// Entries from before are taken as they are; from the first new sign-in on everything is signed.
void tst_signatures::anOlderWorkspaceIsToldApart()
{
    if (StoreDesk::isOnServer())
        QSKIP("no server has entries from before there were signatures");
    m_desk->goBackBeforeSignatures();
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    QVERIFY(nora->createCase(StoreDesk::request()).ok());
    QCOMPARE(found().code, QString());
    const std::unique_ptr<Database> database = m_desk->database();
    const Result<Database::Row> row = database->row(
        QStringLiteral("SELECT unsigned, length FROM chains WHERE chain = ?"), {m_caseId});
    QCOMPARE(row->at(0).toInt(), 3);
    QCOMPARE(row->at(1).toInt(), 3);
    const Result<Keyring> keyring = Keyring::read(m_desk->keyFile());
    QVERIFY(!keyring->slot(QStringLiteral("nora"))->signingKey.isEmpty()); // when they sign in
    QVERIFY(!keyring->slot(QStringLiteral("sam"))->signingKey.isEmpty());
    QVERIFY(keyring->slot(QStringLiteral("pia"))->signingKey.isEmpty());
    const Result<Database::Row> first = database->row(QStringLiteral(
        "SELECT action, length(content) FROM audit WHERE chain = '' AND signature IS NOT NULL ORDER BY sequence LIMIT 1"));
    QCOMPARE(first->at(0).toString(), QStringLiteral("introduce_key"));
    QCOMPARE(first->at(1).toInt(), 64);
}

void tst_signatures::whatWasUnsignedCannotGrow()
{
    if (StoreDesk::isOnServer())
        QSKIP("no server has entries from before there were signatures");
    m_desk->goBackBeforeSignatures();
    m_desk->opened(QStringLiteral("nora"));
    forge([](Database &database) {
        QVERIFY(database.script("UPDATE audit SET changes = '[]' WHERE chain <> '' AND sequence = 3").ok());
    });
    const Error error = found();
    QCOMPARE(error.code, QStringLiteral("damaged"));
    QVERIFY2(error.message.contains(QStringLiteral("unsigned")), qPrintable(error.message));
}

void tst_signatures::theFirstFalseOneIsFoundOnAnyNumberOfCores_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<QList<int>>("wrong");
    for (const int threads : {1, 2, 3, 8}) {
        QTest::addRow("%d threads, none", threads) << threads << QList<int>{};
        QTest::addRow("%d threads, the first", threads) << threads << QList<int>{0};
        QTest::addRow("%d threads, the last", threads) << threads << QList<int>{99};
        QTest::addRow("%d threads, two in a batch", threads) << threads << QList<int>{31, 26};
        QTest::addRow("%d threads, in two batches", threads) << threads << QList<int>{63, 17};
    }
}

void tst_signatures::theFirstFalseOneIsFoundOnAnyNumberOfCores()
{
    QFETCH(int, threads);
    QFETCH(QList<int>, wrong);
    constexpr int entries = 100;
    constexpr std::size_t batch = 16;
    SigningKey key = SigningKey::make();
    const QByteArray publicKey = key.publicKey;
    Signers signers;
    signers.add(QStringLiteral("nora"), 1, std::move(key));
    SignatureChecks checks(threads, batch);
    std::optional<SignatureChecks::Claim> found;
    for (int i = 0; i < entries && !found; ++i) {
        const QByteArray hash = QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
        Result<Signers::Signature> signature = signers.sign(QStringLiteral("nora"), hash);
        QVERIFY2(signature.ok(), why(signature));
        QByteArray bytes = signature->bytes;
        if (wrong.contains(i))
            bytes[7] = static_cast<char>(bytes.at(7) ^ 1);
        found = checks.add({QStringLiteral("case"), i + 1, bytes, hash, publicKey});
    }
    if (!found)
        found = checks.finish();
    QCOMPARE(found.has_value(), !wrong.isEmpty());
    if (found)
        QCOMPARE(found->sequence, *std::min_element(wrong.cbegin(), wrong.cend()) + 1);
}

void tst_signatures::verifyingSaysHowFarItIs()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    QVERIFY(nora->verify().ok());
    for (int i = 0; i < 1100; ++i)
        QVERIFY(nora->comment(m_caseId, QString::number(i)).ok());
    QList<int> seen;
    int all = 0;
    const Result<void> whole = nora->verify([&](int done, int of) {
        seen.append(done);
        all = of;
        return true;
    });
    QVERIFY2(whole.ok(), why(whole));
    QCOMPARE(seen, QList<int>{1000});
    QVERIFY(all > 1100 && all < 1200);
    QCOMPARE(codeOf(nora->verify([](int, int) { return false; })), QStringLiteral("stopped"));
}

QTEST_GUILESS_MAIN(tst_signatures)
#include "tst_signatures.moc"
