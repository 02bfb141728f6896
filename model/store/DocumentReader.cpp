#include "store/DocumentReader.h"

#include "store/DocumentRepository.h"
#include "store/Stored.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DocumentReader)
};

Error notThere()
{
    return {QStringLiteral("not_found"), Say::tr("This document is not in the workspace."), {}};
}

} // namespace

DocumentReader::DocumentReader(std::unique_ptr<Database> database) : m_database(std::move(database)) { }

DocumentReader::~DocumentReader() = default;

Result<std::unique_ptr<DocumentReader>> DocumentReader::open(Result<std::unique_ptr<Database>> database, Guard guard)
{
    if (!database)
        return database.error();
    const Result<void> settled = (*database)->onlyRead(2048);
    if (!settled)
        return settled.error();
    (*database)->setGuard(std::move(guard));
    return std::unique_ptr<DocumentReader>(new DocumentReader(std::move(database).value()));
}

Result<DocumentReader::Content> DocumentReader::content(const QString &digest)
{
    const Result<Database::Row> row = m_database->row(
        QStringLiteral("SELECT kind, size FROM document_contents WHERE digest = ?"), {stored(digest)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return notThere();
    return Content{documentKindFromWord(row->at(0).toString()).value_or(DocumentKind::Pdf), row->at(1).toLongLong(),
        DocumentRepository::chunkSize};
}

Result<QByteArray> DocumentReader::chunk(const QString &digest, qint64 position)
{
    const Result<Database::Row> row =
        m_database->row(QStringLiteral("SELECT bytes FROM document_chunks WHERE digest = ? AND position = ?"),
            {stored(digest), position});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return notThere();
    return row->at(0).toByteArray();
}

Result<QByteArray> DocumentReader::whole(const QString &digest)
{
    const Result<Content> kept = content(digest);
    if (!kept)
        return kept.error();
    QByteArray bytes;
    bytes.reserve(kept->size);
    for (qint64 position = 0; bytes.size() < kept->size; ++position) {
        const Result<QByteArray> part = chunk(digest, position);
        if (!part)
            return part;
        bytes += *part;
    }
    if (QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()) != digest)
        return Error{QStringLiteral("damaged"), Say::tr("A document is not what was attached."), digest};
    return bytes;
}

Result<QMap<int, QByteArray>> DocumentReader::texts(const QString &digest)
{
    QMap<int, QByteArray> pages;
    const Result<void> read = m_database->each(
        QStringLiteral("SELECT page, content FROM document_texts WHERE digest = ?"), {stored(digest)},
        [&pages](const Database::Row &row) -> Result<void> {
            pages.insert(row.at(0).toInt(), row.at(1).toString().toUtf8());
            return {};
        });
    if (!read)
        return read.error();
    return pages;
}

} // namespace reviewdesk
