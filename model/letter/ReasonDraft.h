#pragma once

#include "letter/LetterComposer.h"

#include <QString>

namespace reviewdesk {

class LetterLanguage;

/// The reason in plain words as the evaluation gives it, for a person to edit: what was asked, then what the records
/// show with its source, then what they do not show; these two never in one sentence. Empty for a withdrawal. `policy` as
/// told in `language`.
QString draftedReason(const ReviewCase &reviewCase, const CaseView &view, const Policy &policy, LetterKind kind,
    const LetterLanguage &language);

} // namespace reviewdesk
