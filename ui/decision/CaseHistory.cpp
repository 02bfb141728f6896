#include "ui/decision/CaseHistory.h"

#include "cases/DateWords.h"
#include "ui/decision/HistoryWords.h"
#include "ui/widgets/Styling.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

CaseHistory::CaseHistory(ReviewSession &session, QWidget *parent)
    : Card(tr("Decision and history"), parent), m_session(session), m_list(new QListWidget)
{
    addDetermination();
    body()->addWidget(makeLabel(tr("History"), TextRole::Strong));
    m_list->setAccessibleName(tr("History of the case"));
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_list, 1);
    load();
}

void CaseHistory::load()
{
    m_session.workshop().run(
        this, [caseId = m_session.stored().id](Workspace &workspace) { return workspace.history(caseId); },
        [this](const Result<QList<AuditEntry>> &history) { show(history); });
}

void CaseHistory::addDetermination()
{
    const Determination &decided = m_session.content().determination;
    body()->addWidget(makeLabel(label(m_session.stored().status), TextRole::Strong));
    if (decided.at.isValid()) {
        const QDateTime at = decided.at.toTimeZone(m_session.rulebook().zone);
        body()->addWidget(makeLabel(tr("%1, by %2").arg(dayAndClockWords(at), decided.by.name)));
    }
    const auto add = [this](const QString &caption, const QString &text) {
        if (text.trimmed().isEmpty())
            return;
        body()->addWidget(makeLabel(caption, TextRole::Quiet));
        body()->addWidget(makeLabel(text));
    };
    add(tr("Reason in plain words"), decided.plainReason);
    add(tr("Clinical rationale"), decided.rationale);
    if (decided.contractProvision)
        add(tr("Contract provision"),
            tr("%1: “%2”").arg(decided.contractProvision->citation, decided.contractProvision->text));
}

void CaseHistory::show(const Result<QList<AuditEntry>> &history)
{
    if (!history) {
        m_list->addItem(tr("The history cannot be read: %1").arg(history.error().message));
        return;
    }
    m_list->clear();
    QList<AuditEntry> entries = history.value();
    std::reverse(entries.begin(), entries.end());
    for (const AuditEntry &entry : std::as_const(entries))
        m_list->addItem(tr("%1  %2: %3").arg(dayAndClockWords(entry.at.toTimeZone(m_session.rulebook().zone)),
            entry.userName, stepInWords(entry, m_session.policy())));
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

} // namespace reviewdesk
