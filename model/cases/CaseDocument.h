#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace reviewdesk {

/// What a document is, by its bytes.
enum class DocumentKind { Pdf, Png, Jpeg, Tiff };

QString toWord(DocumentKind); ///< "pdf"
std::optional<DocumentKind> documentKindFromWord(QStringView);
QString label(DocumentKind); ///< "PDF", "JPEG picture"

/// A document that was looked through (documents/Attachment.h) and is to be put into a case (Workspace::attach).
struct NewDocument {
    QByteArray bytes;
    DocumentKind kind = DocumentKind::Pdf;
    int pages = 0;
    QString type; ///< id of a DocumentationItem
    QString title;
    QDate receivedOn;

    friend bool operator==(const NewDocument &, const NewDocument &) = default;
};

/// A document of a case as the workspace keeps it, without its bytes.
struct CaseDocument {
    QString id; ///< UUIDv7
    QString caseId;
    int round = 1; ///< that it came in
    QString digest; ///< SHA-256 of the bytes, lower-case hex: the same bytes are kept once
    DocumentKind kind = DocumentKind::Pdf;
    qint64 size = 0; ///< bytes
    int pages = 0;
    QString type; ///< as it was attached; the case's own list may say another since
    QString title;
    QDate receivedOn;
    QString userId; ///< who attached it
    QString userName;
    QDateTime at; ///< UTC
    QString removedBy; ///< name
    QDateTime removedAt; ///< UTC; invalid: it is part of the record
    QString removedWhy;

    bool isRemoved() const { return removedAt.isValid(); }
    friend bool operator==(const CaseDocument &, const CaseDocument &) = default;
};

} // namespace reviewdesk
