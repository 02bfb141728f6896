// How the worklist follows what others do, as a server says it, while somebody looks at it: the place in the list, the current
// case and what is selected stay.
#include "ui/worklist/AssignDialog.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistPage.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr qint64 soon = 250; ///< milliseconds: what comes in that time is asked for once
constexpr qint64 longest = 5'000;
constexpr qint64 rest = 10; ///< times as long as the last question took, for a server that has much to do
constexpr qint64 betweenCounts = 5'000; ///< and once more when a minute is over
constexpr int later = 1'000; ///< while several cases are selected

} // namespace

void WorklistPage::followOthers()
{
    m_follow.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, this, &WorklistPage::follow);
    connect(&m_workshop, &Workshop::casesChanged, this, [this] {
        if (!m_follow.isActive())
            m_follow.start(static_cast<int>(std::clamp(rest * m_followTook, soon, longest)));
    });
    connect(&m_workshop, &Workshop::connectionChanged, this, [this](bool there) {
        if (there && isVisible())
            refresh();
    });
}

/// Out of sight nothing is followed: whoever comes back to the list asks anew.
void WorklistPage::follow()
{
    if (!isVisible() || !m_workshop.isOpen())
        return;
    if (m_table->selectedCount() > 1) { // somebody is about to do something with them
        m_follow.start(later);
        return;
    }
    constexpr int page = WorklistModel::pageRows;
    WorklistQuery part = m_query;
    part.offset = std::max(0, m_table->rowAt(0) / page - 1) * page;
    part.limit = 3 * page;
    QElapsedTimer took;
    took.start();
    m_followQuestion.stop();
    m_followQuestion = m_reading.ask(
        this, [part](WorklistReader &reader) { return reader.part(part); },
        [this, took, asks = m_asks](const Result<WorklistPart> &answer) {
            m_followTook = answer ? took.elapsed() : 0; // who waited for a server that was away learnt nothing of its load
            if (!answer || asks != m_asks) // it was not asked for, or something else was meanwhile
                return;
            if (m_table->selectedCount() > 1) // by now
                m_follow.start(later);
            else
                showFollowed(*answer);
        });
    if (!m_counted.isValid() || m_counted.elapsed() > betweenCounts) { // which look at every case
        m_counted.start();
        askCounts();
    }
}

WorklistPage::Standing WorklistPage::standing() const
{
    Standing now;
    now.row = m_table->currentIndex().row();
    if (m_table->selectedCount() > AssignDialog::mostCases) // nothing is done with so many
        return now;
    for (const RowRange &range : m_table->selectedRanges()) {
        for (int at = range.first; at <= range.last; ++at) {
            if (const WorklistRow *row = m_model->row(at))
                now.selected.append(row->caseId);
        }
    }
    return now;
}

/// After an answer that replaced the rows. A case that is gone is not selected any more, and no other in its place: whoever
/// chose cases acts on these alone. The keyboard goes on where it was.
void WorklistPage::stand(const Standing &before)
{
    if (m_table->currentIndex().isValid() || m_model->rowCount() == 0) // they were not replaced; there are none
        return;
    QItemSelection rows;
    for (const QString &caseId : before.selected) {
        if (const int row = m_model->rowOf(caseId); row >= 0)
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    const int moved = m_model->rowOf(m_currentCase);
    const int row = std::min(moved >= 0 ? moved : std::max(0, before.row), m_model->rowCount() - 1);
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_table->selectionModel()->setCurrentIndex(
        m_model->index(row, m_table->horizontalHeader()->logicalIndex(0)), QItemSelectionModel::NoUpdate);
}

void WorklistPage::showFollowed(const WorklistPart &part)
{
    if (m_table->selectedCount() > 1) { // they were selected since it was asked
        m_follow.start(later);
        return;
    }
    const auto stands = [this, &part] {
        for (qsizetype at = 0; at < part.rows.size(); ++at) {
            const WorklistRow *row = m_model->row(part.first + static_cast<int>(at));
            if (!row || row->caseId != part.rows.at(at).caseId)
                return false;
        }
        return part.total == m_model->rowCount();
    };
    if (stands()) {
        m_model->renew(part);
    } else {
        const int scrolled = m_table->verticalScrollBar()->value();
        const Standing before = standing();
        m_model->begin(part);
        showEmptiness();
        stand(before);
        m_table->verticalScrollBar()->setValue(scrolled);
    }
    m_table->lookAgain();
    Q_EMIT loaded();
}

} // namespace reviewdesk
