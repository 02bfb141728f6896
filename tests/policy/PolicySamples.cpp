#include "PolicySamples.h"

namespace reviewdesk {

namespace {

int below(int bound, std::mt19937 &random)
{
    return std::uniform_int_distribution<int>(0, bound - 1)(random);
}

Condition randomFactTest(const Policy &policy, std::mt19937 &random)
{
    Condition test;
    test.kind = Condition::Kind::FactIs;
    test.fact = below(static_cast<int>(policy.facts.size()), random);
    const int options = static_cast<int>(policy.facts[test.fact].options.size());
    const int sure = below(options, random);
    for (int option = 0; option < options; ++option)
        if (option == sure || (options > 2 && below(3, random) == 0))
            test.options.push_back(option);
    return test;
}

/// References go to criteria after `criterion` alone, so that none goes round.
Condition randomCondition(const Policy &policy, int criterion, int depth, std::mt19937 &random)
{
    Condition condition;
    const int laterCriteria = static_cast<int>(policy.criteria.size()) - 1 - criterion;
    const int choice = below(depth > 0 ? 10 : 3, random);
    if (choice == 0 && laterCriteria > 0) {
        condition.kind = Condition::Kind::CriterionHolds;
        condition.criterion = criterion + 1 + below(laterCriteria, random);
    } else if (choice < 4) {
        condition = randomFactTest(policy, random);
    } else if (choice == 4) {
        condition.kind = Condition::Kind::Not;
        condition.parts.push_back(randomCondition(policy, criterion, depth - 1, random));
    } else {
        condition.kind = choice < 7 ? Condition::Kind::All
            : choice < 9            ? Condition::Kind::Any
                                    : Condition::Kind::AtLeast;
        for (int parts = 1 + below(4, random); parts > 0; --parts)
            condition.parts.push_back(randomCondition(policy, criterion, depth - 1, random));
        condition.count = below(static_cast<int>(condition.parts.size()) + 1, random);
    }
    return condition;
}

void addFacts(Policy &policy, std::mt19937 &random)
{
    for (int i = 0, count = 4 + below(5, random); i < count; ++i) {
        Fact fact;
        fact.id = QStringLiteral("fact%1").arg(i);
        fact.kind = below(3, random) == 0 ? FactKind::Choice : FactKind::YesNo;
        for (int option = 0, options = fact.kind == FactKind::YesNo ? 2 : 2 + below(3, random); option < options;
             ++option)
            fact.options.push_back({QStringLiteral("option%1").arg(option), {}, {}, {}, {}});
        policy.facts.push_back(fact);
    }
}

void addCriteria(Policy &policy, std::mt19937 &random)
{
    const int count = 3 + below(7, random);
    for (int i = 0; i < count; ++i) {
        Criterion criterion;
        criterion.id = QStringLiteral("C%1").arg(i);
        criterion.parent = i < 2 ? -1 : below(i, random);
        policy.criteria.push_back(criterion);
        if (criterion.parent >= 0)
            policy.criteria[criterion.parent].children.push_back(i);
    }
    const Condition always;
    for (int i = 0; i < count; ++i) {
        Criterion &criterion = policy.criteria[i];
        criterion.gate = below(2, random) == 0 ? always : randomFactTest(policy, random);
        if (criterion.children.isEmpty() || below(3, random) == 0) {
            criterion.content = randomCondition(policy, i, 3, random);
            continue;
        }
        // As packs mostly are: some or all of the children, perhaps with a condition of its own.
        Condition children;
        children.kind = below(2, random) == 0 ? Condition::Kind::All : Condition::Kind::Any;
        for (const int child : criterion.children) {
            Condition part;
            part.kind = Condition::Kind::CriterionHolds;
            part.criterion = child;
            children.parts.push_back(part);
        }
        criterion.content = children;
        if (below(2, random) == 0) {
            criterion.own = randomFactTest(policy, random);
            criterion.content = {};
            criterion.content.kind = Condition::Kind::All;
            criterion.content.parts = {*criterion.own, children};
        }
    }
}

} // namespace

Policy randomPolicy(std::mt19937 &random)
{
    Policy policy;
    addFacts(policy, random);
    addCriteria(policy, random);
    const int criteria = static_cast<int>(policy.criteria.size());
    for (int i = 0, count = 2 + below(2, random); i < count; ++i) {
        OutcomeRule rule;
        rule.id = QStringLiteral("outcome%1").arg(i);
        rule.effect = below(2, random) == 0 ? OutcomeEffect::Adverse : OutcomeEffect::Approvable;
        rule.criteria.push_back(below(criteria, random));
        if (below(2, random) == 0)
            rule.criteria.push_back(below(criteria, random));
        policy.outcomes.push_back(rule);
    }
    // Often, as in real packs: adverse in every case that is left.
    if (below(3, random) > 0) {
        Criterion rest;
        rest.id = QStringLiteral("rest");
        OutcomeRule rule;
        rule.id = QStringLiteral("adverse");
        rule.effect = OutcomeEffect::Adverse;
        rule.criteria.push_back(criteria);
        policy.criteria.push_back(rest);
        policy.outcomes.push_back(rule);
    }
    return policy;
}

Answers randomAnswers(const Policy &policy, double knownChoices, double knownYesNo, std::mt19937 &random)
{
    Answers answers(static_cast<int>(policy.facts.size()));
    for (int fact = 0; fact < answers.size(); ++fact) {
        const bool choice = policy.facts[fact].kind == FactKind::Choice;
        if (std::bernoulli_distribution(choice ? knownChoices : knownYesNo)(random))
            answers.set(fact, below(static_cast<int>(policy.facts[fact].options.size()), random));
        else if (below(2, random) == 0)
            answers.set(fact, Answers::NotDocumented);
    }
    return answers;
}

namespace {

QString namesOf(const std::vector<int> &positions, const auto &list)
{
    QStringList names;
    for (const int position : positions)
        names.push_back(list[position].id);
    return names.join(u' ');
}

QString wordsOf(const Policy &policy, const std::vector<Assignment> &assignments)
{
    QStringList words;
    for (const Assignment &assignment : assignments) {
        QStringList parts;
        for (const auto &[fact, option] : assignment)
            parts.push_back(policy.facts[fact].id + u'=' + policy.facts[fact].options[option].value);
        words.push_back(parts.join(u','));
    }
    return words.join(QStringLiteral(" | "));
}

QString statusName(CriterionStatus status)
{
    static const char *const names[] = {"met", "not_met", "not_applicable", "unknown"};
    return QString::fromLatin1(names[static_cast<int>(status)]);
}

} // namespace

QString differences(const Policy &policy, const Evaluation &actual, const Evaluation &expected)
{
    QStringList found;
    const auto compare = [&](const QString &what, const QString &left, const QString &right) {
        if (left != right)
            found.push_back(QStringLiteral("%1: %2 instead of %3").arg(what, left, right));
    };
    compare(QStringLiteral("outcome"), QString::number(actual.outcome), QString::number(expected.outcome));
    for (int i = 0; i < policy.criteria.size(); ++i)
        compare(policy.criteria[i].id, statusName(actual.criteria[static_cast<std::size_t>(i)]),
            statusName(expected.criteria[static_cast<std::size_t>(i)]));
    compare(QStringLiteral("basis"), namesOf(actual.basis, policy.criteria), namesOf(expected.basis, policy.criteria));
    compare(QStringLiteral("unmet"), namesOf(actual.unmet, policy.criteria), namesOf(expected.unmet, policy.criteria));
    compare(QStringLiteral("needed"), namesOf(actual.needed, policy.facts), namesOf(expected.needed, policy.facts));
    compare(
        QStringLiteral("decisive"), namesOf(actual.decisive, policy.facts), namesOf(expected.decisive, policy.facts));
    compare(QStringLiteral("would_meet"), wordsOf(policy, actual.wouldMeet), wordsOf(policy, expected.wouldMeet));
    return found.join(QStringLiteral("; "));
}

QString described(const Policy &policy, const Answers &answers)
{
    QStringList words;
    for (int fact = 0; fact < answers.size(); ++fact)
        if (answers.at(fact) != Answers::Absent)
            words.push_back(policy.facts[fact].id + u'=' +
                (answers.isKnown(fact) ? policy.facts[fact].options[answers.at(fact)].value : QStringLiteral("null")));
    return words.join(u' ');
}

} // namespace reviewdesk
