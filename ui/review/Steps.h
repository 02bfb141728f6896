#pragma once

#include "ui/review/ReviewSession.h"

#include <QString>

#include <vector>

namespace reviewdesk {

/// How a step of the wizard stands.
enum class StepState {
    Done, ///< nothing is left to do
    Open, ///< `count` answers are left that matter
    Missing, ///< `count` things are missing from the record
    Quiet, ///< nothing there can change the outcome, or it is not its turn yet
};

/// A step in the list on the left: where it leads and what it still lacks, in words.
struct Step {
    QString id; ///< wizard page: "request", a section of the pack, "documents", "recommendation"
    QString title;
    QString words; ///< "Metastatic, colorectal", "1 answer decides", "2 of 6 missing"
    StepState state = StepState::Quiet;
    int count = 0;

    friend bool operator==(const Step &, const Step &) = default;
};

inline const QString requestStep = QStringLiteral("request");
inline const QString documentsStep = QStringLiteral("documents");
inline const QString recommendationStep = QStringLiteral("recommendation");

/// All steps of a case, in the order of the wizard.
std::vector<Step> stepsOf(const ReviewSession &session);

/// The shown questions of one section of the pack, in policy order.
std::vector<int> shownFacts(const ReviewSession &session, const QString &sectionId);

bool contains(const std::vector<int> &values, int value);

} // namespace reviewdesk
