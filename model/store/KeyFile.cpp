#include "store/KeyFile.h"

#include "policy/JsonValue.h"
#include "store/DurableFiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sodium.h>

#include <vector>

namespace reviewdesk {

namespace {

constexpr quint64 maxOperations = 64;
constexpr quint64 maxMemory = Q_UINT64_C(4) * 1024 * 1024 * 1024; // a hostile file may not exhaust the computer
constexpr qsizetype maxUsers = 10'000;
constexpr int mostFailed = 1'000'000; ///< wrong passphrases that are counted

struct Say {
    Q_DECLARE_TR_FUNCTIONS(KeyFile)
};

Error damaged(const QString &place, const QString &why)
{
    return {QStringLiteral("damaged"),
        Say::tr("The key file is damaged at %1: %2. Put back workspace.keys from a backup.")
            .arg(place.isEmpty() ? QStringLiteral("/") : place, why),
        place};
}

JsonValue base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString digestOf(const JsonValue::Object &object)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(object), QCryptographicHash::Sha256).left(16).toHex());
}

JsonValue sealedWithDigest(JsonValue::Object object)
{
    const QString digest = digestOf(object);
    object.emplace_back(QStringLiteral("digest"), digest);
    return object;
}

JsonValue kdfJson(const KeySlot &slot)
{
    return JsonValue::Object{{QStringLiteral("memory"), static_cast<qint64>(slot.cost.memoryBytes)},
        {QStringLiteral("name"), QStringLiteral("argon2id13")},
        {QStringLiteral("operations"), static_cast<qint64>(slot.cost.operations)},
        {QStringLiteral("salt"), base64(slot.salt)}};
}

JsonValue slotJson(const KeySlot &slot)
{
    return sealedWithDigest({{QStringLiteral("failed"), slot.failed}, {QStringLiteral("failed_at"), slot.failedAt},
        {QStringLiteral("id"), slot.userId}, {QStringLiteral("kdf"), kdfJson(slot)},
        {QStringLiteral("login"), slot.loginName}, {QStringLiteral("nonce"), base64(slot.nonce)},
        {QStringLiteral("public"), base64(slot.publicKey)}, {QStringLiteral("sealed"), base64(slot.sealed)},
        {QStringLiteral("signing"), base64(slot.signingKey)}, {QStringLiteral("wrapped"), base64(slot.wrapped)}});
}

JsonValue recoveryJson(const RecoverySlot &slot)
{
    return sealedWithDigest(
        {{QStringLiteral("public"), base64(slot.publicKey)}, {QStringLiteral("sealed"), base64(slot.sealed)}});
}

/// Takes the members of one object apart; the first thing wrong is kept and ends the reading.
class ObjectReader {
public:
    ObjectReader(const JsonValue &value, QString place, const std::vector<const char *> &members)
        : m_value(value), m_place(std::move(place))
    {
        const JsonValue::Object *object = value.asObject();
        if (!object) {
            fail(m_place, Say::tr("not an object"));
            return;
        }
        for (const char *name : members) {
            if (!value.member(QLatin1String(name).toString()))
                fail(at(name), Say::tr("missing"));
        }
        if (object->size() != members.size())
            fail(m_place, Say::tr("an unknown member"));
    }

    QString at(const char *name) const { return jsonPointer(m_place, QLatin1String(name).toString()); }
    const JsonValue *member(const char *name) const { return m_value.member(QLatin1String(name).toString()); }

