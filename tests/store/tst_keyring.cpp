#include "StoreDesk.h"

#include "store/Keyring.h"
#include "store/RecoveryKey.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace reviewdesk;

namespace {

bool same(const Secret &one, const Secret &other)
{
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size()) == 0;
}

Keyring::Made madeWithTwo()
{
    Result<Keyring::Made> made = Keyring::make();
    require(made.ok());
    Keyring::Made value = std::move(made).value();
    require(value.keyring
                .setUser(QStringLiteral("1"), QStringLiteral("Nora"), "nora's", KeyCost::cheap(), value.databaseKey)
                .ok());
    require(value.keyring
                .setUser(QStringLiteral("2"), QStringLiteral("Phil"), "phil's", KeyCost::cheap(), value.databaseKey)
                .ok());
    return value;
}

} // namespace

class tst_keyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPassphraseOpensItsOwnSlot();
    void anotherPassphraseReplacesTheFirst();
    void theRecoveryKeyOpens();
    void aMistypedRecoveryKeyIsSeen();
    void theFileIsPrivateAndHoldsNoKey();
    void damageIsNamed_data();
    void damageIsNamed();
    void everyChangedByteIsSeen();
    void partsOfSlotsCannotBeMixed();
    void theRightCostTakesAboutHalfASecond();
    void aCostThatIsNotGivenIsMeasured();
    void aWorkspaceIsRecovered();
    void wrongPassphrasesAndMissingFiles();
};

void tst_keyring::eachPassphraseOpensItsOwnSlot()
{
    const Keyring::Made made = madeWithTwo();
    const Result<Secret> nora = made.keyring.unlock(QStringLiteral(" nORA "), "nora's");
    QVERIFY2(nora.ok(), why(nora));
    QVERIFY(same(*nora, made.databaseKey));
    QVERIFY(same(*made.keyring.unlock(QStringLiteral("phil"), "phil's"), made.databaseKey));
    QVERIFY(same(*made.keyring.unlock({}, "nora's"), made.databaseKey)); // the first account
    QCOMPARE(codeOf(made.keyring.unlock(QStringLiteral("phil"), "nora's")), QStringLiteral("wrong_passphrase"));
    QCOMPARE(codeOf(made.keyring.unlock(QStringLiteral("nora"), "")), QStringLiteral("wrong_passphrase"));
    QCOMPARE(codeOf(made.keyring.unlock(QStringLiteral("olga"), "nora's")), QStringLiteral("no_account"));
    QVERIFY(madeWithTwo().databaseKey.size() == Keyring::databaseKeyBytes);
    QVERIFY(!same(madeWithTwo().databaseKey, made.databaseKey));
}

void tst_keyring::anotherPassphraseReplacesTheFirst()
{
    Keyring::Made made = madeWithTwo();
    QVERIFY(made.keyring.setUser(QStringLiteral("1"), QStringLiteral("Nora"), "new", KeyCost::cheap(), made.databaseKey)
                .ok());
    QCOMPARE(made.keyring.loginNames(), QStringList({QStringLiteral("Nora"), QStringLiteral("Phil")}));
    QVERIFY(made.keyring.unlock(QStringLiteral("nora"), "new").ok());
    QCOMPARE(codeOf(made.keyring.unlock(QStringLiteral("nora"), "nora's")), QStringLiteral("wrong_passphrase"));
    QCOMPARE(codeOf(made.keyring.setUser(
                 QStringLiteral("3"), QStringLiteral("Olga"), "", KeyCost::cheap(), made.databaseKey)),
        QStringLiteral("invalid"));
}

void tst_keyring::theRecoveryKeyOpens()
{
    const Keyring::Made made = madeWithTwo();
    QVERIFY2(QRegularExpression(QStringLiteral("^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$"))
                 .match(made.recoveryKey)
                 .hasMatch(),
        qPrintable(made.recoveryKey));
    QVERIFY(same(*made.keyring.unlockByRecovery(made.recoveryKey), made.databaseKey));
    QString asTyped = made.recoveryKey.toLower()
                          .replace(QLatin1Char('-'), QLatin1Char(' '))
                          .replace(QLatin1Char('0'), QLatin1Char('o'));
    QVERIFY(same(*made.keyring.unlockByRecovery(asTyped), made.databaseKey));
    QCOMPARE(codeOf(made.keyring.unlockByRecovery(madeWithTwo().recoveryKey)), QStringLiteral("wrong_recovery_key"));
}

