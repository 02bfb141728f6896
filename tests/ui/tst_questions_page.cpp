#include "Wizard.h"

#include "ui/review/AnswerButtons.h"
#include "ui/review/CriterionLinks.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/SourceLine.h"
#include "ui/review/SuggestionRow.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/ElidedLink.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace reviewdesk;

namespace {

const WizardSection &sectionOf(const Policy &policy, const char *id)
{
    for (const WizardSection &section : policy.sections) {
        if (section.id == QLatin1String(id))
            return section;
    }
    qFatal("no section %s", id);
}

/// A page of the pack on a case with colorectal metastases.
struct Desk {
    explicit Desk(const char *section, const ReviewCase &content = colorectal())
        : wizard("nora", content), session(*wizard.workshop, wizard.stored, wizard.clock()), links(session.policy()),
          page(session, links, sectionOf(session.policy(), section))
    {
    }
    QuestionCard *card(const char *fact) { return page.card(wizard.fact(fact)); }

    Wizard wizard;
    ReviewSession session;
    CriterionLinks links;
    QuestionsPage page;
};

template <typename T> T *named(QWidget &parent, const QString &name)
{
    for (T *widget : parent.findChildren<T *>()) {
        if (widget->accessibleName() == name && widget->isVisibleTo(&parent))
            return widget;
    }
    return nullptr;
}

} // namespace

