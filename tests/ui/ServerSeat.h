#pragma once

#include "PageWords.h"
#include "StoreDesk.h"
#include "TestCluster.h"

#include "tests/ui/DeskOf.h"
#include "ui/review/PresenceBar.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"
#include "ui/widgets/Field.h"
#include "ui/worklist/WorklistPage.h"
#include "ui/worklist/WorklistTable.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace reviewdesk {

/// A server with a department's workspace, settings and data of the program's own, and what its windows start with.
struct ServerGround {
    ServerGround()
    {
        qputenv("XDG_DATA_HOME", data.path().toUtf8());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
        desk.clock.advance(QDateTime::currentMSecsSinceEpoch() - desk.clock.now().toMSecsSinceEpoch());
        start.entrance = {desk.directory(), StoreDesk::rulebook(), &clock, KeyCost::cheap()};
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
        require(composer.ok() && letterhead.ok());
        start.makeDesk = deskMaker(*composer, *letterhead);
    }

    QTemporaryDir settings;
    QTemporaryDir data;
    TestCluster cluster;
    StoreDesk desk{cluster};
    SystemClock clock;
    Start start;
};

/// The program's window, where one person sits.
class ServerSeat {
public:
    ServerSeat(const Start &start, const Clock &clock) : m_window(std::make_unique<MainWindow>(start, clock)) { }

    void signIn(const char *loginName)
    {
        m_window->resize(1280, 800);
        m_window->show();
        auto *page = m_window->findChild<SignInPage *>();
        QVERIFY(page);
        if (auto *account = page->findChild<QComboBox *>())
            account->setEditText(QString::fromLatin1(loginName));
        else
            page->findChild<QLineEdit *>()->setText(QString::fromLatin1(loginName));
        auto *field = page->findChild<PassphraseEdit *>();
        QTest::keyClicks(field, QString::fromLatin1(loginName));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window) && deskOf(*m_window)->isVisible(), 20'000);
    }

    void open(const QString &caseId)
    {
        deskOf(*m_window)->openCase(caseId);
        QTRY_VERIFY_WITH_TIMEOUT(review() && review()->isVisible(), 20'000);
        review()->goTo(QStringLiteral("request"));
    }

    WorklistPage *worklist() const { return deskOf(*m_window)->worklist(); }
    WorklistTable *table() const { return worklist()->findChild<WorklistTable *>(); }
    ReviewPage *review() const { return qobject_cast<ReviewPage *>(deskOf(*m_window)->casePage()); }
    QLineEdit *entry(const char *pointer) const
    {
        auto *request = static_cast<RequestPage *>(review()->currentPage());
        request->showField(QString::fromLatin1(pointer));
        return qobject_cast<QLineEdit *>(request->field(QString::fromLatin1(pointer))->entry());
    }
    QString presence() const
    {
        const auto *bar = review()->findChild<PresenceBar *>();
        return bar->isVisible() ? bar->message() : QString();
    }
    bool shows(const QString &words) const { return reviewdesk::shows(*m_window, words); }
    QPushButton *button(const QString &words) const { return buttonOf(*m_window, words); }
    QString title() const { return m_window->windowTitle(); }
    MainWindow &window() const { return *m_window; }

private:
    std::unique_ptr<MainWindow> m_window;
};

} // namespace reviewdesk
