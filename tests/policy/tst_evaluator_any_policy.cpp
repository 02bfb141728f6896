#include "NaiveEvaluator.h"
#include "PolicySamples.h"

#include "policy/Evaluator.h"

#include <QtTest>

using namespace reviewdesk;

/// Policies of random shape, so that nothing in the evaluator can lean on one policy's shape.
class tst_evaluator_any_policy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithDefinitions();
    void findsPackFaults();
    void staysExactWithManyFacts();
    void saysWhenTooLarge();
};

void tst_evaluator_any_policy::agreesWithDefinitions()
{
    const int policies = qEnvironmentVariableIsSet("REVIEWDESK_FULL") ? 3000 : 150;
    std::mt19937 random(140);
    int changes = 0;
    int undetermined = 0;
    int decided = 0;
    Evaluation actual; // one value throughout: its memory is used again
    for (int round = 0; round < policies; ++round) {
        const Policy policy = randomPolicy(random);
        const Evaluator evaluator(policy);
        const NaiveEvaluator naive(policy);
        for (int sample = 0; sample < 40; ++sample) {
            const double known = 0.25 * (sample % 5);
            const Answers answers = randomAnswers(policy, 0.5 + known / 2, known, random);
            evaluator.evaluate(answers, actual);
            const QString wrong = differences(policy, actual, naive.evaluate(answers));
            QVERIFY2(wrong.isEmpty(),
                qPrintable(QStringLiteral("policy %1, %2: %3").arg(round).arg(described(policy, answers), wrong)));
            changes += static_cast<int>(actual.wouldMeet.size());
            undetermined += actual.needed.empty() ? 0 : 1;
            decided += actual.decided() ? 1 : 0;
        }
        for (std::size_t n = 0; n < naive.completeCases(); n += 7)
            QCOMPARE(evaluator.outcomeOfComplete(naive.completeCase(n)), naive.verdictOf(n).outcome);
    }
    // The sample must have had something to find.
    QVERIFY(changes > policies && undetermined > policies && decided > policies);
}

void tst_evaluator_any_policy::findsPackFaults()
{
    std::mt19937 random(7);
    int neverMet = 0;
    int withoutOutcome = 0;
    int overlapping = 0;
    for (int round = 0; round < 200; ++round) {
        const Policy policy = randomPolicy(random);
        const Evaluator evaluator(policy);
        const NaiveEvaluator naive(policy);
        std::vector<bool> met(static_cast<std::size_t>(policy.criteria.size()));
        bool leavesOut = false;
        std::vector<std::pair<int, int>> overlaps;
        for (std::size_t n = 0; n < naive.completeCases(); ++n) {
            const Evaluation verdict = naive.verdictOf(n);
            leavesOut = leavesOut || !verdict.decided();
            for (std::size_t i = 0; i < met.size(); ++i)
                met[i] = met[i] || verdict.criteria[i] == CriterionStatus::Met;
            const auto holds = [&](int outcome) {
                return std::ranges::any_of(policy.outcomes[outcome].criteria, [&](int criterion) {
                    return verdict.criteria[static_cast<std::size_t>(criterion)] == CriterionStatus::Met;
                });
            };
            for (int i = 0; i < policy.outcomes.size(); ++i)
                for (int j = i + 1; j < policy.outcomes.size(); ++j)
                    if (holds(i) && holds(j) && std::ranges::find(overlaps, std::pair(i, j)) == overlaps.end())
                        overlaps.emplace_back(i, j);
        }
        std::vector<int> never;
        for (int i = 0; i < policy.criteria.size(); ++i)
            if (!met[static_cast<std::size_t>(i)])
                never.push_back(i);
        QCOMPARE(evaluator.criteriaNeverMet(), never);
        QCOMPARE(evaluator.leavesCaseWithoutOutcome(), leavesOut);
        std::vector<std::pair<int, int>> found = evaluator.outcomesThatOverlap();
        std::ranges::sort(found);
        std::ranges::sort(overlaps);
        QCOMPARE(found, overlaps);
        neverMet += never.empty() ? 0 : 1;
        withoutOutcome += leavesOut ? 1 : 0;
        overlapping += overlaps.empty() ? 0 : 1;
    }
    QVERIFY(neverMet > 0 && withoutOutcome > 0 && overlapping > 0);
}

