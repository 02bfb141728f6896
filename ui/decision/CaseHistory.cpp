#include "ui/decision/CaseHistory.h"

#include "cases/DateWords.h"
#include "ui/history/HistoryList.h"
#include "ui/widgets/Styling.h"

#include <QLabel>
#include <QVBoxLayout>

namespace reviewdesk {

CaseHistory::CaseHistory(ReviewSession &session, QWidget *parent)
    : Card(tr("Decision and history"), parent), m_session(session),
      m_history(new HistoryList(session.workshop(), session.stored().id))
{
    addDetermination();
    QLabel *caption = makeLabel(tr("History"), TextRole::Strong);
    caption->setBuddy(m_history->list());
    body()->addWidget(caption);
    body()->addWidget(m_history, 1);
}

void CaseHistory::load()
{
    m_history->load();
}

QListWidget *CaseHistory::list() const
{
    return m_history->list();
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

} // namespace reviewdesk
