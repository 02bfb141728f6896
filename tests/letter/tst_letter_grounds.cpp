#include "tests/letter/LetterTexts.h"

#include "letter/LetterHtml.h"

#include <QRegularExpression>

using namespace reviewdesk;

namespace {

/// " (CT report, page 2, November 2, 2026)"; empty without evidence.
QString sourceIn(const ReviewCase &reviewCase, const QString &fact)
{
    const Evidence evidence = reviewCase.evidence.value(fact);
    return evidence.document.isEmpty()
        ? QString()
        : QStringLiteral(" (%1, page %2, November 2, 2026)").arg(evidence.document).arg(evidence.page);
}

} // namespace

/// The grounds of a denial as its letter gives them: criteria, reasons, what would meet them, and the rights against it.
class TestLetterGrounds : public QObject, private LetterTexts {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void denialRights_data();
    void denialRights();
    void citesCriteriaExactly_data();
    void citesCriteriaExactly();
    void reasonsComeFromGivenFacts_data();
    void reasonsComeFromGivenFacts();
    void wouldMeetInTwoParts();
    void nothingWouldMeet();
    void readingsAreMarked();
};

void TestLetterGrounds::denialRights_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QStringList>("present");
    QTest::addColumn<QStringList>("absent");
    const QString external = QStringLiteral("External review.");
    const QString erisa = QStringLiteral("section 502(a)");
    const QString hearing = QStringLiteral("State fair hearing.");
    const QString keeping = QStringLiteral("Keeping care during the appeal.");
    const QString form = QStringLiteral("CMS-10003");
    const QString assistance = QStringLiteral("consumer assistance program");
    const QString code = QStringLiteral("Denial code INV-1");
    QTest::newRow("commercial") << LineOfBusiness::CommercialInsured
                                << QStringList{external, assistance, code, QStringLiteral("180 days")}
                                << QStringList{erisa, hearing, keeping, form};
    QTest::newRow("erisa") << LineOfBusiness::SelfFundedErisa << QStringList{external, erisa, assistance, code}
                           << QStringList{hearing, keeping, form};
    QTest::newRow("qhp") << LineOfBusiness::Qhp << QStringList{external, assistance, code}
                         << QStringList{erisa, hearing, keeping, form};
    QTest::newRow("medicare") << LineOfBusiness::MedicareAdvantage << QStringList{form, QStringLiteral("65 days")}
                              << QStringList{external, erisa, hearing, keeping, code};
    QTest::newRow("medicaid") << LineOfBusiness::MedicaidManagedCare
                              << QStringList{hearing, keeping, QStringLiteral("60 days")}
                              << QStringList{external, erisa, form, code};
}

void TestLetterGrounds::denialRights()
{
    QFETCH(LineOfBusiness, line);
    QFETCH(QStringList, present);
    QFETCH(QStringList, absent);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = line;
    const QString text = letterText(reviewCase, LetterKind::Denial, Recipient::Member);
    present << QStringLiteral("This is called an appeal") << QStringLiteral("fast (expedited) appeal")
            << QStringLiteral("Copies are free") << QStringLiteral("Sam Example, MD. Specialty: Radiation oncology")
            << QStringLiteral("contract language takes precedence")
            << QStringLiteral("may be considered medically necessary")
            << QStringLiteral("follows federal civil rights laws");
    for (const QString &sentence : present)
        QVERIFY2(text.contains(sentence), qPrintable(sentence));
    for (const QString &sentence : absent)
        QVERIFY2(!text.contains(sentence), qPrintable(sentence));
}

