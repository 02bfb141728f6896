#pragma once

#include "cases/Workflow.h"

#include <QStringView>

#include <optional>

namespace reviewdesk {

/// Whether a letter of this kind ("approval", "extension_notice", ...) may be issued by `role` while the case is
/// `status`; the refusal's code is `role`, `status` or `no_extension`. Letters follow a decision and the workflow's
/// table; the notice of an extension follows the extension (`isExtended`, in this round) and may go before the decision.
std::optional<Error> letterRefusal(QStringView kind, const CaseState &state, const Person &actor);

} // namespace reviewdesk
