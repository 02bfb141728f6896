// The worklist of a million cases as a person meets it, from a keystroke or click to painted rows, in the encrypted
// workspace; then the same questions through the bare SQLite3 Multiple Ciphers library.
//   bench_worklist DIR [CASES [queries]]
// DIR is a workspace of invented cases; where there is none it is made first, with a million unless told otherwise.
// `queries`: the comparison with the bare library alone, without the screen.
#include "BareWorklist.h"
#include "StoreDesk.h"
#include "Times.h"

#include "store/Keyring.h"
#include "store/ReadingRoom.h"
#include "store/WorklistReader.h"
#include "store/Workshop.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistPage.h"
#include "ui/worklist/WorklistTable.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace reviewdesk;

namespace {

const QByteArray passphrase = "practice pass phrase";
constexpr int repeats = 5;

std::shared_ptr<const Rulebook> rulebook()
{
    return StoreDesk::rulebook();
}

void makeWorkspace(const QString &directory, int cases, const Clock &clock)
{
    std::printf("making a workspace of %d invented cases in %s\n", cases, qPrintable(directory));
    NewUser supervisor = StoreDesk::newUser(QStringLiteral("alex.model"), Role::Supervisor);
    supervisor.passphrase = passphrase;
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Health Plan");
    settings.timeZone = "America/Los_Angeles";
    QElapsedTimer timer;
    timer.start();
    Result<Workspace::Created> made =
        Workspace::create(directory, supervisor, settings, rulebook(), clock, KeyCost());
    require(made.ok());
    const Result<void> added = made->workspace->addSamples(cases, 140, passphrase, KeyCost());
    if (!added)
        qFatal("%s", why(added).constData());
    std::printf("made in %.0f s\n", millisecondsSince(timer) / 1000);
}

/// Tells when what was asked is on the screen.
class Screen : public QObject {
public:
    Screen(const WorklistPage &page, WorklistTable &table) : m_table(table)
    {
        table.viewport()->installEventFilter(this);
        connect(&page, &WorklistPage::loaded, this, [this] { ++m_loaded; m_paints = 0; });
        connect(table.model(), &QAbstractItemModel::dataChanged, this, [this] { m_paints = 0; });
    }