void TestLetterGrounds::citesCriteriaExactly_data()
{
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QStringList>("results"); // "id result"
    const auto row = [](const char *name, const char *facts, const char *results) {
        QTest::newRow(name) << QString::fromLatin1(facts).split(u' ') << QString::fromLatin1(results).split(u';');
    };
    row("hcc, unresectable", "tumor_origin=primary primary_type=hcc unresectable=true bridge_to_transplant=null",
        "I Met.;I.B Met.;I.B.1 Met.");
    row("colorectal, not progressive", "tumor_origin=metastatic metastatic_type=colorectal progressive=false",
        "I Not met.;I.B Not met.;I.B.3 Not met.;I.B.3.b Not met.;I.B.3.b.i Not met.;IV Applies.");
    row("breast", "tumor_origin=metastatic metastatic_type=breast",
        "I Not met.;I.B Not met.;I.B.3 Not met.;IV Applies.");
    row("another primary", "tumor_origin=primary primary_type=other", "I Not met.;I.B Not met.;IV Applies.");
    row("tae", "procedure=tae location=other", "II Met.");
    row("tace", "procedure=tace tumor_origin=primary primary_type=icc", "III Met.");
    row("elsewhere", "location=other", "I Met.;I.A Met.");
}

void TestLetterGrounds::citesCriteriaExactly()
{
    QFETCH(QStringList, facts);
    QFETCH(QStringList, results);
    ReviewCase reviewCase = m_fixture.denial();
    for (const QString &fact : std::as_const(facts))
        LetterFixture::answer(reviewCase, qPrintable(fact.section(u'=', 0, 0)),
            fact.endsWith(u"=null") ? nullptr : qPrintable(fact.section(u'=', 1)));
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    const ComposedLetter letter = m_fixture.composer().preview(
        {reviewCase, view, LetterKind::Denial, Recipient::Member, m_fixture.letterhead(), reviewCase.determination.at},
        m_fixture.rulebook());
    const QString text = letter.text.simplified();
    for (const QString &result : std::as_const(results)) {
        const QString id = result.section(u' ', 0, 0);
        const QString expected = QStringLiteral("%1 “%2” %3").arg(id, words(qPrintable(id)), result.section(u' ', 1));
        QVERIFY2(text.contains(expected), qPrintable(expected));
    }
    static const QRegularExpression row(QStringLiteral("<th scope=\"row\" align=\"left\">[IVX]+[^<]*</th>"));
    QCOMPARE(letter.html.count(row), results.size());
}

void TestLetterGrounds::reasonsComeFromGivenFacts_data()
{
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QStringList>("reasons"); // "fact=value"
    const auto row = [](const char *name, const char *facts, const char *reasons) {
        QTest::newRow(name) << QString::fromLatin1(facts).split(u' ') << QString::fromLatin1(reasons).split(u' ');
    };
    row("not progressive", "progressive=false", "progressive=false");
    row("not progressive, not diffuse", "progressive=false diffuse=false", "diffuse=false progressive=false");
    row("candidate for chemotherapy", "progressive=true chemotherapy_refractory=false chemotherapy_candidate=true",
        "chemotherapy_refractory=false chemotherapy_candidate=true");
    row("resectable", "progressive=true unresectable=false chemotherapy_refractory=true", "unresectable=false");
    row("a type that is not covered", "metastatic_type=breast", "metastatic_type=breast");
    row("melanoma of another kind", "metastatic_type=melanoma melanoma_type=other progressive=true",
        "melanoma_type=other");
    row("resectable hcc, no bridge",
        "tumor_origin=primary primary_type=hcc unresectable=false bridge_to_transplant=false",
        "unresectable=false bridge_to_transplant=false");
}

void TestLetterGrounds::reasonsComeFromGivenFacts()
{
    QFETCH(QStringList, facts);
    QFETCH(QStringList, reasons);
    ReviewCase reviewCase = m_fixture.denial();
    for (const QString &fact : std::as_const(facts))
        LetterFixture::answer(reviewCase, qPrintable(fact.section(u'=', 0, 0)), qPrintable(fact.section(u'=', 1)));
    QStringList statements;
    for (const QString &reason : std::as_const(reasons)) {
        const Policy &policy = m_fixture.policy();
        for (const FactOption &option : policy.facts.at(policy.factIndex(reason.section(u'=', 0, 0))).options) {
            if (option.value == reason.section(u'=', 1))
                statements.append(
                    QStringLiteral("- ") + option.statement + sourceIn(reviewCase, reason.section(u'=', 0, 0)));
        }
    }
    QCOMPARE(statements.size(), reasons.size());
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString expected =
        QStringLiteral("why the criteria are not met: %1 The decision rests").arg(statements.join(u' '));
    QVERIFY2(composition.letter.text.simplified().contains(expected), qPrintable(composition.letter.text));
}

