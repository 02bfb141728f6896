#include "StoreDesk.h"

#include "store/Attempts.h"
#include "store/Keyring.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace reviewdesk;

/// Who may sign in: accounts disabled and reset, passphrases changed, wrong ones slowed and recorded.
class tst_accounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDisabledAccountOpensNothing();
    void aDisabledAccountWritesNothingMore();
    void onlyASupervisorAndNeverTheLast();
    void whoSomebodyIsIsCorrected();
    void aCorrectionIsASupervisors();
    void aResetAccountHasAnotherPassphrase();
    void aChangedPassphraseLeavesTheDatabase();
    void aChangeThatFailsChangesNothing();
    void anotherRecoveryKeyEndsTheFirst();
    void theRecoveryKeyIsTheSupervisors();
    void theWaitGrows();
    void wrongPassphrasesAreSlowedAcrossRestarts();
    void aRightPassphraseEndsTheWaitAndIsRecorded();
    void theFirstFormatOfKeysIsRead();

private:
    QString idOf(const QString &login);
    Error errorOpening(const char *login, const QByteArray &passphrase);
    std::unique_ptr<StoreDesk> m_desk;
};

void tst_accounts::init()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
}

QString tst_accounts::idOf(const QString &login)
{
    const Result<Keyring> keyring = Keyring::read(m_desk->keyFile());
    require(keyring.ok() && keyring->slot(login));
    return keyring->slot(login)->userId;
}

Error tst_accounts::errorOpening(const char *login, const QByteArray &passphrase)
{
    const auto opened = m_desk->tryOpen(QString::fromLatin1(login), passphrase);
    require(!opened.ok());
    return opened.error();
}

void tst_accounts::aDisabledAccountOpensNothing()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    const Result<void> disabled = sam->disableUser(idOf(QStringLiteral("ned")));
    QVERIFY2(disabled.ok(), why(disabled));
    QCOMPARE(errorOpening("ned", "ned").code, QStringLiteral("no_account"));
    QVERIFY(!Workspace::loginNames(m_desk->directory())->contains(QStringLiteral("ned")));
    const Result<QList<UserAccount>> users = sam->users();
    QVERIFY2(users.ok(), why(users));
    int disabledUsers = 0;
    for (const UserAccount &user : *users)
        disabledUsers += user.disabled ? 1 : 0;
    QCOMPARE(disabledUsers, 1); // the account stays: its name is in the history
    QCOMPARE(sam->history({})->constLast().action, QStringLiteral("disable_user"));
    const Result<void> verified = sam->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_accounts::aDisabledAccountWritesNothingMore()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    const std::unique_ptr<Workspace> ned = m_desk->opened(QStringLiteral("ned"));
    Result<StoredCase> stored = ned->createCase(StoreDesk::request());
    QVERIFY2(stored.ok(), why(stored));
    QVERIFY(sam->disableUser(ned->user().id).ok());
    stored->reviewCase.nurseNote = QStringLiteral("after");
    QCOMPARE(codeOf(ned->saveDraft(*stored)), QStringLiteral("no_account"));
    QCOMPARE(codeOf(ned->worklist({})), QStringLiteral("no_account"));
    QCOMPARE(sam->loadCase(stored->id)->rowVersion, 1);
}

