// Any part of any answer of the worklist, on both backends, against the cases sorted the slow way: at the beginning, in the middle, at the
// end and past it, in any order of asking, with rows that tie, and after others changed something.
#include "PlainWorklist.h"
#include "StoreDesk.h"

#include "store/WorklistReader.h"

#include <QTest>

#include <random>

using namespace reviewdesk;

class tst_worklist_pages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void partsAreThoseOfTheCases_data();
    void partsAreThoseOfTheCases();
    void whatOthersChangeIsSeen_data() { partsAreThoseOfTheCases_data(); }
    void whatOthersChangeIsSeen();
    void countsAreThoseOfTheCases();
    void keptNumbersAreChecked();

private:
    void compare(const WorklistQuery &asked);
    void change();
    QList<WorklistQuery> questions() const;
    Worklist::Asker asker() const { return {m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id}; }
    int among(int count) { return static_cast<int>(m_dice() % static_cast<unsigned>(count)); }

    StoreDesk m_desk;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Database> m_database; ///< beside it
    std::unique_ptr<WorklistReader> m_reader; ///< one for all questions: it remembers
    QHash<QString, QString> m_names;
    std::mt19937 m_dice{17};
};

/// Some made at the same moment under the same name, due at the same instant.
void tst_worklist_pages::initTestCase()
{
    const std::unique_ptr<Workspace> sam = m_desk.made();
    m_workspace = m_desk.opened(QStringLiteral("nora"));
    m_database = m_desk.database();
    const QList<UserAccount> users = *sam->users();
    for (const UserAccount &user : users)
        m_names.insert(user.id, user.name);
    constexpr const char *names[]{"Ana Ash", "Ana Ash", "Zoë Øst", "Ben Cove", "Ånge Dunn"};
    for (int number = 0; number < 60; ++number) {
        if (number % 3 == 0)
            m_desk.clock.advance(number % 2 ? 1'000 : 40'000'000);
        if (number == 40)
            QVERIFY(m_workspace->signInAs(QStringLiteral("ned"), "ned").ok());
        ReviewCase content = number % 3 == 0 ? StoreDesk::adverse() : number % 3 == 1 ? StoreDesk::approvable() : StoreDesk::request();
        content.member.name = QString::fromUtf8(names[number % 5]);
        content.member.memberId = QStringLiteral("M-%1").arg(number % 7);
        content.request.receivedAt = number % 11 == 0 ? QDateTime() : m_desk.clock.now().addSecs(-86'400 * (number % 5));
        content.request.urgency = number % 4 == 0 ? Urgency::Expedited : Urgency::Standard;
        content.request.lineOfBusiness = number % 2 ? LineOfBusiness::MedicareAdvantage : LineOfBusiness::Qhp;
        content.request.state = number % 5 == 1 ? QStringLiteral("OR") : QStringLiteral("WA");
        Result<StoredCase> stored = m_workspace->createCase(content);
        QVERIFY2(stored.ok(), why(stored));
        stored->reviewCase.determination.plainReason = QStringLiteral("words");
        constexpr Action actions[]{Action::Submit, Action::Refer, Action::Pend, Action::Approve, Action::Withdraw};
        if (number % 2 == 0)
            (void)m_workspace->act(*stored, actions[(number / 2) % 5], QStringLiteral("On the provider's word.")); // some may not be
        if (number % 6 == 0)
            (void)sam->assign({stored->id}, users.at(number / 6 % users.size()).id); // nor this
    }
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    const Result<Workspace::WorklistOpener> opener = m_workspace->worklistReader();
    QVERIFY2(opener.ok(), why(opener));
    Result<std::unique_ptr<WorklistReader>> reader = (*opener)();
    QVERIFY2(reader.ok(), why(reader));
    m_reader = std::move(reader).value();
    QVERIFY(plainCases(*m_database).size() == 60);
}

QList<WorklistQuery> tst_worklist_pages::questions() const
{
    QList<WorklistQuery> all;
    for (int view = 0; view < worklistViewCount; ++view) {
        all.append(WorklistQuery());
        all.last().view = static_cast<WorklistView>(view);
    }
    const auto filtered = [&](auto set) {
        all.append(WorklistQuery());
        set(all.last().filter);
    };
    filtered([](WorklistFilter &filter) { filter.statuses = {Status::Draft, Status::Approved}; });
    filtered([](WorklistFilter &filter) { filter.statuses = {Status::Referred}; });
    filtered([](WorklistFilter &filter) { filter.lines = {LineOfBusiness::Qhp}; });
    filtered([](WorklistFilter &filter) { filter.lines = {LineOfBusiness::Qhp, LineOfBusiness::MedicareAdvantage}; });
    filtered([](WorklistFilter &filter) { filter.states = {QStringLiteral("OR")}; });
    filtered([](WorklistFilter &filter) { filter.expedited = true; });
    filtered([](WorklistFilter &filter) { filter.procedures = {QStringLiteral("Radioembolization")}; });
    filtered([](WorklistFilter &filter) { filter.procedures = {QStringLiteral("")}; });
    filtered([](WorklistFilter &filter) { filter.tones = {1}; });
    filtered([](WorklistFilter &filter) { filter.tones = {-1, 0}; });
    filtered([](WorklistFilter &filter) { filter.assignedTo = {QString()}; });
    filtered([](WorklistFilter &filter) { filter.assignedTo = {WorklistFilter::me, QString()}; });
    filtered([](WorklistFilter &filter) { filter.preparedBy = {WorklistFilter::me}; });
    filtered([](WorklistFilter &filter) { filter.mine = filter.open = true; filter.expedited = false; });
    filtered([](WorklistFilter &filter) { filter.letters = WorklistFilter::Letters::ToPrint; filter.states = {QStringLiteral("WA")}; });
    for (int due = 1; due <= 5; ++due)
        filtered([&](WorklistFilter &filter) { filter.due = static_cast<WorklistFilter::Due>(due); });
    filtered([&](WorklistFilter &filter) {
        filter.due = WorklistFilter::Due::Between;
        filter.dueFrom = m_desk.clock.now().date().addDays(-3);
        filter.dueTo = filter.dueFrom.addDays(9);
    });
    filtered([](WorklistFilter &filter) { filter.due = WorklistFilter::Due::Soon; filter.expedited = true; });
    for (const char *typed : {"a", "an", "ash", "ash ana", "rd-2026", "m-3", "ost", "nobody"}) {
        all.append(WorklistQuery());
        all.last().search = QString::fromLatin1(typed);
    }
    all.last().view = WorklistView::Drafts;
    return all;
}

/// One question, asked for parts here and there.
void tst_worklist_pages::compare(const WorklistQuery &asked)
{
    const QStringList expected = slowly(plainCases(*m_database), asked, asker(), m_names);
    const auto total = static_cast<int>(expected.size());
    WorklistQuery query = asked;
    query.limit = 7;
    QList<int> places{0, qMax(0, total - 7), total / 2, total / 2 + 7, qMax(0, total / 2 - 7), total / 3, qMax(0, total - 3), total, total + 5};
    std::shuffle(places.begin(), places.end(), m_dice);
    for (const int place : std::as_const(places)) {
        query.offset = place;
        const Result<WorklistPart> part = m_reader->part(query);
        QVERIFY2(part.ok(), why(part));
        QCOMPARE(part->total, total);
        QCOMPARE(part->first, place);
        QStringList ids;
        for (const WorklistRow &row : part->rows)
            ids.append(row.caseId);
        QCOMPARE(ids, expected.mid(place, 7));
        const Result<QStringList> more = m_reader->caseIds(asked, place, 3);
        QVERIFY2(more.ok(), why(more));
        QCOMPARE(*more, expected.mid(place, 3));
    }
    query.offset = 0;
    query.rowsFirst = true; // the same rows; how many there are, where it is known at once
    const Result<WorklistPart> first = m_reader->part(query);
    QVERIFY2(first.ok(), why(first));
    QStringList ids;
    for (const WorklistRow &row : first->rows)
        ids.append(row.caseId);
    QCOMPARE(ids, expected.mid(0, 7));
    QCOMPARE(first->total, first->counted ? total : 7);
    const bool ordered = asked.sort == WorklistColumn::Due || asked.sort == WorklistColumn::Member || asked.sort == WorklistColumn::Saved;
    if (StoreDesk::isOnServer() && ordered && !asked.search.isEmpty())
        QCOMPARE(first->counted, total < 7);
    if (!StoreDesk::isOnServer())
        QVERIFY(first->counted);
    for (const int place : {0, total / 2, total - 1}) {
        if (place < 0 || place >= total)
            continue;
        const Result<int> found = m_reader->positionOf(expected.at(place), asked);
        QVERIFY2(found.ok(), why(found));
        QCOMPARE(*found, place);
    }
    QStringList walked;
    const Result<void> whole = m_reader->walk(asked, [&](const WorklistRow &row, int of) -> Result<void> {
        walked.append(row.caseId);
        return of == total ? Result<void>() : Result<void>(Error{QStringLiteral("total"), {}, {}});
    });
    QVERIFY2(whole.ok(), why(whole));
    QCOMPARE(walked, expected);
}

void tst_worklist_pages::partsAreThoseOfTheCases_data()
{
    QTest::addColumn<WorklistColumn>("sort");
    QTest::addColumn<bool>("descending");
    constexpr const char *sorts[]{"due", "member", "number", "procedure", "status", "outcome", "plan", "saved", "member id", "provider",
        "prepared by", "assigned to", "urgency", "line", "state"};
    for (int sort = 0; sort < worklistColumnCount; ++sort) {
        for (const bool descending : {false, true})
            QTest::addRow("%s%s", sorts[sort], descending ? " backwards" : "") << static_cast<WorklistColumn>(sort) << descending;
    }
}

void tst_worklist_pages::partsAreThoseOfTheCases()
{
    QFETCH(WorklistColumn, sort);
    QFETCH(bool, descending);
    const QList<WorklistQuery> all = questions();
    for (WorklistQuery query : all) { // in one row: the reader goes from one to the next
        query.sort = sort;
        query.descending = descending;
        compare(query);
        if (QTest::currentTestFailed())
            return;
    }
}

/// A draft is saved, renamed, put under another clock, or decided.
void tst_worklist_pages::change()
{
    m_desk.clock.advance(1'000 + among(3'600'000));
    WorklistQuery drafts;
    drafts.view = WorklistView::Drafts;
    const Result<QList<WorklistRow>> rows = m_workspace->worklist(drafts);
    QVERIFY(rows.ok() && !rows->isEmpty());
    Result<StoredCase> stored = m_workspace->loadCase(rows->at(among(static_cast<int>(rows->size()))).caseId);
    QVERIFY2(stored.ok(), why(stored));
    switch (among(5)) {
    case 0:
        stored->reviewCase.nurseNote += QStringLiteral(" And so on.");
        break;
    case 1:
        stored->reviewCase.member.name = QString(QChar(u'A' + among(26))) + QStringLiteral("na");
        break;
    case 2:
        stored->reviewCase.request.receivedAt = m_desk.clock.now().addSecs(-86'400 * among(9));
        stored->reviewCase.request.urgency = among(2) ? Urgency::Expedited : Urgency::Standard;
        break;
    case 3:
        QVERIFY(m_workspace->createCase(StoreDesk::request(QStringLiteral("Another %1").arg(among(99)))).ok());
        break;
    default:
        stored->reviewCase.determination.plainReason = QStringLiteral("words");
        (void)m_workspace->act(*stored, Action::Submit, QStringLiteral("Words."));
        return;
    }
    const Result<StoredCase> saved = m_workspace->saveDraft(*stored);
    QVERIFY2(saved.ok(), why(saved));
}

/// The reader has shown parts of the same answer just before.
void tst_worklist_pages::whatOthersChangeIsSeen()
{
    QFETCH(WorklistColumn, sort);
    QFETCH(bool, descending);
    WorklistQuery query;
    query.sort = sort;
    query.descending = descending;
    for (int times = 0; times < 3; ++times) {
        compare(query);
        change();
        compare(query);
        QVERIFY(!QTest::currentTestFailed());
    }
}

void tst_worklist_pages::countsAreThoseOfTheCases()
{
    for (int times = 0; times < 20; ++times) {
        const QList<WorklistQuery> all = questions();
        const Result<QList<int>> counted = m_reader->counts(all);
        QVERIFY2(counted.ok(), why(counted));
        const QList<PlainCase> cases = plainCases(*m_database);
        for (qsizetype at = 0; at < all.size(); ++at)
            QCOMPARE(counted->at(at), static_cast<int>(slowly(cases, all.at(at), asker(), m_names).size()));
        change();
    }
    if (StoreDesk::isOnServer()) { // what was added to the kept numbers is put together, and they stay what they are
        const Result<Database::Row> loose = m_database->row(QStringLiteral("SELECT count(*) FROM worklist_counts WHERE loose"));
        QVERIFY(loose.ok() && loose->at(0).toInt() > 0);
        QVERIFY(m_database->script("SELECT worklist_gather()").ok());
        QCOMPARE(m_database->row(QStringLiteral("SELECT count(*) FROM worklist_counts WHERE loose"))->at(0).toInt(), 0);
    }
    const Result<void> whole = m_workspace->verify();
    QVERIFY2(whole.ok(), why(whole));
}

void tst_worklist_pages::keptNumbersAreChecked()
{
    if (!StoreDesk::isOnServer())
        QSKIP("tst_worklist_index has it for what is kept in a folder");
    QVERIFY(m_database->script("UPDATE worklist_counts SET held = held + 1 WHERE ctid = (SELECT ctid FROM worklist_counts WHERE level = 2 LIMIT 1)").ok());
    QCOMPARE(codeOf(m_workspace->verify()), QStringLiteral("damaged"));
    QVERIFY(m_database->script("SELECT worklist_anew()").ok());
    QVERIFY(m_workspace->verify().ok());
    QVERIFY(m_database->script("UPDATE worklist_saves SET saved_at = saved_at + 1 WHERE seq = 3").ok());
    QCOMPARE(codeOf(m_workspace->verify()), QStringLiteral("damaged"));
    QVERIFY(m_database->script("SELECT worklist_anew()").ok());
}

QTEST_GUILESS_MAIN(tst_worklist_pages)
#include "tst_worklist_pages.moc"
