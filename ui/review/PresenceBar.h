#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Notice.h"

namespace reviewdesk {

/// Who else has the case open, in a line under its header; hidden while nobody has. Says again and again that it is
/// open here, and looks at the same time whether somebody saved it (ReviewSession::keptIsNewer).
class PresenceBar : public Notice {
    Q_OBJECT
public:
    explicit PresenceBar(ReviewSession &session, QWidget *parent = nullptr);
    ~PresenceBar() override; ///< says that it is closed

    void look(); ///< now, not only when it is time

private:
    void show(const QList<Presence> &others);

    ReviewSession &m_session;
    QPointer<Workshop> m_workshop; ///< this and the session may go before the bar does
    QString m_caseId; ///< that was entered
    QTimer m_again;
    QList<Presence> m_shown;
};

} // namespace reviewdesk
