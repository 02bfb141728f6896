#include "Wizard.h"

#include "ui/review/ApprovalEntries.h"
#include "ui/review/CriterionLinks.h"
#include "ui/review/NextStepCard.h"
#include "ui/review/RecommendationPage.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include <algorithm>

using namespace reviewdesk;

namespace {

struct Desk {
    explicit Desk(const ReviewCase &content)
        : wizard("nora", content), session(*wizard.workshop, wizard.stored, wizard.clock()), links(session.policy()),
          page(session, links)
    {
    }

    Wizard wizard;
    ReviewSession session;
    CriterionLinks links;
    RecommendationPage page;
};

QPushButton *linkOf(QWidget &page, const QString &words)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->accessibleName().contains(words))
            return button;
    }
    return nullptr;
}

} // namespace

/// The last page of the wizard: what a nurse may do with a draft, and why not.
class TestRecommendationPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The choice fell back to the suggested step at the next refresh.
    void aScreenReadersToggleChoosesTheStep()
    {
        Desk desk(StoreDesk::approvable());
        showFor(desk.page);
        const NextStepCard &next = *desk.page.nextStep();
        QVERIFY(next.choice(Action::Approve)->isChecked());
        toggleByScreenReader(next.choice(Action::Refer));
        desk.session.setNurseNote(QStringLiteral("Please look at the imaging."));
        QVERIFY(next.choice(Action::Refer)->isChecked());
    }

    void offersWhatTheTableHas_data()
    {
        QTest::addColumn<ReviewCase>("content");
        QTest::addColumn<QString>("approveReason"); // empty: allowed
        QTest::newRow("criteria met") << StoreDesk::approvable() << QString();
        QTest::newRow("criteria not met") << StoreDesk::adverse() << QStringLiteral("criteria are not met");
        QTest::newRow("undecided") << colorectal() << QStringLiteral("still undetermined");
        ReviewCase nameless = StoreDesk::approvable();
        nameless.member.name.clear();
        QTest::newRow("no member") << nameless << QStringLiteral("Still missing: member name");
    }
    void offersWhatTheTableHas()
    {
        QFETCH(ReviewCase, content);
        QFETCH(QString, approveReason);
        Desk desk(content);
        showFor(desk.page);
        const NextStepCard &next = *desk.page.nextStep();
        for (const Action never : {Action::Deny, Action::ApproveException, Action::Edit, Action::IssueLetter})
            QVERIFY(!next.choice(never));
        const QRadioButton *approve = next.choice(Action::Approve);
        QVERIFY(approve);
        QCOMPARE(approve->isEnabled(), approveReason.isEmpty());
        QVERIFY2(next.reasonAgainst(Action::Approve).contains(approveReason),
            qPrintable(next.reasonAgainst(Action::Approve)));
        QCOMPARE(approve->accessibleDescription(), next.reasonAgainst(Action::Approve)); // heard too
        QVERIFY(next.choice(Action::Refer)->isEnabled());
    }

    void theOutcomeSuggestsUntilThePersonChooses_data()
    {
        QTest::addColumn<ReviewCase>("content");
        QTest::addColumn<int>("suggested");
        QTest::newRow("criteria met") << StoreDesk::approvable() << int(Action::Approve);
        QTest::newRow("criteria not met") << StoreDesk::adverse() << int(Action::Refer);
    }
    void nothingIsSuggestedForAnEmptyCase()
    {
        Desk desk{ReviewCase()};
        showFor(desk.page, {700, 1600});
        const NextStepCard &next = *desk.page.nextStep();
        for (const Action action : {Action::Approve, Action::Refer, Action::Pend, Action::Withdraw})
            QVERIFY(!next.choice(action)->isChecked());
        QVERIFY(!next.button()->isEnabled());
        QCOMPARE(next.refusal(), QStringLiteral("Choose what to do."));
    }
    void theOutcomeSuggestsUntilThePersonChooses()
    {
        QFETCH(ReviewCase, content);
        QFETCH(int, suggested);
        Desk desk(content);
        showFor(desk.page, {700, 1600});
        const NextStepCard &next = *desk.page.nextStep();
        QVERIFY(next.choice(Action(suggested))->isChecked());
        QCOMPARE(next.button()->text(), label(Action(suggested)));
        QVERIFY(next.button()->isEnabled());
        QTest::mouseClick(next.choice(Action::Withdraw), Qt::LeftButton, {}, QPoint(10, 12));
        QVERIFY(next.choice(Action::Withdraw)->isChecked());
        QVERIFY(!next.button()->isEnabled());
        Determination words = desk.session.content().determination;
        words.plainReason = QStringLiteral("A change elsewhere.");
        desk.session.setDetermination(words);
        QVERIFY(next.choice(Action::Withdraw)->isChecked()); // the person's own choice stands
    }

    void onlyTheChosenStepAsksForItsEntries()
    {
        Desk desk(StoreDesk::approvable());
        showFor(desk.page, {700, 1600});
        const auto *approval = desk.page.findChild<ApprovalEntries *>();
        QVERIFY(approval->isVisible());
        desk.page.focusFirst();
        QCOMPARE(QApplication::focusWidget(), desk.page.nextStep()->choice(Action::Approve));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(desk.page.nextStep()->choice(Action::Refer)->isChecked());
        QVERIFY(!approval->isVisible());
        QCOMPARE(desk.page.nextStep()->button()->text(), label(Action::Refer));
    }

    void theFirstStepIsInSight()
    {
        Desk desk(StoreDesk::approvable());
        QScrollArea area; // as the wizard shows it at 1280x800
        area.setWidgetResizable(true);
        auto *page = new RecommendationPage(desk.session, desk.links);
        area.setWidget(page);
        showFor(area, {672, 650});
        const QPushButton *approve = page->nextStep()->button();
        const QPoint bottom = approve->mapTo(area.viewport(), QPoint(0, approve->height()));
        QVERIFY2(bottom.y() <= area.viewport()->height(), qPrintable(QString::number(bottom.y())));
    }

    void openItemsLeadToTheirPlace()
    {
        ReviewCase content = colorectal();
        content.member.name.clear();
        Desk desk(content);
        showFor(desk.page, {700, 1600});
        QSignalSpy question(&desk.page, &RecommendationPage::questionWanted);
        QSignalSpy field(&desk.page, &RecommendationPage::fieldWanted);
        QPushButton *ask = linkOf(desk.page, desk.session.policy().facts.at(desk.wizard.fact("progressive")).question);
        QVERIFY(ask);
        ask->setFocus();
        QTest::keyClick(ask, Qt::Key_Space);
        QCOMPARE(question.last().first().toInt(), desk.wizard.fact("progressive"));
        QPushButton *name = linkOf(desk.page, QStringLiteral("ember name"));
        QVERIFY(name);
        QTest::mouseClick(name, Qt::LeftButton);
        QCOMPARE(field.last().first().toString(), QStringLiteral("/member/name"));
    }

    void withdrawsOnlyOnSomebodysWord()
    {
        Desk desk(colorectal());
        showFor(desk.page, {700, 1600});
        QTest::mouseClick(desk.page.nextStep()->choice(Action::Withdraw), Qt::LeftButton, {}, QPoint(10, 12));
        QPushButton *withdraw = desk.page.nextStep()->button();
        QVERIFY(!withdraw->isEnabled());
        QVERIFY(desk.page.nextStep()->refusal().contains(QStringLiteral("on whose word")));
        for (QLineEdit *edit : desk.page.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QLatin1String("Withdrawn on whose word")) {
                edit->setFocus();
                QTest::keyClicks(edit, QStringLiteral("Dr. Roe by phone"));
            }
        }
        QVERIFY(withdraw->isEnabled());
        QSignalSpy acted(&desk.session, &ReviewSession::acted);
        withdraw->setFocus();
        QTest::keyClick(withdraw, Qt::Key_Space);
        QVERIFY(acted.wait(5000));
        QCOMPARE(desk.wizard.kept().status, Status::Withdrawn);
    }

    void aDateOfTheApprovalKeepsItsValueOverASlip()
    {
        Desk desk(StoreDesk::approvable());
        showFor(desk.page, {700, 1600});
        auto *approval = desk.page.findChild<ApprovalEntries *>();
        QLineEdit *from = approval->validFrom()->lineEdit();
        from->setFocus();
        QTest::keyClicks(from, QStringLiteral("2026-11-20"));
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("11/20"));
        QCOMPARE(desk.session.content().determination.validFrom, QDate(2026, 11, 20));
        const NextStepCard &next = *desk.page.nextStep();
        QVERIFY(!next.button()->isEnabled());
        QVERIFY(next.refusal().contains(QStringLiteral("write it as yyyy-mm-dd")));
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("2026-1")); // the button's key would sign with the former date
        QVERIFY(!next.button()->isEnabled());
        QVERIFY(next.refusal().contains(QStringLiteral("“Valid from” is not a whole date yet")));
        QTest::keyClicks(from, QStringLiteral("1-23"));
        QVERIFY(next.button()->isEnabled());
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("11/20"));
        QTest::mouseClick(next.choice(Action::Refer), Qt::LeftButton, {}, QPoint(10, 12));
        QVERIFY(next.button()->isEnabled()); // it has no use for that date
        desk.session.flush();
        ReviewSession again(*desk.wizard.workshop, desk.wizard.kept(), desk.wizard.clock());
        RecommendationPage page(again, desk.links);
        showFor(page);
        QTRY_COMPARE(page.findChild<ApprovalEntries *>()->validFrom()->lineEdit()->text(), QStringLiteral("11/20"));
    }

    void theDatesThatAreTakenStandUnderTheirFields_data()
    {
        QTest::addColumn<bool>("given");
        QTest::addColumn<QDate>("planned");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("planned") << false << QDate(2026, 12, 4) << "left empty: 23 Nov 2026" << "left empty: 21 Feb 2027";
        QTest::newRow("planned earlier") << false << QDate(2026, 11, 21) << "left empty: 21 Nov 2026"
                                         << "left empty: 19 Feb 2027";
        QTest::newRow("given") << true << QDate(2026, 10, 1) << "left empty: 1 Oct 2026" << "left empty: 1 Oct 2026";
    }
    void theDatesThatAreTakenStandUnderTheirFields()
    {
        QFETCH(const bool, given);
        QFETCH(const QDate, planned);
        ReviewCase content = StoreDesk::approvable();
        content.request.timing = given ? Timing::PostService : Timing::PreService;
        content.service.plannedOn = planned;
        Desk desk(content);
        showFor(desk.page, {700, 1600});
        auto *approval = desk.page.findChild<ApprovalEntries *>();
        const QList<Field *> fields = approval->findChildren<Field *>();
        QCOMPARE(fields.size(), 3);
        QTEST(fields.at(1)->message(), "from");
        QTEST(fields.at(2)->message(), "to");
        QLineEdit *end = approval->validTo()->lineEdit();
        end->setFocus();
        QTest::keyClicks(end, planned.addDays(-1).toString(Qt::ISODate)); // the care would lie outside
        const NextStepCard &next = *desk.page.nextStep();
        QVERIFY(next.choice(Action::Approve)->isEnabled()); // its dates can be mended here
        QVERIFY(!next.button()->isEnabled());
        QVERIFY2(!next.refusal().isEmpty(), qPrintable(next.refusal()));
        end->selectAll();
        QTest::keyClicks(end, planned.addDays(1).toString(Qt::ISODate));
        QCOMPARE(next.refusal(), QString());
        QVERIFY(next.button()->isEnabled());
    }

    /// An approval printed the reason that was written for a denial.
    void wordsOfAnotherOutcomeAreReadAgain()
    {
        Desk desk(StoreDesk::adverse());
        showFor(desk.page, {700, 1600});
        QPlainTextEdit *reason = nullptr;
        for (QPlainTextEdit *edit : desk.page.findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QLatin1String("Reason in plain words"))
                reason = edit;
        }
        const QString line = QStringLiteral("Written when the criteria came out otherwise: read these words again.");
        const auto isSaid = [&] {
            const QList<QLabel *> labels = desk.page.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&](const QLabel *label) { return label->isVisible() && label->text() == line; });
        };
        const auto turnTo = [&](const ReviewCase &other) {
            for (int fact = 0; fact < desk.session.policy().facts.size(); ++fact)
                desk.session.setAnswer(fact, answersOf(other, desk.session.policy()).at(fact));
        };
        turnTo(StoreDesk::approvable());
        QVERIFY(!isSaid()); // there are none
        turnTo(StoreDesk::adverse());
        reason->setPlainText(QStringLiteral("The record does not show it."));
        QVERIFY(!isSaid());
        turnTo(StoreDesk::approvable());
        QVERIFY(isSaid());
        QCOMPARE(reason->toPlainText(), QStringLiteral("The record does not show it.")); // nothing is deleted
        turnTo(StoreDesk::adverse());
        QVERIFY(!isSaid());
        turnTo(StoreDesk::approvable());
        desk.session.undo(); // an answer, at least: the words are not written anew by that
        desk.session.redo();
        QVERIFY(isSaid());
        reason->setPlainText(QStringLiteral("It is met."));
        QVERIFY(!isSaid());
        turnTo(StoreDesk::adverse());
        QVERIFY(isSaid());
        reason->clear();
        QVERIFY(!isSaid());
    }

    void nothingIsOfferedOnceItIsNoDraft()
    {
        Desk desk(StoreDesk::approvable());
        QVERIFY(desk.wizard.act(Action::Submit).ok());
        ReviewSession session(*desk.wizard.workshop, desk.wizard.kept(), desk.wizard.clock());
        RecommendationPage page(session, desk.links);
        showFor(page);
        for (const Action action : {Action::Approve, Action::Refer, Action::Pend, Action::Withdraw})
            QVERIFY(!page.nextStep()->choice(action)); // they are on the decision page
        QVERIFY(page.nextStep()->isHidden());
    }
};

QTEST_MAIN(TestRecommendationPage)
#include "tst_recommendation_page.moc"
