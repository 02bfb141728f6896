#include "tests/policy/PolicyFiles.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace reviewdesk;
using namespace reviewdesk::test;

namespace {

QString describe(const Policy &policy, const Condition &condition)
{
    const auto parts = [&](const QString &glue) {
        QStringList texts;
        for (const Condition &part : condition.parts)
            texts.append(describe(policy, part));
        return texts.size() == 1 ? texts.front() : u'(' + texts.join(glue) + u')';
    };
    switch (condition.kind) {
    case Condition::Kind::Always:
        return QStringLiteral("true");
    case Condition::Kind::Never:
        return QStringLiteral("false");
    case Condition::Kind::All:
        return parts(QStringLiteral(" and "));
    case Condition::Kind::Any:
        return parts(QStringLiteral(" or "));
    case Condition::Kind::Not:
        return QStringLiteral("not ") + parts(QString());
    case Condition::Kind::AtLeast:
        return QStringLiteral("%1 of ").arg(condition.count) + parts(QStringLiteral(", "));
    case Condition::Kind::CriterionHolds:
        return policy.criteria.at(condition.criterion).id;
    case Condition::Kind::FactIs:
        break;
    }
    const Fact &fact = policy.facts.at(condition.fact);
    QStringList values;
    for (const int option : condition.options)
        values.append(fact.options.at(option).value);
    const QString value = values.join(u'|');
    if (fact.kind == FactKind::Choice)
        return fact.id + u'=' + value;
    return value == QLatin1String("true") ? fact.id : QStringLiteral("not ") + fact.id;
}

/// The document with its white space folded and words joined again that a line end cut ("liver-\ndominant").
QString folded(QString text)
{
    static const QRegularExpression hyphen(QStringLiteral("-[ ]*\\n\\s*"));
    return text.replace(hyphen, QStringLiteral("-")).simplified();
}

} // namespace

/// The MED140 pack against the policy's text and the evaluation contract.
class PolicyPackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headStatesWhatTheTextStates();
    void facts_data();
    void facts();
    void factsAreComplete();
    void criteria_data();
    void criteria();
    void criteriaAreComplete();
    void onlyUnresectableMetastasesHaveAConditionOfTheirOwn();
    void outcomes();
    void quotesAreTheTexts();
    void documentation();
    void recordedItems();
    void codes();
    void secondPackIsSound();

private:
    Policy m_policy;
};

void PolicyPackTest::initTestCase()
{
    const PolicyReading reading = readPolicy(med140Bytes(), packSchema());
    QCOMPARE(problemLines(reading), QStringList());
    m_policy = reading.policy;
}

void PolicyPackTest::headStatesWhatTheTextStates()
{
    QCOMPARE(m_policy.id, QStringLiteral("MED140"));
    QCOMPARE(m_policy.version, QStringLiteral("origin-2010-12"));
    QCOMPARE(m_policy.origin, QStringLiteral("December 2010"));
    QVERIFY2(m_policy.effective.isEmpty(), "the text states no effective date");
    const QByteArray text = fileBytes(QStringLiteral(TEST_DATA "/policy/MED140.txt"));
    QCOMPARE(
        m_policy.sourceSha256, QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(m_policy.digest.size(), 64);
}

void PolicyPackTest::facts_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("askedWhen");
    QTest::addColumn<QString>("section");

    const QString yesNo = QStringLiteral("true false");
    const QString liver = QStringLiteral("location=liver");
    const QString metastatic = QStringLiteral("tumor_origin=metastatic");
    const QString neuroendocrine = QStringLiteral("metastatic_type=neuroendocrine");
    const QString colorectal = QStringLiteral("metastatic_type=colorectal|appendiceal_adenocarcinoid");
    int position = 0;
    const auto row = [&](const char *id, const QString &values, const QString &askedWhen, const char *section) {
        QTest::newRow(id) << position++ << values << askedWhen << QString::fromLatin1(section);
    };
    row("procedure", QStringLiteral("radioembolization tae tace"), QStringLiteral("true"), "procedure");
    row("location", QStringLiteral("liver other"), QStringLiteral("true"), "location");
    row("tumor_origin", QStringLiteral("primary metastatic"), liver, "tumor");
    row("primary_type", QStringLiteral("hcc icc other"), QStringLiteral("tumor_origin=primary"), "tumor");
    row("metastatic_type",
        QStringLiteral("neuroendocrine colorectal appendiceal_adenocarcinoid melanoma breast pancreatic other"),
        metastatic, "tumor");
    row("melanoma_type", QStringLiteral("ocular_uveal cutaneous other"), QStringLiteral("metastatic_type=melanoma"),
        "tumor");
    row("unresectable", yesNo, liver, "liver_disease");
    row("bridge_to_transplant", yesNo, QStringLiteral("primary_type=hcc"), "liver_disease");
    row("liver_dominant", yesNo, metastatic, "liver_disease");
    row("diffuse", yesNo, metastatic, "liver_disease");
    row("progressive", yesNo, metastatic, "liver_disease");
    row("symptomatic", yesNo, metastatic, "liver_disease");
    row("systemic_therapy_failed", yesNo, neuroendocrine, "prior_therapy");
    row("systemic_therapy_candidate", yesNo, neuroendocrine, "prior_therapy");
    row("chemotherapy_refractory", yesNo, colorectal, "prior_therapy");
    row("chemotherapy_candidate", yesNo, colorectal, "prior_therapy");
}

