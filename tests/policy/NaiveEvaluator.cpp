#include "NaiveEvaluator.h"

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr std::uint64_t bit(int position)
{
    return std::uint64_t{1} << position;
}

bool contains(const Assignment &large, const Assignment &small)
{
    return std::ranges::all_of(small, [&](const auto &one) { return std::ranges::find(large, one) != large.end(); });
}

bool comesBefore(const Assignment &left, const Assignment &right)
{
    if (left.size() != right.size())
        return left.size() < right.size();
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i].first != right[i].first)
            return left[i].first < right[i].first;
    return left < right;
}

} // namespace

NaiveEvaluator::NaiveEvaluator(const Policy &policy)
    : m_policy(policy), m_strides(static_cast<std::size_t>(policy.facts.size()))
{
    std::size_t cases = 1;
    for (std::size_t fact = m_strides.size(); fact-- > 0;) {
        m_strides[fact] = cases;
        cases *= static_cast<std::size_t>(policy.facts[static_cast<int>(fact)].options.size());
    }
    m_rows.resize(cases);
    for (std::size_t n = 0; n < cases; ++n)
        m_rows[n] = work(completeCase(n));
}

Answers NaiveEvaluator::completeCase(std::size_t n) const
{
    Answers answers(static_cast<int>(m_strides.size()));
    for (std::size_t fact = 0; fact < m_strides.size(); ++fact) {
        answers.set(static_cast<int>(fact), static_cast<int>(n / m_strides[fact]));
        n %= m_strides[fact];
    }
    return answers;
}

bool NaiveEvaluator::holds(const Condition &condition, const Answers &complete) const
{
    const auto count = [&] {
        return std::ranges::count_if(condition.parts, [&](const Condition &part) { return holds(part, complete); });
    };
    switch (condition.kind) {
    case Condition::Kind::Always:
        return true;
    case Condition::Kind::Never:
        return false;
    case Condition::Kind::All:
        return count() == static_cast<std::ptrdiff_t>(condition.parts.size());
    case Condition::Kind::Any:
        return count() > 0;
    case Condition::Kind::Not:
        return count() == 0;
    case Condition::Kind::AtLeast:
        return count() >= condition.count;
    case Condition::Kind::FactIs:
        return std::ranges::find(condition.options, complete.at(condition.fact)) != condition.options.end();
    case Condition::Kind::CriterionHolds:
        return gateHolds(condition.criterion, complete) &&
            holds(m_policy.criteria[condition.criterion].content, complete);
    }
    Q_UNREACHABLE();
}

bool NaiveEvaluator::gateHolds(int criterion, const Answers &complete) const
{
    const Criterion &at = m_policy.criteria[criterion];
    return (at.parent < 0 || gateHolds(at.parent, complete)) && holds(at.gate, complete);
}

NaiveEvaluator::Row NaiveEvaluator::work(const Answers &complete) const
{
    Row row;
    for (int i = 0; i < m_policy.criteria.size(); ++i) {
        const Criterion &criterion = m_policy.criteria[i];
        if (criterion.own && holds(*criterion.own, complete))
            row.owns |= bit(i);
        if (!gateHolds(i, complete))
            continue;
        row.gates |= bit(i);
        if (holds(criterion.content, complete))
            row.holds |= bit(i);
    }
    for (int i = 0; i < m_policy.outcomes.size() && row.outcome < 0; ++i)
        for (const int criterion : m_policy.outcomes[i].criteria)
            if ((row.holds & bit(criterion)) != 0)
                row.outcome = i;
    return row;
}

Evaluation NaiveEvaluator::verdictOf(std::size_t n) const
{
    const Row &row = m_rows[n];
    Evaluation verdict;
    verdict.outcome = row.outcome;
    for (int i = 0; i < m_policy.criteria.size(); ++i)
        verdict.criteria.push_back((row.gates & bit(i)) == 0 ? CriterionStatus::NotApplicable
                : (row.holds & bit(i)) != 0                  ? CriterionStatus::Met
                                                             : CriterionStatus::NotMet);
    return verdict;
}

bool NaiveEvaluator::forAllFrom(
    int fact, std::size_t number, const Answers &answers, const std::function<bool(std::size_t)> &look) const
{
    for (; fact < answers.size(); ++fact) {
        const std::size_t stride = m_strides[static_cast<std::size_t>(fact)];
        if (!answers.isKnown(fact)) {
            for (int option = 0; option < m_policy.facts[fact].options.size(); ++option)
                if (!forAllFrom(fact + 1, number + stride * static_cast<std::size_t>(option), answers, look))
                    return false;
            return true;
        }
        number += stride * static_cast<std::size_t>(answers.at(fact));
    }
    return look(number);
}

bool NaiveEvaluator::forAll(const Answers &answers, const std::function<bool(std::size_t)> &look) const
{
    return forAllFrom(0, 0, answers, look);
}

int NaiveEvaluator::outcomeOf(const Answers &answers) const
{
    int outcome = -2; // none seen
    const bool same = forAll(answers, [&](std::size_t n) {
        if (outcome == -2)
            outcome = m_rows[n].outcome;
        return outcome == m_rows[n].outcome;
    });
    return same ? outcome : Evaluation::Undetermined;
}

