#include "DialogDesk.h"

#include "ui/help/HelpSheet.h"
#include "ui/settings/SettingsDialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QTimer>
#include <QtTest>

using namespace reviewdesk;

namespace {

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
    void initTestCase() { m_desk.make(); }
    void init() { m_desk.open(); }
    void cleanup() { m_desk.close(); }
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
    DialogDesk m_desk;
};

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
    m_desk.signIn(who);
    QDialog *dialog = m_desk.openDialog(which);
    QWidget *field = m_desk.type(*dialog, QStringLiteral("text size"));
    const QString before = m_desk.typed(field);
    m_desk.press(Qt::Key_F1);
    QTRY_VERIFY(m_desk.helpOver(*dialog));
    QDialog *help = m_desk.helpOver(*dialog);
    auto *text = help->findChild<QTextBrowser *>();
    QVERIFY(text->hasFocus());
    QVERIFY2(text->toPlainText().startsWith(says), qPrintable(text->toPlainText().left(40)));
    QVERIFY(text->toPlainText().contains(QStringLiteral("Ctrl+L")));
    QVERIFY(!m_desk.window()->help()->isOpen()); // not behind the dialog
    m_desk.press(Qt::Key_F1); // no second one
    QCOMPARE(QApplication::activeWindow(), help);
    m_desk.press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_desk.typed(field), before);
    m_desk.press(Qt::Key_F1); // and once more
    QTRY_VERIFY(m_desk.helpOver(*dialog));
    QTest::mouseClick(m_desk.helpOver(*dialog)->findChild<QPushButton *>(), Qt::LeftButton);
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
    m_desk.signIn(who);
    const QPointer<QDialog> dialog = m_desk.openDialog(which);
    QWidget *field = m_desk.type(*dialog, QStringLiteral("text size"));
    m_desk.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_desk.window()->isLocked());
    QVERIFY(dialog && !dialog->isVisible());
    m_desk.signIn(who);
    QTRY_VERIFY(dialog && dialog->isVisible());
    QCOMPARE(m_desk.typed(field), QStringLiteral("text size"));
    QCOMPARE(dialog->focusWidget(), field);
}

/// The help is gone with the lock; the dialog under it comes back.
void TestKeysEverywhere::lockFromAHelp()
{
    m_desk.signIn();
    QDialog *dialog = m_desk.openDialog("remarks");
    const QWidget *field = m_desk.type(*dialog, QStringLiteral("called back"));
    m_desk.press(Qt::Key_F1);
    QTRY_VERIFY(m_desk.helpOver(*dialog));
    const QPointer<QDialog> help = m_desk.helpOver(*dialog);
    m_desk.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_desk.window()->isLocked());
    QVERIFY(!dialog->isVisible());
    QVERIFY(!help || !help->isVisible());
    m_desk.signIn();
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(!help || !help->isVisible());
    QCOMPARE(m_desk.typed(field), QStringLiteral("called back"));
    QCOMPARE(dialog->focusWidget(), field); // not the button after it, which a space presses
}

/// A list's or a menu's window has the keyboard while it is open.
void TestKeysEverywhere::lockFromAListThatIsOpen()
{
    m_desk.signIn();
    auto *dialog = qobject_cast<SettingsDialog *>(m_desk.openDialog("settings"));
    QVERIFY(dialog);
    dialog->paper()->setFocus();
    const int before = dialog->paper()->currentIndex();
    dialog->paper()->showPopup();
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget()->focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_desk.window()->isLocked());
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(!dialog->isVisible());
    QCOMPARE(dialog->paper()->currentIndex(), before);
}

/// One that is waited for is answered with no.
void TestKeysEverywhere::aMessageBoxHasThemToo()
{
    m_desk.signIn();
    QMessageBox box(QMessageBox::Question, QStringLiteral("Not saved"), QStringLiteral("Stay, or lose it?"),
        QMessageBox::NoButton, m_desk.window());
    const QPushButton *lose = box.addButton(QStringLiteral("&Lose it"), QMessageBox::DestructiveRole);
    box.setEscapeButton(box.addButton(QStringLiteral("&Stay"), QMessageBox::RejectRole));
    bool helped = false;
    bool wentBack = false;
    QTimer::singleShot(300, &box, [&] {
        box.activateWindow();
        QTest::keyClick(box.focusWidget() ? box.focusWidget() : &box, Qt::Key_F1);
        helped = QTest::qWaitFor([&] { return m_desk.helpOver(box) != nullptr; });
        if (helped)
            m_desk.press(Qt::Key_Escape);
        wentBack = QTest::qWaitFor([&] { return QApplication::activeWindow() == &box; }) && box.isVisible();
        QTest::keyClick(&box, Qt::Key_L, Qt::ControlModifier);
        if (!m_desk.window()->isLocked())
            box.reject();
    });
    box.exec();
    QVERIFY(helped && wentBack);
    QVERIFY(m_desk.window()->isLocked());
    QVERIFY(box.clickedButton() != lose);
}

void TestKeysEverywhere::aFileDialogHasThemToo()
{
    m_desk.signIn();
    QFileDialog files(m_desk.window(), QStringLiteral("Attach documents"));
    files.setOption(QFileDialog::DontUseNativeDialog);
    bool helped = false;
    QString kept;
    QTimer::singleShot(300, &files, [&] {
        files.activateWindow();
        auto *name = files.findChild<QLineEdit *>();
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("scan"));
        m_desk.press(Qt::Key_F1);
        helped = QTest::qWaitFor([&] { return m_desk.helpOver(files) != nullptr; });
        if (helped)
            m_desk.press(Qt::Key_Escape);
        helped = helped && QTest::qWaitFor([&] { return name->hasFocus(); });
        kept = name->text();
        QTest::keyClick(name, Qt::Key_L, Qt::ControlModifier);
        if (!m_desk.window()->isLocked())
            files.reject();
    });
    QCOMPARE(files.exec(), static_cast<int>(QDialog::Rejected));
    QVERIFY(helped);
    QCOMPARE(kept, QStringLiteral("scan"));
    QVERIFY(m_desk.window()->isLocked());
}

void TestKeysEverywhere::whoTakesAKeyKeepsIt()
{
    m_desk.signIn();
    Greedy dialog(m_desk.window());
    dialog.open();
    dialog.activateWindow();
    QTRY_VERIFY(dialog.isActiveWindow() && QApplication::focusWidget());
    m_desk.press(Qt::Key_F1);
    QCOMPARE(dialog.helps, 1);
    QVERIFY(!m_desk.helpOver(dialog));
    m_desk.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(dialog.locks, 1);
    QVERIFY(!m_desk.window()->isLocked());
}

void TestKeysEverywhere::notBeforeTheSignIn()
{
    QMessageBox box(QMessageBox::Information, QStringLiteral("Said"), QStringLiteral("Nobody is here yet."),
        QMessageBox::Ok, m_desk.window());
    box.open();
    box.activateWindow();
    QTRY_VERIFY(box.isActiveWindow());
    QTest::keyClick(&box, Qt::Key_F1);
    QTest::keyClick(&box, Qt::Key_L, Qt::ControlModifier);
    QTest::qWait(200);
    QVERIFY(!m_desk.helpOver(box));
    QVERIFY(!m_desk.window()->isLocked());
    QVERIFY(box.isVisible());
}

QTEST_MAIN(TestKeysEverywhere)
#include "tst_keys_everywhere.moc"
