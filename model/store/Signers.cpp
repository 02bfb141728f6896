#include "store/Signers.h"

#include <QCoreApplication>

#include <sodium.h>

namespace reviewdesk {

namespace {

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

/// What is signed: the purpose first, so that no signature means anything elsewhere.
QByteArray messageOf(const QByteArray &hash)
{
    return QByteArrayLiteral("ReviewDesk history entry 1\0") + hash;
}

} // namespace

SigningKey SigningKey::make()
{
    const Secret seed = Secret::random(crypto_sign_SEEDBYTES);
    return fromSeed(seed.data());
}

SigningKey SigningKey::fromSeed(const unsigned char *seed)
{
    SigningKey key{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), Secret(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_seed_keypair(
        reinterpret_cast<unsigned char *>(key.publicKey.data()), key.privateKey.data(), seed);
    return key;
}

Secret SigningKey::seed() const
{
    Secret seed(crypto_sign_SEEDBYTES);
    crypto_sign_ed25519_sk_to_seed(seed.data(), privateKey.data());
    return seed;
}

void Signers::add(const QString &userId, qint64 signer, SigningKey key)
{
    m_signers.insert_or_assign(userId, Signer{signer, std::move(key)});
}

const SigningKey *Signers::keyOf(const QString &userId) const
{
    const auto signer = m_signers.find(userId);
    return signer == m_signers.end() ? nullptr : &signer->second.key;
}

Result<Signers::Signature> Signers::sign(const QString &userId, const QByteArray &hash) const
{
    const auto found = m_signers.find(userId);
    if (found == m_signers.end())
        return Error{QStringLiteral("unsigned"),
            QCoreApplication::translate("Signers", "The key that signs for this person is not here. Sign in again."),
            {}};
    const QByteArray message = messageOf(hash);
    Signature signature{found->second.row, QByteArray(crypto_sign_BYTES, '\0')};
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.bytes.data()), nullptr, bytes(message),
        static_cast<unsigned long long>(message.size()), found->second.key.privateKey.data());
    return signature;
}

bool Signers::isSignature(const QByteArray &signature, const QByteArray &hash, const QByteArray &publicKey)
{
    if (signature.size() != crypto_sign_BYTES || publicKey.size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    const QByteArray message = messageOf(hash);
    return crypto_sign_verify_detached(bytes(signature), bytes(message),
               static_cast<unsigned long long>(message.size()), bytes(publicKey)) == 0;
}

} // namespace reviewdesk
