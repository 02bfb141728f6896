#include "store/Keyring.h"

#include "store/RecoveryKey.h"

#include <QCoreApplication>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Keyring)
};

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
    return {QStringLiteral("no_memory"), Say::tr("There is not enough memory to derive the key."), {}};
}

Error damagedAt(const QString &place)
{
    return {QStringLiteral("damaged"),
        Say::tr("The key file is damaged at %1. Put back workspace.keys from a backup.").arg(place), place};
}

Result<Secret> wrappingKey(const KeySlot &slot, const QByteArray &passphrase)
{
    Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), passphrase.constData(), length(passphrase), bytes(slot.salt),
            slot.cost.operations, static_cast<std::size_t>(slot.cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return noMemory();
    return key;
}

/// The X25519 private half, and behind it the seed of the signing key if there is one.
Secret together(const Secret &privateKey, const SigningKey &signing)
{
    if (signing.isEmpty())
        return privateKey.copy();
    const Secret seed = signing.seed();
    Secret both(crypto_box_SECRETKEYBYTES + crypto_sign_SEEDBYTES);
    std::memcpy(both.data(), privateKey.data(), crypto_box_SECRETKEYBYTES);
    std::memcpy(both.data() + crypto_box_SECRETKEYBYTES, seed.data(), crypto_sign_SEEDBYTES);
    return both;
}

/// Wraps the private halves for a passphrase, with a salt and a nonce of its own.
Result<void> wrap(KeySlot &slot, const Secret &privateKey, const QByteArray &passphrase, const KeyCost &cost)
{
    if (passphrase.isEmpty())
        return Error{QStringLiteral("invalid"), Say::tr("A passphrase is needed."), QStringLiteral("/passphrase")};
    slot.cost = cost.orCalibrated();
    slot.salt.resize(crypto_pwhash_argon2id_SALTBYTES);
    randombytes_buf(slot.salt.data(), crypto_pwhash_argon2id_SALTBYTES);
    slot.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(slot.nonce.data(), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const Result<Secret> key = wrappingKey(slot, passphrase);
    if (!key)
        return key.error();
    slot.wrapped.resize(static_cast<qsizetype>(privateKey.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES));
    const QByteArray bound = slot.boundText();
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(slot.wrapped), nullptr, privateKey.data(), privateKey.size(),
        bytes(bound), length(bound), nullptr, bytes(slot.nonce), key->data());
    return {};
}

/// The private halves, by the passphrase.
Result<Secret> unwrapped(const KeySlot &slot, const QByteArray &passphrase)
{
    const Result<Secret> key = wrappingKey(slot, passphrase);
    if (!key)
        return key.error();
    Secret privateKey(
        crypto_box_SECRETKEYBYTES + (slot.signingKey.isEmpty() ? std::size_t{0} : std::size_t{crypto_sign_SEEDBYTES}));
    const QByteArray bound = slot.boundText();
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(privateKey.data(), nullptr, nullptr, bytes(slot.wrapped),
            length(slot.wrapped), bytes(bound), length(bound), bytes(slot.nonce), key->data()) != 0)
        return Error{QStringLiteral("wrong_passphrase"),
            Say::tr("The passphrase is not the one of \"%1\".").arg(slot.loginName), {}};
    return privateKey;
}

Error noAccount(const QString &loginName)
{
    return {QStringLiteral("no_account"), Say::tr("There is no account \"%1\" in this workspace.").arg(loginName), {}};
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
        return Error{QStringLiteral("no_cipher"), Say::tr("libsodium cannot be started on this computer."), {}};
    Made made;
    made.databaseKey = Secret::random(databaseKeyBytes);
    made.recoveryKey = made.keyring.renewRecovery(made.databaseKey);
    return made;
}

Result<Keyring> Keyring::read(const QString &path)
{
    if (!cryptoReady())
        return Error{QStringLiteral("no_cipher"), Say::tr("libsodium cannot be started on this computer."), {}};
    Result<KeyFile> file = KeyFile::read(path);
    if (!file)
        return file.error();
    Keyring keyring;
    keyring.m_file = std::move(file).value();
    return keyring;
}

Result<Keyring> Keyring::fromJson(const QByteArray &json)
{
    if (!cryptoReady())
        return Error{QStringLiteral("no_cipher"), Say::tr("libsodium cannot be started on this computer."), {}};
    Result<KeyFile> file = KeyFile::fromJson(json);
    if (!file)
        return file.error();
    Keyring keyring;
    keyring.m_file = std::move(file).value();
    return keyring;
}

