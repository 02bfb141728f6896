#include "StoreDesk.h"

#include "store/Backups.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace reviewdesk;

/// A backup that is due by the plan may be stopped wherever it is: it leaves nothing, and is as due as it was.
class tst_backup_stopped : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wherever_data();
    void wherever();
};

void tst_backup_stopped::wherever_data()
{
    QTest::addColumn<bool>("elsewhere");
    QTest::newRow("in the workspace's folder") << false;
    QTest::newRow("in another folder") << true;
}

void tst_backup_stopped::wherever()
{
    QFETCH(bool, elsewhere);
    StoreDesk desk;
    const std::unique_ptr<Workspace> sam = desk.made();
    QVERIFY(sam->addSamples(60, 7, "practice", KeyCost::cheap()).ok()); // more than one step of copying
    const QTemporaryDir other;
    const QString own = desk.directory() + QStringLiteral("/backups");
    const QString folder = elsewhere ? other.path() : own;
    const Result<void> planned = sam->changeSettings([&](WorkspaceSettings &settings) {
        settings.backups.everyHours = 8;
        settings.backups.folder = elsewhere ? folder : QString();
    });
    QVERIFY2(planned.ok(), why(planned));
    constexpr QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    int questions = 0; // as many as a whole one asks
    for (int stopAt = 1;; ++stopAt) {
        const Result<Workspace::BackupJob> due = sam->dueBackup();
        QVERIFY2(due.ok(), why(due));
        QVERIFY2(*due, "not due any more");
        questions = 0;
        const Result<QString> made = (*due)([&](int, int) { return ++questions < stopAt; });
        if (made)
            break;
        QCOMPARE(codeOf(made), QStringLiteral("stopped"));
        QVERIFY(QDir(own).isEmpty(all));
        QVERIFY(QDir(folder).isEmpty(all));
    }
    QVERIFY2(questions > 2, qPrintable(QString::number(questions)));
    QCOMPARE(backupsIn(folder, BackupKind::ByPlan).size(), 1);
    QVERIFY(!*sam->dueBackup());
}

QTEST_GUILESS_MAIN(tst_backup_stopped)
#include "tst_backup_stopped.moc"
