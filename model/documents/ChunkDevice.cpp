#include "documents/ChunkDevice.h"

#include <algorithm>
#include <cstring>

namespace reviewdesk {

namespace {

constexpr qsizetype chunksInMemory = 32;

} // namespace

ChunkDevice::ChunkDevice(qint64 size, qint64 chunkSize, Source source, QObject *parent)
    : QIODevice(parent), m_size(size), m_chunkSize(chunkSize), m_source(std::move(source)), m_chunks(chunksInMemory)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 ChunkDevice::readData(char *data, qint64 most)
{
    const qint64 wanted = std::min(most, m_size - pos());
    qint64 done = 0;
    while (done < wanted) {
        const qint64 at = pos() + done;
        const QByteArray *bytes = chunk(at / m_chunkSize);
        const qint64 offset = at % m_chunkSize;
        if (!bytes || bytes->size() <= offset)
            return -1;
        const qint64 part = std::min(wanted - done, bytes->size() - offset);
        std::memcpy(data + done, bytes->constData() + offset, static_cast<std::size_t>(part));
        done += part;
    }
    return done;
}

const QByteArray *ChunkDevice::chunk(qint64 position)
{
    if (const QByteArray *there = m_chunks.object(position))
        return there;
    Result<QByteArray> read = m_source(position);
    if (!read) {
        setErrorString(read.error().message);
        return nullptr;
    }
    auto *kept = new QByteArray(std::move(read).value());
    return m_chunks.insert(position, kept) ? kept : nullptr;
}

} // namespace reviewdesk
