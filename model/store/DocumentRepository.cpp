#include "store/DocumentRepository.h"

#include "store/Changes.h"
#include "store/DocumentReader.h"
#include "store/Stored.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

const QString attachWord = QStringLiteral("attach");
const QString removeWord = QStringLiteral("remove_document");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DocumentRepository)
};

Error invalid(const QString &message, const QString &place)
{
    return {QStringLiteral("invalid"), message, place};
}

Result<void> checkNew(const NewDocument &document, const Policy &policy)
{
    if (document.bytes.isEmpty() || document.pages <= 0)
        return invalid(Words::tr("The document has no pages."), QStringLiteral("/pages"));
    if (document.title.trimmed().isEmpty())
        return invalid(Words::tr("A document needs a title."), QStringLiteral("/title"));
    if (!document.type.isEmpty() && !policy.documentationItem(document.type)) // none: a person has not said yet
        return invalid(Words::tr("“%1” is no item of the policy's required documentation.").arg(document.type),
            QStringLiteral("/type"));
    return {};
}

QString fieldOf(const QString &documentId, const char *member)
{
    return QStringLiteral("/attached/%1/%2").arg(documentId, QLatin1String(member));
}

} // namespace

DocumentRepository::DocumentRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook)
    : m_database(database), m_audit(audit), m_uuids(uuids), m_rulebook(rulebook)
{
}

Result<CaseDocument> DocumentRepository::attach(
    const QString &caseId, const NewDocument &given, const Occasion &occasion)
{
    if (Result<void> fit = checkNew(given, m_rulebook.policy); !fit)
        return fit.error();
    const QString digest =
        QString::fromLatin1(QCryptographicHash::hash(given.bytes, QCryptographicHash::Sha256).toHex());
    return m_database.transaction([&]() -> Result<CaseDocument> {
        if (Result<void> held = m_database.hold(caseId); !held)
            return held.error();
        if (Result<void> may = mayAttach(caseId, occasion); !may)
            return may.error();
        const Result<CaseDocument> there =
            find(QStringLiteral("case_id = ? AND digest = ? AND removed_at IS NULL"), {caseId, digest});
        if (there || there.error().code != QLatin1String("not_found"))
            return there;
        if (Result<void> kept = keepContent(given, digest); !kept)
            return kept.error();
        const QString id = m_uuids.next(occasion.at);
        const QString title = given.title.trimmed();
        const Result<void> added = m_database.run(
            QStringLiteral("INSERT INTO documents (id, case_id, round, digest, type, title, pages, received_on,"
                           " user_id, at) VALUES (?, ?, (SELECT current_round FROM cases WHERE id = ?), ?, ?, ?, ?, ?,"
                           " ?, ?)"),
            {id, caseId, caseId, digest, stored(given.type), title, given.pages,
                stored(given.receivedOn.toString(Qt::ISODate)), occasion.by.id, stored(occasion.at)});
        if (!added)
            return added.error();
        const QByteArray changes = canonicalJson(JsonValue::Array{change(fieldOf(id, "sha256"), {}, digest),
            change(fieldOf(id, "title"), {}, title), change(fieldOf(id, "type"), {}, given.type)});
        const Result<void> noted = m_audit.append(
            {caseId, occasion.at, occasion.by.id, occasion.by.name, attachWord, title, changes, {}});
        if (!noted)
            return noted.error();
        return find(QStringLiteral("documents.id = ?"), {id});
    });
}

Result<void> DocumentRepository::remove(const QString &documentId, const QString &why, const Occasion &occasion)
{
    if (why.trimmed().isEmpty())
        return Error{QStringLiteral("comment"), Words::tr("Say why the document is taken out of the record."), {}};
    return m_database.transaction([&]() -> Result<void> {
        const auto look = [&] { return find(QStringLiteral("documents.id = ? AND removed_at IS NULL"), {stored(documentId)}); };
        const Result<CaseDocument> found = look();
        if (!found)
            return found.error();
        if (Result<void> held = m_database.hold(found->caseId); !held)
            return held;
        const Result<CaseDocument> there = look(); // now that nobody else removes it or decides the case
        if (!there)
            return there.error();
        if (Result<void> may = mayAttach(there->caseId, occasion); !may)
            return may;
        const Result<void> removed = m_database.run(
            QStringLiteral("UPDATE documents SET removed_by = ?, removed_at = ?, removed_why = ? WHERE id = ?"),
            {occasion.by.id, stored(occasion.at), why.trimmed(), documentId});
        if (!removed)
            return removed;
        return m_audit.append({there->caseId, occasion.at, occasion.by.id, occasion.by.name, removeWord, why.trimmed(),
            canonicalJson(JsonValue::Array{change(fieldOf(documentId, "title"), there->title, {})}), {}});
    });
}

