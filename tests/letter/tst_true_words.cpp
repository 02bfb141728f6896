#include "tests/letter/LetterTexts.h"

using namespace reviewdesk;

/// What a letter says is so: who withdrew a request is not made up, and criteria that nobody knows yet are not unmet ones.
class TestTrueWords : public QObject, LetterTexts {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void aWithdrawalNamesBothWhoMayAsk_data();
    void aWithdrawalNamesBothWhoMayAsk();
    void anExceptionSaysWhatIsKnown_data();
    void anExceptionSaysWhatIsKnown();
};

void TestTrueWords::aWithdrawalNamesBothWhoMayAsk_data()
{
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::newRow("member") << Recipient::Member << "en" << "You or your provider, %1, asked us to stop the review";
    QTest::newRow("miembro") << Recipient::Member << "es" << "Usted o su proveedor, %1, nos pidió que dejáramos de revisar";
    QTest::newRow("provider") << Recipient::Provider << "en" << "As you or the member asked, we stopped the review";
}

void TestTrueWords::aWithdrawalNamesBothWhoMayAsk()
{
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(QString, said);
    ReviewCase reviewCase = m_fixture.withdrawal();
    reviewCase.member.language = language;
    said.replace(QStringLiteral("%1"), reviewCase.provider.name);
    const QString text = letterText(reviewCase, LetterKind::Withdrawal, recipient);
    QVERIFY2(text.contains(said), qPrintable(text));
}

void TestTrueWords::anExceptionSaysWhatIsKnown_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("drafted");
    QTest::newRow("not met") << false << "en" << "The criteria of the policy are not all met."
                             << "Our policy does not cover this care in your case.";
    QTest::newRow("not known") << true << "en" << "The criteria of the policy are not all shown to be met."
                               << "Your records do not show all that our policy asks for.";
    QTest::newRow("no se cumplen") << false << "es" << "No se cumplen todos los criterios de la política."
                                   << "Nuestra política no cubre esta atención en su caso.";
    QTest::newRow("no se sabe") << true << "es" << "No se ha demostrado que se cumplan todos los criterios de la política."
                                << "Sus registros no muestran todo lo que pide nuestra política.";
}

void TestTrueWords::anExceptionSaysWhatIsKnown()
{
    QFETCH(const bool, isOpen);
    QFETCH(const QString, language);
    QFETCH(const QString, said);
    QFETCH(const QString, drafted);
    ReviewCase reviewCase = m_fixture.approval();
    LetterFixture::answer(reviewCase, "progressive", isOpen ? nullptr : "false");
    reviewCase.member.language = language;
    reviewCase.determination.by = m_fixture.denial().determination.by;
    reviewCase.determination.exception = true;
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    QCOMPARE(view.evaluation.decided(), !isOpen);
    const QString text = letterText(reviewCase, LetterKind::Approval, Recipient::Member);
    QVERIFY2(text.contains(said), qPrintable(text));
    const QString draft = m_fixture.composer().draftedReason(
        reviewCase, view, m_fixture.policy(), LetterKind::Approval, language);
    QVERIFY2(draft.contains(drafted), qPrintable(draft));
}

QTEST_GUILESS_MAIN(TestTrueWords)
#include "tst_true_words.moc"
