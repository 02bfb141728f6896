#pragma once

#include "store/Secret.h"
#include "support/Result.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace reviewdesk {

/// An Ed25519 pair.
struct SigningKey {
    QByteArray publicKey; ///< 32 bytes
    Secret privateKey; ///< as libsodium has it: seed and public key

    static SigningKey make();
    static SigningKey fromSeed(const unsigned char *seed); ///< 32 bytes
    Secret seed() const;
    bool isEmpty() const { return publicKey.isEmpty(); }
};

/// The private halves at hand, by the person they are of: who is signed in, and no one else but the invented people of
/// a practice caseload.
class Signers {
public:
    struct Signature {
        qint64 signer = 0; ///< row of signing_keys
        QByteArray bytes; ///< 64
    };

    /// `signer`: the row of its public half.
    void add(const QString &userId, qint64 signer, SigningKey key);
    const SigningKey *keyOf(const QString &userId) const; ///< nullptr: not at hand
    /// Error `unsigned`: this person's key is not at hand.
    Result<Signature> sign(const QString &userId, const QByteArray &hash) const;

    /// Ed25519 over "ReviewDesk history entry 1", a zero byte and the entry's hash.
    static bool isSignature(const QByteArray &signature, const QByteArray &hash, const QByteArray &publicKey);

private:
    struct Signer {
        qint64 row;
        SigningKey key;
    };
    std::map<QString, Signer> m_signers;
};

} // namespace reviewdesk
