#pragma once

#include "cases/DueDate.h"
#include "cases/Workflow.h"

#include <QStringView>

#include <optional>

namespace reviewdesk {

/// Whether a letter of this kind ("approval", "extension_notice", ...) may be issued by `role` while the case is
/// `status`; the refusal's code is `role`, `status` or `no_extension`. Letters follow a decision and the workflow's
/// table; the notice of an extension follows the extension (in this round) and may go before the decision.
std::optional<Error> letterRefusal(QStringView kind, const CaseState &state, const Person &actor);

/// Which of the round's requests for information a letter of this kind belongs to, from 1: the last one. Each request is a
/// letter of its own; every other kind is issued once in a round, which is 1.
int letterWait(QStringView kind, const ClockEvents &clock);

} // namespace reviewdesk
