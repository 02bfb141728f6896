#include "reports/ReviewAgreement.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace reviewdesk {

namespace {

constexpr double z = 1.959963984540054; ///< 97.5 percent of the normal distribution

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ReviewAgreement)
};

Interval wilson(double share, double count)
{
    const double middle = share + z * z / (2 * count);
    const double half = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    const double scale = 1 + z * z / count;
    return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

/// The table of what the two said, as shares.
struct Shares {
    QMap<QPair<QString, QString>, double> cells;
    QMap<QString, double> first;
    QMap<QString, double> second;

    explicit Shares(const QList<QPair<QString, QString>> &said)
    {
        const double one = 1.0 / static_cast<double>(said.size());
        for (const QPair<QString, QString> &pair : said) {
            cells[pair] += one;
            first[pair.first] += one;
            second[pair.second] += one;
        }
    }
};

double expectedOf(const Shares &shares)
{
    double expected = 0;
    for (auto share = shares.first.cbegin(); share != shares.first.cend(); ++share)
        expected += share.value() * shares.second.value(share.key());
    return expected;
}

/// Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), formula 13: not the one under the hypothesis of chance.
double errorOf(const Shares &shares, double kappa, double expected, double count)
{
    double agreeing = 0;
    double differing = 0;
    for (auto cell = shares.cells.cbegin(); cell != shares.cells.cend(); ++cell) {
        const auto &[row, column] = cell.key();
        if (row == column) {
            const double weight = 1 - (shares.first.value(row) + shares.second.value(row)) * (1 - kappa);
            agreeing += cell.value() * weight * weight;
        } else {
            const double weight = shares.second.value(row) + shares.first.value(column);
            differing += cell.value() * weight * weight;
        }
    }
    differing *= (1 - kappa) * (1 - kappa);
    const double less = kappa - expected * (1 - kappa);
    const double variance = (agreeing + differing - less * less) / (count * (1 - expected) * (1 - expected));
    return std::sqrt(std::max(0.0, variance));
}

/// A case as both saw it.
struct Seen {
    const SampledCase &sampled;
    CaseView first;
    CaseView second;
};

QString statusWords(CriterionStatus status)
{
    switch (status) {
    case CriterionStatus::Met:
        return Say::tr("met");
    case CriterionStatus::NotMet:
        return Say::tr("not met");
    case CriterionStatus::NotApplicable:
        return Say::tr("does not apply");
    default:
        return Say::tr("undetermined");
    }
}

QString outcomeWords(const Evaluation &evaluation, const Policy &policy)
{
    return evaluation.decided() ? policy.outcomes.at(evaluation.outcome).label : Say::tr("undetermined");
}

QString answerWords(const Policy &policy, const CaseView &view, int fact)
{
    if (!view.interview.shows(fact))
        return Say::tr("not asked");
    const int answer = view.interview.effective.at(fact);
    if (answer == Answers::Absent)
        return Say::tr("not answered");
    return answer == Answers::NotDocumented ? Say::tr("not documented") : policy.facts.at(fact).options.at(answer).label;
}

QString sourceWords(const ReviewCase &content, const QString &factId)
{
    const Evidence source = content.evidence.value(factId);
    if (source.document.isEmpty())
        return {};
    QString words = source.page > 0 ? Say::tr("%1, p. %2").arg(source.document).arg(source.page) : source.document;
    return source.quote.isEmpty() ? words : Say::tr("%1: “%2”").arg(words, source.quote);
}

/// Gathers what was said of one thing in all cases.
class Gathering {
public:
    explicit Gathering(AgreementReport &report) : m_report(report) { }

    void begin(AgreementRow::About about, const QString &id, const QString &label)
    {
        m_row = {about, id, label, {}};
        m_said.clear();
    }
    Disagreement *add(const SampledCase &sampled, const QString &first, const QString &second)
    {
        m_said.append({first, second});
        if (first == second)
            return nullptr;
        m_report.disagreements.append({sampled.sampleId, sampled.position, sampled.number, m_row.about, m_row.id, m_row.label,
            first, {}, second, {}});
        return &m_report.disagreements.last();
    }
    void end()
    {
        if (m_said.isEmpty())
            return;
        m_row.agreement = agreementOf(m_said);
        m_report.rows.append(m_row);
    }

private:
    AgreementReport &m_report;
    AgreementRow m_row;
    QList<QPair<QString, QString>> m_said;
};

void gatherCriteria(Gathering &gathering, const std::vector<Seen> &cases, const Policy &policy)
{
    for (int index = 0; index < policy.criteria.size(); ++index) {
        const auto at = static_cast<std::size_t>(index);
        gathering.begin(AgreementRow::About::Criterion, policy.criteria.at(index).id, policy.criteria.at(index).words);
        for (const Seen &seen : cases) {
            const CriterionStatus first = seen.first.evaluation.criteria[at];
            const CriterionStatus second = seen.second.evaluation.criteria[at];
            if (first != CriterionStatus::NotApplicable || second != CriterionStatus::NotApplicable)
                gathering.add(seen.sampled, statusWords(first), statusWords(second));
        }
        gathering.end();
    }
}

void gatherFacts(Gathering &gathering, const std::vector<Seen> &cases, const Policy &policy)
{
    for (int fact = 0; fact < policy.facts.size(); ++fact) {
        const Fact &asked = policy.facts.at(fact);
        gathering.begin(AgreementRow::About::Fact, asked.id, asked.label);
        for (const Seen &seen : cases) {
            if (!seen.first.interview.shows(fact) && !seen.second.interview.shows(fact))
                continue;
            Disagreement *differs = gathering.add(
                seen.sampled, answerWords(policy, seen.first, fact), answerWords(policy, seen.second, fact));
            if (differs) {
                differs->firstSource = sourceWords(seen.sampled.first, asked.id);
                differs->secondSource = sourceWords(seen.sampled.second, asked.id);
            }
        }
        gathering.end();
    }
}

} // namespace