    QString text(const char *name)
    {
        const JsonValue *value = member(name);
        if (!value || !value->asString() || value->asString()->isEmpty()) {
            fail(at(name), Say::tr("not a text"));
            return {};
        }
        return *value->asString();
    }
    /// Whether it is anything but an empty text.
    bool isText(const char *name) const
    {
        const JsonValue *value = member(name);
        return !value || !value->asString() || !value->asString()->isEmpty();
    }
    qint64 number(const char *name, qint64 least, qint64 most)
    {
        const JsonValue *value = member(name);
        if (!value || !value->asInteger() || *value->asInteger() < least || *value->asInteger() > most) {
            fail(at(name), Say::tr("not a whole number from %1 to %2").arg(least).arg(most));
            return least;
        }
        return *value->asInteger();
    }
    QByteArray bytes(const char *name, std::size_t size)
    {
        const QByteArray::FromBase64Result read =
            QByteArray::fromBase64Encoding(text(name).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!read || read.decoded.size() != static_cast<qsizetype>(size)) {
            fail(at(name), Say::tr("not %1 bytes in base64").arg(size));
            return {};
        }
        return read.decoded;
    }
    void checkDigest()
    {
        if (m_error || !m_value.asObject())
            return;
        JsonValue::Object rest;
        for (const JsonValue::Member &each : *m_value.asObject()) {
            if (each.first != QLatin1String("digest"))
                rest.push_back(each);
        }
        if (text("digest") != digestOf(rest))
            fail(m_place, Say::tr("its digest differs"));
    }
    void fail(const QString &place, const QString &why)
    {
        if (!m_error)
            m_error = damaged(place, why);
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    const JsonValue &m_value;
    QString m_place;
    std::optional<Error> m_error;
};

using Members = std::vector<const char *>;

Members slotMembers(int format)
{
    Members members{"digest", "id", "kdf", "login", "nonce", "public", "sealed", "wrapped"};
    if (format >= 2)
        members.insert(members.end(), {"failed", "failed_at"});
    if (format >= 3)
        members.push_back("signing");
    return members;
}

Result<KeySlot> readSlot(const JsonValue &json, const QString &place, int format)
{
    ObjectReader reader(json, place, slotMembers(format));
    KeySlot slot;
    if (format >= 2) {
        slot.failed = static_cast<int>(reader.number("failed", 0, mostFailed));
        slot.failedAt = reader.number("failed_at", 0, Q_INT64_C(253402300799999));
    }
    slot.userId = reader.text("id");
    slot.loginName = reader.text("login");
    slot.nonce = reader.bytes("nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    slot.publicKey = reader.bytes("public", crypto_box_PUBLICKEYBYTES);
    slot.sealed = reader.bytes("sealed", crypto_box_SEALBYTES + 32);
    std::size_t wrapped = crypto_box_SECRETKEYBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (format >= 3 && reader.isText("signing")) {
        slot.signingKey = reader.bytes("signing", crypto_sign_PUBLICKEYBYTES);
        wrapped += crypto_sign_SEEDBYTES;
    }
    slot.wrapped = reader.bytes("wrapped", wrapped);
    if (reader.error())
        return *reader.error();
    ObjectReader kdf(*reader.member("kdf"), reader.at("kdf"), {"memory", "name", "operations", "salt"});
    if (kdf.text("name") != QLatin1String("argon2id13"))
        kdf.fail(kdf.at("name"), Say::tr("a method that this program does not know"));
    slot.cost.operations =
        static_cast<quint64>(kdf.number("operations", crypto_pwhash_argon2id_OPSLIMIT_MIN, maxOperations));
    slot.cost.memoryBytes =
        static_cast<quint64>(kdf.number("memory", crypto_pwhash_argon2id_MEMLIMIT_MIN, static_cast<qint64>(maxMemory)));
    slot.salt = kdf.bytes("salt", crypto_pwhash_argon2id_SALTBYTES);
    if (kdf.error())
        return *kdf.error();
    reader.checkDigest();
    if (reader.error())
        return *reader.error();
    return slot;
}

Result<RecoverySlot> readRecovery(const JsonValue &json, const QString &place)
{
    ObjectReader reader(json, place, {"digest", "public", "sealed"});
    RecoverySlot slot{
        reader.bytes("public", crypto_box_PUBLICKEYBYTES), reader.bytes("sealed", crypto_box_SEALBYTES + 32)};
    reader.checkDigest();
    if (reader.error())
        return *reader.error();
    return slot;
}

} // namespace

QByteArray KeySlot::boundText() const
{
    JsonValue::Object bound{{QStringLiteral("id"), userId}, {QStringLiteral("kdf"), kdfJson(*this)},
        {QStringLiteral("public"), base64(publicKey)}};
    if (!signingKey.isEmpty())
        bound.emplace_back(QStringLiteral("signing"), base64(signingKey));
    return canonicalJson(bound);
}

QByteArray KeyFile::toJson() const
{
    JsonValue::Array slotValues;
    for (const KeySlot &slot : users)
        slotValues.push_back(slotJson(slot));
    return canonicalJson(sealedWithDigest({{QStringLiteral("database"), database}, {QStringLiteral("format"), format},
               {QStringLiteral("generation"), generation}, {QStringLiteral("recovery"), recoveryJson(recovery)},
               {QStringLiteral("users"), slotValues}})) +
        '\n';
}

Result<KeyFile> KeyFile::fromJson(const QByteArray &json)
{
    const Result<JsonValue> read = readJson(json, {.bytes = 16 * 1024 * 1024, .depth = 8, .values = 1'000'000});
    if (!read)
        return damaged(read.error().place, read.error().message);
    const JsonValue *version = read->member(u"format");
    if (version && version->asInteger() && *version->asInteger() > format) {
        return Error{QStringLiteral("newer_format"),
            Say::tr(
                "The key file was written by a newer ReviewDesk (format %1; this one knows %2). Update the program.")
                .arg(*version->asInteger())
                .arg(format),
            QStringLiteral("/format")};
    }
    ObjectReader reader(*read, {}, {"database", "digest", "format", "generation", "recovery", "users"});
    KeyFile file;
    const int written = static_cast<int>(reader.number("format", 1, format));
    file.generation = static_cast<int>(reader.number("generation", 1, 1'000'000'000));
    file.database = reader.text("database");
    static const QRegularExpression plainName(QStringLiteral("^workspace(-[0-9]+)?\\.db$"));
    if (!plainName.match(file.database).hasMatch())
        reader.fail(reader.at("database"), Say::tr("not a database's name"));
    if (reader.error())
        return *reader.error();
    const JsonValue::Array *slotValues = reader.member("users")->asArray();
    if (!slotValues || slotValues->empty() || slotValues->size() > maxUsers)
        return damaged(reader.at("users"), Say::tr("not a list of users"));
    for (const JsonValue &value : *slotValues) {
        Result<KeySlot> slot = readSlot(value, jsonPointer(reader.at("users"), file.users.size()), written);
        if (!slot)
            return slot.error();
        file.users.append(std::move(slot).value());
    }
    const Result<RecoverySlot> recovery = readRecovery(*reader.member("recovery"), reader.at("recovery"));
    if (!recovery)
        return recovery.error();
    file.recovery = *recovery;
    reader.checkDigest();
    if (reader.error())
        return *reader.error();
    return file;
}

Result<KeyFile> KeyFile::read(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return Error{
            QStringLiteral("no_workspace"), Say::tr("There is no workspace in %1.").arg(QFileInfo(path).path()), path};
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            QStringLiteral("unreadable"), Say::tr("%1 cannot be read: %2.").arg(path, file.errorString()), path};
    const QByteArray json = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{
            QStringLiteral("unreadable"), Say::tr("%1 cannot be read: %2.").arg(path, file.errorString()), path};
    return fromJson(json);
}

Result<void> KeyFile::write(const QString &path) const
{
    return replaceDurably(path, toJson());
}

} // namespace reviewdesk
