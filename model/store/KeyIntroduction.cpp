#include "store/KeyIntroduction.h"

#include "store/SigningKeys.h"

namespace reviewdesk {

Result<void> introduceKey(Database &database, Signers &signers, const Occasion &occasion, const QString &action,
    const QString &userId, const SigningKey &key, JsonValue::Array changes)
{
    SigningKeys keys(database);
    const Result<qint64> row = keys.add(userId, key.publicKey);
    if (!row)
        return row.error();
    if (userId == occasion.by.id)
        signers.add(userId, *row, {key.publicKey, key.privateKey.copy()});
    const Result<bool> signedBefore = keys.isAnythingSigned();
    if (!signedBefore)
        return signedBefore.error();
    const Result<QString> content = *signedBefore ? Result<QString>(QString()) : keys.unsignedDigest();
    if (!content)
        return content.error();
    changes.push_back(SigningKeys::introduction(userId, key.publicKey));
    return AuditLog(database, signers)
        .append({{}, occasion.at, occasion.by.id, occasion.by.name, action, {}, canonicalJson(changes), *content});
}

} // namespace reviewdesk