void tst_keyring::aMistypedRecoveryKeyIsSeen()
{
    const QString key = RecoveryKey::toText(RecoveryKey::random());
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key.at(i) == QLatin1Char('-'))
            continue;
        for (const QChar other : alphabet) {
            QString wrong = key;
            wrong[i] = other;
            QCOMPARE(RecoveryKey::fromText(wrong).ok(), other == key.at(i));
        }
    }
    QVERIFY(!RecoveryKey::fromText(key.chopped(1)).ok());
    QVERIFY(!RecoveryKey::fromText(key + QLatin1Char('0')).ok());
    QVERIFY(!RecoveryKey::fromText(QString(key).replace(0, 1, QLatin1Char('!'))).ok());
    QVERIFY(!RecoveryKey::fromText({}).ok());
}

void tst_keyring::theFileIsPrivateAndHoldsNoKey()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workspace.keys"));
    const Keyring::Made made = madeWithTwo();
    QVERIFY(made.keyring.write(path).ok());
    const QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    const Result<Keyring> read = Keyring::read(path);
    QVERIFY2(read.ok(), why(read));
    QVERIFY(read->file() == made.keyring.file());
    QVERIFY(same(*read->unlock(QStringLiteral("phil"), "phil's"), made.databaseKey));
    const QByteArray key(reinterpret_cast<const char *>(made.databaseKey.data()), 32);
    const QByteArray json = made.keyring.file().toJson();
    QVERIFY(!json.contains(key.toBase64()) && !json.contains(key.toHex()) && !json.contains("phil's"));
    QCOMPARE(codeOf(Keyring::read(folder.filePath(QStringLiteral("nothing")))), QStringLiteral("no_workspace"));
    QCOMPARE(codeOf(made.keyring.write(QStringLiteral("/proc/nothing/workspace.keys"))), QStringLiteral("unreadable"));
}

void tst_keyring::damageIsNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *from, const char *to, const char *code, const char *place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(code)
                            << QString::fromLatin1(place);
    };
    row("not JSON", "{", "", "damaged", "line 1, column 11");
    row("newer format", "\"format\":3", "\"format\":4", "newer_format", "/format");
    row("format 0", "\"format\":3", "\"format\":0", "damaged", "/format");
    row("another folder's database", "workspace.db", "../other.db", "damaged", "/database");
    row("unknown method", "argon2id13", "argon2i", "damaged", "/users/0/kdf/name");
    row("memory for days", "\"memory\":8192", "\"memory\":99999999999", "damaged", "/users/0/kdf/memory");
    row("operations for days", "\"operations\":1", "\"operations\":99999", "damaged", "/users/0/kdf/operations");
    row("short nonce", "\"nonce\":\"", "\"nonce\":\"AAAA", "damaged", "/users/0/nonce");
    row("renamed", "\"login\":\"Nora\"", "\"login\":\"Nara\"", "damaged", "/users/0");
    row("member missing", "\"login\":\"Nora\",", "", "damaged", "/users/0/login");
    row("member too many", "\"login\":\"Nora\"", "\"login\":\"Nora\",\"more\":1", "damaged", "/users/0");
    row("generation", "\"generation\":1", "\"generation\":7", "damaged", "");
}

void tst_keyring::damageIsNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QByteArray json = madeWithTwo().keyring.file().toJson();
    const qsizetype at = json.indexOf(from);
    QVERIFY(at >= 0);
    json.replace(at, from.size(), to);
    const Result<KeyFile> read = KeyFile::fromJson(json);
    QCOMPARE(codeOf(read), code);
    QCOMPARE(read.error().place, place);
}

void tst_keyring::everyChangedByteIsSeen()
{
    const Keyring::Made made = madeWithTwo();
    const QByteArray json = made.keyring.file().toJson();
    for (qsizetype i = 0; i < json.size(); ++i) {
        QByteArray changed = json;
        changed[i] = static_cast<char>(changed.at(i) ^ 1);
        const Result<KeyFile> read = KeyFile::fromJson(changed);
        QVERIFY2(!read.ok() || *read == made.keyring.file(), qPrintable(QStringLiteral("byte %1").arg(i)));
    }
}

