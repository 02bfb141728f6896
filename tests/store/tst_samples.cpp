#include "StoreDesk.h"

#include "store/Samples.h"

#include <QTest>

using namespace reviewdesk;

class tst_samples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSeedDrawsTheSame();
    void onlyWhatWasWishedIsDrawn();
    void theSecondReviewIsBlindAndTouchesNothing();
    void aStaleSaveOfTheReviewIsRefused();
    void itIsItsReviewersAlone();
    void refusals();

private:
    void signIn(const char *login) { require(m_workspace->signInAs(QLatin1String(login), login).ok()); }
    QString idOf(const char *login);
    void decide(const char *nurse, int approved, int denied);
    SampleWish wish(int size, const char *reviewer = "sam");

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

void tst_samples::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
}

QString tst_samples::idOf(const char *login)
{
    const QList<UserAccount> users = *m_workspace->users();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String(login))
            return user.id;
    }
    return {};
}

void tst_samples::decide(const char *nurse, int approved, int denied)
{
    for (int i = 0; i < approved + denied; ++i) {
        signIn(nurse);
        const bool approves = i < approved;
        Result<StoredCase> made = m_workspace->createCase(approves ? StoreDesk::approvable() : StoreDesk::adverse());
        require(made.ok());
        made = m_workspace->act(*made, approves ? Action::Approve : Action::Refer);
        require(made.ok());
        if (approves)
            continue;
        signIn("phil");
        made->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
        require(m_workspace->act(*made, Action::Deny).ok());
    }
    signIn("sam");
}

SampleWish tst_samples::wish(int size, const char *reviewer)
{
    SampleWish made;
    made.from = QDate(2026, 11, 1);
    made.until = QDate(2026, 11, 30);
    made.size = size;
    made.seed = 20261123;
    made.reviewerId = idOf(reviewer);
    return made;
}

void tst_samples::theSeedDrawsTheSame()
{
    QStringList among;
    for (int i = 0; i < 20; ++i)
        among << QString::number(i);
    QCOMPARE(drawn(among, 5, 7), drawn(among, 5, 7));
    QVERIFY(drawn(among, 5, 7) != drawn(among, 5, 8));
    QCOMPARE(drawn(among, 50, 7).size(), 20);
    QCOMPARE(QSet<QString>(among.cbegin(), among.cend()).size(), 20);
    const QStringList all = drawn(among, 20, 1);
    QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 20); // each once
    // Fixed for ever: a kept seed must give the same cases in another year and on another computer.
    QCOMPARE(drawn(among, 5, 42).join(QLatin1Char(' ')), QStringLiteral("2 14 18 15 1"));
    // Every position is as likely as another.
    QList<int> hits(20, 0);
    for (quint32 seed = 0; seed < 4000; ++seed) {
        for (const QString &one : drawn(among, 5, seed))
            ++hits[one.toInt()];
    }
    for (const int hit : std::as_const(hits))
        QVERIFY2(hit > 850 && hit < 1150, qPrintable(QString::number(hit))); // 1000 ± 5 standard deviations
}

void tst_samples::onlyWhatWasWishedIsDrawn()
{
    decide("nora", 4, 2);
    decide("ned", 3, 0);
    Result<QualitySample> all = m_workspace->drawSample(wish(100));
    QVERIFY2(all.ok(), why(all));
    QCOMPARE(all->population, 9);
    QCOMPARE(all->drawn, 9);
    SampleWish denied = wish(1);
    denied.outcome = Decision::Denied;
    denied.nurseId = idOf("nora");
    const Result<QualitySample> one = m_workspace->drawSample(denied);
    QCOMPARE(one->population, 2);
    QCOMPARE(m_workspace->sampledCases(one->id)->size(), 1);
    // a reviewer's own cases are not drawn
    QCOMPARE(m_workspace->drawSample(wish(100, "ned"))->population, 6);
    QCOMPARE(m_workspace->drawSample(wish(100, "phil"))->population, 7);
    SampleWish earlier = wish(5);
    earlier.until = QDate(2026, 11, 22);
    QCOMPARE(codeOf(m_workspace->drawSample(earlier)), QStringLiteral("empty"));
    const QList<QualitySample> kept = *m_workspace->samples();
    QCOMPARE(kept.size(), 4);
    QCOMPARE(kept.last().wish, wish(100));
    QCOMPARE(kept.at(2).wish, denied);
    QCOMPARE(kept.at(2).nurse, QStringLiteral("Nora Example"));
    QVERIFY(m_workspace->verify().ok());
}

