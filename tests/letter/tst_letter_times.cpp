#include "tests/letter/LetterFixture.h"

#include "letter/LetterHtml.h"

#include <QTimeZone>

using namespace reviewdesk;

/// Until when a request for information wants its answer.
class TestLetterTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void replyByComesFromCaseOrPlan();
    void replyByIsToldInTheClockOfItsOwnDay();
    void aNoticeTooLateIsRefused_data();
    void aNoticeTooLateIsRefused();
    void timeThatAWaitGaveIsNoEarlierNotice();

private:
    LetterFixture m_fixture;
};

void TestLetterTimes::replyByComesFromCaseOrPlan()
{
    ClockEvents clock;
    const auto replyBy = [this, &clock](const ReviewCase &reviewCase, const Letterhead &letterhead) {
        const auto composition =
            m_fixture.compose(reviewCase, LetterKind::InformationRequest, Recipient::Provider, letterhead, clock);
        return readLetter(composition.letter.html).textById.value(QStringLiteral("reply-by"));
    };
    ReviewCase reviewCase = m_fixture.informationRequest();
    reviewCase.request.state = QStringLiteral("ID"); // whose clock stops while the plan waits
    QVERIFY(replyBy(reviewCase, m_fixture.letterhead()).contains(QStringLiteral("January 7, 2027"))); // 45 days
    const Letterhead hasty{JsonValue::Object{{QStringLiteral("plan_name"), QStringLiteral("P")},
                               {QStringLiteral("reply_days"), 10}}, false};
    clock.waits.append({m_fixture.denial().determination.at, {}, m_fixture.denial().determination.at});
    QVERIFY2(replyBy(reviewCase, hasty).contains(QStringLiteral("January 7, 2027")), qPrintable(replyBy(reviewCase, hasty))); // the rule's
    clock = {};
    reviewCase.request.urgency = Urgency::Expedited;
    QVERIFY(
        replyBy(reviewCase, m_fixture.letterhead()).contains(QStringLiteral("November 25, 2026, 3:00 PM"))); // 48 hours
    reviewCase.determination.replyBy = QDate(2026, 12, 1);
    QVERIFY(replyBy(reviewCase, m_fixture.letterhead()).contains(QStringLiteral("December 1, 2026")));
    reviewCase.determination.replyBy = QDate();
    QVERIFY(
        replyBy(reviewCase, Letterhead{JsonValue::Object{{QStringLiteral("plan_name"), QStringLiteral("P")}}, false})
            .isEmpty());
}

/// The decision is due at the end of the last day of winter time, the plan's 48 hours reach into summer time: the end of
/// 7 March was told as one o'clock on the 8th.
void TestLetterTimes::replyByIsToldInTheClockOfItsOwnDay()
{
    const QTimeZone zone("America/Los_Angeles");
    const auto rulebook = loadRulebook(QStringLiteral(RESOURCES), zone);
    QVERIFY2(rulebook.ok(), qPrintable(rulebook.ok() ? QString() : rulebook.error().message));
    ReviewCase reviewCase = m_fixture.informationRequest();
    reviewCase.determination.replyBy = {};
    reviewCase.request.lineOfBusiness = LineOfBusiness::CommercialInsured;
    reviewCase.request.state = QStringLiteral("WA");
    reviewCase.request.urgency = Urgency::Expedited;
    reviewCase.request.timing = Timing::PreService;
    reviewCase.request.channel = Channel::Fax;
    reviewCase.request.receivedAt = QDateTime(QDate(2026, 3, 5), QTime(9, 0), zone);
    const QDateTime written(QDate(2026, 3, 6), QTime(10, 0), zone);
    const auto replyBy = [&](const QDateTime &writtenAt) {
        const CaseView view = viewOf(reviewCase, **rulebook);
        const auto composition = m_fixture.composer().compose({reviewCase, view, LetterKind::InformationRequest,
                                                                   Recipient::Provider, m_fixture.letterhead(), writtenAt},
            **rulebook);
        return readLetter(composition.letter.html).textById.value(QStringLiteral("reply-by"));
    };
    QVERIFY2(replyBy(written.toUTC()).contains(QStringLiteral("March 7, 2026, 11:59 PM")), qPrintable(replyBy(written.toUTC())));
    // a letter whose day came with an offset tells time by it
    const QDateTime asItCame = written.toOffsetFromUtc(-7 * 3600);
    QVERIFY2(replyBy(asItCame).contains(QStringLiteral("March 8, 2026, 12:59 AM")), qPrintable(replyBy(asItCame)));
}

