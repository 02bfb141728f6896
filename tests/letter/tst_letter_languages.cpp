#include "tests/letter/LetterFixture.h"

#include "letter/LetterHtml.h"
#include "letter/LetterheadDraft.h"
#include "letter/SpanishReading.h"

using namespace reviewdesk;

/// Members' letters in Spanish with the English beside, corrections, and letters frozen and thawed.
class TestLetterLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void languageOfTheLetter_data();
    void languageOfTheLetter();
    void englishStandsBeside();
    void policysWordsStayEnglish();
    void reasonIsWrittenOrDrafted();
    void englishBesideIsWhole();
    void unsetSentencesAreNamed();
    void otherLanguagesGetTheLine_data();
    void otherLanguagesGetTheLine();
    void aCorrectionNamesTheEarlier();
    void frozenAndThawed();
    void explanationsAreTold();
    void syllables_data();
    void syllables();
    void readingEase();

private:
    ReviewCase inSpanish() const
    {
        ReviewCase reviewCase = m_fixture.denial();
        reviewCase.member.language = QStringLiteral("es-MX");
        return reviewCase;
    }
    LetterFixture m_fixture;
};

void TestLetterLanguages::languageOfTheLetter_data()
{
    QTest::addColumn<QString>("wished");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::newRow("none") << "" << Recipient::Member << "en";
    QTest::newRow("English") << "en-US" << Recipient::Member << "en";
    QTest::newRow("Spanish") << "es" << Recipient::Member << "es";
    QTest::newRow("Spanish of Mexico") << "es-MX" << Recipient::Member << "es";
    QTest::newRow("in capitals") << "ES" << Recipient::Member << "es";
    QTest::newRow("to the provider") << "es" << Recipient::Provider << "en";
    QTest::newRow("Vietnamese") << "vi" << Recipient::Member << "en";
}

void TestLetterLanguages::languageOfTheLetter()
{
    QFETCH(QString, wished);
    QFETCH(Recipient, recipient);
    QFETCH(QString, language);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.language = wished;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, recipient);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    QCOMPARE(composition.letter.language, language);
    const QString tag = QStringLiteral("<html lang=\"%1-US\">").arg(language);
    QVERIFY(composition.letter.html.contains(tag));
    Policy other = m_fixture.policy();
    other.version = QStringLiteral("another"); // whose words nobody has told in Spanish
    QCOMPARE(m_fixture.composer().languageFor(reviewCase, recipient, other), QStringLiteral("en"));
}

void TestLetterLanguages::englishStandsBeside()
{
    const ComposedLetter letter = m_fixture.compose(inSpanish(), LetterKind::Denial, Recipient::Member).letter;
    QVERIFY(letter.text.contains(QStringLiteral("No aprobamos esta solicitud")));
    QVERIFY(letter.englishText.contains(QStringLiteral("We did not approve this request")));
    QVERIFY(letter.englishText.contains(inSpanish().determination.plainReason));
    QVERIFY(letter.title.startsWith(QStringLiteral("Denegación")));
    QVERIFY(letterText(letter).contains(QStringLiteral("Código de verificación: ") + letter.code()));
    QVERIFY(letterHtml(letter).contains(QStringLiteral("Código de verificación: ") + letter.code()));
}

void TestLetterLanguages::policysWordsStayEnglish()
{
    const ComposedLetter letter = m_fixture.compose(inSpanish(), LetterKind::Denial, Recipient::Member).letter;
    const QString criteria = readLetter(letter.html).textById.value(QStringLiteral("criteria"));
    const CaseView view = viewOf(inSpanish(), m_fixture.rulebook());
    int quoted = 0;
    for (const int i : view.evaluation.unmet) {
        QVERIFY2(criteria.contains(m_fixture.policy().criteria.at(i).words.simplified()), qPrintable(criteria));
        ++quoted;
    }
    QVERIFY(quoted > 0);
    QVERIFY(letter.text.contains(QStringLiteral("Las palabras de la política se citan en inglés")));
    QVERIFY(letter.text.contains(m_fixture.policy().contractPrecedence));
    QVERIFY(criteria.contains(QStringLiteral("la enfermedad no es progresiva (no crece ni se extiende)")) && criteria.contains(QStringLiteral("Los registros muestran que ")));
    QVERIFY(!criteria.contains(QStringLiteral("The records show")));
}

