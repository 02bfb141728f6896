#include "store/ScramVerifier.h"

#include "store/Secret.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QString>

namespace reviewdesk {

namespace {

constexpr int usualIterations = 4096; ///< PostgreSQL's
constexpr std::size_t saltBytes = 16;

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// SASLprep (RFC 4013) of what people type: libpq does the same before it proves the password. Plain ASCII stays.
QByteArray prepared(const QByteArray &password)
{
    return QString::fromUtf8(password).normalized(QString::NormalizationForm_KC).toUtf8();
}

/// Hi() of RFC 5802: PBKDF2 of one block.
QByteArray saltedPassword(const QByteArray &password, const QByteArray &salt, int iterations)
{
    QByteArray block = hmac(password, salt + QByteArray("\0\0\0\1", 4));
    QByteArray sum = block;
    for (int i = 1; i < iterations; ++i) {
        block = hmac(password, block);
        for (qsizetype at = 0; at < sum.size(); ++at)
            sum[at] = static_cast<char>(sum.at(at) ^ block.at(at));
    }
    return sum;
}

} // namespace

QByteArray scramVerifier(const QByteArray &password)
{
    const Secret random = Secret::random(saltBytes);
    return scramVerifier(
        password, QByteArray(reinterpret_cast<const char *>(random.data()), saltBytes), usualIterations);
}

QByteArray scramVerifier(const QByteArray &password, const QByteArray &salt, int iterations)
{
    QByteArray typed = prepared(password);
    QByteArray salted = saltedPassword(typed, salt, iterations);
    const QByteArray storedKey = QCryptographicHash::hash(hmac(salted, "Client Key"), QCryptographicHash::Sha256);
    const QByteArray serverKey = hmac(salted, "Server Key");
    wipe(typed);
    wipe(salted);
    return "SCRAM-SHA-256$" + QByteArray::number(iterations) + ':' + salt.toBase64() + '$' + storedKey.toBase64() + ':' +
        serverKey.toBase64();
}

} // namespace reviewdesk
