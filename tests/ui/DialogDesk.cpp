#include "DialogDesk.h"

#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/AddAccountDialog.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/ReviewPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTextBrowser>

namespace reviewdesk {

namespace {

constexpr int patience = 20'000; // milliseconds; keys are derived, on a busy machine

} // namespace

void DialogDesk::make()
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

void DialogDesk::open()
{
    m_window = std::make_unique<MainWindow>(m_start, m_store.clock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void DialogDesk::signIn(const QString &name)
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

QDialog *DialogDesk::openSettings()
{
    m_window->activateWindow(); // without a window manager nobody else does
    require(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
    press(Qt::Key_Comma, Qt::ControlModifier);
    return m_window->findChild<SettingsDialog *>();
}

QDialog *DialogDesk::openRemarks()
{
    deskOf(*m_window)->openCase(m_caseId);
    const auto review = [this] { return qobject_cast<ReviewPage *>(deskOf(*m_window)->casePage()); };
    require(QTest::qWaitFor([&] { return review() && review()->isVisible(); }, patience));
    NotesSheet *sheet = review()->openNotes();
    require(QTest::qWaitFor([sheet] { return sheet->isVisible() && sheet->remark(); }, patience));
    return sheet;
}

/// Over the accounts, over the settings.
QDialog *DialogDesk::openAddAccount()
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

QDialog *DialogDesk::openLetterhead()
{
    deskOf(*m_window)->editLetterhead();
    auto *dialog = m_window->findChild<LetterheadDialog *>();
    const auto *field = dialog->findChild<QPlainTextEdit *>();
    require(QTest::qWaitFor([field] { return field->isVisible() && field->isEnabled(); }, patience));
    return dialog;
}

QDialog *DialogDesk::openLetterRun()
{
    Q_EMIT deskOf(*m_window)->worklist()->printWanted({m_caseId});
    return m_window->findChild<LetterRunDialog *>();
}

QDialog *DialogDesk::openDialog(const QByteArray &which)
{
    QDialog *dialog = which == "settings" ? openSettings()
        : which == "remarks"              ? openRemarks()
        : which == "add account"          ? openAddAccount()
        : which == "letterhead"           ? openLetterhead()
                                          : openLetterRun();
    require(dialog && QTest::qWaitFor([dialog] { return dialog->isActiveWindow(); }, patience));
    return dialog;
}

QWidget *DialogDesk::type(QDialog &dialog, const QString &words)
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

QString DialogDesk::typed(const QWidget *field)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(field);
    const auto *line = qobject_cast<const QLineEdit *>(field);
    return text ? text->toPlainText() : line ? line->text() : QString();
}

void DialogDesk::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

QDialog *DialogDesk::helpOver(const QWidget &dialog)
{
    auto *help = qobject_cast<QDialog *>(QApplication::activeWindow());
    return help && help->parentWidget() == &dialog && help->findChild<QTextBrowser *>() ? help : nullptr;
}

} // namespace reviewdesk
