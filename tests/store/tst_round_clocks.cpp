// When a case is due that was opened again: what was withdrawn by mistake keeps its time, and an appeal keeps the receipt that it can have.
#include "ClockDesk.h"
#include "KeptLetters.h"

#include <QTest>

using namespace reviewdesk;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000; // milliseconds

} // namespace

class tst_round_clocks : public QObject, private ClockDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWithdrawnWaitStoppedTheClock_data();
    void aWithdrawnWaitStoppedTheClock();
    void theNewRoundAsksByItsOwnLetters();
    void whatWasWithdrawnTwiceHasBothWaits();
    void moreTimeThatWasNoticedStays();
    void moreTimeThatWasNotNoticedIsTakenAnew();
    void moreTimeOfAnEarlierReceiptIsTakenAnew();
    void whatWasDecidedBeginsAnew();
    void whatWasReceivedAnewWaitedForNothing();
    void anAppealsReceiptIsNotMovedOutOfItsTime_data();
    void anAppealsReceiptIsNotMovedOutOfItsTime();
    void aCorrectedAppealCameAfterWhatItAppeals_data();
    void aCorrectedAppealCameAfterWhatItAppeals();

private:
    StoredCase made(LineOfBusiness line) { return madeInIdaho(line, StoreDesk::adverse()); }
    /// By mistake; opened again after so many days.
    StoredCase withdrawnAndReopened(const QString &id, int days = 0);
    void deniedAndAppealed(QString &id, QDateTime &decided);
    Result<IssuedLetter> issued(const QString &id, const char *kind);
};

void tst_round_clocks::init()
{
    sitDown();
}

StoredCase tst_round_clocks::withdrawnAndReopened(const QString &id, int days)
{
    require(acted("nora", id, Action::Withdraw).ok());
    m_desk->clock.advance(days * day);
    const Result<StoredCase> reopened = acted("sam", id, Action::Reopen);
    require(reopened.ok());
    signIn("nora");
    const Result<StoredCase> kept = m_workspace->loadCase(id);
    require(kept.ok() && kept->clock == reopened->clock); // as it was written, so it is read
    return *kept;
}

Result<IssuedLetter> tst_round_clocks::issued(const QString &id, const char *kind)
{
    return m_workspace->issueLetter(letterFor(*m_workspace->loadCase(id), kind, "member"));
}

void tst_round_clocks::aWithdrawnWaitStoppedTheClock_data()
{
    QTest::addColumn<bool>("letter");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<int>("later"); // days until it is opened again
    QTest::addColumn<int>("paused"); // days
    QTest::newRow("while it waited") << true << false << 0 << 22;
    QTest::newRow("while it waited, found late") << true << false << 5 << 22;
    QTest::newRow("once it was answered") << true << true << 0 << 22;
    QTest::newRow("without the letter that asks") << false << false << 0 << 0;
}

