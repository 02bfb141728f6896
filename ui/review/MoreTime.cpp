#include "ui/review/MoreTime.h"

namespace reviewdesk {

DueSheet::Extension moreTimeFor(const ReviewSession &session)
{
    DueSheet::Extension extension;
    const StoredCase &stored = session.stored();
    extension.offered = actionsFor(stored.status, session.actor().role).contains(Action::Extend);
    if (!extension.offered)
        return extension;
    if (const std::optional<Error> first = session.mustCompare()) {
        extension.refusal = first->message;
        return extension;
    }
    const Result<Status> may = session.allowed(Action::Extend, QStringLiteral("-")); // the words come on the sheet
    if (!may) {
        extension.refusal = may.error().message;
        return extension;
    }
    extension.due = extendedDue(
        stored.reviewCase.request, stored.clock, session.now(), session.rulebook().dueRules, session.rulebook().zone);
    return extension;
}

} // namespace reviewdesk
