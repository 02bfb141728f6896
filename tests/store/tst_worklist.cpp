#include "NamedWorklist.h"

#include "store/WorklistReader.h"

#include <QElapsedTimer>

using namespace reviewdesk;

/// The worklist's views, its orders and its rows; what is searched in it: tst_worklist_search.
class tst_worklist : public QObject, private NamedWorklist {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void viewsHoldWhatTheySay();
    void aWaitThatIsOverShowsByItself_data();
    void aWaitThatIsOverShowsByItself();
    void everyOrderIsAnOrder_data();
    void everyOrderIsAnOrder();
    void openCasesComeFirst();
    void pagesFitTogether();
    void aRowSaysWhatTheCaseSays();
    void samplesComeQuicklyAndWhole();
};

/// One of the cases is closed: it has a place of its own in some orders.
void tst_worklist::initTestCase()
{
    begin();
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::request(QStringLiteral("After Renaming")));
    QVERIFY2(made.ok(), why(made));
    QVERIFY(m_workspace->act(*made, Action::Withdraw, QStringLiteral("Dr. Lee.")).ok());
}

void tst_worklist::viewsHoldWhatTheySay()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const auto made = [&](const QDateTime &received, std::optional<Action> action) {
        ReviewCase reviewCase = action == Action::Approve ? StoreDesk::approvable() : StoreDesk::adverse();
        reviewCase.request.receivedAt = received;
        reviewCase.determination.plainReason = QStringLiteral("words");
        Result<StoredCase> stored = workspace->createCase(reviewCase);
        require(stored.ok());
        if (action) {
            stored->reviewCase.determination.plainReason = QStringLiteral("words");
            stored = workspace->act(*stored, *action, QStringLiteral("Words."));
            require(stored.ok());
        }
        return stored->id;
    };
    const QDateTime now = desk.clock.now();
    const QString draft = made(now.addSecs(-60), {});
    const QString overdue = made(now.addDays(-60), {});
    const QString pended = made(now.addSecs(-60), Action::Pend);
    const QString referred = made(now.addSecs(-60), Action::Refer);
    const QString approved = made(now.addDays(-60), Action::Approve);
    QVERIFY(workspace->signInAs(QStringLiteral("ned"), "ned").ok());
    const QString neds = made(QDateTime(), {}); // not received yet by what is entered
    QVERIFY(workspace->signInAs(QStringLiteral("nora"), "nora").ok());

    const auto ids = [&](WorklistView view) {
        WorklistQuery query;
        query.view = view;
        query.sort = WorklistColumn::Number;
        QStringList answered;
        const Result<QList<WorklistRow>> rows = workspace->worklist(query);
        for (const WorklistRow &row : *rows)
            answered.append(row.caseId);
        return answered;
    };
    const auto list = [](std::initializer_list<QString> all) { return QStringList(all); };
    QCOMPARE(ids(WorklistView::All), list({draft, overdue, pended, referred, approved, neds}));
    QCOMPARE(ids(WorklistView::Mine), list({draft, overdue, pended, referred}));
    QCOMPARE(ids(WorklistView::Overdue), list({overdue})); // the approved one is done
    QCOMPARE(ids(WorklistView::Drafts), list({draft, overdue, neds}));
    QCOMPARE(ids(WorklistView::AwaitingInformation), list({pended}));
    QCOMPARE(ids(WorklistView::AwaitingPhysician), list({referred}));
    QCOMPARE(ids(WorklistView::LettersToPrint), list({pended, approved}));
    QVERIFY(ids(WorklistView::LettersIssued).isEmpty());
    const Result<QMap<WorklistView, int>> counts = workspace->worklistCounts();
    QVERIFY2(counts.ok(), why(counts));
    for (auto count = counts->cbegin(); count != counts->cend(); ++count)
        QCOMPARE(count.value(), static_cast<int>(ids(count.key()).size()));

    // due today ends with the day in the plan's time zone, and what is past is overdue
    WorklistQuery query;
    query.sort = WorklistColumn::Number;
    const QDateTime due = workspace->worklist(query)->constFirst().summary.dueAt;
    QVERIFY(due.isValid());
    desk.clock.advance(desk.clock.now().msecsTo(due) - 60'000);
    QVERIFY(ids(WorklistView::DueToday).contains(draft));
    QVERIFY(!ids(WorklistView::Overdue).contains(draft));
    desk.clock.advance(120'000);
    QVERIFY(!ids(WorklistView::DueToday).contains(draft));
    QVERIFY(ids(WorklistView::Overdue).contains(draft));
    QVERIFY(!ids(WorklistView::Overdue).contains(neds));
}

void tst_worklist::aWaitThatIsOverShowsByItself_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QString>("replyBy");
    QTest::addColumn<QString>("end"); // the last instant of the wait, in the plan's zone; the case is pended on 2026-11-23
    QTest::newRow("until the day that was named")
        << LineOfBusiness::SelfFundedErisa << QStringLiteral("2027-01-15") << QStringLiteral("2027-01-15T23:59:59.999");
    QTest::newRow("a day named in summer time")
        << LineOfBusiness::SelfFundedErisa << QStringLiteral("2027-04-01") << QStringLiteral("2027-04-01T23:59:59.999");
    QTest::newRow("no day named: the rule's 45 days")
        << LineOfBusiness::SelfFundedErisa << QString() << QStringLiteral("2027-01-07T23:59:59.999");
    QTest::newRow("no day named, and a clock that runs on: until the decision is due")
        << LineOfBusiness::MedicareAdvantage << QString() << QStringLiteral("2026-11-30T23:59:59.999");
}

