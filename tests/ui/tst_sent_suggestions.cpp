#include "IntakeDesk.h"

#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SuggestionRow.h"
#include "ui/widgets/Notice.h"

using namespace reviewdesk;

namespace {

QStringList factsOf(const ReviewCase &content)
{
    QStringList facts;
    for (auto fact = content.facts.cbegin(); fact != content.facts.cend(); ++fact)
        facts << fact.key() + u'=' + (fact->documented() ? fact->value : QStringLiteral("null"));
    facts.sort();
    return facts;
}

/// Clicks Confirm wherever the wizard offers it, until it offers none: what is suggested shows as its question does.
int confirmAllSuggestions(ReviewPage &page)
{
    int confirmed = 0;
    for (bool again = true; again;) {
        again = false;
        for (int fact = 0; fact < page.session().policy().facts.size(); ++fact) {
            if (!page.session().view().interview.shows(fact))
                continue;
            page.goToQuestion(fact);
            QuestionCard *card = static_cast<QuestionsPage *>(page.currentPage())->card(fact);
            if (!card->suggestion()->isVisible() || !card->suggestion()->button()->isVisible())
                continue;
            QTest::mouseClick(card->suggestion()->button(), Qt::LeftButton);
            ++confirmed;
            again = true;
        }
    }
    return confirmed;
}

} // namespace

/// What was sent is suggested, until a nurse has confirmed it one by one or all at once.
class TestSentSuggestions : public QObject, private IntakeDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { sitDown(); }
    void cleanup() { leave(); }

    void confirmedSuggestionsAreAnswers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("outcome"); ///< empty: not decided by what was sent
        const auto row = [](const char *name, const char *facts, const char *outcome = "") {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(facts) << QString::fromLatin1(outcome);
        };
        row("hcc",
            "bridge_to_transplant=false location=liver primary_type=hcc procedure=radioembolization "
            "tumor_origin=primary unresectable=true",
            "medically_necessary");
        row("icc", "location=liver primary_type=icc procedure=radioembolization tumor_origin=primary");
        row("net",
            "diffuse=null liver_dominant=true location=liver metastatic_type=neuroendocrine "
            "procedure=radioembolization symptomatic=true tumor_origin=metastatic");
        row("crc",
            "chemotherapy_refractory=true location=liver metastatic_type=colorectal procedure=radioembolization "
            "progressive=null tumor_origin=metastatic unresectable=true");
        row("melanoma",
            "location=liver melanoma_type=ocular_uveal metastatic_type=melanoma procedure=radioembolization "
            "tumor_origin=metastatic");
        row("tace", "location=liver primary_type=hcc procedure=tace tumor_origin=primary", "medically_necessary");
        row("outside-liver", "location=other procedure=radioembolization", "medically_necessary");
        row("contradictory-codes", "location=liver procedure=tae", "medically_necessary");
    }
    void confirmedSuggestionsAreAnswers()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, facts);
        QFETCH(const QString, outcome);
        const QString caseId = draftOf(QStringLiteral("%1").arg(name));
        const StoredCase stored = load(caseId);
        QVERIFY(stored.reviewCase.facts.isEmpty());
        QVERIFY(stored.reviewCase.request.receivedAt.toUTC() == m_wizard->clock().now().toUTC()); // no date of the message
        ReviewPage page(*m_wizard->workshop, stored, m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        QVERIFY(!page.session().view().evaluation.decided()); // nothing suggested has moved it
        const int confirmed = confirmAllSuggestions(page);
        const ReviewCase &content = page.session().content();
        QCOMPARE(factsOf(content).join(u' '), facts);
        QCOMPARE(confirmed, content.facts.size());
        for (auto fact = content.facts.cbegin(); fact != content.facts.cend(); ++fact) {
            const Evidence source = content.evidence.value(fact.key());
            QVERIFY2(source.document.startsWith(QLatin1String("Request by FHIR, message MSG-0000")), qPrintable(fact.key()));
            QCOMPARE(source.date, QDate(2026, 11, 20));
            QVERIFY(!source.quote.isEmpty());
            QVERIFY(source.origin != AnswerOrigin::Entered);
        }
        const Evaluation &evaluation = page.session().view().evaluation;
        QCOMPARE(evaluation.decided() ? page.session().policy().outcomes.at(evaluation.outcome).id : QString(), outcome);
        page.flush();
        QCOMPARE(factsOf(load(caseId).reviewCase).join(u' '), facts);
    }

    void theKeyConfirmsAndAnotherAnswerLeavesWhatWasSaid()
    {
        ReviewPage page(*m_wizard->workshop, load(draftOf(QStringLiteral("crc"))), m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        const int procedure = m_wizard->fact("procedure");
        page.goToQuestion(procedure);
        QuestionCard *card = static_cast<QuestionsPage *>(page.currentPage())->card(procedure);
        QVERIFY2(card->suggestion()->words().contains(QLatin1String("suggested: Radioembolization Code C2616")),
            qPrintable(card->suggestion()->words()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_S);
        QCOMPARE(page.session().content().facts.value(QStringLiteral("procedure")).value, QStringLiteral("radioembolization"));
        QVERIFY(!card->suggestion()->isVisible());
        page.session().undo();
        QVERIFY(page.session().content().facts.isEmpty());
        QVERIFY(page.session().content().evidence.isEmpty());
        QTRY_VERIFY(card->suggestion()->isVisible());
        page.session().setAnswer(procedure, 1); // another than was said
        QTRY_VERIFY(card->suggestion()->isVisible() && !card->suggestion()->button()->isVisible());
        QVERIFY(!page.session().content().evidence.contains(QStringLiteral("procedure")));
    }

    void entriesAreConfirmedOneByOneOrAllAtOnce()
    {
        ReviewPage page(*m_wizard->workshop, load(draftOf(QStringLiteral("crc"))), m_wizard->clock());
        showFor(page);
        QTRY_VERIFY(page.session().sent().arrival());
        auto *request = static_cast<RequestPage *>(page.currentPage());
        const QString name = QStringLiteral("/member/name");
        const qsizetype sent = page.session().content().unconfirmed.size();
        QVERIFY(sent > 10);
        QPushButton *confirm = request->field(name)->confirmButton();
        QVERIFY(confirm && confirm->isVisible());
        QVERIFY(confirm->toolTip().contains(QLatin1String("/entry/1/resource/name")));
        QTest::mouseClick(confirm, Qt::LeftButton);
        QVERIFY(!confirm->isVisible());
        QCOMPARE(page.session().content().unconfirmed.size(), sent - 1);
        request->showField(QStringLiteral("/member/member_id")); // what is corrected is confirmed
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("9"));
        QCOMPARE(page.session().content().unconfirmed.size(), sent - 2);
        auto *notice = request->findChild<Notice *>();
        QVERIFY(notice->message().contains(QString::number(sent - 2)));
        QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(page.session().content().unconfirmed.isEmpty());
        QVERIFY(!notice->isVisible());
        page.session().undo();
        QCOMPARE(page.session().content().unconfirmed.size(), sent - 2);
        page.session().redo();
        page.flush();
        QVERIFY(load(page.session().stored().id).reviewCase.unconfirmed.isEmpty());
    }
};

QTEST_MAIN(TestSentSuggestions)
#include "tst_sent_suggestions.moc"