/// It was overdue at once, though it had waited for three weeks.
void tst_round_clocks::aWithdrawnWaitStoppedTheClock()
{
    QFETCH(bool, letter);
    QFETCH(bool, answered);
    QFETCH(int, later);
    QFETCH(int, paused);
    const QString id = made(LineOfBusiness::SelfFundedErisa).id;
    const QDate plain = dueDay(id);
    QVERIFY(plain.isValid());
    m_desk->clock.advance(2 * day);
    QVERIFY(acted("nora", id, Action::Pend).ok());
    if (letter)
        QVERIFY(issued(id, "information_request").ok());
    m_desk->clock.advance(22 * day);
    if (answered)
        QVERIFY(acted("nora", id, Action::Resume).ok());
    const StoredCase again = withdrawnAndReopened(id, later);
    QCOMPARE(again.clock.waitsBefore, 1);
    QVERIFY(!again.clock.isWaiting());
    QCOMPARE(dueDay(id), plain.addDays(paused));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// The earlier round's letter is not taken for this one's, nor does this one's stop the earlier wait.
void tst_round_clocks::theNewRoundAsksByItsOwnLetters()
{
    const QString id = made(LineOfBusiness::SelfFundedErisa).id;
    const QDate plain = dueDay(id);
    QVERIFY(acted("nora", id, Action::Pend).ok());
    QVERIFY(issued(id, "information_request").ok());
    m_desk->clock.advance(4 * day);
    withdrawnAndReopened(id);
    QVERIFY(acted("nora", id, Action::Pend).ok());
    QCOMPARE(dueDay(id), plain.addDays(4)); // asked, and nobody was told
    const Result<IssuedLetter> letter = issued(id, "information_request");
    QVERIFY2(letter.ok(), why(letter));
    QCOMPARE(letter->wait, 1);
    QCOMPARE(letter->round, 2);
    QCOMPARE(dueDay(id), plain.addDays(4 + 45));
    m_desk->clock.advance(3 * day);
    QVERIFY(acted("nora", id, Action::Resume).ok());
    QCOMPARE(dueDay(id), plain.addDays(4 + 3));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_round_clocks::whatWasWithdrawnTwiceHasBothWaits()
{
    const QString id = made(LineOfBusiness::SelfFundedErisa).id;
    const QDate plain = dueDay(id);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(acted("nora", id, Action::Pend).ok());
        QVERIFY(issued(id, "information_request").ok());
        m_desk->clock.advance(3 * day);
        withdrawnAndReopened(id);
    }
    QCOMPARE(m_workspace->loadCase(id)->round, 3);
    QCOMPARE(dueDay(id), plain.addDays(6));
}

void tst_round_clocks::moreTimeThatWasNoticedStays()
{
    const QString id = made(LineOfBusiness::MedicareAdvantage).id;
    const QDate plain = dueDay(id);
    QVERIFY(acted("nora", id, Action::Extend).ok());
    QVERIFY(issued(id, "extension_notice").ok());
    const StoredCase again = withdrawnAndReopened(id);
    QCOMPARE(dueDay(id), plain.addDays(14));
    QVERIFY(again.clock.isExtendedBefore);
    const Result<StoredCase> twice = acted("nora", id, Action::Extend);
    QVERIFY(!twice.ok());
    QCOMPARE(twice.error().code, QStringLiteral("no_extension"));
    const Result<IssuedLetter> notice = issued(id, "extension_notice"); // it is out already, in the round that took the time
    QVERIFY(!notice.ok());
    QCOMPARE(notice.error().code, QStringLiteral("no_extension"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_round_clocks::moreTimeThatWasNotNoticedIsTakenAnew()
{
    const QString id = made(LineOfBusiness::MedicareAdvantage).id;
    const QDate plain = dueDay(id);
    QVERIFY(acted("nora", id, Action::Extend).ok());
    withdrawnAndReopened(id);
    QCOMPARE(dueDay(id), plain);
    const Result<StoredCase> more = acted("nora", id, Action::Extend);
    QVERIFY2(more.ok(), why(more));
    QVERIFY(issued(id, "extension_notice").ok());
    QCOMPARE(dueDay(id), plain.addDays(14));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// It counted for nothing, and yet it stood in the way.
void tst_round_clocks::moreTimeOfAnEarlierReceiptIsTakenAnew()
{
    const QString id = made(LineOfBusiness::MedicareAdvantage).id;
    QVERIFY(acted("nora", id, Action::Extend).ok());
    QVERIFY(issued(id, "extension_notice").ok());
    StoredCase again = withdrawnAndReopened(id, 2);
    again.reviewCase.request.receivedAt = m_desk->clock.now();
    QVERIFY(m_workspace->saveDraft(again).ok());
    const QDate plain = dueDay(id);
    m_desk->clock.advance(day);
    const Result<StoredCase> more = acted("nora", id, Action::Extend);
    QVERIFY2(more.ok(), why(more));
    QCOMPARE(dueDay(id), plain);
    const Result<IssuedLetter> notice = issued(id, "extension_notice");
    QVERIFY2(notice.ok(), why(notice));
    QCOMPARE(dueDay(id), plain.addDays(14));
    const Result<StoredCase> twice = acted("nora", id, Action::Extend);
    QVERIFY(!twice.ok());
    QCOMPARE(twice.error().code, QStringLiteral("no_extension"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_round_clocks::whatWasDecidedBeginsAnew()
{
    const QString id = made(LineOfBusiness::SelfFundedErisa).id;
    QVERIFY(acted("nora", id, Action::Pend).ok());
    QVERIFY(issued(id, "information_request").ok());
    m_desk->clock.advance(4 * day);
    QVERIFY(acted("nora", id, Action::Resume).ok());
    QVERIFY(acted("nora", id, Action::Refer).ok());
    QVERIFY(acted("phil", id, Action::Deny).ok());
    QVERIFY(acted("sam", id, Action::Reopen).ok());
    QVERIFY(m_workspace->loadCase(id)->clock.waits.isEmpty());
    withdrawnAndReopened(id); // only back to the decision
    QVERIFY(m_workspace->loadCase(id)->clock.waits.isEmpty());
}

/// As an earlier program opened it again: received then.
void tst_round_clocks::whatWasReceivedAnewWaitedForNothing()
{
    const QString id = made(LineOfBusiness::SelfFundedErisa).id;
    QVERIFY(acted("nora", id, Action::Pend).ok());
    QVERIFY(issued(id, "information_request").ok());
    m_desk->clock.advance(4 * day);
    StoredCase again = withdrawnAndReopened(id);
    const QDate plain = dueDay(id);
    again.reviewCase.request.receivedAt = m_desk->clock.now();
    QVERIFY(m_workspace->saveDraft(again).ok());
    QCOMPARE(dueDay(id), plain); // four days later without the four days' wait
}

void tst_round_clocks::anAppealsReceiptIsNotMovedOutOfItsTime_data()
{
    QTest::addColumn<int>("hours"); // after the denial; it is sent on after 48
    QTest::addColumn<bool>("withdrawn"); // and opened again meanwhile
    QTest::addColumn<QString>("refused");
    for (const bool withdrawn : {false, true}) {
        const auto row = [&](const char *name) -> QTestData & { return QTest::addRow("%s%s", name, withdrawn ? ", opened again" : ""); };
        row("before the denial") << -24 << withdrawn << QStringLiteral("before the decision");
        row("in the time between") << 5 << withdrawn << QString();
        row("to come") << 72 << withdrawn << QStringLiteral("still to come");
    }
}

/// Denied, and a day later appealed.
void tst_round_clocks::deniedAndAppealed(QString &id, QDateTime &decided)
{
    id = made(LineOfBusiness::SelfFundedErisa).id;
    QVERIFY(acted("nora", id, Action::Refer).ok());
    QVERIFY(acted("phil", id, Action::Deny).ok());
    decided = m_desk->clock.now();
    m_desk->clock.advance(day);
    QVERIFY(acted("nora", id, Action::Appeal).ok());
}

/// Who sent it back gave the nurse the request's page, where she set any receipt. What she types is kept; the step looks at it.
void tst_round_clocks::anAppealsReceiptIsNotMovedOutOfItsTime()
{
    QFETCH(int, hours);
    QFETCH(bool, withdrawn);
    QFETCH(QString, refused);
    QString id;
    QDateTime decided;
    deniedAndAppealed(id, decided);
    QVERIFY(acted("pia", id, Action::ReturnToNurse).ok());
    if (withdrawn)
        withdrawnAndReopened(id);
    m_desk->clock.advance(day);
    signIn("nora");
    StoredCase draft = *m_workspace->loadCase(id);
    QCOMPARE(draft.roundKind, RoundKind::Appeal);
    draft.reviewCase.request.receivedAt = decided.addSecs(hours * 3600);
    const Result<StoredCase> saved = m_workspace->saveDraft(draft);
    QVERIFY2(saved.ok(), why(saved)); // nothing typed is lost
    for (const Action action : {Action::Submit, Action::Refer}) {
        const Result<StoredCase> sent = acted("nora", id, action);
        if (refused.isEmpty()) {
            QVERIFY2(sent.ok(), why(sent));
            return;
        }
        QVERIFY(!sent.ok());
        QCOMPARE(sent.error().code, QStringLiteral("receipt"));
        QCOMPARE(sent.error().place, QStringLiteral("/received_at"));
        QVERIFY2(sent.error().message.contains(refused), why(sent));
    }
    if (hours > 0)
        return; // no step at all is dated before the receipt
    const Result<StoredCase> gone = acted("nora", id, Action::Withdraw);
    QVERIFY2(gone.ok(), why(gone)); // nobody needs its receipt any more
}

void tst_round_clocks::aCorrectedAppealCameAfterWhatItAppeals_data()
{
    QTest::addColumn<Action>("heard");
    QTest::addColumn<int>("days"); // after the denial; the appeal came after one, and was heard after two
    QTest::addColumn<QString>("refused");
    const QString early = QStringLiteral("before the decision");
    QTest::newRow("denied, when it came") << Action::Deny << 1 << QString();
    QTest::newRow("denied, before the denial") << Action::Deny << -1 << early;
    QTest::newRow("approved, when it came") << Action::ApproveException << 1 << QString();
    QTest::newRow("approved, before the denial") << Action::ApproveException << -1 << early;
}

/// Opened again to be corrected, it is received then, until the nurse says when it came. That was compared with its own decision:
/// refused where that denied, and never looked at where it approved.
void tst_round_clocks::aCorrectedAppealCameAfterWhatItAppeals()
{
    QFETCH(Action, heard);
    QFETCH(int, days);
    QFETCH(QString, refused);
    QString id;
    QDateTime decided;
    deniedAndAppealed(id, decided);
    m_desk->clock.advance(day);
    QVERIFY(acted("pia", id, heard).ok());
    m_desk->clock.advance(day);
    QVERIFY(acted("sam", id, Action::Reopen).ok());
    QVERIFY(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    StoredCase draft = *m_workspace->loadCase(id);
    draft.reviewCase.request.receivedAt = decided.addDays(days);
    QVERIFY(m_workspace->saveDraft(draft).ok());
    const Result<StoredCase> sent = acted("nora", id, Action::Refer);
    QCOMPARE(codeOf(sent), refused.isEmpty() ? QString() : QStringLiteral("receipt"));
    QVERIFY2(sent.ok() || sent.error().message.contains(refused), why(sent));
}

QTEST_GUILESS_MAIN(tst_round_clocks)
#include "tst_round_clocks.moc"
