#include "store/WorklistRows.h"

#include "cases/Workflow.h"
#include "store/Stored.h"
#include "store/WorklistSql.h"

#include <QTimeZone>

namespace reviewdesk {

namespace {

/// Without a time zone of its own to carry about; it is the same instant. Made with the zone it costs Qt 6.4 an allocation and a
/// look into the zone, a fifth of what a page of rows takes.
QDateTime instant(qint64 milliseconds)
{
    static const QDateTime epoch = QDateTime::fromMSecsSinceEpoch(0, QTimeZone::utc()).toUTC();
    return epoch.addMSecs(milliseconds);
}

} // namespace

Result<void> WorklistRows::refresh(quint64 revision)
{
    if (m_revision == revision)
        return {};
    const Result<Statement *> users = m_statements.of(worklistSql::users);
    if (!users)
        return users.error();
    m_names.clear();
    m_shownNames = {};
    m_before = {};
    m_revision = revision;
    return (*users)->each({}, [&] {
        m_names.insert((*users)->string(0), (*users)->string(1));
        return true;
    });
}

WorklistRows::Shared &WorklistRows::slotOf(SharedTexts &texts, QByteArrayView stored)
{
    return texts[qHashBits(stored.data(), static_cast<std::size_t>(stored.size())) % std::tuple_size_v<SharedTexts>];
}

const WorklistRows::Shared &WorklistRows::shared(const Statement &cells, int column)
{
    const QByteArrayView stored = cells.text(column);
    Shared *&before = m_before.at(static_cast<std::size_t>(column));
    if (before && before->stored == stored)
        return *before;
    Shared &slot = slotOf(m_texts, stored);
    before = &slot;
    if (slot.stored != stored) {
        const QString text = QString::fromUtf8(stored);
        slot = {stored.toByteArray(), text, statusFromWord(text), lineOfBusinessFromWord(text)};
    }
    return slot;
}

const QString &WorklistRows::name(const Statement &cells, int column)
{
    const QByteArrayView stored = cells.text(column);
    Shared *&before = m_before.at(static_cast<std::size_t>(column));
    if (before && before->stored == stored)
        return before->text;
    Shared &slot = slotOf(m_shownNames, stored);
    before = &slot;
    if (slot.stored != stored)
        slot = {stored.toByteArray(), m_names.value(QString::fromUtf8(stored)), {}, {}};
    return slot.text;
}

Result<WorklistRow> WorklistRows::read(qint64 row)
{
    const Result<Statement *> found = m_statements.of(worklistSql::row);
    if (!found)
        return found.error();
    WorklistRow shown;
    const Result<void> done = (*found)->one(row, [&] { fill(shown, **found, 0); });
    if (!done)
        return done.error();
    return shown;
}

void WorklistRows::fill(WorklistRow &entry, const Statement &cells, int first)
{
    entry.caseId = QString::fromLatin1(cells.text(first));
    entry.number = QString::fromLatin1(cells.text(first + 1));
    entry.status = shared(cells, first + 2).status.value_or(Status::Draft);
    CaseSummary &summary = entry.summary;
    summary.memberName = cells.string(first + 3);
    summary.memberId = cells.string(first + 4);
    summary.providerName = cells.string(first + 5);
    summary.procedure = shared(cells, first + 6).text;
    summary.outcome = shared(cells, first + 7).text;
    summary.outcomeTone = static_cast<int>(cells.integer(first + 8));
    summary.planWords = shared(cells, first + 9).text;
    summary.expedited = cells.integer(first + 10) != 0;
    if (const qint64 due = cells.integer(first + 11); due != noDueInstant)
        summary.dueAt = instant(due);
    entry.preparedBy = name(cells, first + 12);
    entry.savedAt = instant(cells.integer(first + 13));
    entry.assignedTo = name(cells, first + 14);
    entry.lineOfBusiness = shared(cells, first + 15).line;
    entry.state = shared(cells, first + 16).text;
}

} // namespace reviewdesk
