#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>
#include <QVariant>

namespace reviewdesk {

/// How values stand in the database's columns.

/// A text that is never NULL.
inline QVariant stored(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// UTC milliseconds.
inline QVariant stored(const QDateTime &instant)
{
    return instant.toMSecsSinceEpoch();
}

inline QDateTime storedInstant(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::utc());
}

/// A due instant that no rule gave yet, and the end of a wait where nobody waits, sort after all others: the end of the year
/// 9999.
inline constexpr qint64 noDueInstant = 253402300799999;

inline qint64 storedDue(const QDateTime &instant)
{
    return instant.isValid() ? instant.toMSecsSinceEpoch() : noDueInstant;
}

} // namespace reviewdesk
