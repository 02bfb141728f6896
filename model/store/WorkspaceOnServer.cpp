// A workspace on a PostgreSQL server: who comes in, and the keys that a folder's key file has.
#include "store/DecisionDrafts.h"
#include "store/Migrator.h"
#include "store/ScramVerifier.h"
#include "store/ServerDatabase.h"
#include "store/Stored.h"
#include "store/Verification.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

/// A newer schema is the administrator's to bring: it makes tables.
Result<void> checkSchema(Database &database)
{
    const Migrator migrator(Migrator::compiledIn(Database::Dialect::Postgres));
    if (Result<void> known = migrator.checkKnown(database); !known)
        return known;
    const Result<int> present = Migrator::schemaOf(database);
    if (!present)
        return present.error();
    if (*present == migrator.newest())
        return {};
    if (*present == 0)
        return Error{QStringLiteral("no_workspace"), Say::tr("There is no workspace in %1.").arg(database.file()), database.file()};
    return Error{QStringLiteral("older_schema"),
        Say::tr("The server's database is from an earlier ReviewDesk. Its administrator must bring it up to date."),
        database.file()};
}

/// As login_of() in schema/postgres.
QString loginRole(const ServerAddress &address, const QString &loginName)
{
    return address.database + QLatin1Char('.') + Keyring::folded(loginName);
}

Result<std::unique_ptr<Database>> connected(const std::shared_ptr<ServerLink> &link)
{
    Result<std::unique_ptr<Database>> opened = ServerDatabase::open(link, ServerDatabase::Use::Workspace);
    if (!opened)
        return opened;
    if (Result<void> schema = checkSchema(**opened); !schema)
        return schema.error();
    return opened;
}

Result<std::shared_ptr<ServerLink>> linkFor(
    const ServerAddress &address, const QString &loginName, const QByteArray &passphrase)
{
    if (Keyring::folded(loginName).isEmpty())
        return Error{QStringLiteral("no_account"), Say::tr("Say who signs in: a server does not tell who has an account."), {}};
    return std::make_shared<ServerLink>(address, loginRole(address, loginName), passphrase);
}

/// The part of a key file that is one person's.
QByteArray fileOf(const KeySlot &slot, const KeyFile &whole)
{
    KeyFile file = whole;
    file.users = {slot};
    return file.toJson();
}

} // namespace

Result<void> Workspace::Parts::inFolder() const
{
    if (!server)
        return {};
    return Error{QStringLiteral("on_server"),
        Say::tr("This workspace is on a server; its administrator does this there."), directory};
}

Workspace::Parts::Opener Workspace::Parts::opener(Database::Mode mode) const
{
    if (server)
        return [link = server] { return ServerDatabase::open(link, ServerDatabase::Use::Beside); };
    const auto key = std::make_shared<const Secret>(databaseKey.copy());
    return [key, mode, file = databaseFile()] { return Database::open(file, *key, mode); };
}

/// Nobody signs in, and nothing is written.
Result<void> Workspace::Parts::inspectServer(const QString &address, const QString &loginName,
    const QByteArray &passphrase, const Rulebook &rulebook, const Progress &progress)
{
    const Result<ServerAddress> server = ServerAddress::fromText(address);
    if (!server)
        return server.error();
    const Result<std::shared_ptr<ServerLink>> link = linkFor(*server, loginName, passphrase);
    if (!link)
        return link.error();
    const Result<std::unique_ptr<Database>> database = connected(*link);
    if (!database)
        return database.error();
    if (Result<void> reads = (*database)->onlyRead(0); !reads)
        return reads;
    return verifyDatabase(**database, rulebook, AuditLog::Check::Signatures, progress);
}

/// Connects as this person; until that went well whoever was here before stays.
Result<Workspace::Parts::SigningIn> Workspace::Parts::comeIn(const QString &loginName, const QByteArray &passphrase)
{
    Result<std::shared_ptr<ServerLink>> link = linkFor(server->address(), loginName, passphrase);
    if (!link)
        return link.error();
    Result<std::unique_ptr<Database>> opened = connected(*link);
    if (!opened)
        return opened.error();
    const Result<Database::Row> row = (*opened)->row(QStringLiteral("SELECT content FROM key_files WHERE user_id = me()"));
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("no_account"), Say::tr("This account may not sign in. Ask a supervisor."), {}};
    Result<Keyring> keys = Keyring::fromJson(row->at(0).toString().toUtf8());
    if (!keys)
        return keys.error();
    Result<Keyring::Opened> unlocked = keys->open(loginName, passphrase);
    if (!unlocked)
        return unlocked.error();
    database = std::move(opened).value();
    keyring = std::move(keys).value();
    databaseKey = std::move(unlocked->databaseKey);
    server = std::move(link).value();
    hearServer();
    return SigningIn{keyring.slot(loginName)->userId, passphrase, std::move(unlocked->signing)};
}

void Workspace::Parts::hearServer()
{
    news.reset();
    server->told = line.connection;
    server->hurried = line.hurried;
    if (line.changed || line.entered)
        news = std::make_unique<ServerNews>(server, line.changed, line.entered);
}

void Workspace::listen(Line line)
{
    m_parts->line = std::move(line);
    if (m_parts->server)
        m_parts->hearServer();
}

