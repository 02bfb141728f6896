#include "tests/letter/LetterTexts.h"

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

} // namespace

/// What is true of every letter, and what each kind says; a denial's grounds: tst_letter_grounds.
class TestLetterComposer : public QObject, private LetterTexts {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void everyLetter_data();
    void everyLetter();
    void memberAndProvider();
    void informationRequestAsksOnlyWhatIsNotDocumented();
    void approvalSaysWhatIsApproved();
    void hostileText_data();
    void hostileText();
    void settingNotSet_data();
    void settingNotSet();
    void previewShowsWhatIsNotSet();
    void secondPolicyNeedsNoTemplate();
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
    const QString text = letter.text.simplified();
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
