// When a case is due once its letters are issued: the wait begins with the letter that asks, more time counts by its notice.
#include "ClockDesk.h"
#include "KeptLetters.h"

#include "store/Migrator.h"
#include "store/RoundRecord.h"

#include <QTest>

using namespace reviewdesk;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000; // milliseconds

} // namespace

class tst_clock_by_notice : public QObject, private ClockDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWaitBeginsWithItsLetter();
    void anAnswerBeforeTheLetterPausedNothing();
    void moreTimeCountsByItsNotice();
    void aNoticeTooLateDoesNotExtend();
    void theSecondRecipientChangesNothing();
    void everyRequestHasItsOwnNotice();
    void aNoticeNeedsItsLetter_data();
    void aNoticeNeedsItsLetter();
    void aForgottenNoticeIsFound();
    void theReportKnowsWhatCounted();
    void clocksOfAnOlderWorkspaceAreFilled();

private:
    StoredCase made(LineOfBusiness line) { return madeInIdaho(line, StoreDesk::approvable()); }
    StoredCase moved(const StoredCase &stored, Action action);
    QDateTime issue(const StoredCase &stored, const char *kind, const char *recipient = "member");
    QStringList events(const QString &caseId);
};

void tst_clock_by_notice::init()
{
    sitDown();
    signIn("nora");
}

StoredCase tst_clock_by_notice::moved(const StoredCase &stored, Action action)
{
    const Result<StoredCase> next = m_workspace->act(stored, action, QStringLiteral("The board meets late."));
    if (!next)
        qWarning("%s", qPrintable(next.error().message));
    return next ? *next : StoredCase();
}

QDateTime tst_clock_by_notice::issue(const StoredCase &stored, const char *kind, const char *recipient)
{
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letterFor(stored, kind, recipient));
    if (!issued)
        qWarning("%s", qPrintable(issued.error().message));
    return issued ? issued->issuedAt : QDateTime();
}

QStringList tst_clock_by_notice::events(const QString &caseId)
{
    QStringList kinds;
    const Result<Database::Rows> rows =
        m_desk->database()->rows(QStringLiteral("SELECT kind FROM clock_events WHERE case_id = ? ORDER BY round, sequence"), {caseId});
    if (rows) {
        for (const Database::Row &row : *rows)
            kinds << row.at(0).toString();
    }
    return kinds;
}

