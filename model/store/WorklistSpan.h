#pragma once

#include "store/Worklist.h"

namespace reviewdesk {

/// Between which instants a case is due, in UTC milliseconds, the second one no more, for a filter that asks for it.
struct WorklistSpan {
    qint64 from;
    qint64 beyond;
};

WorklistSpan spanOf(const WorklistFilter &filter, const Worklist::Asker &asker);

} // namespace reviewdesk
