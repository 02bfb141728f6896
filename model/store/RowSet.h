#pragma once

#include <QList>

#include <bit>
#include <vector>

namespace reviewdesk {

/// A set of the cases' row numbers (1 to `rows`), one bit each: a million take 125 KB, and two sets meet in microseconds.
/// A copy shares them until one of the two changes.
class RowSet {
public:
    RowSet() = default;
    explicit RowSet(qint64 rows) : m_words(static_cast<qsizetype>(rows / 64 + 1), 0), m_rows(rows) { }
    static RowSet whole(qint64 rows);

    qint64 rows() const { return m_rows; } ///< highest number it can hold
    void add(qint64 row)
    {
        if (row > 0 && row <= m_rows)
            words()[word(row)] |= bit(row);
    }
    void remove(qint64 row)
    {
        if (row > 0 && row <= m_rows)
            words()[word(row)] &= ~bit(row);
    }
    bool contains(qint64 row) const { return row > 0 && row <= m_rows && (m_words.at(word(row)) & bit(row)) != 0; }
    RowSet &operator&=(const RowSet &other);
    RowSet &operator|=(const RowSet &other);
    RowSet &operator-=(const RowSet &other);
    void grow(qint64 rows); ///< to hold higher numbers
    qint64 count() const;
    qint64 countWith(const RowSet &other) const; ///< members of both
    qint64 before(qint64 row) const; ///< members with lower numbers
    std::vector<qint64> slice(qint64 first, qint64 count) const; ///< members from a position on, counted from 0

    template <typename Visit> void each(Visit visit) const
    {
        for (qsizetype at = 0; at < m_words.size(); ++at) {
            for (quint64 left = m_words.at(at); left != 0; left &= left - 1)
                visit(at * 64 + std::countr_zero(left));
        }
    }
    /// 64 rows each, to be changed.
    QList<quint64> &words()
    {
        m_count = -1;
        return m_words;
    }

private:
    static qsizetype word(qint64 row) { return static_cast<qsizetype>(row / 64); }
    static quint64 bit(qint64 row) { return quint64(1) << (static_cast<quint64>(row) % 64); }

    QList<quint64> m_words;
    qint64 m_rows = 0;
    mutable qint64 m_count = -1; ///< -1: not counted
};

} // namespace reviewdesk
