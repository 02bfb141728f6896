#include "store/WorkspaceCopy.h"

#include "store/DurableFiles.h"
#include "store/Migrator.h"
#include "store/ScramVerifier.h"
#include "store/TableRows.h"
#include "store/Verification.h"
#include "store/WorkflowTable.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCopy)
};

/// A value as both databases give it: numbers as numbers, texts as texts, bytes as bytes.
bool same(const QVariant &one, const QVariant &other)
{
    if (one.isNull() || other.isNull())
        return one.isNull() == other.isNull();
    if (one.typeId() == QMetaType::QByteArray || other.typeId() == QMetaType::QByteArray)
        return one.typeId() == other.typeId() && one.toByteArray() == other.toByteArray();
    return one.toString() == other.toString();
}

/// Empty texts and bytes are not none, as Qt's drivers would take them.
QVariant notNone(const QVariant &value)
{
    if (value.isNull())
        return value;
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    return value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
}

/// Copies and then compares, counting both for `progress`.
class Copying {
public:
    Copying(Database &from, Database &to, QList<TableShape> shapes, const WorkspaceCopy::Progress &progress)
        : m_from(from), m_to(to), m_shapes(std::move(shapes)), m_progress(progress)
    {
    }

    Result<qint64> all()
    {
        for (const TableShape &shape : m_shapes) {
            const Result<Database::Row> counted = m_from.row(QStringLiteral("SELECT count(*) FROM ") + shape.name);
            if (!counted)
                return counted.error();
            m_of += 2 * counted->value(0).toLongLong();
        }
        for (const TableShape &shape : m_shapes) {
            if (Result<void> done = copy(shape); !done)
                return done.error();
        }
        return m_of / 2;
    }

    Result<void> compare()
    {
        for (const TableShape &shape : m_shapes) {
            if (Result<void> done = compare(shape); !done)
                return done;
        }
        if (m_progress)
            m_progress(m_of, m_of);
        return {};
    }

private:
    Result<void> goOn()
    {
        constexpr qint64 between = 200;
        if (m_done++ % between != 0 || !m_progress || m_progress(m_done, m_of))
            return {};
        return Error{QStringLiteral("stopped"), Say::tr("The copy was stopped; nothing was changed."), {}};
    }

    Result<void> copy(const TableShape &shape)
    {
        const QString insert = shape.insert();
        TableRows rows(m_from, shape);
        for (;;) {
            const Result<std::optional<Database::Row>> row = rows.next();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            Database::Row values = **row;
            std::transform(values.cbegin(), values.cend(), values.begin(), notNone);
            if (Result<void> added = m_to.run(insert, values); !added)
                return added;
            if (Result<void> on = goOn(); !on)
                return on;
        }
    }

    Result<void> compare(const TableShape &shape)
    {
        TableRows ours(m_from, shape);
        TableRows theirs(m_to, shape);
        for (qint64 number = 1;; ++number) {
            const Result<std::optional<Database::Row>> one = ours.next();
            const Result<std::optional<Database::Row>> other = theirs.next();
            if (!one || !other)
                return one ? other.error() : one.error();
            const bool both = one->has_value() && other->has_value();
            if (!both && !one->has_value() && !other->has_value())
                return {};
            if (!both || !std::equal((*one)->cbegin(), (*one)->cend(), (*other)->cbegin(), (*other)->cend(), same))
                return Error{QStringLiteral("damaged"),
                    Say::tr("Row %1 of %2 is not what was copied. Nothing was kept.").arg(number).arg(shape.name),
                    shape.name};
            if (Result<void> on = goOn(); !on)
                return on;
        }
    }

    Database &m_from;
    Database &m_to;
    QList<TableShape> m_shapes;
    const WorkspaceCopy::Progress &m_progress;
    qint64 m_done = 0;
    qint64 m_of = 0;
};

Result<QList<TableShape>> shapesOf(Database &embedded)
{
    QList<TableShape> shapes;
    const QStringList tables = WorkspaceCopy::tables();
    for (const QString &table : tables) {
        const Result<TableShape> shape = TableShape::of(embedded, table);
        if (!shape)
            return shape.error();
        shapes.append(*shape);
    }
    return shapes;
}

