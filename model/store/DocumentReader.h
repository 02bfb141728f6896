#pragma once

#include "cases/CaseDocument.h"
#include "store/Database.h"

#include <QMap>

namespace reviewdesk {

/// Reads documents through a connection of its own, beside the writing one: on any thread, but on one alone. A page is
/// read without the rest of its document. Errors besides those of Workspace: `key_changed` when the workspace's files
/// are others than when the reader was made (make another one).
class DocumentReader {
public:
    /// Still what the reader was made for? Asked before every read.
    using Guard = std::function<Result<void>()>;
    static Result<std::unique_ptr<DocumentReader>> open(Result<std::unique_ptr<Database>> database, Guard guard);
    ~DocumentReader();

    struct Content {
        DocumentKind kind = DocumentKind::Pdf;
        qint64 size = 0; ///< bytes
        qint64 chunkSize = 0; ///< bytes of every chunk but the last
    };
    Result<Content> content(const QString &digest);
    Result<QByteArray> chunk(const QString &digest, qint64 position); ///< from 0
    Result<QByteArray> whole(const QString &digest); ///< the bytes, checked against the digest; `damaged`
    /// What Workspace::keepDocumentTexts kept, by page from 1.
    Result<QMap<int, QByteArray>> texts(const QString &digest);

private:
    explicit DocumentReader(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
};

} // namespace reviewdesk
