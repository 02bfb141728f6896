#pragma once

#include "store/RowSet.h"
#include "store/Statement.h"

#include <unordered_map>
#include <vector>

namespace reviewdesk {

/// Which rows hold a text of one or two characters (schema 0010, worklist_grams).
class WorklistGrams {
public:
    explicit WorklistGrams(Statements &statements) : m_statements(statements) { }

    /// Rows with `word`, one or two UTF-16 units without a space, as the kept tables know them; added to `rows`.
    Result<void> find(const QString &word, RowSet &rows);

    /// A row's text is another one; rows come in rising order. keep() writes what is still in memory.
    Result<void> replace(qint64 row, const QByteArray &before, const QByteArray &after);
    Result<void> keep();
    /// Do the kept tables know `row` by every one and two characters of `folded`? Rows come in rising order.
    Result<bool> hold(qint64 row, const QByteArray &folded);

private:
    struct Change {
        quint16 row; ///< in its chunk
        bool holds;
    };
    Result<void> keepGram(quint64 gram, const std::vector<Change> &changes);
    Result<void> read(quint64 gram, std::vector<quint64> &bits);

    Statements &m_statements;
    qint64 m_chunk = 0;
    std::unordered_map<quint64, std::vector<Change>> m_changes; ///< by gram, of one chunk
    std::unordered_map<quint64, std::vector<quint64>> m_read; ///< by gram, of one chunk: bits
};

} // namespace reviewdesk
