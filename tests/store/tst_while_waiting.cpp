#include "ClockDesk.h"
#include "KeptLetters.h"

#include <QTest>

using namespace reviewdesk;

namespace {

const QString plain = QStringLiteral("Please send the report of the latest scan.");
const QString spanish = QStringLiteral("Envíe el informe de la última exploración.");
const QString clinical = QStringLiteral("Whether the disease is progressive is not shown.");

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", why(result).constData());
    return std::move(result).value();
}

} // namespace

/// What may be done with a case that waits for information, and what of its request is left when the wait is over.
class tst_while_waiting : public QObject, private ClockDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWordsOfARequestEndWithTheWait();
    void aWithdrawalDoesNotRepeatTheRequest();
    void aWithdrawalKeepsItsOwnWords();
    void moreTimeIsTakenWhileTheCaseWaits_data();
    void moreTimeIsTakenWhileTheCaseWaits();
    void moreTimeTakesNothingFromTheScreen();
    void aWaitThatEndedWithTheClockKeepsItsDay();
    void bothLettersGoOut();

private:
    StoredCase asked(LineOfBusiness line, Urgency urgency = Urgency::Standard);
    StoredCase act(const StoredCase &stored, Action action, const QString &comment = {})
    {
        return must(m_workspace->act(stored, action, comment));
    }
    IssuedLetter letter(const StoredCase &stored, const char *kind, const char *recipient) const;
    QStringList waiting(const StoredCase &stored) { return must(m_workspace->waitingLetters({stored.id})).value(stored.id); }
    QTimeZone zone() const { return m_workspace->rulebook().zone; }
};

void tst_while_waiting::init()
{
    sitDown();
    signIn("nora");
}

/// Received a minute ago, and asked for by nora in words.
StoredCase tst_while_waiting::asked(LineOfBusiness line, Urgency urgency)
{
    ReviewCase content = standardOf(line);
    content.request.urgency = urgency;
    content.request.receivedAt = m_desk->clock.now().addSecs(-60);
    StoredCase made = must(m_workspace->createCase(content));
    made.reviewCase.determination.plainReason = plain;
    made.reviewCase.determination.plainReasonTranslated = spanish;
    made.reviewCase.determination.rationale = clinical;
    return act(made, Action::Pend);
}

IssuedLetter tst_while_waiting::letter(const StoredCase &stored, const char *kind, const char *recipient) const
{
    IssuedLetter letter = letterFor(stored, kind, recipient);
    letter.html = QStringLiteral("<p>%1</p>").arg(plain);
    letter.text = plain;
    return letter;
}

/// They were printed in the approval that followed. What was said stays in the history and in the letter.
void tst_while_waiting::theWordsOfARequestEndWithTheWait()
{
    const StoredCase waits = asked(LineOfBusiness::SelfFundedErisa);
    QCOMPARE(waits.reviewCase.determination.plainReason, plain);
    must(m_workspace->issueLetter(letter(waits, "information_request", "provider")));
    const StoredCase resumed = act(must(m_workspace->loadCase(waits.id)), Action::Resume);
    const StoredCase kept = must(m_workspace->loadCase(waits.id));
    for (const StoredCase &stored : {resumed, kept}) {
        const Determination &words = stored.reviewCase.determination;
        QCOMPARE(words.plainReason, QString());
        QCOMPARE(words.plainReasonTranslated, QString());
        QCOMPARE(words.rationale, QString());
        QCOMPARE(words.replyBy, QDate());
    }
    QCOMPARE(must(m_workspace->letters(waits.id)).constFirst().text, plain);
    QByteArray history;
    const QList<AuditEntry> entries = must(m_workspace->history(waits.id));
    for (const AuditEntry &entry : entries)
        history += entry.changes;
    for (const QString &said : {plain, spanish, clinical})
        QVERIFY2(history.contains(said.toUtf8()), qPrintable(said));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_while_waiting::aWithdrawalDoesNotRepeatTheRequest()
{
    const StoredCase gone =
        act(asked(LineOfBusiness::SelfFundedErisa), Action::Withdraw, QStringLiteral("Dr. Lee, by phone."));
    QCOMPARE(gone.reviewCase.determination.plainReason, QString());
    QCOMPARE(gone.reviewCase.determination.plainReasonTranslated, QString());
    QCOMPARE(gone.reviewCase.determination.rationale, QString());
}

void tst_while_waiting::aWithdrawalKeepsItsOwnWords()
{
    StoredCase waits = asked(LineOfBusiness::SelfFundedErisa);
    const QString own = QStringLiteral("Your doctor's office has taken back this request.");
    waits.reviewCase.determination.plainReason = own;
    const StoredCase gone = act(waits, Action::Withdraw, QStringLiteral("Dr. Lee, by phone."));
    QCOMPARE(gone.reviewCase.determination.plainReason, own);
    QCOMPARE(gone.reviewCase.determination.rationale, QString());
}

void tst_while_waiting::moreTimeIsTakenWhileTheCaseWaits_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<Urgency>("urgency");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QDate>("due");
    using Line = LineOfBusiness;
    const auto row = [](const char *name, Line line, Urgency urgency, const char *login, const QDate &due) {
        QTest::newRow(name) << line << urgency << QString::fromLatin1(login) << due;
    };
    row("medicare, a nurse", Line::MedicareAdvantage, Urgency::Standard, "nora", QDate(2026, 12, 14));
    row("medicare, a physician", Line::MedicareAdvantage, Urgency::Standard, "phil", QDate(2026, 12, 14));
    row("medicare, expedited", Line::MedicareAdvantage, Urgency::Expedited, "nora", QDate(2026, 12, 10));
    row("medicaid", Line::MedicaidManagedCare, Urgency::Standard, "ned", QDate(2026, 12, 14));
}

