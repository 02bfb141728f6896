#include "store/Keyring.h"

#include "store/RecoveryKey.h"

#include <QCoreApplication>

#include <sodium.h>

#include <cstring>

namespace reviewdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Keyring", text);
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}
unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}
unsigned long long length(const QByteArray &array)
{
    return static_cast<unsigned long long>(array.size());
}

Error noMemory()
{
    return {QStringLiteral("no_memory"), tr("There is not enough memory to derive the key."), {}};
}

Error damagedAt(const QString &place)
{
    return {QStringLiteral("damaged"),
        tr("The key file is damaged at %1. Put back workspace.keys from a backup.").arg(place), place};
}

Result<Secret> wrappingKey(const KeySlot &slot, const QByteArray &passphrase)
{
    Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), passphrase.constData(), length(passphrase), bytes(slot.salt),
            slot.cost.operations, static_cast<std::size_t>(slot.cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return noMemory();
    return key;
}

QByteArray sealedTo(const QByteArray &publicKey, const Secret &databaseKey)
{
    QByteArray sealed(static_cast<qsizetype>(crypto_box_SEALBYTES + databaseKey.size()), '\0');
    crypto_box_seal(bytes(sealed), databaseKey.data(), databaseKey.size(), bytes(publicKey));
    return sealed;
}

Result<Secret> unsealed(
    const QByteArray &sealed, const QByteArray &publicKey, const Secret &privateKey, const QString &place)
{
    Secret databaseKey(Keyring::databaseKeyBytes);
    if (crypto_box_seal_open(databaseKey.data(), bytes(sealed), length(sealed), bytes(publicKey), privateKey.data()) !=
        0)
        return damagedAt(place);
    return databaseKey;
}

/// The pair that a recovery key stands for.
struct RecoveryPair {
    QByteArray publicKey = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
    Secret privateKey = Secret(crypto_box_SECRETKEYBYTES);

    explicit RecoveryPair(const Secret &recovery)
    {
        constexpr char purpose[] = "ReviewDesk recovery key, format 1";
        Secret seed(crypto_box_SEEDBYTES);
        crypto_generichash(seed.data(), seed.size(), recovery.data(), recovery.size(),
            reinterpret_cast<const unsigned char *>(purpose), sizeof purpose - 1);
        crypto_box_seed_keypair(bytes(publicKey), privateKey.data(), seed.data());
    }
};

} // namespace

Result<Keyring::Made> Keyring::make()
{
    if (!cryptoReady())
        return Error{QStringLiteral("no_cipher"), tr("libsodium cannot be started on this computer."), {}};
    const Secret recovery = RecoveryKey::random();
    const RecoveryPair pair(recovery);
    Made made;
    made.databaseKey = Secret::random(databaseKeyBytes);
    made.recoveryKey = RecoveryKey::toText(recovery);
    made.keyring.m_file.recovery = {pair.publicKey, sealedTo(pair.publicKey, made.databaseKey)};
    return made;
}

Result<Keyring> Keyring::read(const QString &path)
{
    if (!cryptoReady())
        return Error{QStringLiteral("no_cipher"), tr("libsodium cannot be started on this computer."), {}};
    Result<KeyFile> file = KeyFile::read(path);
    if (!file)
        return file.error();
    Keyring keyring;
    keyring.m_file = std::move(file).value();
    return keyring;
}

Result<void> Keyring::setUser(const QString &userId, const QString &loginName, const QByteArray &passphrase,
    const KeyCost &cost, const Secret &databaseKey)
{
    if (folded(loginName).isEmpty())
        return Error{QStringLiteral("invalid"), tr("A login name is needed."), QStringLiteral("/login")};
    if (passphrase.isEmpty())
        return Error{QStringLiteral("invalid"), tr("A passphrase is needed."), QStringLiteral("/passphrase")};
    KeySlot slot;
    slot.userId = userId;
    slot.loginName = loginName.trimmed();
    slot.cost = cost.orCalibrated();
    slot.salt.resize(crypto_pwhash_argon2id_SALTBYTES);
    randombytes_buf(slot.salt.data(), crypto_pwhash_argon2id_SALTBYTES);
    slot.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(slot.nonce.data(), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    slot.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    Secret privateKey(crypto_box_SECRETKEYBYTES);
    crypto_box_keypair(bytes(slot.publicKey), privateKey.data());

    const Result<Secret> key = wrappingKey(slot, passphrase);
    if (!key)
        return key.error();
    slot.wrapped.resize(static_cast<qsizetype>(privateKey.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES));
    const QByteArray bound = slot.boundText();
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(slot.wrapped), nullptr, privateKey.data(), privateKey.size(),
        bytes(bound), length(bound), nullptr, bytes(slot.nonce), key->data());
    slot.sealed = sealedTo(slot.publicKey, databaseKey);

    for (KeySlot &existing : m_file.users) {
        if (existing.userId == userId || folded(existing.loginName) == folded(loginName)) {
            existing = slot;
            return {};
        }
    }
    m_file.users.append(slot);
    return {};
}

Result<Secret> Keyring::unlock(const QString &loginName, const QByteArray &passphrase) const
{
    const KeySlot *found = slot(loginName);
    if (!found)
        return Error{
            QStringLiteral("no_account"), tr("There is no account \"%1\" in this workspace.").arg(loginName), {}};
    const Result<Secret> key = wrappingKey(*found, passphrase);
    if (!key)
        return key.error();
    Secret privateKey(crypto_box_SECRETKEYBYTES);
    const QByteArray bound = found->boundText();
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(privateKey.data(), nullptr, nullptr, bytes(found->wrapped),
            length(found->wrapped), bytes(bound), length(bound), bytes(found->nonce), key->data()) != 0)
        return Error{QStringLiteral("wrong_passphrase"),
            tr("The passphrase is not the one of \"%1\".").arg(found->loginName), {}};
    const QString place = QStringLiteral("/users/%1/sealed").arg(found - m_file.users.constData());
    return unsealed(found->sealed, found->publicKey, privateKey, place);
}

Result<Secret> Keyring::unlockByRecovery(const QString &recoveryKey) const
{
    const Result<Secret> recovery = RecoveryKey::fromText(recoveryKey);
    if (!recovery)
        return recovery.error();
    const RecoveryPair pair(*recovery);
    if (pair.publicKey != m_file.recovery.publicKey) {
        return Error{QStringLiteral("wrong_recovery_key"), tr("This recovery key belongs to another workspace."), {}};
    }
    return unsealed(m_file.recovery.sealed, pair.publicKey, pair.privateKey, QStringLiteral("/recovery/sealed"));
}

const KeySlot *Keyring::slot(const QString &loginName) const
{
    const QString wanted = folded(loginName);
    for (const KeySlot &each : m_file.users) {
        if (wanted.isEmpty() || folded(each.loginName) == wanted)
            return &each;
    }
    return nullptr;
}

QStringList Keyring::loginNames() const
{
    QStringList names;
    for (const KeySlot &each : m_file.users)
        names.append(each.loginName);
    return names;
}

QString Keyring::folded(const QString &loginName)
{
    return loginName.trimmed().normalized(QString::NormalizationForm_KC).toCaseFolded();
}

} // namespace reviewdesk
