#pragma once

#include "store/Workshop.h"
#include "support/Clock.h"
#include "ui/widgets/Notice.h"

#include <QPointer>
#include <QTimer>

namespace reviewdesk {

class ReviewSession;

/// Who else has the case open, in a line under its header; hidden while nobody has. Says again and again that it is
/// open here; a server says by itself when that changes, or the case does.
class PresenceBar : public Notice {
    Q_OBJECT
public:
    using CaseId = std::function<QString()>; ///< of the case that is open; empty: it is not kept yet

    /// `clock` and what `caseId` rests on outlive the bar's last look.
    PresenceBar(Workshop &workshop, const Clock &clock, CaseId caseId, QWidget *parent = nullptr);
    /// Of a session's case; the session looks, too, whether somebody saved it (ReviewSession::keptIsNewer).
    PresenceBar(ReviewSession &session, const Clock &clock, QWidget *parent = nullptr);
    ~PresenceBar() override; ///< says that it is closed

    void look(); ///< now, not only when it is time

Q_SIGNALS:
    void looked(); ///< time to look, too, whether somebody saved the case

private:
    void show(const QList<Presence> &others);

    QPointer<Workshop> m_workshop; ///< may go before the bar does
    std::shared_ptr<const Rulebook> m_rulebook;
    const Clock &m_clock;
    CaseId m_openCase;
    QString m_userId; ///< who is at the desk; the page outlives a locked workshop
    QString m_caseId; ///< that was entered
    QTimer m_again;
    QList<Presence> m_shown;
};

} // namespace reviewdesk
