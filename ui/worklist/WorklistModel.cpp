#include "ui/worklist/WorklistModel.h"

#include "cases/DateWords.h"
#include "cases/SummaryWords.h"
#include "ui/widgets/StatusGlyph.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace reviewdesk {

WorklistModel::WorklistModel(QTimeZone zone, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_zone(std::move(zone)), m_clock(clock)
{
}

QList<WorklistColumn> WorklistModel::columns()
{
    return {WorklistColumn::Due, WorklistColumn::Member, WorklistColumn::Number, WorklistColumn::Procedure,
        WorklistColumn::Status, WorklistColumn::Outcome, WorklistColumn::Plan, WorklistColumn::Saved,
        WorklistColumn::MemberId, WorklistColumn::Provider, WorklistColumn::PreparedBy, WorklistColumn::AssignedTo,
        WorklistColumn::Urgency, WorklistColumn::LineOfBusiness, WorklistColumn::State};
}

QString WorklistModel::columnTitle(WorklistColumn column)
{
    switch (column) {
    case WorklistColumn::Due:
        return tr("Due");
    case WorklistColumn::Member:
        return tr("Member");
    case WorklistColumn::Number:
        return tr("Case");
    case WorklistColumn::Procedure:
        return tr("Procedure");
    case WorklistColumn::Status:
        return tr("Status");
    case WorklistColumn::Outcome:
        return tr("Outcome so far");
    case WorklistColumn::Plan:
        return tr("Plan");
    case WorklistColumn::Saved:
        return tr("Saved");
    case WorklistColumn::MemberId:
        return tr("Member ID");
    case WorklistColumn::Provider:
        return tr("Provider");
    case WorklistColumn::PreparedBy:
        return tr("Prepared by");
    case WorklistColumn::AssignedTo:
        return tr("Assigned to");
    case WorklistColumn::Urgency:
        return tr("Urgency");
    case WorklistColumn::LineOfBusiness:
        return tr("Line of business");
    case WorklistColumn::State:
        return tr("State");
    }
    Q_UNREACHABLE();
}

QString WorklistModel::orderWords(WorklistColumn column, bool descending)
{
    switch (column) {
    case WorklistColumn::Due:
        return descending ? tr("latest first") : tr("earliest first");
    case WorklistColumn::Number:
    case WorklistColumn::Saved:
        return descending ? tr("newest first") : tr("oldest first");
    case WorklistColumn::Outcome:
        return descending ? tr("not met first") : tr("met first");
    case WorklistColumn::Urgency:
        return descending ? tr("expedited first") : tr("standard first");
    case WorklistColumn::MemberId:
    case WorklistColumn::Provider:
    case WorklistColumn::PreparedBy:
    case WorklistColumn::AssignedTo:
    case WorklistColumn::LineOfBusiness:
    case WorklistColumn::State:
    case WorklistColumn::Member:
    case WorklistColumn::Procedure:
    case WorklistColumn::Status:
    case WorklistColumn::Plan:
        return descending ? tr("Z to A") : tr("A to Z");
    }
    Q_UNREACHABLE();
}

void WorklistModel::begin(const WorklistPart &part)
{
    beginResetModel();
    m_total = part.total;
    m_counted = part.counted;
    m_leftUncounted = false;
    m_pages.clear();
    m_askedFirst = -1;
    keep(part);
    endResetModel();
}

void WorklistModel::count(const WorklistPart &part)
{
    const auto stands = [this, &part] {
        for (qsizetype at = 0; at < part.rows.size(); ++at) {
            const WorklistRow *here = row(part.first + static_cast<int>(at));
            if (!here || *here != part.rows.at(at))
                return false;
        }
        return part.total >= m_total;
    };
    if (m_counted || !stands()) {
        begin(part);
        return;
    }
    growTo(part.total);
}

void WorklistModel::growTo(int total)
{
    m_counted = true;
    m_leftUncounted = false;
    if (total == m_total)
        return;
    beginInsertRows({}, m_total, total - 1);
    m_total = total;
    endInsertRows();
}

void WorklistModel::leaveUncounted()
{
    m_leftUncounted = !m_counted;
    forgetWish();
}

void WorklistModel::forgetWish()
{
    m_askedFirst = -1;
}

void WorklistModel::renew(const WorklistPart &part)
{
    if (part.total != m_total || !m_counted) {
        begin(part);
        return;
    }
    m_pages.clear();
    m_askedFirst = -1;
    keep(part);
    if (m_total > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_total - 1, columnCount() - 1));
}

