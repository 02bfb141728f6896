#pragma once

#include "cases/Rulebook.h"
#include "store/Quality.h"

#include <QList>
#include <QPair>

#include <optional>

namespace reviewdesk {

/// 95 percent.
struct Interval {
    double low = 0;
    double high = 0;

    friend bool operator==(const Interval &, const Interval &) = default;
};

/// How far two reviews agree on one thing.
struct Agreement {
    int pairs = 0; ///< things that both looked at
    int agreed = 0;
    double observed = 0; ///< share of agreement, 0 to 1
    Interval observedInterval; ///< Wilson's score interval (Wilson 1927)
    double expected = 0; ///< share that chance alone would give, from how often each of the two says what
    /// Cohen 1960: (observed - expected) / (1 - expected); nothing where both always said one and the same thing, so
    /// that there is nothing to tell from chance.
    std::optional<double> kappa;
    double kappaError = 0; ///< large-sample standard error (Fleiss, Cohen and Everitt 1969); 0 without a kappa
    Interval kappaInterval; ///< kappa ± 1.96 of it, within -1 and 1

    friend bool operator==(const Agreement &, const Agreement &) = default;
};

/// Of what the first and the second said, as words that are the same or not.
Agreement agreementOf(const QList<QPair<QString, QString>> &said);

/// The agreement on one question, one criterion, or the outcome.
struct AgreementRow {
    enum class About { Outcome, Criterion, Fact };
    About about = About::Outcome;
    QString id; ///< of the fact or criterion; empty for the outcome
    QString label;
    Agreement agreement;
};

/// One thing that the two reviews of one case say differently.
struct Disagreement {
    QString sampleId;
    int position = 0; ///< in the sample
    QString number; ///< of the case
    AgreementRow::About about = AgreementRow::About::Outcome;
    QString id;
    QString label;
    QString first;
    QString firstSource; ///< of an answer: "Surgical consult, p. 2: “…”"; may be empty
    QString second;
    QString secondSource;
};

struct AgreementReport {
    int reviewed = 0; ///< cases whose second review is finished
    QList<AgreementRow> rows; ///< outcome, criteria and facts in the policy's order; those nobody looked at are left out
    QList<Disagreement> disagreements; ///< by case, outcome first
};

/// Of the finished reviews among `cases`. An answer that one of the two was not asked counts as "not asked".
AgreementReport agreementReport(const QList<SampledCase> &cases, const Rulebook &rulebook);

} // namespace reviewdesk