void tst_clock_by_notice::aWaitBeginsWithItsLetter()
{
    StoredCase stored = made(LineOfBusiness::SelfFundedErisa);
    const QDate plain = dueDay(stored.id);
    m_desk->clock.advance(4 * day);
    stored = moved(stored, Action::Pend);
    QCOMPARE(dueDay(stored.id), plain); // asked, and nobody was told
    m_desk->clock.advance(6 * day);
    const QDateTime letter = issue(stored, "information_request");
    QVERIFY(letter.isValid());
    QCOMPARE(dueDay(stored.id), plain.addDays(45));
    QCOMPARE(m_workspace->loadCase(stored.id)->clock.waits.constFirst().noticedAt.toMSecsSinceEpoch(), letter.toMSecsSinceEpoch());
    const Result<Database::Row> wait = m_desk->database()->row(QStringLiteral("SELECT wait_until FROM cases WHERE id = ?"), {stored.id});
    QVERIFY2(wait.ok(), why(wait));
    const QDate waitEnds = QDateTime::fromMSecsSinceEpoch(wait->at(0).toLongLong(), StoreDesk::rulebook()->zone).date();
    QCOMPARE(waitEnds, letter.toTimeZone(StoreDesk::rulebook()->zone).date().addDays(45)); // 45 days from the letter
    m_desk->clock.advance(3 * day);
    stored = moved(*m_workspace->loadCase(stored.id), Action::Resume);
    QCOMPARE(dueDay(stored.id), plain.addDays(3));
    QCOMPARE(events(stored.id), QStringList({QStringLiteral("asked"), QStringLiteral("noticed"), QStringLiteral("answered")}));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_clock_by_notice::anAnswerBeforeTheLetterPausedNothing()
{
    StoredCase stored = made(LineOfBusiness::SelfFundedErisa);
    const QDate plain = dueDay(stored.id);
    stored = moved(stored, Action::Pend);
    m_desk->clock.advance(5 * day);
    stored = moved(stored, Action::Resume);
    QCOMPARE(dueDay(stored.id), plain);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_clock_by_notice::moreTimeCountsByItsNotice()
{
    StoredCase stored = made(LineOfBusiness::MedicareAdvantage);
    const QDate plain = dueDay(stored.id);
    stored = moved(stored, Action::Extend);
    QCOMPARE(dueDay(stored.id), plain);
    QCOMPARE(stored.reviewCase.determination.extendedTo, plain.addDays(14)); // what its notice says
    m_desk->clock.advance(day);
    QVERIFY(issue(stored, "extension_notice", "provider").isValid());
    QCOMPARE(dueDay(stored.id), plain.addDays(14));
    QCOMPARE(events(stored.id), QStringList({QStringLiteral("extended"), QStringLiteral("extension_noticed")}));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_clock_by_notice::aNoticeTooLateDoesNotExtend()
{
    StoredCase stored = made(LineOfBusiness::MedicareAdvantage);
    const QDate plain = dueDay(stored.id);
    stored = moved(stored, Action::Extend);
    m_desk->clock.advance(8 * day);
    QVERIFY(issue(stored, "extension_notice").isValid()); // it goes out all the same
    QCOMPARE(dueDay(stored.id), plain);
    const Result<StoredCase> kept = m_workspace->loadCase(stored.id);
    const QStringList remarks = viewOf(kept->reviewCase, *StoreDesk::rulebook(), kept->clock).due.constFirst().remarks;
    QCOMPARE(remarks.size(), 1);
    QVERIFY2(remarks.constFirst().contains(QStringLiteral("when the time had run out: it does not count")), qPrintable(remarks.constFirst()));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_clock_by_notice::theSecondRecipientChangesNothing()
{
    const StoredCase stored = moved(made(LineOfBusiness::SelfFundedErisa), Action::Pend);
    const QDateTime member = issue(stored, "information_request", "member");
    const QDateTime due = dueOf(stored.id);
    m_desk->clock.advance(3 * day);
    QVERIFY(issue(stored, "information_request", "provider") > member);
    QCOMPARE(dueOf(stored.id), due);
    QCOMPARE(events(stored.id), QStringList({QStringLiteral("asked"), QStringLiteral("noticed")}));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_clock_by_notice::everyRequestHasItsOwnNotice()
{
    StoredCase stored = made(LineOfBusiness::SelfFundedErisa);
    const QDate plain = dueDay(stored.id);
    for (int i = 0; i < 2; ++i) {
        stored = moved(*m_workspace->loadCase(stored.id), Action::Pend);
        QVERIFY(issue(stored, "information_request").isValid());
        m_desk->clock.advance(2 * day);
        stored = moved(*m_workspace->loadCase(stored.id), Action::Resume);
    }
    QCOMPARE(dueDay(stored.id), plain.addDays(4));
    stored = moved(stored, Action::Pend); // the third is not sent
    m_desk->clock.advance(2 * day);
    QCOMPARE(dueDay(stored.id), plain.addDays(4));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_clock_by_notice::aNoticeNeedsItsLetter_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("letter");
    QTest::newRow("a request without its letter") << QStringLiteral("noticed") << false;
    QTest::newRow("a request twice") << QStringLiteral("noticed") << true;
    QTest::newRow("more time without its notice") << QStringLiteral("extension_noticed") << false;
    QTest::newRow("something else") << QStringLiteral("forgotten") << false;
}

/// The database refuses what no letter says.
void tst_clock_by_notice::aNoticeNeedsItsLetter()
{
    QFETCH(QString, kind);
    QFETCH(bool, letter);
    const StoredCase stored = moved(made(LineOfBusiness::SelfFundedErisa), Action::Pend);
    if (letter)
        QVERIFY(issue(stored, "information_request").isValid());
    const std::unique_ptr<Database> database = m_desk->database();
    const Result<void> added = database->run(QStringLiteral("INSERT INTO clock_events (case_id, round, sequence, kind, at, user_id)"
                                                            " SELECT case_id, round, max(sequence) + 1, ?, max(at), min(user_id)"
                                                            " FROM clock_events WHERE case_id = ? GROUP BY case_id, round"),
        {kind, stored.id});
    QVERIFY(!added);
}

void tst_clock_by_notice::aForgottenNoticeIsFound()
{
    const StoredCase stored = moved(made(LineOfBusiness::SelfFundedErisa), Action::Pend);
    QVERIFY(issue(stored, "information_request").isValid());
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    {
        const std::unique_ptr<Database> database = m_desk->database();
        const QList<QByteArray> rules = StoreDesk::rulesTakenAway(*database);
        QVERIFY(database->run(QStringLiteral("DELETE FROM clock_events WHERE kind = 'noticed'")).ok());
        for (const QByteArray &rule : rules)
            QVERIFY2(database->script(rule).ok(), rule.constData());
    }
    const Result<void> verified = m_workspace->verify();
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, QStringLiteral("damaged"));
    QVERIFY2(verified.error().message.contains(QStringLiteral("letters say")), qPrintable(verified.error().message));
}

/// Of four cases whose time was extended, one by a notice in time.
void tst_clock_by_notice::theReportKnowsWhatCounted()
{
    const StoredCase inTime = moved(made(LineOfBusiness::MedicareAdvantage), Action::Extend);
    const StoredCase late = moved(made(LineOfBusiness::MedicareAdvantage), Action::Extend);
    const StoredCase never = moved(made(LineOfBusiness::MedicareAdvantage), Action::Extend);
    QVERIFY(issue(inTime, "extension_notice").isValid());
    m_desk->clock.advance(8 * day);
    QVERIFY(issue(late, "extension_notice").isValid());
    for (const QString &id : {inTime.id, late.id, never.id})
        QCOMPARE(moved(*m_workspace->loadCase(id), Action::Approve).status, Status::Approved);
    const QDateTime now = m_desk->clock.now();
    m_workspace = m_desk->opened(QStringLiteral("sam"));
    const Result<Workspace::RoundReading> reading = m_workspace->roundRecords(now.addDays(-30), now.addDays(1));
    QVERIFY2(reading.ok(), why(reading));
    const Result<QList<RoundRecord>> records = (*reading)({});
    QVERIFY2(records.ok(), why(records));
    QStringList extended;
    for (const RoundRecord &record : *records) {
        if (record.extendedAt)
            extended << record.caseId;
    }
    QCOMPARE(extended, QStringList{inTime.id});
}

/// The program before kept no notices: they are those of the letters that were issued, and the due dates follow.
void tst_clock_by_notice::clocksOfAnOlderWorkspaceAreFilled()
{
    StoredCase asked = made(LineOfBusiness::SelfFundedErisa);
    const QDate plain = dueDay(asked.id);
    asked = moved(asked, Action::Pend);
    const StoredCase silent = moved(made(LineOfBusiness::SelfFundedErisa), Action::Pend);
    const StoredCase longer = moved(made(LineOfBusiness::MedicareAdvantage), Action::Extend);
    m_desk->clock.advance(2 * day);
    QVERIFY(issue(asked, "information_request").isValid());
    QVERIFY(issue(longer, "extension_notice").isValid());
    const QDateTime due = dueOf(asked.id);
    const QDateTime extended = dueOf(longer.id);
    QVERIFY(due.isValid() && extended.isValid());
    m_workspace.reset();
    QByteArray step;
    int number = 0;
    const std::unique_ptr<Database> database = m_desk->database();
    for (const Migration &one : Migrator::compiledIn(database->dialect())) {
        if (one.name.contains(QLatin1String("clocks_by_notice"))) {
            step = one.sql;
            number = one.number;
        }
    }
    QVERIFY(number > 0);
    // As it was: no notices, and the silent case paused by its step alone.
    const QByteArray forget = "DELETE FROM clock_events WHERE kind IN ('noticed', 'extension_noticed');"
                              "UPDATE cases SET due_at = due_at + 1; UPDATE settings SET value = '' WHERE name = 'due_rules';";
    if (StoreDesk::isOnServer()) {
        const QByteArray owner = "SET ROLE \"" + m_desk->server().toUtf8() + "_owner\"; ";
        const Result<void> back = database->script(owner + "ALTER TABLE clock_events DISABLE TRIGGER USER; ALTER TABLE cases DISABLE TRIGGER cases_change_by_steps;"
            + forget + "ALTER TABLE clock_events ENABLE TRIGGER USER; ALTER TABLE cases ENABLE TRIGGER cases_change_by_steps;"
            "DROP FUNCTION clock_events_by_letter() CASCADE; DROP VIEW notices;" + step);
        QVERIFY2(back.ok(), why(back));
        QVERIFY(m_desk->upgraded().ok());
    } else {
        StoreDesk::dropTrigger(*database, QStringLiteral("clock_events_kept"));
        QVERIFY(database->script(forget).ok());
        QVERIFY(database->script("DROP VIEW notices").ok());
        const Result<void> again = database->script(step);
        QVERIFY2(again.ok(), why(again));
    }
    m_workspace = m_desk->opened(QStringLiteral("sam"));
    QCOMPARE(dueOf(asked.id), due);
    QCOMPARE(dueOf(longer.id), extended);
    QCOMPARE(dueDay(silent.id), plain);
    QCOMPARE(events(asked.id), QStringList({QStringLiteral("asked"), QStringLiteral("noticed")}));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

QTEST_GUILESS_MAIN(tst_clock_by_notice)
#include "tst_clock_by_notice.moc"
