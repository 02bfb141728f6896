#pragma once

#include "support/Result.h"

#include <QCache>
#include <QIODevice>

#include <functional>

namespace reviewdesk {

/// A document that lies in chunks, as a device that can be read anywhere: a few chunks are in memory, the rest where it
/// is kept. A chunk that cannot be read ends the read with an error.
class ChunkDevice : public QIODevice {
    Q_OBJECT
public:
    using Source = std::function<Result<QByteArray>(qint64 position)>; ///< the chunk with this number, from 0

    /// `size` of the whole, `chunkSize` of every chunk but the last, in bytes.
    ChunkDevice(qint64 size, qint64 chunkSize, Source source, QObject *parent = nullptr);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray *chunk(qint64 position);

    qint64 m_size;
    qint64 m_chunkSize;
    Source m_source;
    QCache<qint64, QByteArray> m_chunks;
};

} // namespace reviewdesk
