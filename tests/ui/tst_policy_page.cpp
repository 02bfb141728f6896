#include "DepartmentQuestions.h"

#include "letter/LetterComposer.h"
#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/DeskBar.h"
#include "ui/policy/EffectiveDateBar.h"
#include "ui/policy/PackProblems.h"
#include "ui/policy/PolicyHtml.h"
#include "ui/policy/PolicyPage.h"
#include "ui/policy/PolicySheet.h"
#include "ui/policy/PolicyView.h"
#include "ui/policy/ReplayView.h"
#include "ui/review/CriterionLinks.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/PolicyText.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextDocumentFragment>

using namespace reviewdesk;

namespace {

const QString loosened = QStringLiteral(TEST_DATA "/policy/med140-loosened.json");

QStringList rowOf(const QTableWidget &table, int row)
{
    QStringList words;
    for (int column = 0; column < table.columnCount(); ++column)
        words << table.item(row, column)->text();
    return words;
}

QString plain(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText();
}

/// A page with the versions read.
std::unique_ptr<PolicyPage> openPage(Wizard &wizard)
{
    auto page = std::make_unique<PolicyPage>(*wizard.workshop);
    page->resize(1064, 720);
    page->show();
    if (!QTest::qWaitForWindowExposed(page.get()) || !QTest::qWaitFor([&] { return page->versions()->rowCount() > 0; }))
        qFatal("the versions did not come");
    return page;
}

void openLoosened(PolicyPage &page)
{
    page.compareWith(loosened);
    if (!QTest::qWaitFor([&] { return page.versions()->rowCount() == 2; }))
        qFatal("the pack was not taken: %s", qPrintable(page.notice()->message()));
}

void typeDate(PolicyPage &page, const QString &text)
{
    QLineEdit *field = page.effectiveDate()->field()->lineEdit();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

} // namespace

/// The policy on the screen, on a real workspace.
class TestPolicyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePackIsReadable()
    {
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        QCOMPARE(rowOf(*page->versions(), 0),
            (QStringList{QStringLiteral("MED140 origin-2010-12"), QStringLiteral("December 2010"),
                QStringLiteral("not stated"), QStringLiteral("in use")}));
        const QString text = page->text()->toPlainText();
        const Policy &policy = wizard.policy();
        QVERIFY(text.contains(policy.title));
        for (const Criterion &criterion : policy.criteria) {
            QVERIFY2(text.contains(criterion.words), qPrintable(criterion.id));
            QVERIFY2(text.contains(criterion.source.section), qPrintable(criterion.id));
        }
        for (const Fact &fact : policy.facts) {
            QVERIFY2(text.contains(fact.question), qPrintable(fact.id));
            for (const FactOption &option : fact.options)
                QVERIFY2(text.contains(option.label), qPrintable(option.value));
        }
        for (const DocumentationItem &item : policy.documentation)
            QVERIFY2(text.contains(item.words), qPrintable(item.id));
        for (const CodeEntry &code : policy.codes)
            QVERIFY2(text.contains(code.system + u' ' + code.code), qPrintable(code.code));
        for (const PolicyNote &note : policy.notes)
            QVERIFY2(text.contains(note.text), qPrintable(note.id));
        QVERIFY(text.contains(policy.contractPrecedence));
        QVERIFY(!page->changes()->isVisible());
        QVERIFY(!page->replay()->startButton()->isEnabled());
    }

