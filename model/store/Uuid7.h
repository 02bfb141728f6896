#pragma once

#include <QDateTime>
#include <QString>

namespace reviewdesk {

/// Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a counter in rand_a
/// (section 6.2, method 1) so that those of one maker sort in the order of their making, then 62 random bits. Used by
/// one thread.
class Uuid7 {
public:
    /// Lower-case text form, 36 characters.
    QString next(const QDateTime &now);

private:
    qint64 m_milliseconds = -1;
    quint32 m_counter = 0; ///< 12 bits
};

} // namespace reviewdesk
