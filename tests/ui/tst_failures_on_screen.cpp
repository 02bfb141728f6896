#include "PageWords.h"
#include "TroubledDesk.h"

#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Field.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

using namespace reviewdesk;
using Saving = ReviewSession::Saving;
using Leaving = std::function<void(DecisionPage &, const QString &caseId)>;

namespace {

/// One way off the page of a decision.
using Leaving = std::function<void(DecisionPage &, const QString &caseId)>;

/// Answers the question whether to lose what is not saved, and keeps its words.
void stay(QTimer &timer, QString &asked)
{
    QObject::connect(&timer, &QTimer::timeout, &timer, [&asked] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = box->text();
            QTest::keyClick(box, Qt::Key_Escape);
        }
    });
    timer.start(50);
}

/// The desk, with settings of its own.
struct Sitting {
    explicit Sitting(Wizard &wizard)
        : desk(*wizard.workshop, LetterComposer::load(QStringLiteral(":")).value(),
              sampleLetterhead(QStringLiteral(":")).value(), {}, appearance, wizard.clock())
    {
        showFor(static_cast<QWidget &>(desk));
    }

    class Home {
    public:
        Home() { qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); }

    private:
        QTemporaryDir m_folder;
    };

    Home home;
    Appearance appearance;
    Desk desk;
};

} // namespace

/// What goes wrong with the disk, as the person before the screen meets it: a sentence that says what happened and what
/// to do; what was typed stays; and once it is put right, "Try again" saves it.
class TestFailuresOnScreen : public QObject, private TroubledDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanup() { leave(); }
    void aFailedSaveIsSaidAndRepeated_data();
    void aFailedSaveIsSaidAndRepeated();
    void aFailedDecisionDraftIsSaidAndRepeated();
    void aFailedLetterIsNotLeftUnasked();
    void aFailedDecisionIsNotLeftUnasked_data();
    void aFailedDecisionIsNotLeftUnasked();
};

void TestFailuresOnScreen::aFailedSaveIsSaidAndRepeated_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("toDo");
    const auto row = [](const char *name, int trouble, const char *happened, const char *toDo) {
        QTest::newRow(name) << trouble << QString::fromLatin1(happened) << QString::fromLatin1(toDo);
    };
    row("full disk", FullDisk, "The disk is full", "Make room and try again");
    row("a disk that fails", BadDisk, "cannot be read or written", "Check the disk and try again");
    row("half written", HalfWritten, "cannot be read or written", "Check the disk and try again");
    row("not synced", NotSynced, "cannot be read or written", "Check the disk and try again");
    row("lost folder", LostFolder, "is not there any more", "Put it back and try again");
    row("held by another program", HeldByAnother, "Another program holds the workspace", "Close it and try again");
    row("damaged key file", DamagedKeys, "The key file is damaged", "Put back workspace.keys from a backup");
}

