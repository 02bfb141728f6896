#pragma once

#include <QHashFunctions>

namespace reviewdesk {

/// While it lives, tables are laid out alike in every run of the program: Qt writes the fonts of a PDF in the order of
/// one. Tables made before or after keep a seed that nobody can foresee, as hostile input demands.
class StableHashes {
public:
    StableHashes() { QHashSeed::setDeterministicGlobalSeed(); }
    ~StableHashes() { QHashSeed::resetRandomGlobalSeed(); }
    StableHashes(const StableHashes &) = delete;
    StableHashes &operator=(const StableHashes &) = delete;
};

} // namespace reviewdesk