void PolicyPackTest::facts()
{
    QFETCH(int, position);
    QFETCH(QString, values);
    const Fact &fact = m_policy.facts.at(position);
    QCOMPARE(fact.id, QString::fromLatin1(QTest::currentDataTag()));
    QStringList found;
    for (const FactOption &option : fact.options) {
        found.append(option.value);
        QVERIFY(!option.label.isEmpty() && !option.statement.isEmpty());
        QVERIFY2(!option.statement.endsWith(u'.') && option.statement.front().isLower(), qPrintable(option.statement));
        QCOMPARE(option.counterfactual.isEmpty(), fact.kind == FactKind::Choice);
    }
    QCOMPARE(found.join(u' '), values);
    QTEST(describe(m_policy, fact.askedWhen), "askedWhen");
    QTEST(fact.section, "section");
    QVERIFY2(fact.question.endsWith(u'?'), qPrintable(fact.question));
    QVERIFY2(fact.whether.startsWith(QLatin1String("wh")), qPrintable(fact.whether));
    QVERIFY(!fact.documentation.isEmpty());
}

void PolicyPackTest::factsAreComplete()
{
    QCOMPARE(m_policy.facts.size(), 16);
}

void PolicyPackTest::criteria_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("content");

    const QString always = QStringLiteral("true");
    int position = 0;
    const auto row = [&](const char *id, const char *gate, const char *content) {
        QTest::newRow(id) << position++ << QString::fromLatin1(gate) << QString::fromLatin1(content);
    };
    row("I", "procedure=radioembolization", "(I.A or I.B)");
    row("I.A", "location=other", "true");
    row("I.B", "location=liver", "(I.B.1 or I.B.2 or I.B.3 or I.B.4)");
    row("I.B.1", "(tumor_origin=primary and primary_type=hcc)", "unresectable");
    row("I.B.2", "(tumor_origin=primary and primary_type=hcc)", "bridge_to_transplant");
    row("I.B.3", "tumor_origin=metastatic", "(unresectable and (I.B.3.a or I.B.3.b or I.B.3.c))");
    row("I.B.3.a", "metastatic_type=neuroendocrine", "(I.B.3.a.i and I.B.3.a.ii)");
    row("I.B.3.a.i", "true", "(liver_dominant and diffuse and symptomatic)");
    row("I.B.3.a.ii", "true", "(systemic_therapy_failed or not systemic_therapy_candidate)");
    row("I.B.3.b", "metastatic_type=colorectal|appendiceal_adenocarcinoid", "(I.B.3.b.i and I.B.3.b.ii)");
    row("I.B.3.b.i", "true", "(liver_dominant and progressive and diffuse)");
    row("I.B.3.b.ii", "true", "(chemotherapy_refractory or not chemotherapy_candidate)");
    row("I.B.3.c", "metastatic_type=melanoma",
        "(melanoma_type=ocular_uveal|cutaneous and liver_dominant and progressive and diffuse)");
    row("I.B.4", "(tumor_origin=primary and primary_type=icc)", "unresectable");
    row("II", "procedure=tae", "true");
    row("III", "procedure=tace", "true");
    row("IV", "(procedure=radioembolization and location=liver)", "not I");
}

void PolicyPackTest::criteria()
{
    QFETCH(int, position);
    const Criterion &criterion = m_policy.criteria.at(position);
    QCOMPARE(criterion.id, QString::fromLatin1(QTest::currentDataTag()));
    QTEST(describe(m_policy, criterion.gate), "gate");
    QTEST(describe(m_policy, criterion.content), "content");
    const qsizetype point = criterion.id.lastIndexOf(u'.');
    if (point < 0)
        QCOMPARE(criterion.parent, -1);
    else
        QCOMPARE(m_policy.criteria.at(criterion.parent).id, criterion.id.left(point));
    for (const int child : criterion.children)
        QCOMPARE(m_policy.criteria.at(child).parent, position);
    QVERIFY(!criterion.words.isEmpty() && !criterion.summary.isEmpty());
}

void PolicyPackTest::criteriaAreComplete()
{
    QCOMPARE(m_policy.criteria.size(), 17);
}

void PolicyPackTest::onlyUnresectableMetastasesHaveAConditionOfTheirOwn()
{
    for (const Criterion &criterion : m_policy.criteria)
        QCOMPARE(criterion.own ? describe(m_policy, *criterion.own) : QString(),
            criterion.id == QLatin1String("I.B.3") ? QStringLiteral("unresectable") : QString());
}