Result<Unsaved> Workspace::Parts::unsaved() const
{
    const SigningKey *key = signers.keyOf(user.id);
    if (!server || !key)
        return Error{QStringLiteral("in_folder"), Say::tr("This workspace is a folder on this computer."), directory};
    return Unsaved(server->address().database, user.id, key->seed(), *rulebook);
}

Result<void> Workspace::keepUnsaved(const UnsavedDraft &draft)
{
    Result<Unsaved> unsaved = m_parts->unsaved();
    return unsaved ? unsaved->keep(draft) : Result<void>(unsaved.error());
}

void Workspace::dropUnsaved(const QString &caseId)
{
    if (Result<Unsaved> unsaved = m_parts->unsaved())
        unsaved->drop(caseId);
}

Result<QList<UnsavedDraft>> Workspace::unsaved()
{
    const Result<Unsaved> unsaved = m_parts->unsaved();
    return unsaved ? Result<QList<UnsavedDraft>>(unsaved->all()) : unsaved.error();
}

/// Where the server is away, on this computer instead: then the error is `set_aside`.
Result<void> Workspace::saveDecisionDraft(const QString &caseId, const QByteArray &canonicalJson)
{
    Result<void> saved = DecisionDrafts(*m_parts->database).save(caseId, canonicalJson, m_parts->occasion());
    if (saved) {
        m_parts->dropAside(caseId);
        return saved;
    }
    const bool away = saved.error().code == QLatin1String("lost") || saved.error().code == QLatin1String("in_doubt");
    Result<Unsaved> unsaved = m_parts->unsaved();
    if (!away || !unsaved || !unsaved->keepDecision(caseId, canonicalJson, m_parts->clock.now()))
        return saved;
    return Error{QStringLiteral("set_aside"),
        Say::tr("The server is away. It is kept on this computer, encrypted for you, until it can be saved."), {}};
}

/// What was set aside here is the newest, unless the same person saved on another computer since; it is saved now.
Result<QByteArray> Workspace::decisionDraft(const QString &caseId)
{
    Result<QByteArray> kept = DecisionDrafts(*m_parts->database).of(caseId, user().id);
    const Result<Unsaved> unsaved = m_parts->unsaved();
    const Unsaved::Decision aside = unsaved ? unsaved->decision(caseId) : Unsaved::Decision();
    if (aside.json.isEmpty())
        return kept;
    if (!kept)
        return kept.error().code == QLatin1String("lost") ? Result<QByteArray>(aside.json) : kept;
    const Result<Database::Row> saved = m_parts->database->row(
        QStringLiteral("SELECT saved_at FROM decision_drafts WHERE case_id = ? AND user_id = ?"), {stored(caseId), stored(user().id)});
    if (saved && !saved->isEmpty() && storedInstant(saved->at(0)) > aside.at) {
        m_parts->dropAside(caseId);
        return kept;
    }
    const Result<void> done = saveDecisionDraft(caseId, aside.json);
    return done || done.error().code == QLatin1String("set_aside") ? Result<QByteArray>(aside.json) : kept;
}

void Workspace::Parts::dropAside(const QString &caseId) const
{
    if (Result<Unsaved> own = unsaved())
        own->dropDecision(caseId);
}

Result<void> Workspace::Parts::changeServerKeys(
    const std::function<Result<void>(Keyring &)> &change, const std::function<Result<void>(const Occasion &)> &note)
{
    Keyring next = keyring;
    Result<void> done = database->transaction([&]() -> Result<void> {
        next = keyring;
        if (Result<void> changed = change(next); !changed)
            return changed;
        for (const KeySlot &slot : next.file().users) {
            const KeySlot *before = keyring.slotOf(slot.userId);
            if (before && *before == slot)
                continue;
            const Result<Database::Row> given = database->row(QStringLiteral("SELECT give_keys(?, ?)"),
                {slot.userId, QString::fromUtf8(fileOf(slot, next.file()))});
            if (!given)
                return given.error();
        }
        return note(occasion());
    });
    if (done)
        keyring = std::move(next);
    return done;
}

Result<void> Workspace::Parts::givePassword(const QString &userId, const QByteArray &passphrase)
{
    if (!server)
        return {};
    const Result<Database::Row> given = database->row(
        QStringLiteral("SELECT give_password(?, ?)"), {userId, QString::fromLatin1(scramVerifier(passphrase))});
    if (!given)
        return given.error();
    if (userId == user.id)
        server->setPassword(passphrase);
    return {};
}

Result<std::unique_ptr<Workspace>> Workspace::openOnServer(const QString &text, const QString &loginName,
    const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock)
{
    const Result<ServerAddress> address = ServerAddress::fromText(text);
    if (!address)
        return address.error();
    auto parts = std::unique_ptr<Parts>(new Parts{address->toText(), {}, {}, {}, std::move(rulebook), clock, {}, {}});
    parts->server = std::make_shared<ServerLink>(*address, QString(), QByteArray()); // until somebody comes in
    Result<Parts::SigningIn> cameIn = parts->comeIn(loginName, passphrase);
    if (!cameIn)
        return cameIn.error();
    if (Result<void> filled = parts->fillWorkflow(); !filled)
        return filled.error();
    const Result<WorkspaceSettings> settings = parts->settings();
    if (!settings)
        return settings.error();
    if (Result<void> zone = parts->useSettings(*settings); !zone)
        return zone.error();
    if (Result<void> signedIn = parts->signIn(std::move(cameIn).value()); !signedIn)
        return signedIn.error();
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

} // namespace reviewdesk
