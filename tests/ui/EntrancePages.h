#pragma once

#include "Stage.h"

#include "ui/signin/Entrance.h"

namespace reviewdesk {

/// Before the desk: first start, sign-in and what can go wrong there, the lock, recovery; and the help.
class EntrancePages {
public:
    explicit EntrancePages(Stage &stage) : m_stage(stage) { }

    void walk();

private:
    void damaged(Entrance entrance);
    void refused(const QString &name, const Entrance &entrance, const QString &passphrase);
    void help();

    Stage &m_stage;
};

} // namespace reviewdesk
