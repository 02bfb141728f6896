#include "store/RowSet.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// Set bits of the words that both have.
qint64 bitsOfBoth(const quint64 *words, const quint64 *others, qsizetype count)
{
    qint64 sum = 0;
    for (qsizetype at = 0; at < count; ++at)
        sum += std::popcount(words[at] & others[at]);
    return sum;
}

#if defined(__x86_64__)
/// The same with the instruction for it, which not every processor of this kind has: several times as fast.
__attribute__((target("popcnt"))) qint64 bitsByInstruction(
    const quint64 *words, const quint64 *others, qsizetype count)
{
    qint64 sum = 0;
    for (qsizetype at = 0; at < count; ++at)
        sum += __builtin_popcountll(words[at] & others[at]);
    return sum;
}

const auto bits = __builtin_cpu_supports("popcnt") ? bitsByInstruction : bitsOfBoth;
#else
const auto bits = bitsOfBoth;
#endif

} // namespace

RowSet RowSet::whole(qint64 rows)
{
    RowSet set(rows);
    set.m_words.fill(~quint64(0));
    set.m_words.first() &= ~quint64(1); // there is no row 0
    const int inLast = static_cast<int>(rows % 64);
    if (inLast < 63)
        set.m_words.last() &= (quint64(1) << (inLast + 1)) - 1;
    set.m_count = rows;
    return set;
}

RowSet &RowSet::operator&=(const RowSet &other)
{
    quint64 *const mine = words().data();
    const qsizetype both = std::min(m_words.size(), other.m_words.size());
    for (qsizetype at = 0; at < both; ++at)
        mine[at] &= other.m_words.at(at);
    std::fill(mine + both, mine + m_words.size(), 0);
    return *this;
}

RowSet &RowSet::operator|=(const RowSet &other)
{
    quint64 *const mine = words().data();
    const qsizetype both = std::min(m_words.size(), other.m_words.size());
    for (qsizetype at = 0; at < both; ++at)
        mine[at] |= other.m_words.at(at);
    return *this;
}

RowSet &RowSet::operator-=(const RowSet &other)
{
    quint64 *const mine = words().data();
    const qsizetype both = std::min(m_words.size(), other.m_words.size());
    for (qsizetype at = 0; at < both; ++at)
        mine[at] &= ~other.m_words.at(at);
    return *this;
}

void RowSet::grow(qint64 rows)
{
    if (rows <= m_rows)
        return;
    m_rows = rows;
    m_words.resize(static_cast<qsizetype>(rows / 64 + 1)); // new ones are 0
}

qint64 RowSet::count() const
{
    if (m_count < 0)
        m_count = bits(m_words.constData(), m_words.constData(), m_words.size());
    return m_count;
}

qint64 RowSet::countWith(const RowSet &other) const
{
    return bits(m_words.constData(), other.m_words.constData(), std::min(m_words.size(), other.m_words.size()));
}

qint64 RowSet::before(qint64 row) const
{
    const qsizetype last = std::min(word(row), m_words.size());
    const qint64 whole = bits(m_words.constData(), m_words.constData(), last);
    return last < m_words.size() ? whole + std::popcount(m_words.at(last) & (bit(row) - 1)) : whole;
}

std::vector<qint64> RowSet::slice(qint64 first, qint64 count) const
{
    std::vector<qint64> rows;
    qint64 passed = 0;
    for (qsizetype at = 0; at < m_words.size() && count > 0; ++at) {
        quint64 left = m_words.at(at);
        const int here = std::popcount(left);
        if (passed + here <= first) {
            passed += here;
            continue;
        }
        for (; left != 0 && count > 0; left &= left - 1) {
            if (passed++ < first)
                continue;
            rows.push_back(at * 64 + std::countr_zero(left));
            --count;
        }
    }
    return rows;
}

} // namespace reviewdesk
