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

struct Say {
    Q_DECLARE_TR_FUNCTIONS(WriteAheadLog)
};

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
    Checksum checksum; ///< up to the frame looked at last

    /// Does this frame follow the ones before it?
    bool adds(const QByteArray &frame)
    {
        if (word(frame.constData() + 8) != salt1 || word(frame.constData() + 12) != salt2)
            return false;
        Checksum next = checksum;
        next.add(frame.constData(), 8);
        next.add(frame.constData() + frameHeaderBytes, pageBytes);
        if (!next.is(frame.constData() + 16))
            return false;
        checksum = next;
        return true;
    }
};

Error damagedAt(const QString &name, const QString &where)
{
    const QString place = QStringLiteral("write-ahead log, %1").arg(where);
    return {QStringLiteral("damaged"),
        Say::tr(
            "%1 is damaged (%2): what was saved last before the program ended may be missing. Compare the cases saved "
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

enum class Tail {
    Remains, ///< of an earlier cycle, which the present one has not overwritten yet; or of a transaction that never
             ///< ended
    Commit, ///< a transaction of the present cycle ended here
    Unknown,
};

/// What a frame is that lies beyond the first one that does not add up.
Tail tailOf(const Header &header, const char *frame)
{
    const quint32 salt1 = word(frame + 8);
    const quint32 salt2 = word(frame + 12);
    if (salt1 == header.salt1 || salt2 == header.salt2) // one changed byte spares one of them
        return word(frame + 4) != 0 ? Tail::Commit : Tail::Remains;
    const quint32 back = header.salt1 - salt1;
    return back >= 1 && back <= earlierCycles ? Tail::Remains : Tail::Unknown;
}

} // namespace

Result<void> checkWriteAheadLog(QIODevice &log, const QString &name)
{
    const auto unreadable = [&] {
        return Error{
            QStringLiteral("unreadable"), Say::tr("%1 cannot be read: %2.").arg(name, log.errorString()), name};
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
    const qint64 frames = (log.size() - headerBytes) / frame.size(); // one that is half there was being written
    qint64 broken = 0; // the first that does not add up
    bool inTransaction = false;
    for (qint64 number = 1; number <= frames; ++number) {
        if (log.read(frame.data(), frame.size()) != frame.size())
            return unreadable();
        if (broken == 0 && header->adds(frame)) {
            inTransaction = word(frame.constData() + 4) == 0;
            continue;
        }
        const Tail tail = tailOf(*header, frame.constData());
        if (broken == 0)
            broken = number;
        const bool ofThisCycle = word(frame.constData() + 8) == header->salt1;
        if (tail != Tail::Remains || (number == broken && inTransaction && ofThisCycle))
            return damagedAt(name, QStringLiteral("frame %1").arg(broken));
    }
    return {};
}

} // namespace reviewdesk
