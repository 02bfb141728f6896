// A process to be killed: saves drafts without end and says "number version" on standard output after each commit.
#include "StoreDesk.h"

#include <QCoreApplication>

#include <cstdio>

using namespace reviewdesk;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> opened =
        Workspace::open(QString::fromLocal8Bit(argv[1]), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), clock);
    if (!opened) {
        std::fprintf(stderr, "%s\n", why(opened).constData());
        return 1;
    }
    for (;;) {
        Result<StoredCase> stored = (*opened)->createCase(StoreDesk::request());
        for (int i = 0; stored.ok() && i < 20; ++i) {
            std::printf("%s %lld %s\n", qPrintable(stored->id), static_cast<long long>(stored->rowVersion),
                qPrintable(stored->reviewCase.nurseNote));
            std::fflush(stdout);
            stored->reviewCase.nurseNote = QString::number(stored->rowVersion + 1);
            stored = (*opened)->saveDraft(*stored);
        }
        if (!stored) {
            std::fprintf(stderr, "%s\n", why(stored).constData());
            return 1;
        }
    }
}
