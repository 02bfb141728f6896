#pragma once

#include "ServerSeat.h"

namespace reviewdesk {

inline constexpr int patience = 20'000;

/// Two windows of the program on one server, a nurse at each.
class ServerWindows {
protected:
    void begin();
    void signInBoth();
    void leaveBoth();
    QString made(const QString &member);

    std::unique_ptr<ServerGround> m_ground;
    std::unique_ptr<Workspace> m_sam;
    std::unique_ptr<ServerSeat> m_nora;
    std::unique_ptr<ServerSeat> m_ned;
};

inline void ServerWindows::begin()
{
    m_ground = std::make_unique<ServerGround>();
    m_sam = m_ground->desk.made();
}

inline void ServerWindows::signInBoth()
{
    m_nora = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    m_nora->signIn("nora");
    m_ned = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    m_ned->signIn("ned");
    m_ned->worklist()->setView(WorklistView::All);
}

inline void ServerWindows::leaveBoth()
{
    m_nora.reset();
    m_ned.reset();
    const Result<void> whole = m_sam->verify();
    QVERIFY2(whole.ok(), why(whole));
}

inline QString ServerWindows::made(const QString &member)
{
    const Result<StoredCase> stored = m_ground->desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request(member));
    if (!stored)
        qFatal("%s", why(stored).constData());
    return stored->id;
}

} // namespace reviewdesk
