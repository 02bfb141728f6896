#pragma once

#include <QtGlobal>

namespace reviewdesk {

/// Cost of Argon2id for one key slot; stored with the slot. Where none is given, it is measured when a slot is made.
struct KeyCost {
    quint64 operations = 0; ///< 0: none given
    quint64 memoryBytes = 0;

    static KeyCost calibrated(); ///< measured on this computer, about 0.5 s
    KeyCost orCalibrated() const { return operations == 0 ? calibrated() : *this; }
    static KeyCost cheap(); ///< for tests and throw-away workspaces of invented people only

    friend bool operator==(const KeyCost &, const KeyCost &) = default;
};

} // namespace reviewdesk