Result<SigningKey> Keyring::setUser(const QString &userId, const QString &loginName, const QByteArray &passphrase,
    const KeyCost &cost, const Secret &databaseKey)
{
    if (folded(loginName).isEmpty())
        return Error{QStringLiteral("invalid"), Say::tr("A login name is needed."), QStringLiteral("/login")};
    KeySlot slot;
    slot.userId = userId;
    slot.loginName = loginName.trimmed();
    slot.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    Secret privateKey(crypto_box_SECRETKEYBYTES);
    crypto_box_keypair(bytes(slot.publicKey), privateKey.data());
    SigningKey signing = SigningKey::make();
    slot.signingKey = signing.publicKey;
    if (Result<void> wrapped = wrap(slot, together(privateKey, signing), passphrase, cost); !wrapped)
        return wrapped.error();
    slot.sealed = sealedTo(slot.publicKey, databaseKey);

    for (KeySlot &existing : m_file.users) {
        if (existing.userId == userId || folded(existing.loginName) == folded(loginName)) {
            existing = slot;
            return signing;
        }
    }
    m_file.users.append(slot);
    return signing;
}

Result<SigningKey> Keyring::addSigningKey(const QString &loginName, const QByteArray &passphrase)
{
    const KeySlot *found = slot(loginName);
    if (!found)
        return noAccount(loginName);
    const Result<Secret> privateKey = unwrapped(*found, passphrase);
    if (!privateKey)
        return privateKey.error();
    SigningKey signing = SigningKey::make();
    KeySlot changed = *found;
    changed.signingKey = signing.publicKey;
    if (Result<void> wrapped = wrap(changed, together(*privateKey, signing), passphrase, found->cost); !wrapped)
        return wrapped.error();
    m_file.users[found - m_file.users.constData()] = changed;
    return signing;
}

Result<void> Keyring::changePassphrase(
    const QString &loginName, const QByteArray &current, const QByteArray &next, const KeyCost &cost)
{
    const KeySlot *found = slot(loginName);
    if (!found)
        return noAccount(loginName);
    const Result<Secret> privateKey = unwrapped(*found, current);
    if (!privateKey)
        return privateKey.error();
    KeySlot changed = *found;
    if (Result<void> wrapped = wrap(changed, *privateKey, next, cost); !wrapped)
        return wrapped;
    m_file.users[found - m_file.users.constData()] = changed;
    return {};
}

void Keyring::removeUser(const QString &userId)
{
    m_file.users.removeIf([&](const KeySlot &slot) { return slot.userId == userId; });
}

QString Keyring::renewRecovery(const Secret &databaseKey)
{
    const Secret recovery = RecoveryKey::random();
    const RecoveryPair pair(recovery);
    m_file.recovery = {pair.publicKey, sealedTo(pair.publicKey, databaseKey)};
    return RecoveryKey::toText(recovery);
}

void Keyring::replaceDatabaseKey(const Secret &databaseKey, const QString &database, int generation)
{
    for (KeySlot &slot : m_file.users)
        slot.sealed = sealedTo(slot.publicKey, databaseKey);
    m_file.recovery.sealed = sealedTo(m_file.recovery.publicKey, databaseKey);
    m_file.database = database;
    m_file.generation = generation;
}

void Keyring::setFailed(const QString &userId, int failed, qint64 at)
{
    for (KeySlot &slot : m_file.users) {
        if (slot.userId == userId) {
            slot.failed = failed;
            slot.failedAt = at;
        }
    }
}

Result<Keyring::Opened> Keyring::open(const QString &loginName, const QByteArray &passphrase) const
{
    const KeySlot *found = slot(loginName);
    if (!found)
        return noAccount(loginName);
    const Result<Secret> privateKey = unwrapped(*found, passphrase);
    if (!privateKey)
        return privateKey.error();
    const QString place = QStringLiteral("/users/%1/sealed").arg(found - m_file.users.constData());
    Result<Secret> databaseKey = unsealed(found->sealed, found->publicKey, *privateKey, place);
    if (!databaseKey)
        return databaseKey.error();
    Opened opened{std::move(databaseKey).value(), {}};
    if (!found->signingKey.isEmpty())
        opened.signing = SigningKey::fromSeed(privateKey->data() + crypto_box_SECRETKEYBYTES);
    return opened;
}

Result<Secret> Keyring::unlock(const QString &loginName, const QByteArray &passphrase) const
{
    Result<Opened> opened = open(loginName, passphrase);
    if (!opened)
        return opened.error();
    return std::move(opened).value().databaseKey;
}

Result<Secret> Keyring::unlockByRecovery(const QString &recoveryKey) const
{
    const Result<Secret> recovery = RecoveryKey::fromText(recoveryKey);
    if (!recovery)
        return recovery.error();
    const RecoveryPair pair(*recovery);
    if (pair.publicKey != m_file.recovery.publicKey) {
        return Error{
            QStringLiteral("wrong_recovery_key"), Say::tr("This recovery key belongs to another workspace."), {}};
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

const KeySlot *Keyring::slotOf(const QString &userId) const
{
    const auto found = std::find_if(
        m_file.users.cbegin(), m_file.users.cend(), [&](const KeySlot &slot) { return slot.userId == userId; });
    return found == m_file.users.cend() ? nullptr : &*found;
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