void TestLetterTimes::aNoticeTooLateIsRefused_data()
{
    QTest::addColumn<qint64>("late"); ///< milliseconds after the time without it
    QTest::addColumn<qint64>("noticed"); ///< another was issued then; 0: none
    QTest::addColumn<bool>("refused");
    constexpr qint64 day = 24LL * 3600 * 1000;
    QTest::newRow("at the last moment") << qint64{0} << qint64{0} << false;
    QTest::newRow("a moment late") << qint64{1} << qint64{0} << true;
    QTest::newRow("the second, of one in time") << day << -day << false;
    QTest::newRow("the second, of one too late") << 2 * day << day << true;
}

/// Its new day would not hold.
void TestLetterTimes::aNoticeTooLateIsRefused()
{
    QFETCH(const qint64, late);
    QFETCH(const qint64, noticed);
    QFETCH(const bool, refused);
    ReviewCase reviewCase = m_fixture.extensionNotice();
    reviewCase.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    reviewCase.request.urgency = Urgency::Standard;
    reviewCase.request.timing = Timing::PreService;
    const QDateTime due = viewOf(reviewCase, m_fixture.rulebook()).dueAt();
    reviewCase.determination.extendedTo = due.date().addDays(14);
    ClockEvents clock;
    clock.extendedAt = reviewCase.request.receivedAt;
    clock.extensionNoticedAt = noticed == 0 ? QDateTime() : due.addMSecs(noticed);
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook(), clock);
    const auto composition = m_fixture.composer().compose({reviewCase, view, LetterKind::ExtensionNotice, Recipient::Member,
                                                              m_fixture.letterhead(), due.addMSecs(late)},
        m_fixture.rulebook());
    QCOMPARE(LetterFixture::codes(composition.reasons), refused ? QStringList(QStringLiteral("too_late")) : QStringList());
    if (refused)
        QVERIFY2(composition.reasons.constFirst().message.contains(QStringLiteral("ran out on 27 Nov 2026 23:59")),
            qPrintable(composition.reasons.constFirst().message));
}

/// Extended on day 3 without a notice, asked on day 4, answered on day 24: day 35 is the wait's, not the extension's.
void TestLetterTimes::timeThatAWaitGaveIsNoEarlierNotice()
{
    ReviewCase reviewCase = m_fixture.extensionNotice();
    reviewCase.request.lineOfBusiness = LineOfBusiness::SelfFundedErisa;
    reviewCase.request.urgency = Urgency::Standard;
    reviewCase.request.timing = Timing::PreService;
    reviewCase.request.state = QStringLiteral("ID");
    const QDateTime received = reviewCase.request.receivedAt;
    reviewCase.determination.extendedTo = received.date().addDays(30);
    ClockEvents clock;
    clock.extendedAt = received.addDays(3);
    clock.waits.append({received.addDays(4), received.addDays(24), received.addDays(4)});
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook(), clock);
    QCOMPARE(view.dueAt().date(), received.date().addDays(35));
    const auto composition = m_fixture.composer().compose({reviewCase, view, LetterKind::ExtensionNotice, Recipient::Member,
                                                              m_fixture.letterhead(), received.addDays(40)},
        m_fixture.rulebook());
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList({QStringLiteral("extended_over"), QStringLiteral("too_late")}));
}

QTEST_GUILESS_MAIN(TestLetterTimes)
#include "tst_letter_times.moc"
