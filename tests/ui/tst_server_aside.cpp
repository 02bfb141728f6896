#include "ServerWindows.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/review/UndoButtons.h"

#include <QDirIterator>
#include <QtTest>

using namespace reviewdesk;

/// What is typed while the server is away, and the window closed: it is kept on this computer, and there again.
class TestServerAside : public QObject, private ServerWindows {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { signInBoth(); }
    void cleanup() { leaveBoth(); }
    void whatIsTypedAndClosedIsKeptAside();
    void aDecisionThatIsTypedAndClosedIsKeptAside();
    void whatIsKeptAsideIsBroughtTogether_data();
    void whatIsKeptAsideIsBroughtTogether();

private:
    void typeAndClose(const QString &caseId, const QString &plan);
    QStringList aside() const; ///< files on this computer
};

QStringList TestServerAside::aside() const
{
    QStringList files;
    QDirIterator all(m_ground->data.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

/// Nora types while the server is away, and closes the window: nobody asks, and nothing is lost.
void TestServerAside::typeAndClose(const QString &caseId, const QString &words)
{
    m_nora->open(caseId);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->title().contains(QStringLiteral(", saved ")), patience);
    m_ground->cluster.stop();
    QLineEdit *plan = m_nora->entry("/member/plan");
    plan->selectAll();
    QTest::keyClicks(plan, words);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->shows(QStringLiteral("It is kept on this computer")), patience);
    QVERIFY(m_nora->window().close());
    m_nora.reset();
    m_ground->cluster.start();
}

