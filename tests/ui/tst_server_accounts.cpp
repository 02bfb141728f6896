#include "StoreDesk.h"
#include "TestCluster.h"

#include "store/Workshop.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/signin/SignInPage.h"

#include <QGroupBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

#include <algorithm>

using namespace reviewdesk;

namespace {

bool shows(const QWidget &window, const QString &words)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

QPushButton *button(const QWidget &window, const QString &begins)
{
    for (QPushButton *each : window.findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text().remove(QLatin1Char('&')).startsWith(begins))
            return each;
    }
    return nullptr;
}

} // namespace

/// What is done to a folder's files is not offered for a server, which refuses it: a backup plan was "saved" there and never
/// carried out.
class TestServerAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void accountsAloneAreLookedAfter();
    void aFolderHasItsKeysAndBackups();
    void whoSomebodyIsIsASupervisorsToCorrect();
    void whoForgotThePassphraseIsToldTheWay();

private:
    std::unique_ptr<StoreDesk> m_server;
};

void TestServerAccounts::initTestCase()
{
    m_server = std::make_unique<StoreDesk>(TestCluster::running());
    m_server->made();
}

void TestServerAccounts::accountsAloneAreLookedAfter()
{
    Workshop workshop;
    QVERIFY(workshop.open([this] { return m_server->tryOpen(QStringLiteral("sam"), "sam"); }).ok());
    AccountsDialog dialog(workshop);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *table = dialog.findChild<QTableWidget *>();
    QVERIFY(!button(dialog, QStringLiteral("Save plan"))); // not for a moment
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 5, 20'000);
    for (const char *refused : {"Save plan", "Back up now", "Another recovery key", "Change the database key"})
        QVERIFY2(!button(dialog, QString::fromLatin1(refused)), refused);
    QVERIFY(shows(dialog, QStringLiteral("on a server, whose administrator backs it up")));
    QCOMPARE(dialog.windowTitle(), QStringLiteral("Accounts"));
    QVERIFY(button(dialog, QStringLiteral("Add account")));

    table->selectRow(table->findItems(QStringLiteral("ned"), Qt::MatchExactly).constFirst()->row());
    QString asked;
    QTimer::singleShot(0, &dialog, [&asked] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        require(box);
        asked = box->text();
        QTest::keyClick(box, Qt::Key_Escape);
    });
    QTest::mouseClick(button(dialog, QStringLiteral("Disable")), Qt::LeftButton);
    QVERIFY2(asked.contains(QStringLiteral("cannot sign in any more")), qPrintable(asked));
    QVERIFY2(!asked.contains(QStringLiteral("database key")), qPrintable(asked));
}

void TestServerAccounts::aFolderHasItsKeysAndBackups()
{
    if (StoreDesk::isOnServer())
        QSKIP("the desk is on a server");
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    QVERIFY(workshop.open([&desk] { return desk.tryOpen(QStringLiteral("sam"), "sam"); }).ok());
    AccountsDialog dialog(workshop);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    for (const char *offered : {"Save plan", "Back up now", "Another recovery key", "Change the database key"})
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QString::fromLatin1(offered)), 20'000);
    QVERIFY(!shows(dialog, QStringLiteral("on a server")));
    QCOMPARE(dialog.windowTitle(), QStringLiteral("Accounts, keys and backups"));
}

/// What the server itself refuses: tst_server.
void TestServerAccounts::whoSomebodyIsIsASupervisorsToCorrect()
{
    const std::unique_ptr<Workspace> sam = m_server->opened(QStringLiteral("sam"));
    const Result<QList<UserAccount>> users = sam->users();
    QVERIFY2(users.ok(), why(users));
    UserAccount ned = *std::ranges::find(*users, QStringLiteral("ned"), &UserAccount::loginName);
    ned.credential = QStringLiteral("RN, CCM");
    const Result<void> done = sam->correctUser(ned);
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(m_server->opened(QStringLiteral("ned"))->user().credential, QStringLiteral("RN, CCM"));
    const Result<void> verified = sam->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void TestServerAccounts::whoForgotThePassphraseIsToldTheWay()
{
    Workshop workshop;
    Entrance entrance{m_server->directory(), StoreDesk::rulebook(), &m_server->clock, KeyCost::cheap()};
    SignInPage page(workshop, entrance);
    page.show();
    QVERIFY(!button(page, QStringLiteral("Passphrase forgotten")));
    QVERIFY(shows(page, QStringLiteral("Passphrase forgotten? A supervisor gives you a new one.")));
    SignInPage lock(workshop, entrance, QStringLiteral("nora"));
    lock.show();
    QVERIFY(!shows(lock, QStringLiteral("Passphrase forgotten")));
    const QTemporaryDir folder;
    entrance.directory = folder.path();
    SignInPage inFolder(workshop, entrance);
    inFolder.show();
    QVERIFY(button(inFolder, QStringLiteral("Passphrase forgotten")));
    QVERIFY(!shows(inFolder, QStringLiteral("Passphrase forgotten?")));
}

QTEST_MAIN(TestServerAccounts)
#include "tst_server_accounts.moc"