void NaiveEvaluator::statuses(const Answers &answers, Evaluation &into, std::uint64_t &ownFails) const
{
    Row every{~std::uint64_t{0}, ~std::uint64_t{0}, 0, 0};
    Row some;
    forAll(answers, [&](std::size_t n) {
        every.holds &= m_rows[n].holds;
        some.gates |= m_rows[n].gates;
        some.holds |= m_rows[n].holds;
        some.owns |= m_rows[n].owns;
        return true;
    });
    for (int i = 0; i < m_policy.criteria.size(); ++i) {
        if ((every.holds & bit(i)) != 0)
            into.criteria.push_back(CriterionStatus::Met);
        else if ((some.gates & bit(i)) == 0)
            into.criteria.push_back(CriterionStatus::NotApplicable);
        else if ((some.holds & bit(i)) == 0)
            into.criteria.push_back(CriterionStatus::NotMet);
        else
            into.criteria.push_back(CriterionStatus::Unknown);
    }
    ownFails = ~some.owns;
}

void NaiveEvaluator::basisAndUnmet(Evaluation &into, std::uint64_t ownFails) const
{
    const auto is = [&](int criterion, CriterionStatus status) {
        return into.criteria[static_cast<std::size_t>(criterion)] == status;
    };
    const auto anyChild = [&](int parent, CriterionStatus status) {
        for (int i = 0; i < m_policy.criteria.size(); ++i)
            if (m_policy.criteria[i].parent == parent && is(i, status))
                return true;
        return false;
    };
    for (int i = 0; i < m_policy.criteria.size(); ++i) {
        const bool hasOwn = m_policy.criteria[i].own.has_value();
        bool pathMet = true;
        bool approvable = false;
        for (int up = i; up >= 0; up = m_policy.criteria[up].parent) {
            pathMet = pathMet && is(up, CriterionStatus::Met);
            for (const OutcomeRule &rule : m_policy.outcomes)
                approvable = approvable || (rule.effect == OutcomeEffect::Approvable && rule.criteria.contains(up));
        }
        if (pathMet && (hasOwn || !anyChild(i, CriterionStatus::Met)))
            into.basis.push_back(i);
        if (m_policy.outcomes[into.outcome].effect == OutcomeEffect::Adverse && approvable &&
            is(i, CriterionStatus::NotMet) &&
            ((hasOwn && (ownFails & bit(i)) != 0) || !anyChild(i, CriterionStatus::NotMet)))
            into.unmet.push_back(i);
    }
}

std::vector<int> NaiveEvaluator::needed(const Answers &answers) const
{
    std::vector<int> facts;
    for (int fact = 0; fact < answers.size(); ++fact) {
        if (answers.isKnown(fact))
            continue;
        Answers first = answers;
        first.set(fact, 0);
        const std::size_t stride = m_strides[static_cast<std::size_t>(fact)];
        const bool same = forAll(first, [&](std::size_t n) {
            for (std::size_t option = 1; option < static_cast<std::size_t>(m_policy.facts[fact].options.size());
                 ++option)
                if (m_rows[n].outcome != m_rows[n + option * stride].outcome)
                    return false;
            return true;
        });
        if (!same)
            facts.push_back(fact);
    }
    return facts;
}

std::vector<int> NaiveEvaluator::decisive(Answers answers, int outcome) const
{
    std::vector<int> facts;
    for (int fact = answers.size() - 1; fact >= 0; --fact) {
        if (!answers.isKnown(fact))
            continue;
        Answers without = answers;
        without.set(fact, Answers::Absent);
        if (outcomeOf(without) == outcome)
            answers = without;
        else
            facts.insert(facts.begin(), fact);
    }
    return facts;
}

std::vector<Assignment> NaiveEvaluator::wouldMeet(const Answers &answers) const
{
    int target = 0;
    while (target < m_policy.outcomes.size() && m_policy.outcomes[target].effect != OutcomeEffect::Approvable)
        ++target;
    std::vector<Assignment> all{{}};
    for (int fact = 0; fact < answers.size(); ++fact) {
        if (m_policy.facts[fact].kind != FactKind::YesNo)
            continue;
        for (std::size_t i = 0, end = all.size(); i < end; ++i)
            for (int option = 0; option < 2; ++option)
                if (answers.at(fact) != option) {
                    all.push_back(all[i]);
                    all.back().emplace_back(fact, option);
                }
    }
    std::ranges::sort(all, comesBefore);
    std::vector<Assignment> smallest;
    for (const Assignment &assignment : all) {
        if (std::ranges::any_of(smallest, [&](const Assignment &found) { return contains(assignment, found); }))
            continue;
        Answers changed = answers;
        for (const auto &[fact, option] : assignment)
            changed.set(fact, option);
        if (outcomeOf(changed) == target)
            smallest.push_back(assignment);
    }
    return smallest;
}

Evaluation NaiveEvaluator::evaluate(const Answers &answers) const
{
    Evaluation evaluation;
    std::uint64_t ownFails = 0;
    statuses(answers, evaluation, ownFails);
    evaluation.outcome = outcomeOf(answers);
    evaluation.needed = needed(answers);
    if (evaluation.decided()) {
        basisAndUnmet(evaluation, ownFails);
        evaluation.decisive = decisive(answers, evaluation.outcome);
        if (m_policy.outcomes[evaluation.outcome].effect == OutcomeEffect::Adverse)
            evaluation.wouldMeet = wouldMeet(answers);
    }
    return evaluation;
}

} // namespace reviewdesk