namespace {

Policy manyFacts(int count)
{
    Policy policy;
    for (int i = 0; i < count; ++i) {
        Fact fact;
        fact.id = QStringLiteral("f%1").arg(i);
        fact.options = {{QStringLiteral("true"), {}, {}, {}, {}}, {QStringLiteral("false"), {}, {}, {}, {}}};
        policy.facts.push_back(fact);
    }
    Criterion met;
    met.id = QStringLiteral("I");
    policy.criteria.push_back(met);
    Criterion rest;
    rest.id = QStringLiteral("II");
    rest.content.kind = Condition::Kind::Not;
    rest.content.parts.emplace_back();
    rest.content.parts[0].kind = Condition::Kind::CriterionHolds;
    rest.content.parts[0].criterion = 0;
    policy.criteria.push_back(rest);
    policy.outcomes = {{QStringLiteral("yes"), OutcomeEffect::Approvable, {}, {}, {0}},
        {QStringLiteral("no"), OutcomeEffect::Adverse, {}, {}, {1}}};
    return policy;
}

Condition isTrue(int fact)
{
    Condition test;
    test.kind = Condition::Kind::FactIs;
    test.fact = fact;
    test.options = {0};
    return test;
}

} // namespace

/// 64 facts have more completions than anyone can count; the answers are known by thinking.
void tst_evaluator_any_policy::staysExactWithManyFacts()
{
    Policy policy = manyFacts(64);
    Condition &content = policy.criteria[0].content;
    content.kind = Condition::Kind::AtLeast;
    content.count = 62;
    for (int fact = 0; fact < 64; ++fact)
        content.parts.push_back(isTrue(fact));
    const Evaluator evaluator(policy);
    QVERIFY(!evaluator.tooLarge());

    Answers answers(64);
    QCOMPARE(evaluator.evaluate(answers).needed.size(), std::size_t{64});
    answers.set(0, 1);
    answers.set(63, 1);
    QCOMPARE(evaluator.evaluate(answers).needed.size(), std::size_t{62});
    answers.set(31, 1);
    const Evaluation adverse = evaluator.evaluate(answers);
    QCOMPARE(adverse.outcome, 1);
    QCOMPARE(adverse.decisive, (std::vector<int>{0, 31, 63}));
    // 62 of 64 must be true: i of the three turned round and 62 - i of the 61 open ones true, so C(61, 0) * 3 + C(61,
    // 1) * 3 + C(61, 2) ways, of 62 facts each: all but two.
    QCOMPARE(adverse.wouldMeet.size(), std::size_t{3 + 3 * 61 + 1830});
    for (const Assignment &assignment : adverse.wouldMeet)
        QCOMPARE(assignment.size(), std::size_t{62});
    QCOMPARE(adverse.wouldMeet.front().back(), std::pair(61, 0));
    QCOMPARE(adverse.wouldMeet.back().front(), std::pair(2, 0));

    // An odd number of true ones: every single given fact turned round meets it, nothing smaller or larger does.
    Policy parity = manyFacts(40);
    Condition odd = isTrue(0);
    for (int fact = 1; fact < 40; ++fact) {
        Condition both;
        both.kind = Condition::Kind::AtLeast;
        both.count = 2;
        both.parts = {odd, isTrue(fact)};
        Condition one;
        one.kind = Condition::Kind::Any;
        one.parts = {odd, isTrue(fact)};
        Condition notBoth;
        notBoth.kind = Condition::Kind::Not;
        notBoth.parts = {both};
        // The tree doubles with each fact: name it as a criterion instead.
        Criterion step;
        step.id = QStringLiteral("odd%1").arg(fact);
        step.content.kind = Condition::Kind::All;
        step.content.parts = {one, notBoth};
        parity.criteria.push_back(step);
        odd = {};
        odd.kind = Condition::Kind::CriterionHolds;
        odd.criterion = static_cast<int>(parity.criteria.size()) - 1;
    }
    parity.criteria[0].content = odd;
    const Evaluator oddEvaluator(parity);
    Answers none(40);
    for (int fact = 0; fact < 40; ++fact)
        none.set(fact, 1);
    const Evaluation even = oddEvaluator.evaluate(none);
    QCOMPARE(even.outcome, 1);
    QCOMPARE(even.wouldMeet.size(), std::size_t{40});
    for (int fact = 0; fact < 40; ++fact)
        QCOMPARE(even.wouldMeet[static_cast<std::size_t>(fact)], (Assignment{{fact, 0}}));
}

/// (f0 and f32) or (f1 and f33) or ...: in policy order its diagram doubles with each pair. The evaluator must not eat
/// the machine over a hostile pack.
void tst_evaluator_any_policy::saysWhenTooLarge()
{
    Policy policy = manyFacts(64);
    Condition &content = policy.criteria[0].content;
    content.kind = Condition::Kind::Any;
    for (int fact = 0; fact < 32; ++fact) {
        Condition both;
        both.kind = Condition::Kind::All;
        both.parts = {isTrue(fact), isTrue(fact + 32)};
        content.parts.push_back(both);
    }
    QVERIFY(Evaluator(policy).tooLarge());
    content.parts.resize(8);
    QVERIFY(!Evaluator(policy).tooLarge());
}

QTEST_APPLESS_MAIN(tst_evaluator_any_policy)
#include "tst_evaluator_any_policy.moc"
