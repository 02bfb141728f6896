// The worklist's answers against what the cases themselves say, counted and sorted the slow way.
#include "PlainWorklist.h"
#include "SampleWorklist.h"

#include "store/SavedViews.h"
#include "store/Stored.h"
#include "store/Worklist.h"

#include <random>

using namespace reviewdesk;

class tst_worklist_answers : public QObject, private SampleWorklist {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void answersAreThoseOfTheCases_data();
    void answersAreThoseOfTheCases();
    void anUndoneChangeIsNotCounted();
    void positionsAreFoundAgain();

private:
    void workAtRandom(int steps);
    void compareAll(Worklist &worklist, Database &database);
    WorklistQuery anyQuery();

    std::mt19937 m_dice{42};
};

/// People work: cases begin, are answered, renamed, submitted, decided, given to others.
void tst_worklist_answers::workAtRandom(int steps)
{
    const auto among = [&](int count) { return static_cast<int>(m_dice() % static_cast<unsigned>(count)); };
    for (int i = 0; i < steps; ++i) {
        m_desk.clock.advance(1000 + among(3'600'000));
        const bool nurse = among(3) > 0;
        QVERIFY(m_workspace->signInAs(nurse ? QStringLiteral("nora") : QStringLiteral("sam"), nurse ? "nora" : "sam").ok());
        const QList<PlainCase> rows = plainCases(*m_database);
        const PlainCase row = rows.at(among(static_cast<int>(rows.size())));
        if (!nurse) {
            const QList<UserAccount> users = *m_workspace->users();
            (void)m_workspace->assign({row.id}, users.at(among(static_cast<int>(users.size()))).id); // some may not be
            continue;
        }
        if (among(4) == 0) {
            ReviewCase fresh = among(2) ? StoreDesk::approvable() : StoreDesk::adverse();
            fresh.member.name = QString(QChar(u'A' + among(26))) + QStringLiteral("é Ω%1").arg(among(50));
            if (among(3) == 0) // what looks like a number
                fresh.member.memberId = QStringLiteral("CARD-202%1-%2").arg(among(10)).arg(among(50));
            fresh.request.receivedAt = m_desk.clock.now().addSecs(-among(20) * 86'400);
            QVERIFY(m_workspace->createCase(fresh).ok());
            continue;
        }
        Result<StoredCase> stored = m_workspace->loadCase(row.id);
        QVERIFY2(stored.ok(), why(stored));
        if (stored->status == Status::Draft && among(2)) {
            stored->reviewCase.member.name += QStringLiteral(" x%1").arg(among(9));
            stored->reviewCase.request.urgency = among(2) ? Urgency::Expedited : Urgency::Standard;
            QVERIFY2(m_workspace->saveDraft(*stored).ok(), qPrintable(row.id));
            continue;
        }
        stored->reviewCase.determination.plainReason = QStringLiteral("words");
        constexpr Action actions[]{Action::Submit, Action::Refer, Action::Pend, Action::Approve, Action::Withdraw, Action::Resume};
        (void)m_workspace->act(*stored, actions[among(6)], QStringLiteral("On the provider's word.")); // some may not be
    }
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
}

WorklistQuery tst_worklist_answers::anyQuery()
{
    const auto among = [&](int count) { return static_cast<int>(m_dice() % static_cast<unsigned>(count)); };
    WorklistQuery query;
    query.view = static_cast<WorklistView>(among(worklistViewCount));
    query.sort = static_cast<WorklistColumn>(among(worklistColumnCount));
    query.descending = among(2) == 1;
    query.limit = 100'000;
    WorklistFilter &filter = query.filter;
    switch (among(12)) {
    case 0:
        filter.statuses = {Status::Draft, Status::Approved};
        break;
    case 1:
        filter.lines = {LineOfBusiness::Qhp, LineOfBusiness::MedicareAdvantage};
        break;
    case 2:
        filter.states = {QStringLiteral("WA"), QStringLiteral("OR")};
        break;
    case 3:
        filter.expedited = among(2) == 1;
        break;
    case 4:
        filter.procedures = {QStringLiteral("Radioembolization")};
        break;
    case 5:
        filter.tones = {-1, 0};
        break;
    case 6:
        filter.assignedTo = {among(2) ? QString() : WorklistFilter::me};
        break;
    case 7:
        filter.preparedBy = {WorklistFilter::me};
        break;
    case 8:
        filter.due = static_cast<WorklistFilter::Due>(1 + among(5));
        break;
    case 9:
        filter.due = WorklistFilter::Due::Between;
        filter.dueFrom = m_desk.clock.now().date().addDays(-among(9));
        filter.dueTo = filter.dueFrom.addDays(among(12));
        break;
    case 10:
        filter.letters = WorklistFilter::Letters::Issued;
        break;
    default:
        break;
    }
    constexpr const char *searches[]{"", "", "", "a", "x", "an", "ω", "é", "an x", "rd-2026", "e 2", "ample", "zz", "r", "d", "rd",
        "d-", "-", "rd-", "rd-2", "rd-2026-0001", "2026", "2026-0", "2025-", "card-2026", "rd-2027", "rd-2026 a"};
    query.search = QString::fromUtf8(searches[among(static_cast<int>(std::size(searches)))]);
    return query;
}

void tst_worklist_answers::compareAll(Worklist &worklist, Database &database)
{
    const QList<PlainCase> rows = plainCases(database);
    QHash<QString, QString> names;
    for (const UserAccount &user : *m_workspace->users())
        names.insert(user.id, user.name);
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    for (int i = 0; i < 150; ++i) {
        const WorklistQuery query = anyQuery();
        WorklistQuery slow = query;
        slow.search.replace(QStringLiteral("é"), QStringLiteral("e"));
        const QStringList expected = slowly(rows, slow, asker, names);
        const Result<WorklistPart> part = worklist.part(query, asker);
        QVERIFY2(part.ok(), why(part));
        QStringList got;
        for (const WorklistRow &row : part->rows)
            got.append(row.caseId);
        const QByteArray what = QStringLiteral("view %1, sort %2 %3, search '%4', filter of %5")
                                    .arg(static_cast<int>(query.view))
                                    .arg(static_cast<int>(query.sort))
                                    .arg(query.descending)
                                    .arg(query.search)
                                    .arg(QString::fromUtf8(definitionOf({{}, {}, query.view, query.filter, {}, {}, query.sort, false})))
                                    .toUtf8();
        QVERIFY2(got == expected, what);
        QCOMPARE(part->total, static_cast<int>(expected.size()));
        QCOMPARE(worklist.counts({query}, asker)->constFirst(), static_cast<int>(expected.size()));
        if (expected.isEmpty())
            continue;
        WorklistQuery piece = query; // any part of it, in any order of asking
        piece.offset = static_cast<int>(m_dice() % static_cast<unsigned>(expected.size()));
        piece.limit = 7;
        const Result<QStringList> ids = worklist.caseIds(piece, piece.offset, piece.limit, asker);
        QCOMPARE(*ids, expected.mid(piece.offset, piece.limit));
        QCOMPARE(*worklist.positionOf(ids->constFirst(), piece, asker), piece.offset);
    }
}

void tst_worklist_answers::answersAreThoseOfTheCases_data()
{
    QTest::addColumn<int>("steps"); // of work since the tables were written
    QTest::addColumn<int>("mostInStep"); // 0: they are not written first
    QTest::newRow("nothing kept yet") << 0 << 0;
    QTest::newRow("all kept, in small steps") << 0 << 8;
    QTest::newRow("worked since") << 60 << 0;
    QTest::newRow("worked in") << 40 << 8;
    QTest::newRow("and worked since") << 60 << 0;
    QTest::newRow("in steps of another size") << 0 << 64;
}

void tst_worklist_answers::answersAreThoseOfTheCases()
{
    QFETCH(int, steps);
    QFETCH(int, mostInStep);
    workAtRandom(steps);
    if (mostInStep > 0) {
        const Result<void> folded = m_database->transaction([&] {
            Statements statements(*m_database);
            return WorklistColumns(statements).fold(mostInStep);
        });
        QVERIFY2(folded.ok(), why(folded));
    }
    static std::unique_ptr<Worklist> sinceTheBeginning; // one that has seen it all
    if (!sinceTheBeginning)
        sinceTheBeginning = std::make_unique<Worklist>(*m_database);
    compareAll(*sinceTheBeginning, *m_database);
    constexpr qint64 any = 1'000'000;
    for (const Worklist::Limits &limits : {Worklist::Limits(), Worklist::Limits{0, any, any, 6}, Worklist::Limits{2, any, 20, 6},
             Worklist::Limits{0, 0, 0, 0}, Worklist::Limits{0, 0, 0, any}}) { // whichever way it finds them
        Worklist fresh(*m_database, limits);
        compareAll(fresh, *m_database);
    }
    if (QString::fromLatin1(QTest::currentDataTag()) == QLatin1String("in steps of another size"))
        sinceTheBeginning.reset();
    const Result<void> verified = m_workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_worklist_answers::anUndoneChangeIsNotCounted()
{
    const auto all = [&] { return m_workspace->worklistCounts()->value(WorklistView::All); };
    const int before = all();
    const std::unique_ptr<Database> other = m_desk.database();
    Worklist worklist(*other);
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    WorklistQuery drafts;
    drafts.view = WorklistView::Drafts;
    const int count = worklist.counts({drafts}, asker)->constFirst();
    const Result<void> undone = other->transaction([&]() -> Result<void> {
        require(other->run(QStringLiteral("UPDATE cases SET letters = letters + 1, unprinted = unprinted + 1")).ok());
        WorklistQuery letters;
        letters.filter.letters = WorklistFilter::Letters::Issued;
        require(worklist.counts({letters}, asker)->constFirst() == before); // seen within
        return Error{QStringLiteral("undone"), {}, {}};
    });
    QCOMPARE(codeOf(undone), QStringLiteral("undone"));
    QCOMPARE(worklist.counts({drafts}, asker)->constFirst(), count);
    WorklistQuery letters;
    letters.filter.letters = WorklistFilter::Letters::Issued;
    QVERIFY(worklist.counts({letters}, asker)->constFirst() < before);
    QCOMPARE(all(), before);
}

void tst_worklist_answers::positionsAreFoundAgain()
{
    Worklist worklist(*m_database);
    const Worklist::Asker asker{m_desk.clock.now(), m_workspace->rulebook().zone, m_workspace->user().id};
    QCOMPARE(*worklist.positionOf(QStringLiteral("nobody"), {}, asker), -1);
    WorklistQuery closed;
    closed.filter.statuses = {Status::Approved};
    const QStringList drafts = *worklist.caseIds({WorklistView::Drafts}, 0, 1, asker);
    QCOMPARE(*worklist.positionOf(drafts.constFirst(), closed, asker), -1);
}

QTEST_GUILESS_MAIN(tst_worklist_answers)
#include "tst_worklist_answers.moc"
