#pragma once

#include "Stage.h"

namespace reviewdesk {

/// What is seldom on the screen: a workspace without a case, a wait, an error, long names, a window as small as it gets.
class SeldomPages {
public:
    explicit SeldomPages(Stage &stage) : m_stage(stage) { }

    void walk();
    static QStringList longNames(); ///< of a member, a provider and a plan

private:
    void nothingYet(Desk &desk);
    static Error whyNotOpened();
    void caseOn(Desk &desk, const QString &caseId, const QString &where);

    Stage &m_stage;
};

} // namespace reviewdesk
