#include "ServerSeat.h"

#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"

#include <QScrollBar>
#include <QtTest>

using namespace reviewdesk;

namespace {

constexpr int patience = 10'000; ///< ms
constexpr int found = 70; ///< cases: more than the first rows

} // namespace

/// Somebody searches on a server that takes its time, while others work there: nothing is asked that nobody waits for, and the
/// list and its number come together whatever comes first.
class TestServerSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void typingEndsWhatFollowsOthers();
    void whatWasCountedIsNotCountedAgain();
    void aNumberThatCannotBeHadIsNoEnd();

private:
    void hold(const char *table); ///< who reads it waits
    void letGo();
    void sayChanged();
    QString waiting(); ///< since when the window's question waits; empty: none does
    void type(const QString &words);
    QString countOf(WorklistView view) const;
    void made(const QString &member);

    std::unique_ptr<ServerGround> m_ground;
    std::unique_ptr<Workspace> m_nora;
    std::unique_ptr<Database> m_administrator;
    std::unique_ptr<ServerSeat> m_ned;
};

void TestServerSearch::initTestCase()
{
    m_ground = std::make_unique<ServerGround>();
    (void)m_ground->desk.made();
    m_nora = m_ground->desk.opened(QStringLiteral("nora"));
    for (int number = 1; number <= found; ++number)
        made(QStringLiteral("Member %1").arg(number));
}

void TestServerSearch::init()
{
    m_administrator = m_ground->desk.database();
    m_ned = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    m_ned->signIn("ned");
    m_ned->worklist()->setView(WorklistView::All);
    QTest::qWait(1'500); // what it asks for when it opens
}

void TestServerSearch::cleanup()
{
    letGo();
    m_ned.reset();
    m_administrator.reset();
}

void TestServerSearch::made(const QString &member)
{
    const Result<StoredCase> stored = m_nora->createCase(StoreDesk::request(member));
    QVERIFY2(stored.ok(), why(stored));
}

void TestServerSearch::hold(const char *table)
{
    QVERIFY(m_administrator->script(QByteArray("BEGIN; LOCK TABLE ") + table + " IN ACCESS EXCLUSIVE MODE").ok());
}

void TestServerSearch::letGo()
{
    (void)m_administrator->script("ROLLBACK");
}

void TestServerSearch::sayChanged()
{
    (void)m_ground->cluster.asked(QStringLiteral("SELECT pg_notify('cases_changed', 'one')"), m_ground->desk.server());
}

QString TestServerSearch::waiting()
{
    const Database::Rows since =
        m_ground->cluster.asked(QStringLiteral("SELECT query_start::text FROM pg_stat_activity WHERE wait_event_type = 'Lock'"));
    return since.isEmpty() ? QString() : since.constFirst().constFirst().toString();
}

void TestServerSearch::type(const QString &words)
{
    m_ned->worklist()->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), words);
}

QString TestServerSearch::countOf(WorklistView view) const
{
    const auto *views = m_ned->worklist()->findChild<ViewList *>();
    for (int row = 0; row < views->count(); ++row) {
        if (views->item(row)->text().contains(ViewList::title(view)))
            return views->item(row)->data(Qt::AccessibleTextRole).toString().section(QStringLiteral(": "), -1);
    }
    return {};
}

/// On a server it counted the whole search for an answer that was thrown away, and the rows waited for it.
void TestServerSearch::typingEndsWhatFollowsOthers()
{
    QTest::qWait(4'000); // the views are counted every five seconds
    made(QStringLiteral("Counted"));
    const QString counted = QString::number(found + 1);
    QTRY_COMPARE_WITH_TIMEOUT(countOf(WorklistView::All), counted, patience);
    QTest::qWait(500);
    made(QStringLiteral("Not counted yet"));
    QTest::qWait(5'500);
    QCOMPARE(countOf(WorklistView::All), counted);
    hold("cases");
    sayChanged();
    QTRY_VERIFY_WITH_TIMEOUT(!waiting().isEmpty(), patience);
    const QString follows = waiting();
    type(QStringLiteral("member"));
    QTRY_VERIFY_WITH_TIMEOUT(!waiting().isEmpty() && waiting() != follows, patience);
    letGo();
    QTRY_VERIFY_WITH_TIMEOUT(m_ned->shows(QStringLiteral("cases: %1").arg(found)), patience);
    QTRY_COMPARE_WITH_TIMEOUT(countOf(WorklistView::All), QString::number(found + 2), 2'000); // asked again
}

/// What follows others brought the number before the search's own question for it, and with that all rows began anew.
void TestServerSearch::whatWasCountedIsNotCountedAgain()
{
    hold("cases");
    type(QStringLiteral("member"));
    QTRY_VERIFY_WITH_TIMEOUT(!waiting().isEmpty(), patience);
    sayChanged();
    QTest::qWait(1'000); // it is asked for, behind the search
    QSignalSpy resets(m_ned->table()->model(), &QAbstractItemModel::modelReset);
    letGo();
    QTRY_VERIFY_WITH_TIMEOUT(m_ned->shows(QStringLiteral("cases: %1").arg(found)), patience);
    QTest::qWait(500);
    QCOMPARE(m_ned->table()->model()->rowCount(), found);
    QCOMPARE(resets.size(), 2); // the rows, and what followed
}

/// It said for ever that it counts, and the list ended at its first rows.
void TestServerSearch::aNumberThatCannotBeHadIsNoEnd()
{
    hold("worklist_texts");
    type(QStringLiteral("member"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ned->shows(QStringLiteral("counting the cases")) && !waiting().isEmpty(), patience);
    WorklistTable *table = m_ned->table();
    QCOMPARE(table->model()->rowCount(), WorklistModel::pageRows);
    const auto fail = [&] { // twice: a single such word may have been meant for another question
        (void)m_ground->cluster.asked(QStringLiteral("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"));
        return m_ned->shows(QStringLiteral("how many cases is not known"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(fail(), patience);
    letGo();
    QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
    table->setFocus();
    const auto goOn = [table] {
        for (const int key : {Qt::Key_Home, Qt::Key_End})
            QTest::keyClick(table, static_cast<Qt::Key>(key), Qt::ControlModifier);
        return table->model()->rowCount();
    };
    QTRY_COMPARE_WITH_TIMEOUT(goOn(), found, patience);
    QVERIFY(m_ned->shows(QStringLiteral("cases: %1").arg(found)));
    QCOMPARE(resets.size(), 0);
}

QTEST_MAIN(TestServerSearch)
#include "tst_server_search.moc"
