#include "StoreDesk.h"

#include "letter/LetterComposer.h"
#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/CaseHeader.h"

#include <QSettings>
#include <QToolButton>
#include <QtTest>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

/// The way from an open case to its letters: a notice, an earlier round's, or how the one to come will read.
class tst_case_letters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromAnOpenCaseAndBack();

private:
    QTemporaryDir m_settings;
    StoreDesk m_desk;
};

void tst_case_letters::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
}

void tst_case_letters::fromAnOpenCaseAndBack()
{
    Appearance appearance;
    QString id;
    {
        const std::unique_ptr<Workspace> sam = m_desk.made();
        const std::unique_ptr<Workspace> nora = m_desk.opened(QStringLiteral("nora"));
        const Result<StoredCase> stored = nora->createCase(StoreDesk::request());
        QVERIFY(stored.ok());
        id = stored->id;
    }
    Workshop workshop;
    QVERIFY(workshop.open([this] { return m_desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    Desk desk(workshop, LetterComposer::load(QStringLiteral(":")).value(), sampleLetterhead(QStringLiteral(":")).value(),
        QList<UserAccount>(), appearance, m_desk.clock);
    desk.resize(1280, 800);
    desk.show();
    desk.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk));
    desk.openCase(id);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ReviewPage *>(desk.casePage()), patience);
    const auto button = [&desk] {
        for (QToolButton *one : desk.casePage()->findChildren<QToolButton *>()) {
            if (one->accessibleName() == QLatin1String("Letters") && one->isVisible())
                return one;
        }
        return static_cast<QToolButton *>(nullptr);
    };
    QTRY_VERIFY_WITH_TIMEOUT(button(), patience);
    QToolButton *letters = button();
    letters->setFocus(Qt::TabFocusReason);
    QTest::keyClick(letters, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<LetterPage *>(desk.casePage()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk.casePage()->isVisible(), patience);
    QVERIFY(!button()); // one is there
    QTRY_VERIFY_WITH_TIMEOUT(desk.casePage()->isAncestorOf(QApplication::focusWidget()), patience);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ReviewPage *>(desk.casePage()), patience);
}

QTEST_MAIN(tst_case_letters)
#include "tst_case_letters.moc"