/// Nobody touches the case: the clock alone brings it into the view, and the next step takes it out.
void tst_worklist::aWaitThatIsOverShowsByItself()
{
    QFETCH(LineOfBusiness, line);
    QFETCH(QString, replyBy);
    QFETCH(QString, end);
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    ReviewCase content = StoreDesk::adverse();
    content.request.lineOfBusiness = line;
    content.request.receivedAt = desk.clock.now().addSecs(-60);
    require(workspace->createCase(content).ok()); // one that does not wait
    Result<StoredCase> stored = workspace->createCase(content);
    require(stored.ok());
    stored->reviewCase.determination.plainReason = QStringLiteral("words");
    stored->reviewCase.determination.replyBy = QDate::fromString(replyBy, Qt::ISODate);
    stored = workspace->act(*stored, Action::Pend);
    QVERIFY2(stored.ok(), why(stored));
    const QDate day = desk.clock.now().toTimeZone(workspace->rulebook().zone).date();
    QCOMPARE(day, QDate(2026, 11, 23));

    Result<Workspace::WorklistOpener> opener = workspace->worklistReader();
    QVERIFY2(opener.ok(), why(opener));
    const auto reader = (*opener)();
    QVERIFY2(reader.ok(), why(reader));
    const auto over = [&] {
        WorklistQuery view;
        view.view = WorklistView::WaitOver;
        WorklistQuery chip;
        chip.filter.waitOver = true;
        chip.sort = WorklistColumn::Member;
        QList<int> found{static_cast<int>((*reader)->part(view)->rows.size()), (*reader)->part(chip)->total};
        found += *(*reader)->counts({view, chip});
        return found + QList<int>{workspace->worklistCounts()->value(WorklistView::WaitOver)};
    };
    const QDateTime last(QDate::fromString(end.left(10), Qt::ISODate), QTime::fromString(end.mid(11), Qt::ISODateWithMs),
        workspace->rulebook().zone);
    QCOMPARE(over(), QList<int>(5, 0));
    desk.clock.advance(desk.clock.now().msecsTo(last));
    QCOMPARE(over(), QList<int>(5, 0));
    desk.clock.advance(1);
    QCOMPARE(over(), QList<int>(5, 1));
    stored = workspace->act(*stored, Action::Resume);
    QVERIFY2(stored.ok(), why(stored));
    QCOMPARE(over(), QList<int>(5, 0));
    QVERIFY(workspace->verify().ok());
}

void tst_worklist::everyOrderIsAnOrder_data()
{
    QTest::addColumn<WorklistColumn>("column");
    QTest::addColumn<bool>("descending");
    for (int column = 0; column < worklistColumnCount; ++column) {
        for (const bool descending : {false, true})
            QTest::addRow("%d %s", column, descending ? "down" : "up")
                << static_cast<WorklistColumn>(column) << descending;
    }
}

void tst_worklist::everyOrderIsAnOrder()
{
    QFETCH(WorklistColumn, column);
    QFETCH(bool, descending);
    WorklistQuery query;
    query.sort = column;
    query.descending = descending;
    const QList<WorklistRow> rows = found(query);
    QVERIFY(rows.size() >= 5);
    const auto inOrder = [&](const WorklistRow &one, const WorklistRow &next) {
        switch (column) {
        case WorklistColumn::Number:
            return one.number <= next.number;
        case WorklistColumn::Member: // accents do not send a name to the end
            return one.summary.memberName.normalized(QString::NormalizationForm_KD).toLower() <=
                next.summary.memberName.normalized(QString::NormalizationForm_KD).toLower();
        case WorklistColumn::Due:
            if (isOpen(one.status) != isOpen(next.status))
                return isOpen(one.status) != descending; // closed last, whichever way
            return one.summary.dueAt <= next.summary.dueAt;
        case WorklistColumn::Procedure:
            return one.summary.procedure <= next.summary.procedure;
        case WorklistColumn::Status:
            return toWord(one.status) <= toWord(next.status);
        case WorklistColumn::Outcome:
            return one.summary.outcomeTone >= next.summary.outcomeTone;
        case WorklistColumn::Plan:
            return one.summary.planWords <= next.summary.planWords;
        case WorklistColumn::Saved:
            return one.savedAt <= next.savedAt;
        case WorklistColumn::MemberId:
            return one.summary.memberId <= next.summary.memberId;
        case WorklistColumn::Provider:
            return one.summary.providerName <= next.summary.providerName;
        case WorklistColumn::PreparedBy:
            return one.preparedBy <= next.preparedBy;
        case WorklistColumn::AssignedTo:
            return one.assignedTo <= next.assignedTo;
        case WorklistColumn::Urgency:
            return one.summary.expedited <= next.summary.expedited;
        case WorklistColumn::LineOfBusiness:
            return one.lineOfBusiness <= next.lineOfBusiness;
        case WorklistColumn::State:
            return one.state <= next.state;
        }
        return false;
    };
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY(descending ? inOrder(rows.at(i), rows.at(i - 1)) : inOrder(rows.at(i - 1), rows.at(i)));
}

