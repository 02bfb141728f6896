// How the worklist follows what others do, as a server says it, while somebody looks at it: the place in the list, the current
// case and what is selected stay.
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

void WorklistPage::showFollowed(const WorklistPart &part)
{
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
        const int before = m_table->currentIndex().row();
        m_model->begin(part);
        showEmptiness();
        const int moved = m_model->rowOf(m_currentCase);
        const int row = std::min(moved >= 0 ? moved : std::max(0, before), m_model->rowCount() - 1);
        if (row >= 0)
            m_table->setCurrentIndex(m_model->index(row, m_table->horizontalHeader()->logicalIndex(0)));
        m_table->verticalScrollBar()->setValue(scrolled);
    }
    m_table->lookAgain();
    Q_EMIT loaded();
}

} // namespace reviewdesk
