#pragma once

#include "store/Database.h"

#include <QList>

namespace reviewdesk {

/// One numbered step of the schema: `schema/0001_first.sql`.
struct Migration {
    int number = 0;
    QString name;
    QByteArray sql;
};

/// Brings a database to the newest schema, each step in one transaction, and refuses one that is newer than this
/// program.
class Migrator {
public:
    /// Those compiled in, in their order. A server's begin with the whole schema of step 13: none was ever older.
    static QList<Migration> compiledIn(Database::Dialect dialect = Database::Dialect::Sqlite);

    /// Of these the embedded ones as far as a number: what a database of that schema went through.
    static QList<Migration> upTo(int number);

    explicit Migrator(QList<Migration> migrations = compiledIn());

    int newest() const { return m_migrations.isEmpty() ? 0 : m_migrations.constLast().number; }
    /// Number of the last step that was carried out; 0: a new database.
    static Result<int> schemaOf(Database &database);
    /// Error `newer_schema` when a later program wrote the database.
    Result<void> checkKnown(Database &database) const;
    /// Carries out what is missing. `backUp` is called first when a database that is in use already is about to be
    /// changed. Errors: `newer_schema`, `damaged`, those of Database and of `backUp`.
    Result<void> migrate(Database &database, const std::function<Result<void>(int from)> &backUp) const;

private:
    QList<Migration> m_migrations;
};

} // namespace reviewdesk