    /// Acts, then works events off until the rows in sight are there and painted; milliseconds.
    template <typename Act> double until(Act act, bool asksAnew)
    {
        for (int i = 0; i < 3; ++i)
            QApplication::processEvents();
        const int before = m_loaded;
        m_paints = 0;
        QElapsedTimer timer;
        timer.start();
        act();
        while (!((m_paints > 0 || m_table.model()->rowCount() == 0) && (!asksAnew || m_loaded > before) && inSight())) {
            QApplication::processEvents(QEventLoop::AllEvents);
            if (timer.elapsed() > 60'000)
                qFatal("nothing was painted in a minute");
        }
        return millisecondsSince(timer);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++m_paints;
        return false;
    }

private:
    bool inSight() const
    {
        const int last = m_table.rowAt(m_table.viewport()->height() - 1);
        const int rows = m_table.model()->rowCount();
        if (rows == 0)
            return true;
        for (int row = m_table.rowAt(0); row >= 0 && row <= (last < 0 ? rows - 1 : last); ++row) {
            if (m_table.model()->index(row, 0).data(WorklistModel::BlankRole).toBool())
                return false;
        }
        return true;
    }

    WorklistTable &m_table;
    int m_loaded = 0;
    int m_paints = 0;
};

std::vector<std::pair<const char *, WorklistFilter>> filters()
{
    std::vector<std::pair<const char *, WorklistFilter>> all(11);
    auto set = [&all, at = std::size_t(0)](const char *name, const auto &change) mutable {
        all[at].first = name;
        change(all[at++].second);
    };
    set("status", [](WorklistFilter &filter) { filter.statuses = {Status::Denied, Status::Withdrawn}; });
    set("line of business", [](WorklistFilter &filter) { filter.lines = {LineOfBusiness::MedicareAdvantage}; });
    set("urgency", [](WorklistFilter &filter) { filter.expedited = true; });
    set("procedure", [](WorklistFilter &filter) { filter.procedures = {QStringLiteral("Radioembolization")}; });
    set("outcome", [](WorklistFilter &filter) { filter.tones = {-1}; });
    set("assigned to nobody", [](WorklistFilter &filter) { filter.assignedTo = {QString()}; });
    set("prepared by me", [](WorklistFilter &filter) { filter.preparedBy = {WorklistFilter::me}; });
    set("due within a week", [](WorklistFilter &filter) { filter.due = WorklistFilter::Due::Week; });
    set("overdue", [](WorklistFilter &filter) { filter.due = WorklistFilter::Due::Overdue; });
    set("plan state", [](WorklistFilter &filter) { filter.states = {QStringLiteral("WA")}; });
    set("five at once", [](WorklistFilter &filter) {
        filter.statuses = {Status::Approved};
        filter.lines = {LineOfBusiness::Qhp, LineOfBusiness::CommercialInsured};
        filter.expedited = true;
        filter.tones = {1};
        filter.states = {QStringLiteral("OR"), QStringLiteral("WA")};
    });
    return all;
}

const QStringList &searches()
{
    static const QStringList all{QStringLiteral("a"), QStringLiteral("e"), QStringLiteral("z"), QStringLiteral("7"),
        QStringLiteral("n"), QStringLiteral("an"), QStringLiteral("ia"), QStringLiteral("zu"), QStringLiteral("42"),
        QStringLiteral("ex"), QStringLiteral("mar"), QStringLiteral("nez"), QStringLiteral("son"), QStringLiteral("123"),
        QStringLiteral("maria"), QStringLiteral("garcia"), QStringLiteral("núñez"), QStringLiteral("johnson"),
        QStringLiteral("rd-2026-0001"), QStringLiteral("rd-2025-04242"), QStringLiteral("a1234"), QStringLiteral("b55"),
        QStringLiteral("maria n"), QStringLiteral("an 42"), QStringLiteral("chen wei"), QStringLiteral("rd-2024"),
        QStringLiteral("nobody at all"), QStringLiteral("okafor"), QStringLiteral("md"), QStringLiteral("el")};
    return all;
}

void measureScreen(WorklistPage &page)
{
    WorklistTable &table = *page.findChild<WorklistTable *>();
    Screen screen(page, table);
    Times views;
    Times filtered;
    Times sorted;
    Times ends;
    Times middles;
    Times found;
    for (int round = 0; round < repeats; ++round) {
        for (int view = 0; view < worklistViewCount; ++view) // the last is what is shown at first
            views.add(screen.until(
                [&] { page.findChild<ViewList *>()->setView(static_cast<WorklistView>(view)); }, true));
        for (const auto &[name, filter] : filters()) {
            filtered.add(screen.until([&, &filter = filter] { page.showFiltered(WorklistView::All, filter); }, true));
            table.setFocus();
            if (table.model()->rowCount() < 100)
                continue;
            ends.add(screen.until([&] { QTest::keyClick(&table, Qt::Key_End); }, false));
        }
        screen.until([&] { page.showFiltered(WorklistView::All, {}); }, true);
        for (int column = 0; column < worklistColumnCount; ++column) {
            sorted.add(screen.until([&] { table.sortByColumn(column, round % 2 ? Qt::DescendingOrder : Qt::AscendingOrder); }, true));
            table.setFocus();
            ends.add(screen.until([&] { QTest::keyClick(&table, Qt::Key_End); }, false));
            const int middle = static_cast<int>(table.model()->rowCount() / 10.0 * (1 + (column * 7 + round) % 9));
            middles.add(screen.until([&] { table.verticalScrollBar()->setValue(middle); }, false));
        }
        screen.until([&] { table.sortByColumn(0, Qt::AscendingOrder); }, true);
        for (const QString &term : searches()) {
            QLineEdit &search = *page.findChild<QLineEdit *>();
            if (search.text() != term.chopped(1))
                screen.until([&] { search.setText(term.chopped(1)); }, true);
            search.setFocus();
            found.add(screen.until([&] { search.insert(term.right(1)); }, true));
        }
        screen.until([&] { page.showFiltered(WorklistView::All, {}); }, true);
    }
    views.say("click on a view to painted rows", 50);
    filtered.say("a filter to painted rows", 50);
    sorted.say("an order to painted rows", 50);
    ends.say("End to painted rows", 50);
    middles.say("scroll bar to any place, painted", 50);
    found.say("keystroke in the search to painted rows", 50);
    found.say("  of these the 99th percentile", 100, 99);
    Times frames;
    table.verticalScrollBar()->setValue(0);
    QApplication::processEvents();
    for (int step = 0; step < 600; ++step) {
        QElapsedTimer timer;
        timer.start();
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->value() + (step < 400 ? 3 : 700));
        QApplication::processEvents();
        frames.add(millisecondsSince(timer));
        QTest::qSleep(4); // a display's pause
    }
    frames.say("a frame while scrolling", 32, 99);
}

void measureCounts(Workshop &workshop)
{
    ReadingRoom room(workshop);
    QObject context;
    QList<WorklistQuery> views;
    for (int view = 0; view < worklistViewCount; ++view) {
        WorklistQuery query;
        query.view = static_cast<WorklistView>(view);
        views.append(query);
    }
    Times counted;
    for (int round = 0; round < 4 * repeats; ++round) {
        bool done = false;
        QElapsedTimer timer;
        timer.start();
        room.ask(
            &context, [views](WorklistReader &reader) { return reader.counts(views); },
            [&](const Result<QList<int>> &counts) { done = counts.ok(); });
        while (!done)
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (round > 0)
            counted.add(millisecondsSince(timer));
    }
    counted.say("the counts of all views", 50);
}

void sayMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS") || line.startsWith("VmHWM") || line.startsWith("RssAnon"))
            std::printf("%s\n", line.simplified().constData());
    }
}

