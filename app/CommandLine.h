#pragma once

namespace reviewdesk {

/// What the program was called for: a verb, its own help, or its window. The status it ends with.
int runCommandLine(int &argc, char **argv);

} // namespace reviewdesk
