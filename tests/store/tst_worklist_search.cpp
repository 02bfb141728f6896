#include "NamedWorklist.h"

using namespace reviewdesk;

/// What the search of the worklist finds.
class tst_worklist_search : public QObject, private NamedWorklist {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void searchFinds_data();
    void searchFinds();
    void searchFindsWhatIsTypedOtherwise_data();
    void searchFindsWhatIsTypedOtherwise();
    void theSearchFollowsAChange();
};

void tst_worklist_search::searchFinds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *typed, const QStringList &names) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << names;
    };
    const QString jose = QStringLiteral("José Núñez");
    const QString zoe = QStringLiteral("Zoë O'Brien");
    const QString li = QStringLiteral("Li Wu");
    const QString ana = QStringLiteral("Ana Example");
    const QString quoted = QStringLiteral("100% \"Quoted\"");
    row("nunez", {jose});
    row("NÚÑ", {jose});
    row("nez jose", {jose});
    row("o'brien", {zoe});
    row("zo", {zoe}); // shorter than a trigram
    row("li wu", {li});
    row("li", {li}); // "lee muller" holds no "li"
    row("000003", {li});
    row("rd-2026-000004", {ana});
    row("muller", {jose, zoe, li, ana, quoted}); // the provider
    row("100%", {quoted});
    row("\"quoted\"", {quoted});
    row("%", {quoted});
    row("_", {});
    row("' OR 1=1 --", {});
    row("ana AND example", {});
    row("nobody", {});
    row("   ", {jose, zoe, li, ana, quoted});
}

void tst_worklist_search::searchFinds()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, names);
    WorklistQuery query;
    query.search = typed;
    query.sort = WorklistColumn::Number;
    QStringList answered;
    for (const WorklistRow &row : found(query))
        answered.append(row.summary.memberName);
    QCOMPARE(answered, names);
}

/// Letters that have no accent to fold, and what other programs put for an apostrophe and a hyphen; also of cases that
/// were kept before these were folded.
void tst_worklist_search::searchFindsWhatIsTypedOtherwise_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"lukasz", "Łukasz", "o'brien", "O’Brien", "obrien ostergard", "ostergard", "Østergård", "-ost"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void tst_worklist_search::searchFindsWhatIsTypedOtherwise()
{
    QFETCH(QString, typed);
    const QString name = QString::fromUtf8("Łukasz O’Brien‑Østergård");
    StoreDesk desk;
    desk.made();
    QVERIFY(desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request(name)).ok());
    for (const bool keptBefore : {false, true}) {
        if (keptBefore) {
            const std::unique_ptr<Database> database = desk.database();
            if (database->dialect() != Database::Dialect::Sqlite)
                continue; // no server has kept any from before
            StoreDesk::dropNewer(14, *database);
            const Result<void> back = database->script(QByteArray(
                "DELETE FROM migrations WHERE number > 14; PRAGMA user_version = 14; UPDATE cases SET"
                " member_folded = 'łukasz o’brien‐østergard', folded = replace(replace(folded, 'lukasz', 'łukasz'),"
                " 'o''brien-ostergard', 'o’brien‐østergard')"));
            QVERIFY2(back.ok(), why(back));
        }
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        WorklistQuery query;
        query.search = typed;
        const auto rows = nora->worklist(query);
        QVERIFY2(rows.ok(), why(rows));
        QCOMPARE(rows->size(), typed.contains(QLatin1String("obrien")) ? 0 : 1);
        const Result<void> whole = nora->verify();
        QVERIFY2(whole.ok(), why(whole));
    }
}

void tst_worklist_search::theSearchFollowsAChange()
{
    Result<StoredCase> made = m_workspace->createCase(StoreDesk::request(QStringLiteral("Before Renaming")));
    QVERIFY2(made.ok(), why(made));
    made->reviewCase.member.name = QStringLiteral("After Renaming");
    QVERIFY(m_workspace->saveDraft(*made).ok());
    WorklistQuery query;
    query.search = QStringLiteral("before");
    QVERIFY(found(query).isEmpty());
    query.search = QStringLiteral("after ren");
    QCOMPARE(found(query).size(), 1);
    QVERIFY(m_workspace->act(*m_workspace->loadCase(made->id), Action::Withdraw, QStringLiteral("Dr. Lee.")).ok());
}

QTEST_GUILESS_MAIN(tst_worklist_search)
#include "tst_worklist_search.moc"
