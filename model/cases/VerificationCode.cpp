#include "cases/VerificationCode.h"

#include <QStringList>

namespace reviewdesk {

namespace {

const QLatin1String letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int hexDigits = 15; // 60 bits
constexpr int codeLetters = 12;
constexpr int groupSize = 4;

/// 0 to 31, or -1.
int valueOf(QChar typed)
{
    const QChar c = typed.toUpper();
    if (c == u'O')
        return 0;
    if (c == u'I' || c == u'L')
        return 1;
    return static_cast<int>(letters.indexOf(c));
}

} // namespace

QString verificationCode(const QString &digest)
{
    bool hexadecimal = false;
    quint64 bits = digest.left(hexDigits).toULongLong(&hexadecimal, 16);
    if (!hexadecimal || digest.size() < hexDigits)
        return {};
    QString code;
    for (int i = 0; i < codeLetters; ++i) {
        if (i > 0 && i % groupSize == 0)
            code.prepend(u'-');
        code.prepend(letters.at(static_cast<int>(bits & 31U)));
        bits >>= 5U;
    }
    return code;
}

std::optional<QString> digestStartFor(const QString &typed)
{
    const QStringList groups = typed.trimmed().split(u'-');
    if (groups.size() != codeLetters / groupSize)
        return std::nullopt;
    quint64 bits = 0;
    for (const QString &group : groups) {
        if (group.size() != groupSize)
            return std::nullopt;
        for (const QChar c : group) {
            const int value = valueOf(c);
            if (value < 0)
                return std::nullopt;
            bits = bits << 5U | static_cast<quint64>(value);
        }
    }
    return QStringLiteral("%1").arg(bits, hexDigits, 16, QLatin1Char('0'));
}

} // namespace reviewdesk
