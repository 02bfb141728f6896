#include "tests/letter/LetterFixture.h"

#include "letter/LetterHtml.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace reviewdesk;

namespace {

constexpr std::array bothRecipients{Recipient::Member, Recipient::Provider};

QString withoutListMarks(QString text)
{
    return text.replace(QStringLiteral("\n- "), QStringLiteral("\n")).simplified();
}

/// " (CT report, page 2, November 2, 2026)"; empty without evidence.
QString sourceIn(const ReviewCase &reviewCase, const QString &fact)
{
    const Evidence evidence = reviewCase.evidence.value(fact);
    return evidence.document.isEmpty()
        ? QString()
        : QStringLiteral(" (%1, page %2, November 2, 2026)").arg(evidence.document).arg(evidence.page);
}

QString folded(const QString &text)
{
    return text.simplified();
}

} // namespace

class TestLetterComposer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void everyLetter_data();
    void everyLetter();
    void denialRights_data();
    void denialRights();
    void citesCriteriaExactly_data();
    void citesCriteriaExactly();
    void reasonsComeFromGivenFacts_data();
    void reasonsComeFromGivenFacts();
    void wouldMeetInTwoParts();
    void nothingWouldMeet();
    void memberAndProvider();
    void informationRequestAsksOnlyWhatIsNotDocumented();
    void approvalSaysWhatIsApproved();
    void readingsAreMarked();
    void hostileText_data();
    void hostileText();
    void settingNotSet_data();
    void settingNotSet();
    void previewShowsWhatIsNotSet();
    void secondPolicyNeedsNoTemplate();

private:
    QString letterText(const ReviewCase &reviewCase, LetterKind kind, Recipient recipient) const
    {
        return folded(m_fixture.compose(reviewCase, kind, recipient).letter.text);
    }
    const QString &words(const char *criterion) const
    {
        return m_fixture.policy().criteria.at(m_fixture.policy().criterionIndex(QString::fromLatin1(criterion))).words;
    }
    LetterFixture m_fixture;
};

void TestLetterComposer::everyLetter_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<LineOfBusiness>("line");
    for (const LetterKind kind : allKinds) {
        for (const Recipient recipient : bothRecipients) {
            for (const LineOfBusiness line : allLines) {
                const QString name = QStringLiteral("%1 %2 %3").arg(toWord(kind), toWord(recipient), toWord(line));
                QTest::newRow(qPrintable(name)) << kind << recipient << line;
            }
        }
    }
}

/// What is true of every letter, whatever its kind.
void TestLetterComposer::everyLetter()
{
    QFETCH(LetterKind, kind);
    QFETCH(Recipient, recipient);
    QFETCH(LineOfBusiness, line);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    reviewCase.request.lineOfBusiness = line;
    const auto composition = m_fixture.compose(reviewCase, kind, recipient);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const ComposedLetter &letter = composition.letter;
    const LetterReading reading = readLetter(letter.html);
    QVERIFY2(reading.error.isEmpty(), qPrintable(reading.error));
    QCOMPARE(reading.text, letter.text);
    QVERIFY(!letter.html.contains(u"{{") && !letter.html.contains(u"}}"));
    QVERIFY(letter.html.contains(u"<html lang=\"en-US\">") && letter.html.contains(u"<title>") &&
        letter.html.count(u"<h1>") == 1);
    QVERIFY(!letter.html.contains(QStringLiteral("<th>"))); // each says what it heads
    for (const ChecklistRow &row : letter.checklist) {
        QVERIFY2(!row.text.isEmpty(), qPrintable(row.id));
        QVERIFY2(
            withoutListMarks(letter.text).contains(row.text), qPrintable(row.id + QStringLiteral(": ") + row.text));
    }
    const QString text = folded(letter.text);
    const Policy &policy = m_fixture.policy();
    for (const QString &part : {policy.id, policy.title, policy.version, QStringLiteral("RD-2026-000123"),
             QStringLiteral("November 23, 2026")})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(text.contains(QStringLiteral("Effective date: not stated")));
    QVERIFY(text.contains(QStringLiteral("SAMPLE")));
    QCOMPARE(text.contains(QStringLiteral("37243")), recipient == Recipient::Provider);
    QCOMPARE(
        text.contains(QStringLiteral("peer-to-peer")), kind == LetterKind::Denial && recipient == Recipient::Provider);
    const bool large = line == LineOfBusiness::MedicareAdvantage || line == LineOfBusiness::MedicaidManagedCare;
    QVERIFY(letter.html.contains(large ? QStringLiteral("font-size: 12pt") : QStringLiteral("font-size: 11pt")));
    QCOMPARE(m_fixture.compose(reviewCase, kind, recipient).letter.digest(), letter.digest());
}

void TestLetterComposer::denialRights_data()
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

void TestLetterComposer::denialRights()
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

void TestLetterComposer::citesCriteriaExactly_data()
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

