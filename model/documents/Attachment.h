#pragma once

#include "cases/CaseDocument.h"
#include "support/Result.h"

namespace reviewdesk {

/// What is attached at most. Beyond it a record is sent in parts.
struct AttachmentLimits {
    qint64 bytes = 200 * 1024 * 1024;
    int pages = 10'000;
    qint64 pixels = 150'000'000; ///< of one picture: a letter page at 1,200 dots an inch
};

/// What the bytes are, by their beginning; nothing: no document that can be attached.
std::optional<DocumentKind> documentKindOf(const QByteArray &bytes);

/// SHA-256, lower-case hex.
QString documentDigest(const QByteArray &bytes);

/// A document from a file, the clipboard or a message, looked through: what it is follows from its bytes, its name only
/// gives a title where none is given. Errors, `place` is the name: `empty`, `too_large`, `unknown_kind`, `unreadable`
/// (damaged, or a form of picture that Qt does not read here), `encrypted`, `too_many_pages`.
Result<NewDocument> examineDocument(
    const QByteArray &bytes, const QString &fileName, const AttachmentLimits &limits = {});

/// "surgical_consult-2.pdf": "surgical consult 2".
QString titleFromFileName(const QString &fileName);

} // namespace reviewdesk
