#pragma once

#include "TestDisk.h"
#include "Wizard.h"

#include "store/Keyring.h"

#include <QDir>
#include <QFile>

namespace reviewdesk {

/// The wizard's case on a disk that does what no real disk does on demand.
class TroubledDesk {
protected:
    enum Trouble { FullDisk, BadDisk, HalfWritten, NotSynced, LostFolder, HeldByAnother, DamagedKeys };
    void begin();
    void leave();
    void make(int trouble);
    void putRight(int trouble);

    std::unique_ptr<TestDisk> m_disk;
    std::unique_ptr<Wizard> m_wizard;
    std::unique_ptr<Database> m_other; ///< another program's connection
    QByteArray m_keys;
};

inline void TroubledDesk::begin()
{
    m_disk = std::make_unique<TestDisk>(); // before any connection
}

inline void TroubledDesk::leave()
{
    m_other.reset();
    m_disk->repair();
    m_wizard.reset();
}

inline void TroubledDesk::make(int trouble)
{
    const QString directory = m_wizard->directory();
    m_wizard->workshop->drain();
    switch (trouble) {
    case FullDisk:
        m_disk->failAfter(0, TestDisk::Fault::Full, true);
        break;
    case BadDisk:
        m_disk->failAfter(0, TestDisk::Fault::Write, true);
        break;
    case HalfWritten:
        m_disk->failAfter(0, TestDisk::Fault::ShortWrite, true);
        break;
    case NotSynced:
        m_disk->failAfter(0, TestDisk::Fault::Sync, true);
        break;
    case LostFolder:
        QVERIFY(QDir().rename(directory, directory + QStringLiteral(".moved")));
        break;
    case HeldByAnother: {
        const Result<Secret> key = Keyring::read(directory + QStringLiteral("/workspace.keys"))
                                       ->unlock(QStringLiteral("sam"), "sam");
        QVERIFY2(key.ok(), why(key));
        auto opened =
            Database::open(directory + QStringLiteral("/workspace.db"), *key, Database::Mode::Existing);
        QVERIFY2(opened.ok(), why(opened));
        m_other = std::move(opened).value();
        QVERIFY(m_other->script("BEGIN IMMEDIATE").ok());
        break;
    }
    case DamagedKeys: {
        QFile file(directory + QStringLiteral("/workspace.keys"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_keys = file.readAll();
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{");
        file.close();
        break;
    }
    }
}

inline void TroubledDesk::putRight(int trouble)
{
    const QString directory = m_wizard->directory();
    m_disk->repair();
    if (trouble == LostFolder)
        QVERIFY(QDir().rename(directory + QStringLiteral(".moved"), directory));
    if (trouble == HeldByAnother)
        QVERIFY(m_other->script("ROLLBACK").ok());
    if (trouble == DamagedKeys) {
        QFile file(directory + QStringLiteral("/workspace.keys"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(m_keys);
    }
}

} // namespace reviewdesk