/// A name after a wedding, an NPI that was mistyped: both could be set once and never again.
void tst_accounts::whoSomebodyIsIsCorrected()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    const QString ned = idOf(QStringLiteral("ned"));
    const auto account = [&](const QString &id) {
        const Result<QList<UserAccount>> users = sam->users();
        require(users.ok());
        return *std::ranges::find(*users, id, &UserAccount::id);
    };
    UserAccount corrected = account(ned);
    const UserAccount before = corrected;
    corrected.name = QStringLiteral(" Ned Newname ");
    corrected.credential = QStringLiteral("RN, CCM");
    corrected.npi = QStringLiteral("1234567893");
    corrected.licenceState = QStringLiteral("OR");
    corrected.role = Role::Supervisor; // is no part of who somebody is
    corrected.loginName = QStringLiteral("somebody");
    const Result<void> done = sam->correctUser(corrected);
    QVERIFY2(done.ok(), why(done));
    const UserAccount after = account(ned);
    QCOMPARE(after.name, QStringLiteral("Ned Newname"));
    QCOMPARE(after.credential, QStringLiteral("RN, CCM"));
    QCOMPARE(after.npi, QStringLiteral("1234567893"));
    QCOMPARE(after.licenceState, QStringLiteral("OR"));
    QCOMPARE(after.role, before.role);
    QCOMPARE(after.loginName, before.loginName);
    const AuditEntry noted = sam->history({})->constLast();
    QCOMPARE(noted.action, QStringLiteral("correct_user"));
    QVERIFY(noted.changes.contains("Ned Newname") && noted.changes.contains(before.name.toUtf8()));
    QVERIFY(sam->correctUser(after).ok()); // nothing else: nothing is noted
    QCOMPARE(sam->history({})->constLast().action, QStringLiteral("correct_user"));
    QCOMPARE(sam->history({})->size(), noted.sequence);
    const Result<void> verified = sam->verify();
    QVERIFY2(verified.ok(), why(verified));

    UserAccount self = sam->user();
    self.specialty = QStringLiteral("Utilization management");
    QVERIFY(sam->correctUser(self).ok());
    QCOMPARE(sam->user().specialty, self.specialty);
    QCOMPARE(m_desk->opened(QStringLiteral("ned"))->user().name, QStringLiteral("Ned Newname"));
}

void tst_accounts::aCorrectionIsASupervisors()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    UserAccount self = nora->user();
    self.credential = QStringLiteral("MD");
    QCOMPARE(codeOf(nora->correctUser(self)), QStringLiteral("role"));
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    UserAccount wrong = nora->user();
    wrong.npi = QStringLiteral("1234567890"); // its last digit is another's
    Result<void> refused = sam->correctUser(wrong);
    QCOMPARE(codeOf(refused), QStringLiteral("invalid"));
    QCOMPARE(refused.error().place, QStringLiteral("/npi"));
    wrong = nora->user();
    wrong.name = QStringLiteral("  ");
    QCOMPARE(sam->correctUser(wrong).error().place, QStringLiteral("/name"));
    wrong.id = QStringLiteral("nobody");
    wrong.name = QStringLiteral("Nobody");
    QCOMPARE(codeOf(sam->correctUser(wrong)), QStringLiteral("no_account"));
    // and not behind the history's back
    const std::unique_ptr<Database> database = m_desk->database();
    QVERIFY(!database->run(QStringLiteral("UPDATE users SET credential = 'MD' WHERE id = ?"), {nora->user().id}).ok());
    StoreDesk::dropTrigger(*database, QStringLiteral("users_corrected_as_noted"));
    QVERIFY(database->run(QStringLiteral("UPDATE users SET credential = 'MD' WHERE id = ?"), {nora->user().id}).ok());
    const Result<void> verified = sam->verify();
    QCOMPARE(codeOf(verified), QStringLiteral("damaged"));
    QCOMPARE(verified.error().place, QStringLiteral("users, nora"));
}

void tst_accounts::onlyASupervisorAndNeverTheLast()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    QCOMPARE(codeOf(nora->disableUser(idOf(QStringLiteral("ned")))), QStringLiteral("role"));
    QCOMPARE(codeOf(nora->resetUser(idOf(QStringLiteral("sam")), "mine", KeyCost::cheap())), QStringLiteral("role"));
    QCOMPARE(codeOf(nora->renewRecoveryKey()), QStringLiteral("role"));
    QCOMPARE(codeOf(nora->rotateDatabaseKey()), QStringLiteral("role"));
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    QCOMPARE(codeOf(sam->disableUser(sam->user().id)), QStringLiteral("invalid"));
    QCOMPARE(codeOf(sam->disableUser(QStringLiteral("nobody"))), QStringLiteral("no_account"));
    // another supervisor may disable the first, who then cannot disable back
    const Result<UserAccount> second =
        sam->addUser(StoreDesk::newUser(QStringLiteral("sue"), Role::Supervisor), KeyCost::cheap());
    QVERIFY2(second.ok(), why(second));
    const std::unique_ptr<Workspace> sue = m_desk->opened(QStringLiteral("sue"));
    QVERIFY(sue->disableUser(sam->user().id).ok());
    QCOMPARE(codeOf(sam->disableUser(second->id)), QStringLiteral("no_account"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("sue"), "sue").ok());
}