/// From now on VmHWM is what is used at most from here: the derivation of a key takes as much memory as it was told to.
void forgetPeak()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

void sayLoad()
{
    double load[3] = {};
    if (::getloadavg(load, 3) == 3)
        std::printf("load average %.2f %.2f %.2f\n", load[0], load[1], load[2]);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("bench_worklist DIR [CASES [queries]]\n", stderr);
        return 2;
    }
    const SystemClock clock;
    const QString directory = QString::fromLocal8Bit(argv[1]);
    if (!Workspace::exists(directory))
        makeWorkspace(directory, argc > 2 ? QByteArray(argv[2]).toInt() : 1'000'000, clock);
    Theme::apply(application, Theme::Scheme::Light);
    sayLoad();
    Workshop workshop;
    std::unique_ptr<WorklistPage> page;
    Times opened;
    Times derived;
    for (int round = 0; round < 6; ++round) {
        page.reset();
        workshop.close();
        QElapsedTimer timer;
        timer.start();
        const Result<Keyring> keyring = Keyring::read(directory + QStringLiteral("/workspace.keys"));
        require(keyring.ok() && keyring->unlock(keyring->loginNames().constFirst(), passphrase).ok());
        if (round > 0)
            derived.add(millisecondsSince(timer));
        timer.restart();
        const Result<void> done = workshop.open(
            [&] { return Workspace::open(directory, QString(), passphrase, rulebook(), clock); });
        if (!done)
            qFatal("%s", why(done).constData());
        page = std::make_unique<WorklistPage>(workshop, clock);
        page->resize(1280, 800);
        page->show();
        Screen screen(*page, *page->findChild<WorklistTable *>());
        screen.until([&] { page->refresh(); }, true);
        if (round > 0)
            opened.add(millisecondsSince(timer));
    }
    std::printf("cases: %d\n", page->findChild<WorklistTable *>()->model()->rowCount());
    std::printf("opening to painted rows %.0f ms, of these the key derivation %.0f ms, beyond it %.0f ms%s\n", opened.median(),
        derived.median(), opened.median() - derived.median(),
        opened.median() - derived.median() <= 250 ? "" : "   OVER THE LIMIT");
    if (page->findChild<WorklistTable *>()->model()->rowCount() < 2)
        return 0; // nothing to look for in it
    if (argc <= 3) {
        forgetPeak();
        measureScreen(*page);
        measureCounts(workshop);
        sayMemory();
    }
    page.reset();
    compareWithBare(workshop, directory, passphrase);
    sayLoad();
    return 0;
}