void TestLetterGrounds::wouldMeetInTwoParts()
{
    const auto composition = m_fixture.compose(m_fixture.denial(), LetterKind::Denial, Recipient::Provider);
    const LetterReading reading = readLetter(composition.letter.html);
    const Policy &policy = m_fixture.policy();
    const Fact &refractory = policy.facts.at(policy.factIndex(u"chemotherapy_refractory"));
    const Fact &progressive = policy.facts.at(policy.factIndex(u"progressive"));
    const QString notShown = reading.textById.value(QStringLiteral("not-shown"));
    const QString otherwise = reading.textById.value(QStringLiteral("otherwise"));
    QVERIFY2(notShown.contains(refractory.whether) && notShown.contains(QStringLiteral("criterion I.B.3.b.ii")),
        qPrintable(notShown));
    QVERIFY2(!notShown.contains(progressive.whether), qPrintable(notShown));
    QVERIFY2(otherwise.contains(QStringLiteral("only if ") + progressive.options.at(0).counterfactual),
        qPrintable(otherwise));
    QVERIFY2(!otherwise.contains(refractory.options.at(0).counterfactual), qPrintable(otherwise));
    QCOMPARE(composition.letter.text.count(progressive.options.at(0).counterfactual),
        1); // alternatives that say the same are one
    QVERIFY(reading.textById.value(QStringLiteral("would-meet"))
                .contains(QStringLiteral("Nobody is asked to document a finding differently.")));

    ReviewCase documented = m_fixture.denial();
    LetterFixture::answer(documented, "chemotherapy_refractory", "true");
    const LetterReading only =
        readLetter(m_fixture.compose(documented, LetterKind::Denial, Recipient::Provider).letter.html);
    QVERIFY(!only.textById.contains(QStringLiteral("not-shown")));
    QVERIFY(only.textById.value(QStringLiteral("would-meet"))
                .contains(QStringLiteral("No missing record would change this decision.")));
}

void TestLetterGrounds::nothingWouldMeet()
{
    ReviewCase reviewCase = m_fixture.denial();
    LetterFixture::answer(reviewCase, "metastatic_type", "breast");
    const LetterReading reading =
        readLetter(m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter.html);
    const QString part = reading.textById.value(QStringLiteral("would-meet"));
    QVERIFY2(part.contains(QStringLiteral("The criteria do not cover what the records describe.")), qPrintable(part));
    QVERIFY(!reading.textById.contains(QStringLiteral("not-shown")) &&
        !reading.textById.contains(QStringLiteral("otherwise")));
}

void TestLetterGrounds::readingsAreMarked()
{
    ReviewCase reviewCase = m_fixture.denial();
    LetterFixture::answer(reviewCase, "tumor_origin", "primary");
    LetterFixture::answer(reviewCase, "primary_type", "other");
    const QString text = letterText(reviewCase, LetterKind::Denial, Recipient::Provider);
    int shown = 0;
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    for (const PolicyNote &note : m_fixture.policy().notes) {
        const bool expected = note.inLetter && holdsIn(note.shownWhen, view.interview.effective);
        QCOMPARE(text.contains(note.text), expected);
        shown += expected ? 1 : 0;
    }
    QVERIFY(shown > 0 && text.contains(QStringLiteral("How we read the policy")));
    QVERIFY(!letterText(m_fixture.denial(), LetterKind::Denial, Recipient::Provider)
                 .contains(QStringLiteral("How we read the policy")));
}

QTEST_GUILESS_MAIN(TestLetterGrounds)
#include "tst_letter_grounds.moc"