/// As the table's owner: rows come in as they are. Accounts make their login roles all the same.
Result<void> withoutRules(Database &server, const char *how)
{
    QByteArray sql;
    const QStringList tables = WorkspaceCopy::tables();
    for (const QString &table : tables)
        sql += "ALTER TABLE " + table.toUtf8() + ' ' + how + " TRIGGER USER; ";
    return server.script(sql + "ALTER TABLE users ENABLE TRIGGER users_log_in");
}

/// What gives out numbers goes on after those that came.
Result<void> setSequences(Database &server)
{
    return server.script("SELECT setval(pg_get_serial_sequence('cases', 'seq'), coalesce((SELECT max(seq) FROM cases), 0) + 1, false);"
                         "SELECT setval(pg_get_serial_sequence('signing_keys', 'id'), coalesce((SELECT max(id) FROM signing_keys), 0) + 1, false)");
}

/// What the server has beside the cases.
Result<void> listCasesThere(Database &server)
{
    return server.script("SELECT worklist_anew()");
}

/// Each person's part of the key file; whoever copies can sign in at once.
Result<void> giveKeys(Database &server, const KeyFile &keys, const QString &userId, const QByteArray &passphrase)
{
    for (const KeySlot &slot : keys.users) {
        KeyFile one = keys;
        one.database = KeyFile().database;
        one.users = {slot};
        const Result<Database::Row> given = server.row(
            QStringLiteral("SELECT give_keys(?, ?)"), {slot.userId, QString::fromUtf8(one.toJson())});
        if (!given)
            return given.error();
    }
    const Result<Database::Row> let = server.row(
        QStringLiteral("SELECT give_password(?, ?)"), {userId, QString::fromLatin1(scramVerifier(passphrase))});
    return let ? Result<void>() : Result<void>(let.error());
}

/// Takes all triggers of the embedded file away; what makes them anew.
Result<QByteArray> dropTriggers(Database &embedded)
{
    const Result<Database::Rows> triggers =
        embedded.rows(QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"));
    if (!triggers)
        return triggers.error();
    QByteArray anew;
    for (const Database::Row &trigger : *triggers) {
        if (Result<void> gone = embedded.script("DROP TRIGGER " + trigger.at(0).toByteArray()); !gone)
            return gone.error();
        anew += trigger.at(1).toByteArray() + ";\n";
    }
    return anew;
}

/// What the embedded file has beside the cases.
Result<void> listCases(Database &embedded)
{
    return embedded.script("INSERT INTO case_search (case_search) VALUES ('rebuild');"
                           "INSERT INTO worklist_changed (seq, folded) SELECT seq, NULL FROM cases");
}

/// The slots of everybody who may sign in, for another database key.
Result<Keyring> keysFrom(Database &server, const Keyring::Made &fresh)
{
    KeyFile file = fresh.keyring.file();
    const Result<void> read = server.each(
        QStringLiteral("SELECT key_files.content FROM key_files JOIN users ON users.id = key_files.user_id"
                       " WHERE users.disabled = 0 ORDER BY users.created_at, users.id"),
        {}, [&](const Database::Row &row) -> Result<void> {
            const Result<KeyFile> one = KeyFile::fromJson(row.at(0).toString().toUtf8());
            if (!one)
                return one.error();
            file.users += one->users;
            return {};
        });
    if (!read)
        return read.error();
    if (file.users.isEmpty())
        return Error{QStringLiteral("no_account"), Say::tr("Nobody could sign in to the copy."), {}};
    Result<Keyring> keyring = Keyring::fromJson(file.toJson());
    if (keyring)
        keyring->replaceDatabaseKey(fresh.databaseKey, file.database, file.generation);
    return keyring;
}

} // namespace

QStringList WorkspaceCopy::tables()
{
    QStringList names;
    for (const char *name : {"settings", "users", "numbers", "cases", "rounds", "decision_drafts", "signing_keys", "audit",
             "chains", "letters", "clock_events", "messages", "message_keys", "case_notes", "samples", "sampled_cases",
             "saved_views", "preferences", "document_contents", "document_chunks", "documents", "document_texts",
             "round_facts", "pends"})
        names.append(QString::fromLatin1(name));
    return names;
}

