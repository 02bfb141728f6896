#include "StoreDesk.h"

#include "store/Backups.h"

#include <QDir>
#include <QTest>

using namespace reviewdesk;

/// Two workspaces whose backups lie in one folder.
class tst_backup_folders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachIsBackedUpByItsOwnPlan();
    void neitherRemovesTheOthers();
    void whatCannotBeReadIsNobodys();
    void anyOfThemCanBeRestored();

private:
    static constexpr qint64 hour = 3600 * 1000;
    struct Seat {
        StoreDesk desk;
        std::unique_ptr<Workspace> sam;
    };
    std::unique_ptr<Seat> seat() const;
    static Result<QString> backUpWhenDue(Seat &seat); ///< empty: none is due
    QStringList kept() const { return backupsIn(m_folder->path(), BackupKind::ByPlan); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Seat> m_one;
    std::unique_ptr<Seat> m_other;
};

std::unique_ptr<tst_backup_folders::Seat> tst_backup_folders::seat() const
{
    auto seat = std::make_unique<Seat>();
    seat->sam = seat->desk.made();
    WorkspaceSettings settings = *seat->sam->settings();
    settings.backups = {8, 2, m_folder->path()};
    require(seat->sam->saveSettings(settings).ok());
    return seat;
}

Result<QString> tst_backup_folders::backUpWhenDue(Seat &seat)
{
    const Result<Workspace::BackupJob> due = seat.sam->dueBackup();
    if (!due)
        return due.error();
    return *due ? (*due)({}) : Result<QString>(QString());
}

void tst_backup_folders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_one = seat();
    m_other = seat();
}

void tst_backup_folders::eachIsBackedUpByItsOwnPlan()
{
    const Result<QString> one = backUpWhenDue(*m_one);
    QVERIFY2(one.ok() && !one->isEmpty(), why(one));
    m_other->desk.clock.advance(1000);
    const Result<QString> other = backUpWhenDue(*m_other);
    QVERIFY2(other.ok(), why(other));
    QVERIFY(!other->isEmpty()); // that the first has one just now is nothing to it
    QVERIFY(backUpWhenDue(*m_one)->isEmpty());
    QVERIFY(backUpWhenDue(*m_other)->isEmpty());
    QCOMPARE(kept().size(), 2);
}

void tst_backup_folders::neitherRemovesTheOthers()
{
    const QString others = QDir(*backUpWhenDue(*m_other)).dirName();
    for (int i = 0; i < 4; ++i) {
        m_one->desk.clock.advance(9 * hour);
        const Result<QString> made = backUpWhenDue(*m_one);
        QVERIFY2(made.ok() && !made->isEmpty(), why(made));
    }
    QCOMPARE(kept().size(), 3);
    QVERIFY(kept().contains(others));
    const auto keys = KeyFile::read(m_one->desk.keyFile());
    QVERIFY2(keys.ok(), why(keys));
    QCOMPARE(backupsOf(*keys, m_folder->path(), BackupKind::ByPlan).size(), 2);
}

void tst_backup_folders::whatCannotBeReadIsNobodys()
{
    const QString name = QStringLiteral("20200101T000000.000Z-by-plan");
    QVERIFY(QDir(m_folder->path()).mkpath(name)); // no key file
    for (int i = 0; i < 3; ++i) {
        m_one->desk.clock.advance(9 * hour);
        QVERIFY(backUpWhenDue(*m_one).ok());
    }
    QVERIFY(kept().contains(name));
    QCOMPARE(kept().size(), 3);
}

void tst_backup_folders::anyOfThemCanBeRestored()
{
    const Result<QString> others = backUpWhenDue(*m_other);
    QVERIFY2(others.ok(), why(others));
    m_one->sam.reset();
    const Result<QString> aside = Workspace::restore(
        m_one->desk.directory(), *others, QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_one->desk.clock);
    QVERIFY2(aside.ok(), why(aside));
    const std::unique_ptr<Workspace> sam = m_one->desk.opened(QStringLiteral("sam"));
    QCOMPARE(sam->user().id, m_other->sam->user().id);
}

QTEST_GUILESS_MAIN(tst_backup_folders)
#include "tst_backup_folders.moc"