void TestLetterComposer::citesCriteriaExactly()
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
    const QString text = folded(letter.text);
    for (const QString &result : std::as_const(results)) {
        const QString id = result.section(u' ', 0, 0);
        const QString expected = QStringLiteral("%1 “%2” %3").arg(id, words(qPrintable(id)), result.section(u' ', 1));
        QVERIFY2(text.contains(expected), qPrintable(expected));
    }
    static const QRegularExpression row(QStringLiteral("<th scope=\"row\" align=\"left\">[IVX]+[^<]*</th>"));
    QCOMPARE(letter.html.count(row), results.size());
}

void TestLetterComposer::reasonsComeFromGivenFacts_data()
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

void TestLetterComposer::reasonsComeFromGivenFacts()
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
    QVERIFY2(folded(composition.letter.text).contains(expected), qPrintable(composition.letter.text));
}

void TestLetterComposer::wouldMeetInTwoParts()
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

void TestLetterComposer::nothingWouldMeet()
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

void TestLetterComposer::memberAndProvider()
{
    const QString member = letterText(m_fixture.denial(), LetterKind::Denial, Recipient::Member);
    const QString provider = letterText(m_fixture.denial(), LetterKind::Denial, Recipient::Provider);
    QVERIFY(member.contains(QStringLiteral("12 Elm St")) && !provider.contains(QStringLiteral("12 Elm St")));
    for (const char *code : {"37243", "C2616", "C18.9", "C78.7"}) {
        QVERIFY2(!member.contains(QString::fromLatin1(code)), code);
        QVERIFY2(provider.contains(QString::fromLatin1(code)), code);
    }
    QVERIFY(member.contains(QStringLiteral("Vessel blocked with imaging guidance"))); // in words
    QVERIFY(provider.contains(QStringLiteral("“stable disease”")) &&
        provider.contains(QStringLiteral("Prior treatments and response: FOLFOX: progressed")));
}

void TestLetterComposer::informationRequestAsksOnlyWhatIsNotDocumented()
{
    ReviewCase reviewCase = m_fixture.informationRequest();
    reviewCase.facts.remove(QStringLiteral("diffuse")); // never asked: not asked of the provider
    const LetterReading reading =
        readLetter(m_fixture.compose(reviewCase, LetterKind::InformationRequest, Recipient::Provider).letter.html);
    const QString asked = reading.textById.value(QStringLiteral("asked"));
    const Policy &policy = m_fixture.policy();
    QVERIFY2(asked.contains(policy.facts.at(policy.factIndex(u"progressive")).whether +
                 QStringLiteral(" (needed for criterion I.B.3.b.i)")),
        qPrintable(asked));
    QVERIFY(!asked.contains(policy.facts.at(policy.factIndex(u"diffuse")).whether));
    QVERIFY(!asked.contains(policy.documentationItem(u"planned_therapy")->words)); // it is there
    QVERIFY(asked.contains(policy.documentationItem(u"unresectability")->words));
    QVERIFY(!asked.contains(policy.documentationItem(u"symptoms")->words)); // only for neuroendocrine tumors
}

void TestLetterComposer::approvalSaysWhatIsApproved()
{
    const QString text = letterText(m_fixture.approval(), LetterKind::Approval, Recipient::Provider);
    for (const char *part : {"CPT 37243", "HCPCS C2616", "Authorization number: A-77120034.",
             "Valid from November 23, 2026 to February 21, 2027.", "Payment depends on the member’s eligibility",
             "Kim Example, RN"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(text.contains(QStringLiteral("I.B.3.b.i “%1” Met.").arg(words("I.B.3.b.i"))));
    QVERIFY(text.contains(QStringLiteral("I.B.3.b.ii “%1” Met.").arg(words("I.B.3.b.ii"))));
    QVERIFY(!text.contains(QStringLiteral("appeal")));
}

void TestLetterComposer::readingsAreMarked()
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

void TestLetterComposer::hostileText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("inHtml");
    QTest::newRow("markup") << QStringLiteral("<img src=x onerror=\"a()\">&amp;")
                            << QStringLiteral("&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;amp;");
    QTest::newRow("closing tags") << QStringLiteral("</p></body></html>")
                                  << QStringLiteral("&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;");
    QTest::newRow("template tags") << QStringLiteral("{{plan_name}}{{> parts/open}}")
                                   << QStringLiteral("{{plan_name}}{{&gt; parts/open}}");
    QTest::newRow("right-to-left override")
        << QStringLiteral("Ana \u202eelpmaxE") << QStringLiteral("\u2068Ana \u202eelpmaxE\u202c\u2069");
    QTest::newRow("control characters") << QStringLiteral("A\u0000n\u0008a\u001b[31m") << QStringLiteral("Ana[31m");
    QTest::newRow("formula") << QStringLiteral("=HYPERLINK(1)") << QStringLiteral("=HYPERLINK(1)");
    QTest::newRow("very long") << QString(5000, u'W') << QString(5000, u'W');
    QTest::newRow("placeholder") << QStringLiteral("[not set in the letterhead]")
                                 << QStringLiteral("[not set in the letterhead]");
}

void TestLetterComposer::hostileText()
{
    QFETCH(QString, name);
    QFETCH(QString, inHtml);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.name = name;
    reviewCase.member.address = {name, name};
    reviewCase.provider.name = name;
    reviewCase.determination.plainReason = name;
    reviewCase.determination.rationale = name;
    reviewCase.determination.contractProvision = ContractProvision{name, name};
    reviewCase.evidence[QStringLiteral("progressive")].quote = name;
    reviewCase.recorded.priorTreatments = {{name, name}};
    for (const Recipient recipient : bothRecipients) {
        const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, recipient);
        QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
        const LetterReading reading = readLetter(composition.letter.html);
        QVERIFY2(reading.error.isEmpty(), qPrintable(reading.error));
        QVERIFY(composition.letter.html.count(inHtml) >= 6);
        QVERIFY(!composition.letter.html.contains(u"<img"));
        QVERIFY(!composition.letter.html.contains(QChar(0x1b)) && !composition.letter.html.contains(QChar(8)));
    }
}

