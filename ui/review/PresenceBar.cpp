#include "ui/review/PresenceBar.h"

#include "cases/DateWords.h"
#include "ui/review/ReviewSession.h"

namespace reviewdesk {

PresenceBar::PresenceBar(Workshop &workshop, const Clock &clock, CaseId caseId, QWidget *parent)
    : Notice(parent), m_workshop(&workshop), m_rulebook(workshop.sharedRulebook()), m_clock(clock),
      m_openCase(std::move(caseId)), m_userId(workshop.user().id)
{
    connect(&m_again, &QTimer::timeout, this, &PresenceBar::look);
    m_again.start(Workspace::presenceSeconds * 1000);
    look();
    constexpr int settled = 1'000; // a page that this one takes the place of has said by then that it is closed
    QTimer::singleShot(settled, this, &PresenceBar::look);
    const auto isMeant = [this](const QStringList &caseIds) { return caseIds.isEmpty() || caseIds.contains(m_caseId); };
    connect(&workshop, &Workshop::casesEntered, this, [this, isMeant](const QStringList &caseIds) {
        if (isMeant(caseIds))
            look();
    });
    connect(&workshop, &Workshop::casesChanged, this, [this, isMeant](const QStringList &caseIds) {
        if (isMeant(caseIds))
            Q_EMIT looked();
    });
}

PresenceBar::PresenceBar(ReviewSession &session, const Clock &clock, QWidget *parent)
    : PresenceBar(
          session.workshop(), clock,
          [&session] { return session.secondReview() ? QString() : session.stored().id; }, // it is not the case's
          parent)
{
    connect(this, &PresenceBar::looked, &session, &ReviewSession::look);
    session.look();
}

PresenceBar::~PresenceBar()
{
    if (!m_caseId.isEmpty() && m_workshop && m_workshop->isOpen())
        m_workshop->run([caseId = m_caseId](Workspace &workspace) { return workspace.leaveCase(caseId); });
}

void PresenceBar::look()
{
    m_caseId = m_openCase();
    if (m_caseId.isEmpty() || !m_workshop || !m_workshop->isOpen())
        return;
    m_workshop->run(
        this, [caseId = m_caseId](Workspace &workspace) { return workspace.enterCase(caseId); },
        [this](const Result<QList<Presence>> &others) {
            if (others && *others != m_shown)
                show(*others);
        });
    Q_EMIT looked();
}

void PresenceBar::show(const QList<Presence> &others)
{
    m_shown = others;
    if (others.isEmpty()) {
        clear();
        return;
    }
    const QTimeZone zone = m_rulebook->zone;
    const QDate today = m_clock.now().toTimeZone(zone).date();
    QStringList words;
    for (const Presence &other : others) {
        const QDateTime since = other.since.toTimeZone(zone);
        const QString when = since.date() == today ? clockWords(since.time()) : dayAndClockWords(since);
        words << (other.userId == m_userId
                ? tr("You have this case open in another window since %1.").arg(when)
                : tr("%1 has this case open since %2.").arg(other.userName, when));
    }
    showMessage(Tone::Accent, words.join(QLatin1Char(' ')));
}

} // namespace reviewdesk
