#pragma once

#include "cases/ReviewCase.h"
#include "support/Result.h"

namespace reviewdesk {

class Database;

/// Physicians whose denial the case's last appeal is of, by its history: who denied before it was entered. They may not hear
/// it. Who decided the appeal itself is none of them, and may correct that.
Result<QList<Person>> deniersOf(Database &database, const QString &caseId);

/// When that was denied which the case's last appeal is of, by its history, whatever was decided since; invalid: never appealed.
Result<QDateTime> appealedDenialAt(Database &database, const QString &caseId);

/// Whether one of the case's rounds is an appeal; every later one is, then.
Result<bool> wasAppealed(Database &database, const QString &caseId);

} // namespace reviewdesk