    void aSupervisorEntersTheDateByKeyboard()
    {
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        QVERIFY(page->effectiveDate()->field()->isVisible());
        QVERIFY(!page->effectiveDate()->takeBackButton()->isVisible());
        typeDate(*page, QStringLiteral("2011-01-01"));
        QTest::keyClick(page->effectiveDate()->field()->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(
            page->effectiveDate()->words(), QStringLiteral("Effective date: 1 Jan 2011, entered by Sam Example"));
        QCOMPARE(rowOf(*page->versions(), 0).at(2), QStringLiteral("1 Jan 2011, entered by Sam Example"));
        QVERIFY(page->text()->toPlainText().contains(QStringLiteral("1 Jan 2011, entered by Sam Example")));
        QTRY_COMPARE(wizard.workshop->rulebook().policy.effective, QStringLiteral("2011-01-01"));
        QCOMPARE(policyInWords(wizard.policy()), QStringLiteral("MED140 origin-2010-12, effective 1 Jan 2011"));
        QVERIFY(page->effectiveDate()->takeBackButton()->isVisible());
        QTest::mouseClick(page->effectiveDate()->takeBackButton(), Qt::LeftButton);
        QTRY_COMPARE(page->effectiveDate()->words(), QStringLiteral("Effective date: not stated"));
        QTRY_COMPARE(wizard.workshop->rulebook().policy.effective, QString());
        QCOMPARE(policyInWords(wizard.policy()), QStringLiteral("MED140 origin-2010-12, effective date not stated"));
        QVERIFY(!page->effectiveDate()->takeBackButton()->isVisible());
        QCOMPARE(page->effectiveDate()->field()->lineEdit()->text(), QString());
    }

    void aDateThatIsNoneIsSaidAndStays()
    {
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        for (const char *typed : {"2011-02-30", "soon"}) {
            typeDate(*page, QString::fromLatin1(typed));
            QTest::mouseClick(page->effectiveDate()->enterButton(), Qt::LeftButton);
            QVERIFY(page->effectiveDate()->field()->lineEdit()->hasFocus());
            QCOMPARE(page->effectiveDate()->field()->lineEdit()->text(), QString::fromLatin1(typed));
            wizard.workshop->drain();
            QCOMPARE(page->effectiveDate()->words(), QStringLiteral("Effective date: not stated"));
        }
        typeDate(*page, QStringLiteral("1066-10-14"));
        QTest::mouseClick(page->effectiveDate()->enterButton(), Qt::LeftButton);
        QTRY_VERIFY2(page->notice()->message().contains(QStringLiteral("1900")), qPrintable(page->notice()->message()));
    }

    /// Letters before stay; letters after say the day, in each language.
    void lettersSayTheDate()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        const auto composer = LetterComposer::load(QStringLiteral(":"));
        QVERIFY(composer.ok());
        const Letterhead letterhead = sampleLetterhead(QStringLiteral(":")).value();
        const auto written = [&](const char *language) {
            ReviewCase content = wizard.kept().reviewCase;
            content.member.language = QString::fromLatin1(language);
            const Rulebook &rulebook = wizard.workshop->rulebook();
            const CaseView view = viewOf(content, rulebook);
            return (*composer)
                ->preview({content, view, LetterKind::Approval, Recipient::Member, letterhead, wizard.clock().now()},
                    rulebook)
                .text;
        };
        QVERIFY(written("en").contains(QStringLiteral("Effective date: not stated")));
        wizard.signIn("sam");
        const auto page = openPage(wizard);
        typeDate(*page, QStringLiteral("2011-01-01"));
        QTest::mouseClick(page->effectiveDate()->enterButton(), Qt::LeftButton);
        QTRY_COMPARE(wizard.workshop->rulebook().policy.effective, QStringLiteral("2011-01-01"));
        QVERIFY2(written("en").contains(QStringLiteral("Effective date: January 1, 2011")), qPrintable(written("en")));
        QVERIFY2(
            written("es").contains(QStringLiteral("Fecha de vigencia: 1 de enero de 2011")), qPrintable(written("es")));
    }

    void whatAnotherPackChangesIsMarked()
    {
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        openLoosened(*page);
        QCOMPARE(page->versions()->currentRow(), 1);
        QCOMPARE(rowOf(*page->versions(), 1),
            (QStringList{QStringLiteral("MED140 invented-for-tests"), QStringLiteral("April 2011"),
                QStringLiteral("1 Apr 2011, as the policy states"),
                QStringLiteral("to compare: med140-loosened.json")}));
        QCOMPARE(page->tabs()->currentIndex(), 1);
        QVERIFY(page->changes()->isVisible());
        const QString text = page->changes()->toPlainText();
        QVERIFY2(
            text.contains(QStringLiteral("Criterion I.B.3.b.i: Liver-dominant, diffuse (changed)")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("▲ can change an outcome")), qPrintable(text));
        QVERIFY2(
            text.contains(QStringLiteral("[− liver-dominant, progressive, −] [+ liver-dominant +] and diffuse")),
            qPrintable(text));
        QVERIFY(page->changesSummary()->text().contains(QStringLiteral("1 of them can change an outcome")));
        QVERIFY(!page->effectiveDate()->field()->isVisible()); // a file of somebody's: nothing is entered for it
        page->versions()->setCurrentCell(0, 0);
        QVERIFY(!page->changes()->isVisible());
        page->compareWith(loosened); // again: there is one
        wizard.workshop->drain();
        QTRY_COMPARE(page->versions()->currentRow(), 1);
        QCOMPARE(page->versions()->rowCount(), 2);
    }

