#pragma once

#include "store/Workspace.h"

#include <QTableWidget>
#include <QTimeZone>

namespace reviewdesk {

/// A list of cases on a supervisor's screens, painted as the worklist: due, member, case, status, outcome, by whom. Enter
/// opens the current one.
class CaseTable : public QTableWidget {
    Q_OBJECT
public:
    CaseTable(const QString &name, QTimeZone zone, const Clock &clock, QWidget *parent = nullptr);

    /// Before the first list: with a column more, for what setLetters() says.
    void showLetters();
    /// Of the list that comes next: in words, by case, the letters that wait of it.
    void setLetters(const QMap<QString, QString> &letters);

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
    void sayLetters(int row);

    QTimeZone m_zone;
    const Clock &m_clock;
    QList<WorklistRow> m_cases;
    int m_lettersAt = -1; ///< column; -1: not shown
    QMap<QString, QString> m_letters; ///< by case
};

/// What all tables of these screens have in common: whole rows, no grid, Tab leaves them, columns that fit (ColumnFit);
/// `yielding`: columns whose words may be shortened, and are in their tool tips.
void makePlain(QTableWidget &table, const QString &name, const QStringList &titles, const QList<int> &yielding);

} // namespace reviewdesk
