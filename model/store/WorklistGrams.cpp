#include "store/WorklistGrams.h"

#include "store/WorklistSql.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace reviewdesk {

namespace {

constexpr qint64 chunkRows = 32768;
constexpr int bitmapBytes = chunkRows / 8;

constexpr char keepMembers[] = "INSERT OR REPLACE INTO worklist_grams (id, members) VALUES (?, ?)";
constexpr char dropMembers[] = "DELETE FROM worklist_grams WHERE id = ?";

quint64 gramOf(char16_t first, char16_t second)
{
    return quint64(first) << 16 | second;
}

qint64 idOf(quint64 gram, qint64 chunk)
{
    return static_cast<qint64>(gram << 16) + chunk;
}

/// Where the case number stands in a searched text; -1: nowhere.
qsizetype numberIn(const QString &text)
{
    for (qsizetype at = text.lastIndexOf(QLatin1String("rd-")); at >= 0;
         at = at > 0 ? text.lastIndexOf(QLatin1String("rd-"), at - 1) : -1) {
        if ((at == 0 || text.at(at - 1) == QLatin1Char(' ')) && at + 3 < text.size() && text.at(at + 3).isDigit())
            return at;
    }
    return -1;
}

/// Every one and two characters of a text, each once, sorted; none with a space, and not the "rd" that every case's
/// number begins with (searchRows knows of it).
std::vector<quint64> gramsOf(const QByteArray &folded)
{
    std::vector<quint64> grams;
    const QString text = QString::fromUtf8(folded);
    const qsizetype number = numberIn(text);
    const auto isEverywhere = [number](qsizetype at) { return number >= 0 && (at == number || at == number + 1); };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text.at(at).unicode();
        const char16_t next = at + 1 < text.size() ? text.at(at + 1).unicode() : u' ';
        if (unit == u' ' || isEverywhere(at))
            continue;
        grams.push_back(gramOf(unit, 0));
        if (next != u' ')
            grams.push_back(gramOf(unit, next));
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

/// Adds a chunk's members to `words` from `at` on.
void unpack(const void *data, int size, quint64 *words, std::size_t room)
{
    const auto *bytes = static_cast<const uchar *>(data);
    if (size == bitmapBytes) {
        for (std::size_t word = 0; word < std::min<std::size_t>(room, chunkRows / 64); ++word)
            words[word] |= qFromLittleEndian<quint64>(bytes + word * 8);
        return;
    }
    for (int at = 0; at + 1 < size; at += 2) {
        const auto row = qFromLittleEndian<quint16>(bytes + at);
        if (row / 64U < room)
            words[row / 64U] |= quint64(1) << (row % 64U);
    }
}

QByteArray packed(const std::vector<quint64> &bits)
{
    int members = 0;
    for (const quint64 word : bits)
        members += std::popcount(word);
    QByteArray bytes;
    if (members * 2 >= bitmapBytes) {
        bytes.resize(bitmapBytes);
        qToLittleEndian<quint64>(bits.data(), static_cast<qsizetype>(bits.size()), bytes.data());
        return bytes;
    }
    bytes.reserve(members * 2);
    for (std::size_t at = 0; at < bits.size(); ++at) {
        for (quint64 left = bits[at]; left != 0; left &= left - 1) {
            const auto row = static_cast<quint16>(at * 64 + static_cast<std::size_t>(std::countr_zero(left)));
            bytes.append(static_cast<char>(row & 0xff));
            bytes.append(static_cast<char>(row >> 8));
        }
    }
    return bytes;
}

} // namespace

Result<void> WorklistGrams::find(const QString &word, RowSet &rows)
{
    const Result<Statement *> statement = m_statements.of(worklistSql::grams);
    if (!statement)
        return statement.error();
    const quint64 gram = word.size() == 1 ? gramOf(word.at(0).unicode(), 0)
                                          : gramOf(word.at(0).unicode(), word.at(1).unicode());
    quint64 *const words = rows.words().data();
    const auto room = static_cast<std::size_t>(rows.rows() / 64 + 1);
    return (*statement)->each({idOf(gram, 0), idOf(gram, 0xffff)}, [&] {
        const auto chunk = static_cast<std::size_t>((*statement)->integer(0) & 0xffff);
        const std::size_t at = chunk * (chunkRows / 64);
        if (at < room) {
            const auto [bytes, size] = (*statement)->raw(1);
            unpack(bytes, size, words + at, room - at);
        }
        return true;
    });
}

Result<void> WorklistGrams::replace(qint64 row, const QByteArray &before, const QByteArray &after)
{
    if (row / chunkRows != m_chunk) {
        if (Result<void> kept = keep(); !kept)
            return kept;
        m_chunk = row / chunkRows;
    }
    const std::vector<quint64> earlier = gramsOf(before);
    const std::vector<quint64> now = gramsOf(after);
    const auto inChunk = static_cast<quint16>(row % chunkRows);
    for (const quint64 gram : earlier) {
        if (!std::binary_search(now.cbegin(), now.cend(), gram))
            m_changes[gram].push_back({inChunk, false});
    }
    for (const quint64 gram : now) {
        if (!std::binary_search(earlier.cbegin(), earlier.cend(), gram))
            m_changes[gram].push_back({inChunk, true});
    }
    return {};
}

Result<void> WorklistGrams::read(quint64 gram, std::vector<quint64> &bits)
{
    bits.assign(chunkRows / 64, 0);
    const Result<Statement *> statement = m_statements.of(worklistSql::grams);
    if (!statement)
        return statement.error();
    return (*statement)->each({idOf(gram, m_chunk), idOf(gram, m_chunk)}, [&] {
        const auto [bytes, size] = (*statement)->raw(1);
        unpack(bytes, size, bits.data(), bits.size());
        return true;
    });
}

Result<void> WorklistGrams::keepGram(quint64 gram, const std::vector<Change> &changes)
{
    const Result<Statement *> write = m_statements.of(keepMembers);
    const Result<Statement *> drop = m_statements.of(dropMembers);
    if (!write || !drop)
        return write ? drop.error() : write.error();
    std::vector<quint64> bits;
    if (Result<void> known = read(gram, bits); !known)
        return known;
    for (const Change &change : changes) {
        const quint64 bit = quint64(1) << (change.row % 64U);
        quint64 &word = bits[change.row / 64U];
        word = change.holds ? word | bit : word & ~bit;
    }
    const QByteArray bytes = packed(bits);
    const qint64 id = idOf(gram, m_chunk);
    return bytes.isEmpty() ? (*drop)->run({id}) : (*write)->run({id, Statement::Blob{bytes}});
}

Result<void> WorklistGrams::keep()
{
    for (const auto &[gram, changes] : m_changes) {
        if (Result<void> kept = keepGram(gram, changes); !kept)
            return kept;
    }
    m_changes.clear();
    return {};
}

Result<bool> WorklistGrams::hold(qint64 row, const QByteArray &folded)
{
    if (row / chunkRows != m_chunk) {
        m_read.clear();
        m_chunk = row / chunkRows;
    }
    const auto inChunk = static_cast<std::size_t>(row % chunkRows);
    for (const quint64 gram : gramsOf(folded)) {
        auto known = m_read.find(gram);
        if (known == m_read.end()) {
            known = m_read.emplace(gram, std::vector<quint64>()).first;
            if (Result<void> done = read(gram, known->second); !done)
                return done.error();
        }
        if ((known->second[inChunk / 64] >> (inChunk % 64) & 1) == 0)
            return false;
    }
    return true;
}

} // namespace reviewdesk
