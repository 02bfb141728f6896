#include "NaiveEvaluator.h"
#include "PolicyFiles.h"
#include "PolicySamples.h"

#include "policy/Evaluator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace reviewdesk;

namespace {

bool full()
{
    return qEnvironmentVariableIsSet("REVIEWDESK_FULL");
}

/// A pack with its evaluator and the naive one.
struct Subject {
    Policy policy;
    std::unique_ptr<Evaluator> evaluator;
    std::unique_ptr<NaiveEvaluator> naive;

    bool read(const QByteArray &pack)
    {
        const PolicyReading reading = readPolicy(pack, test::packSchema());
        policy = reading.policy;
        evaluator = std::make_unique<Evaluator>(policy);
        naive = std::make_unique<NaiveEvaluator>(policy);
        return reading.ok();
    }

    QString wrongAbout(const Answers &answers) const
    {
        const QString wrong = differences(policy, evaluator->evaluate(answers), naive->evaluate(answers));
        return wrong.isEmpty() ? QString() : described(policy, answers) + QStringLiteral(": ") + wrong;
    }
};

/// What a vector's `expect` or `facts` say, by positions.
std::vector<int> positions(const QJsonValue &names, const auto &indexOf)
{
    std::vector<int> list;
    for (const QJsonValue &name : names.toArray())
        list.push_back(indexOf(name.toString()));
    return list;
}

int optionOf(const Fact &fact, const QJsonValue &value)
{
    const QString word =
        value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
    for (int option = 0; option < fact.options.size(); ++option)
        if (fact.options[option].value == word)
            return option;
    return Answers::NotDocumented;
}

Answers answersOf(const Policy &policy, const QJsonObject &facts)
{
    Answers answers(static_cast<int>(policy.facts.size()));
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        const int position = policy.factIndex(fact.key());
        answers.set(position, optionOf(policy.facts[position], fact.value()));
    }
    return answers;
}

Evaluation expected(const Policy &policy, const QJsonObject &expect)
{
    const auto criterionIndex = [&](const QString &id) { return policy.criterionIndex(id); };
    const auto factIndex = [&](const QString &id) { return policy.factIndex(id); };
    static const QStringList statuses{
        QStringLiteral("met"), QStringLiteral("not_met"), QStringLiteral("not_applicable"), QStringLiteral("unknown")};
    Evaluation evaluation;
    for (int i = 0; i < policy.outcomes.size(); ++i)
        if (policy.outcomes[i].id == expect[u"outcome"].toString())
            evaluation.outcome = i;
    for (const Criterion &criterion : policy.criteria)
        evaluation.criteria.push_back(
            static_cast<CriterionStatus>(statuses.indexOf(expect[u"criteria"][criterion.id].toString())));
    evaluation.basis = positions(expect[u"basis"], criterionIndex);
    evaluation.unmet = positions(expect[u"unmet"], criterionIndex);
    evaluation.needed = positions(expect[u"needed"], factIndex);
    evaluation.decisive = positions(expect[u"decisive"], factIndex);
    for (const QJsonValue &change : expect[u"would_meet"].toArray()) {
        const QJsonObject members = change.toObject();
        Assignment assignment;
        for (auto member = members.begin(); member != members.end(); ++member)
            assignment.emplace_back(policy.factIndex(member.key()), member.value().toBool() ? 0 : 1);
        std::ranges::sort(assignment);
        evaluation.wouldMeet.push_back(assignment);
    }
    return evaluation;
}

} // namespace

/// The two packs: the contract's vectors, then everything against the definitions.
class tst_evaluator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vectors();
    void everyCompleteCase();
    void partialCases();
    void everyCaseOfSecondPack();
    void kindsOfUnknownAreAlike();
    void manyThreadsAtOnce();

private:
    Subject m_med140;
    Subject m_second;
};

