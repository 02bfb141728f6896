// What the worklist's page asks of its reader, and what it does with the answers.
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/FilterBar.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistPage.h"
#include "ui/worklist/WorklistTable.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>

#include <utility>

namespace reviewdesk {

void WorklistPage::ask(Place place)
{
    if (!m_workshop.isOpen())
        return;
    m_asked = true;
    ++m_asks;
    if (place == Place::Top) // what was said was about other rows
        m_notice->clear();
    m_question.stop();
    m_partQuestion.stop();
    m_followQuestion.stop(); // about other rows, too; on a server either may count for long what nobody waits for
    if (std::exchange(m_counting, false)) {
        m_countQuestion.stop();
        m_countsLeft = true;
    }
    m_busy->start(tr("Looking for cases…"));
    const QString current = place == Place::Kept ? m_currentCase : QString();
    m_question = m_reading.ask(
        this,
        [query = m_query, current](WorklistReader &reader) -> Result<Found> {
            Found found;
            if (!current.isEmpty()) {
                const Result<int> position = reader.positionOf(current, query);
                if (!position)
                    return position.error();
                found.position = *position;
            }
            constexpr int page = WorklistModel::pageRows;
            WorklistQuery part = query;
            part.offset = qMax(0, found.position / page - 1) * page;
            part.limit = found.position < 0 ? page : 3 * page;
            part.rowsFirst = found.position < 0;
            Result<WorklistPart> rows = reader.part(part);
            if (!rows)
                return rows.error();
            found.part = std::move(rows).value();
            return found;
        },
        [this, place](const Result<Found> &found) { answer(place, found); });
}

void WorklistPage::answer(Place place, const Result<Found> &found)
{
    m_busy->stop();
    const bool entersTable = std::exchange(m_enterTable, false) && window()->focusWidget() == m_search; // or went elsewhere
    const bool opens = std::exchange(m_openFirst, false) && entersTable;
    if (!found) {
        showError(found.error());
        askCountsLeft();
        Q_EMIT loaded();
        return;
    }
    const bool same = place == Place::Kept && found->part.revision != 0 && m_revision == found->part.revision;
    m_revision = found->part.revision;
    const bool isNew = place == Place::Top || m_currentCase.isEmpty();
    const Standing before = standing();
    const int scrolled = m_table->verticalScrollBar()->value();
    if (same)
        m_model->renew(found->part);
    else
        m_model->begin(found->part);
    showEmptiness();
    if (isNew && m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, m_table->horizontalHeader()->logicalIndex(0)));
        m_table->scrollTo(m_table->currentIndex());
    } else if (!m_table->currentIndex().isValid()) {
        stand(before);
        m_table->verticalScrollBar()->setValue(scrolled);
        m_table->scrollTo(m_table->currentIndex());
    }
    m_table->fitColumns();
    m_table->lookAgain();
    if (!m_model->isCounted())
        askTotal();
    askCountsLeft();
    if (entersTable && m_model->rowCount() > 0) {
        m_table->setFocus();
        if (opens)
            m_table->openCurrent();
    }
    if (found->part.untidy >= Workspace::mostUntidy && !std::exchange(m_tidying, true))
        m_workshop.run(
            this, [](Workspace &workspace) { return workspace.tidyWorklist(); },
            [this](const Result<void> &) { m_tidying = false; });
    Q_EMIT loaded();
}

/// The rows are here, and how many there are in all had to be counted.
void WorklistPage::askTotal()
{
    WorklistQuery query = m_query;
    query.limit = WorklistModel::pageRows;
    m_partQuestion = m_reading.ask(
        this, [query](WorklistReader &reader) { return reader.part(query); },
        [this](const Result<WorklistPart> &part) {
            if (m_model->isCounted()) // by what followed others meanwhile, whose rows are newer than the question
                return;
            if (!part) {
                m_model->leaveUncounted();
                showError(part.error());
                showEmptiness();
                return;
            }
            const Standing before = standing();
            m_model->count(*part);
            showEmptiness();
            if (before.row >= 0) // others may have changed something meanwhile
                stand(before);
            m_table->lookAgain();
            Q_EMIT loaded();
        });
}

void WorklistPage::askPart(int first, int count)
{
    m_partQuestion.stop();
    WorklistQuery query = m_query;
    query.offset = first;
    query.limit = count;
    m_partQuestion = m_reading.ask(
        this, [query](WorklistReader &reader) { return reader.part(query); },
        [this](const Result<WorklistPart> &part) {
            if (!part) {
                m_model->forgetWish();
                showError(part.error());
            } else if (part->revision != m_revision) {
                ask(Place::Kept); // something was changed: rows may stand elsewhere now
            } else {
                const Standing before = standing();
                const bool numbered = m_model->isCounted();
                m_model->add(*part);
                if (!numbered)
                    showEmptiness();
                stand(before);
                m_table->lookAgain();
                if (m_table->currentIndex().isValid())
                    m_currentCase = m_table->currentIndex().data(WorklistModel::CaseIdRole).toString();
            }
        });
}

void WorklistPage::askCounts()
{
    if (!m_workshop.isOpen())
        return;
    QList<WorklistQuery> queries;
    for (int view = 0; view < worklistViewCount; ++view) {
        WorklistQuery query;
        query.view = static_cast<WorklistView>(view);
        queries.append(query);
    }
    for (const SavedView &view : std::as_const(m_ownViews)) {
        WorklistQuery query;
        query.view = view.view;
        query.filter = view.filter;
        query.search = view.search;
        queries.append(query);
    }
    m_countQuestion.stop();
    m_counting = true;
    m_countsLeft = false;
    m_countQuestion = m_reading.ask(
        this, [queries](WorklistReader &reader) { return reader.counts(queries); },
        [this](const Result<QList<int>> &counts) {
            m_counting = false;
            if (counts)
                m_views->setCounts(*counts);
        });
}

void WorklistPage::askCountsLeft()
{
    if (m_countsLeft)
        askCounts();
}

void WorklistPage::loadChoices()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.users(); },
        [this](const Result<QList<UserAccount>> &people) {
            if (!people)
                return;
            m_reading.ask(
                this, [](WorklistReader &reader) { return reader.choices(); },
                [this, people = *people](const Result<Worklist::Choices> &choices) {
                    if (choices && m_workshop.isOpen())
                        m_filters->setChoices(
                            *choices, people, m_clock.now().toTimeZone(m_workshop.rulebook().zone).date());
                });
        });
}

} // namespace reviewdesk
