// The worklist as it is read beside the workspace, and the views that each person keeps of it.
#include "SampleWorklist.h"

#include "store/ReadingRoom.h"
#include "store/WorklistReader.h"
#include "store/Workshop.h"

using namespace reviewdesk;

class tst_worklist_reader : public QObject, private SampleWorklist {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { signInAs("nora"); }
    void aReaderSeesWhatWasCommitted();
    void aStoppedQuestionEnds();
    void theReadingRoomGivesTheKeyBack();
    void viewsAreKeptForEachPerson();
};

void tst_worklist_reader::aReaderSeesWhatWasCommitted()
{
    const Result<Workspace::WorklistOpener> opener = m_workspace->worklistReader();
    QVERIFY2(opener.ok(), why(opener));
    const Result<std::unique_ptr<WorklistReader>> reader = (*opener)();
    QVERIFY2(reader.ok(), why(reader));
    const int before = (*reader)->part({})->total;
    QVERIFY(m_workspace->createCase(StoreDesk::request(QStringLiteral("Quite New"))).ok());
    WorklistQuery query;
    query.search = QStringLiteral("quite ne");
    QCOMPARE((*reader)->part(query)->total, 1);
    QCOMPARE((*reader)->part({})->total, before + 1);
    const Result<WorklistPart> same = (*reader)->part({});
    const quint64 revision = same->revision;
    QCOMPARE((*reader)->part({})->revision, revision);
    QVERIFY(m_workspace->tidyWorklist(0).ok());
    QCOMPARE((*reader)->part(query)->total, 1);
    QVERIFY((*reader)->part({})->revision != revision);
    QCOMPARE((*reader)->part({})->untidy, 0);
}

void tst_worklist_reader::aStoppedQuestionEnds()
{
    const Result<std::unique_ptr<WorklistReader>> reader = (*m_workspace->worklistReader())();
    QVERIFY2(reader.ok(), why(reader));
    const std::atomic<bool> stop = true;
    (*reader)->setStop(&stop);
    WorklistQuery query;
    query.limit = 100'000;
    QCOMPARE(codeOf((*reader)->part(query)), QStringLiteral("stopped"));
    (*reader)->setStop(nullptr);
    QVERIFY((*reader)->part(query).ok());
}

void tst_worklist_reader::theReadingRoomGivesTheKeyBack()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    ReadingRoom room(workshop);
    QObject context;
    QStringList answers;
    const auto ask = [&] {
        return room.ask(
            &context, [](WorklistReader &reader) { return reader.part({}); },
            [&](const Result<WorklistPart> &part) { answers.append(part ? QString::number(part->total) : part.error().code); });
    };
    ask();
    QTRY_COMPARE(answers, QStringList{QStringLiteral("closed")}); // nobody is signed in
    answers.clear();
    QVERIFY(workshop.open([&] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    ask();
    QTRY_COMPARE(answers, QStringList{QStringLiteral("0")});
    ReadingRoom::Question overtaken = ask();
    overtaken.stop();
    ask();
    QTRY_COMPARE(answers.size(), 2);
    workshop.close();
    ask();
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(answers.last(), QStringLiteral("closed"));
    // another key file in its place: the reader is made anew by the workshop, which says what it thinks of it
    QVERIFY(workshop.open([&] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    ask();
    QTRY_COMPARE(answers.last(), QStringLiteral("0"));
    QVERIFY(desk.opened(QStringLiteral("ned"))->changePassphrase("ned", "another one", KeyCost::cheap()).ok());
    answers.clear();
    ask();
    QTRY_COMPARE(answers, QStringList{QStringLiteral("0")});
}

void tst_worklist_reader::viewsAreKeptForEachPerson()
{
    SavedView view;
    view.name = QStringLiteral("  Expedited in WA ");
    view.view = WorklistView::DueSoon;
    view.filter.expedited = true;
    view.filter.states = {QStringLiteral("WA")};
    view.filter.due = WorklistFilter::Due::Between;
    view.filter.dueFrom = QDate(2026, 11, 1);
    view.filter.tones = {-1};
    view.filter.assignedTo = {WorklistFilter::me, QString()};
    view.columns = {WorklistColumn::Member, WorklistColumn::State};
    view.sort = WorklistColumn::Provider;
    view.descending = true;
    const Result<SavedView> kept = m_workspace->keepView(view);
    QVERIFY2(kept.ok(), why(kept));
    view.id = kept->id;
    view.name = QStringLiteral("Expedited in WA");
    QCOMPARE(*m_workspace->savedViews(), QList<SavedView>{view});
    SavedView same = view;
    same.id.clear();
    same.name = QStringLiteral("expedited IN wa");
    QCOMPARE(codeOf(m_workspace->keepView(same)), QStringLiteral("invalid"));
    same.name = QStringLiteral(" ");
    QCOMPARE(codeOf(m_workspace->keepView(same)), QStringLiteral("invalid"));
    view.name = QStringLiteral("Mine <b>now</b>");
    QVERIFY(m_workspace->keepView(view).ok());
    QCOMPARE(m_workspace->savedViews()->constFirst().name, view.name);
    QVERIFY(m_workspace->keepPreference(QStringLiteral("worklist"), R"({"columns":["due"]})").ok());
    QVERIFY(m_workspace->signInAs(QStringLiteral("ned"), "ned").ok());
    QVERIFY(m_workspace->savedViews()->isEmpty());
    QCOMPARE(codeOf(m_workspace->keepView(view)), QStringLiteral("not_found")); // another's
    QVERIFY(m_workspace->preference(QStringLiteral("worklist"))->isEmpty());
    QVERIFY(m_workspace->dropView(view.id).ok());
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    QCOMPARE(m_workspace->savedViews()->size(), 1);
    QCOMPARE(*m_workspace->preference(QStringLiteral("worklist")), QByteArray(R"({"columns":["due"]})"));
    QVERIFY(m_workspace->dropView(view.id).ok());
    QVERIFY(m_workspace->savedViews()->isEmpty());
}

QTEST_GUILESS_MAIN(tst_worklist_reader)
#include "tst_worklist_reader.moc"
