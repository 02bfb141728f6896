#include "policy/Evaluator.h"
#include "policy/PolicyReader.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>

using namespace reviewdesk;

namespace {

QByteArray bytesOf(const char *path)
{
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// MED140's outcome as someone would write it out by hand, for comparison: 0 medically necessary, 1 investigational.
int byHand(const Answers &answers)
{
    const std::int8_t *a = answers.data();
    const auto yes = [a](int fact) { return a[fact] == 0; };
    if (a[0] != 0 || a[1] != 0) // not radioembolization, or not of the liver
        return 0;
    if (a[2] == 0) // primary: HCC, ICC, other
        return (a[3] == 0 && (yes(6) || yes(7))) || (a[3] == 1 && yes(6)) ? 0 : 1;
    if (!yes(6) || !yes(8) || !yes(9)) // unresectable, liver-dominant, diffuse
        return 1;
    switch (a[4]) {
    case 0: // neuroendocrine: symptomatic, systemic therapy failed or not a candidate
        return yes(11) && (yes(12) || !yes(13)) ? 0 : 1;
    case 1: // colorectal, appendiceal adenocarcinoid: progressive, refractory or not a candidate
    case 2:
        return yes(10) && (yes(14) || !yes(15)) ? 0 : 1;
    case 3: // melanoma, ocular or cutaneous: progressive
        return yes(10) && a[5] != 2 ? 0 : 1;
    default:
        return 1;
    }
}

std::vector<Answers> sample(const Policy &policy, double known, bool deciding, std::size_t count)
{
    std::mt19937 random(140);
    std::vector<Answers> cases;
    for (std::size_t i = 0; i < count; ++i) {
        Answers answers(static_cast<int>(policy.facts.size()));
        for (int fact = 0; fact < answers.size(); ++fact)
            if (std::bernoulli_distribution(known)(random))
                answers.set(fact,
                    std::uniform_int_distribution<int>(0, static_cast<int>(policy.facts[fact].options.size()) - 1)(
                        random));
        if (deciding) { // of MED140: radioembolization of the liver, where criteria decide
            answers.set(0, 0);
            answers.set(1, 0);
        }
        cases.push_back(std::move(answers));
    }
    return cases;
}

/// Median over 31 rounds of the nanoseconds that one case takes.
double median(const std::vector<Answers> &cases, const std::function<std::size_t(const std::vector<Answers> &)> &all)
{
    std::vector<double> rounds;
    std::size_t sum = 0;
    for (int round = 0; round < 31; ++round) {
        const auto start = std::chrono::steady_clock::now();
        sum += all(cases);
        const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
        rounds.push_back(taken.count() / static_cast<double>(cases.size()));
    }
    std::ranges::nth_element(rounds, rounds.begin() + 15);
    return sum == 1 ? 0 : rounds[15]; // the sum is looked at, so that nothing is left out
}

void report(const char *what, double nanoseconds, double allowed)
{
    std::printf("%-62s %9.1f ns%s\n", what, nanoseconds, allowed > 0 && nanoseconds > allowed ? "   TOO SLOW" : "");
}

double completeMedian(const Evaluator &evaluator, const std::vector<Answers> &cases)
{
    return median(cases, [&](const std::vector<Answers> &all) {
        std::size_t sum = 0;
        for (const Answers &answers : all)
            sum += static_cast<std::size_t>(evaluator.outcomeOfComplete(answers));
        return sum;
    });
}

double partialMedian(const Evaluator &evaluator, const std::vector<Answers> &cases)
{
    Evaluation evaluation;
    return median(cases, [&](const std::vector<Answers> &all) {
        std::size_t sum = 0;
        for (const Answers &answers : all) {
            evaluator.evaluate(answers, evaluation);
            sum += evaluation.needed.size();
        }
        return sum;
    });
}

} // namespace

/// Goals: a full evaluation of a partial case 5 µs, the outcome alone of a complete case 20 ns, for both packs.
int main()
{
    const QByteArray schema = bytesOf(RESOURCES "/policies/policy.schema.json");
    const PolicyReading med140 = readPolicy(bytesOf(RESOURCES "/policies/med140/origin-2010-12.json"), schema);
    const PolicyReading second = readPolicy(bytesOf(TEST_DATA "/policy/second-pack.json"), schema);
    if (!med140.ok() || !second.ok()) {
        std::puts("a pack cannot be read");
        return 1;
    }
    const Evaluator evaluator(med140.policy);
    const Evaluator other(second.policy);
    for (const bool deciding : {false, true}) {
        const std::vector<Answers> complete = sample(med140.policy, 1, deciding, 20000);
        if (!std::ranges::all_of(complete,
                [&](const Answers &answers) { return evaluator.outcomeOfComplete(answers) == byHand(answers); })) {
            std::puts("the function by hand disagrees");
            return 1;
        }
        std::puts(deciding ? "radioembolization of the liver:" : "any case:");
        report("  MED140, outcome of a complete case", completeMedian(evaluator, complete), 20);
        report("  the same by hand",
            median(complete,
                [](const std::vector<Answers> &all) {
                    std::size_t sum = 0;
                    for (const Answers &answers : all)
                        sum += static_cast<std::size_t>(byHand(answers));
                    return sum;
                }),
            0);
        report("  MED140, full evaluation, half the facts known",
            partialMedian(evaluator, sample(med140.policy, 0.5, deciding, 20000)), 5000);
        report("  MED140, full evaluation, nine in ten known",
            partialMedian(evaluator, sample(med140.policy, 0.9, deciding, 20000)), 5000);
    }
    std::puts("the second pack:");
    report("  outcome of a complete case", completeMedian(other, sample(second.policy, 1, false, 20000)), 20);
    report(
        "  full evaluation, half the facts known", partialMedian(other, sample(second.policy, 0.5, false, 20000)), 5000);
    return 0;
}
