#include "store/Unsaved.h"

#include "cases/CaseFile.h"
#include "policy/JsonValue.h"
#include "store/DurableFiles.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTimeZone>

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

const QByteArray mark("ReviewDesk unsaved 1\n");
constexpr const char *decisionFile = "decision ";
constexpr qsizetype nonceBytes = crypto_secretbox_NONCEBYTES;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// BLAKE2b of words under a key: a key of its own for each purpose, or a name that says nothing.
QByteArray derived(const QByteArray &words, const Secret &key)
{
    QByteArray out(crypto_generichash_BYTES, '\0');
    crypto_generichash(bytes(out), static_cast<std::size_t>(out.size()), bytes(words),
        static_cast<unsigned long long>(words.size()), key.data(), key.size());
    return out;
}

Secret keyFrom(const Secret &owner)
{
    static_assert(crypto_generichash_BYTES == crypto_secretbox_KEYBYTES);
    QByteArray out = derived(mark, owner);
    Secret key(crypto_secretbox_KEYBYTES);
    std::copy_n(bytes(out), key.size(), key.data());
    wipe(out);
    return key;
}

} // namespace

Unsaved::Unsaved(const QString &place, const QString &userId, const Secret &owner, const Rulebook &rulebook)
    : m_key(keyFrom(owner)), m_rulebook(rulebook)
{
    const QByteArray name = derived("folder " + place.toUtf8() + ' ' + userId.toUtf8(), m_key).toHex();
    m_folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/unsaved/") +
        QString::fromLatin1(name.left(32));
}

QString Unsaved::fileOf(const QString &caseId, const char *what) const
{
    return m_folder + QLatin1Char('/') + QString::fromLatin1(derived(what + caseId.toUtf8(), m_key).toHex().left(32));
}

QByteArray Unsaved::sealed(const QByteArray &words) const
{
    QByteArray file = mark;
    QByteArray nonce(nonceBytes, '\0');
    randombytes_buf(nonce.data(), static_cast<std::size_t>(nonce.size()));
    QByteArray box(words.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(
        bytes(box), bytes(words), static_cast<unsigned long long>(words.size()), bytes(std::as_const(nonce)), m_key.data());
    return file + nonce + box;
}

QByteArray Unsaved::opened(const QByteArray &file) const
{
    const qsizetype head = mark.size() + nonceBytes;
    if (!file.startsWith(mark) || file.size() < head + static_cast<qsizetype>(crypto_secretbox_MACBYTES))
        return {};
    const QByteArray nonce = file.mid(mark.size(), nonceBytes);
    const QByteArray box = file.mid(head);
    QByteArray words(box.size() - static_cast<qsizetype>(crypto_secretbox_MACBYTES), '\0');
    if (crypto_secretbox_open_easy(
            bytes(words), bytes(box), static_cast<unsigned long long>(box.size()), bytes(nonce), m_key.data()) != 0)
        return {};
    return words;
}

Result<void> Unsaved::keep(const UnsavedDraft &draft)
{
    if (Result<void> made = makePrivateFolder(m_folder); !made)
        return made;
    QByteArray words = canonicalJson(JsonValue::Object{
        {QStringLiteral("at"), QString::number(draft.at.toMSecsSinceEpoch())},
        {QStringLiteral("base"), toJson(draft.base, m_rulebook.policy)},
        {QStringLiteral("case_id"), draft.caseId},
        {QStringLiteral("content"), toJson(draft.content, m_rulebook.policy)},
        {QStringLiteral("number"), draft.number},
        {QStringLiteral("page"), draft.page},
        {QStringLiteral("row_version"), QString::number(draft.rowVersion)},
        {QStringLiteral("typed"), QString::fromUtf8(draft.typed)},
    });
    const QByteArray file = sealed(words);
    wipe(words);
    return replaceDurably(fileOf(draft.caseId), file);
}

void Unsaved::drop(const QString &caseId)
{
    QFile::remove(fileOf(caseId));
}

Result<void> Unsaved::keepDecision(const QString &caseId, const QByteArray &json, const QDateTime &at)
{
    if (Result<void> made = makePrivateFolder(m_folder); !made)
        return made;
    QByteArray words = canonicalJson(JsonValue::Object{{QStringLiteral("at"), QString::number(at.toMSecsSinceEpoch())},
        {QStringLiteral("decision"), QString::fromUtf8(json)}});
    const QByteArray file = sealed(words);
    wipe(words);
    return replaceDurably(fileOf(caseId, decisionFile), file);
}

void Unsaved::dropDecision(const QString &caseId)
{
    QFile::remove(fileOf(caseId, decisionFile));
}

Unsaved::Decision Unsaved::decision(const QString &caseId) const
{
    QFile file(fileOf(caseId, decisionFile));
    const Result<JsonValue> json = readJson(file.open(QIODevice::ReadOnly) ? opened(file.readAll()) : QByteArray());
    if (!json)
        return {};
    return {json->text(u"decision").toUtf8(), QDateTime::fromMSecsSinceEpoch(json->text(u"at").toLongLong(), QTimeZone::utc())};
}

QList<UnsavedDraft> Unsaved::all() const
{
    QList<UnsavedDraft> drafts;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        const QByteArray words = file.open(QIODevice::ReadOnly) ? opened(file.readAll()) : QByteArray();
        const Result<JsonValue> json = readJson(words);
        if (!json)
            continue;
        const auto text = [&json](const char *member) {
            const JsonValue *value = json->member(QString::fromLatin1(member));
            return value && value->asString() ? *value->asString() : QString();
        };
        const auto content = [&](const char *member) {
            const JsonValue *value = json->member(QString::fromLatin1(member));
            return readCase(value ? canonicalJson(*value) : QByteArray(), m_rulebook.policy, m_rulebook.caseSchema, CaseSource::Workspace);
        };
        CaseReading base = content("base");
        CaseReading left = content("content");
        if (!base.ok() || !left.ok())
            continue;
        drafts.append({text("case_id"), text("number"), text("row_version").toLongLong(), text("page"), std::move(base.reviewCase),
            std::move(left.reviewCase), text("typed").toUtf8(),
            QDateTime::fromMSecsSinceEpoch(text("at").toLongLong(), QTimeZone::utc())});
    }
    std::sort(drafts.begin(), drafts.end(), [](const UnsavedDraft &one, const UnsavedDraft &other) { return one.at < other.at; });
    return drafts;
}

} // namespace reviewdesk
