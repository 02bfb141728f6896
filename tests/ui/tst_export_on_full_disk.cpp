#include "FullDisk.h"
#include "StoreDesk.h"

#include "store/Workshop.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/WorklistPage.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace reviewdesk;

/// The worklist's table goes out to a disk that is full: that is said, and no file is there.
class tst_export_on_full_disk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsNoSuccess();
};

void tst_export_on_full_disk::itIsNoSuccess()
{
    StoreDesk desk;
    desk.made();
    QVERIFY(desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request()).ok());
    Workshop workshop;
    QVERIFY(workshop.open([&desk] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    WorklistPage page(workshop, desk.clock);
    QSignalSpy loaded(&page, &WorklistPage::loaded);
    page.resize(1280, 800);
    page.show();
    page.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 10'000);
    QAction *exporting = nullptr;
    const QList<QAction *> actions = page.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().contains(QLatin1String("xport as CSV")))
            exporting = action;
    }
    QVERIFY(exporting);
    exporting->trigger();
    auto *dialog = page.findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("worklist.csv"));
    const auto *notice = page.findChild<Notice *>();
    QVERIFY(notice);
    {
        const FullDisk full;
        Q_EMIT dialog->fileSelected(file);
        QTRY_VERIFY_WITH_TIMEOUT(!notice->message().isEmpty(), 10'000);
    }
    QVERIFY2(notice->message().contains(QLatin1String("could not be written")), qPrintable(notice->message()));
    QVERIFY2(notice->message().contains(file), qPrintable(notice->message()));
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    dialog->close();
}

QTEST_MAIN(tst_export_on_full_disk)
#include "tst_export_on_full_disk.moc"
