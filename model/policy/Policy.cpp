#include "policy/Policy.h"

#include <algorithm>

namespace reviewdesk {

namespace {

template <typename T> int positionOf(const QList<T> &list, QStringView id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.id == id; });
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

} // namespace

int Policy::factIndex(QStringView factId) const
{
    return positionOf(facts, factId);
}

int Policy::criterionIndex(QStringView criterionId) const
{
    return positionOf(criteria, criterionId);
}

const DocumentationItem *Policy::documentationItem(QStringView itemId) const
{
    const int at = positionOf(documentation, itemId);
    return at < 0 ? nullptr : &documentation.at(at);
}

} // namespace reviewdesk