/// A closed case that was due long ago stood before everything that is still to be done.
void tst_worklist::openCasesComeFirst()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const auto made = [&](int daysAgo, std::optional<Action> action) {
        ReviewCase reviewCase = StoreDesk::request(QStringLiteral("Received %1").arg(daysAgo));
        reviewCase.request.receivedAt = desk.clock.now().addDays(-daysAgo);
        Result<StoredCase> stored = workspace->createCase(reviewCase);
        require(stored.ok());
        if (action)
            stored = workspace->act(*stored, *action, QStringLiteral("On the provider's word."));
        require(stored.ok());
        return stored->id;
    };
    const QString closedEarly = made(90, Action::Withdraw);
    const QString openLate = made(1, {});
    const QString closedLate = made(2, Action::Withdraw);
    const QString openEarly = made(30, {});
    const auto ids = [&](bool descending) {
        WorklistQuery query;
        query.descending = descending;
        QStringList answered;
        const Result<QList<WorklistRow>> rows = workspace->worklist(query);
        require(rows.ok());
        for (const WorklistRow &row : *rows)
            answered.append(row.caseId);
        return answered;
    };
    QCOMPARE(ids(false), QStringList({openEarly, openLate, closedEarly, closedLate}));
    QCOMPARE(ids(true), QStringList({openLate, openEarly, closedLate, closedEarly}));
}

void tst_worklist::pagesFitTogether()
{
    WorklistQuery query;
    const QList<WorklistRow> all = found(query);
    QList<WorklistRow> paged;
    query.limit = 2;
    for (; query.offset < all.size(); query.offset += query.limit)
        paged += found(query);
    QVERIFY(paged == all);
    query.offset = 1000;
    QVERIFY(found(query).isEmpty());
}

void tst_worklist::aRowSaysWhatTheCaseSays()
{
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::adverse());
    QVERIFY2(made.ok(), why(made));
    WorklistQuery query;
    query.search = made->reviewCase.number;
    const QList<WorklistRow> rows = found(query);
    QCOMPARE(rows.size(), 1);
    const CaseSummary expected =
        summaryOf(made->reviewCase, viewOf(made->reviewCase, m_workspace->rulebook()), m_workspace->rulebook());
    QVERIFY(rows.constFirst().summary == expected);
    QCOMPARE(rows.constFirst().summary.outcomeTone, -1);
    QCOMPARE(rows.constFirst().preparedBy, QStringLiteral("Nora Example"));
    QCOMPARE(rows.constFirst().savedAt, made->savedAt);
}

void tst_worklist::samplesComeQuicklyAndWhole()
{
    if (StoreDesk::isOnServer())
        QSKIP("invented cases are brought into folders");
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    QElapsedTimer timer;
    timer.start();
    const Result<void> added = workspace->addSamples(200, 7, "practice", KeyCost::cheap());
    QVERIFY2(added.ok(), why(added));
    qInfo("200 cases in %lld ms", timer.elapsed());
    WorklistQuery query;
    const Result<QList<WorklistRow>> rows = workspace->worklist(query);
    QVERIFY2(rows.ok(), why(rows));
    QCOMPARE(rows->size(), 200);
    QMap<Status, int> statuses;
    for (const WorklistRow &row : *rows)
        ++statuses[row.status];
    QCOMPARE(statuses.size(), 7);
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
    QVERIFY(workspace->signInAs(QStringLiteral("kim.example"), "practice").ok());
    // a second caseload uses the same accounts
    QVERIFY(workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    const qsizetype users = workspace->users()->size();
    QVERIFY(workspace->addSamples(3, 8, "practice", KeyCost::cheap()).ok());
    QCOMPARE(workspace->users()->size(), users);
}

QTEST_GUILESS_MAIN(tst_worklist)
#include "tst_worklist.moc"
