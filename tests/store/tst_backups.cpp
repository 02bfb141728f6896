#include "StoreDesk.h"

#include "store/Backups.h"
#include "store/FolderKind.h"
#include "store/Keyring.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace reviewdesk;

namespace {

/// What the workspace's own history says was done.
QStringList actionsOf(Workspace &workspace)
{
    QStringList actions;
    const Result<QList<AuditEntry>> history = workspace.history({});
    require(history.ok());
    for (const AuditEntry &entry : *history)
        actions.append(entry.action);
    return actions;
}

} // namespace

/// Backups: consistent, verified, thinned by plan; restored without losing what they replace.
class tst_backups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBackupIsAWorkspaceOfItsOwn();
    void itIsConsistentWhileOthersWrite();
    void onlyASupervisorMakesOneByHand();
    void aDamagedWorkspaceGivesNone();
    void anotherFolderGetsTheSameBytes();
    void aBackupThatCannotBeWrittenLeavesNothing();
    void thePlanSaysWhenAndHowMany();
    void aPlanIsChecked();
    void restoringKeepsWhatItReplaces();
    void whatWasReplacedCanBeRestored();
    void restoringIntoAnEmptyFolder();
    void restoringOverADamagedWorkspace();
    void aBadBackupReplacesNothing();
    void openWindowsWriteNothingToTheReplaced();
    void aMigrationIsPrecededByABackup();
    void networkSharesAreToldByTheirType();

private:
    QString addCase(const QString &note);
    QString noteOf(Workspace &workspace, const QString &id);
    Result<QString> restore(const QString &backup, const QString &login = QStringLiteral("sam"));
    std::unique_ptr<StoreDesk> m_desk;
};

void tst_backups::init()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
}

QString tst_backups::addCase(const QString &note)
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    ReviewCase content = StoreDesk::request();
    content.nurseNote = note;
    const Result<StoredCase> stored = nora->createCase(content);
    require(stored.ok());
    return stored->id;
}

QString tst_backups::noteOf(Workspace &workspace, const QString &id)
{
    const Result<StoredCase> stored = workspace.loadCase(id);
    return stored ? stored->reviewCase.nurseNote : stored.error().code;
}

Result<QString> tst_backups::restore(const QString &backup, const QString &login)
{
    return Workspace::restore(m_desk->directory(), backup, login, login.toUtf8(), StoreDesk::rulebook(), m_desk->clock);
}

