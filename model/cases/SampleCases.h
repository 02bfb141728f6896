#pragma once

#include "cases/Rulebook.h"

#include <QList>

namespace reviewdesk {

/// An invented case with the state it is to be brought to. People are made from word lists; none exists.
struct SampleCase {
    ReviewCase reviewCase; ///< without a number; facts, evidence, documents, note; determination when it ends in one
    Status status = Status::Draft;
    int preparedBy = 0; ///< position in the nurses given
    int decidedBy = -1; ///< position in the physicians given; -1: nobody or a nurse
    QDateTime createdAt; ///< UTC, spread over the days before `now`
    bool letterIssued = false;

    friend bool operator==(const SampleCase &, const SampleCase &) = default;
};

/// `count` cases from `seed`: across every outcome, status, line of business, channel and tumor type; the same seed
/// gives the same cases. The transitions they imply are all allowed by the workflow table: a case that a physician
/// decided was referred by its nurse first. Made of resources/samples/practice-caseload.json; empty where that file
/// cannot be used.
QList<SampleCase> sampleCases(
    int count, quint32 seed, const QDateTime &now, int nurses, int physicians, const Rulebook &rulebook);

/// The accounts of the practice caseload: three nurses, two physicians, one supervisor, in this order.
QList<Person> samplePeople();

} // namespace reviewdesk
