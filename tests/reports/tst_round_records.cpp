#include "KeptLetters.h"
#include "RandomCaseload.h"

#include "store/CaseRepository.h"
#include "store/RoundRecord.h"

#include <QTest>
#include <QTimeZone>

#include <thread>

using namespace reviewdesk;

namespace {

const QDateTime always(QDate(2000, 1, 1), QTime(0, 0), QTimeZone::utc());
const QDateTime never(QDate(3000, 1, 1), QTime(0, 0), QTimeZone::utc());

} // namespace

/// What the store hands out for reports.
class tst_round_records : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRoundsInstantsAreKept();
    void moreTimeIsCarriedOverAWithdrawal_data();
    void moreTimeIsCarriedOverAWithdrawal();
    void whatAPendAskedForIsKept();
    void aPeriodHasWhatWasOpenInIt();
    void onlySupervisorsCount();
    void itCanBeStopped();
    void itReadsWhileOthersWrite();
    void itIsReadOnAnyThread();

private:
    QList<RoundRecord> records(const QDateTime &from = always, const QDateTime &until = never);
    Result<StoredCase> acted(const QString &login, const QString &id, Action action);

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

void tst_round_records::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
}

QList<RoundRecord> tst_round_records::records(const QDateTime &from, const QDateTime &until)
{
    require(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    const Result<Workspace::RoundReading> reading = m_workspace->roundRecords(from, until);
    require(reading.ok());
    const Result<QList<RoundRecord>> read = (*reading)({});
    if (!read)
        qFatal("%s", why(read).constData());
    return *read;
}

Result<StoredCase> tst_round_records::acted(const QString &login, const QString &id, Action action)
{
    require(m_workspace->signInAs(login, login.toUtf8()).ok());
    Result<StoredCase> current = m_workspace->loadCase(id);
    require(current.ok());
    current->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    return m_workspace->act(*current, action, QStringLiteral("why"));
}

void tst_round_records::aRoundsInstantsAreKept()
{
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::adverse());
    QVERIFY2(made.ok(), why(made));
    const auto advance = [&](qint64 minutes) {
        m_desk->clock.advance(minutes * 60'000);
        return m_desk->clock.now().toMSecsSinceEpoch();
    };
    advance(10);
    QVERIFY(acted(QStringLiteral("nora"), made->id, Action::Refer).ok());
    const qint64 denied = advance(30);
    const Result<StoredCase> decided = acted(QStringLiteral("phil"), made->id, Action::Deny);
    QVERIFY2(decided.ok(), why(decided));
    advance(60);
    QVERIFY(acted(QStringLiteral("nora"), made->id, Action::Appeal).ok());
    const qint64 approved = advance(90);
    QVERIFY(acted(QStringLiteral("pia"), made->id, Action::ApproveException).ok());

    const QList<RoundRecord> rounds = records();
    QCOMPARE(rounds.size(), 2);
    const RoundRecord &first = rounds.at(0);
    QCOMPARE(first.caseId, made->id);
    QCOMPARE(first.round, 1);
    QCOMPARE(first.kind, RoundKind::First);
    QCOMPARE(first.receivedAt,
        RoundRecord::Instant(
            QDateTime::fromString(QStringLiteral("2026-11-20T17:10:00Z"), Qt::ISODate).toMSecsSinceEpoch()));
    QCOMPARE(first.lineOfBusiness, std::optional(LineOfBusiness::CommercialInsured));
    QCOMPARE(first.urgency, std::optional(Urgency::Standard));
    QCOMPARE(first.timing, std::optional(Timing::PreService));
    QCOMPARE(first.decision, std::optional(Decision::Denied));
    QCOMPARE(first.decidedAt, RoundRecord::Instant(denied));
    QVERIFY(!first.exception);
    QCOMPARE(first.unmet, QStringList{QStringLiteral("I.B.3.b.i")});
    QVERIFY(first.basis.contains(QStringLiteral("IV")));
    QVERIFY(first.dueAt.has_value());
    QVERIFY(!first.notifiedAt);
    QVERIFY(!first.extendedAt);
    const RoundRecord &second = rounds.at(1);
    QCOMPARE(second.round, 2);
    QCOMPARE(second.kind, RoundKind::Appeal);
    QCOMPARE(second.decision, std::optional(Decision::Approved));
    QVERIFY(second.exception);
    QCOMPARE(second.decidedAt, RoundRecord::Instant(approved));
    QVERIFY(second.dueAt != first.dueAt); // its clock began anew
}

void tst_round_records::moreTimeIsCarriedOverAWithdrawal_data()
{
    QTest::addColumn<int>("withdrawals");
    QTest::addColumn<bool>("noticed");
    QTest::addColumn<bool>("receivedAnew");
    QTest::addColumn<bool>("counts");
    QTest::newRow("once") << 1 << true << false << true;
    QTest::newRow("twice") << 2 << true << false << true;
    QTest::newRow("without a notice") << 1 << false << false << false;
    QTest::newRow("of an earlier receipt") << 1 << true << true << false;
}

/// Withdrawn by mistake and opened again: the round that is decided took no time itself.
void tst_round_records::moreTimeIsCarriedOverAWithdrawal()
{
    QFETCH(const int, withdrawals);
    QFETCH(const bool, noticed);
    QFETCH(const bool, receivedAnew);
    QFETCH(const bool, counts);
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    content.request.receivedAt = m_desk->clock.now();
    const QString id = m_workspace->createCase(content)->id;
    QVERIFY(acted(QStringLiteral("nora"), id, Action::Extend).ok());
    if (noticed)
        QVERIFY(m_workspace->issueLetter(letterFor(*m_workspace->loadCase(id), "extension_notice", "member")).ok());
    for (int i = 0; i < withdrawals; ++i) {
        QVERIFY(acted(QStringLiteral("nora"), id, Action::Withdraw).ok());
        QVERIFY(acted(QStringLiteral("sam"), id, Action::Reopen).ok());
    }
    m_desk->clock.advance(24LL * 3600 * 1000);
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    if (receivedAnew) {
        StoredCase again = *m_workspace->loadCase(id);
        again.reviewCase.request.receivedAt = m_desk->clock.now();
        QVERIFY(m_workspace->saveDraft(again).ok());
    }
    const Result<StoredCase> approved = acted(QStringLiteral("nora"), id, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    const QList<RoundRecord> rounds = records();
    QCOMPARE(rounds.size(), withdrawals + 1);
    QCOMPARE(rounds.constLast().extendedAt.has_value(), counts);
}

void tst_round_records::whatAPendAskedForIsKept()
{
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    ReviewCase content = StoreDesk::approvable();
    content.facts.insert(QStringLiteral("progressive"), {});
    content.facts.insert(QStringLiteral("diffuse"), {});
    content.facts.remove(QStringLiteral("unresectable")); // not asked of the nurse yet: nothing to ask the provider for
    const Result<StoredCase> made = m_workspace->createCase(content);
    QVERIFY2(made.ok(), why(made));
    const qint64 asked = m_desk->clock.now().toMSecsSinceEpoch();
    QVERIFY(acted(QStringLiteral("nora"), made->id, Action::Pend).ok());
    QVERIFY(acted(QStringLiteral("nora"), made->id, Action::Resume).ok());
    Result<StoredCase> stored = m_workspace->loadCase(made->id);
    stored->reviewCase = StoreDesk::approvable();
    QVERIFY(m_workspace->saveDraft(*stored).ok());
    QVERIFY(acted(QStringLiteral("nora"), made->id, Action::Pend).ok()); // at the same instant, for documents
    const QList<RoundRecord> rounds = records();
    QCOMPARE(rounds.size(), 1);
    const QList<RoundRecord::Pend> expected{
        {asked, QStringList{QStringLiteral("diffuse"), QStringLiteral("progressive")}}, {asked, QStringList{}}};
    QCOMPARE(rounds.first().pends, expected);
}

void tst_round_records::aPeriodHasWhatWasOpenInIt()
{
    RandomCaseload(*m_desk, *m_workspace, 5).bringIn(80);
    const QDateTime from(QDate(2026, 2, 1), QTime(8, 0), QTimeZone::utc());
    const QDateTime until(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::utc());
    QSet<QString> expected;
    const QList<RoundRecord> all = records();
    for (const RoundRecord &round : all) {
        if (*round.receivedAt < until.toMSecsSinceEpoch() &&
            (!round.isClosed() || *round.decidedAt >= from.toMSecsSinceEpoch()))
            expected.insert(round.caseId);
    }
    QList<RoundRecord> rounds;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(rounds),
        [&](const RoundRecord &round) { return expected.contains(round.caseId); });
    QVERIFY(rounds.size() > 2 && rounds.size() < all.size());
    QCOMPARE(records(from, until), rounds);
}

void tst_round_records::onlySupervisorsCount()
{
    for (const char *login : {"nora", "phil"}) {
        require(m_workspace->signInAs(QString::fromLatin1(login), login).ok());
        QCOMPARE(codeOf(m_workspace->roundRecords(always, never)), QStringLiteral("role"));
    }
}

void tst_round_records::itCanBeStopped()
{
    RandomCaseload(*m_desk, *m_workspace, 6).bringIn(20);
    const Result<Workspace::RoundReading> reading = m_workspace->roundRecords(always, never);
    int asked = 0;
    const Result<QList<RoundRecord>> stopped = (*reading)([&](int done, int of) {
        ++asked;
        return done < 0 || of < 0;
    });
    QCOMPARE(codeOf(stopped), QStringLiteral("stopped"));
    QCOMPARE(asked, 1);
    int last = -1;
    int whole = 0;
    const Result<QList<RoundRecord>> read = (*reading)([&](int done, int of) {
        last = done;
        whole = of;
        return true;
    });
    QVERIFY2(read.ok(), why(read));
    QCOMPARE(last, static_cast<int>(read->size()));
    QCOMPARE(whole, static_cast<int>(read->size()));
}

void tst_round_records::itReadsWhileOthersWrite()
{
    RandomCaseload(*m_desk, *m_workspace, 7).bringIn(20);
    const Result<Workspace::RoundReading> reading = m_workspace->roundRecords(always, never);
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    int written = 0;
    const Result<QList<RoundRecord>> read = (*reading)([&](int, int) {
        written += m_workspace->createCase(StoreDesk::request()).ok() ? 1 : 0;
        return true;
    });
    QVERIFY2(read.ok(), why(read));
    QVERIFY(written >= 2);
    QSet<QString> cases;
    for (const RoundRecord &round : *read)
        cases.insert(round.caseId);
    QCOMPARE(cases.size(), 20); // one state: that of its beginning
}

void tst_round_records::itIsReadOnAnyThread()
{
    RandomCaseload(*m_desk, *m_workspace, 8).bringIn(20);
    const Result<Workspace::RoundReading> reading = m_workspace->roundRecords(always, never);
    QList<RoundRecord> elsewhere;
    std::thread other([&] { elsewhere = (*reading)({}).value(); });
    other.join();
    QCOMPARE(elsewhere, records());
}

QTEST_GUILESS_MAIN(tst_round_records)
#include "tst_round_records.moc"
