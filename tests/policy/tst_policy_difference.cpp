#include "tests/policy/PolicyFiles.h"

#include "policy/ConditionWords.h"
#include "policy/PolicyDifference.h"
#include "policy/PolicyShelf.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace reviewdesk;
using namespace reviewdesk::test;

namespace {

using Part = PolicyDifference::Part;
using Kind = PolicyDifference::Kind;

Policy read(const QByteArray &pack)
{
    PolicyReading reading = readPolicy(pack, packSchema());
    if (!reading.ok())
        qFatal("%s", qPrintable(problemLines(reading).join(u'\n')));
    return std::move(reading.policy);
}

/// "criterion I.B.3.a.i content: a -> b", and "!" before what can change an outcome.
QString told(const PolicyDifference &one)
{
    const char *kind = one.kind == Kind::Added ? "+" : one.kind == Kind::Removed ? "-" : "~";
    return QStringLiteral("%1%2 %3 %4 %5: %6 -> %7")
        .arg(one.decides ? QStringLiteral("!") : QString(), QString::fromLatin1(kind), partWords(one.part), one.id,
            one.aspect, one.before, one.after);
}

QStringList told(const QList<PolicyDifference> &differences)
{
    QStringList lines;
    for (const PolicyDifference &one : differences)
        lines << told(one);
    return lines;
}

Criterion &criterion(Policy &policy, const char *id)
{
    return policy.criteria[policy.criterionIndex(QString::fromLatin1(id))];
}

Fact &fact(Policy &policy, const char *id)
{
    return policy.facts[policy.factIndex(QString::fromLatin1(id))];
}

} // namespace

/// What two packs say differently.
class tst_policy_difference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePackSaysTheSame();
    void whatChangedIsSaidWithBothSides_data();
    void whatChangedIsSaidWithBothSides();
    void aThingThatOnlyOneHasIsToldWhole();
    void theWayBackIsTheMirror();
    void whatThingsAreCalledIsNoLogic();
    void twoFactsOfOneLabelAreToldApart();
    void theLoosenedPackDiffersWhereItSays();
    void conditionsAreReadable_data();
    void conditionsAreReadable();
    void everyAspectHasWords();
    void packsAreFoundOnTheShelf();
    void aFileThatIsNoneIsAProblemWithItsPlace();

private:
    const Policy m_med140 = read(med140Bytes());
};

void tst_policy_difference::onePackSaysTheSame()
{
    QCOMPARE(told(differencesBetween(m_med140, m_med140)), QStringList());
    const Policy second = read(secondPackBytes());
    QCOMPARE(told(differencesBetween(second, second)), QStringList());
}