void tst_keyring::partsOfSlotsCannotBeMixed()
{
    // Whoever can write the file can also write its digests; the wrapping is bound to its own slot all the same.
    const Keyring::Made made = madeWithTwo();
    KeyFile file = made.keyring.file();
    file.users[1].userId = file.users.at(0).userId;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("workspace.keys"));
    QVERIFY(file.write(path).ok());
    QCOMPARE(codeOf(Keyring::read(path)->unlock(QStringLiteral("phil"), "phil's")), QStringLiteral("wrong_passphrase"));
    file = made.keyring.file();
    file.users[1].sealed = QByteArray(file.users.at(1).sealed.size(), 'x');
    QVERIFY(file.write(path).ok());
    const Result<Secret> opened = Keyring::read(path)->unlock(QStringLiteral("phil"), "phil's");
    QCOMPARE(codeOf(opened), QStringLiteral("damaged"));
    QCOMPARE(opened.error().place, QStringLiteral("/users/1/sealed"));
}

void tst_keyring::theRightCostTakesAboutHalfASecond()
{
    const KeyCost cost = KeyCost::calibrated();
    QVERIFY(cost.memoryBytes >= quint64(64) * 1024 * 1024);
    QVERIFY(cost.operations >= 3);
    Result<Keyring::Made> made = Keyring::make();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(made->keyring.setUser(QStringLiteral("1"), QStringLiteral("nora"), "nora", cost, made->databaseKey).ok());
    QVERIFY(timer.elapsed() > 50); // a lower bound only: the computer may be busy
    QCOMPARE(made->keyring.file().users.constFirst().cost, cost);
}

void tst_keyring::aCostThatIsNotGivenIsMeasured()
{
    Result<Keyring::Made> made = Keyring::make();
    QVERIFY2(made.ok(), why(made));
    QVERIFY(
        made->keyring.setUser(QStringLiteral("1"), QStringLiteral("nora"), "nora", KeyCost(), made->databaseKey).ok());
    const KeyCost spent = made->keyring.file().users.constFirst().cost;
    QVERIFY(spent.memoryBytes >= quint64(64) * 1024 * 1024);
    QVERIFY(spent.operations >= 3);
}

void tst_keyring::aWorkspaceIsRecovered()
{
    StoreDesk desk;
    desk.made();
    {
        const auto recovered = Workspace::recover(
            desk.directory(), desk.recoveryKey, "fresh", StoreDesk::rulebook(), desk.clock, KeyCost::cheap());
        QVERIFY2(recovered.ok(), why(recovered));
        QCOMPARE((*recovered)->user().loginName, QStringLiteral("sam"));
        QCOMPARE((*recovered)->history({})->constLast().action, QStringLiteral("recover"));
    }
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("sam"), "sam")), QStringLiteral("wrong_passphrase"));
    QVERIFY(desk.tryOpen(QStringLiteral("sam"), "fresh").ok());
    QVERIFY(desk.tryOpen(QStringLiteral("nora"), "nora").ok());
    QCOMPARE(codeOf(Workspace::recover(desk.directory(), QStringLiteral("nonsense"), "fresh", StoreDesk::rulebook(),
                 desk.clock, KeyCost::cheap())),
        QStringLiteral("wrong_recovery_key"));
}

void tst_keyring::wrongPassphrasesAndMissingFiles()
{
    StoreDesk desk;
    QVERIFY(!Workspace::exists(desk.directory()));
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("sam"), "sam")), QStringLiteral("no_workspace"));
    desk.made();
    QVERIFY(Workspace::exists(desk.directory()));
    QCOMPARE(Workspace::loginNames(desk.directory())->constFirst(), QStringLiteral("sam"));
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("sam"), "Sam")), QStringLiteral("wrong_passphrase"));
    QVERIFY(QFile::remove(desk.databaseFile()));
    QCOMPARE(codeOf(desk.tryOpen(QStringLiteral("sam"), "sam")), QStringLiteral("damaged"));
}

QTEST_GUILESS_MAIN(tst_keyring)
#include "tst_keyring.moc"