void TestLetterLanguages::reasonIsWrittenOrDrafted()
{
    ReviewCase reviewCase = inSpanish();
    const auto reason = [&] {
        const ComposedLetter letter = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter;
        return readLetter(letter.html).textById.value(QStringLiteral("reason"));
    };
    // nobody wrote it in Spanish: what the criteria give, and the reviewer's own words as they are
    QVERIFY(reason().startsWith(QStringLiteral("Su proveedor pidió radioembolización.")));
    QVERIFY(reason().contains(QStringLiteral("escribió además, en inglés")));
    QVERIFY(reason().contains(reviewCase.determination.plainReason));
    reviewCase.determination.plainReasonTranslated = QStringLiteral("El cáncer de su hígado no está creciendo.");
    QCOMPARE(reason(), reviewCase.determination.plainReasonTranslated);
}

/// What stays in the record beside the member's letter gives the reason as well.
void TestLetterLanguages::englishBesideIsWhole()
{
    ReviewCase reviewCase = inSpanish();
    reviewCase.determination.plainReasonTranslated = QStringLiteral("El cáncer de su hígado no está creciendo.");
    reviewCase.determination.plainReason.clear();
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList{QStringLiteral("checklist_row_empty")});
    // what is missing in both is said once
    reviewCase.determination.rationale.clear();
    const QStringList twice = LetterFixture::codes(m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).reasons);
    QCOMPARE(twice.size(), 2);
}

void TestLetterLanguages::unsetSentencesAreNamed()
{
    LetterheadDraft draft(m_fixture.letterhead().values);
    const LetterheadDraft::Place spanish{std::nullopt, QStringLiteral("es")};
    QVERIFY(!draft.text(QStringLiteral("appeal_limit"), spanish).isEmpty());
    draft.setText(QStringLiteral("appeal_limit"), spanish, {});
    const auto composition = m_fixture.compose(
        inSpanish(), LetterKind::Denial, Recipient::Member, *draft.checked(QStringLiteral(RESOURCES)));
    QVERIFY(!composition.ok());
    QCOMPARE(composition.reasons.constFirst().message,
        QStringLiteral("The letterhead lacks what the letter needs: Time to appeal, such as “180 days” (in Spanish)."));
    QCOMPARE(composition.reasons.constFirst().place, QStringLiteral("/letterhead/appeal_limit (es)"));
    // to the provider nothing is missing
    QVERIFY(m_fixture
                .compose(inSpanish(), LetterKind::Denial, Recipient::Provider, *draft.checked(QStringLiteral(RESOURCES)))
                .ok());
}

void TestLetterLanguages::otherLanguagesGetTheLine_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("lines");
    QTest::newRow("approval in Vietnamese") << LetterKind::Approval << "vi" << 1;
    QTest::newRow("denial in Vietnamese") << LetterKind::Denial << "vi" << 1;
    QTest::newRow("approval in English") << LetterKind::Approval << "en" << 0;
    QTest::newRow("withdrawal in Russian") << LetterKind::Withdrawal << "ru" << 1;
}

void TestLetterLanguages::otherLanguagesGetTheLine()
{
    QFETCH(LetterKind, kind);
    QFETCH(QString, language);
    QFETCH(int, lines);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    reviewCase.member.language = language;
    const ComposedLetter letter = m_fixture.compose(reviewCase, kind, Recipient::Member).letter;
    QCOMPARE(letter.html.count(QStringLiteral("id=\"language-line\"")), lines);
    QCOMPARE(m_fixture.compose(reviewCase, LetterKind::Approval, Recipient::Provider)
                 .letter.html.count(QStringLiteral("id=\"language-line\"")),
        0);
}

void TestLetterLanguages::aCorrectionNamesTheEarlier()
{
    for (const char *language : {"en", "es"}) {
        ReviewCase reviewCase = m_fixture.denial();
        reviewCase.member.language = QString::fromLatin1(language);
        const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
        LetterRequest request{reviewCase, view, LetterKind::Denial, Recipient::Member, m_fixture.letterhead(),
            reviewCase.determination.at};
        const ComposedLetter first = m_fixture.composer().preview(request, m_fixture.rulebook());
        QVERIFY(!first.html.contains(QStringLiteral("id=\"correction\"")));
        request.correction = {reviewCase.determination.at, first.code(), QStringLiteral("The phone <number> was wrong.")};
        const auto corrected = m_fixture.composer().compose(request, m_fixture.rulebook());
        QVERIFY(corrected.ok());
        const QString said = readLetter(corrected.letter.html).textById.value(QStringLiteral("correction"));
        QVERIFY2(said.contains(first.code()) && said.contains(QStringLiteral("The phone <number> was wrong.")) &&
                said.contains(QStringLiteral("2026")),
            qPrintable(said));
        QVERIFY(corrected.letter.code() != first.code());
    }
}

