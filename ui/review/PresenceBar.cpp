#include "ui/review/PresenceBar.h"

#include "cases/DateWords.h"

namespace reviewdesk {

PresenceBar::PresenceBar(ReviewSession &session, QWidget *parent)
    : Notice(parent), m_session(session), m_workshop(&session.workshop())
{
    connect(&m_again, &QTimer::timeout, this, &PresenceBar::look);
    m_again.start(Workspace::presenceSeconds * 1000);
    look();
}

PresenceBar::~PresenceBar()
{
    if (!m_caseId.isEmpty() && m_workshop && m_workshop->isOpen())
        m_workshop->run([caseId = m_caseId](Workspace &workspace) { return workspace.leaveCase(caseId); });
}

void PresenceBar::look()
{
    if (m_session.secondReview())
        return; // it is not the case that is open
    m_caseId = m_session.stored().id;
    if (m_caseId.isEmpty() || !m_workshop->isOpen())
        return;
    m_workshop->run(
        this, [caseId = m_caseId](Workspace &workspace) { return workspace.enterCase(caseId); },
        [this](const Result<QList<Presence>> &others) {
            if (others && *others != m_shown)
                show(*others);
        });
    m_session.look();
}

void PresenceBar::show(const QList<Presence> &others)
{
    m_shown = others;
    if (others.isEmpty()) {
        clear();
        return;
    }
    const QTimeZone zone = m_session.rulebook().zone;
    const QDate today = m_session.today();
    QStringList words;
    for (const Presence &other : others) {
        const QDateTime since = other.since.toTimeZone(zone);
        const QString when = since.date() == today ? clockWords(since.time()) : dayAndClockWords(since);
        words << (other.userId == m_session.actor().userId
                ? tr("You have this case open in another window since %1.").arg(when)
                : tr("%1 has this case open since %2.").arg(other.userName, when));
    }
    showMessage(Tone::Accent, words.join(QLatin1Char(' ')));
}

} // namespace reviewdesk
