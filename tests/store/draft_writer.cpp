// A process to be killed. `draft_writer DIR`: saves drafts without end and says "id version note" on standard output
// after each commit. `draft_writer DIR rotate`: changes the database key without end.
#include "StoreDesk.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

using namespace reviewdesk;

namespace {

int failed(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(error.code), qPrintable(error.message));
    return 1;
}

int saveDrafts(Workspace &workspace)
{
    for (;;) {
        Result<StoredCase> stored = workspace.createCase(StoreDesk::request());
        for (int i = 0; stored.ok() && i < 20; ++i) {
            std::printf("%s %lld %s\n", qPrintable(stored->id), static_cast<long long>(stored->rowVersion),
                qPrintable(stored->reviewCase.nurseNote));
            std::fflush(stdout);
            stored->reviewCase.nurseNote = QString::number(stored->rowVersion + 1);
            stored = workspace.saveDraft(*stored);
        }
        if (!stored)
            return failed(stored.error());
    }
}

int rotateKeys(Workspace &workspace)
{
    std::printf("signed in\n");
    std::fflush(stdout);
    for (;;) {
        if (const Result<void> rotated = workspace.rotateDatabaseKey(); !rotated)
            return failed(rotated.error());
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool rotate = argc == 3 && std::strcmp(argv[2], "rotate") == 0;
    if (argc != 2 && !rotate)
        return 2;
    const SystemClock clock;
    const QString login = rotate ? QStringLiteral("sam") : QStringLiteral("nora");
    const Result<std::unique_ptr<Workspace>> opened =
        Workspace::open(QString::fromLocal8Bit(argv[1]), login, login.toUtf8(), StoreDesk::rulebook(), clock);
    if (!opened)
        return failed(opened.error());
    return rotate ? rotateKeys(**opened) : saveDrafts(**opened);
}
