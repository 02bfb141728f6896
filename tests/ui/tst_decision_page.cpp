#include "Wizard.h"

#include "ui/decision/CaseHistory.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/decision/PolicyColumn.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace reviewdesk;

namespace {

QPlainTextEdit *textOf(QWidget *form, const char *name)
{
    for (QPlainTextEdit *edit : form->findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == QLatin1String(name))
            return edit;
    }
    return nullptr;
}

} // namespace

/// A physician's decision on a referred case.
class TestDecisionPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deniesOnlyWithReasons()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("phil");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QVERIFY(page.form());
        QTRY_VERIFY(page.form()->isEnabled());
        QVERIFY(!page.signButton()->isEnabled());
        QVERIFY(!page.form()->choice(Action::Approve)->isEnabled());
        QVERIFY(page.form()->reasonUnder(Action::Approve).contains(QStringLiteral("criteria are not met")));
        QRadioButton *deny = page.form()->choice(Action::Deny);
        QCOMPARE(deny->text(), QStringLiteral("Deny: investigational under IV"));
        deny->setFocus();
        QTest::keyClick(deny, Qt::Key_Space);
        QCOMPARE(page.form()->refusal(), QStringLiteral("Write the clinical rationale first."));
        QTest::keyClicks(textOf(page.form(), "Clinical rationale"), QStringLiteral("CT shows stable disease."));
        QVERIFY(page.form()->refusal().contains(QStringLiteral("plain words")));
        QTest::keyClicks(textOf(page.form(), "Reason in plain words"), QStringLiteral("Your scans show no growth."));
        QCOMPARE(page.form()->refusal(), QString());
        QSignalSpy letter(&page, &DecisionPage::letterWanted);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(letter.wait(5000));
        const StoredCase kept = wizard.kept();
        QCOMPARE(kept.status, Status::Denied);
        QCOMPARE(kept.reviewCase.determination.rationale, QStringLiteral("CT shows stable disease."));
        QCOMPARE(kept.reviewCase.determination.by.name, QStringLiteral("Phil Example"));
    }

    void wouldMeetIsToldInTwoParts()
    {
        ReviewCase content = StoreDesk::adverse(); // progressive: no
        answer(content, {{"diffuse", nullptr}});
        Wizard wizard("nora", content);
        const QList<WouldMeet> ways = wouldMeetInWords(wizard.policy(), viewOf(content, wizard.workshop->rulebook()));
        QCOMPARE(ways.size(), 1);
        QVERIFY(ways.first().notShown.contains(QStringLiteral("diffuse")));
        QVERIFY(!ways.first().notShown.contains(QStringLiteral("progressive")));
        QVERIFY(ways.first().otherwise.contains(QStringLiteral("progressive")));
        QVERIFY(!ways.first().otherwise.contains(QStringLiteral("diffuse")));
    }

    void othersReadIt()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("ned");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QVERIFY(!page.form());
        QVERIFY(!page.signButton());
        QTRY_VERIFY(page.history()->list()->count() >= 2);
        QVERIFY(page.history()->list()->item(0)->text().contains(QStringLiteral("Refer to a physician")));
    }

    void whatIsHalfWrittenComesBack()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("phil");
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            QSignalSpy saved(&page, &DecisionPage::savedAt);
            page.form()->choice(Action::Deny)->click();
            QTest::keyClicks(textOf(page.form(), "Clinical rationale"), QStringLiteral("CT shows stable disease."));
            QVERIFY(page.hasUnsaved());
            QTRY_VERIFY_WITH_TIMEOUT(!page.hasUnsaved(), 5000);
            QVERIFY(saved.count() >= 1);
            // Closed with a key not yet saved: the words go with it.
            QTest::keyClicks(textOf(page.form(), "Reason in plain words"), QStringLiteral("No growth."));
        }
        DecisionPage again(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(again);
        QTRY_VERIFY(again.form()->isEnabled());
        QCOMPARE(again.form()->chosen(), std::optional(Action::Deny));
        QCOMPARE(textOf(again.form(), "Clinical rationale")->toPlainText(), QStringLiteral("CT shows stable disease."));
        QCOMPARE(textOf(again.form(), "Reason in plain words")->toPlainText(), QStringLiteral("No growth."));
        QVERIFY(again.signButton()->isEnabled());
        wizard.signIn("pia");
        DecisionPage another(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(another);
        QTRY_VERIFY(another.form()->isEnabled());
        QVERIFY(textOf(another.form(), "Clinical rationale")->toPlainText().isEmpty());
        QVERIFY(!another.form()->chosen());
    }

    void returnsToTheNurseWithAComment()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("phil");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::ReturnToNurse)->click();
        QVERIFY(!page.signButton()->isEnabled());
        QTest::keyClicks(textOf(page.form(), "Comment to the nurse"), QStringLiteral("Ask for the March CT."));
        QVERIFY(page.signButton()->isEnabled());
        QSignalSpy closed(&page, &DecisionPage::closed);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(closed.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Draft);
    }
};

QTEST_MAIN(TestDecisionPage)
#include "tst_decision_page.moc"
