#include "ui/history/HistoryList.h"

#include "cases/DateWords.h"
#include "ui/history/HistoryWords.h"
#include "ui/widgets/Styling.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

/// Rich text, since a tooltip breaks no other.
QString tipOf(const QString &lines)
{
    return QStringLiteral("<p>%1</p>").arg(lines.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

} // namespace

HistoryList::HistoryList(Workshop &workshop, const QString &caseId, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_rulebook(workshop.sharedRulebook()), m_caseId(caseId), m_list(new QListWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_list->setAccessibleName(tr("History of the case"));
    setPanel(m_list, "rows");
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust); // rows wrap anew
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // a step may be taller than the list
    column->addWidget(m_list, 1);
    load();
}

void HistoryList::load()
{
    m_workshop.run(
        this, [caseId = m_caseId](Workspace &workspace) { return workspace.history(caseId); },
        [this](const Result<QList<AuditEntry>> &history) { show(history); });
}

void HistoryList::show(const Result<QList<AuditEntry>> &history)
{
    if (!history) {
        m_list->addItem(tr("The history cannot be read: %1").arg(history.error().message));
        return;
    }
    m_list->clear();
    const QList<AuditEntry> &entries = *history;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        addStep(*entry);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void HistoryList::addStep(const AuditEntry &entry)
{
    const Policy &policy = m_rulebook->policy;
    const QString when = dayAndClockWords(entry.at.toTimeZone(m_rulebook->zone));
    const auto said = [&](StepForm form) {
        return tr("%1  %2: %3").arg(when, entry.userName, stepInWords(entry, policy, form));
    };
    auto *item = new QListWidgetItem(said(StepForm::Row), m_list);
    item->setToolTip(tipOf(said(StepForm::Whole)));
    item->setData(Qt::AccessibleTextRole, said(StepForm::Spoken));
}

} // namespace reviewdesk