void PolicyPackTest::outcomes()
{
    QCOMPARE(m_policy.outcomes.size(), 2);
    const auto ids = [&](const OutcomeRule &outcome) {
        QStringList found;
        for (const int criterion : outcome.criteria)
            found.append(m_policy.criteria.at(criterion).id);
        return found.join(u' ');
    };
    QCOMPARE(m_policy.outcomes.at(0).id, QStringLiteral("medically_necessary"));
    QCOMPARE(m_policy.outcomes.at(0).effect, OutcomeEffect::Approvable);
    QCOMPARE(ids(m_policy.outcomes.at(0)), QStringLiteral("I II III"));
    QCOMPARE(m_policy.outcomes.at(1).id, QStringLiteral("investigational"));
    QCOMPARE(m_policy.outcomes.at(1).effect, OutcomeEffect::Adverse);
    QCOMPARE(ids(m_policy.outcomes.at(1)), QStringLiteral("IV"));
}

void PolicyPackTest::quotesAreTheTexts()
{
    const QString text = folded(QString::fromUtf8(fileBytes(QStringLiteral(TEST_DATA "/policy/MED140.txt"))));
    QStringList quotes{m_policy.contractPrecedence};
    for (const Fact &fact : m_policy.facts)
        quotes.append(fact.source.quote);
    for (const Criterion &criterion : m_policy.criteria)
        quotes.append(criterion.words);
    for (const DocumentationItem &item : m_policy.documentation)
        quotes.append(item.words);
    for (const RecordedItem &item : m_policy.recorded)
        quotes.append(item.source.quote);
    for (const PolicyNote &note : m_policy.notes)
        quotes.append(note.source.quote);
    for (const QString &quote : quotes) {
        QVERIFY(!quote.isEmpty());
        QCOMPARE(quote, quote.simplified());
        QVERIFY2(text.contains(quote), qPrintable(quote));
    }

    // A criterion's words are the whole item: nothing of it is left out at its end.
    qsizetype at = text.indexOf(QLatin1String("MEDICAL POLICY CRITERIA"));
    for (const Criterion &criterion : m_policy.criteria) {
        const QString label = criterion.id.section(u'.', -1) + QLatin1String(". ");
        const qsizetype next = text.indexOf(label + criterion.words, at);
        QVERIFY2(next >= at, qPrintable(criterion.id));
        const QString between = text.mid(at, next - at).trimmed();
        QVERIFY2(
            at == text.indexOf(QLatin1String("MEDICAL POLICY CRITERIA")) || between.isEmpty(), qPrintable(between));
        at = next + label.size() + criterion.words.size();
    }
    QVERIFY(text.mid(at).trimmed().startsWith(QLatin1String("NOTE: A summary")));
}

void PolicyPackTest::documentation()
{
    QStringList found;
    for (const DocumentationItem &item : m_policy.documentation)
        found.append(item.id + QLatin1String(": ") + describe(m_policy, item.requiredWhen));
    const QString liver = QStringLiteral("location=liver");
    QCOMPARE(found,
        QStringList({QStringLiteral("planned_therapy: ") + liver, QStringLiteral("tumor_type: ") + liver,
            QStringLiteral("disease_extent: ") + liver,
            QStringLiteral("symptoms: (location=liver and metastatic_type=neuroendocrine)"),
            QStringLiteral("unresectability: ") + liver, QStringLiteral("prior_treatments: ") + liver,
            QStringLiteral("systemic_therapy_rationale: ") + liver,
            QStringLiteral("bridge_to_transplant: (location=liver and primary_type=hcc)")}));
    QVERIFY(m_policy.documentationItem(u"planned_therapy"));
    QVERIFY(!m_policy.documentationItem(u"planned"));
}

void PolicyPackTest::recordedItems()
{
    QStringList found;
    for (const RecordedItem &item : m_policy.recorded) {
        found.append(item.id);
        QVERIFY(!item.note.isEmpty());
    }
    QCOMPARE(found.join(u' '),
        QStringLiteral(
            "neuroendocrine_subtype extrahepatic_disease approach embolization_agent prior_treatments child_pugh ecog "
            "portal_vein_thrombosis"));
    QCOMPARE(m_policy.recorded.front().options.size(), 8);
}

void PolicyPackTest::codes()
{
    QStringList found;
    for (const CodeEntry &entry : m_policy.codes)
        found.append(entry.code);
    QCOMPARE(
        found.join(u' '), QStringLiteral("37242 37243 75894 77399 77778 79445 C2616 S2095 C22.0 C22.1 C78.7 C7B.02"));
    for (const CodeCheck &check : m_policy.codeChecks) {
        QVERIFY(check.message.contains(QLatin1String("{code}")));
        for (const QString &code : check.codes)
            QVERIFY2(found.contains(code), qPrintable(code));
    }
}

void PolicyPackTest::secondPackIsSound()
{
    const PolicyReading reading = readPolicy(secondPackBytes(), packSchema());
    QCOMPARE(problemLines(reading), QStringList());
    QCOMPARE(reading.policy.outcomes.front().id, QStringLiteral("covered"));
}

QTEST_APPLESS_MAIN(PolicyPackTest)
#include "tst_policy_pack.moc"
