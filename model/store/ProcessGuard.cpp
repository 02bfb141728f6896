#include "store/ProcessGuard.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace reviewdesk {

void guardProcess()
{
    constexpr rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef REVIEWDESK_SANITIZED // its leak check reads this process from another one
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // the limit does not hold for a core_pattern that is a pipe
#endif
}

} // namespace reviewdesk
