#include "StoreDesk.h"

#include "letter/LetterComposer.h"
#include "letter/LetterHtml.h"

#include <QTest>

using namespace reviewdesk;

/// The day that a letter names for an answer is the day on which the case's wait ends.
class tst_reply_day : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWaitEndsOnTheDayOfTheLetter_data();
    void theWaitEndsOnTheDayOfTheLetter();
    void theSecondLetterNamesTheSameDay();
    void aLetterheadThatIsChangedMovesNoDay();

private:
    /// Asked for information on 2026-11-23 by a plan with this letterhead, in the plan's zone.
    Result<StoredCase> asked(LineOfBusiness line, Urgency urgency, const QByteArray &letterhead);
    Result<void> keep(const QByteArray &letterhead);
    IssuedLetter letter(const StoredCase &stored);
    QString replyBy(const StoredCase &stored);
    bool isOver() const { return m_workspace->worklistCounts()->value(WorklistView::WaitOver) == 1; }

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

Result<void> tst_reply_day::keep(const QByteArray &letterhead)
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    WorkspaceSettings settings = sam->settings().value();
    settings.letterhead = letterhead;
    return sam->saveSettings(settings);
}

Result<StoredCase> tst_reply_day::asked(LineOfBusiness line, Urgency urgency, const QByteArray &letterhead)
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
    if (const Result<void> kept = keep(letterhead); !kept)
        return kept.error();
    m_workspace = m_desk->opened(QStringLiteral("nora"));
    ReviewCase content = StoreDesk::adverse();
    content.request.lineOfBusiness = line;
    content.request.urgency = urgency;
    content.request.receivedAt = m_desk->clock.now().addSecs(-60);
    Result<StoredCase> stored = m_workspace->createCase(content);
    if (!stored)
        return stored;
    stored->reviewCase.determination.plainReason = QStringLiteral("words");
    return m_workspace->act(*stored, Action::Pend);
}

/// The letter that is written now.
IssuedLetter tst_reply_day::letter(const StoredCase &stored)
{
    const Result<JsonValue> values = readJson(m_workspace->settings()->letterhead);
    const Letterhead letterhead =
        values ? Letterhead{*values, false} : sampleLetterhead(QStringLiteral(RESOURCES)).value();
    const Rulebook &rulebook = m_workspace->rulebook();
    const CaseView view = viewOf(stored.reviewCase, rulebook, asIfAsked(stored.clock, m_desk->clock.now()));
    const auto composition = LetterComposer::load(QStringLiteral(RESOURCES)).value()->compose(
        {stored.reviewCase, view, LetterKind::InformationRequest, Recipient::Provider, letterhead, m_desk->clock.now()},
        rulebook);
    IssuedLetter letter;
    static_cast<FrozenLetter &>(letter) = composition.letter.frozen();
    letter.caseId = stored.id;
    return letter;
}

QString tst_reply_day::replyBy(const StoredCase &stored)
{
    return readLetter(letter(stored).html).textById.value(QStringLiteral("reply-by"));
}

