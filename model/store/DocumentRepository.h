#pragma once

#include "cases/CaseDocument.h"
#include "store/CaseRepository.h"

#include <QMap>

namespace reviewdesk {

/// Documents of cases: bytes in chunks, each content once; who put which of them into which case. Each change is one
/// transaction with its history entry.
class DocumentRepository {
public:
    static constexpr qint64 chunkSize = 256 * 1024; ///< bytes

    DocumentRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook);

    Result<CaseDocument> attach(const QString &caseId, const NewDocument &document, const Occasion &occasion);
    Result<void> remove(const QString &documentId, const QString &why, const Occasion &occasion);
    Result<QList<CaseDocument>> ofCase(const QString &caseId);

    Result<void> keepTexts(const QString &digest, const QMap<int, QByteArray> &pages);

private:
    Result<void> mayAttach(const QString &caseId, const Occasion &occasion);
    Result<CaseDocument> find(const QString &condition, const QVariantList &values);
    Result<void> keepContent(const NewDocument &document, const QString &digest);

    Database &m_database;
    AuditLog &m_audit;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
};

/// Every content has the bytes that its digest says, and every document is what its case's history says. Errors:
/// `damaged`.
Result<void> verifyDocuments(Database &database);

} // namespace reviewdesk