void tst_samples::theSecondReviewIsBlindAndTouchesNothing()
{
    decide("nora", 0, 1);
    const QualitySample sample = *m_workspace->drawSample(wish(1, "ned"));
    QVERIFY(m_workspace->sampledCases(sample.id)->first().first.facts.isEmpty()); // for the supervisor too
    signIn("ned");
    const SampledCase sampled = m_workspace->sampledCases(sample.id)->first();
    QVERIFY(sampled.preparedBy.isEmpty());
    const StoredCase before = *m_workspace->loadCase(sampled.caseId);
    const qsizetype entries = m_workspace->history(sampled.caseId)->size();
    Result<StoredCase> draft = m_workspace->secondReview(sample.id, 1);
    QVERIFY2(draft.ok(), why(draft));
    QCOMPARE(draft->reviewCase.member, before.reviewCase.member);
    QCOMPARE(draft->reviewCase.documents, before.reviewCase.documents);
    QVERIFY(draft->reviewCase.facts.isEmpty() && draft->reviewCase.evidence.isEmpty());
    QVERIFY(draft->reviewCase.nurseNote.isEmpty() && !draft->reviewCase.determination.decision);
    QVERIFY(draft->reviewCase.determination.rationale.isEmpty());
    QCOMPARE(codeOf(m_workspace->finishSecondReview(sample.id, 1, draft->rowVersion)), QStringLiteral("incomplete"));
    draft->reviewCase.facts = StoreDesk::approvable().facts;
    draft->page = QStringLiteral("tumor");
    draft = m_workspace->saveSecondReview(sample.id, 1, *draft);
    QVERIFY2(draft.ok(), why(draft));
    QCOMPARE(m_workspace->secondReview(sample.id, 1)->reviewCase.facts, StoreDesk::approvable().facts);
    QCOMPARE(m_workspace->secondReview(sample.id, 1)->page, QStringLiteral("tumor"));
    QVERIFY(m_workspace->finishSecondReview(sample.id, 1, draft->rowVersion).ok());
    QCOMPARE(codeOf(m_workspace->saveSecondReview(sample.id, 1, *draft)), QStringLiteral("status"));
    const SampledCase done = m_workspace->sampledCases(sample.id)->first();
    QCOMPARE(done.first.facts, before.reviewCase.facts);
    QCOMPARE(done.second.facts, StoreDesk::approvable().facts);
    QCOMPARE(done.preparedBy, QStringLiteral("Nora Example"));
    QCOMPARE(*m_workspace->loadCase(sampled.caseId), before);
    QCOMPARE(m_workspace->history(sampled.caseId)->size(), entries);
    QVERIFY(m_workspace->verify().ok());
    const std::unique_ptr<Database> database = m_desk->database();
    for (const char *sql : {"UPDATE sampled_cases SET content = '{}'", "DELETE FROM sampled_cases",
             "UPDATE samples SET seed = 1", "DELETE FROM samples"})
        QVERIFY2(!database->run(QString::fromLatin1(sql)).ok(), sql);
}