void tst_reply_day::theWaitEndsOnTheDayOfTheLetter_data()
{
    using Line = LineOfBusiness;
    QTest::addColumn<Line>("line");
    QTest::addColumn<Urgency>("urgency");
    QTest::addColumn<QByteArray>("letterhead");
    QTest::addColumn<QDate>("day");
    const auto row = [](const char *name, Line line, Urgency urgency, const char *letterhead, const QDate &day) {
        QTest::newRow(name) << line << urgency << QByteArray(letterhead) << day;
    };
    constexpr Urgency standard = Urgency::Standard;
    constexpr Urgency expedited = Urgency::Expedited;
    row("more than the rule", Line::SelfFundedErisa, standard, R"({"reply_days":60})", QDate(2027, 1, 22));
    row("less than the rule", Line::SelfFundedErisa, standard, R"({"reply_days":10})", QDate(2027, 1, 8)); // from the letter
    row("as long as the rule", Line::SelfFundedErisa, standard, "", QDate(2027, 1, 8)); // the sample plan's
    row("of the line of business", Line::SelfFundedErisa, standard,
        R"({"lines_of_business":{"self_funded_erisa":{"reply_days":60}},"reply_days":10})", QDate(2027, 1, 22));
    row("more than a clock that runs on", Line::MedicareAdvantage, standard, R"({"reply_days":60})", QDate(2026, 11, 30));
    row("less than a clock that runs on", Line::MedicareAdvantage, standard, R"({"reply_days":3})", QDate(2026, 11, 26));
    row("more hours than the rule", Line::SelfFundedErisa, expedited, R"({"reply_hours_expedited":96})", QDate(2026, 11, 27));
    row("as many hours as the rule", Line::SelfFundedErisa, expedited, R"({"reply_hours_expedited":48})", QDate(2026, 11, 25));
    row("more hours than a clock that runs on", Line::MedicareAdvantage, expedited, R"({"reply_hours_expedited":96})", QDate(2026, 11, 26));
    row("less hours than a clock that runs on", Line::MedicareAdvantage, expedited, R"({"reply_hours_expedited":24})", QDate(2026, 11, 24));
}

void tst_reply_day::theWaitEndsOnTheDayOfTheLetter()
{
    QFETCH(LineOfBusiness, line);
    QFETCH(Urgency, urgency);
    QFETCH(QByteArray, letterhead);
    QFETCH(QDate, day);
    const Result<StoredCase> stored = asked(line, urgency, letterhead);
    QVERIFY2(stored.ok(), why(stored));
    if (urgency == Urgency::Standard)
        m_desk->clock.advance(qint64{24} * 3600 * 1000); // written the day after
    const QString said = replyBy(*stored);
    QVERIFY2(said.contains(QLocale(QLocale::English, QLocale::UnitedStates).toString(day, QStringLiteral("MMMM d, yyyy"))), qPrintable(said));
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letter(*stored));
    QVERIFY2(issued.ok(), why(issued));
    const QTimeZone &zone = m_workspace->rulebook().zone;
    m_desk->clock.advance(m_desk->clock.now().msecsTo(day.startOfDay(zone)));
    QVERIFY(!isOver());
    m_desk->clock.advance(m_desk->clock.now().msecsTo(day.addDays(1).startOfDay(zone)));
    QVERIFY(isOver());
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// The member's letter went out, the provider's is written days later: they name the same day, that of the first.
void tst_reply_day::theSecondLetterNamesTheSameDay()
{
    const Result<StoredCase> stored = asked(LineOfBusiness::SelfFundedErisa, Urgency::Standard, R"({"reply_days":10})");
    QVERIFY2(stored.ok(), why(stored));
    m_desk->clock.advance(qint64{24} * 3600 * 1000);
    const QString said = replyBy(*stored);
    QVERIFY2(said.contains(QStringLiteral("January 8, 2027")), qPrintable(said));
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letter(*stored));
    QVERIFY2(issued.ok(), why(issued));
    m_desk->clock.advance(qint64{72} * 3600 * 1000);
    QCOMPARE(replyBy(*m_workspace->loadCase(stored->id)), said);
}

/// The letter that is corrected names the day that was given, and what is asked next has a day of its own.
void tst_reply_day::aLetterheadThatIsChangedMovesNoDay()
{
    Result<StoredCase> stored = asked(LineOfBusiness::SelfFundedErisa, Urgency::Standard, R"({"reply_days":60})");
    QVERIFY2(stored.ok(), why(stored));
    const QString said = replyBy(*stored);
    QVERIFY2(keep(R"({"reply_days":90})").ok(), "");
    QCOMPARE(replyBy(*stored), said);
    stored = m_workspace->act(*stored, Action::Resume);
    QVERIFY2(stored.ok(), why(stored));
    stored = m_workspace->act(*stored, Action::Pend);
    QVERIFY2(stored.ok(), why(stored));
    QVERIFY2(replyBy(*stored).contains(QStringLiteral("February 21, 2027")), qPrintable(replyBy(*stored)));
}

QTEST_GUILESS_MAIN(tst_reply_day)
#include "tst_reply_day.moc"
