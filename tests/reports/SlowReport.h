#pragma once

#include "SlowRound.h"
#include "StoreDesk.h"
#include "reports/CaseloadReport.h"

namespace reviewdesk {

/// What a report should say, worked out case by case from case files and history, with nothing of model/reports and
/// nothing of what the store keeps for reports. Slow and plain.
class SlowReport {
public:
    struct Cell {
        QString number;
        QStringList rounds; ///< "case id/round", sorted

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    /// By "table|row|column".
    using Cells = QMap<QString, Cell>;

    /// Reads everything there is.
    SlowReport(Database &database, const QDateTime &now);

    Cells cells(const QDate &first, const QDate &last, const std::optional<LineOfBusiness> &line) const;
    /// The same form of a report of the program.
    static Cells of(const CaseloadReport &report);
    int decidedRounds() const;

private:
    struct Told { ///< one request with its first determination
        const SlowRound *round = nullptr;
        bool turned = false; ///< on appeal
    };
    QList<Told> requests(const QDateTime &from, const QDateTime &until) const;
    void metrics(Cells &cells, const QList<Told> &told, const QString &column) const;
    void turnaround(Cells &cells, const QList<Told> &told) const;
    void criteria(
        Cells &cells, const QDateTime &from, const QDateTime &until, const std::optional<LineOfBusiness> &line) const;
    void pends(
        Cells &cells, const QDateTime &from, const QDateTime &until, const std::optional<LineOfBusiness> &line) const;
    void overdue(Cells &cells, const QDate &first, const QDate &last, const std::optional<LineOfBusiness> &line) const;

    QDateTime m_now;
    QList<QList<SlowRound>> m_cases; ///< each with its rounds
};

} // namespace reviewdesk
