#include "store/RecoveryKey.h"

#include <QCoreApplication>

#include <QList>

namespace reviewdesk {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype dataCharacters = 29; // 145 bits: the last one is zero
constexpr qsizetype group = 5;

int valueOf(QChar character)
{
    const char c = character.toUpper().toLatin1();
    if (c == 'O')
        return 0;
    if (c == 'I' || c == 'L')
        return 1;
    for (int value = 0; value < 32; ++value) {
        if (alphabet[value] == c)
            return value;
    }
    return -1;
}

int checkOf(const QList<int> &values)
{
    int sum = 0;
    int factor = 2;
    for (qsizetype i = values.size(); i-- > 0;) {
        const int product = values.at(i) * factor;
        sum += product / 32 + product % 32;
        factor = 3 - factor;
    }
    return (32 - sum % 32) % 32;
}

Error notAKey(const QString &why)
{
    return {QStringLiteral("wrong_recovery_key"), why, {}};
}

} // namespace

QString RecoveryKey::toText(const Secret &secret)
{
    QList<int> values;
    int bits = 0;
    int held = 0;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        bits = (bits << 8) | secret.data()[i];
        for (held += 8; held >= 5; held -= 5)
            values.append((bits >> (held - 5)) & 31);
        bits &= (1 << held) - 1;
    }
    values.append((bits << (5 - held)) & 31);
    values.append(checkOf(values));
    QString text;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i > 0 && i % group == 0)
            text += QLatin1Char('-');
        text += QLatin1Char(alphabet[values.at(i)]);
    }
    return text;
}

Result<Secret> RecoveryKey::fromText(const QString &text)
{
    QList<int> values;
    for (const QChar character : text) {
        if (character.isSpace() || character.category() == QChar::Punctuation_Dash)
            continue;
        const int value = valueOf(character);
        if (value < 0) {
            return notAKey(
                QCoreApplication::translate("RecoveryKey", "\"%1\" does not occur in a recovery key.").arg(character));
        }
        values.append(value);
    }
    if (values.size() != dataCharacters + 1) {
        return notAKey(QCoreApplication::translate("RecoveryKey", "A recovery key has %1 characters; this has %2.")
                           .arg(dataCharacters + 1)
                           .arg(values.size()));
    }
    const int check = values.takeLast();
    if (checkOf(values) != check || (values.last() & 1) != 0)
        return notAKey(QCoreApplication::translate("RecoveryKey", "A character of the recovery key is mistyped."));
    Secret secret(secretBytes);
    int bits = 0;
    int held = 0;
    std::size_t filled = 0;
    for (const int value : values) {
        bits = ((bits & 0xff) << 5) | value;
        held += 5;
        if (held >= 8 && filled < secretBytes) {
            held -= 8;
            secret.data()[filled++] = static_cast<unsigned char>((bits >> held) & 0xff);
        }
    }
    return secret;
}

} // namespace reviewdesk
