#include "StoreDesk.h"

#include "tests/ui/DeskOf.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/AddAccountDialog.h"
#include "ui/help/HelpSheet.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/ReviewPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QTextBrowser>
#include <QTimer>
#include <QtTest>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds; keys are derived, on a busy machine

/// The help that stands over a dialog.
QDialog *helpOver(const QWidget &dialog)
{
    auto *help = qobject_cast<QDialog *>(QApplication::activeWindow());
    return help && help->parentWidget() == &dialog && help->findChild<QTextBrowser *>() ? help : nullptr;
}

/// Presses a key where the focus is.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// Has both keys for itself: one as a shortcut, one as text would have it.
class Greedy : public QDialog {
public:
    explicit Greedy(QWidget *parent) : QDialog(parent), m_field(new QLineEdit(this))
    {
        auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F1), this);
        connect(shortcut, &QShortcut::activated, this, [this] { ++helps; });
        m_field->installEventFilter(this);
        m_field->setFocus();
    }
    int helps = 0;
    int locks = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isAsked = event->type() == QEvent::ShortcutOverride;
        if (!isAsked && event->type() != QEvent::KeyPress)
            return QDialog::eventFilter(watched, event);
        const QKeyCombination keys = static_cast<QKeyEvent *>(event)->keyCombination();
        if (keys != QKeyCombination(Qt::CTRL, Qt::Key_L))
            return QDialog::eventFilter(watched, event);
        event->accept();
        locks += isAsked ? 0 : 1;
        return true;
    }

private:
    QLineEdit *m_field;
};

} // namespace

/// F1 and Ctrl+L work wherever the keyboard is, as the help says: in dialogs, message boxes and file dialogs.
class TestKeysEverywhere : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void helpOverADialog_data();
    void helpOverADialog();
    void lockFromADialog_data();
    void lockFromADialog();
    void lockFromAHelp();
    void lockFromAListThatIsOpen();
    void aMessageBoxHasThemToo();
    void aFileDialogHasThemToo();
    void whoTakesAKeyKeepsIt();
    void notBeforeTheSignIn();

private:
    void signIn(const QString &account = QStringLiteral("nora"));
    QDialog *openSettings();
    QDialog *openRemarks();
    QDialog *openAddAccount();
    QDialog *openLetterhead();
    QDialog *openLetterRun();
    QDialog *openDialog(const QByteArray &which);
    /// Types in the dialog; the field.
    QWidget *type(QDialog &dialog, const QString &words);
    static QString typed(const QWidget *field);

    StoreDesk m_store;
    QTemporaryDir m_settings;
    Start m_start;
    QString m_caseId;
    std::unique_ptr<MainWindow> m_window;
};

void TestKeysEverywhere::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    require(m_store.made() != nullptr);
    ReviewCase content = StoreDesk::request();
    const Policy &policy = StoreDesk::rulebook()->policy;
    content.policyId = policy.id;
    content.policyVersion = policy.version;
    Result<StoredCase> made = m_store.opened(QStringLiteral("nora"))->createCase(content);
    QVERIFY2(made.ok(), why(made));
    m_caseId = made->id;
    m_start.entrance = {m_store.directory(), StoreDesk::rulebook(), &m_store.clock, KeyCost::cheap()};
    Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    QVERIFY(composer.ok() && letterhead.ok());
    m_start.makeDesk = deskMaker(*composer, *letterhead);
}

void TestKeysEverywhere::init()
{
    m_window = std::make_unique<MainWindow>(m_start, m_store.clock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestKeysEverywhere::signIn(const QString &name)
{
    auto *page = m_window->findChild<SignInPage *>();
    QVERIFY(page);
    if (auto *account = page->findChild<QComboBox *>())
        account->setCurrentText(name);
    auto *field = page->findChild<PassphraseEdit *>();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window) && deskOf(*m_window)->isVisible(), patience);
    QTRY_VERIFY(!m_window->isLocked());
}

