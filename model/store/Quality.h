#pragma once

#include "cases/ReviewCase.h"

#include <QDateTime>
#include <QString>

namespace reviewdesk {

/// What a quality sample is to be drawn from. The same seed, wish and cases give the same sample.
struct SampleWish {
    QString nurseId; ///< whose cases; empty: everybody's
    std::optional<Decision> outcome; ///< Approved or Denied; nothing: both
    QDate from; ///< first and
    QDate until; ///< last day of the decision, in the plan's zone
    int size = 10;
    quint32 seed = 0;
    QString reviewerId; ///< who reviews a second time; cases that this person prepared or decided are not drawn

    friend bool operator==(const SampleWish &, const SampleWish &) = default;
};

/// A sample that was drawn; it is kept with its seed and never changed.
struct QualitySample {
    QString id; ///< UUIDv7
    SampleWish wish;
    QString nurse; ///< name; empty: everybody
    QString reviewer; ///< name
    QString drawnBy; ///< name
    QDateTime drawnAt; ///< UTC
    int population = 0; ///< cases that could have been drawn
    int drawn = 0;
    int finished = 0; ///< second reviews that are done

    friend bool operator==(const QualitySample &, const QualitySample &) = default;
};

/// One case of a sample. While the second review is not finished `first` is empty, for everybody.
struct SampledCase {
    QString sampleId;
    int position = 0; ///< in the order of the draw, from 1
    QString caseId;
    QString number;
    int round = 1;
    QString member; ///< name
    QString preparedBy; ///< name; empty while the review is blind
    QDateTime startedAt; ///< UTC; invalid: not begun
    QDateTime finishedAt; ///< UTC; invalid: not finished
    ReviewCase first;
    ReviewCase second;

    friend bool operator==(const SampledCase &, const SampledCase &) = default;
};

/// How much one person has to do. Each number opens its cases: see Workspace::workloadCases.
enum class WorkloadNumber { Open, DueToday, Overdue, Pended, Decided };
struct Workload {
    QString userId;
    QString name;
    Role role = Role::Nurse;
    int open = 0;
    int dueToday = 0;
    int overdue = 0;
    int pended = 0;
    int decided = 0; ///< approved or denied by this person since Monday, in the plan's zone

    int number(WorkloadNumber which) const;
    friend bool operator==(const Workload &, const Workload &) = default;
};

} // namespace reviewdesk
