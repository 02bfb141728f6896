// What went wrong, for whoever has to do something about it.
#include "store/EmbeddedDatabase.h"

#include <QCoreApplication>
#include <QSqlError>

#include <sqlite3.h>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Database)
};

} // namespace

Error EmbeddedDatabase::errorOf(const QSqlError &error)
{
    bool numeric = false;
    const int code = error.nativeErrorCode().toInt(&numeric);
    return errorOf(numeric ? code : SQLITE_ERROR, error.databaseText().isEmpty() ? error.text() : error.databaseText());
}

Error Database::errorOf(int code, const QString &message) const
{
    const auto error = [this](const char *name, const QString &text) {
        return Error{QString::fromLatin1(name), text, file()};
    };
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error("locked", Say::tr("Another program holds the workspace. Close it and try again."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error(
            "damaged", Say::tr("%1 is damaged or belongs to another key file. Put it back from a backup.").arg(file()));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error(
            "read_only", Say::tr("%1 cannot be written. Check the folder's permissions and try again.").arg(file()));
    case SQLITE_FULL:
        return error("disk_full", Say::tr("The disk is full. Make room and try again; what you typed is still here."));
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return error(
            "unreadable", Say::tr("%1 cannot be read or written (%2). Check the disk and try again.").arg(file(), message));
    case SQLITE_NOMEM:
        return error("no_memory", Say::tr("There is not enough memory."));
    case SQLITE_INTERRUPT:
        return error("stopped", Say::tr("It was stopped."));
    case SQLITE_CONSTRAINT:
        return {QStringLiteral("refused"), message, {}};
    default:
        return error("database", message);
    }
}

} // namespace reviewdesk
