// The database with its key, and copies of it.
#include "store/DurableFiles.h"
#include "store/EmbeddedDatabase.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Database)
};

/// "raw:" and the 32 bytes themselves: SQLite3 Multiple Ciphers then derives nothing (sqlite3mcExtractRawKey).
Secret rawKey(const Secret &key)
{
    Secret raw(key.size() + 4);
    std::memcpy(raw.data(), "raw:", 4);
    std::memcpy(raw.data() + 4, key.data(), key.size());
    return raw;
}

} // namespace

int EmbeddedDatabase::useKey(sqlite3 *handle, const Secret &key)
{
    const Secret raw = rawKey(key);
    return sqlite3_key_v2(handle, "main", raw.data(), static_cast<int>(raw.size()));
}

/// A read transaction pins the snapshot: others may write meanwhile, and the copy does not begin anew.
Result<void> EmbeddedDatabase::copyPages(sqlite3 *target, const Progress &progress)
{
    const Result<sqlite3 *> source = handle();
    if (!source)
        return source.error();
    if (Result<void> begun = script("BEGIN; SELECT 1 FROM sqlite_master"); !begun)
        return begun;
    int code = SQLITE_OK;
    bool stopped = false;
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", *source, "main");
    if (backup) {
        constexpr int pagesAtOnce = 64; // 256 KiB
        constexpr int mostRetries = 500;
        int retries = 0;
        do {
            code = sqlite3_backup_step(backup, pagesAtOnce);
            if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
                sqlite3_sleep(10);
                continue;
            }
            const int of = sqlite3_backup_pagecount(backup);
            stopped = progress && !progress(of - sqlite3_backup_remaining(backup), of);
        } while (!stopped &&
            (code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && ++retries < mostRetries)));
        code = sqlite3_backup_finish(backup);
    } else {
        code = sqlite3_errcode(target);
    }
    const QString message = QString::fromUtf8(sqlite3_errmsg(target));
    sqlite3_exec(*source, "ROLLBACK", nullptr, nullptr, nullptr);
    if (stopped)
        return Error{QStringLiteral("stopped"), Say::tr("The copy was stopped; nothing was changed."), {}};
    return code == SQLITE_OK ? Result<void>() : Result<void>(errorOf(code, message));
}

Result<void> EmbeddedDatabase::copyTo(const QString &file, const Secret &key, const Progress &progress)
{
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(
        QFile::encodeName(file).constData(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK && sqlite3mc_config(target, "cipher", CODEC_TYPE_CHACHA20) != CODEC_TYPE_CHACHA20)
        code = SQLITE_ERROR;
    if (code == SQLITE_OK)
        code = useKey(target, key);
    Result<void> copied = code == SQLITE_OK
        ? copyPages(target, progress)
        : Result<void>(errorOf(code, QString::fromUtf8(target ? sqlite3_errmsg(target) : sqlite3_errstr(code))));
    sqlite3_close_v2(target);
    if (copied && !QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        copied = fileError(file, EACCES);
    if (copied)
        copied = syncFile(file);
    if (copied)
        copied = syncFolder(QFileInfo(file).path());
    if (!copied)
        removeDatabase(file);
    return copied;
}

} // namespace reviewdesk
