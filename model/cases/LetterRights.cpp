#include "cases/LetterRights.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LetterRights)
};

/// Nothing is decided yet.
bool isUndecided(Status status)
{
    return isOpen(status) && status != Status::Pended;
}

} // namespace

std::optional<Error> letterRefusal(QStringView kind, const CaseState &state, const Person &actor)
{
    const bool isNotice = kind == u"extension_notice";
    if (isNotice && !state.isExtendedHere)
        return Error{QStringLiteral("no_extension"),
            Say::tr("The time was not extended in this round, so there is nothing to give notice of."), {}};
    if (!isNotice && isUndecided(state.status))
        return Error{QStringLiteral("status"),
            Say::tr("The case is %1: the letter follows the decision.").arg(label(state.status).toLower()), {}};
    const Result<Status> may = afterAction(state, Action::IssueLetter, actor);
    return may ? std::nullopt : std::optional<Error>(may.error());
}

int letterWait(QStringView kind, const ClockEvents &clock)
{
    return kind == u"information_request" ? std::max(1, static_cast<int>(clock.waits.size()) - clock.waitsBefore) : 1;
}

} // namespace reviewdesk