void TestLetterComposer::settingNotSet_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QString>("title"); // as the letterhead's page shows it
    const auto row = [](const char *setting, const char *title, LineOfBusiness line = LineOfBusiness::CommercialInsured) {
        QTest::newRow(setting) << QString::fromLatin1(setting) << line << QString::fromUtf8(title);
    };
    row("plan_name", "Name of the plan");
    row("phone", "Phone");
    row("benefit_section", "Section of the contract");
    row("appeal_limit", "Time to appeal, such as “180 days”");
    row("appeal_address", "Address for appeals");
    row("appeal_phone", "Phone for appeals");
    row("expedited_appeal_phone", "Phone for fast appeals");
    row("external_review", "External review and how to start it");
    row("consumer_assistance", "Consumer assistance");
    row("language_line", "Language assistance, in all languages");
    row("denial_code", "Denial code");
    row("peer_to_peer_phone", "Phone for peer-to-peer");
    row("fair_hearing", "State fair hearing (Medicaid)", LineOfBusiness::MedicaidManagedCare);
    row("continued_benefits", "Care that goes on during an appeal (Medicaid)", LineOfBusiness::MedicaidManagedCare);
}

void TestLetterComposer::settingNotSet()
{
    QFETCH(QString, setting);
    QFETCH(LineOfBusiness, line);
    QFETCH(QString, title);
    const auto without = [&setting](const JsonValue &values, const auto &self) -> JsonValue {
        JsonValue::Object kept;
        for (const auto &[name, value] : *values.asObject()) {
            if (name != setting)
                kept.emplace_back(name, value.asObject() ? self(value, self) : value);
        }
        return kept;
    };
    const Letterhead letterhead{without(m_fixture.letterhead().values, without), true};
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = line;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider, letterhead);
    QVERIFY(!composition.ok());
    QCOMPARE(composition.reasons.first().code, QStringLiteral("setting_not_set"));
    QCOMPARE(composition.reasons.first().message,
        QStringLiteral("The letterhead lacks what the letter needs: %1.").arg(title));
    for (const Error &reason : composition.reasons) // nobody knows a setting by its name in the file
        QVERIFY2(!reason.message.contains(u'_'), qPrintable(reason.message));
    QCOMPARE(composition.reasons.first().place, QStringLiteral("/letterhead/") + setting);
}

void TestLetterComposer::previewShowsWhatIsNotSet()
{
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    reviewCase.determination.rationale.clear();
    const Letterhead bare{JsonValue::Object{{QStringLiteral("plan_name"), QStringLiteral("Plan")}}, false};
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member, bare);
    QVERIFY(composition.letter.text.contains(
        QStringLiteral("[not set in the letterhead: Text of form CMS-10003 (Medicare Advantage), as it is]")));
    QVERIFY(composition.letter.text.contains(QStringLiteral("[not set in the letterhead: Address, a line each]")));
    QVERIFY(!composition.letter.text.contains(u'_'));
    QSet<QString> empty;
    for (const ChecklistRow &row : composition.letter.checklist) {
        if (row.text.isEmpty())
            empty.insert(row.id);
    }
    for (const char *row : {"cms_form", "appeal", "expedited_appeal", "plan_provision", "rationale", "copies"})
        QVERIFY2(empty.contains(QString::fromLatin1(row)), row);
    QVERIFY(!composition.letter.sample && !composition.letter.text.contains(QStringLiteral("SAMPLE")));
}

/// Nothing in templates or composer knows this policy: every criterion, fact and word comes from the pack.
void TestLetterComposer::secondPolicyNeedsNoTemplate()
{
    QDir letters(QStringLiteral(RESOURCES "/letters"));
    static const QRegularExpression known(
        QStringLiteral("MED140|I\\.B|emboliz|chemother|hepat|liver|tumor|progressive"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &folder : {QStringLiteral("."), QStringLiteral("parts")}) {
        const QDir dir(letters.filePath(folder));
        const QStringList names = dir.entryList({QStringLiteral("*.html")}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!QString::fromUtf8(file.readAll()).contains(known), qPrintable(name));
        }
    }
}

QTEST_GUILESS_MAIN(TestLetterComposer)
#include "tst_letter_composer.moc"
