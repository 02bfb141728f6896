#include "ui/documents/DocumentRoom.h"

#include "documents/ChunkDevice.h"

namespace reviewdesk {

namespace {

constexpr qsizetype mostOpen = 2;

} // namespace

Shelf::Shelf(std::unique_ptr<DocumentReader> reader) : m_reader(std::move(reader)) { }

Shelf::~Shelf() = default;

Result<DocumentPages *> Shelf::pages(const QString &digest)
{
    for (qsizetype index = 0; index < m_open.size(); ++index) {
        if (m_open.at(index)->digest == digest) {
            m_open.move(index, 0);
            return m_open.first()->pages.get();
        }
    }
    const Result<DocumentReader::Content> content = m_reader->content(digest);
    if (!content)
        return content.error();
    auto device = std::make_unique<ChunkDevice>(content->size, content->chunkSize,
        [this, digest](qint64 position) { return m_reader->chunk(digest, position); });
    Result<std::unique_ptr<DocumentPages>> opened = openPages(content->kind, std::move(device));
    if (!opened)
        return opened.error();
    while (m_open.size() >= mostOpen)
        m_open.removeLast();
    m_open.prepend(std::make_shared<Open>(Open{digest, std::move(opened).value()}));
    return m_open.first()->pages.get();
}

Result<QMap<int, DocumentText> *> Shelf::keptTexts(const QString &digest)
{
    const auto known = m_texts.find(digest);
    if (known != m_texts.end())
        return &*known;
    const Result<QMap<int, QByteArray>> kept = m_reader->texts(digest);
    if (!kept)
        return kept.error();
    QMap<int, DocumentText> texts;
    for (auto page = kept->cbegin(); page != kept->cend(); ++page) {
        if (const std::optional<DocumentText> text = documentTextFromJson(page.value()))
            texts.insert(page.key(), *text);
    }
    return &*m_texts.insert(digest, texts);
}

Result<DocumentText> Shelf::text(const QString &digest, int page)
{
    const Result<QMap<int, DocumentText> *> kept = keptTexts(digest);
    if (!kept)
        return kept.error();
    const auto known = (*kept)->constFind(page);
    if (known != (*kept)->cend())
        return *known;
    const Result<DocumentPages *> open = pages(digest);
    if (!open)
        return open.error();
    return (*open)->text(page);
}

void Shelf::learn(const QString &digest, int page, const DocumentText &text)
{
    if (const Result<QMap<int, DocumentText> *> kept = keptTexts(digest))
        (*kept)->insert(page, text);
}

Result<QList<PagePlace>> Shelf::places(const QString &digest, int page, const TextRange &range)
{
    const Result<DocumentText> known = text(digest, page);
    if (!known)
        return known.error();
    if (known->recognised)
        return placesOf(*known, range);
    const Result<DocumentPages *> open = pages(digest);
    if (!open)
        return open.error();
    return (*open)->places(page, range);
}

Result<PageSelection> Shelf::select(const QString &digest, int page, const PagePlace &from, const PagePlace &to)
{
    const Result<DocumentText> known = text(digest, page);
    if (!known)
        return known.error();
    if (known->recognised) {
        const TextRange range = rangeBetween(*known, from, to);
        return PageSelection{range, quoteOf(known->text, range), placesOf(*known, range)};
    }
    const Result<DocumentPages *> open = pages(digest);
    if (!open)
        return open.error();
    return (*open)->select(page, from, to);
}

Result<PageSelection> Shelf::frame(const QString &digest, int page, const PagePlace &frame)
{
    const Result<DocumentText> known = text(digest, page);
    if (!known)
        return known.error();
    PageSelection framed{{}, {}, {frame}};
    if (known->recognised)
        framed.range = rangeWithin(*known, frame);
    framed.quote = quoteOf(known->text, framed.range);
    return framed;
}

} // namespace reviewdesk
