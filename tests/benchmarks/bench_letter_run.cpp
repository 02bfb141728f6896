#include "StoreDesk.h"

#include "store/Workshop.h"
#include "ui/letter/LetterRun.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace reviewdesk;

namespace {

/// Memory of this process in the machine's RAM, MiB.
double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

QStringList approvedCases(Workspace &workspace, int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        ReviewCase content = StoreDesk::approvable();
        content.member.name = QStringLiteral("Member %1").arg(i + 1);
        const Result<StoredCase> made = workspace.createCase(content);
        const Result<StoredCase> approved = made ? workspace.act(*made, Action::Approve) : made;
        if (!approved)
            qFatal("%s", why(approved).constData());
        ids.append(approved->id);
    }
    return ids;
}

} // namespace

/// A batch of letters, 1,000 unless the argument says another number: each is composed, issued, written as a PDF and
/// counted. Both cores are to work, and memory is to stay where it was after the first hundred.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int letters = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    StoreDesk desk;
    desk.made().reset();
    const QStringList cases = approvedCases(*desk.opened(QStringLiteral("nora")), letters / 2);
    Workshop workshop;
    const Result<void> opened = workshop.open([&] { return desk.tryOpen(QStringLiteral("sam"), "sam"); });
    const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    if (!opened || !composer || !letterhead)
        return 1;
    LetterRun run(workshop, *composer, *letterhead, desk.clock, cases);
    QEventLoop loop;
    QObject::connect(&run, &LetterRun::gathered, &loop, &QEventLoop::quit);
    QObject::connect(&run, &LetterRun::finished, &loop, &QEventLoop::quit);
    run.gather();
    loop.exec();
    double early = 0;
    double most = 0;
    QObject::connect(&run, &LetterRun::progressed, &run, [&](int done, int) {
        if (done == 100)
            early = residentMiB();
        if (done % 50 == 0)
            most = std::max(most, residentMiB());
    });
    const QTemporaryDir folder;
    const auto from = std::chrono::steady_clock::now();
    const std::clock_t worked = std::clock();
    run.writePdfs(folder.path());
    loop.exec();
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    const double cpu = static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC;
    std::printf("%d letters in %.1f s (%.1f ms each), %.2f of %d cores at work; memory %.0f MiB after 100, at most %.0f "
                "MiB; failed %d\n",
        run.count(RunEntry::Done), wall, 1000 * wall / letters, cpu / wall, QThread::idealThreadCount(), early, most,
        run.count(RunEntry::Failed));
    return run.count(RunEntry::Done) == letters ? 0 : 1;
}
