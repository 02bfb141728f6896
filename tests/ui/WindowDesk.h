#pragma once

#include "StoreDesk.h"

#include "tests/ui/DeskOf.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

namespace reviewdesk {

inline const QByteArray passphrase("seven quiet herons");
inline const QString memberName = QStringLiteral("Quillon Hatherleigh");
inline constexpr int patience = 20'000; // milliseconds; keys are derived, on a busy machine

/// Everything that a person could read on the window now.
inline QString readable(const QWidget &window)
{
    QStringList words{window.windowTitle()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words.append(label->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(widget);
            field && field->echoMode() == QLineEdit::Normal)
            words.append(field->text());
        if (const auto *table = qobject_cast<const QTableView *>(widget)) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                words.append(table->model()->index(row, 1).data().toString());
        }
    }
    return words.join(QLatin1Char('\n'));
}

/// The window over a real workspace with a person of each role, in settings of its own.
class WindowDesk {
protected:
    void begin();
    void openWindow();
    QString makeCase(Status status);
    void signIn(const char *loginName);
    void openCase(const QString &caseId);
    QLineEdit *typeOverAnothersSave();
    QLineEdit *memberField() const;
    StoredCase kept(const QString &caseId) const;
    Result<std::unique_ptr<Workspace>> opened(const char *loginName) const;

    QTemporaryDir m_folder;
    QTemporaryDir m_settings;
    SystemClock m_clock;
    Start m_start;
    std::unique_ptr<MainWindow> m_window;
};

inline void WindowDesk::begin()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    Result<std::shared_ptr<const Rulebook>> rulebook = loadRulebook(QStringLiteral(":"), QTimeZone::utc());
    QVERIFY2(rulebook.ok(), rulebook.ok() ? "" : qPrintable(rulebook.error().message));
    m_start.entrance = {m_folder.filePath(QStringLiteral("workspace")), *rulebook, &m_clock, KeyCost::cheap()};
    Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    QVERIFY(composer.ok() && letterhead.ok());
    m_start.makeDesk = deskMaker(*composer, *letterhead);

    NewUser sam{QStringLiteral("sam"), QStringLiteral("Sam Sample"), Role::Supervisor, {}, {}, {}, {}, passphrase};
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Plan");
    settings.timeZone = "UTC";
    Result<Workspace::Created> made = Workspace::create(
        m_start.entrance.directory, sam, settings, m_start.entrance.rulebook, m_clock, m_start.entrance.keyCost);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const NewUser others[]{{QStringLiteral("nora"), QStringLiteral("Nora Sample"), Role::Nurse, QStringLiteral("RN"),
                               {}, {}, {}, passphrase},
        {QStringLiteral("phil"), QStringLiteral("Phil Sample"), Role::Physician, QStringLiteral("MD"),
            QStringLiteral("Oncology"), QStringLiteral("1234567893"), QStringLiteral("WA"), passphrase}};
    for (const NewUser &user : others)
        QVERIFY(made->workspace->addUser(user, KeyCost::cheap()).ok());
}

inline void WindowDesk::openWindow()
{
    m_window = std::make_unique<MainWindow>(m_start, m_clock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

inline Result<std::unique_ptr<Workspace>> WindowDesk::opened(const char *loginName) const
{
    return Workspace::open(
        m_start.entrance.directory, QString::fromLatin1(loginName), passphrase, m_start.entrance.rulebook, m_clock);
}

/// A case that nora made; referred ones are open at every choice and are sent to a physician with a comment.
inline QString WindowDesk::makeCase(Status status)
{
    Result<std::unique_ptr<Workspace>> workspace = opened("nora");
    ReviewCase content = status == Status::Referred ? StoreDesk::adverse() : ReviewCase();
    content.policyId = (*m_start.entrance.rulebook)->policy.id;
    content.policyVersion = (*m_start.entrance.rulebook)->policy.version;
    content.member.name = memberName;
    content.member.memberId = QStringLiteral("Z99887766");
    Result<StoredCase> made = (*workspace)->createCase(content);
    if (made && status == Status::Withdrawn)
        made = (*workspace)->act(*made, Action::Withdraw, QStringLiteral("The provider took it back."));
    if (made && status == Status::Referred)
        made = (*workspace)->act(*made, Action::Refer, QStringLiteral("Please look at the CT."));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return made->id;
}

inline StoredCase WindowDesk::kept(const QString &caseId) const
{
    Result<std::unique_ptr<Workspace>> workspace = opened("nora");
    Result<StoredCase> stored = (*workspace)->loadCase(caseId);
    return stored ? *stored : StoredCase();
}

inline void WindowDesk::signIn(const char *loginName)
{
    auto *page = m_window->findChild<SignInPage *>();
    QVERIFY(page);
    if (auto *account = page->findChild<QComboBox *>())
        account->setCurrentText(QString::fromLatin1(loginName));
    auto *field = page->findChild<PassphraseEdit *>();
    QTest::keyClicks(field, QString::fromLatin1(passphrase));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window) && deskOf(*m_window)->isVisible(), patience);
    m_window->activateWindow(); // without a window manager nobody else does
    QTRY_VERIFY(m_window->isActiveWindow() && QApplication::focusWidget());
}

inline void WindowDesk::openCase(const QString &caseId)
{
    deskOf(*m_window)->openCase(caseId);
    QTRY_COMPARE_WITH_TIMEOUT(deskOf(*m_window)->caseId(), caseId, patience);
    QTRY_VERIFY(deskOf(*m_window)->casePage()->isVisible());
}

inline QLineEdit *WindowDesk::memberField() const
{
    for (QLineEdit *field : deskOf(*m_window)->casePage()->findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->text() == memberName)
            return field;
    }
    return nullptr;
}

/// Nora's words in a draft that was saved elsewhere meanwhile: they cannot be saved without comparing. Null: it went wrong.
inline QLineEdit *WindowDesk::typeOverAnothersSave()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    {
        Result<std::unique_ptr<Workspace>> other = opened("nora");
        if (!other)
            return nullptr;
        StoredCase stored = (*other)->loadCase(caseId).value();
        stored.reviewCase.member.name += QStringLiteral(" Senior");
        if (!(*other)->saveDraft(stored))
            return nullptr;
    }
    QLineEdit *field = memberField();
    if (!field)
        return nullptr;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral(" Junior"));
    return field;
}

} // namespace reviewdesk