Agreement agreementOf(const QList<QPair<QString, QString>> &said)
{
    Agreement agreement;
    if (said.isEmpty())
        return agreement;
    const auto count = static_cast<double>(said.size());
    agreement.pairs = static_cast<int>(said.size());
    agreement.agreed = static_cast<int>(
        std::count_if(said.begin(), said.end(), [](const auto &pair) { return pair.first == pair.second; }));
    agreement.observed = agreement.agreed / count;
    agreement.observedInterval = wilson(agreement.observed, count);
    const Shares shares(said);
    agreement.expected = expectedOf(shares);
    constexpr double nothing = 1e-9;
    if (1 - agreement.expected < nothing)
        return agreement;
    const double kappa = (agreement.observed - agreement.expected) / (1 - agreement.expected);
    agreement.kappa = kappa;
    agreement.kappaError = errorOf(shares, kappa, agreement.expected, count);
    agreement.kappaInterval = {
        std::max(-1.0, kappa - z * agreement.kappaError), std::min(1.0, kappa + z * agreement.kappaError)};
    return agreement;
}

AgreementReport agreementReport(const QList<SampledCase> &cases, const Rulebook &rulebook)
{
    AgreementReport report;
    std::vector<Seen> seen;
    for (const SampledCase &sampled : cases) {
        if (sampled.finishedAt.isValid())
            seen.push_back({sampled, viewOf(sampled.first, rulebook), viewOf(sampled.second, rulebook)});
    }
    report.reviewed = static_cast<int>(seen.size());
    Gathering gathering(report);
    gathering.begin(AgreementRow::About::Outcome, {}, Say::tr("Outcome"));
    for (const Seen &one : seen)
        gathering.add(one.sampled, outcomeWords(one.first.evaluation, rulebook.policy),
            outcomeWords(one.second.evaluation, rulebook.policy));
    gathering.end();
    gatherCriteria(gathering, seen, rulebook.policy);
    gatherFacts(gathering, seen, rulebook.policy);
    std::stable_sort(report.disagreements.begin(), report.disagreements.end(),
        [](const Disagreement &left, const Disagreement &right) { return left.position < right.position; });
    return report;
}

} // namespace reviewdesk
