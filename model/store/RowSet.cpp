#include "store/RowSet.h"

#include <algorithm>

namespace reviewdesk {

RowSet RowSet::whole(qint64 rows)
{
    RowSet set(rows);
    std::fill(set.m_words.begin(), set.m_words.end(), ~quint64(0));
    set.m_words.front() &= ~quint64(1); // there is no row 0
    const int inLast = static_cast<int>(rows % 64);
    if (inLast < 63)
        set.m_words.back() &= (quint64(1) << (inLast + 1)) - 1;
    return set;
}

RowSet &RowSet::operator&=(const RowSet &other)
{
    const std::size_t both = std::min(m_words.size(), other.m_words.size());
    for (std::size_t at = 0; at < both; ++at)
        m_words[at] &= other.m_words[at];
    std::fill(m_words.begin() + static_cast<std::ptrdiff_t>(both), m_words.end(), 0);
    return *this;
}

RowSet &RowSet::operator|=(const RowSet &other)
{
    const std::size_t both = std::min(m_words.size(), other.m_words.size());
    for (std::size_t at = 0; at < both; ++at)
        m_words[at] |= other.m_words[at];
    return *this;
}

qint64 RowSet::count() const
{
    qint64 members = 0;
    for (const quint64 word : m_words)
        members += std::popcount(word);
    return members;
}

qint64 RowSet::nth(qint64 position) const
{
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        quint64 left = m_words[at];
        const int here = std::popcount(left);
        if (position >= here) {
            position -= here;
            continue;
        }
        for (; position > 0; --position)
            left &= left - 1;
        return static_cast<qint64>(at * 64) + std::countr_zero(left);
    }
    return 0;
}

} // namespace reviewdesk
