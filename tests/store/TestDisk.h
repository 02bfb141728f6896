#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

struct sqlite3_vfs;

namespace reviewdesk {

/// A disk under SQLite's encryption, as a VFS that all later connections of the process use: it fails when told, and it
/// can lose its power. Nothing counts as kept before it was synced: of what was written since, a power cut keeps any
/// 512-byte sectors and forgets the others.
class TestDisk {
public:
    enum class Fault {
        None,
        Write, ///< EIO
        ShortWrite, ///< half of it is written, then EIO
        Sync, ///< EIO, after the bytes have reached the disk or not
        Full, ///< ENOSPC
    };

    TestDisk();
    ~TestDisk();
    TestDisk(const TestDisk &) = delete;
    TestDisk &operator=(const TestDisk &) = delete;

    /// The operation (write, truncate, sync) after `good` more good ones fails, once or from then on.
    void failAfter(int good, Fault fault, bool lasting = false);
    void repair() { m_fault = Fault::None; }
    bool hasFailed() const { return m_failures > 0; }
    /// The power goes at the operation after `good` more ones: the process ends there and then.
    void cutPowerAfter(int good, quint32 seed);

    /// For the VFS: one file and what is not on the disk for sure.
    struct Change {
        qint64 offset = 0; ///< or the new size
        QByteArray data; ///< null: cut to that size
    };
    struct Image {
        QString path;
        QByteArray kept;
        QList<Change> pending;
    };
    std::shared_ptr<Image> imageOf(const QString &path);
    void forget(const QString &path) { m_images.remove(path); }
    /// What the next operation of a kind is to do.
    Fault next(bool sync);

private:
    void cutPower();
    QHash<QString, std::shared_ptr<Image>> m_images;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    Fault m_fault = Fault::None;
    int m_good = 0;
    bool m_lasting = false;
    int m_failures = 0;
    int m_power = -1;
    quint32 m_seed = 0;
};

} // namespace reviewdesk
