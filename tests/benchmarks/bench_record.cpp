// 5,000 attached pages of one case in the viewer, on an encrypted workspace: how long a frame takes while they are
// scrolled through, how soon a page is drawn, and the memory at its highest, while the record is read in the background.
//   bench_record [PAGES]
#include "StoreDesk.h"
#include "Times.h"

#include "SampleDocuments.h"
#include "documents/Attachment.h"
#include "ui/documents/CaseRecord.h"
#include "ui/documents/DocumentRoom.h"
#include "ui/documents/PageView.h"
#include "ui/documents/RecordPane.h"
#include "ui/documents/RecordTexts.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace reviewdesk;

namespace {

constexpr int pagesOfOne = 500;
constexpr double longestFrame = 32; ///< ms
constexpr qint64 mostMemory = 400; ///< MiB

/// MiB of this process, as the kernel counts it: "VmHWM" at its highest, "VmRSS" now.
qint64 memory(const char *which)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(which))
            return line.simplified().split(' ').at(1).toLongLong() / 1024;
    }
    return 0;
}

/// What was highest so far is forgotten.
void beginCounting()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

/// A volume of a chart.
QByteArray record(int number)
{
    QStringList texts;
    for (int page = 0; page < pagesOfOne; ++page)
        texts << QStringLiteral("Volume %1, page %2. ").arg(number).arg(page + 1) +
                QStringLiteral("The disease is bilobar; she is not a surgical candidate. No evidence of progression. ")
                    .repeated(24);
    return samplePdf(texts);
}

void say(const char *what, std::vector<double> times, double limit)
{
    std::sort(times.begin(), times.end());
    const auto at = [&times](int percent) { return times[(times.size() - 1) * std::size_t(percent) / 100]; };
    std::printf("%-40s median %6.2f ms   99 %% %6.2f ms   longest %6.2f ms   %zu times%s\n", what, at(50), at(99),
        times.back(), times.size(), times.back() <= limit ? "" : "   OVER THE LIMIT");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme::apply(application, Theme::Scheme::Light);
    const int wanted = argc > 1 ? QByteArray(argv[1]).toInt() : 5000;
    StoreDesk desk;
    desk.made().reset();
    StoredCase stored;
    {
        const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
        stored = *workspace->createCase(StoreDesk::approvable());
        for (int volume = 1; (volume - 1) * pagesOfOne < wanted; ++volume) {
            Result<NewDocument> document = examineDocument(record(volume), QStringLiteral("volume.pdf"));
            require(document.ok());
            document->type = QStringLiteral("disease_extent");
            document->title = QStringLiteral("Volume %1").arg(volume);
            require(workspace->attach(stored.id, *document).ok());
        }
        stored = *workspace->loadCase(stored.id);
    }
    std::printf("%d pages in %d documents; before the case is opened %lld MiB\n", wanted, wanted / pagesOfOne,
        static_cast<long long>(memory("VmRSS")));
    std::fflush(stdout);

    beginCounting();
    Workshop workshop;
    require(workshop.open([&desk] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    {
        ReviewSession session(workshop, stored, desk.clock);
        CaseRecord caseRecord(session);
        DocumentRoom room(workshop);
        RecordTexts texts(caseRecord, room);
        RecordPane pane(caseRecord, room, texts);
        pane.resize(760, 700);
        pane.show();
        require(QTest::qWaitForWindowExposed(&pane));
        caseRecord.load();
        require(QTest::qWaitFor([&] { return caseRecord.documents().size() * pagesOfOne >= wanted; }, 30'000));

        std::vector<double> frames;
        std::vector<double> computed;
        std::vector<double> firstPages;
        PageView &pages = *pane.pages();
        QElapsedTimer timer;
        for (const CaseDocument &document : caseRecord.documents()) {
            timer.start();
            pane.open(document.digest);
            require(QTest::qWaitFor([&] { return pages.isDrawn(1); }, 30'000));
            firstPages.push_back(millisecondsSince(timer));
            QScrollBar *bar = pages.verticalScrollBar();
            for (int at = 0; at < bar->maximum(); at += 400) { // a hasty flick a frame
                const double before = processorMilliseconds();
                timer.start();
                bar->setValue(at);
                QApplication::processEvents();
                frames.push_back(millisecondsSince(timer));
                computed.push_back(processorMilliseconds() - before);
                const double left = 16 - frames.back();
                if (left > 1)
                    QTest::qSleep(int(left)); // the screen shows one every 16 ms, and nobody asks for more
            }
        }
        say("a frame while scrolling, by the clock", frames, longestFrame);
        say("the same, the processor's time", computed, longestFrame);
        say("from opening a document to its page", firstPages, 1000);
        timer.start();
        require(QTest::qWaitFor([&] { return texts.progress().read >= wanted; }, 1'200'000));
        std::printf("the rest of the record was read in %.1f s\n", millisecondsSince(timer) / 1000);
        timer.start();
        texts.search(QStringLiteral("no such words"));
        require(QTest::qWaitFor([&] { return !texts.isSearching(); }, 60'000));
        std::printf("a search over all pages took %.0f ms\n", millisecondsSince(timer));
    }
    const qint64 highest = memory("VmHWM");
    std::printf("memory at its highest %lld MiB%s\n", static_cast<long long>(highest),
        highest <= mostMemory ? "" : "   OVER THE LIMIT");
    return 0;
}