/// The same review in two windows: the later save of the older state overwrote the other's answers without a word.
void tst_samples::aStaleSaveOfTheReviewIsRefused()
{
    decide("nora", 1, 0);
    const QualitySample sample = *m_workspace->drawSample(wish(1, "ned"));
    signIn("ned");
    StoredCase one = *m_workspace->secondReview(sample.id, 1);
    StoredCase other = one;
    QCOMPARE(one.rowVersion, 0);
    one.reviewCase.facts = StoreDesk::approvable().facts;
    const Result<StoredCase> saved = m_workspace->saveSecondReview(sample.id, 1, one);
    QVERIFY2(saved.ok(), why(saved));
    QCOMPARE(saved->rowVersion, 1);
    other.reviewCase.facts = StoreDesk::adverse().facts;
    QCOMPARE(codeOf(m_workspace->saveSecondReview(sample.id, 1, other)), QStringLiteral("stale"));
    QCOMPARE(m_workspace->secondReview(sample.id, 1)->reviewCase.facts, one.reviewCase.facts);
    StoredCase turned = *saved; // another page is no other state
    turned.page = QStringLiteral("tumor");
    QCOMPARE(m_workspace->saveSecondReview(sample.id, 1, turned)->rowVersion, 1);
    QCOMPARE(m_workspace->secondReview(sample.id, 1)->page, QStringLiteral("tumor"));
    other.rowVersion = saved->rowVersion; // both were brought together
    QCOMPARE(m_workspace->saveSecondReview(sample.id, 1, other)->rowVersion, 2);
    // what somebody has not seen is not finished by them
    QCOMPARE(codeOf(m_workspace->finishSecondReview(sample.id, 1, 1)), QStringLiteral("stale"));
    // and the database says so itself
    const std::unique_ptr<Database> database = m_desk->database();
    for (const char *sql : {"UPDATE sampled_cases SET content = '{}'", "UPDATE sampled_cases SET row_version = 7",
             "UPDATE sampled_cases SET finished_at = 1"})
        QVERIFY2(!database->run(QString::fromLatin1(sql)).ok(), sql);
    const Result<void> finished = m_workspace->finishSecondReview(sample.id, 1, 2);
    QVERIFY2(finished.ok(), why(finished));
}

void tst_samples::itIsItsReviewersAlone()
{
    decide("nora", 1, 0);
    const QualitySample sample = *m_workspace->drawSample(wish(1, "ned"));
    QCOMPARE(codeOf(m_workspace->secondReview(sample.id, 1)), QStringLiteral("role")); // sam
    signIn("nora");
    QVERIFY(m_workspace->samples()->isEmpty());
    QVERIFY(m_workspace->sampledCases(sample.id)->isEmpty());
    // to others a server does not even show it
    QCOMPARE(codeOf(m_workspace->secondReview(sample.id, 1)),
        StoreDesk::isOnServer() ? QStringLiteral("not_found") : QStringLiteral("role"));
    QCOMPARE(codeOf(m_workspace->drawSample(wish(1))), QStringLiteral("role"));
    signIn("ned");
    QCOMPARE(m_workspace->samples()->size(), 1);
    QCOMPARE(codeOf(m_workspace->secondReview(sample.id, 2)), QStringLiteral("not_found"));
}

void tst_samples::refusals()
{
    decide("nora", 1, 0);
    QCOMPARE(codeOf(m_workspace->drawSample(wish(0))), QStringLiteral("invalid"));
    QCOMPARE(codeOf(m_workspace->drawSample(wish(1001))), QStringLiteral("invalid"));
    SampleWish backwards = wish(1);
    backwards.until = QDate(2026, 10, 1);
    QCOMPARE(codeOf(m_workspace->drawSample(backwards)), QStringLiteral("invalid"));
    SampleWish pended = wish(1);
    pended.outcome = Decision::Pended;
    QCOMPARE(codeOf(m_workspace->drawSample(pended)), QStringLiteral("invalid"));
}

QTEST_GUILESS_MAIN(tst_samples)
#include "tst_samples.moc"