void tst_accounts::aResetAccountHasAnotherPassphrase()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    const QString id = idOf(QStringLiteral("nora"));
    QVERIFY(sam->disableUser(id).ok());
    const Result<void> reset = sam->resetUser(id, "a new one", KeyCost::cheap());
    QVERIFY2(reset.ok(), why(reset));
    QCOMPARE(errorOpening("nora", "nora").code, QStringLiteral("wrong_passphrase"));
    const auto nora = m_desk->tryOpen(QStringLiteral("nora"), "a new one");
    QVERIFY2(nora.ok(), why(nora));
    QVERIFY((*nora)->createCase(StoreDesk::request()).ok());
    QCOMPARE(codeOf(sam->resetUser(id, "", KeyCost::cheap())), QStringLiteral("invalid"));
    QCOMPARE(codeOf(sam->resetUser(QStringLiteral("nobody"), "x", KeyCost::cheap())), QStringLiteral("no_account"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("nora"), "a new one").ok()); // and nothing was lost by these
}

void tst_accounts::aChangedPassphraseLeavesTheDatabase()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const Result<Keyring> before = Keyring::read(m_desk->keyFile());
    const Result<void> changed = nora->changePassphrase("nora", "correct horse", KeyCost::cheap());
    QVERIFY2(changed.ok(), why(changed));
    const Result<Keyring> after = Keyring::read(m_desk->keyFile());
    const KeySlot *one = before->slot(QStringLiteral("nora"));
    const KeySlot *other = after->slot(QStringLiteral("nora"));
    QCOMPARE(other->publicKey, one->publicKey); // the pair and what is sealed to it stay
    QCOMPARE(other->sealed, one->sealed);
    QVERIFY(other->wrapped != one->wrapped && other->salt != one->salt && other->nonce != one->nonce);
    QCOMPARE(after->file().generation, 1);
    QCOMPARE(errorOpening("nora", "nora").code, QStringLiteral("wrong_passphrase"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("nora"), "correct horse").ok());
    QVERIFY(nora->createCase(StoreDesk::request()).ok()); // the session goes on
}

void tst_accounts::aChangeThatFailsChangesNothing()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    QCOMPARE(codeOf(nora->changePassphrase("wrong", "new", KeyCost::cheap())), QStringLiteral("wrong_passphrase"));
    QCOMPARE(codeOf(nora->changePassphrase("nora", "", KeyCost::cheap())), QStringLiteral("invalid"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("nora"), "nora").ok());
    for (const AuditEntry &entry : *nora->history({}))
        QVERIFY(entry.action != QLatin1String("change_passphrase"));
}

void tst_accounts::anotherRecoveryKeyEndsTheFirst()
{
    const Result<QString> renewed = m_desk->opened(QStringLiteral("sam"))->renewRecoveryKey();
    QVERIFY2(renewed.ok(), why(renewed));
    const auto recover = [&](const QString &key) {
        return Workspace::recover(
            m_desk->directory(), key, "fresh", StoreDesk::rulebook(), m_desk->clock, KeyCost::cheap());
    };
    QCOMPARE(codeOf(recover(m_desk->recoveryKey)), QStringLiteral("wrong_recovery_key"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("sam"), "sam").ok());
    const auto recovered = recover(*renewed);
    QVERIFY2(recovered.ok(), why(recovered));
}

