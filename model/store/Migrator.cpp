#include "store/Migrator.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Migrator)
};

QString digestOf(const Migration &migration)
{
    return QString::fromLatin1(QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex());
}

Result<void> carryOut(Database &database, const Migration &migration)
{
    return database.transaction([&]() -> Result<void> {
        const Result<int> present = Migrator::schemaOf(database);
        if (!present)
            return present.error();
        if (*present >= migration.number) // another program did it before this one had the lock
            return {};
        if (Result<void> done = database.script(migration.sql); !done)
            return done;
        if (Result<void> noted =
                database.run(QStringLiteral("INSERT INTO migrations (number, name, digest) VALUES (?, ?, ?)"),
                    {migration.number, migration.name, digestOf(migration)});
            !noted)
            return noted;
        return database.setSchema(migration.number);
    });
}

} // namespace

QList<Migration> Migrator::compiledIn(Database::Dialect dialect)
{
    QList<Migration> migrations;
    const QDir folder(
        dialect == Database::Dialect::Sqlite ? QStringLiteral(":/store/schema") : QStringLiteral(":/store/schema/postgres"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        migrations.append({name.left(4).toInt(), name, opened ? file.readAll() : QByteArray()});
    }
    Q_ASSERT(!migrations.isEmpty());
    return migrations;
}

QList<Migration> Migrator::upTo(int number)
{
    QList<Migration> migrations = compiledIn();
    migrations.removeIf([number](const Migration &migration) { return migration.number > number; });
    return migrations;
}

Migrator::Migrator(QList<Migration> migrations) : m_migrations(std::move(migrations)) { }

Result<int> Migrator::schemaOf(Database &database)
{
    return database.schema();
}

Result<void> Migrator::checkKnown(Database &database) const
{
    const Result<int> present = schemaOf(database);
    if (!present)
        return present.error();
    if (*present <= newest())
        return {};
    return Error{QStringLiteral("newer_schema"),
        Say::tr("This workspace was used with a newer ReviewDesk (schema %1; this one knows %2). Update the program.")
            .arg(*present)
            .arg(newest()),
        database.file()};
}

Result<void> Migrator::migrate(Database &database, const std::function<Result<void>(int from)> &backUp) const
{
    if (Result<void> known = checkKnown(database); !known)
        return known;
    const Result<int> present = schemaOf(database);
    if (!present)
        return present.error();
    if (*present > 0 && *present < newest()) {
        if (Result<void> kept = backUp(*present); !kept)
            return kept;
    }
    for (const Migration &migration : m_migrations) {
        if (migration.number <= *present)
            continue;
        if (Result<void> done = carryOut(database, migration); !done)
            return done;
    }
    return {};
}

} // namespace reviewdesk