void TestLetterLanguages::frozenAndThawed()
{
    const ComposedLetter letter = m_fixture.compose(inSpanish(), LetterKind::Denial, Recipient::Member).letter;
    const FrozenLetter frozen = letter.frozen();
    QCOMPARE(frozen.digest, letter.digest());
    QVERIFY(frozen.checklist.contains("\"id\":\"appeal\""));
    const ComposedLetter again = ComposedLetter::thawed(frozen, letter.caseNumber);
    QCOMPARE(again.html, letter.html);
    QCOMPARE(again.englishText, letter.englishText);
    QCOMPARE(again.language, letter.language);
    QCOMPARE(again.code(), letter.code());
    QCOMPARE(again.checklist.size(), letter.checklist.size());
    for (qsizetype i = 0; i < letter.checklist.size(); ++i) {
        QCOMPARE(again.checklist.at(i).id, letter.checklist.at(i).id);
        QCOMPARE(again.checklist.at(i).text, letter.checklist.at(i).text);
        QCOMPARE(again.checklist.at(i).anchor, letter.checklist.at(i).anchor);
        QCOMPARE(again.checklist.at(i).verified, letter.checklist.at(i).verified);
    }
    FrozenLetter old = frozen; // from before these were kept
    old.checklist.clear();
    old.language.clear();
    QVERIFY(ComposedLetter::thawed(old, letter.caseNumber).checklist.isEmpty());
    QCOMPARE(ComposedLetter::thawed(old, letter.caseNumber).language, QStringLiteral("en"));
}

void TestLetterLanguages::explanationsAreTold()
{
    const QStringList told = m_fixture.composer().explanations(
        {QStringLiteral("The CT shows no growth."), QStringLiteral("CT and MRI agree; MELD (a score) is 9.")});
    QCOMPARE(told,
        QStringList({QStringLiteral("CT (computed tomography, an X-ray scan)"),
            QStringLiteral("MRI (magnetic resonance imaging)")}));
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.determination.plainReason = QStringLiteral("The CT shows no growth.");
    const ComposedLetter letter = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter;
    QVERIFY(letter.text.contains(told.constFirst()));
}

void TestLetterLanguages::syllables_data()
{
    QTest::addColumn<int>("syllables");
    for (const auto &[word, count] : std::initializer_list<std::pair<const char *, int>>{{"sol", 1}, {"casa", 2},
             {"hígado", 3}, {"quimioterapia", 5}, {"enfermedad", 4}, {"ciudad", 2}, {"río", 2}, {"oír", 2}, {"muy", 1},
             {"y", 1}, {"hoy", 1}, {"cuota", 2}, {"poeta", 3}, {"guerra", 2}, {"vergüenza", 3}, {"aéreo", 4},
             {"decisión", 3}, {"médico", 3}})
        QTest::newRow(word) << count;
}

void TestLetterLanguages::syllables()
{
    QFETCH(int, syllables);
    QCOMPARE(spanishSyllables(QString::fromUtf8(QTest::currentDataTag())), syllables);
}

void TestLetterLanguages::readingEase()
{
    QVERIFY(!spanishReading(QStringLiteral("... ! -")).score().has_value());
    // 2 sentences, 8 words, 13 syllables: 206.835 - 62.3 * 13/8 - 4
    const SpanishReading reading = spanishReading(QStringLiteral("La casa es roja. El sol sale temprano."));
    QCOMPARE(reading.sentences, 2);
    QCOMPARE(reading.words, 8);
    QCOMPARE(reading.syllables, 13);
    QVERIFY(qAbs(*reading.score() - (206.835 - 62.3 * 13 / 8 - 4)) < 1e-9);
    const SpanishReading hard = spanishReading(QStringLiteral(
        "La radioembolización intraarterial hepática constituye una intervención terapéutica considerada investigacional."));
    QVERIFY(*hard.score() < spanishEasyEnough);
    QVERIFY(*reading.score() > spanishEasyEnough);
}

QTEST_GUILESS_MAIN(TestLetterLanguages)
#include "tst_letter_languages.moc"
