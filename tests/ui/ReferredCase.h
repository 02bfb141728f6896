#pragma once

#include "Wizard.h"

namespace reviewdesk {

/// nora refers it, and somebody else takes the seat.
inline void refer(Wizard &wizard, const char *loginName = "phil")
{
    require(wizard.act(Action::Refer).ok());
    wizard.signIn(loginName);
}

/// A case that nora has referred, and who sits before it now.
class ReferredCase : public Wizard {
public:
    explicit ReferredCase(const ReviewCase &content = StoreDesk::adverse(), const char *loginName = "phil") : Wizard("nora", content)
    {
        refer(*this, loginName);
    }
};

} // namespace reviewdesk
