#pragma once

#include "store/Workspace.h"

#include <QTableWidget>
#include <QTimeZone>

namespace reviewdesk {

/// A list of cases on a supervisor's screens: due, case, member, status, outcome, by whom. Return opens the current one.
class CaseTable : public QTableWidget {
    Q_OBJECT
public:
    CaseTable(const QString &name, QTimeZone zone, const Clock &clock, QWidget *parent = nullptr);

    void setCases(const QList<WorklistRow> &cases); ///< a new list: its first case is selected
    /// The same list, asked for again: what is selected, the current case and the place in the list stay. A case that is gone
    /// is no longer selected, and no other in its place: whoever chose cases acts on these alone.
    void renewCases(const QList<WorklistRow> &cases);
    void refreshDue(); ///< chips age
    QStringList selectedIds() const; ///< in the order of the rows

Q_SIGNALS:
    void opened(const QString &caseId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openRow(int row);
    void fill(const QList<WorklistRow> &cases);
    void choose(const QStringList &ids);

    QTimeZone m_zone;
    const Clock &m_clock;
    QList<WorklistRow> m_cases;
};

/// What all tables of these screens have in common: whole rows, no grid, Tab leaves them, columns that fit (ColumnFit);
/// `yielding`: columns whose words may be shortened, and are in their tool tips.
void makePlain(QTableWidget &table, const QString &name, const QStringList &titles, const QList<int> &yielding);

} // namespace reviewdesk
