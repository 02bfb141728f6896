#include "StoreDesk.h"

#include "store/Workshop.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/AddAccountDialog.h"
#include "ui/accounts/CorrectAccountDialog.h"
#include "ui/accounts/BackupWatch.h"
#include "ui/accounts/PassphraseDialog.h"
#include "ui/supervisor/DrawSampleDialog.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace reviewdesk;

/// Accounts, keys and backups, as a supervisor works at them by keyboard and mouse.
class tst_accounts_dialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onesOwnPassphrase();
    void accountsAreListedAndDisabled();
    void nobodyIsOfferedToDisableThemselvesBehindTheLock();
    void aSampleIsOnesOwnBehindTheLock();
    void anAccountIsAddedAndGivenAPassphrase();
    void whoSomebodyIsIsCorrected();
    void aDisabledAccountIsLetInAgain();
    void theKeyIsChanged();
    void aBackupIsMadeAndPlanned();
    void dueBackupsAreMadeAside();

private:
    QPushButton *button(QWidget &window, const QString &text);
    void answer(const QString &action);
    AccountsDialog *opened();
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workshop> m_workshop;
    std::unique_ptr<AccountsDialog> m_dialog;
};

void tst_accounts_dialog::init()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
    m_workshop = std::make_unique<Workshop>();
    const Result<void> open = m_workshop->open([this] { return m_desk->tryOpen(QStringLiteral("sam"), "sam"); });
    QVERIFY2(open.ok(), why(open));
}

void tst_accounts_dialog::cleanup()
{
    m_dialog.reset();
    m_workshop.reset();
}

QPushButton *tst_accounts_dialog::button(QWidget &window, const QString &text)
{
    for (QPushButton *each : window.findChildren<QPushButton *>()) {
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    }
    qFatal("no button %s", qPrintable(text));
}

/// Presses a button of the question that is about to be asked.
void tst_accounts_dialog::answer(const QString &action)
{
    QTimer::singleShot(0, this, [this, action] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        require(box);
        QTest::mouseClick(button(*box, action), Qt::LeftButton);
    });
}