void WorklistModel::add(const WorklistPart &part)
{
    if (m_leftUncounted && part.counted && part.total >= m_total)
        growTo(part.total);
    if (part.total != m_total || !m_counted) {
        begin(part);
        return;
    }
    m_askedFirst = -1;
    keep(part);
    if (!part.rows.isEmpty())
        Q_EMIT dataChanged(index(part.first, 0),
            index(part.first + static_cast<int>(part.rows.size()) - 1, columnCount() - 1));
}

void WorklistModel::keep(const WorklistPart &part)
{
    for (qsizetype at = 0; at < part.rows.size(); at += pageRows)
        m_pages.insert((part.first + static_cast<int>(at)) / pageRows, part.rows.mid(at, pageRows));
}

const WorklistRow *WorklistModel::row(int row) const
{
    const auto page = m_pages.constFind(row / pageRows);
    const int within = row % pageRows;
    return row < 0 || page == m_pages.cend() || within >= page->size() ? nullptr : &page->at(within);
}

int WorklistModel::rowOf(const QString &caseId) const
{
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        const auto found =
            std::find_if(page->cbegin(), page->cend(), [&](const WorklistRow &row) { return row.caseId == caseId; });
        if (found != page->cend())
            return page.key() * pageRows + static_cast<int>(found - page->cbegin());
    }
    return -1;
}

void WorklistModel::look(int first, int last)
{
    if (m_total == 0)
        return;
    constexpr int pagesKept = 12; // either way
    const int firstPage = qBound(0, first, m_total - 1) / pageRows;
    const int lastPage = qBound(0, last, m_total - 1) / pageRows;
    for (auto page = m_pages.begin(); page != m_pages.end();)
        page = page.key() < firstPage - pagesKept || page.key() > lastPage + pagesKept ? m_pages.erase(page)
                                                                                       : std::next(page);
    const int pages = (m_total - 1) / pageRows + (m_leftUncounted ? 2 : 1);
    const auto missing = [&](int page) { return page >= 0 && page < pages && !m_pages.contains(page); };
    int from = firstPage;
    int to = lastPage;
    if (!missing(firstPage) && !missing(lastPage)) { // what is in sight is here: the neighbours
        from = missing(firstPage - 1) ? firstPage - 1 : lastPage + 1;
        to = from;
        if (!missing(from))
            return;
    }
    const int count = (to - from + 1) * pageRows;
    if (m_askedFirst == from * pageRows && m_askedCount == count)
        return;
    m_askedFirst = from * pageRows;
    m_askedCount = count;
    Q_EMIT partWanted(m_askedFirst, m_askedCount);
}

void WorklistModel::refreshDue()
{
    if (m_total > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_total - 1, 0));
}

void WorklistModel::setOrder(WorklistColumn column, bool descending)
{
    const int before = std::exchange(m_sortColumn, static_cast<int>(columns().indexOf(column)));
    m_descending = descending;
    for (const int section : {before, m_sortColumn})
        Q_EMIT headerDataChanged(Qt::Horizontal, section, section);
}

int WorklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_total;
}

int WorklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : worklistColumnCount;
}

namespace {

DueChip chipOf(const WorklistRow &row, const QDateTime &now, const QTimeZone &zone)
{
    if (!isOpen(row.status)) // nothing is due any more
        return {QCoreApplication::translate("reviewdesk::WorklistModel", "Closed"), false, false};
    return row.summary.dueAt.isValid() ? dueChip(row.summary.dueAt, now, zone) : DueChip();
}

} // namespace