/// A page drawn from the pack: its questions, their answers and sources.
class TestQuestionsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Four questions and every recorded item stood there without a word of what is meant, or with it in a tooltip only.
    void everyQuestionAndItemExplainsItself()
    {
        for (const char *section : {"procedure", "location", "tumor", "liver_disease", "prior_therapy"}) {
            Desk desk(section);
            QStringList said;
            const QList<QLabel *> labels = desk.page.findChildren<QLabel *>();
            for (const QLabel *label : labels)
                said.append(label->text());
            for (const Fact &fact : desk.session.policy().facts) {
                if (fact.section == QLatin1String(section))
                    QVERIFY2(!fact.help.isEmpty() && said.contains(fact.help), qPrintable(fact.id));
            }
            for (const RecordedItem &item : desk.session.policy().recorded) {
                if (item.section == QLatin1String(section))
                    QVERIFY2(!item.note.isEmpty() && said.contains(item.note), qPrintable(item.id));
            }
        }
    }

    void asksOnlyWhatThePathLeadsTo()
    {
        Desk desk("tumor");
        showFor(desk.page);
        QVERIFY(!desk.card("tumor_origin")->isHidden());
        QVERIFY(!desk.card("metastatic_type")->isHidden());
        QVERIFY(desk.card("primary_type")->isHidden());
        QTest::mouseClick(desk.card("tumor_origin")->answers()->button(0), Qt::LeftButton); // primary
        QVERIFY(desk.card("metastatic_type")->isHidden());
        QVERIFY(!desk.card("primary_type")->isHidden());
        QTest::mouseClick(desk.card("tumor_origin")->answers()->button(1), Qt::LeftButton);
        QVERIFY(!desk.card("metastatic_type")->isHidden());
        QCOMPARE(desk.session.content().facts.value(QStringLiteral("metastatic_type")).value,
            QStringLiteral("colorectal")); // the hidden answer came back
    }

    void lettersAnswer_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("answer");
        QTest::newRow("yes") << int(Qt::Key_Y) << 0;
        QTest::newRow("no") << int(Qt::Key_N) << 1;
        QTest::newRow("not documented") << int(Qt::Key_D) << int(Answers::NotDocumented);
    }
    void lettersAnswer()
    {
        QFETCH(int, key);
        QFETCH(int, answer);
        Desk desk("liver_disease");
        showFor(desk.page);
        desk.card("progressive")->focusAnswer();
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        QCOMPARE(desk.session.answer(desk.wizard.fact("progressive")), answer);
    }

    // It left the mark on the screen and the question unanswered.
    void aScreenReadersToggleIsAnAnswer()
    {
        Desk desk("liver_disease");
        showFor(desk.page);
        const AnswerButtons &answers = *desk.card("progressive")->answers();
        QCOMPARE(QAccessible::queryAccessibleInterface(answers.button(1))->role(), QAccessible::RadioButton);
        toggleByScreenReader(answers.button(1));
        QCOMPARE(desk.session.answer(desk.wizard.fact("progressive")), 1);
        toggleByScreenReader(answers.button(0));
        QCOMPARE(desk.session.answer(desk.wizard.fact("progressive")), 0);
        QVERIFY(answers.button(0)->isChecked() && !answers.button(1)->isChecked());
    }

    void saysWhatAnAnswerDecides()
    {
        Desk desk("liver_disease");
        showFor(desk.page);
        QCOMPARE(desk.card("progressive")->badge(), QStringLiteral("decides I.B.3.b.i"));
        QTest::mouseClick(desk.card("progressive")->answers()->button(1), Qt::LeftButton); // decides it alone
        QCOMPARE(desk.card("diffuse")->badge(), QStringLiteral("cannot change the outcome"));
        bool said = false;
        for (const QLabel *label : desk.page.findChildren<QLabel *>())
            said = said ||
                (label->isVisible() && label->text().contains(QStringLiteral("the remaining answers cannot change")));
        QVERIFY(said);
    }

    void asksForCriterionAndPolicyByKey()
    {
        Desk desk("liver_disease");
        showFor(desk.page);
        QSignalSpy criterion(&desk.page, &QuestionsPage::criterionWanted);
        QSignalSpy policy(&desk.page, &QuestionsPage::policyTextWanted);
        QSignalSpy entered(&desk.page, &QuestionsPage::questionEntered);
        desk.card("diffuse")->focusAnswer();
        QCOMPARE(entered.last().first().toInt(), desk.wizard.fact("diffuse"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C);
        QCOMPARE(criterion.size(), 1);
        QCOMPARE(criterion.first().first().toInt(), desk.wizard.fact("diffuse"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_P);
        QCOMPARE(policy.size(), 1);
        QCOMPARE(policy.first().first().toInt(), desk.wizard.fact("diffuse"));
    }

    /// What is made later stands in the order of Tab where it stands on the page.
    void tabGoesDownThePage()
    {
        Desk desk("liver_disease");
        showFor(desk.page);
        QList<QuestionCard *> shown;
        for (QuestionCard *card : desk.page.findChildren<QuestionCard *>()) {
            if (card->isVisible())
                shown << card;
        }
        QVERIFY(shown.size() > 2);
        QuestionCard *second = shown.at(1);
        second->focusAnswer();
        QVERIFY(second->source()->button()->isVisible());
        QTest::mouseClick(second->source()->button(), Qt::LeftButton); // its entries
        shown.at(2)->suggestion()->showSuggestion(QStringLiteral("Yes"), QStringLiteral("said"), {}, true);
        QTest::qWait(20);
        QList<QWidget *> stops;
        for (QWidget *one = desk.page.nextInFocusChain(); one != &desk.page; one = one->nextInFocusChain()) {
            if ((one->focusPolicy() & Qt::TabFocus) != 0 && one->isVisible())
                stops << one;
        }
        const auto top = [&desk](const QWidget *stop) { return stop->mapTo(&desk.page, QPoint()).y(); };
        int entries = 0;
        for (qsizetype index = 1; index < stops.size(); ++index) {
            const QString names = stops.at(index - 1)->accessibleName() + QStringLiteral(" | ") + stops.at(index)->accessibleName();
            QVERIFY2(top(stops.at(index)) + stops.at(index)->height() > top(stops.at(index - 1)), qPrintable(names));
            entries += stops.at(index)->accessibleName().startsWith(QLatin1String("Quote: ")) ? 1 : 0;
        }
        QCOMPARE(entries, 1);
        QVERIFY(stops.contains(shown.at(2)->suggestion()->button()));
    }

    void aSourceKeepsItsDateOverASlip()
    {
        ReviewCase content = colorectal();
        answer(content, {{"progressive", "true"}});
        Evidence source;
        source.document = QStringLiteral("CT abdomen");
        source.page = 3;
        source.date = QDate(2026, 11, 2);
        content.evidence.insert(QStringLiteral("progressive"), source);
        Desk desk("liver_disease", content);
        showFor(desk.page, {900, 1400});
        const QString label = desk.session.policy().facts.at(desk.wizard.fact("progressive")).label;
        QPushButton *open = nullptr;
        for (QPushButton *button : desk.card("progressive")->findChildren<QPushButton *>()) {
            if (button->accessibleName().startsWith(QStringLiteral("Source of ")))
                open = button;
        }
        QVERIFY(open);
        QTest::mouseClick(open, Qt::LeftButton);
        auto *date = named<QLineEdit>(*desk.card("progressive"), QStringLiteral("Date of the document: %1").arg(label));
        auto *page = named<QLineEdit>(*desk.card("progressive"), QStringLiteral("Page: %1").arg(label));
        QVERIFY(date && page);
        date->setFocus();
        date->selectAll();
        QTest::keyClicks(date, QStringLiteral("12/4"));
        page->setFocus();
        page->selectAll();
        QTest::keyClicks(page, QStringLiteral("x"));
        QCOMPARE(desk.session.evidence(desk.wizard.fact("progressive")), source);
        QTest::keyClick(page, Qt::Key_Return); // would close it, and lose what was typed
        QVERIFY(page->isVisible());
        QCOMPARE(date->text(), QStringLiteral("12/4"));
        page->selectAll();
        QTest::keyClicks(page, QStringLiteral("4"));
        date->selectAll();
        QTest::keyClicks(date, QStringLiteral("2026-04-12"));
        QTest::keyClick(date, Qt::Key_Return);
        QVERIFY(!page->isVisible());
        QCOMPARE(desk.session.evidence(desk.wizard.fact("progressive")).date, QDate(2026, 4, 12));
        QCOMPARE(desk.session.evidence(desk.wizard.fact("progressive")).page, 4);
    }
};

QTEST_MAIN(TestQuestionsPage)
#include "tst_questions_page.moc"