void TestFailuresOnScreen::aFailedSaveIsSaidAndRepeated()
{
    QFETCH(int, trouble);
    QFETCH(QString, happened);
    QFETCH(QString, toDo);
    m_wizard = std::make_unique<Wizard>();
    ReviewPage page(*m_wizard->workshop, m_wizard->stored, m_wizard->clock());
    QSignalSpy told(&page, &ReviewPage::savedAt);
    showFor(page);
    page.flush();
    make(trouble);
    auto *request = static_cast<RequestPage *>(page.currentPage());
    auto *plan = qobject_cast<QLineEdit *>(request->field(QStringLiteral("/member/plan"))->entry());
    plan->selectAll();
    QTest::keyClicks(plan, QStringLiteral("Gold"));
    QTRY_COMPARE_WITH_TIMEOUT(page.session().saving(), Saving::Failed, 20'000);
    const QString said = noticesOf(page);
    QVERIFY2(said.startsWith(QStringLiteral("Not saved: ")), qPrintable(said));
    QVERIFY2(said.contains(happened), qPrintable(said));
    QVERIFY2(said.contains(toDo), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Everything you typed is still here.")), qPrintable(said));
    QVERIFY(!told.last().first().toDateTime().isValid()); // the title does not call it saved
    QCOMPARE(plan->text(), QStringLiteral("Gold"));
    QTest::keyClicks(plan, QStringLiteral(" PPO")); // and typing goes on
    QCOMPARE(plan->text(), QStringLiteral("Gold PPO"));
    QVERIFY(page.hasUnsaved());
    putRight(trouble);
    if (page.hasUnsaved() && buttonOf(page, QStringLiteral("Try again"))) // else the next attempt was quicker
        QTest::mouseClick(buttonOf(page, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!page.hasUnsaved(), 20'000);
    QVERIFY2(noticesOf(page).isEmpty(), qPrintable(noticesOf(page)));
    QCOMPARE(m_wizard->kept().reviewCase.member.plan, QStringLiteral("Gold PPO"));
}

void TestFailuresOnScreen::aFailedDecisionDraftIsSaidAndRepeated()
{
    m_wizard = std::make_unique<Wizard>("nora", StoreDesk::adverse());
    QVERIFY(m_wizard->act(Action::Refer).ok());
    m_wizard->signIn("phil");
    DecisionPage page(*m_wizard->workshop, m_wizard->kept(), m_wizard->clock());
    showFor(page);
    QTRY_VERIFY(page.form()->isEnabled());
    make(FullDisk);
    QTest::keyClicks(textOf(page, "Clinical rationale"), QStringLiteral("Stable on two scans."));
    QTRY_VERIFY(noticesOf(page).contains(QStringLiteral("The disk is full")));
    QVERIFY(noticesOf(page).contains(QStringLiteral("Everything you typed is still here.")));
    QVERIFY(page.hasUnsaved());
    putRight(FullDisk);
    QTest::mouseClick(buttonOf(page, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_VERIFY(!page.hasUnsaved());
    QTRY_VERIFY(!noticesOf(page).contains(QStringLiteral("Not saved")));
    QVERIFY(page.form()->written().contains("Stable on two scans."));
}

// Back went from a letter whose words were not saved, without a word.
void TestFailuresOnScreen::aFailedLetterIsNotLeftUnasked()
{
    m_wizard = std::make_unique<Wizard>("nora", StoreDesk::adverse());
    Sitting sitting(*m_wizard);
    Desk &desk = sitting.desk;
    desk.openLetter(m_wizard->stored.id);
    QTRY_VERIFY(desk.findChild<LetterPage *>());
    auto *page = desk.findChild<LetterPage *>();
    QTRY_VERIFY(page->isVisible());
    auto *words = page->findChild<QPlainTextEdit *>();
    make(FullDisk);
    QTest::keyClicks(words, QStringLiteral("Your scans show no growth."));
    QTRY_VERIFY_WITH_TIMEOUT(noticesOf(*page).contains(QStringLiteral("The disk is full")), 20'000);
    QString asked;
    QTimer answer;
    stay(answer, asked);
    QTest::mouseClick(buttonOf(*page, QStringLiteral("Back")), Qt::LeftButton);
    QVERIFY2(asked.contains(QStringLiteral("could not be saved")), qPrintable(asked));
    QVERIFY(page->isVisible());
    QCOMPARE(words->toPlainText(), QStringLiteral("Your scans show no growth."));
    answer.stop();
    putRight(FullDisk);
    QTRY_VERIFY_WITH_TIMEOUT(!page->hasUnsaved(), 20'000); // by itself
    QVERIFY2(noticesOf(*page).isEmpty(), qPrintable(noticesOf(*page)));
    QTest::mouseClick(buttonOf(*page, QStringLiteral("Back")), Qt::LeftButton);
    QTRY_VERIFY(desk.findChild<ReviewPage *>());
    QCOMPARE(m_wizard->kept().reviewCase.determination.plainReason, QStringLiteral("Your scans show no growth."));
}

void TestFailuresOnScreen::aFailedDecisionIsNotLeftUnasked_data()
{
    QTest::addColumn<Leaving>("leave");
    const auto row = [](const char *name, const Leaving &leave) { QTest::newRow(name) << leave; };
    row("for the letter", [](DecisionPage &page, const QString &id) { Q_EMIT page.letterWanted(id); });
    row("for the review", [](DecisionPage &page, const QString &id) { Q_EMIT page.reviewWanted(id); });
    row("by Escape", [](DecisionPage &page, const QString &) { QTest::keyClick(&page, Qt::Key_Escape); });
}

// The letter was opened over a decision whose words were not kept, without a word.
void TestFailuresOnScreen::aFailedDecisionIsNotLeftUnasked()
{
    QFETCH(Leaving, leave);
    m_wizard = std::make_unique<Wizard>("nora", StoreDesk::adverse());
    QVERIFY(m_wizard->act(Action::Refer).ok());
    m_wizard->signIn("phil");
    Sitting sitting(*m_wizard);
    Desk &desk = sitting.desk;
    desk.openCase(m_wizard->stored.id);
    QTRY_VERIFY(desk.findChild<DecisionPage *>());
    auto *page = desk.findChild<DecisionPage *>();
    QTRY_VERIFY(page->isVisible() && page->form()->isEnabled());
    make(FullDisk);
    QTest::keyClicks(textOf(*page, "Clinical rationale"), QStringLiteral("Stable on two scans."));
    QTRY_VERIFY_WITH_TIMEOUT(noticesOf(*page).contains(QStringLiteral("The disk is full")), 20'000);
    QString asked;
    QTimer answer;
    stay(answer, asked);
    leave(*page, m_wizard->stored.id);
    QVERIFY2(asked.contains(QStringLiteral("Your decision is not signed")), qPrintable(asked));
    QCOMPARE(desk.casePage(), page);
    QVERIFY(page->form()->written().contains("Stable on two scans."));
    putRight(FullDisk);
}

QTEST_MAIN(TestFailuresOnScreen)
#include "tst_failures_on_screen.moc"
