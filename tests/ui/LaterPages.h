#pragma once

#include "Stage.h"

namespace reviewdesk {

class CaseHeader;

/// What becomes of a case later: it waits, takes more time, is denied and appealed, and its policy is followed by another version.
class LaterPages {
public:
    explicit LaterPages(Stage &stage) : m_stage(stage) { }

    void walk(); ///< the stage's case is a draft
    static QStringList names(); ///< of versions, and why something was done

private:
    void wait();
    void appeal();
    void anotherVersion();
    void rulesOfTime(const Desk &desk, const QString &name);

    Stage &m_stage;
};

} // namespace reviewdesk
