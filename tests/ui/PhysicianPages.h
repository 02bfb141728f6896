#pragma once

#include "Stage.h"

namespace reviewdesk {

/// A physician decides the case, its letter goes out, and a nurse reviews it once more, blind.
class PhysicianPages {
public:
    explicit PhysicianPages(Stage &stage) : m_stage(stage) { }

    void walk();

private:
    void decision();
    void issuing(Desk &desk);
    void secondReview(); ///< of the case that was decided, sampled

    Stage &m_stage;
};

} // namespace reviewdesk
