#pragma once

#include <cstddef>
#include <cstdint>

/// One reader of input from outside, fed any bytes: it must answer, and what it accepts must hold what it promises.
/// libFuzzer calls it (tests/fuzz/run); corpus.cpp calls it with the files of tests/data/fuzz in the usual test run.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);

/// Ends the process where a promise was broken.
inline void promise(bool holds)
{
    if (!holds)
        __builtin_trap();
}
