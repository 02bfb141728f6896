#pragma once

#include "StoreDesk.h"

#include "reports/CaseloadReport.h"

#include <random>

namespace reviewdesk {

/// Cases that go every way a case can go: waits, extensions, withdrawals, exceptions, appeals, reopened ones, across
/// two years, daylight-saving changes included. The same seed gives the same.
class RandomCaseload {
public:
    RandomCaseload(StoreDesk &desk, Workspace &workspace, quint32 seed);

    void bringIn(int cases);

private:
    class Story;
    StoreDesk &m_desk;
    QMap<QString, UserAccount> m_people; ///< by login name
    std::mt19937 m_engine;
};

/// As the program counts it; the reader must be a supervisor.
Result<CaseloadReport> reportOf(Workspace &workspace, const ReportOrder &order, const QDateTime &now);

} // namespace reviewdesk
