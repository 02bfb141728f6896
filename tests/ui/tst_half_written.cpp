#include "PageWords.h"
#include "ReferredCase.h"
#include "Wizard.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/review/NextStepCard.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Field.h"

#include <QLineEdit>
#include <QRadioButton>

using namespace reviewdesk;

namespace {

/// Where half-written words are kept, out of reach while this lives.
class OutOfReach {
public:
    explicit OutOfReach(Wizard &wizard) : m_database(wizard.database())
    {
        const Result<void> away = m_database->script("ALTER TABLE decision_drafts RENAME TO decision_drafts_away");
        if (!away)
            qFatal("%s", why(away).constData());
    }
    ~OutOfReach() { require(m_database->script("ALTER TABLE decision_drafts_away RENAME TO decision_drafts").ok()); }
    Q_DISABLE_COPY_MOVE(OutOfReach)

private:
    std::unique_ptr<Database> m_database;
};

QByteArray halfWritten(Wizard &wizard)
{
    auto future =
        wizard.workshop->run([id = wizard.stored.id](Workspace &workspace) { return workspace.decisionDraft(id); });
    future.waitForFinished();
    return future.result().value();
}

void writeHalf(Wizard &wizard, const QByteArray &json)
{
    auto future = wizard.workshop->run(
        [id = wizard.stored.id, json](Workspace &workspace) { return workspace.saveDecisionDraft(id, json); });
    future.waitForFinished();
    require(future.result().ok());
}

QPlainTextEdit *rationaleOf(const DecisionPage &page)
{
    return textOf(page, "Clinical rationale");
}

QLineEdit *birthDateOf(ReviewPage &page)
{
    page.goTo(QStringLiteral("request"));
    auto *request = static_cast<RequestPage *>(page.currentPage());
    return request->field(QStringLiteral("/member/birth_date"))->findChild<QLineEdit *>();
}

NextStepCard *nextStepOf(ReviewPage &page)
{
    page.goTo(QStringLiteral("recommendation"));
    return static_cast<RecommendationPage *>(page.currentPage())->nextStep();
}

template <typename Edit> Edit *entryOf(const QWidget &page, const char *name)
{
    for (Edit *edit : page.findChildren<Edit *>()) {
        if (edit->accessibleName() == QLatin1String(name))
            return edit;
    }
    return nullptr;
}

const QByteArray earlier = R"({"rationale":"CT shows stable disease since March."})";

} // namespace

