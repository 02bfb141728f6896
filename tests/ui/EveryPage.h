#pragma once

#include "Stage.h"

namespace reviewdesk {

/// Opens every page and every dialog of the program over a real workspace, as nurse, physician and supervisor, with a
/// second review and what came of it, each role's tour, a case that waits, is appealed or comes under another version of
/// its policy, and what is seldom: nothing there, a wait, an error, long names, a small window; lets each be looked at
/// while it is on the screen. What tests hold of every page, and what the contact sheet shows of the program, is this one
/// list.
class EveryPage {
public:
    using Look = Stage::Look;

    /// `textPercent`: the size of text, as a person sets it.
    explicit EveryPage(Look look, int textPercent = 100) : m_stage(std::move(look), textPercent) { }

    Wizard &wizard() { return m_stage.wizard; }
    static QString message(); ///< the file of the request that comes in
    static QString table(); ///< the file of requests, one a row
    static QStringList names(); ///< of members and providers, as people enter them here
    void walk();

private:
    Stage m_stage;
};

} // namespace reviewdesk