AccountsDialog *tst_accounts_dialog::opened()
{
    m_dialog = std::make_unique<AccountsDialog>(*m_workshop);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->setCost(KeyCost::cheap());
    m_dialog->show();
    require(QTest::qWaitForWindowExposed(m_dialog.get()));
    require(QTest::qWaitFor([&] { return m_dialog->findChild<QTableWidget *>()->rowCount() >= 5; }, 20'000));
    return m_dialog.get();
}

void tst_accounts_dialog::onesOwnPassphrase()
{
    PassphraseDialog *dialog = PassphraseDialog::forOneself(*m_workshop, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    const std::unique_ptr<PassphraseDialog> owner(dialog);
    dialog->setCost(KeyCost::cheap());
    dialog->show();
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 3);
    const auto type = [&](const QString &present, const QString &next, const QString &again) {
        const QStringList words{present, next, again};
        for (int i = 0; i < 3; ++i) {
            fields.at(i)->clear();
            QTest::keyClicks(fields.at(i), words.at(i));
        }
        QTest::keyClick(fields.at(2), Qt::Key_Return);
    };
    const Notice *notice = dialog->findChild<Notice *>();
    type(QStringLiteral("sam"), QStringLiteral("seven quiet herons"), QStringLiteral("seven quiet"));
    QVERIFY2(notice->message().contains(QLatin1String("differ")), qPrintable(notice->message()));
    type(QStringLiteral("wrong"), QStringLiteral("seven quiet herons"), QStringLiteral("seven quiet herons"));
    QTRY_VERIFY_WITH_TIMEOUT(notice->message().contains(QLatin1String("not the one")), 20'000);
    QVERIFY(dialog->isVisible());
    type(QStringLiteral("sam"), QStringLiteral("seven quiet herons"), QStringLiteral("seven quiet herons"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), 20'000);
    QVERIFY(m_desk->tryOpen(QStringLiteral("sam"), "seven quiet herons").ok());
    QCOMPARE(codeOf(m_desk->tryOpen(QStringLiteral("sam"), "sam")), QStringLiteral("wrong_passphrase"));
}

void tst_accounts_dialog::accountsAreListedAndDisabled()
{
    AccountsDialog *dialog = opened();
    auto *table = dialog->findChild<QTableWidget *>();
    QPushButton *disable = button(*dialog, QStringLiteral("Disable…"));
    QVERIFY(!disable->isEnabled());
    const auto choose = [&](const QString &login) {
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->item(row, 1)->text() == login)
                table->selectRow(row);
        }
    };
    choose(QStringLiteral("sam"));
    QVERIFY(!disable->isEnabled()); // oneself
    choose(QStringLiteral("ned"));
    QVERIFY(disable->isEnabled());
    answer(QStringLiteral("Cancel"));
    QTest::mouseClick(disable, Qt::LeftButton);
    QVERIFY(m_desk->tryOpen(QStringLiteral("ned"), "ned").ok());
    answer(QStringLiteral("Disable"));
    QTest::mouseClick(disable, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        codeOf(m_desk->tryOpen(QStringLiteral("ned"), "ned")), QStringLiteral("no_account"), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(table->item(table->currentRow(), 3)->text() == QLatin1String("disabled"), 20'000);
    QVERIFY(!disable->isEnabled());
}

// The list came after the lock had fallen, and the row of the supervisor who had opened it was like any other.
void tst_accounts_dialog::nobodyIsOfferedToDisableThemselvesBehindTheLock()
{
    m_dialog = std::make_unique<AccountsDialog>(*m_workshop);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_workshop->close();
    const auto *table = m_dialog->findChild<QTableWidget *>();
    QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() >= 5, 20'000);
    for (int row = 0; row < table->rowCount(); ++row) {
        const bool own = table->item(row, 1)->text() == QLatin1String("sam");
        m_dialog->findChild<QTableWidget *>()->selectRow(row);
        QCOMPARE(button(*m_dialog, QStringLiteral("Disable…"))->isEnabled(), !own);
        QCOMPARE(button(*m_dialog, QStringLiteral("New passphrase…"))->isEnabled(), !own);
    }
}

void tst_accounts_dialog::aSampleIsOnesOwnBehindTheLock()
{
    DrawSampleDialog dialog(*m_workshop, QDate(2026, 11, 20), 1);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QString own = m_workshop->user().id;
    m_workshop->close();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.reviewer()->count() >= 5, 20'000);
    QCOMPARE(dialog.reviewer()->currentData().toString(), own);
}

void tst_accounts_dialog::anAccountIsAddedAndGivenAPassphrase()
{
    AccountsDialog *dialog = opened();
    auto *table = dialog->findChild<QTableWidget *>();
    QTest::mouseClick(button(*dialog, QStringLiteral("Add account…")), Qt::LeftButton);
    auto *adding = dialog->findChild<AddAccountDialog *>();
    QVERIFY(adding);
    QList<QLineEdit *> fields = adding->findChildren<QLineEdit *>();
    QTest::keyClicks(fields.at(0), QStringLiteral("Olga Example"));
    QTest::keyClicks(fields.at(1), QStringLiteral("sam")); // taken
    const auto typePassphrase = [](const QList<QLineEdit *> &all) {
        QTest::keyClicks(all.at(all.size() - 2), QStringLiteral("seven quiet herons"));
        QTest::keyClicks(all.at(all.size() - 1), QStringLiteral("seven quiet herons"));
    };
    typePassphrase(fields);
    QTest::mouseClick(button(*adding, QStringLiteral("Add account")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(adding->findChild<Notice *>()->message().contains(QLatin1String("already")), 20'000);
    fields.at(1)->clear();
    QTest::keyClicks(fields.at(1), QStringLiteral("olga"));
    typePassphrase(fields);
    QTest::mouseClick(button(*adding, QStringLiteral("Add account")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 6, 20'000);
    const auto olga = m_desk->tryOpen(QStringLiteral("olga"), "seven quiet herons");
    QVERIFY2(olga.ok(), why(olga));
    QCOMPARE((*olga)->user().role, Role::Nurse);

    const QList<QTableWidgetItem *> hers = table->findItems(QStringLiteral("olga"), Qt::MatchContains);
    QVERIFY(!hers.isEmpty()); // accounts made in one instant stand in any order
    table->selectRow(hers.first()->row());
    QTest::mouseClick(button(*dialog, QStringLiteral("New passphrase…")), Qt::LeftButton);
    const QPointer<PassphraseDialog> giving = dialog->findChild<PassphraseDialog *>();
    QVERIFY(giving);
    fields = giving->findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 2); // hers is not asked for
    for (QLineEdit *field : fields)
        QTest::keyClicks(field, QStringLiteral("nine loud geese there"));
    QTest::mouseClick(button(*giving, QStringLiteral("Give passphrase")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!giving, 20'000); // done; attempts before that would count as wrong ones
    const auto again = m_desk->tryOpen(QStringLiteral("olga"), "nine loud geese there");
    QVERIFY2(again.ok(), why(again));
}

/// Once set, a name or a licence stayed as it was.
void tst_accounts_dialog::whoSomebodyIsIsCorrected()
{
    AccountsDialog *dialog = opened();
    auto *table = dialog->findChild<QTableWidget *>();
    QPushButton *correct = button(*dialog, QStringLiteral("Correct…"));
    QVERIFY(!correct->isEnabled());
    table->selectRow(table->findItems(QStringLiteral("ned"), Qt::MatchExactly).constFirst()->row());
    QTest::mouseClick(correct, Qt::LeftButton);
    const QPointer<CorrectAccountDialog> correcting = dialog->findChild<CorrectAccountDialog *>();
    QVERIFY(correcting);
    const QList<QLineEdit *> fields = correcting->findChildren<QLineEdit *>(); // name, credential, specialty, NPI, state
    QCOMPARE(fields.size(), 5);
    const auto type = [&fields](int field, const QString &words) {
        fields.at(field)->selectAll();
        QTest::keyClicks(fields.at(field), words);
    };
    type(0, QStringLiteral("Ned Newname"));
    type(3, QStringLiteral("1234567890"));
    QTest::keyClick(fields.at(3), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(correcting->findChild<Notice *>()->message().contains(QLatin1String("NPI")), 20'000);
    QTRY_COMPARE(correcting->focusWidget(), fields.at(3));
    QCOMPARE(fields.at(0)->text(), QStringLiteral("Ned Newname")); // what was typed stays
    type(3, QStringLiteral("1234567893"));
    QTest::keyClick(fields.at(3), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!correcting, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(table->item(table->currentRow(), 0)->text(), QStringLiteral("Ned Newname"), 20'000);
    const auto ned = m_desk->tryOpen(QStringLiteral("ned"), "ned");
    QVERIFY2(ned.ok(), why(ned));
    QCOMPARE((*ned)->user().npi, QStringLiteral("1234567893"));
}

/// It was possible before, and said nowhere: only a new passphrase did it.
void tst_accounts_dialog::aDisabledAccountIsLetInAgain()
{
    {
        const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
        for (const UserAccount &account : *sam->users()) {
            if (account.loginName == QLatin1String("ned"))
                QVERIFY(sam->disableUser(account.id).ok());
        }
    }
    AccountsDialog *dialog = opened();
    auto *table = dialog->findChild<QTableWidget *>();
    QVERIFY(button(*dialog, QStringLiteral("New passphrase…")));
    table->selectRow(table->findItems(QStringLiteral("ned"), Qt::MatchExactly).constFirst()->row());
    QPushButton *letIn = button(*dialog, QStringLiteral("Let in again…"));
    QVERIFY(letIn->isEnabled());
    QTest::mouseClick(letIn, Qt::LeftButton);
    const QPointer<PassphraseDialog> giving = dialog->findChild<PassphraseDialog *>();
    QVERIFY(giving);
    QCOMPARE(giving->windowTitle(), QStringLiteral("Let Ned Example in again"));
    const QList<QLabel *> labels = giving->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text().contains(QStringLiteral("With the new passphrase it can sign in again")); }));
    for (QLineEdit *field : giving->findChildren<QLineEdit *>())
        QTest::keyClicks(field, QStringLiteral("nine loud geese there"));
    QTest::mouseClick(button(*giving, QStringLiteral("Let in again")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!giving, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(table->item(table->currentRow(), 3)->text(), QStringLiteral("may sign in"), 20'000);
    QVERIFY(button(*dialog, QStringLiteral("New passphrase…"))->isEnabled());
    const auto again = m_desk->tryOpen(QStringLiteral("ned"), "nine loud geese there");
    QVERIFY2(again.ok(), why(again));
}

void tst_accounts_dialog::theKeyIsChanged()
{
    AccountsDialog *dialog = opened();
    answer(QStringLiteral("Change the key"));
    QTest::mouseClick(button(*dialog, QStringLiteral("Change the database key…")), Qt::LeftButton);
    const Notice *notice = dialog->findChild<Notice *>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->message().contains(QLatin1String("new key")), 30'000);
    QVERIFY(!QFile::exists(m_desk->databaseFile()));
    QVERIFY(m_desk->tryOpen(QStringLiteral("nora"), "nora").ok());
}

void tst_accounts_dialog::aBackupIsMadeAndPlanned()
{
    AccountsDialog *dialog = opened();
    QTest::mouseClick(button(*dialog, QStringLiteral("Back up now")), Qt::LeftButton);
    const Notice *notice = dialog->findChild<Notice *>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->message().contains(QLatin1String("-by-hand")), 30'000);
    const QList<QSpinBox *> numbers = dialog->findChildren<QSpinBox *>();
    QCOMPARE(numbers.at(0)->value(), 24);
    QCOMPARE(numbers.at(1)->value(), 14);
    numbers.at(0)->setValue(6);
    QTest::mouseClick(button(*dialog, QStringLiteral("Save plan")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(notice->message().contains(QLatin1String("plan is saved")), 30'000);
    QCOMPARE(m_desk->opened(QStringLiteral("sam"))->settings()->backups.everyHours, 6);
}

void tst_accounts_dialog::dueBackupsAreMadeAside()
{
    BackupWatch watch(*m_workshop);
    QSignalSpy made(&watch, &BackupWatch::made);
    QSignalSpy failed(&watch, &BackupWatch::failed);
    watch.look();
    QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, 30'000);
    const QString folder = made.constFirst().constFirst().toString();
    QVERIFY2(folder.endsWith(QLatin1String("-by-plan")), qPrintable(folder));
    watch.look(); // not due any more
    m_workshop->drain();
    QTest::qWait(50);
    QCOMPARE(made.size(), 1);
    QVERIFY(failed.isEmpty());
    const Result<void> whole =
        Workspace::inspect(folder, QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(whole.ok(), why(whole));
}

QTEST_MAIN(tst_accounts_dialog)
#include "tst_accounts_dialog.moc"
