#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/DueSheet.h"

namespace reviewdesk {

/// What there is to say about more time on the case of a session, as the workflow has it for this person now.
DueSheet::Extension moreTimeFor(const ReviewSession &session);

} // namespace reviewdesk
