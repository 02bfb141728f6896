#pragma once

#include "store/Workspace.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimeZone>

namespace reviewdesk {

/// The rows of one worklist question. It knows how many there are and holds those around what is in sight, a page at a
/// time; the others are blank until they come. It asks for rows by signals and never waits for them; sorting is done by
/// whoever answers.
class WorklistModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Besides Qt's roles. `QuietRole`: true for what stands back; `BlankRole`: true while the row has not come.
    enum Role { ChipToneRole = Qt::UserRole + 1, GlyphRole, QuietRole, CaseIdRole, BlankRole };
    static constexpr int pageRows = 64;

    WorklistModel(QTimeZone zone, const Clock &clock, QObject *parent = nullptr);

    static QList<WorklistColumn> columns(); ///< in order
    static QString columnTitle(WorklistColumn column);
    /// "earliest first", "Z to A": which way round rows stand by a column.
    static QString orderWords(WorklistColumn column, bool descending);
    /// How a row says a column, for a screen or a file: "Overdue 2 h", "I.B.1 met".
    static QString words(
        const WorklistRow &row, WorklistColumn column, const QDateTime &now, const QTimeZone &zone);

    /// What a list of cases shows and says of a column, by role: one look for all of them, painted by WorklistDelegate.
    static QVariant told(
        const WorklistRow &row, WorklistColumn column, int role, const QDateTime &now, const QTimeZone &zone);

    /// Another question's answer: `part` with the total. `part.first` is a multiple of `pageRows`.
    void begin(const WorklistPart &part);
    /// The same question's answer after a change; rows stay where they are if their number did.
    void renew(const WorklistPart &part);
    /// Some more rows of the answer, as partWanted() asked; another total renews all.
    void add(const WorklistPart &part);
    /// The same first rows with the number of all, after a part that came without it; rows that are here stay.
    void count(const WorklistPart &part);
    bool isCounted() const { return m_counted; } ///< rowCount() is how many there are
    /// The number could not be had: whoever looks at the last row asks for what follows, and has the number with it.
    void leaveUncounted();
    bool isLeftUncounted() const { return m_leftUncounted; }
    void forgetWish(); ///< it could not be fulfilled: the next look asks again
    const WorklistRow *row(int row) const; ///< nullptr: not here
    int rowOf(const QString &caseId) const; ///< -1: not among the rows that are here
    /// These rows are in sight: asks for what is missing around them and lets go of what is far.
    void look(int first, int last);
    /// Due chips age; call once a minute.
    void refreshDue();
    /// The order that is in force, for the header.
    void setOrder(WorklistColumn column, bool descending);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortWanted(reviewdesk::WorklistColumn column, bool descending);
    /// Rows are in sight and not here; an earlier wish is overtaken.
    void partWanted(int first, int count);

private:
    void keep(const WorklistPart &part);
    void growTo(int total); ///< now that it is known

    QTimeZone m_zone;
    const Clock &m_clock;
    int m_total = 0;
    bool m_counted = true;
    bool m_leftUncounted = false;
    QHash<int, QList<WorklistRow>> m_pages; ///< by number; a page of less than `pageRows` is the last
    int m_askedFirst = -1; ///< the wish that is on its way
    int m_askedCount = 0;
    int m_sortColumn = 0;
    bool m_descending = false;
};

} // namespace reviewdesk