void tst_backups::aBackupIsAWorkspaceOfItsOwn()
{
    const QString id = addCase(QStringLiteral("one"));
    const Result<QString> made = m_desk->opened(QStringLiteral("sam"))->backUp();
    QVERIFY2(made.ok(), why(made));
    QCOMPARE(*made, m_desk->directory() + QStringLiteral("/backups/20261123T180000.000Z-by-hand"));
    QCOMPARE(QDir(*made).entryList(QDir::Files | QDir::Hidden, QDir::Name),
        QStringList({QStringLiteral("workspace.db"), QStringLiteral("workspace.keys")}));
    for (const QString &name : {QString(), QStringLiteral("/workspace.db"), QStringLiteral("/workspace.keys")})
        QVERIFY(!(QFile::permissions(*made + name) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QFile file(*made + QStringLiteral("/workspace.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Example"));
    const Result<void> whole =
        Workspace::inspect(*made, QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(whole.ok(), why(whole));
    const auto opened = Workspace::open(*made, QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(opened.ok(), why(opened));
    QCOMPARE(noteOf(**opened, id), QStringLiteral("one"));
    QCOMPARE(actionsOf(*m_desk->opened(QStringLiteral("sam"))).count(QStringLiteral("backup")), 1);
}

void tst_backups::itIsConsistentWhileOthersWrite()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    QVERIFY(sam->addSamples(60, 7, "practice", KeyCost::cheap()).ok()); // more than one step of copying
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    int during = 0;
    const Result<QString> made = sam->backUp({}, [&](int done, int of) {
        if (done < of && nora->createCase(StoreDesk::request(QStringLiteral("Meanwhile"))).ok())
            ++during;
        return true;
    });
    QVERIFY2(made.ok(), why(made));
    QVERIFY(during > 0);
    const auto opened = Workspace::open(*made, QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(opened.ok(), why(opened));
    WorklistQuery query;
    query.search = QStringLiteral("Meanwhile");
    QVERIFY((*opened)->worklist(query)->isEmpty()); // the state of its beginning
    QCOMPARE(sam->worklist(query)->size(), during);
}

void tst_backups::onlyASupervisorMakesOneByHand()
{
    QCOMPARE(codeOf(m_desk->opened(QStringLiteral("nora"))->backUp()), QStringLiteral("role"));
    const Result<QString> made = m_desk->opened(QStringLiteral("sam"))->backUp();
    QVERIFY2(made.ok(), why(made));
    QCOMPARE(codeOf(restore(*made, QStringLiteral("nora"))), QStringLiteral("role"));
}

void tst_backups::aDamagedWorkspaceGivesNone()
{
    addCase(QStringLiteral("one"));
    {
        const std::unique_ptr<Database> database = m_desk->database();
        QVERIFY(
            database->script("DROP TRIGGER audit_unchanged; UPDATE audit SET comment = 'x' WHERE sequence = 1").ok());
    }
    const Result<QString> made = m_desk->opened(QStringLiteral("sam"))->backUp();
    QCOMPARE(codeOf(made), QStringLiteral("damaged"));
    QDirIterator found(
        m_desk->directory() + QStringLiteral("/backups"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QVERIFY(!found.hasNext());
}

void tst_backups::anotherFolderGetsTheSameBytes()
{
    const QTemporaryDir elsewhere;
    const Result<QString> made =
        m_desk->opened(QStringLiteral("sam"))->backUp(elsewhere.filePath(QStringLiteral("safe/place")));
    QVERIFY2(made.ok(), why(made));
    QVERIFY(made->startsWith(elsewhere.filePath(QStringLiteral("safe/place/2026"))));
    const Result<void> whole =
        Workspace::inspect(*made, QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(whole.ok(), why(whole));
    QVERIFY(QDir(m_desk->directory() + QStringLiteral("/backups"))
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void tst_backups::aBackupThatCannotBeWrittenLeavesNothing()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    const Result<QString> refused = sam->backUp(QStringLiteral("/proc/nowhere"));
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(QLatin1String("/proc/nowhere")), why(refused));
    QCOMPARE(codeOf(sam->backUp({}, [](int, int) { return false; })), QStringLiteral("stopped"));
    QVERIFY(QDir(m_desk->directory() + QStringLiteral("/backups"))
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    const Result<QString> made = sam->backUp(); // and then it works
    QVERIFY2(made.ok(), why(made));
}

void tst_backups::thePlanSaysWhenAndHowMany()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    WorkspaceSettings settings = *sam->settings();
    QCOMPARE(settings.backups, BackupPlan());
    settings.backups.everyHours = 8;
    settings.backups.keep = 3;
    QVERIFY(sam->saveSettings(settings).ok());
    QCOMPARE(sam->settings()->backups, settings.backups);
    const QString byHand = *sam->backUp();
    QVERIFY(!*sam->dueBackup()); // one was made by hand just now
    for (int i = 0; i < 5; ++i) {
        m_desk->clock.advance(Q_INT64_C(8) * 3600 * 1000);
        const Result<Workspace::BackupJob> due = sam->dueBackup();
        QVERIFY2(due.ok(), why(due));
        QVERIFY(*due);
        const Result<QString> made = (*due)({});
        QVERIFY2(made.ok(), why(made));
        QVERIFY(!*sam->dueBackup());
    }
    const QString folder = m_desk->directory() + QStringLiteral("/backups");
    QCOMPARE(backupsIn(folder, BackupKind::ByPlan).size(), 3);
    QCOMPARE(backupsIn(folder, BackupKind::ByPlan).constLast(), QStringLiteral("20261125T100000.000Z-by-plan"));
    QVERIFY(QFile::exists(byHand)); // those stay
    settings.backups.everyHours = 0;
    QVERIFY(sam->saveSettings(settings).ok());
    m_desk->clock.advance(Q_INT64_C(1000) * 3600 * 1000);
    QVERIFY(!*sam->dueBackup());
}

void tst_backups::aPlanIsChecked()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    const auto place = [&](const BackupPlan &plan) {
        WorkspaceSettings settings = *sam->settings();
        settings.backups = plan;
        const Result<void> saved = sam->saveSettings(settings);
        return saved ? QString() : saved.error().place;
    };
    QCOMPARE(place({-1, 14, {}}), QStringLiteral("/backups/every_hours"));
    QCOMPARE(place({24, 0, {}}), QStringLiteral("/backups/keep"));
    QCOMPARE(place({24, 14, QStringLiteral("here")}), QStringLiteral("/backups/folder"));
    QCOMPARE(place({24, 14, QStringLiteral("/var/backups")}), QString());
}

void tst_backups::restoringKeepsWhatItReplaces()
{
    const QString before = addCase(QStringLiteral("before"));
    const Result<QString> backup = m_desk->opened(QStringLiteral("sam"))->backUp();
    QVERIFY2(backup.ok(), why(backup));
    const QString after = addCase(QStringLiteral("after"));
    m_desk->clock.advance(60'000);
    const Result<QString> kept = restore(*backup);
    QVERIFY2(kept.ok(), why(kept));
    {
        const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
        QCOMPARE(noteOf(*sam, before), QStringLiteral("before"));
        QCOMPARE(noteOf(*sam, after), QStringLiteral("not_found"));
        QStringList actions = actionsOf(*sam);
        actions.removeAll(QStringLiteral("bind"));
        QCOMPARE(actions.mid(actions.size() - 2), QStringList({QStringLiteral("restore"), QStringLiteral("sign_in")}));
        const Result<void> verified = sam->verify();
        QVERIFY2(verified.ok(), why(verified));
    }
    QCOMPARE(QDir(m_desk->directory()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
        QStringList({QStringLiteral("workspace-2.db"), QStringLiteral("workspace.keys")}));
    const auto old = Workspace::open(*kept, QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(old.ok(), why(old));
    QCOMPARE(noteOf(**old, after), QStringLiteral("after"));
}

void tst_backups::whatWasReplacedCanBeRestored()
{
    const Result<QString> backup = m_desk->opened(QStringLiteral("sam"))->backUp();
    const QString after = addCase(QStringLiteral("after"));
    m_desk->clock.advance(1000);
    const Result<QString> kept = restore(*backup);
    QVERIFY2(kept.ok(), why(kept));
    m_desk->clock.advance(1000);
    const Result<QString> back = restore(*kept);
    QVERIFY2(back.ok(), why(back));
    QCOMPARE(noteOf(*m_desk->opened(QStringLiteral("sam")), after), QStringLiteral("after"));
}

void tst_backups::restoringIntoAnEmptyFolder()
{
    const QString id = addCase(QStringLiteral("one"));
    const QTemporaryDir elsewhere;
    const Result<QString> backup = m_desk->opened(QStringLiteral("sam"))->backUp(elsewhere.path());
    QVERIFY2(backup.ok(), why(backup));
    QVERIFY(QDir(m_desk->directory()).removeRecursively());
    const Result<QString> kept = restore(*backup);
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(*kept, QString());
    QCOMPARE(noteOf(*m_desk->opened(QStringLiteral("nora")), id), QStringLiteral("one"));
}

void tst_backups::restoringOverADamagedWorkspace()
{
    const QString id = addCase(QStringLiteral("one"));
    const Result<QString> backup = m_desk->opened(QStringLiteral("sam"))->backUp();
    QVERIFY2(backup.ok(), why(backup));
    m_desk->clock.advance(1000);
    for (const QString &path : {m_desk->keyFile(), m_desk->databaseFile()}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.write("rubbish") == 7);
    }
    const Result<QString> kept = restore(*backup);
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(noteOf(*m_desk->opened(QStringLiteral("nora")), id), QStringLiteral("one"));
    QFile rubbish(*kept + QStringLiteral("/workspace.db"));
    QVERIFY(rubbish.open(QIODevice::ReadOnly));
    QCOMPARE(rubbish.readAll(), QByteArray("rubbish"));
}

void tst_backups::aBadBackupReplacesNothing()
{
    const QString id = addCase(QStringLiteral("one"));
    const Result<QString> backup = m_desk->opened(QStringLiteral("sam"))->backUp();
    QVERIFY2(backup.ok(), why(backup));
    const auto unchanged = [&] {
        return Keyring::read(m_desk->keyFile())->file().generation == 1 &&
            noteOf(*m_desk->opened(QStringLiteral("nora")), id) == QLatin1String("one");
    };
    QCOMPARE(codeOf(Workspace::restore(
                 m_desk->directory(), *backup, QStringLiteral("sam"), "wrong", StoreDesk::rulebook(), m_desk->clock)),
        QStringLiteral("wrong_passphrase"));
    QCOMPARE(codeOf(restore(m_desk->directory())), QStringLiteral("invalid"));
    QCOMPARE(codeOf(restore(QStringLiteral("/nowhere"))), QStringLiteral("no_workspace"));
    QFile file(*backup + QStringLiteral("/workspace.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = file.size() - 3000;
    char byte = 0;
    QVERIFY(file.seek(place) && file.getChar(&byte));
    QVERIFY(file.seek(place) && file.putChar(static_cast<char>(byte ^ 1))); // of 256 bytes one is any letter already
    file.close();
    QCOMPARE(codeOf(restore(*backup)), QStringLiteral("damaged"));
    QVERIFY(unchanged());
    QVERIFY(backupsIn(m_desk->directory() + QStringLiteral("/backups"), BackupKind::Replaced).isEmpty());
}

void tst_backups::openWindowsWriteNothingToTheReplaced()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const Result<QString> backup = m_desk->opened(QStringLiteral("sam"))->backUp();
    QVERIFY2(backup.ok(), why(backup));
    const Result<QString> kept = restore(*backup);
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(codeOf(nora->createCase(StoreDesk::request())), QStringLiteral("key_changed"));
    QVERIFY(m_desk->opened(QStringLiteral("nora"))->createCase(StoreDesk::request()).ok());
}

void tst_backups::aMigrationIsPrecededByABackup()
{
    const QString id = addCase(QStringLiteral("old"));
    { // as the schema before the newest left it
        const std::unique_ptr<Database> database = m_desk->database();
        StoreDesk::dropNewer(10, *database);
        const Result<void> unsigned_ = database->script(StoreDesk::beforeSignatures());
        QVERIFY2(unsigned_.ok(), why(unsigned_));
        StoreDesk::dropNewer(4, *database);
        const Result<void> back = database->script("DELETE FROM migrations WHERE number > 4; PRAGMA user_version = 4");
        QVERIFY2(back.ok(), why(back));
    }
    {
        const auto open = [&](const Workspace::Progress &backedUp) {
            return Workspace::open(m_desk->directory(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(),
                m_desk->clock, backedUp);
        };
        // whoever waits may stop it: nothing is changed then
        QCOMPARE(codeOf(open([](int, int) { return false; })), QStringLiteral("stopped"));
        QCOMPARE(m_desk->database()->row(QStringLiteral("PRAGMA user_version"))->value(0).toInt(), 4);
        QList<std::pair<int, int>> steps;
        const auto opened = open([&](int done, int of) {
            steps.append({done, of});
            return true;
        });
        QVERIFY2(opened.ok(), why(opened));
        QVERIFY(!steps.isEmpty() && steps.constLast().first == steps.constLast().second);
        Workspace *nora = opened->get();
        QCOMPARE(noteOf(*nora, id), QStringLiteral("old"));
        QVERIFY(nora->enterCase(id).ok());
    }
    const QString folder = m_desk->directory() + QStringLiteral("/backups");
    const QStringList made = backupsIn(folder, BackupKind::BeforeMigration);
    QCOMPARE(made.size(), 1);
    const QString before = folder + QLatin1Char('/') + made.constFirst();
    const Result<void> whole =
        Workspace::inspect(before, QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(whole.ok(), why(whole));
    const Result<Keyring> keys = Keyring::read(before + QStringLiteral("/workspace.keys"));
    const Result<Secret> key = keys->unlock(QStringLiteral("sam"), "sam");
    const auto old = Database::open(before + QStringLiteral("/workspace.db"), *key, Database::Mode::Inspect);
    QVERIFY2(old.ok(), why(old));
    QCOMPARE((*old)->row(QStringLiteral("PRAGMA user_version"))->value(0).toInt(), 4);
}

void tst_backups::networkSharesAreToldByTheirType()
{
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"})
        QVERIFY2(isNetworkFileSystem(type), type);
    for (const char *type :
        {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "f2fs", "vfat", "fuseblk", "fuse.gocryptfs", ""})
        QVERIFY2(!isNetworkFileSystem(type), type);
    QVERIFY(checkFolderKind(m_desk->directory()).ok());
    QVERIFY(checkFolderKind(m_desk->directory() + QStringLiteral("/not/yet/there")).ok());
}

QTEST_GUILESS_MAIN(tst_backups)
#include "tst_backups.moc"