/// Their clock runs on while the plan waits: that is when the 14 days are taken.
void tst_while_waiting::moreTimeIsTakenWhileTheCaseWaits()
{
    QFETCH(LineOfBusiness, line);
    QFETCH(Urgency, urgency);
    QFETCH(QString, login);
    QFETCH(QDate, due);
    const StoredCase waits = asked(line, urgency);
    QVERIFY(m_workspace->signInAs(login, login.toUtf8()).ok());
    m_desk->clock.advance(qint64{24} * 3600 * 1000);
    const Result<StoredCase> done =
        m_workspace->act(must(m_workspace->loadCase(waits.id)), Action::Extend, QStringLiteral("The CT is on its way."));
    QVERIFY2(done.ok(), why(done));
    const StoredCase stored = must(m_workspace->loadCase(waits.id));
    QCOMPARE(stored.status, Status::Pended);
    QVERIFY(stored.clock.isWaiting());
    QVERIFY(stored.clock.extendedAt.isValid());
    Determination expected = waits.reviewCase.determination;
    expected.extensionReason = QStringLiteral("The CT is on its way.");
    expected.extendedTo = due;
    QVERIFY(expected.replyBy.isValid());
    QCOMPARE(expected.decision, std::optional(Decision::Pended));
    QCOMPARE(stored.reviewCase.determination, expected); // who asked, when, and by when
    QCOMPARE(stored.preparedBy.name, waits.preparedBy.name);
    const auto dueOn = [this](const StoredCase &of) {
        return viewOf(of.reviewCase, m_workspace->rulebook(), of.clock).dueAt().toTimeZone(zone()).date();
    };
    QVERIFY(dueOn(stored) < due); // until the notice
    QCOMPARE(codeOf(m_workspace->act(stored, Action::Extend, QStringLiteral("Again."))), QStringLiteral("no_extension"));
    must(m_workspace->issueLetter(letter(stored, "extension_notice", "member")));
    QCOMPARE(dueOn(must(m_workspace->loadCase(waits.id))), due);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// Nobody may edit a case that waits, so what else stands on the screen is not taken along.
void tst_while_waiting::moreTimeTakesNothingFromTheScreen()
{
    StoredCase waits = asked(LineOfBusiness::MedicareAdvantage);
    const Determination before = waits.reviewCase.determination;
    waits.reviewCase.determination = {};
    waits.reviewCase.member.name = QStringLiteral("Somebody Else");
    const StoredCase stored = act(waits, Action::Extend, QStringLiteral("The CT is on its way."));
    QCOMPARE(stored.reviewCase.member.name, QStringLiteral("Ana Example"));
    QCOMPARE(stored.reviewCase.determination.plainReason, before.plainReason);
    QCOMPARE(stored.reviewCase.determination.decision, before.decision);
    QCOMPARE(stored.reviewCase.determination.replyBy, before.replyBy);
}

/// Where the letter gave the provider until the decision was due, more time for the decision does not move that.
void tst_while_waiting::aWaitThatEndedWithTheClockKeepsItsDay()
{
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    WorkspaceSettings settings = must(sam->settings());
    settings.letterhead = R"({"reply_hours_expedited":96})";
    QVERIFY(sam->saveSettings(settings).ok());
    const StoredCase waits = asked(LineOfBusiness::MedicareAdvantage, Urgency::Expedited);
    QCOMPARE(waits.reviewCase.determination.replyBy, QDate()); // 72 hours from receipt, which the letter says
    const StoredCase stored = act(waits, Action::Extend, QStringLiteral("The CT is on its way."));
    QCOMPARE(stored.reviewCase.determination.replyBy, QDate(2026, 11, 26));
    QCOMPARE(stored.reviewCase.determination.extendedTo, QDate(2026, 12, 10));
}

void tst_while_waiting::bothLettersGoOut()
{
    const QString request = QStringLiteral("information_request");
    const QString notice = QStringLiteral("extension_notice");
    StoredCase waits = asked(LineOfBusiness::MedicareAdvantage);
    QCOMPARE(waiting(waits), QStringList(request));
    waits = act(waits, Action::Extend, QStringLiteral("The CT is on its way."));
    QCOMPARE(waiting(waits), (QStringList{notice, request}));
    QCOMPARE(must(m_workspace->worklistCounts()).value(WorklistView::LettersToPrint), 1);
    for (const char *kind : {"information_request", "extension_notice"}) {
        for (const char *recipient : {"member", "provider"})
            QVERIFY(m_workspace->recordPrint(must(m_workspace->issueLetter(letter(waits, kind, recipient))).id).ok());
    }
    QCOMPARE(waiting(waits), QStringList());
    QCOMPARE(must(m_workspace->worklistCounts()).value(WorklistView::LettersToPrint), 0);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

QTEST_GUILESS_MAIN(tst_while_waiting)
#include "tst_while_waiting.moc"