void tst_accounts::theRecoveryKeyIsTheSupervisors()
{
    { // the first account is disabled; the first of those left is a nurse
        const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
        QVERIFY(sam->addUser(StoreDesk::newUser(QStringLiteral("sue"), Role::Supervisor), KeyCost::cheap()).ok());
        QVERIFY(m_desk->opened(QStringLiteral("sue"))->disableUser(sam->user().id).ok());
    }
    const auto recovered = Workspace::recover(
        m_desk->directory(), m_desk->recoveryKey, "fresh", StoreDesk::rulebook(), m_desk->clock, KeyCost::cheap());
    QVERIFY2(recovered.ok(), why(recovered));
    QCOMPARE((*recovered)->user().loginName, QStringLiteral("sue"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("nora"), "nora").ok());
}

void tst_accounts::theWaitGrows()
{
    QCOMPARE(secondsToWait(0), 0);
    QCOMPARE(secondsToWait(2), 0);
    QCOMPARE(secondsToWait(3), 2);
    QCOMPARE(secondsToWait(4), 4);
    QCOMPARE(secondsToWait(10), 256);
    QCOMPARE(secondsToWait(12), 900);
    QCOMPARE(secondsToWait(1'000'000), 900);
}

void tst_accounts::wrongPassphrasesAreSlowedAcrossRestarts()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(errorOpening("nora", "guess").code, QStringLiteral("wrong_passphrase"));
    // Each attempt reads the key file anew, as another process would; the right one has to wait too.
    const Error early = errorOpening("nora", "nora");
    QCOMPARE(early.code, QStringLiteral("too_many_attempts"));
    QCOMPARE(early.place, QStringLiteral("2"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("ned"), "ned").ok()); // others do not
    m_desk->clock.advance(1999);
    QCOMPARE(errorOpening("nora", "guess").code, QStringLiteral("too_many_attempts"));
    m_desk->clock.advance(1);
    QCOMPARE(errorOpening("nora", "guess").code, QStringLiteral("wrong_passphrase"));
    QCOMPARE(errorOpening("nora", "nora").place, QStringLiteral("4"));
    m_desk->clock.advance(-3'600'000); // a clock set back makes nobody wait for an hour
    QCOMPARE(errorOpening("nora", "nora").place, QStringLiteral("4"));
    QCOMPARE(codeOf(Workspace::inspect(
                 m_desk->directory(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock)),
        QStringLiteral("too_many_attempts"));
}

void tst_accounts::aRightPassphraseEndsTheWaitAndIsRecorded()
{
    for (int i = 0; i < 3; ++i)
        errorOpening("nora", "guess");
    m_desk->clock.advance(2000);
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const Result<QList<AuditEntry>> history = nora->history({});
    QVERIFY2(history.ok(), why(history));
    const AuditEntry entry = history->constLast();
    QCOMPARE(entry.action, QStringLiteral("sign_in"));
    QVERIFY2(entry.changes.contains("wrong_passphrases") && entry.changes.contains("3, the last at 2026-11-23"),
        entry.changes.constData());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(errorOpening("nora", "guess").code, QStringLiteral("wrong_passphrase"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("nora"), "nora").ok());
}

void tst_accounts::theFirstFormatOfKeysIsRead()
{
    const QString first = QStringLiteral(TEST_DATA "/store/keys-format-1.json");
    const Result<KeyFile> read = KeyFile::read(first);
    QVERIFY2(read.ok(), why(read));
    QCOMPARE(read->users.size(), 2);
    QCOMPARE(read->users.constFirst().failed, 0);
    const Result<KeyFile> again = KeyFile::fromJson(read->toJson());
    QVERIFY2(again.ok(), why(again));
    QVERIFY(*again == *read);
    QVERIFY(read->toJson().contains("\"format\":3"));
    const Result<Keyring> keyring = Keyring::read(first);
    QVERIFY2(keyring.ok(), why(keyring));
    const Result<Keyring::Opened> opened = keyring->open(QStringLiteral("nora"), "nora's");
    QVERIFY2(opened.ok(), why(opened));
    QVERIFY(opened->signing.isEmpty()); // made when she signs in
}

QTEST_GUILESS_MAIN(tst_accounts)
#include "tst_accounts.moc"
