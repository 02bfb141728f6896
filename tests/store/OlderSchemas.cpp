// How a database was as an earlier program left it: the steps of the schema undone.
#include "StoreDesk.h"

#include "store/Keyring.h"
#include "store/Migrator.h"

#include <sodium.h>

namespace reviewdesk {

void StoreDesk::dropNewer(int schema, Database &database)
{
    const QString names = QStringLiteral("SELECT type, name FROM sqlite_schema WHERE sql IS NOT NULL"
                                         " ORDER BY type = 'table', type = 'view', type = 'index', name DESC");
    const QTemporaryDir folder;
    const auto old =
        Database::open(folder.filePath(QStringLiteral("old.db")), Secret::random(32), Database::Mode::Create);
    require(old.ok());
    require(Migrator(Migrator::upTo(schema)).migrate(**old, [](int) { return Result<void>(); }).ok());
    QStringList kept;
    const Database::Rows olds = (*old)->rows(names).value();
    for (const Database::Row &row : olds)
        kept << row.at(1).toString();
    require(database.run(QStringLiteral("PRAGMA foreign_keys = OFF")).ok()); // tables go in any order
    const Database::Rows present = database.rows(names).value();
    for (const Database::Row &row : present) {
        if (!kept.contains(row.at(1).toString()))
            require(database.run(QStringLiteral("DROP %1 %2").arg(row.at(0).toString(), row.at(1).toString())).ok());
    }
    const bool isBound =
        !database.row(QStringLiteral("SELECT 1 FROM pragma_table_info('chains') WHERE name = 'bound'"))->isEmpty();
    if (schema < 15 && isBound)
        require(database.script("ALTER TABLE chains DROP COLUMN bound").ok());
    const bool knowsBegin =
        !database.row(QStringLiteral("SELECT 1 FROM pragma_table_info('rounds') WHERE name = 'policy_begins'"))->isEmpty();
    if (schema < 26 && knowsBegin)
        require(database.script("ALTER TABLE rounds DROP COLUMN policy_begins").ok());
    const bool asksAgain =
        !database.row(QStringLiteral("SELECT 1 FROM pragma_table_info('letters') WHERE name = 'wait'"))->isEmpty();
    if (schema < 19 && asksAgain) {
        const QStringList naming{QStringLiteral("letters_first"), QStringLiteral("letters_frozen"),
            QStringLiteral("letters_once"), QStringLiteral("letters_corrected_in_line")};
        for (const QString &name : naming) {
            const QString type = name == naming.constFirst() ? QStringLiteral("INDEX") : QStringLiteral("TRIGGER");
            require(database.run(QStringLiteral("DROP %1 IF EXISTS %2").arg(type, name)).ok());
        }
        require(database.script("ALTER TABLE letters DROP COLUMN wait").ok());
        for (const QString &name : naming) {
            const Result<Database::Row> sql =
                (*old)->row(QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = ?"), {name});
            require(sql.ok() && (sql->isEmpty() || database.run(sql->at(0).toString()).ok()));
        }
    }
    const bool waits =
        !database.row(QStringLiteral("SELECT 1 FROM pragma_table_info('cases') WHERE name = 'wait_until'"))->isEmpty();
    if (schema >= 17 || !waits)
        return;
    require(database.script("DROP TRIGGER IF EXISTS cases_listed_anew;" // it names one of them
                            "ALTER TABLE cases DROP COLUMN wait_until; ALTER TABLE cases DROP COLUMN unissued")
                .ok());
    require(schema < 11 || database.script("ALTER TABLE sampled_cases DROP COLUMN row_version").ok());
    const Result<Database::Row> listed =
        (*old)->row(QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = 'cases_listed_anew'"));
    require(listed.ok() && (listed->isEmpty() || database.run(listed->at(0).toString()).ok()));
}

QByteArray StoreDesk::beforeWorklistIndex()
{
    return "DROP TRIGGER cases_listed; DROP TRIGGER IF EXISTS cases_listed_anew; DROP INDEX cases_provider; DROP INDEX cases_member_id;"
           "DROP TABLE worklist_codes; DROP TABLE worklist_words; DROP TABLE worklist_steps; DROP TABLE worklist_grams;"
           "DROP TABLE worklist_base; DROP TABLE worklist_changed; DROP TABLE saved_views; DROP TABLE preferences;"
           "ALTER TABLE cases DROP COLUMN line_of_business; ALTER TABLE cases DROP COLUMN plan_state;"
           "ALTER TABLE cases DROP COLUMN provider_folded;"
           "CREATE INDEX cases_due_open_first ON cases (closed, due_at, seq);"
           "CREATE INDEX cases_due_last_open_first ON cases (closed, due_at DESC, seq DESC);"
           "PRAGMA user_version = 9; DELETE FROM migrations WHERE number > 9;";
}

QByteArray StoreDesk::beforeSignatures()
{
    return beforeWorklistIndex() + "DROP TABLE message_keys; DROP TABLE messages;" // the steps after it
           "DROP TRIGGER audit_signed; DROP TRIGGER chains_begin_signed; DROP TRIGGER chains_grow; DROP TABLE "
           "signing_keys;"
           "ALTER TABLE audit DROP COLUMN signer; ALTER TABLE audit DROP COLUMN signature; ALTER TABLE chains DROP "
           "COLUMN "
           "unsigned;"
           "CREATE TRIGGER chains_grow BEFORE UPDATE ON chains WHEN NEW.chain <> OLD.chain OR NEW.length <> OLD.length "
           "+ 1 "
           "BEGIN SELECT RAISE(ABORT, 'chains: a chain only grows'); END;"
           "DELETE FROM migrations WHERE number >= 8; PRAGMA user_version = 7;";
}

namespace {

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// A slot as the second format had it: nothing in it signs. The passphrase is the login name.
void withoutSigning(KeySlot &slot, const Secret &databaseKey)
{
    const QByteArray passphrase = slot.loginName.toUtf8();
    slot.signingKey.clear();
    Secret privateKey(crypto_box_SECRETKEYBYTES);
    crypto_box_keypair(bytesOf(slot.publicKey), privateKey.data());
    Secret wrapping(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    require(crypto_pwhash(wrapping.data(), wrapping.size(), passphrase.constData(),
                static_cast<unsigned long long>(passphrase.size()), bytesOf(slot.salt), slot.cost.operations,
                static_cast<std::size_t>(slot.cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) == 0);
    QByteArray bound = slot.boundText();
    slot.wrapped.resize(crypto_box_SECRETKEYBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(slot.wrapped), nullptr, privateKey.data(), privateKey.size(),
        bytesOf(bound), static_cast<unsigned long long>(bound.size()), nullptr, bytesOf(slot.nonce), wrapping.data());
    crypto_box_seal(bytesOf(slot.sealed), databaseKey.data(), databaseKey.size(), bytesOf(slot.publicKey));
}

} // namespace

void StoreDesk::goBackBeforeSignatures()
{
    const std::unique_ptr<Database> open = database();
    dropNewer(10, *open);
    require(open->script(beforeSignatures()).ok());
    const Result<Keyring> keyring = Keyring::read(keyFile());
    require(keyring.ok());
    const Result<Secret> key = keyring->unlock(QStringLiteral("sam"), "sam");
    require(key.ok());
    KeyFile file = keyring->file();
    for (KeySlot &slot : file.users)
        withoutSigning(slot, *key);
    require(file.write(keyFile()).ok());
}

} // namespace reviewdesk
