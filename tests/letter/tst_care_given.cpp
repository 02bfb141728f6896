#include "tests/letter/LetterTexts.h"

using namespace reviewdesk;

/// Letters of care that was given already: they speak of its day, and plan nothing.
class TestCareGiven : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void theLetterSaysWhen_data();
    void theLetterSaysWhen();
    void otherLettersSayWhenToo_data();
    void otherLettersSayWhenToo();
    void anAppealAfterTheCareHasItsOwnTime_data();
    void anAppealAfterTheCareHasItsOwnTime();
    void careOutsideTheValidityIsRefused_data();
    void careOutsideTheValidityIsRefused();

private:
    void isIssued(const ReviewCase &reviewCase, LetterKind kind, Recipient recipient, const QStringList &said, const QStringList &unsaid)
    {
        const auto composition = m_fixture.compose(reviewCase, kind, recipient);
        QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
        holdsTo(composition.letter.text.simplified(), said, unsaid);
    }

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
    isIssued(reviewCase, LetterKind::Approval, Recipient::Member, said, unsaid);
}

void TestCareGiven::otherLettersSayWhenToo_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("unsaid");
    const QDate day(2026, 10, 1);
    const QStringList future = texts({"Planned date", "was to be given", "If waiting could", "fast (expedited)", "Fecha prevista",
        "la iba a dar", "Si esperar puede"});
    const QStringList given = texts({"Given on October 1, 2026"});
    const QStringList denied = given + texts({"The care was given by Lee Example, MD"});
    const QStringList undated = texts({"Date of service: not given in the request"});
    for (const Recipient to : {Recipient::Member, Recipient::Provider}) {
        const QByteArray whom = toWord(to).toUtf8();
        QTest::newRow("denial " + whom) << LetterKind::Denial << to << "en" << day << denied << future;
        QTest::newRow("withdrawal " + whom) << LetterKind::Withdrawal << to << "en" << day << given << future;
        QTest::newRow("information " + whom) << LetterKind::InformationRequest << to << "en" << day << given << future;
        QTest::newRow("more time " + whom) << LetterKind::ExtensionNotice << to << "en" << day << given << future;
        QTest::newRow("no day " + whom) << LetterKind::Denial << to << "en" << QDate() << undated << future;
    }
    const QStringList realized = texts({"Realizado el 1 de octubre de 2026"});
    QTest::newRow("denegación") << LetterKind::Denial << Recipient::Member << "es" << day
                                << realized + texts({"La atención la dio Lee Example, MD"}) << future;
    QTest::newRow("retiro") << LetterKind::Withdrawal << Recipient::Member << "es" << day << realized << future;
    QTest::newRow("información") << LetterKind::InformationRequest << Recipient::Member << "es" << day << realized << future;
    QTest::newRow("sin fecha") << LetterKind::Denial << Recipient::Member << "es" << QDate()
                               << texts({"Fecha del servicio: no se indica en la solicitud"}) << future;
}

void TestCareGiven::otherLettersSayWhenToo()
{
    QFETCH(const LetterKind, kind);
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(const QDate, day);
    QFETCH(const QStringList, said);
    QFETCH(const QStringList, unsaid);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    reviewCase.request.timing = Timing::PostService;
    reviewCase.member.language = language;
    reviewCase.service.plannedOn = day;
    isIssued(reviewCase, kind, recipient, said, unsaid);
}

void TestCareGiven::anAppealAfterTheCareHasItsOwnTime_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QString>("state");
    QTest::addColumn<Timing>("timing");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    using Line = LineOfBusiness;
    const auto row = [](const char *name, Line line, const char *state, Timing timing, const char *language, const char *said) {
        QTest::newRow(name) << line << QString::fromLatin1(state) << timing << QString::fromLatin1(language) << QString::fromUtf8(said);
    };
    const char *const usual = "will decide the appeal, within 30 days.";
    const char *const after = "will decide the appeal, within 60 days.";
    row("commercial, before", Line::CommercialInsured, "OR", Timing::PreService, "en", usual);
    row("commercial", Line::CommercialInsured, "OR", Timing::PostService, "en", after);
    row("commercial in Washington: the state's time binds", Line::CommercialInsured, "WA", Timing::PostService, "en", usual);
    row("erisa", Line::SelfFundedErisa, "WA", Timing::PostService, "en", after);
    row("qhp", Line::Qhp, "OR", Timing::PostService, "en", after);
    row("qhp in Washington", Line::Qhp, "WA", Timing::PostService, "en", usual);
    row("medicare", Line::MedicareAdvantage, "WA", Timing::PostService, "en", after);
    row("medicaid: one time for both", Line::MedicaidManagedCare, "WA", Timing::PostService, "en", usual);
    row("en español", Line::SelfFundedErisa, "WA", Timing::PostService, "es", "en un plazo de 60 días.");
}

void TestCareGiven::anAppealAfterTheCareHasItsOwnTime()
{
    QFETCH(const LineOfBusiness, line);
    QFETCH(const QString, state);
    QFETCH(const Timing, timing);
    QFETCH(const QString, language);
    QFETCH(const QString, said);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.timing = timing;
    reviewCase.request.lineOfBusiness = line;
    reviewCase.request.state = state;
    reviewCase.member.language = language;
    const QString text = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter.text.simplified();
    QVERIFY2(text.contains(said), qPrintable(text));
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
