#pragma once

#include "Stage.h"

namespace reviewdesk {

/// What a supervisor has: the department, reports, settings, accounts, many cases at once, another round of a case.
class SupervisorPages {
public:
    explicit SupervisorPages(Stage &stage) : m_stage(stage) { }

    void walk();
    static QStringList planOfAnotherRound(); ///< the member's, and why there is another round

private:
    void department(Desk &desk);
    void policyOf(Desk &desk);
    void reportsOf(Desk &desk);
    void casesBehindANumber(Desk &desk);
    void dialogs();
    void anotherRound();

    Stage &m_stage;
};

} // namespace reviewdesk
