#pragma once

#include "store/Database.h"
#include "store/Worklist.h"

#include <QHash>

namespace reviewdesk {

/// A case as a person would read its row.
struct PlainCase {
    QString id;
    qint64 seq = 0;
    Status status = Status::Draft;
    QString preparedBy;
    QString assigned;
    qint64 dueAt = 0;
    qint64 savedAt = 0;
    qint64 waitUntil = 0;
    QString member;
    QString memberId;
    QString provider;
    QString procedure;
    QString outcome;
    int tone = 0;
    QString plan;
    bool expedited = false;
    int letters = 0;
    int unprinted = 0;
    int unissued = 0;
    QString folded;
    QString business;
    QString state;

    bool closed() const { return status == Status::Approved || status == Status::Denied || status == Status::Withdrawn; }
};

/// All of them, in the order in which they were made.
QList<PlainCase> plainCases(Database &database);
/// What a filter asks, written down once more in the plainest way.
bool fits(const WorklistFilter &filter, const PlainCase &row, const Worklist::Asker &asker);
/// The ids of an answer in their order, counted and sorted the slow way. `names` of people by id.
QStringList slowly(const QList<PlainCase> &rows, const WorklistQuery &query, const Worklist::Asker &asker,
    const QHash<QString, QString> &names);

} // namespace reviewdesk
