#include "Wizard.h"

#include "ui/review/CriteriaPanel.h"
#include "ui/review/CriterionLinks.h"
#include "ui/review/CriterionRow.h"
#include "ui/review/PolicyText.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/ReviewPage.h"

#include <QLabel>
#include <QPushButton>

using namespace reviewdesk;

namespace {

struct Desk {
    explicit Desk(const ReviewCase &content = colorectal())
        : wizard("nora", content), session(*wizard.workshop, wizard.stored, wizard.clock()), links(session.policy()),
          panel(session, links)
    {
    }
    CriterionRow *row(const char *id) { return panel.row(session.policy().criterionIndex(QString::fromLatin1(id))); }
    bool says(const QString &words)
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

    Wizard wizard;
    ReviewSession session;
    CriterionLinks links;
    CriteriaPanel panel;
};

} // namespace

/// The policy applied live beside the wizard.
class TestCriteriaPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusIsShapeAndWord()
    {
        Desk desk;
        showFor(desk.panel, {392, 700});
        QCOMPARE(desk.row("I.B.3.b.i")->glyph(), Glyph::Open);
        QVERIFY(desk.row("I.B.3.b.i")->accessibleName().startsWith(QStringLiteral("I.B.3.b.i, open: ")));
        desk.session.setAnswer(desk.wizard.fact("progressive"), 1);
        QCOMPARE(desk.row("I.B.3.b.i")->glyph(), Glyph::NotMet);
        QVERIFY(desk.row("I.B.3.b.i")->accessibleName().startsWith(QStringLiteral("I.B.3.b.i, not met: ")));
        QCOMPARE(desk.panel.headline(), QStringLiteral("Criteria not met: refer to a physician"));
        QCOMPARE(desk.row("IV")->glyph(), Glyph::Alert); // investigational: it holds, and that is no good news
    }

    void whatIsNotRequiredIsSaidQuietly()
    {
        Desk desk(StoreDesk::approvable());
        showFor(desk.panel, {392, 700});
        QVERIFY(desk.panel.headline().startsWith(QStringLiteral("Criteria met: ")));
        QCOMPARE(desk.row("IV")->glyph(), Glyph::NotMetQuiet);
        QVERIFY(desk.row("IV")->accessibleName().startsWith(QStringLiteral("IV, not met: ")));
    }

    void nextLeadsToItsQuestion()
    {
        Desk desk;
        showFor(desk.panel, {392, 700});
        QSignalSpy wanted(&desk.panel, &CriteriaPanel::questionWanted);
        const std::vector<int> next =
            desk.session.view().interview.next(desk.session.policy(), desk.session.view().evaluation);
        const QList<QPushButton *> links = desk.panel.nextLinks();
        QCOMPARE(links.size(), 3);
        QVERIFY(links.first()->text().startsWith(QStringLiteral("Next: ")));
        QTest::mouseClick(links.first(), Qt::LeftButton);
        links.at(1)->setFocus();
        QTest::keyClick(links.at(1), Qt::Key_Space);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.at(0).first().toInt(), next.at(0));
        QCOMPARE(wanted.at(1).first().toInt(), next.at(1));
    }

    void isOneTabStopWithArrows()
    {
        Desk desk;
        showFor(desk.panel, {392, 700});
        int stops = 0;
        for (int index = 0; index < desk.session.policy().criteria.size(); ++index)
            stops +=
                (desk.panel.row(index)->focusPolicy() & Qt::TabFocus) && !desk.panel.row(index)->isHidden() ? 1 : 0;
        QCOMPARE(stops, 1);
        QVERIFY(desk.panel.showCriterionOf(desk.wizard.fact("progressive")));
        QCOMPARE(QApplication::focusWidget(), desk.row("I.B.3.b.i"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), desk.row("I.B.3.b.ii"));
        QSignalSpy wanted(&desk.panel, &CriteriaPanel::questionWanted);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        desk.panel.setCurrentQuestion(desk.wizard.fact("progressive"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // back to the question
        QCOMPARE(wanted.last().first().toInt(), desk.wizard.fact("progressive"));
    }

    void tellsThePolicyAndItsDate()
    {
        Desk desk;
        showFor(desk.panel, {392, 700});
        QVERIFY(desk.says(QStringLiteral("MED140 origin-2010-12, effective date not stated")));
    }

    void policyTextOpensAtTheCriterion()
    {
        Desk desk;
        showFor(desk.panel, {392, 700});
        QSignalSpy wanted(&desk.panel, &CriteriaPanel::policyTextWanted);
        const int criterion = desk.session.policy().criterionIndex(u"I.B.3.b.i");
        QVERIFY(desk.panel.showCriterionOf(desk.wizard.fact("progressive")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_P);
        QCOMPARE(wanted.last().first().toInt(), criterion);
        desk.panel.setCurrentQuestion(desk.wizard.fact("chemotherapy_refractory"));
        desk.panel.policyLink()->setFocus();
        QTest::keyClick(desk.panel.policyLink(), Qt::Key_Space);
        QCOMPARE(wanted.last().first().toInt(), desk.session.policy().criterionIndex(u"I.B.3.b.ii"));
        QCOMPARE(wanted.size(), 2);
    }

    void policyTextIsThePolicysOwn()
    {
        Desk desk;
        PolicyText text(desk.session.policy(), desk.links);
        text.showCriterion(desk.session.policy().criterionIndex(u"I.B.3.b.i"));
        QVERIFY(QTest::qWaitForWindowExposed(&text));
        QCOMPARE(text.markedText(),
            desk.session.policy().criteria.at(desk.session.policy().criterionIndex(u"I.B.3.b.i")).words);
        const QString shown = text.plainText().simplified();
        for (const Criterion &criterion : desk.session.policy().criteria)
            QVERIFY2(shown.contains(criterion.words.simplified()), qPrintable(criterion.id));
        for (const DocumentationItem &item : desk.session.policy().documentation)
            QVERIFY2(shown.contains(item.words.simplified()), qPrintable(item.id));
        const Fact &diffuse = desk.session.policy().facts.at(desk.wizard.fact("diffuse"));
        text.showFact(desk.wizard.fact("diffuse"));
        QVERIFY(text.markedText().startsWith(diffuse.source.quote));
        QVERIFY(text.plainText().contains(diffuse.source.section));
        QTest::keyClick(&text, Qt::Key_Escape);
        QVERIFY(!text.isVisible());
    }

    void questionAndCriterionAndPolicyByKeyboardAlone()
    {
        Wizard wizard("nora", colorectal());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goToQuestion(wizard.fact("progressive"));
        QWidget *question = QApplication::focusWidget();
        QTest::keyClick(question, Qt::Key_C);
        CriterionRow *row = page.panel()->row(page.session().policy().criterionIndex(u"I.B.3.b.i"));
        QCOMPARE(QApplication::focusWidget(), row);
        QTest::keyClick(row, Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), question);
        QTest::keyClick(question, Qt::Key_P);
        QVERIFY(page.policyText()->isVisible());
        QVERIFY(page.policyText()->markedText().contains(QStringLiteral("liver-dominant, progressive, and diffuse")));
        QTest::keyClick(page.policyText(), Qt::Key_Escape);
        QVERIFY(!page.policyText()->isVisible());
    }
};

QTEST_MAIN(TestCriteriaPanel)
#include "tst_criteria_panel.moc"