void tst_evaluator::initTestCase()
{
    QVERIFY(m_med140.read(test::med140Bytes()));
    QVERIFY(m_second.read(test::secondPackBytes()));
    for (const Subject *subject : {&m_med140, &m_second}) {
        QVERIFY(!subject->evaluator->tooLarge());
        QVERIFY(subject->evaluator->criteriaNeverMet().empty());
        QVERIFY(!subject->evaluator->leavesCaseWithoutOutcome());
        QVERIFY(subject->evaluator->outcomesThatOverlap().empty());
    }
    QCOMPARE(m_med140.naive->completeCases(), std::size_t{774'144});
}

void tst_evaluator::vectors()
{
    const QList<QByteArray> lines =
        test::fileBytes(QStringLiteral(TEST_DATA "/policy/vectors.jsonl")).trimmed().split('\n');
    QCOMPARE(lines.size(), 3000);
    Evaluation actual;
    for (const QByteArray &line : lines) {
        const QJsonObject vector = QJsonDocument::fromJson(line).object();
        m_med140.evaluator->evaluate(answersOf(m_med140.policy, vector[u"facts"].toObject()), actual);
        const QString wrong =
            differences(m_med140.policy, actual, expected(m_med140.policy, vector[u"expect"].toObject()));
        QVERIFY2(wrong.isEmpty(), qPrintable(vector[u"id"].toString() + u' ' + wrong));
    }
}

void tst_evaluator::everyCompleteCase()
{
    for (const Subject *subject : {&m_med140, &m_second}) {
        Evaluation actual;
        for (std::size_t n = 0; n < subject->naive->completeCases(); ++n) {
            const Answers answers = subject->naive->completeCase(n);
            const Evaluation verdict = subject->naive->verdictOf(n);
            subject->evaluator->evaluate(answers, actual);
            if (actual.outcome != verdict.outcome || actual.criteria != verdict.criteria || !actual.needed.empty() ||
                subject->evaluator->outcomeOfComplete(answers) != verdict.outcome)
                QFAIL(qPrintable(described(subject->policy, answers)));
        }
    }
}

void tst_evaluator::partialCases()
{
    const int samples = full() ? 60'000 : 1'500;
    std::mt19937 random(2010);
    int changes = 0;
    for (int sample = 0; sample < samples; ++sample) {
        // From nearly nothing known to nearly everything; mostly with the choices that a wizard asks first.
        const double knownYesNo = 0.1 * (sample % 11);
        const double knownChoices = sample % 4 == 0 ? knownYesNo : 0.95;
        Answers answers = randomAnswers(m_med140.policy, knownChoices, knownYesNo, random);
        if (sample % 2 == 0) { // radioembolization of the liver, where criteria decide
            answers.set(0, 0);
            answers.set(1, 0);
        }
        const QString wrong = m_med140.wrongAbout(answers);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        changes += static_cast<int>(m_med140.evaluator->evaluate(answers).wouldMeet.size());
    }
    QVERIFY(changes > samples / 10);
}

void tst_evaluator::everyCaseOfSecondPack()
{
    const QList<Fact> &facts = m_second.policy.facts;
    Answers answers(static_cast<int>(facts.size()));
    for (int fact = 0; fact < answers.size();) {
        const QString wrong = m_second.wrongAbout(answers);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        // Counts up, from Absent through each option, the first fact fastest.
        for (fact = 0; fact < answers.size(); ++fact) {
            if (answers.at(fact) + 1 < facts[fact].options.size()) {
                answers.set(fact, answers.at(fact) + 1);
                break;
            }
            answers.set(fact, Answers::Absent);
        }
    }
}

void tst_evaluator::kindsOfUnknownAreAlike()
{
    std::mt19937 random(3);
    for (int sample = 0; sample < 300; ++sample) {
        Answers answers = randomAnswers(m_med140.policy, 0.7, 0.5, random);
        Answers swapped = answers;
        for (int fact = 0; fact < answers.size(); ++fact)
            if (!answers.isKnown(fact))
                swapped.set(fact, answers.at(fact) == Answers::Absent ? Answers::NotDocumented : Answers::Absent);
        QVERIFY(m_med140.evaluator->evaluate(answers) == m_med140.evaluator->evaluate(swapped));
    }
}

/// One thread's scratch serves both packs in turn; several threads ask the same evaluators.
void tst_evaluator::manyThreadsAtOnce()
{
    struct Question {
        const Subject *subject;
        Answers answers;
        Evaluation answer;
    };
    std::mt19937 random(5);
    std::vector<Question> questions;
    for (int sample = 0; sample < 400; ++sample) {
        const Subject *subject = sample % 2 == 0 ? &m_med140 : &m_second;
        const Answers answers = randomAnswers(subject->policy, 0.8, 0.5, random);
        questions.push_back({subject, answers, subject->evaluator->evaluate(answers)});
    }
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (std::size_t first = 0; first < 4; ++first)
        threads.emplace_back([&, first] {
            Evaluation actual;
            for (std::size_t i = 0; i < questions.size(); ++i) {
                const Question &question = questions[(i + 100 * first) % questions.size()];
                question.subject->evaluator->evaluate(question.answers, actual);
                wrong += actual == question.answer ? 0 : 1;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_APPLESS_MAIN(tst_evaluator)
#include "tst_evaluator.moc"
