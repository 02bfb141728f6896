#include "documents/Attachment.h"

#include "documents/DocumentPages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Attachment)
};

Error refused(const char *code, const QString &sentence, const QString &fileName)
{
    return {QString::fromLatin1(code), sentence, fileName};
}

} // namespace

std::optional<DocumentKind> documentKindOf(const QByteArray &bytes)
{
    constexpr qsizetype junkBeforePdf = 1024; // that readers of PDF forgive
    if (bytes.startsWith(QByteArrayView("\x89PNG\r\n\x1a\n", 8)))
        return DocumentKind::Png;
    if (bytes.startsWith("\xff\xd8\xff"))
        return DocumentKind::Jpeg;
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return DocumentKind::Tiff;
    if (bytes.left(junkBeforePdf).contains("%PDF-"))
        return DocumentKind::Pdf;
    return std::nullopt;
}

QString documentDigest(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<NewDocument> examineDocument(const QByteArray &bytes, const QString &fileName, const AttachmentLimits &limits)
{
    if (bytes.isEmpty())
        return refused("empty", Say::tr("The file is empty."), fileName);
    if (bytes.size() > limits.bytes)
        return refused("too_large",
            Say::tr("The file has %1; at most %2 are attached. Send it in parts.")
                .arg(QLocale().formattedDataSize(bytes.size()), QLocale().formattedDataSize(limits.bytes)),
            fileName);
    const std::optional<DocumentKind> kind = documentKindOf(bytes);
    if (!kind)
        return refused("unknown_kind",
            Say::tr("This is no PDF and no PNG, JPEG or TIFF picture, by what is in it. Print it to a PDF and attach "
                    "that."),
            fileName);
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    Result<std::unique_ptr<DocumentPages>> pages = openPages(*kind, std::move(device), limits.pixels);
    if (!pages)
        return Error{pages.error().code, pages.error().message, fileName};
    const int count = (*pages)->count();
    if (count > limits.pages)
        return refused("too_many_pages",
            Say::tr("The document has %1 pages; at most %2 are attached. Send it in parts.")
                .arg(count)
                .arg(limits.pages),
            fileName);
    NewDocument document;
    document.bytes = bytes;
    document.kind = *kind;
    document.pages = count;
    document.title = titleFromFileName(fileName);
    return document;
}

QString titleFromFileName(const QString &fileName)
{
    static const QRegularExpression joints(QStringLiteral("[_-]+"));
    constexpr qsizetype longest = 200; // as the title's entry takes
    return QFileInfo(fileName).completeBaseName().replace(joints, QStringLiteral(" ")).simplified().left(longest);
}

} // namespace reviewdesk
