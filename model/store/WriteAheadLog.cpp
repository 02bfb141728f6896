#include "store/WriteAheadLog.h"

#include <QCoreApplication>
#include <QtEndian>

#include <array>

namespace reviewdesk {

namespace {

constexpr qint64 headerBytes = 32;
constexpr qint64 frameHeaderBytes = 24;
constexpr quint32 magicLittle = 0x377f0682; ///< checksums over little-endian words; one more: big-endian
constexpr quint32 knownVersion = 3007000;
constexpr quint32 earlierCycles = 1'000'000; ///< salt 1 rises by one with each; remains of that many back are borne

QString tr(const char *text)
{
    return QCoreApplication::translate("WriteAheadLog", text);
}

quint32 word(const char *bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

/// SQLite's running checksum, two words.
class Checksum {
public:
    explicit Checksum(bool bigEndian = false) : m_bigEndian(bigEndian) { }

    void add(const char *bytes, qint64 size)
    {
        for (qint64 at = 0; at + 8 <= size; at += 8) {
            m_one += read(bytes + at) + m_two;
            m_two += read(bytes + at + 4) + m_one;
        }
    }
    bool is(const char *stored) const { return word(stored) == m_one && word(stored + 4) == m_two; }

private:
    quint32 read(const char *bytes) const
    {
        return m_bigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }
    bool m_bigEndian;
    quint32 m_one = 0;
    quint32 m_two = 0;
};

struct Header {
    qint64 pageBytes = 0;
    quint32 salt1 = 0;
    quint32 salt2 = 0;
    Checksum checksum;
};

Error damagedAt(const QString &name, const QString &where)
{
    const QString place = QStringLiteral("write-ahead log, %1").arg(where);
    return {QStringLiteral("damaged"),
        tr("%1 is damaged (%2): what was saved last before the program ended may be missing. Compare the cases saved "
           "last with what you remember, or put the workspace back from a backup.")
            .arg(name, place),
        place};
}

std::optional<Header> headerOf(const std::array<char, headerBytes> &bytes)
{
    const quint32 magic = word(bytes.data());
    if ((magic & ~1U) != magicLittle || word(&bytes[4]) != knownVersion)
        return std::nullopt;
    Header header{word(&bytes[8]), word(&bytes[16]), word(&bytes[20]), Checksum((magic & 1U) != 0)};
    if (header.pageBytes < 512 || header.pageBytes > 65536 || (header.pageBytes & (header.pageBytes - 1)) != 0)
        return std::nullopt;
    header.checksum.add(bytes.data(), headerBytes - 8);
    if (!header.checksum.is(&bytes[24]))
        return std::nullopt;
    return header;
}

/// Does a frame beyond the log's end belong to an earlier cycle, which the present one has not overwritten yet?
bool isRemains(const Header &header, const char *frame)
{
    const quint32 back = header.salt1 - word(frame + 8);
    return back >= 1 && back <= earlierCycles && word(frame + 12) != header.salt2;
}

} // namespace

Result<void> checkWriteAheadLog(QIODevice &log, const QString &name)
{
    const auto unreadable = [&] {
        return Error{QStringLiteral("unreadable"), tr("%1 cannot be read: %2.").arg(name, log.errorString()), name};
    };
    if (log.size() < headerBytes + frameHeaderBytes)
        return {}; // empty, or ended before its first frame was written
    std::array<char, headerBytes> first;
    if (!log.seek(0) || log.read(first.data(), headerBytes) != headerBytes)
        return unreadable();
    std::optional<Header> header = headerOf(first);
    if (!header)
        return damagedAt(name, QStringLiteral("header"));
    QByteArray frame(frameHeaderBytes + header->pageBytes, Qt::Uninitialized);
    bool ended = false;
    const qint64 frames = (log.size() - headerBytes) / frame.size(); // one that is half there was being written
    for (qint64 number = 1; number <= frames; ++number) {
        if (log.read(frame.data(), frame.size()) != frame.size())
            return unreadable();
        if (!ended && word(frame.constData() + 8) == header->salt1 && word(frame.constData() + 12) == header->salt2) {
            header->checksum.add(frame.constData(), 8);
            header->checksum.add(frame.constData() + frameHeaderBytes, header->pageBytes);
            if (header->checksum.is(frame.constData() + 16))
                continue;
        }
        ended = true;
        if (!isRemains(*header, frame.constData()))
            return damagedAt(name, QStringLiteral("frame %1").arg(number));
    }
    return {};
}

} // namespace reviewdesk
