#pragma once

#include "store/CaseRepository.h"

namespace reviewdesk {

/// Requests that came as messages; see schema/0009_messages.sql.
class Messages {
public:
    explicit Messages(Database &database);

    /// The case that one of these keys led to; empty when none did.
    Result<QString> caseOf(const QStringList &keys);
    /// Whether this very content was kept for the case.
    Result<bool> has(const QString &caseId, const QByteArray &content);
    Result<void> keep(
        const IncomingMessage &message, const QString &caseId, const QString &messageId, const Occasion &occasion);
    /// The newest of a case, as it came; empty when the case did not come by message.
    Result<QByteArray> ofCase(const QString &caseId);

private:
    Database &m_database;
};

} // namespace reviewdesk
