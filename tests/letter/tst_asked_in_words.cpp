#include "tests/letter/LetterFixture.h"

#include "cases/Workflow.h"
#include "letter/LetterHtml.h"

using namespace reviewdesk;

namespace {

const QString plain = QStringLiteral("Please send the scan of October.");
const QString spanish = QStringLiteral("Envíe la exploración de octubre.");
const QString clinical = QStringLiteral("Target lesions were not measured by RECIST 1.1.");

} // namespace

/// What a reviewer asks for in words of their own stands in the information request, and is enough for one.
class TestAskedInWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void standInTheRequest_data();
    void standInTheRequest();
    void inTheLanguageOfTheLetter_data();
    void inTheLanguageOfTheLetter();
    void nothingTypedSaysNothing();
    void wordsAloneAreALetter_data();
    void wordsAloneAreALetter();

private:
    /// Nothing is open and no document is missing.
    ReviewCase withNothingOpen() const;
    QString asked(const ReviewCase &reviewCase, Recipient recipient) const
    {
        const auto composition = m_fixture.compose(reviewCase, LetterKind::InformationRequest, recipient);
        return readLetter(composition.letter.html).textById.value(QStringLiteral("asked"));
    }
    LetterFixture m_fixture;
};

ReviewCase TestAskedInWords::withNothingOpen() const
{
    ReviewCase reviewCase = m_fixture.informationRequest();
    LetterFixture::answer(reviewCase, "progressive", "false");
    for (const DocumentationItem &item : m_fixture.policy().documentation)
        reviewCase.documents.append({item.id, item.label, 1, QDate(2026, 11, 20)});
    return reviewCase;
}

void TestAskedInWords::standInTheRequest_data()
{
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<bool>("besideAList");
    for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
        for (const bool besideAList : {true, false})
            QTest::addRow("%s, %s", qPrintable(toWord(recipient)), besideAList ? "beside a list" : "alone")
                << recipient << besideAList;
    }
}

void TestAskedInWords::standInTheRequest()
{
    QFETCH(Recipient, recipient);
    QFETCH(bool, besideAList);
    ReviewCase reviewCase = besideAList ? m_fixture.informationRequest() : withNothingOpen();
    reviewCase.determination.plainReason = plain;
    reviewCase.determination.rationale = clinical;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::InformationRequest, recipient);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString text = asked(reviewCase, recipient);
    QVERIFY2(text.contains(plain), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Target lesions")), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("as written for the member")), recipient == Recipient::Provider);
    QCOMPARE(composition.letter.text.count(plain), 1);
}

void TestAskedInWords::inTheLanguageOfTheLetter_data()
{
    QTest::addColumn<QString>("translated");
    QTest::addColumn<bool>("besideAList");
    QTest::newRow("translated") << spanish << true;
    QTest::newRow("not translated") << QString() << true;
    QTest::newRow("translated, alone") << spanish << false;
    QTest::newRow("not translated, alone") << QString() << false;
}

void TestAskedInWords::inTheLanguageOfTheLetter()
{
    QFETCH(QString, translated);
    QFETCH(bool, besideAList);
    ReviewCase reviewCase = besideAList ? m_fixture.informationRequest() : withNothingOpen();
    reviewCase.member.language = QStringLiteral("es");
    reviewCase.determination.plainReason = plain;
    reviewCase.determination.plainReasonTranslated = translated;
    reviewCase.determination.rationale = clinical;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::InformationRequest, Recipient::Member);
    QCOMPARE(composition.letter.language, QStringLiteral("es"));
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString text = asked(reviewCase, Recipient::Member);
    QCOMPARE(text.contains(spanish), !translated.isEmpty());
    QCOMPARE(text.contains(plain), translated.isEmpty()); // as it is, quoted
    QVERIFY2(text.contains(clinical), qPrintable(text));
    QVERIFY2(asked(reviewCase, Recipient::Provider).contains(plain), "the provider's letter is in English");
}

/// No heading over nothing, and no drafted words in place of the reviewer's.
void TestAskedInWords::nothingTypedSaysNothing()
{
    for (const char *language : {"en", "es"}) {
        ReviewCase silent = m_fixture.informationRequest();
        silent.member.language = QString::fromLatin1(language);
        ReviewCase unseen = silent;
        unseen.determination.plainReason = QString(QChar(0x200B));
        unseen.determination.rationale = QStringLiteral(" \n");
        for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
            const auto composition = m_fixture.compose(silent, LetterKind::InformationRequest, recipient);
            QVERIFY(!composition.letter.html.contains(QStringLiteral("<h2></h2>")));
            const QString text = asked(silent, recipient);
            for (const char *heading : {"What the reviewer", "Lo que pide", "medical terms", "términos médicos", "rationale"})
                QVERIFY2(!text.contains(QString::fromUtf8(heading)), qPrintable(text));
            QCOMPARE(asked(unseen, recipient), text);
        }
    }
}

void TestAskedInWords::wordsAloneAreALetter_data()
{
    QTest::addColumn<QString>("plainReason");
    QTest::addColumn<QString>("rationale");
    QTest::addColumn<bool>("enough");
    QTest::newRow("plain words") << plain << QString() << true;
    QTest::newRow("a rationale") << QString() << clinical << true;
    QTest::newRow("nothing") << QString() << QString() << false;
    QTest::newRow("blanks") << QStringLiteral(" \n") << QStringLiteral("\t") << false;
    QTest::newRow("what nobody sees") << QString(QChar(0x200B)) << QString(QChar(0x2060)) << false;
}

/// The step and the letter are refused on one condition: a request that was taken had no letter.
void TestAskedInWords::wordsAloneAreALetter()
{
    QFETCH(QString, plainReason);
    QFETCH(QString, rationale);
    QFETCH(bool, enough);
    ReviewCase reviewCase = withNothingOpen();
    reviewCase.determination.plainReason = plainReason;
    reviewCase.determination.rationale = rationale;
    for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
        const auto composition = m_fixture.compose(reviewCase, LetterKind::InformationRequest, recipient);
        QCOMPARE(LetterFixture::codes(composition.reasons).contains(QStringLiteral("nothing_to_ask")), !enough);
        QCOMPARE(composition.reasons.isEmpty(), enough);
    }
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    Person nurse;
    nurse.name = QStringLiteral("Kim Example");
    nurse.role = Role::Nurse;
    const CaseState state{
        Status::Draft, &reviewCase, &m_fixture.policy(), &view.interview, &view.evaluation, nurse, QString()};
    const Result<Status> pended = afterAction(state, Action::Pend, nurse);
    QCOMPARE(pended.ok(), enough);
    if (!enough)
        QCOMPARE(pended.error().code, QStringLiteral("nothing_to_ask"));
}

QTEST_GUILESS_MAIN(TestAskedInWords)
#include "tst_asked_in_words.moc"