QDialog *TestKeysEverywhere::openSettings()
{
    m_window->activateWindow(); // without a window manager nobody else does
    require(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
    press(Qt::Key_Comma, Qt::ControlModifier);
    return m_window->findChild<SettingsDialog *>();
}

QDialog *TestKeysEverywhere::openRemarks()
{
    deskOf(*m_window)->openCase(m_caseId);
    const auto review = [this] { return qobject_cast<ReviewPage *>(deskOf(*m_window)->casePage()); };
    require(QTest::qWaitFor([&] { return review() && review()->isVisible(); }, patience));
    NotesSheet *sheet = review()->openNotes();
    require(QTest::qWaitFor([sheet] { return sheet->isVisible() && sheet->remark(); }, patience));
    return sheet;
}

/// Over the accounts, over the settings.
QDialog *TestKeysEverywhere::openAddAccount()
{
    Q_EMIT qobject_cast<SettingsDialog *>(openSettings())->accountsWanted();
    auto *accounts = m_window->findChild<AccountsDialog *>();
    require(accounts);
    accounts->activateWindow();
    require(QTest::qWaitFor([accounts] { return accounts->isActiveWindow(); }));
    QTest::keyClick(accounts, Qt::Key_A, Qt::AltModifier);
    require(QTest::qWaitFor([accounts] { return accounts->findChild<AddAccountDialog *>(); }));
    return accounts->findChild<AddAccountDialog *>();
}

QDialog *TestKeysEverywhere::openLetterhead()
{
    deskOf(*m_window)->editLetterhead();
    auto *dialog = m_window->findChild<LetterheadDialog *>();
    const auto *field = dialog->findChild<QPlainTextEdit *>();
    require(QTest::qWaitFor([field] { return field->isVisible() && field->isEnabled(); }, patience));
    return dialog;
}

QDialog *TestKeysEverywhere::openLetterRun()
{
    Q_EMIT deskOf(*m_window)->worklist()->printWanted({m_caseId});
    return m_window->findChild<LetterRunDialog *>();
}

QDialog *TestKeysEverywhere::openDialog(const QByteArray &which)
{
    QDialog *dialog = which == "settings" ? openSettings()
        : which == "remarks"              ? openRemarks()
        : which == "add account"          ? openAddAccount()
        : which == "letterhead"           ? openLetterhead()
                                          : openLetterRun();
    require(dialog && QTest::qWaitFor([dialog] { return dialog->isActiveWindow(); }, patience));
    return dialog;
}

QWidget *TestKeysEverywhere::type(QDialog &dialog, const QString &words)
{
    QWidget *field = dialog.findChild<QPlainTextEdit *>();
    if (!field)
        field = dialog.findChild<QLineEdit *>();
    if (!field) // nothing is typed in it
        field = dialog.focusWidget();
    field->setFocus();
    QTest::keyClicks(field, words);
    return field;
}

QString TestKeysEverywhere::typed(const QWidget *field)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    const auto *line = qobject_cast<const QLineEdit *>(field);
    return text ? text->toPlainText() : line ? line->text() : QString();
}

void TestKeysEverywhere::helpOverADialog_data()
{
    QTest::addColumn<QByteArray>("which");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("who");
    const QString nora = QStringLiteral("nora");
    const QString sam = QStringLiteral("sam");
    QTest::newRow("settings") << QByteArray("settings") << QStringLiteral("The settings") << nora;
    QTest::newRow("remarks") << QByteArray("remarks") << QStringLiteral("The review") << nora; // of the page under it
    QTest::newRow("add account") << QByteArray("add account") << QStringLiteral("Accounts, keys and backups") << sam;
    QTest::newRow("letterhead") << QByteArray("letterhead") << QStringLiteral("The letterhead") << sam;
    QTest::newRow("letter run") << QByteArray("letter run") << QStringLiteral("Releasing letters") << sam;
}

void TestKeysEverywhere::helpOverADialog()
{
    QFETCH(QByteArray, which);
    QFETCH(QString, says);
    QFETCH(QString, who);
    signIn(who);
    QDialog *dialog = openDialog(which);
    QWidget *field = type(*dialog, QStringLiteral("text size"));
    const QString before = typed(field);
    press(Qt::Key_F1);
    QTRY_VERIFY(helpOver(*dialog));
    QDialog *help = helpOver(*dialog);
    auto *text = help->findChild<QTextBrowser *>();
    QVERIFY(text->hasFocus());
    QVERIFY2(text->toPlainText().startsWith(says), qPrintable(text->toPlainText().left(40)));
    QVERIFY(text->toPlainText().contains(QStringLiteral("Ctrl+L")));
    QVERIFY(!m_window->help()->isOpen()); // not behind the dialog
    press(Qt::Key_F1); // no second one
    QCOMPARE(QApplication::activeWindow(), help);
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QVERIFY(dialog->isVisible());
    QCOMPARE(typed(field), before);
    press(Qt::Key_F1); // and once more
    QTRY_VERIFY(helpOver(*dialog));
    QTest::mouseClick(helpOver(*dialog)->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(QApplication::focusWidget(), field);
}

void TestKeysEverywhere::lockFromADialog_data()
{
    QTest::addColumn<QByteArray>("which");
    QTest::addColumn<QString>("who");
    QTest::newRow("settings") << QByteArray("settings") << QStringLiteral("nora");
    QTest::newRow("remarks") << QByteArray("remarks") << QStringLiteral("nora");
    QTest::newRow("add account") << QByteArray("add account") << QStringLiteral("sam");
}

void TestKeysEverywhere::lockFromADialog()
{
    QFETCH(QByteArray, which);
    QFETCH(QString, who);
    signIn(who);
    const QPointer<QDialog> dialog = openDialog(which);
    QWidget *field = type(*dialog, QStringLiteral("text size"));
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(dialog && !dialog->isVisible());
    signIn(who);
    QTRY_VERIFY(dialog && dialog->isVisible());
    QCOMPARE(typed(field), QStringLiteral("text size"));
    QCOMPARE(dialog->focusWidget(), field);
}

/// The help is gone with the lock; the dialog under it comes back.
void TestKeysEverywhere::lockFromAHelp()
{
    signIn();
    QDialog *dialog = openDialog("remarks");
    const QWidget *field = type(*dialog, QStringLiteral("called back"));
    press(Qt::Key_F1);
    QTRY_VERIFY(helpOver(*dialog));
    const QPointer<QDialog> help = helpOver(*dialog);
    press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(!dialog->isVisible());
    QVERIFY(!help || !help->isVisible());
    signIn();
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(!help || !help->isVisible());
    QCOMPARE(typed(field), QStringLiteral("called back"));
    QCOMPARE(dialog->focusWidget(), field); // not the button after it, which a space presses
}

/// A list's or a menu's window has the keyboard while it is open.
void TestKeysEverywhere::lockFromAListThatIsOpen()
{
    signIn();
    auto *dialog = qobject_cast<SettingsDialog *>(openDialog("settings"));
    QVERIFY(dialog);
    dialog->paper()->setFocus();
    const int before = dialog->paper()->currentIndex();
    dialog->paper()->showPopup();
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->paper()->currentIndex(), before);
}

