#pragma once

#include <QList>
#include <QString>

namespace reviewdesk {

/// One number of a report, and the cases that it is made of.
struct ReportCell {
    QString number; ///< "78.26", "12", in all languages; empty: there is nothing to divide by or to average
    QString unit; ///< "%", "days", "hours"; empty: a count
    qint64 part = -1; ///< of a share: so many
    qint64 whole = -1; ///< out of these; -1: no share
    QList<int> rounds; ///< positions in CaseloadReport::rounds

    QString words() const; ///< "78.26%", as QLocale() writes it; a dash where there is no number
    QString figure() const; ///< the same without its unit; empty where there is no number
    QString detail() const; ///< "18 of 23"; empty when it is no share
    friend bool operator==(const ReportCell &, const ReportCell &) = default;
};

struct ReportColumn {
    QString id;
    QString label;

    friend bool operator==(const ReportColumn &, const ReportColumn &) = default;
};

struct ReportRow {
    QString id;
    QString label;
    QString definition; ///< what is counted, and how
    QList<ReportCell> cells; ///< one a column

    friend bool operator==(const ReportRow &, const ReportRow &) = default;
};

/// How a table's numbers are drawn beside it.
enum class ReportChart {
    None,
    Stacked, ///< one bar a row, the columns on top of each other
    Grouped, ///< bars beside each other
    Lines, ///< the rows are points in time
};

/// One report: what screens, paper and files show.
struct ReportTable {
    QString id;
    QString title;
    QString definition;
    QString rowHeading;
    QList<ReportColumn> columns;
    QList<ReportRow> rows;
    ReportChart chart = ReportChart::None;

    bool isEmpty() const { return rows.isEmpty(); }
    const ReportRow *row(QStringView rowId) const;
    /// A null pointer when there is none.
    const ReportCell *cell(QStringView rowId, QStringView columnId) const;
    friend bool operator==(const ReportTable &, const ReportTable &) = default;
};

/// `numerator / denominator` with two decimals, halves away from zero; exact. Neither may be negative, the second not
/// 0.
QString twoDecimals(qint64 numerator, qint64 denominator);

ReportCell countCell(const QList<int> &rounds);
/// The share that `rounds` are of `whole`, in percent.
ReportCell shareCell(const QList<int> &rounds, qsizetype whole);

} // namespace reviewdesk
