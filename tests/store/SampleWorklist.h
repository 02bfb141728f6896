#pragma once

#include "StoreDesk.h"

#include <QTest>

namespace reviewdesk {

/// A workspace with 150 invented cases, and its database beside it.
class SampleWorklist {
protected:
    void begin();
    void signInAs(const char *loginName) { QVERIFY(m_workspace->signInAs(QString::fromLatin1(loginName), loginName).ok()); }

    StoreDesk m_desk;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Database> m_database; ///< beside it
};

inline void SampleWorklist::begin()
{
    m_workspace = m_desk.made();
    const Result<void> added = m_workspace->addSamples(150, 7, "practice", KeyCost::cheap());
    QVERIFY2(added.ok(), why(added));
    m_database = m_desk.database();
}

} // namespace reviewdesk