/// What was half written earlier and cannot be read at the moment: it is not taken for nothing.
class TestHalfWritten : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDecisionThatCannotBeReadIsNotWrittenOver_data()
    {
        QTest::addColumn<bool>("byButton");
        QTest::newRow("Try again") << true;
        QTest::newRow("the server is back") << false;
    }
    // The form opened empty, and the first letter typed was saved over a page of rationale.
    void aDecisionThatCannotBeReadIsNotWrittenOver()
    {
        QFETCH(bool, byButton);
        ReferredCase wizard;
        writeHalf(wizard, earlier);
        const StoredCase kept = wizard.kept();
        auto away = std::make_unique<OutOfReach>(wizard);
        DecisionPage page(*wizard.workshop, kept, wizard.clock());
        showFor(page);
        wizard.workshop->drain();
        QTRY_VERIFY2(noticesOf(page).contains(QStringLiteral("written here before")), qPrintable(noticesOf(page)));
        QTest::keyClicks(rationaleOf(page), QStringLiteral("x"));
        QVERIFY(!page.form()->isEnabled());
        QVERIFY(rationaleOf(page)->toPlainText().isEmpty());
        QVERIFY2(!noticesOf(page).contains(QStringLiteral("Not saved")), qPrintable(noticesOf(page)));
        QVERIFY(!page.signButton()->isEnabled());
        QVERIFY(!page.signButton()->accessibleDescription().isEmpty());
        QTest::mouseClick(buttonOf(page, QStringLiteral("Try again")), Qt::LeftButton); // still out of reach
        wizard.workshop->drain();
        QTest::qWait(20);
        QVERIFY(!page.form()->isEnabled());
        QVERIFY(buttonOf(page, QStringLiteral("Try again")));
        away.reset();
        if (byButton)
            QTest::mouseClick(buttonOf(page, QStringLiteral("Try again")), Qt::LeftButton);
        else
            Q_EMIT wizard.workshop->connectionChanged(true);
        QTRY_VERIFY(page.form()->isEnabled());
        QVERIFY2(!noticesOf(page).contains(QStringLiteral("written here before")), qPrintable(noticesOf(page)));
        QCOMPARE(rationaleOf(page)->toPlainText(), QStringLiteral("CT shows stable disease since March."));
        QTest::qWait(400); // longer than any pause before a save
        QCOMPARE(halfWritten(wizard), earlier);
        rationaleOf(page)->moveCursor(QTextCursor::End);
        QTest::keyClicks(rationaleOf(page), QStringLiteral(" And May."));
        QTRY_VERIFY(!page.hasUnsaved());
        QVERIFY(halfWritten(wizard).contains("since March. And May."));
    }

    // Another date that could not be read took its place.
    void aDateThatCannotBeReadIsNotWrittenOver()
    {
        Wizard wizard;
        writeHalf(wizard, R"({"typed":{"/member/birth_date":"13/40/1950","/service/planned_on":"soon"}})");
        auto away = std::make_unique<OutOfReach>(wizard);
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        QSignalSpy restored(&session, &ReviewSession::typedRestored);
        wizard.workshop->drain();
        QTest::qWait(20); // it knows that it knows nothing
        session.setNurseNote(QStringLiteral("saved all the same"));
        session.flush();
        QCOMPARE(session.saving(), ReviewSession::Saving::Saved);
        session.setTyped(QStringLiteral("/member/birth_date"), QStringLiteral("14/40/1950"), QStringLiteral("no date"));
        session.flush();
        QCOMPARE(session.saving(), ReviewSession::Saving::Failed); // it is on the screen alone
        away.reset();
        session.flush();
        QCOMPARE(session.saving(), ReviewSession::Saving::Saved);
        QCOMPARE(halfWritten(wizard),
            QByteArray(R"({"typed":{"/member/birth_date":"14/40/1950","/service/planned_on":"soon"}})"));
        Q_EMIT wizard.workshop->connectionChanged(true);
        QVERIFY(restored.wait(5000));
        QCOMPARE(session.typedEarlier(QStringLiteral("/service/planned_on")), QStringLiteral("soon"));
    }

    // What was put right meanwhile came back wrong the next time.
    void aDateThatWasPutRightMeanwhileStays()
    {
        Wizard wizard;
        writeHalf(wizard, R"({"typed":{"/member/birth_date":"13/40/1950"}})");
        auto away = std::make_unique<OutOfReach>(wizard);
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        QLineEdit *born = birthDateOf(page);
        born->selectAll();
        QTest::keyClicks(born, QStringLiteral("1951-03-04"));
        page.flush();
        QVERIFY(!page.hasUnsaved());
        away.reset();
        QSignalSpy restored(&page.session(), &ReviewSession::typedRestored);
        Q_EMIT wizard.workshop->connectionChanged(true);
        QVERIFY(restored.wait(5000));
        QCOMPARE(born->text(), QStringLiteral("1951-03-04"));
        QTRY_COMPARE(halfWritten(wizard), QByteArray());
        QCOMPARE(wizard.kept().reviewCase.member.birthDate, QDate(1951, 3, 4));
    }

    // A provision typed word by word from the booklet was gone with a lock or a crash, and nothing said that it had not been kept.
    void whatIsSaidWithAStepOfADraftIsKept()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        wizard.signIn("phil");
        {
            ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
            showFor(page);
            NextStepCard &next = *nextStepOf(page);
            next.choice(Action::RecordProvision)->click();
            QTest::keyClicks(entryOf<QLineEdit>(next, "Contract provision"), QStringLiteral("Booklet, p. 41"));
            QTest::keyClicks(entryOf<QPlainTextEdit>(next, "Its words"), QStringLiteral("Embolization is"));
            QVERIFY(page.hasUnsaved());
            QTRY_VERIFY(!page.hasUnsaved()); // by itself, and then the power went
            QVERIFY(!page.session().canUndo()); // no part of the draft
            QVERIFY(halfWritten(wizard).contains("Embolization is"));
        }
        {
            ReviewPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            page.goTo(QStringLiteral("request"));
            QLineEdit *born = birthDateOf(page);
            born->selectAll();
            QTest::keyClicks(born, QStringLiteral("1951-03-04")); // another change takes nothing of it
            page.flush();
            page.session().undo();
            page.flush();
        }
        ReviewPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        wizard.workshop->drain();
        NextStepCard &next = *nextStepOf(page);
        QTRY_COMPARE(entryOf<QPlainTextEdit>(next, "Its words")->toPlainText(), QStringLiteral("Embolization is"));
        QCOMPARE(entryOf<QLineEdit>(next, "Contract provision")->text(), QStringLiteral("Booklet, p. 41"));
        QVERIFY(next.choice(Action::RecordProvision)->isChecked());
        QVERIFY(entryOf<QPlainTextEdit>(next, "Its words")->isVisible());
        QTest::mouseClick(next.button(), Qt::LeftButton); // on record, there is nothing half written any more
        QTRY_VERIFY(page.session().content().determination.contractProvision.has_value());
        QTRY_COMPARE(halfWritten(wizard), QByteArray());
        QVERIFY(!next.choice(Action::RecordProvision)->isChecked());
    }

    void onWhoseWordItIsWithdrawnIsKept()
    {
        Wizard wizard;
        {
            ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
            showFor(page);
            NextStepCard &next = *nextStepOf(page);
            next.choice(Action::Withdraw)->click();
            QTest::keyClicks(entryOf<QLineEdit>(next, "Withdrawn on whose word"), QStringLiteral("Dr. Lee"));
        } // closed at once
        ReviewPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        NextStepCard &next = *nextStepOf(page);
        QTRY_COMPARE(entryOf<QLineEdit>(next, "Withdrawn on whose word")->text(), QStringLiteral("Dr. Lee"));
        QVERIFY(next.choice(Action::Withdraw)->isChecked());
        next.choice(Action::Withdraw)->setFocus();
        entryOf<QLineEdit>(next, "Withdrawn on whose word")->clear();
        QTRY_COMPARE(halfWritten(wizard), QByteArray());
    }

    /// Words typed while the decision is on its way would be in no letter.
    void nothingIsTypedWhileItIsDecided()
    {
        ReferredCase wizard;
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::ApproveException)->click();
        QTest::keyClicks(rationaleOf(page), QStringLiteral("Stable on two scans."));
        const std::unique_ptr<Workshop> seat = wizard.seatOf("pia");
        auto theirs = seat->run([kept = wizard.kept()](Workspace &workspace) { return workspace.act(kept, Action::Pend, {}); });
        theirs.waitForFinished();
        QVERIFY(theirs.result().ok()); // phil's will be refused
        QVERIFY2(page.signButton()->isEnabled(), qPrintable(page.form()->refusal()));
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(page.session().isActing());
        QVERIFY(!page.form()->isEnabled());
        QTRY_VERIFY(!page.session().isActing());
        QVERIFY(page.form()->isEnabled()); // to be copied from
        QCOMPARE(rationaleOf(page)->toPlainText(), QStringLiteral("Stable on two scans."));
    }

    // More time leads to its notice; what was typed since was left unsaved, and nobody asked.
    void moreTimeTakesNoWordsOfADecision()
    {
        ReviewCase content = StoreDesk::adverse();
        content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
        ReferredCase wizard(content);
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            QSignalSpy acted(&page.session(), &ReviewSession::acted);
            page.session().perform(Action::Extend, QStringLiteral("The CT is on its way."));
            QTest::keyClicks(rationaleOf(page), QStringLiteral("late"));
            QTRY_COMPARE(acted.size(), 1);
            QCOMPARE(page.session().content().determination.rationale, QStringLiteral("late"));
            QTRY_VERIFY(!page.hasUnsaved());
        }
        QVERIFY(halfWritten(wizard).contains("late"));
    }
};

QTEST_MAIN(TestHalfWritten)
#include "tst_half_written.moc"
