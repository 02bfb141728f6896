#include "TestDisk.h"

#include <QFile>
#include <QRandomGenerator>

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace reviewdesk {

namespace {

constexpr const char *diskName = "testdisk";

/// Our file, with the real one's memory right behind it.
struct DiskFile {
    sqlite3_file base;
    TestDisk *disk;
    std::shared_ptr<TestDisk::Image> *image; ///< nullptr: a temporary file
    sqlite3_file *real;
};

DiskFile *disk(sqlite3_file *file)
{
    return reinterpret_cast<DiskFile *>(file);
}
sqlite3_file *real(sqlite3_file *file)
{
    return disk(file)->real;
}
sqlite3_vfs *realVfs()
{
    return sqlite3_vfs_find("unix");
}

int closeFile(sqlite3_file *file)
{
    const int code = real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
    delete disk(file)->image;
    return code;
}
int readFile(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), buffer, amount, offset);
}
int writeFile(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    const auto put = [&](int bytes) {
        if (disk(file)->image)
            (*disk(file)->image)
                ->pending.append(TestDisk::Change{offset, QByteArray(static_cast<const char *>(buffer), bytes)});
        return real(file)->pMethods->xWrite(real(file), buffer, bytes, offset);
    };
    switch (disk(file)->disk->next(false)) {
    case TestDisk::Fault::Write:
        return SQLITE_IOERR_WRITE;
    case TestDisk::Fault::ShortWrite:
        put(amount / 2);
        return SQLITE_IOERR_WRITE;
    case TestDisk::Fault::Full:
        return SQLITE_FULL;
    default:
        return put(amount);
    }
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (disk(file)->disk->next(false) != TestDisk::Fault::None)
        return SQLITE_IOERR_TRUNCATE;
    if (disk(file)->image)
        (*disk(file)->image)->pending.append(TestDisk::Change{size, {}});
    return real(file)->pMethods->xTruncate(real(file), size);
}

void apply(QByteArray &content, const TestDisk::Change &change)
{
    if (change.data.isNull()) {
        content.truncate(change.offset);
        return;
    }
    const qsizetype end = change.offset + change.data.size();
    if (content.size() < end)
        content.append(QByteArray(end - content.size(), '\0'));
    std::memcpy(content.data() + change.offset, change.data.constData(), static_cast<std::size_t>(change.data.size()));
}

/// The real sync is left out: the page cache is our disk here.
int syncFile(sqlite3_file *file, int)
{
    if (disk(file)->disk->next(true) != TestDisk::Fault::None)
        return SQLITE_IOERR_FSYNC;
    if (!disk(file)->image)
        return SQLITE_OK;
    TestDisk::Image &image = **disk(file)->image;
    for (const TestDisk::Change &change : std::as_const(image.pending))
        apply(image.kept, change);
    image.pending.clear();
    return SQLITE_OK;
}
int sizeOf(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int reserved(sqlite3_file *file, int *is)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), is);
}
int control(sqlite3_file *file, int what, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods{2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOf, lockFile,
    unlockFile, reserved, control, sectorSize, characteristics, mapShared, lockShared, barrier, unmapShared, nullptr,
    nullptr};

int openFile(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *own = new (file) DiskFile{{nullptr}, static_cast<TestDisk *>(vfs->pAppData), nullptr,
        reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(DiskFile))};
    const int code = realVfs()->xOpen(realVfs(), name, own->real, flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    if (name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0)
        own->image = new std::shared_ptr<TestDisk::Image>(own->disk->imageOf(QFile::decodeName(name)));
    own->base.pMethods = &methods;
    return SQLITE_OK;
}
int removeFile(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    static_cast<TestDisk *>(vfs->pAppData)->forget(QFile::decodeName(name));
    return realVfs()->xDelete(realVfs(), name, syncFolder);
}

} // namespace

TestDisk::TestDisk() : m_vfs(std::make_unique<sqlite3_vfs>(*realVfs()))
{
    m_vfs->pNext = nullptr;
    m_vfs->zName = diskName;
    m_vfs->pAppData = this;
    m_vfs->szOsFile = static_cast<int>(sizeof(DiskFile)) + realVfs()->szOsFile;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = removeFile;
    sqlite3_vfs_register(m_vfs.get(), 0);
    if (sqlite3mc_vfs_create(diskName, 1) != SQLITE_OK)
        qFatal("no cipher over the test disk");
}

TestDisk::~TestDisk() = default; // for the process's whole life: SQLite keeps pointing to it

std::shared_ptr<TestDisk::Image> TestDisk::imageOf(const QString &path)
{
    std::shared_ptr<Image> &image = m_images[path];
    if (!image) {
        image = std::make_shared<Image>(Image{path, {}, {}});
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            image->kept = file.readAll();
    }
    return image;
}

void TestDisk::failAfter(int good, Fault fault, bool lasting)
{
    m_good = good;
    m_fault = fault;
    m_lasting = lasting;
    m_failures = 0;
}

void TestDisk::cutPowerAfter(int good, quint32 seed)
{
    m_power = good;
    m_seed = seed;
}

TestDisk::Fault TestDisk::next(bool sync)
{
    if (m_power >= 0 && m_power-- == 0)
        cutPower();
    if (m_fault == Fault::None || sync != (m_fault == Fault::Sync) || m_good-- > 0)
        return Fault::None;
    if (m_failures > 0 && !m_lasting)
        return Fault::None;
    ++m_failures;
    return m_fault;
}

void TestDisk::cutPower()
{
    QRandomGenerator dice(m_seed);
    constexpr qsizetype sector = 512;
    for (const std::shared_ptr<Image> &image : std::as_const(m_images)) {
        const int keepOf4 = dice.bounded(5); // nothing, a quarter, … everything of what was not synced
        for (const Change &change : std::as_const(image->pending)) {
            if (change.data.isNull()) {
                if (dice.bounded(4) < keepOf4)
                    apply(image->kept, change);
                continue;
            }
            for (qsizetype at = 0; at < change.data.size();) {
                const qsizetype end =
                    std::min(change.data.size(), at + sector - (change.offset + at) % sector); // at the next border
                if (dice.bounded(4) < keepOf4)
                    apply(image->kept, {change.offset + at, change.data.mid(at, end - at)});
                at = end;
            }
        }
        QFile file(image->path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(image->kept) != image->kept.size())
            qFatal("the test's disk cannot be written");
    }
    ::_exit(0);
}

} // namespace reviewdesk
