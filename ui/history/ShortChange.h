#pragma once

#include <QString>
#include <QStringList>

namespace reviewdesk {

/// What a row of a history has room for of a value, cut at a word, with … where something is left out.
QString shortStart(const QString &text);

/// The same of both sides of a change: what they begin and end with alike is left out up to a word or two, so that two
/// sides that differ never read the same.
struct ShortSides {
    QString before;
    QString after;
};
ShortSides shortSides(const QString &before, const QString &after);

/// What was added to a list, removed from it and, where items are sentences, changed within an item: "added FOLFOX,
/// removed TACE". Empty when both have the same items.
QString shortListChange(const QStringList &before, const QStringList &after, const QString &separator, bool sentences);

} // namespace reviewdesk
