#pragma once

namespace reviewdesk {

/// No core dump of this process is ever written, and other processes of the same person cannot read its memory
/// (prctl(2), PR_SET_DUMPABLE). For the start of main(), before anything worth stealing is in memory.
void guardProcess();

} // namespace reviewdesk
