#pragma once

#include "Wizard.h"

namespace reviewdesk {

/// A case that nora has referred, and who sits before it now.
class ReferredCase : public Wizard {
public:
    explicit ReferredCase(const ReviewCase &content = StoreDesk::adverse(), const char *loginName = "phil") : Wizard("nora", content)
    {
        require(act(Action::Refer).ok());
        signIn(loginName);
    }
};

} // namespace reviewdesk
