#include "cases/LetterRights.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LetterRights)
};

std::optional<Error> noticeRefusal(const CaseState &state, Role role)
{
    if (!state.isExtended)
        return Error{QStringLiteral("no_extension"),
            Say::tr("The time was not extended in this round, so there is nothing to give notice of."), {}};
    const QList<Action> actions = actionsFor(state.status, role);
    if (role == Role::Supervisor || actions.contains(Action::Extend) || actions.contains(Action::IssueLetter))
        return std::nullopt;
    return Error{
        QStringLiteral("role"), Say::tr("Here a %1 may not issue the notice.").arg(label(role).toLower()), {}};
}

} // namespace

std::optional<Error> letterRefusal(QStringView kind, const CaseState &state, const Person &actor)
{
    if (kind == u"extension_notice" && isOpen(state.status))
        return noticeRefusal(state, actor.role);
    const Result<Status> may = afterAction(state, Action::IssueLetter, actor);
    return may ? std::nullopt : std::optional<Error>(may.error());
}

} // namespace reviewdesk