/// One that is waited for is answered with no.
void TestKeysEverywhere::aMessageBoxHasThemToo()
{
    signIn();
    QMessageBox box(QMessageBox::Question, QStringLiteral("Not saved"), QStringLiteral("Stay, or lose it?"),
        QMessageBox::NoButton, m_window.get());
    const QPushButton *lose = box.addButton(QStringLiteral("&Lose it"), QMessageBox::DestructiveRole);
    box.setEscapeButton(box.addButton(QStringLiteral("&Stay"), QMessageBox::RejectRole));
    bool helped = false;
    bool wentBack = false;
    QTimer::singleShot(300, &box, [&] {
        box.activateWindow();
        QTest::keyClick(box.focusWidget() ? box.focusWidget() : &box, Qt::Key_F1);
        helped = QTest::qWaitFor([&] { return helpOver(box) != nullptr; });
        if (helped)
            press(Qt::Key_Escape);
        wentBack = QTest::qWaitFor([&] { return QApplication::activeWindow() == &box; }) && box.isVisible();
        QTest::keyClick(&box, Qt::Key_L, Qt::ControlModifier);
        if (!m_window->isLocked())
            box.reject();
    });
    box.exec();
    QVERIFY(helped && wentBack);
    QVERIFY(m_window->isLocked());
    QVERIFY(box.clickedButton() != lose);
}

void TestKeysEverywhere::aFileDialogHasThemToo()
{
    signIn();
    QFileDialog files(m_window.get(), QStringLiteral("Attach documents"));
    files.setOption(QFileDialog::DontUseNativeDialog);
    bool helped = false;
    QString kept;
    QTimer::singleShot(300, &files, [&] {
        files.activateWindow();
        auto *name = files.findChild<QLineEdit *>();
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("scan"));
        press(Qt::Key_F1);
        helped = QTest::qWaitFor([&] { return helpOver(files) != nullptr; });
        if (helped)
            press(Qt::Key_Escape);
        helped = helped && QTest::qWaitFor([&] { return name->hasFocus(); });
        kept = name->text();
        QTest::keyClick(name, Qt::Key_L, Qt::ControlModifier);
        if (!m_window->isLocked())
            files.reject();
    });
    QCOMPARE(files.exec(), static_cast<int>(QDialog::Rejected));
    QVERIFY(helped);
    QCOMPARE(kept, QStringLiteral("scan"));
    QVERIFY(m_window->isLocked());
}

void TestKeysEverywhere::whoTakesAKeyKeepsIt()
{
    signIn();
    Greedy dialog(m_window.get());
    dialog.open();
    dialog.activateWindow();
    QTRY_VERIFY(dialog.isActiveWindow() && QApplication::focusWidget());
    press(Qt::Key_F1);
    QCOMPARE(dialog.helps, 1);
    QVERIFY(!helpOver(dialog));
    press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(dialog.locks, 1);
    QVERIFY(!m_window->isLocked());
}

void TestKeysEverywhere::notBeforeTheSignIn()
{
    QMessageBox box(QMessageBox::Information, QStringLiteral("Said"), QStringLiteral("Nobody is here yet."),
        QMessageBox::Ok, m_window.get());
    box.open();
    box.activateWindow();
    QTRY_VERIFY(box.isActiveWindow());
    QTest::keyClick(&box, Qt::Key_F1);
    QTest::keyClick(&box, Qt::Key_L, Qt::ControlModifier);
    QTest::qWait(200);
    QVERIFY(!helpOver(box));
    QVERIFY(!m_window->isLocked());
    QVERIFY(box.isVisible());
}

QTEST_MAIN(TestKeysEverywhere)
#include "tst_keys_everywhere.moc"
