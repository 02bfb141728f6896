// How the worklist's columns narrow a set of rows to those with some words: a few kept sets meet, or the codes are looked
// through.
#include "store/WorklistColumns.h"

#include <algorithm>

namespace reviewdesk {

void WorklistColumns::narrowByCodes(RowSet &rows, const Column &column, const std::vector<quint8> &allowed)
{
    const quint16 *code = column.codes.data();
    const quint8 *const allows = allowed.data();
    for (quint64 &word : rows.words()) {
        if (word != 0) {
            quint64 kept = 0;
            for (unsigned at = 0; at < 64; ++at)
                kept |= quint64(allows[code[at]]) << at;
            word &= kept;
        }
        code += 64;
    }
}

Result<void> WorklistColumns::narrow(RowSet &rows, ListedColumn which, const std::vector<quint8> &allowed)
{
    constexpr std::size_t mostSets = 8;
    if (const Result<const Column *> loaded = column(which); !loaded)
        return loaded.error();
    const Column &column = at(which);
    std::vector<quint16> in;
    std::vector<quint16> out;
    for (std::size_t code = 1; code < column.held.size(); ++code) {
        if (column.held[code] > 0)
            (allowed.at(code) ? in : out).push_back(static_cast<quint16>(code));
    }
    if (out.empty())
        return {};
    if (isOrdered(which) || std::min(in.size(), out.size()) > mostSets) {
        narrowByCodes(rows, column, allowed);
        return {};
    }
    if (in.size() == 1) {
        const Result<const RowSet *> set = rowsWith(which, in.front());
        if (!set)
            return set.error();
        if (rows.count() == m_rows)
            rows = **set;
        else
            rows &= **set;
        return {};
    }
    const bool fewOut = out.size() < in.size();
    RowSet some(m_rows);
    for (const quint16 code : fewOut ? out : in) {
        const Result<const RowSet *> set = rowsWith(which, code);
        if (!set)
            return set.error();
        if (fewOut)
            rows -= **set;
        else
            some |= **set;
    }
    if (!fewOut)
        rows &= some;
    return {};
}

Result<const RowSet *> WorklistColumns::rowsWith(ListedColumn which, quint16 code)
{
    constexpr std::size_t mostKept = 8; // of a column, 125 KB each at a million rows
    if (const Result<const Column *> loaded = column(which); !loaded)
        return loaded.error();
    Column &column = at(which);
    if (const auto known = column.sets.find(code); known != column.sets.end())
        return &known->second;
    if (column.sets.size() >= mostKept)
        column.sets.clear();
    RowSet rows = RowSet::whole(m_rows);
    std::vector<quint8> allowed(std::max<std::size_t>(column.held.size(), code + 1U), 0);
    allowed[code] = 1;
    narrowByCodes(rows, column, allowed);
    (void)rows.count(); // kept with the set and with its copies: whoever shows all of a status need not count them again
    return &column.sets.emplace(code, std::move(rows)).first->second;
}

} // namespace reviewdesk
