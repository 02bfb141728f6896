// A process whose computer loses its power: `power_writer DIR SEED full|normal` saves drafts by the program's own
// repositories on a TestDisk and says "id version note" after each commit, until the power is cut. `normal` takes
// SQLite's weaker setting, to show that the test can tell.
#include "StoreDesk.h"
#include "TestDisk.h"

#include "store/AuditLog.h"
#include "store/CaseRepository.h"
#include "store/Keyring.h"
#include "store/UserRepository.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <cstring>

using namespace reviewdesk;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    TestDisk disk;
    const QString directory = QString::fromLocal8Bit(argv[1]);
    const auto seed = static_cast<quint32>(QByteArray(argv[2]).toUInt());
    const Result<Keyring> keyring = Keyring::read(KeyFile::pathIn(directory));
    require(keyring.ok());
    const Result<Secret> key = keyring->unlock(QStringLiteral("nora"), "nora");
    require(key.ok());
    const Result<std::unique_ptr<Database>> database =
        Database::open(directory + QLatin1Char('/') + keyring->file().database, *key, Database::Mode::Existing);
    require(database.ok());
    if (std::strcmp(argv[3], "normal") == 0)
        require((*database)->script("PRAGMA synchronous = NORMAL").ok());
    const Result<UserAccount> nora = UserRepository(**database).byId(keyring->slot(QStringLiteral("nora"))->userId);
    require(nora.ok());
    const Signers signers =
        StoreDesk::signersOf(KeyFile::pathIn(directory), **database, {QStringLiteral("nora")});
    AuditLog audit(**database, signers);
    Uuid7 uuids;
    const std::shared_ptr<const Rulebook> rulebook = StoreDesk::rulebook();
    CaseRepository cases(**database, audit, uuids, *rulebook);
    const SystemClock clock;
    QRandomGenerator dice(seed);
    disk.cutPowerAfter(dice.bounded(20, 4000), seed);
    for (;;) {
        Result<StoredCase> stored = cases.create(StoreDesk::request(), {*nora, clock.now().toUTC()});
        for (int i = 0; stored.ok() && i < 20; ++i) {
            std::printf("%s %lld %s\n", qPrintable(stored->id), static_cast<long long>(stored->rowVersion),
                qPrintable(stored->reviewCase.nurseNote));
            std::fflush(stdout);
            stored->reviewCase.nurseNote = QString::number(stored->rowVersion + 1);
            stored = cases.saveDraft(*stored, {*nora, clock.now().toUTC()});
        }
        if (!stored) {
            std::fprintf(stderr, "%s\n", why(stored).constData());
            return 1;
        }
    }
}
