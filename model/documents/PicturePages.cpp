#include "documents/PicturePages.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QImageReader>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr double pointsAMetre = 72 / 0.0254;
constexpr int leastScreenResolution = 3779; ///< dots a metre that a picture has when nobody said: 96 an inch
constexpr int mostScreenResolution = 3780;
constexpr double letterWidth = 612;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PicturePages)
};

Error unreadable(const QString &sentence)
{
    return {QStringLiteral("unreadable"), sentence, {}};
}

} // namespace

PicturePages::PicturePages(DocumentKind kind, std::unique_ptr<QIODevice> device)
    : m_format(toWord(kind).toLatin1()), m_device(std::move(device))
{
}

PicturePages::~PicturePages() = default;

Result<std::unique_ptr<DocumentPages>> PicturePages::open(
    DocumentKind kind, std::unique_ptr<QIODevice> device, qint64 mostPixels)
{
    std::unique_ptr<PicturePages> pages(new PicturePages(kind, std::move(device)));
    if (!QImageReader::supportedImageFormats().contains(pages->m_format))
        return unreadable(
            Say::tr("This computer cannot read it: %1. Print it to a PDF and attach that.").arg(label(kind)));
    QImageReader reader(pages->m_device.get(), pages->m_format);
    pages->m_count = std::max(reader.imageCount(), 1); // Qt's TIFF reader forgets the others once it looked at one
    const QSize size = reader.size();
    if (qint64{size.width()} * size.height() > mostPixels)
        return Error{QStringLiteral("too_large"),
            Say::tr("The picture has %1 × %2 dots: scan it at 300 dots an inch.").arg(size.width()).arg(size.height()),
            {}};
    if (!reader.canRead())
        return unreadable(Say::tr("The picture is damaged and cannot be read. Ask for it to be sent again."));
    if (pages->decoded(1).isNull())
        return unreadable(Say::tr("The picture is damaged and cannot be read. Ask for it to be sent again."));
    return std::unique_ptr<DocumentPages>(std::move(pages));
}

QImage PicturePages::decoded(int page)
{
    if (m_decodedPage == page)
        return m_decoded;
    m_device->seek(0);
    QImageReader reader(m_device.get(), m_format);
    reader.setAutoTransform(true);
    if (page > 1 && !reader.jumpToImage(page - 1))
        return {};
    m_decoded = reader.read();
    m_decodedPage = page;
    return m_decoded;
}

QSizeF PicturePages::pointSize(int page)
{
    const QImage image = decoded(page);
    if (image.isNull())
        return {letterWidth, 792};
    const int across = image.dotsPerMeterX();
    const bool isSaid = across > 0 && (across < leastScreenResolution || across > mostScreenResolution);
    if (isSaid && image.dotsPerMeterY() > 0)
        return {image.width() * pointsAMetre / across, image.height() * pointsAMetre / image.dotsPerMeterY()};
    return {letterWidth, letterWidth * image.height() / image.width()};
}

QImage PicturePages::render(int page, const QSize &pixels)
{
    const QImage image = decoded(page);
    if (image.isNull() || pixels.isEmpty())
        return {};
    return image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

DocumentText PicturePages::text(int)
{
    return {};
}

QList<PagePlace> PicturePages::places(int, const TextRange &)
{
    return {};
}

PageSelection PicturePages::select(int, const PagePlace &, const PagePlace &)
{
    return {};
}

} // namespace reviewdesk