Result<qint64> WorkspaceCopy::toServer(const QString &directory, const QString &loginName, const QByteArray &passphrase,
    const ServerAddress &address, const ServerSetup::Administrator &administrator,
    std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Progress &progress)
{
    const Result<std::unique_ptr<Workspace>> workspace = Workspace::open(directory, loginName, passphrase, rulebook, clock);
    if (!workspace)
        return workspace.error();
    if ((*workspace)->user().role != Role::Supervisor)
        return Workspace::Parts::supervisorsOnly();
    Workspace::Parts &source = *(*workspace)->m_parts;
    if (Result<void> folder = source.inFolder(); !folder)
        return folder.error();
    // Held all the while: what is written there is copied, or comes after it.
    return source.database->transaction([&]() -> Result<qint64> {
        if (Result<void> noted = source.note(source.occasion(), QStringLiteral("copy_workspace")); !noted)
            return noted.error();
        const Result<QList<TableShape>> shapes = shapesOf(*source.database);
        if (!shapes)
            return shapes.error();
        qint64 rows = 0;
        const auto copied = [&](Database &server) {
            return server.transaction([&]() -> Result<void> {
                if (Result<void> bare = withoutRules(server, "DISABLE"); !bare)
                    return bare;
                Copying copying(*source.database, server, *shapes, progress);
                const Result<qint64> all = copying.all();
                if (!all)
                    return all.error();
                rows = *all;
                if (Result<void> compared = copying.compare(); !compared)
                    return compared;
                if (Result<void> numbered = setSequences(server); !numbered)
                    return numbered;
                if (Result<void> listed = listCasesThere(server); !listed)
                    return listed;
                if (Result<void> given = giveKeys(server, source.keyring.file(), source.user.id, passphrase); !given)
                    return given;
                return withoutRules(server, "ENABLE");
            });
        };
        const Result<void> made = ServerSetup::prepare(
            address, administrator, [&](std::unique_ptr<Database> server) -> Result<void> {
                if (Result<void> done = copied(*server); !done)
                    return done;
                return verifyDatabase(*server, *source.rulebook, AuditLog::Check::Signatures, {});
            });
        if (!made)
            return made.error();
        return rows;
    });
}

Result<WorkspaceCopy::Returned> WorkspaceCopy::toFolder(const ServerAddress &address,
    const ServerSetup::Administrator &administrator, const QString &directory, std::shared_ptr<const Rulebook> rulebook,
    const Progress &progress)
{
    const Result<std::unique_ptr<Database>> server = ServerSetup::asOwner(address, administrator);
    if (!server)
        return server.error();
    if (Result<void> folder = Workspace::Parts::makeFolder(directory); !folder)
        return folder.error();
    Result<Keyring::Made> keys = Keyring::make();
    if (!keys)
        return keys.error();
    const QString file = directory + QLatin1Char('/') + keys->keyring.file().database;
    qint64 rows = 0;
    const auto fill = [&]() -> Result<void> {
        const Database::Snapshot snapshot(**server);
        if (!snapshot.begun())
            return snapshot.begun();
        const Result<Keyring> keyring = keysFrom(**server, *keys);
        if (!keyring)
            return keyring.error();
        Result<std::unique_ptr<Database>> made = Database::open(file, keys->databaseKey, Database::Mode::Create);
        if (!made)
            return made.error();
        Database &embedded = **made;
        if (Result<void> migrated = Migrator().migrate(embedded, [](int) { return Result<void>(); }); !migrated)
            return migrated;
        if (Result<void> filled = keepWorkflow(embedded); !filled)
            return filled;
        const Result<QList<TableShape>> shapes = shapesOf(embedded);
        if (!shapes)
            return shapes.error();
        const Result<void> copied = embedded.transaction([&]() -> Result<void> {
            const Result<QByteArray> rules = dropTriggers(embedded);
            if (!rules)
                return rules.error();
            Copying copying(**server, embedded, *shapes, progress);
            const Result<qint64> all = copying.all();
            if (!all)
                return all.error();
            rows = *all;
            if (Result<void> compared = copying.compare(); !compared)
                return compared;
            if (Result<void> listed = listCases(embedded); !listed)
                return listed;
            return embedded.script(*rules);
        });
        if (!copied)
            return copied;
        if (Result<void> whole = verifyDatabase(embedded, *rulebook, AuditLog::Check::Signatures, {}); !whole)
            return whole;
        if (Result<void> settled = embedded.checkpoint(); !settled)
            return settled;
        return keyring->write(KeyFile::pathIn(directory)); // last: without it the folder is no workspace
    };
    if (const Result<void> filled = fill(); !filled) {
        removeDatabase(file);
        return filled.error();
    }
    return Returned{rows, keys->recoveryKey};
}

} // namespace reviewdesk
