// Documents walked from end to end.
#include "store/DocumentRepository.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DocumentRepository)
};

Error damaged(const QString &sentence, const QString &place)
{
    return {QStringLiteral("damaged"), sentence + QStringLiteral(" (") + place + QStringLiteral(")."), place};
}

Result<void> verifyContent(Database &database, const QString &digest, qint64 size)
{
    const QString place = QStringLiteral("document %1").arg(digest);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 next = 0;
    qint64 bytes = 0;
    const Result<void> read = database.each(
        QStringLiteral("SELECT position, bytes FROM document_chunks WHERE digest = ? ORDER BY position"), {digest},
        [&](const Database::Row &row) -> Result<void> {
            const QByteArray chunk = row.at(1).toByteArray();
            if (row.at(0).toLongLong() != next++)
                return damaged(Say::tr("A part of a document is missing"), place);
            hash.addData(chunk);
            bytes += chunk.size();
            return {};
        });
    if (!read)
        return read;
    if (bytes != size || QString::fromLatin1(hash.result().toHex()) != digest)
        return damaged(Say::tr("A document is not what was attached"), place);
    return {};
}

/// The first case whose documents are not what its history says of them.
Result<void> verifyNoted(Database &database, const QString &kept, const QString &noted)
{
    const QString except = QStringLiteral(" EXCEPT ");
    for (const QString &lost : {kept + except + noted, noted + except + kept}) {
        const Result<Database::Row> row = database.row(
            QStringLiteral("SELECT number FROM cases WHERE id = (SELECT case_id FROM (%1) AS lost LIMIT 1)").arg(lost));
        if (!row)
            return row.error();
        if (!row->isEmpty())
            return damaged(Say::tr("The documents of a case are not what its history says"),
                QStringLiteral("documents of %1").arg(row->at(0).toString()));
    }
    return {};
}

} // namespace

Result<void> verifyDocuments(Database &database)
{
    // The backup before a migration is verified in the schema that it has.
    const Result<bool> there = database.hasTable(QStringLiteral("documents"));
    if (!there || !*there)
        return there ? Result<void>() : Result<void>(there.error());
    const Result<Database::Rows> contents =
        database.rows(QStringLiteral("SELECT digest, size FROM document_contents ORDER BY digest"));
    if (!contents)
        return contents.error();
    for (const Database::Row &row : *contents) {
        if (Result<void> whole = verifyContent(database, row.at(0).toString(), row.at(1).toLongLong()); !whole)
            return whole;
    }
    const Result<void> attached = verifyNoted(database,
        QStringLiteral("SELECT case_id, at, user_id, id, digest, title, type FROM documents"),
        QStringLiteral("SELECT chain AS case_id, at, user_id, substr(json_extract(changes, '$[0].field'), 11, 36),"
                       " json_extract(changes, '$[0].after'), json_extract(changes, '$[1].after'),"
                       " json_extract(changes, '$[2].after') FROM audit WHERE action = 'attach'"));
    if (!attached)
        return attached;
    return verifyNoted(database,
        QStringLiteral(
            "SELECT case_id, removed_at, removed_by, id, removed_why FROM documents WHERE removed_at IS NOT NULL"),
        QStringLiteral("SELECT chain AS case_id, at, user_id, substr(json_extract(changes, '$[0].field'), 11, 36),"
                       " comment FROM audit WHERE action = 'remove_document'"));
}

} // namespace reviewdesk
