#pragma once

#include <QDateTime>

namespace reviewdesk {

/// The denial that a round which is an appeal is of.
struct AppealedDenial {
    QDateTime deniedAt; ///< UTC; invalid: not known
    bool stands = true; ///< no later round approved the request

    friend bool operator==(const AppealedDenial &, const AppealedDenial &) = default;
};

} // namespace reviewdesk