QString WorklistModel::words(
    const WorklistRow &row, WorklistColumn column, const QDateTime &now, const QTimeZone &zone)
{
    switch (column) {
    case WorklistColumn::Due: {
        const QString due = chipOf(row, now, zone).words;
        return due.isEmpty() ? tr("No due date") : due;
    }
    case WorklistColumn::Member:
        return row.summary.memberName.isEmpty() ? tr("Not entered yet") : row.summary.memberName;
    case WorklistColumn::Number:
        return row.number;
    case WorklistColumn::Procedure:
        return row.summary.procedure.isEmpty() ? tr("Open") : row.summary.procedure;
    case WorklistColumn::Status:
        return label(row.status);
    case WorklistColumn::Outcome:
        return outcomeTold(row.summary.outcome);
    case WorklistColumn::Plan:
        return planTold(row.summary.planWords);
    case WorklistColumn::Saved: {
        const QDateTime local = row.savedAt.toTimeZone(zone);
        const bool today = local.date() == now.toTimeZone(zone).date();
        return today ? clockWords(local.time()) : dayWords(local.date());
    }
    case WorklistColumn::MemberId:
        return row.summary.memberId;
    case WorklistColumn::Provider:
        return row.summary.providerName;
    case WorklistColumn::PreparedBy:
        return row.preparedBy;
    case WorklistColumn::AssignedTo:
        return row.assignedTo.isEmpty() ? tr("Nobody yet") : row.assignedTo;
    case WorklistColumn::Urgency:
        return row.summary.expedited ? tr("Expedited") : tr("Standard");
    case WorklistColumn::LineOfBusiness:
        return row.lineOfBusiness ? label(*row.lineOfBusiness) : QString();
    case WorklistColumn::State:
        return row.state;
    }
    Q_UNREACHABLE();
}

QVariant WorklistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorklistRow *const here = row(index.row());
    if (role == BlankRole)
        return !here;
    if (!here)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading…")) : QVariant();
    static const QList<WorklistColumn> all = columns();
    return told(*here, all.at(index.column()), role, m_clock.now(), m_zone);
}

QVariant WorklistModel::told(
    const WorklistRow &row, WorklistColumn column, int role, const QDateTime &now, const QTimeZone &zone)
{
    const auto said = [&] { return words(row, column, now, zone); };
    const bool isDue = column == WorklistColumn::Due && row.summary.dueAt.isValid() && isOpen(row.status);
    switch (role) {
    case Qt::DisplayRole:
        return said();
    case Qt::AccessibleTextRole:
        return isDue ? tr("Due: %1").arg(said()) : said();
    case Qt::ToolTipRole:
        if (isDue)
            return tr("Due %1").arg(weekdayAndClockWords(row.summary.dueAt.toTimeZone(zone)));
        if (column == WorklistColumn::Member)
            return tr("%1 · %2").arg(said(), row.summary.memberId);
        return said();
    case ChipToneRole:
        if (column == WorklistColumn::Due) {
            const DueChip due = chipOf(row, now, zone);
            return QVariant::fromValue(due.overdue ? Tone::Danger : due.soon ? Tone::Warn : Tone::Neutral);
        }
        return {};
    case GlyphRole:
        if (column == WorklistColumn::Outcome) {
            const int tone = row.summary.outcomeTone;
            return QVariant::fromValue(tone > 0 ? Glyph::Met : tone < 0 ? Glyph::NotMet : Glyph::Open);
        }
        return {};
    case QuietRole:
        return column == WorklistColumn::Number || column == WorklistColumn::Saved;
    case CaseIdRole:
        return row.caseId;
    default:
        return {};
    }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns().size())
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(columns().at(section));
    if (role == Qt::AccessibleTextRole) {
        const WorklistColumn column = columns().at(section);
        return section == m_sortColumn ? tr("%1, sorted, %2").arg(columnTitle(column), orderWords(column, m_descending))
                                       : columnTitle(column);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

void WorklistModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns().size())
        return;
    setOrder(columns().at(column), order == Qt::DescendingOrder);
    Q_EMIT sortWanted(columns().at(column), order == Qt::DescendingOrder);
}

} // namespace reviewdesk
