#include "store/Uuid7.h"

#include <sodium.h>

#include <QByteArray>

namespace reviewdesk {

QString Uuid7::next(const QDateTime &now)
{
    constexpr quint32 counterEnd = 0x1000;
    const qint64 milliseconds = now.toMSecsSinceEpoch();
    if (milliseconds > m_milliseconds) {
        m_milliseconds = milliseconds;
        m_counter = randombytes_uniform(counterEnd / 2); // room to count up
    } else if (++m_counter == counterEnd) { // the clock stands, went back, or we are too quick for it
        ++m_milliseconds;
        m_counter = 0;
    }
    QByteArray bytes(16, Qt::Uninitialized);
    randombytes_buf(bytes.data(), 16);
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(m_milliseconds >> (40 - 8 * i));
    bytes[6] = static_cast<char>(0x70 | (m_counter >> 8));
    bytes[7] = static_cast<char>(m_counter);
    bytes[8] = static_cast<char>(0x80 | (bytes[8] & 0x3f));
    QString text = QString::fromLatin1(bytes.toHex());
    for (const int dash : {8, 13, 18, 23})
        text.insert(dash, QLatin1Char('-'));
    return text;
}

} // namespace reviewdesk