void TestServerAside::whatIsTypedAndClosedIsKeptAside()
{
    const QString id = made(QStringLiteral("Quillon Hatherleigh"));
    typeAndClose(id, QStringLiteral("Platinum"));
    QCOMPARE(aside().size(), 1);
    QFile file(aside().constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const char *word : {"Platinum", "Hatherleigh", "member", "nora"})
        QVERIFY2(!bytes.contains(word) && !file.fileName().contains(QLatin1String(word)), word);
    QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QCOMPARE(m_sam->loadCase(id)->reviewCase.member.plan != QStringLiteral("Platinum"), true);

    m_ned->worklist()->refresh(); // another person at this computer learns nothing of it
    QTest::qWait(500);
    QVERIFY(!m_ned->shows(QStringLiteral("What you typed is kept")));
    m_nora = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    m_nora->signIn("nora");
    QTRY_VERIFY(m_nora->shows(m_sam->loadCase(id)->reviewCase.number + QStringLiteral(". What you typed is kept on this computer")));
    QTest::mouseClick(m_nora->button(QStringLiteral("Open and save")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->review() && m_nora->review()->isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_sam->loadCase(id)->reviewCase.member.plan, QStringLiteral("Platinum"), 3'000);
    QVERIFY(m_nora->shows(QStringLiteral("could not be saved then. It is on the screen again.")));
    m_nora->review()->goTo(QStringLiteral("request"));
    QCOMPARE(m_nora->entry("/member/plan")->text(), QStringLiteral("Platinum"));
    QTRY_VERIFY(m_nora->title().contains(QStringLiteral(", saved ")));
    QTRY_COMPARE(aside().size(), 0);
    QVERIFY(m_nora->review()->findChild<UndoButtons *>()->undo()->isEnabled()); // it can be taken back
    QVERIFY(deskOf(m_nora->window())->goToWorklist());
    QTRY_VERIFY(!m_nora->shows(QStringLiteral("What you typed is kept")));
}

/// A physician's words, not signed: the window closes without asking, and they are there again.
void TestServerAside::aDecisionThatIsTypedAndClosedIsKeptAside()
{
    const auto nora = m_ground->desk.opened(QStringLiteral("nora"));
    const StoredCase referred = nora->act(nora->createCase(StoreDesk::adverse()).value(), Action::Refer).value();
    auto phil = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    const auto form = [&phil]() -> DecisionForm * {
        const auto *page = qobject_cast<DecisionPage *>(deskOf(phil->window())->casePage());
        return page && page->isVisible() && page->form() && page->form()->isEnabled() ? page->form() : nullptr;
    };
    const auto rationale = [&form] { return textOf(*form(), "Clinical rationale"); };
    phil->signIn("phil");
    deskOf(phil->window())->openCase(referred.id);
    QTRY_VERIFY_WITH_TIMEOUT(form(), patience);
    QTest::keyClick(form()->choice(Action::Deny), Qt::Key_Space);
    QTRY_VERIFY(rationale());
    QTest::qWait(1'000);
    m_ground->cluster.stop();
    QTest::keyClicks(rationale(), QStringLiteral("CT shows stable disease."));
    QTRY_COMPARE_WITH_TIMEOUT(aside().size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(phil->shows(QStringLiteral("It is kept on this computer")), patience);
    QVERIFY(phil->window().close());
    phil.reset();
    m_ground->cluster.start();
    phil = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    phil->signIn("phil");
    deskOf(phil->window())->openCase(referred.id);
    QTRY_VERIFY_WITH_TIMEOUT(form(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(rationale(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rationale()->toPlainText(), QStringLiteral("CT shows stable disease."), patience);
    QTRY_COMPARE_WITH_TIMEOUT(aside().size(), 0, patience);
}

void TestServerAside::whatIsKeptAsideIsBroughtTogether_data()
{
    QTest::addColumn<bool>("isTheSame"); // what another changed meanwhile
    QTest::addColumn<bool>("isReferred");
    QTest::newRow("another field") << false << false;
    QTest::newRow("the same field") << true << false;
    QTest::newRow("it took a step on") << true << true;
}

void TestServerAside::whatIsKeptAsideIsBroughtTogether()
{
    QFETCH(bool, isTheSame);
    QFETCH(bool, isReferred);
    const auto ned = m_ground->desk.opened(QStringLiteral("ned"));
    const QString id = ned->createCase(StoreDesk::adverse())->id;
    typeAndClose(id, QStringLiteral("Platinum"));
    StoredCase other = ned->loadCase(id).value();
    (isTheSame ? other.reviewCase.member.plan : other.reviewCase.member.name) = QStringLiteral("Silver");
    other = ned->saveDraft(other).value();
    if (isReferred)
        QVERIFY(ned->act(other, Action::Refer).ok());
    (void)m_ground->cluster.asked(QStringLiteral("UPDATE cases SET page = ''"), m_ground->desk.server()); // it opens on another than it was left on
    m_nora = std::make_unique<ServerSeat>(m_ground->start, m_ground->clock);
    m_nora->signIn("nora");
    QTRY_VERIFY(m_nora->button(QStringLiteral("Open and save")));
    QTest::mouseClick(m_nora->button(QStringLiteral("Open and save")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->button(QStringLiteral("Compare and choose")), patience);
    QCOMPARE(m_sam->loadCase(id)->reviewCase.member.plan != QStringLiteral("Platinum"), true); // nobody was overwritten
    ReviewSession &session = m_nora->review()->session();
    QCOMPARE(session.content().member.plan, QStringLiteral("Platinum"));
    QCOMPARE(session.mayMerge(), !isReferred);
    if (isReferred) {
        session.takeKept(*session.keptMeanwhile());
    } else {
        const CaseMerge merge = session.merge();
        QCOMPARE(merge.conflicts.size(), isTheSame ? 1 : 0);
        QVERIFY(session.takeMerged(*session.keptMeanwhile(), merge, {}).ok());
        QTRY_COMPARE(session.saving(), ReviewSession::Saving::Saved);
        const StoredCase kept = m_sam->loadCase(id).value();
        QCOMPARE(kept.reviewCase.member.plan, isTheSame ? QStringLiteral("Silver") : QStringLiteral("Platinum"));
    }
    QTRY_COMPARE(aside().size(), 0);
}

QTEST_MAIN(TestServerAside)
#include "tst_server_aside.moc"