void tst_policy_difference::whatChangedIsSaidWithBothSides_data()
{
    using Edit = std::function<void(Policy &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("words") << Edit([](Policy &policy) {
        criterion(policy, "I.A").words = QStringLiteral("Elsewhere; or");
    }) << "~ Criterion I.A words: Locations other than the liver; or -> Elsewhere; or";
    QTest::newRow("place") << Edit([](Policy &policy) {
        criterion(policy, "I.A").source.section = QStringLiteral("p. 9");
    }) << "~ Criterion I.A section: MEDICAL POLICY CRITERIA, I.A -> p. 9";
    QTest::newRow("gate") << Edit([](Policy &policy) { criterion(policy, "I.A").gate = {}; })
                          << "!~ Criterion I.A gate: Location is Another location -> always";
    QTest::newRow("content") << Edit([](Policy &policy) {
        Condition &content = criterion(policy, "I.B.3.b.i").content;
        content.parts.erase(content.parts.begin() + 1);
    })
                             << "!~ Criterion I.B.3.b.i content: Liver-dominant disease is Yes and Progressive disease "
                                "is Yes and Diffuse disease is "
                                "Yes -> Liver-dominant disease is Yes and Diffuse disease is Yes";
    QTest::newRow("question") << Edit([](Policy &policy) {
        fact(policy, "progressive").question = QStringLiteral("Growing?");
    }) << "~ Question progressive question: Is the disease progressive? -> Growing?";
    QTest::newRow("domain")
        << Edit([](Policy &policy) {
               fact(policy, "metastatic_type").options[4].value = QStringLiteral("chest"); // no criterion reads it
           })
        << "!~ Question metastatic_type options: "
           "neuroendocrine|colorectal|appendiceal_adenocarcinoid|melanoma|breast|pancreatic|other -> "
           "neuroendocrine|colorectal|appendiceal_adenocarcinoid|melanoma|chest|pancreatic|other";
    QTest::newRow("asked when") << Edit([](Policy &policy) { fact(policy, "unresectable").askedWhen = {}; })
                                << "!~ Question unresectable asked_when: Location is Liver -> always";
    QTest::newRow("outcome's criteria") << Edit([](Policy &policy) { policy.outcomes[0].criteria.removeLast(); })
                                        << "!~ Outcome medically_necessary criteria: I, II, III -> I, II";
    QTest::newRow("document") << Edit([](Policy &policy) { policy.documentation[0].label = QStringLiteral("Plan"); })
                              << "~ Required document planned_therapy label: Planned therapy -> Plan";
    QTest::newRow("title") << Edit([](Policy &policy) { policy.title = QStringLiteral("Other"); })
                           << QStringLiteral("~ The policy  title: %1 -> Other").arg(m_med140.title);
    QTest::newRow("origin") << Edit([](Policy &policy) { policy.origin = QStringLiteral("May 2011"); })
                            << "~ The policy  origin: December 2010 -> May 2011";
    QTest::newRow("effective") << Edit([](Policy &policy) { policy.effective = QStringLiteral("2011-01-01"); })
                               << "~ The policy  effective:  -> 2011-01-01";
    QTest::newRow("code") << Edit([](Policy &policy) { policy.codes[0].descriptor = QStringLiteral("Other"); })
                          << QStringLiteral("~ Code %1 %2 descriptor: %3 -> Other")
                                 .arg(m_med140.codes.at(0).system, m_med140.codes.at(0).code,
                                     m_med140.codes.at(0).descriptor);
    QTest::newRow("note") << Edit([](Policy &policy) { policy.notes[0].inLetter = !policy.notes[0].inLetter; })
                          << "~ Note other_primary_tumor in_letter: yes -> no";
}

void tst_policy_difference::whatChangedIsSaidWithBothSides()
{
    QFETCH(std::function<void(Policy &)>, edit);
    QFETCH(QString, expected);
    Policy other = m_med140;
    edit(other);
    const QStringList found = told(differencesBetween(m_med140, other));
    QVERIFY2(found.contains(expected), qPrintable(found.join(u'\n')));
    const bool namedElsewhere = expected.contains(QLatin1String("chest")); // by phrases, which follow
    QVERIFY2(found.size() == 1 || namedElsewhere, qPrintable(found.join(u'\n')));
}

void tst_policy_difference::aThingThatOnlyOneHasIsToldWhole()
{
    Policy other = m_med140;
    other.codes.append({QStringLiteral("CPT"), QStringLiteral("99999"), QStringLiteral("Invented")});
    QCOMPARE(told(differencesBetween(m_med140, other)),
        QStringList{QStringLiteral("+ Code CPT 99999 descriptor:  -> Invented")});
    QCOMPARE(told(differencesBetween(other, m_med140)),
        QStringList{QStringLiteral("- Code CPT 99999 descriptor: Invented -> ")});
    Criterion added;
    added.id = QStringLiteral("V");
    added.summary = QStringLiteral("Five");
    added.words = QStringLiteral("In five cases");
    other = m_med140;
    other.criteria.append(added);
    QCOMPARE(told(differencesBetween(m_med140, other)),
        (QStringList{QStringLiteral("+ Criterion V words:  -> In five cases"),
            QStringLiteral("!+ Criterion V gate:  -> always"), QStringLiteral("!+ Criterion V content:  -> always"),
            QStringLiteral("+ Criterion V summary:  -> Five")}));
}

void tst_policy_difference::theWayBackIsTheMirror()
{
    const Policy second = read(secondPackBytes());
    const QList<PolicyDifference> there = differencesBetween(m_med140, second);
    const QList<PolicyDifference> back = differencesBetween(second, m_med140);
    QCOMPARE(there.size(), back.size());
    for (const PolicyDifference &one : there) {
        const auto mirrored = std::find_if(back.cbegin(), back.cend(), [&one](const PolicyDifference &other) {
            return other.part == one.part && other.id == one.id && other.aspect == one.aspect;
        });
        QVERIFY2(mirrored != back.cend(), qPrintable(told(one)));
        QCOMPARE(mirrored->before, one.after);
        QCOMPARE(mirrored->after, one.before);
        QCOMPARE(mirrored->decides, one.decides);
    }
}

/// Another label, in every criterion that reads the fact, is one difference and no change of logic.
void tst_policy_difference::whatThingsAreCalledIsNoLogic()
{
    Policy other = m_med140;
    fact(other, "progressive").label = QStringLiteral("Growth");
    for (const PolicyDifference &one : differencesBetween(m_med140, other)) {
        QVERIFY2(!one.decides, qPrintable(told(one)));
        QVERIFY2(one.part == Part::Fact || one.part == Part::Passages, qPrintable(told(one)));
    }
}

void tst_policy_difference::twoFactsOfOneLabelAreToldApart()
{
    Policy before = m_med140;
    fact(before, "diffuse").label = fact(before, "progressive").label;
    Policy after = before;
    Condition &content = criterion(after, "I.B.3.a.i").content;
    for (Condition &part : content.parts) {
        if (part.fact == after.factIndex(u"diffuse"))
            part.fact = after.factIndex(u"progressive");
    }
    const QList<PolicyDifference> differences = differencesBetween(before, after);
    QCOMPARE(differences.size(), 1);
    QVERIFY2(differences.at(0).before.contains(QLatin1String("diffuse=true")), qPrintable(told(differences.at(0))));
    QVERIFY2(differences.at(0).after.contains(QLatin1String("progressive=true")), qPrintable(told(differences.at(0))));
}

void tst_policy_difference::theLoosenedPackDiffersWhereItSays()
{
    const Policy loosened = read(fileBytes(QStringLiteral(TEST_DATA "/policy/med140-loosened.json")));
    QStringList logic;
    for (const PolicyDifference &one : differencesBetween(m_med140, loosened)) {
        if (one.decides)
            logic << told(one);
    }
    QCOMPARE(logic,
        QStringList{
            QStringLiteral("!~ Criterion I.B.3.b.i content: Liver-dominant disease is Yes and Progressive disease "
                           "is Yes and Diffuse disease is Yes -> Liver-dominant disease is Yes and Diffuse "
                           "disease is Yes")});
}

void tst_policy_difference::conditionsAreReadable_data()
{
    QTest::addColumn<QString>("criterion");
    QTest::addColumn<bool>("gate");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("form");
    QTest::newRow("always") << "II" << false << "always"
                            << "true";
    QTest::newRow("one") << "I" << true << "Procedure is Radioembolization"
                         << "procedure=radioembolization";
    QTest::newRow("criteria") << "I" << false << "I.A is met or I.B is met"
                              << "any(I.A,I.B)";
    QTest::newRow("not") << "IV" << false << "not: I is met"
                         << "not(I)";
    QTest::newRow("nested")
        << "I.B.3" << false
        << "Unresectable is Yes, unresectable and (I.B.3.a is met or I.B.3.b is met or I.B.3.c is met)"
        << "all(unresectable=true,any(I.B.3.a,I.B.3.b,I.B.3.c))";
    QTest::newRow("several values") << "I.B.3.b" << true
                                    << "Type of metastatic tumor is Colorectal or Appendiceal adenocarcinoid"
                                    << "metastatic_type=appendiceal_adenocarcinoid|colorectal";
}

void tst_policy_difference::conditionsAreReadable()
{
    QFETCH(QString, criterion);
    QFETCH(bool, gate);
    const Criterion &asked = m_med140.criteria.at(m_med140.criterionIndex(criterion));
    const Condition &condition = gate ? asked.gate : asked.content;
    QTEST(conditionWords(condition, m_med140), "words");
    QTEST(conditionForm(condition, m_med140), "form");
}

void tst_policy_difference::everyAspectHasWords()
{
    const Policy second = read(secondPackBytes());
    Policy empty;
    QList<PolicyDifference> all = differencesBetween(m_med140, second) + differencesBetween(empty, m_med140);
    for (const PolicyDifference &one : all) {
        QVERIFY2(!partWords(one.part).isEmpty(), qPrintable(told(one)));
        QVERIFY2(!aspectWords(one).contains(u'_'), qPrintable(told(one)));
    }
}

void tst_policy_difference::packsAreFoundOnTheShelf()
{
    const QList<ShelvedPolicy> shelf = shelvedPolicies(QStringLiteral(RESOURCES));
    QVERIFY(!shelf.isEmpty());
    for (const ShelvedPolicy &one : shelf)
        QVERIFY2(one.reading.ok(), qPrintable(one.path + problemLines(one.reading).join(u'\n')));
    QVERIFY(std::any_of(shelf.cbegin(), shelf.cend(), [this](const ShelvedPolicy &one) {
        return one.reading.policy.digest == m_med140.digest && one.path.endsWith(QLatin1String("origin-2010-12.json"));
    }));
}

void tst_policy_difference::aFileThatIsNoneIsAProblemWithItsPlace()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("pack.json"));
    const PolicyReading missing = readPolicyFile(file, QStringLiteral(RESOURCES));
    QCOMPARE(missing.problems.size(), 1);
    QCOMPARE(missing.problems.at(0).place, file);
    QFile bad(file);
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{\"id\": 3}");
    bad.close();
    const PolicyReading reading = readPolicyFile(file, QStringLiteral(RESOURCES));
    QVERIFY(problemLines(reading).join(u'\n').contains(QLatin1String("/id: ")));
    QVERIFY(reading.problems.size() > 1);
}

QTEST_GUILESS_MAIN(tst_policy_difference)
#include "tst_policy_difference.moc"