    void onePackIsNoOther()
    {
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        page->compareWith(QStringLiteral(RESOURCES "/policies/med140/origin-2010-12.json"));
        QTRY_VERIFY2(page->notice()->message().contains(QStringLiteral("which the program has")),
            qPrintable(page->notice()->message()));
        QCOMPARE(page->versions()->rowCount(), 1);
    }

    void anotherPolicyIsSaidToBeOne()
    {
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        page->compareWith(QStringLiteral(TEST_DATA "/policy/second-pack.json"));
        QTRY_VERIFY2(
            page->notice()->message().contains(QStringLiteral("SAMPLE2")), qPrintable(page->notice()->message()));
        QCOMPARE(page->versions()->rowCount(), 2);
    }

    void aBadFileShowsEveryProblemAndLoadsNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("line 1");
        QTest::newRow("empty object") << QByteArray("{}") << QString();
        QByteArray pack;
        QFile file(loosened);
        QVERIFY(file.open(QIODevice::ReadOnly));
        pack = file.readAll();
        QTest::newRow("an unknown fact") << pack.replace(
                                                "\"fact\": \"liver_dominant\", \"is\": true}, {\"fact\": \"diffuse\"",
                                                "\"fact\": \"liver_dominant\", \"is\": true}, {\"fact\": \"nothing\"")
                                         << QStringLiteral("/criteria/");
    }

    void aBadFileShowsEveryProblemAndLoadsNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, place);
        Wizard wizard("sam");
        const auto page = openPage(wizard);
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("bad.json"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        page->compareWith(name);
        QTRY_VERIFY(page->problems());
        const PolicyReading reading = readPolicyFile(name, QStringLiteral(":"));
        QCOMPARE(page->problems()->table()->rowCount(), reading.problems.size());
        bool found = false;
        for (int row = 0; row < page->problems()->table()->rowCount(); ++row)
            found |= page->problems()->table()->item(row, 0)->text().contains(place);
        QVERIFY(found);
        QCOMPARE(page->versions()->rowCount(), 1);
        QVERIFY(page->notice()->message().contains(QStringLiteral("bad.json")));
        QTest::keyClick(page->problems(), Qt::Key_Escape);
        QTRY_VERIFY(!page->problems());
    }

    void theReplayListsWhatWouldTurn()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        for (int i = 0; i < 2; ++i)
            require(
                done(wizard, [](Workspace &workspace) { return workspace.createCase(StoreDesk::approvable()); }).ok());
        wizard.signIn("sam");
        const auto page = openPage(wizard);
        openLoosened(*page);
        page->tabs()->setCurrentIndex(2);
        ReplayView *replay = page->replay();
        QVERIFY(replay->startButton()->isEnabled());
        QSignalSpy finished(replay, &ReplayView::finished);
        replay->startButton()->setFocus();
        QTest::keyClick(replay->startButton(), Qt::Key_Space);
        QVERIFY(replay->stopButton()->isVisible() && replay->stopButton()->hasFocus());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(
            replay->summary()->text(), QStringLiteral("Of 3 cases 1 would come out differently: 1 open, 0 closed."));
        QVERIFY2(replay->details().contains(QStringLiteral("Investigational → Medically necessary: 1")),
            qPrintable(replay->details()));
        QCOMPARE(rowOf(*replay->cases(), 0),
            (QStringList{wizard.stored.reviewCase.number, QStringLiteral("Ana Example"), QStringLiteral("Draft"),
                QStringLiteral("Investigational (unmet: I.B.3.b.i)"), QStringLiteral("Medically necessary"),
                QStringLiteral("I.B.3.b.i")}));
        QTRY_VERIFY(replay->cases()->hasFocus());
        QSignalSpy opened(page.get(), &PolicyPage::caseWanted);
        QTest::keyClick(replay->cases(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), wizard.stored.id);
        page->refresh(); // back from the case
        wizard.workshop->drain();
        QTest::qWait(50);
        QCOMPARE(replay->cases()->rowCount(), 1);
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("replay.csv"));
        replay->saveCsv(name);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count(wizard.stored.reviewCase.number.toUtf8()), 1);
        page->versions()->setCurrentCell(0, 0); // the version in use: nothing to replay
        QVERIFY(!replay->replay() && !replay->startButton()->isEnabled());
        QCOMPARE(replay->cases()->rowCount(), 0);
    }

    void theReplayIsStopped()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        wizard.signIn("sam");
        const auto page = openPage(wizard);
        openLoosened(*page);
        page->tabs()->setCurrentIndex(2);
        QSignalSpy finished(page->replay(), &ReplayView::finished);
        QTest::mouseClick(page->replay()->startButton(), Qt::LeftButton);
        QTest::mouseClick(page->replay()->stopButton(), Qt::LeftButton);
        QTRY_COMPARE(finished.size(), 1);
        QTest::qWait(100);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!page->replay()->replay());
        QVERIFY(page->replay()->startButton()->isVisible() && page->replay()->startButton()->hasFocus());
        QTest::mouseClick(page->replay()->startButton(), Qt::LeftButton);
        wizard.workshop->close(); // the lock: the key is given back, at once
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(!page->replay()->replay());
    }

    void itStandsUnderDepartmentWithItsHelp()
    {
        Wizard wizard("sam");
        DepartmentPage department(*wizard.workshop, wizard.clock());
        department.resize(1280, 720);
        department.show();
        department.goTo(QStringLiteral("Policy"));
        auto *page = qobject_cast<PolicyPage *>(department.current());
        QVERIFY(page);
        QCOMPARE(department.helpTopic(), QStringLiteral("policy"));
        department.goTo(QStringLiteral("Workload"));
        QCOMPARE(department.helpTopic(), QStringLiteral("department"));
    }

    void othersReadItAndChangeNothing()
    {
        Wizard wizard("nora");
        PolicySheet sheet(wizard.workshop->rulebook());
        sheet.show();
        QVERIFY(sheet.view()->toPlainText().contains(wizard.policy().criteria.at(0).words));
        QVERIFY(sheet.view()->toPlainText().contains(QStringLiteral("not stated")));
        QVERIFY(sheet.findChildren<QLineEdit *>().isEmpty());
        const CriterionLinks links(wizard.policy());
        PolicyText text(wizard.policy(), links);
        QSignalSpy whole(&text, &PolicyText::wholeWanted);
        text.showWhole();
        const QList<QPushButton *> buttons = text.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text().contains(QStringLiteral("Whole")))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(whole.size(), 1);
        const auto page = openPage(wizard); // should it ever be theirs
        QVERIFY(!page->effectiveDate()->field()->isVisible());
    }

    void changedWordsAreMarkedByWordsToo_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same") << QStringLiteral("a b") << QStringLiteral("a b") << QStringLiteral("a b");
        QTest::newRow("added") << QString() << QStringLiteral("a") << QStringLiteral("[+ a +]");
        QTest::newRow("removed") << QStringLiteral("a") << QString() << QStringLiteral("[− a −]");
        QTest::newRow("changed") << QStringLiteral("a b c") << QStringLiteral("a x c")
                                 << QStringLiteral("a [− b −] [+ x +] c");
        QTest::newRow("markup") << QStringLiteral("<b>x</b>") << QString() << QStringLiteral("[− <b>x</b> −]");
    }

    void changedWordsAreMarkedByWordsToo()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(plain(changedWordsHtml(before, after)), "expected");
    }
};

QTEST_MAIN(TestPolicyPage)
#include "tst_policy_page.moc"
