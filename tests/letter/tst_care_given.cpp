#include "tests/letter/LetterFixture.h"

using namespace reviewdesk;

namespace {

QStringList texts(std::initializer_list<const char *> words)
{
    QStringList all;
    for (const char *each : words)
        all.append(QString::fromUtf8(each));
    return all;
}

} // namespace

/// The approval of care that was given already: it speaks of its day, and plans nothing.
class TestCareGiven : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void theLetterSaysWhen_data();
    void theLetterSaysWhen();
    void careOutsideTheValidityIsRefused_data();
    void careOutsideTheValidityIsRefused();

private:
    LetterFixture m_fixture;
};

void TestCareGiven::theLetterSaysWhen_data()
{
    QTest::addColumn<Timing>("timing");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("unsaid");
    QTest::newRow("given") << Timing::PostService << "en"
                           << texts({"Given on October 1, 2026", "Valid for the care given on October 1, 2026."})
                           << texts({"Planned for", "must take place", "Valid from"});
    QTest::newRow("given, in Spanish") << Timing::PostService << "es"
                                       << texts({"Realizado el 1 de octubre de 2026",
                                              "Válida para la atención que se dio el 1 de octubre de 2026."})
                                       << texts({"Previsto para", "debe darse", "Válida desde"});
    QTest::newRow("planned") << Timing::Concurrent << "en"
                             << texts({"Planned for October 1, 2026",
                                    "Valid from October 1, 2026 to October 1, 2026. The care must take place"})
                             << texts({"Given on", "care given"});
}

void TestCareGiven::theLetterSaysWhen()
{
    QFETCH(const Timing, timing);
    QFETCH(const QString, language);
    QFETCH(const QStringList, said);
    QFETCH(const QStringList, unsaid);
    ReviewCase reviewCase = m_fixture.approval();
    reviewCase.request.timing = timing;
    reviewCase.member.language = language;
    const QDate day(2026, 10, 1);
    reviewCase.service.plannedOn = reviewCase.determination.validFrom = reviewCase.determination.validTo = day;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Approval, Recipient::Member);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString text = composition.letter.text.simplified();
    for (const QString &words : said)
        QVERIFY2(text.contains(words), qPrintable(words + QLatin1String(" in ") + text));
    for (const QString &words : unsaid)
        QVERIFY2(!text.contains(words), qPrintable(words));
}

void TestCareGiven::careOutsideTheValidityIsRefused_data()
{
    QTest::addColumn<Timing>("timing");
    QTest::addColumn<QDate>("planned");
    QTest::addColumn<bool>("corrects");
    QTest::addColumn<QStringList>("reasons");
    const QDate before(2026, 10, 1); // the fixture's approval: 23 November to 21 February, decided before
    const QDate after(2027, 3, 1);
    const QStringList outside = texts({"care_outside_validity"});
    QTest::newRow("planned before") << Timing::Concurrent << before << false << outside;
    QTest::newRow("planned after") << Timing::PreService << after << false << outside;
    QTest::newRow("given later, a slip") << Timing::PostService << after << false << outside;
    QTest::newRow("given, by the program before") << Timing::PostService << before << false << QStringList();
    QTest::newRow("a correction, planned before") << Timing::Concurrent << before << true << QStringList();
    QTest::newRow("a correction, planned after") << Timing::PreService << after << true << QStringList();
}

/// The program before dated every approval from the day of its decision, and what is decided can be edited no more.
void TestCareGiven::careOutsideTheValidityIsRefused()
{
    QFETCH(const Timing, timing);
    QFETCH(const QDate, planned);
    QFETCH(const bool, corrects);
    QFETCH(const QStringList, reasons);
    ReviewCase reviewCase = m_fixture.approval();
    reviewCase.request.timing = timing;
    reviewCase.service.plannedOn = planned;
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    const QDateTime now = reviewCase.determination.at;
    LetterRequest request{reviewCase, view, LetterKind::Approval, Recipient::Provider, m_fixture.letterhead(), now};
    if (corrects)
        request.correction = LetterCorrection{now, QStringLiteral("AB12"), QStringLiteral("A wrong phone number.")};
    const auto composition = m_fixture.composer().compose(request, m_fixture.rulebook());
    QCOMPARE(LetterFixture::codes(composition.reasons), reasons);
    if (!reasons.isEmpty())
        QVERIFY(composition.reasons.first().place.startsWith(QStringLiteral("/determination/valid_")));
    reviewCase.determination.validTo = reviewCase.determination.validFrom.addDays(-1); // no slip that passes
    QCOMPARE(LetterFixture::codes(m_fixture.composer().compose(request, m_fixture.rulebook()).reasons),
        texts({"valid_before_it_begins"}));
}

QTEST_GUILESS_MAIN(TestCareGiven)
#include "tst_care_given.moc"
