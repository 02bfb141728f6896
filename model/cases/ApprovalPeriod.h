#pragma once

namespace reviewdesk {

/// An approval whose dates were left empty is valid from the day of the decision, in the plan's time zone, for so many
/// days.
inline constexpr int usualApprovalDays = 90;

} // namespace reviewdesk