Result<QList<CaseDocument>> DocumentRepository::ofCase(const QString &caseId)
{
    QList<CaseDocument> documents;
    const Result<void> read = m_database.each(
        QStringLiteral(
            "SELECT documents.id, case_id, round, documents.digest, kind, size, pages, type, title, received_on,"
            " author.id, author.name, at, coalesce(remover.name, ''), removed_at, removed_why"
            " FROM documents JOIN document_contents ON document_contents.digest = documents.digest"
            " JOIN users AS author ON author.id = user_id LEFT JOIN users AS remover ON remover.id = removed_by"
            " WHERE case_id = ? ORDER BY at, documents.id"),
        {stored(caseId)}, [&](const Database::Row &row) -> Result<void> {
            CaseDocument document;
            document.id = row.at(0).toString();
            document.caseId = row.at(1).toString();
            document.round = row.at(2).toInt();
            document.digest = row.at(3).toString();
            document.kind = documentKindFromWord(row.at(4).toString()).value_or(DocumentKind::Pdf);
            document.size = row.at(5).toLongLong();
            document.pages = row.at(6).toInt();
            document.type = row.at(7).toString();
            document.title = row.at(8).toString();
            document.receivedOn = QDate::fromString(row.at(9).toString(), Qt::ISODate);
            document.userId = row.at(10).toString();
            document.userName = row.at(11).toString();
            document.at = storedInstant(row.at(12));
            document.removedBy = row.at(13).toString();
            document.removedAt = row.at(14).isNull() ? QDateTime() : storedInstant(row.at(14));
            document.removedWhy = row.at(15).toString();
            documents.append(document);
            return {};
        });
    if (!read)
        return read.error();
    return documents;
}

/// The one of its case that `condition` names.
Result<CaseDocument> DocumentRepository::find(const QString &condition, const QVariantList &values)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT case_id, id FROM documents WHERE ") + condition, values);
    if (!row)
        return row.error();
    if (!row->isEmpty()) {
        const Result<QList<CaseDocument>> all = ofCase(row->at(0).toString());
        if (!all)
            return all.error();
        for (const CaseDocument &document : *all) {
            if (document.id == row->at(1).toString())
                return document;
        }
    }
    return Error{QStringLiteral("not_found"), Words::tr("This document is not part of the record."), {}};
}

Result<void> DocumentRepository::mayAttach(const QString &caseId, const Occasion &occasion)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT status, number FROM cases WHERE id = ?"), {stored(caseId)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("not_found"), Words::tr("This case is not in the workspace."), {}};
    static const ReviewCase none;
    static const Interview noInterview;
    static const Evaluation noEvaluation;
    CaseState state;
    state.status = statusFromWord(row->at(0).toString()).value_or(Status::Draft);
    state.reviewCase = &none;
    state.policy = &m_rulebook.policy;
    state.interview = &noInterview;
    state.evaluation = &noEvaluation;
    const Result<Status> may = afterAction(state, Action::Attach, occasion.by.person());
    if (may)
        return {};
    return Error{may.error().code, may.error().message, row->at(1).toString()};
}

/// The same bytes may come to another case at this moment: held after the case, by everybody.
Result<void> DocumentRepository::keepContent(const NewDocument &document, const QString &digest)
{
    if (Result<void> held = m_database.hold(digest); !held)
        return held;
    const Result<Database::Row> there =
        m_database.row(QStringLiteral("SELECT 1 FROM document_contents WHERE digest = ?"), {digest});
    if (!there)
        return there.error();
    if (!there->isEmpty())
        return {};
    const Result<void> added =
        m_database.run(QStringLiteral("INSERT INTO document_contents (digest, kind, size) VALUES (?, ?, ?)"),
            {digest, toWord(document.kind), qint64{document.bytes.size()}});
    if (!added)
        return added;
    for (qint64 position = 0; position * chunkSize < document.bytes.size(); ++position) {
        const Result<void> kept =
            m_database.run(QStringLiteral("INSERT INTO document_chunks (digest, position, bytes) VALUES (?, ?, ?)"),
                {digest, position, document.bytes.mid(position * chunkSize, chunkSize)});
        if (!kept)
            return kept;
    }
    return {};
}

Result<void> DocumentRepository::keepTexts(const QString &digest, const QMap<int, QByteArray> &pages)
{
    return m_database.transaction([&]() -> Result<void> {
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            const Result<void> kept = m_database.run(
                QStringLiteral("INSERT INTO document_texts (digest, page, content) VALUES (?, ?, ?)"
                               " ON CONFLICT (digest, page) DO UPDATE SET content = excluded.content"),
                {stored(digest), page.key(), QString::fromUtf8(page.value())});
            if (!kept)
                return kept;
        }
        return {};
    });
}

Result<CaseDocument> Workspace::attach(const QString &caseId, const NewDocument &document)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->documents(audit).attach(caseId, document, m_parts->occasion());
}

Result<void> Workspace::removeDocument(const QString &documentId, const QString &why)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->documents(audit).remove(documentId, why, m_parts->occasion());
}

Result<QList<CaseDocument>> Workspace::documents(const QString &caseId)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->documents(audit).ofCase(caseId);
}

Result<void> Workspace::keepDocumentTexts(const QString &digest, const QMap<int, QByteArray> &pages)
{
    AuditLog audit(*m_parts->database, m_parts->signers);
    return m_parts->documents(audit).keepTexts(digest, pages);
}

Result<Workspace::DocumentOpener> Workspace::documentReader()
{
    if (Result<void> may = m_parts->database->permitted(); !may)
        return may.error();
    return DocumentOpener([open = m_parts->opener(Database::Mode::Existing), guard = m_parts->readerGuard()] {
        return DocumentReader::open(open(), guard);
    });
}

} // namespace reviewdesk
