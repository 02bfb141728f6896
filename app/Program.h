#pragma once

namespace reviewdesk {

/// The program with its window: `--workspace DIR` (default: this account's), or `--demo [--cases N]` on a throw-away
/// workspace of invented cases, signed in. The status it ends with; 2 for a wrong call.
int runProgram(int &argc, char **argv);

} // namespace reviewdesk
