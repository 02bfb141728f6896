#include "KeptLetters.h"

using namespace reviewdesk;

namespace {

/// Takes back what a server's later steps add and would add again.
const QByteArray laterRules =
    "DROP FUNCTION rounds_appeal_goes_on(), users_corrected_as_noted(), clock_events_by_letter() CASCADE; DROP VIEW notices;"
    "ALTER TABLE rounds DROP COLUMN policy_begins; ";

} // namespace

/// Which cases stand among those with a letter to send.
class tst_letters_to_send : public QObject, private LetterDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { sitDown(); }
    void theWorklistFollows();
    void aLetterThatWasNeverIssuedKeepsTheCase();
    void aNoticeThatWasNeverIssuedKeepsTheCase();
    void aWithdrawalsLetterIsSentToo();
    void nobodyWritesToANameThatWasNotGiven();
    void anotherStatusAsksForOtherLetters();
    void aSecondRequestIsALetterOfItsOwn();
    void requestsOfAnOlderWorkspaceAreToldApart();
    void lettersOfAnOlderWorkspaceStandInTheQueue();

private:
    StoredCase askedTwice();
    StoredCase moved(StoredCase stored, const QList<Action> &actions);
    StoredCase extended();
    Result<StoredCase> withdrawn(const ReviewCase &content);
    int count(WorklistView view);
    void sendOut(const StoredCase &stored, const char *kind, const char *recipient);
    void askAgainAsBefore(const StoredCase &asked, Database &database);
    QList<int> waitsOf(const QString &caseId);
};

void tst_letters_to_send::theWorklistFollows()
{
    QCOMPARE(count(WorklistView::LettersToPrint), 1); // decided, no letter yet
    QCOMPARE(count(WorklistView::LettersIssued), 0);
    const QString member = m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))->id;
    const QString provider = m_workspace->issueLetter(letterFor(m_approved, "approval", "provider"))->id;
    QCOMPARE(count(WorklistView::LettersToPrint), 1);
    QCOMPARE(count(WorklistView::LettersIssued), 1);
    QVERIFY(m_workspace->recordPrint(member).ok());
    QVERIFY(m_workspace->recordPrint(member).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 1);
    QVERIFY(m_workspace->recordPrint(provider).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 0);
}

/// The member's went out, the provider's was never issued: the case was in no list of letters any more.
void tst_letters_to_send::aLetterThatWasNeverIssuedKeepsTheCase()
{
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))->id).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 1);
    QCOMPARE(count(WorklistView::LettersIssued), 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "provider"))->id).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 0);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// Of a rule that gives more time, and it was taken; nobody was told.
StoredCase tst_letters_to_send::extended()
{
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    Result<StoredCase> made = m_workspace->createCase(content);
    if (made)
        made = m_workspace->act(*made, Action::Extend, QStringLiteral("The board meets late."));
    return made ? *made : StoredCase();
}

Result<StoredCase> tst_letters_to_send::withdrawn(const ReviewCase &content)
{
    const Result<StoredCase> made = m_workspace->createCase(content);
    return made ? m_workspace->act(*made, Action::Withdraw, QStringLiteral("The provider asked for it.")) : made;
}

int tst_letters_to_send::count(WorklistView view)
{
    return m_workspace->worklistCounts()->value(view);
}

void tst_letters_to_send::sendOut(const StoredCase &stored, const char *kind, const char *recipient)
{
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letterFor(stored, kind, recipient));
    QVERIFY2(issued.ok(), why(issued));
    QVERIFY(m_workspace->recordPrint(issued->id).ok());
}

/// More time that nobody was told of is none, and the case stood in no list of letters.
void tst_letters_to_send::aNoticeThatWasNeverIssuedKeepsTheCase()
{
    const int others = count(WorklistView::LettersToPrint);
    const StoredCase draft = extended();
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    QCOMPARE(count(WorklistView::LettersIssued), 0);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    sendOut(draft, "extension_notice", "member");
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    sendOut(draft, "extension_notice", "provider");
    QCOMPARE(count(WorklistView::LettersToPrint), others);
    QCOMPARE(count(WorklistView::LettersIssued), 1);

    StoredCase asked = moved(extended(), {Action::Pend}); // two kinds of letter
    for (const char *recipient : {"member", "provider"})
        sendOut(asked, "information_request", recipient);
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    asked = moved(asked, {Action::Resume});
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    asked = moved(asked, {Action::Approve}); // told the decision, nobody is told that it takes longer
    for (const char *recipient : {"member", "provider"})
        sendOut(asked, "approval", recipient);
    QCOMPARE(count(WorklistView::LettersToPrint), others);
    asked = moved(asked, {Action::Reopen}); // its time was not extended in this round
    QCOMPARE(count(WorklistView::LettersToPrint), others);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_letters_to_send::aWithdrawalsLetterIsSentToo()
{
    const int others = count(WorklistView::LettersToPrint);
    const Result<StoredCase> done = withdrawn(StoreDesk::approvable());
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    sendOut(*done, "withdrawal", "provider");
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    sendOut(*done, "withdrawal", "member");
    QCOMPARE(count(WorklistView::LettersToPrint), others);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// A draft begun by mistake is withdrawn with nobody in it, and would wait for its letters for ever.
void tst_letters_to_send::nobodyWritesToANameThatWasNotGiven()
{
    const int others = count(WorklistView::LettersToPrint);
    ReviewCase content = StoreDesk::approvable();
    content.member.name.clear();
    const Result<StoredCase> noMember = withdrawn(content);
    QVERIFY2(noMember.ok(), why(noMember));
    QCOMPARE(count(WorklistView::LettersToPrint), others + 1);
    sendOut(*noMember, "withdrawal", "provider");
    QCOMPARE(count(WorklistView::LettersToPrint), others);
    content.provider.name.clear();
    const Result<StoredCase> nobody = withdrawn(content);
    QVERIFY2(nobody.ok(), why(nobody));
    QCOMPARE(count(WorklistView::LettersToPrint), others);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// Requests for information that went out are not the letters of the decision that follows.
void tst_letters_to_send::anotherStatusAsksForOtherLetters()
{
    const auto toPrint = [&] { return m_workspace->worklistCounts()->value(WorklistView::LettersToPrint); };
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))->id).ok());
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "provider"))->id).ok());
    QCOMPARE(toPrint(), 0);
    Result<StoredCase> other = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY2(other.ok(), why(other));
    other->reviewCase.determination.plainReason = QStringLiteral("words");
    other = m_workspace->act(*other, Action::Pend);
    QVERIFY2(other.ok(), why(other));
    QCOMPARE(toPrint(), 1);
    for (const char *recipient : {"member", "provider"}) {
        const Result<IssuedLetter> issued = m_workspace->issueLetter(letterFor(*other, "information_request", recipient));
        QVERIFY2(issued.ok(), why(issued));
        QVERIFY(m_workspace->recordPrint(issued->id).ok());
    }
    QCOMPARE(toPrint(), 0);
    other = m_workspace->act(*other, Action::Resume);
    QCOMPARE(toPrint(), 0); // nothing is decided yet
    other = m_workspace->act(*other, Action::Approve);
    QVERIFY2(other.ok(), why(other));
    QCOMPARE(toPrint(), 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// Asked, both letters issued and the member's printed, answered, asked again.
StoredCase tst_letters_to_send::askedTwice()
{
    Result<StoredCase> asked = m_workspace->createCase(StoreDesk::approvable());
    if (asked.ok()) {
        asked->reviewCase.determination.plainReason = QStringLiteral("words");
        asked = m_workspace->act(*asked, Action::Pend);
    }
    for (const char *recipient : {"member", "provider"}) {
        const auto issued = m_workspace->issueLetter(letterFor(*asked, "information_request", recipient));
        if (!issued.ok() || (issued->recipient == u"member" && !m_workspace->recordPrint(issued->id).ok()))
            return {};
    }
    asked = m_workspace->act(*asked, Action::Resume);
    if (asked.ok())
        asked = m_workspace->act(*asked, Action::Pend);
    return asked.ok() ? *asked : StoredCase();
}

StoredCase tst_letters_to_send::moved(StoredCase stored, const QList<Action> &actions)
{
    for (const Action action : actions) {
        require(m_workspace->signInAs(action == Action::Reopen ? QStringLiteral("sam") : QStringLiteral("nora"),
                                      action == Action::Reopen ? "sam" : "nora").ok());
        stored.reviewCase.determination.plainReason = QStringLiteral("words");
        const Result<StoredCase> next = m_workspace->act(stored, action, QStringLiteral("More came."));
        if (!next)
            qFatal("%s", why(next).constData());
        stored = *next;
    }
    return stored;
}

/// The member's second request as the program before issued it: as a correction of the first.
void tst_letters_to_send::askAgainAsBefore(const StoredCase &asked, Database &database)
{
    const Result<QList<IssuedLetter>> kept = m_workspace->letters(asked.id);
    IssuedLetter again = letterFor(asked, "information_request", "member");
    for (const IssuedLetter &letter : *kept) {
        if (letter.recipient == again.recipient)
            again.supersedes = letter.id;
    }
    again.correctionReason = QStringLiteral("Asked again.");
    require(database.run(QStringLiteral("UPDATE letters SET wait = 2 WHERE id = ?"), {again.supersedes}).ok());
    const Result<IssuedLetter> issued = m_workspace->issueLetter(again);
    QVERIFY2(issued.ok(), why(issued));
}

QList<int> tst_letters_to_send::waitsOf(const QString &caseId)
{
    QList<int> waits;
    const Result<QList<IssuedLetter>> kept = m_workspace->letters(caseId);
    for (const IssuedLetter &letter : *kept)
        waits.append(letter.wait);
    return waits;
}

/// The second request could only go out as a correction of the first, which was right as it stood.
void tst_letters_to_send::aSecondRequestIsALetterOfItsOwn()
{
    const auto toPrint = [&] { return m_workspace->worklistCounts()->value(WorklistView::LettersToPrint); };
    const int others = toPrint();
    const StoredCase asked = askedTwice();
    QCOMPARE(asked.clock.waits.size(), 2);
    QCOMPARE(toPrint(), others + 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));

    const IssuedLetter member = letterFor(asked, "information_request", "member");
    const Result<IssuedLetter> second = m_workspace->issueLetter(member);
    QVERIFY2(second.ok(), why(second));
    QCOMPARE(second->wait, 2);
    QCOMPARE(codeOf(m_workspace->issueLetter(member)), QStringLiteral("already_issued"));
    const Result<IssuedLetter> provider = m_workspace->issueLetter(letterFor(asked, "information_request", "provider"));
    QVERIFY2(provider.ok(), why(provider));
    const Result<QList<IssuedLetter>> kept = m_workspace->letters(asked.id);
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(waitsOf(asked.id), (QList<int>{1, 1, 2, 2}));

    IssuedLetter next = member;
    next.correctionReason = QStringLiteral("Misprint.");
    next.supersedes = kept->at(0).id; // was answered: nothing to correct
    QCOMPARE(codeOf(m_workspace->issueLetter(next)), QStringLiteral("not_found"));
    next.supersedes = second->id;
    const Result<IssuedLetter> corrected = m_workspace->issueLetter(next);
    QVERIFY2(corrected.ok(), why(corrected));
    QCOMPARE(corrected->wait, 2);
    QCOMPARE(toPrint(), others + 1);
    // the provider's first request was never printed, and goes out no more
    QVERIFY(m_workspace->recordPrints({corrected->id, provider->id}).ok());
    QCOMPARE(toPrint(), others);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));

    const std::unique_ptr<Database> database = m_desk->database();
    StoreDesk::dropTrigger(*database, QStringLiteral("letters_frozen"));
    QVERIFY(database->run(QStringLiteral("UPDATE letters SET wait = 3 WHERE id = ?"), {provider->id}).ok());
    QCOMPARE(codeOf(m_workspace->verify()), QStringLiteral("damaged"));
}

void tst_letters_to_send::requestsOfAnOlderWorkspaceAreToldApart()
{
    const StoredCase asked = askedTwice();
    StoredCase again = moved(askedTwice(), {Action::Resume, Action::Approve, Action::Reopen, Action::Pend});
    QVERIFY(m_workspace->issueLetter(letterFor(again, "information_request", "member")).ok()); // first of its round
    again = moved(again, {Action::Resume, Action::Pend});
    {
        const std::unique_ptr<Database> database = m_desk->database();
        StoreDesk::dropTrigger(*database, QStringLiteral("letters_frozen"));
        askAgainAsBefore(asked, *database);
        askAgainAsBefore(again, *database);
    }
    const QByteArray before = "UPDATE cases SET unissued = 0, unprinted = letters - 1 WHERE letters > 0;"
                              "DELETE FROM migrations WHERE number > 18;";
    m_workspace.reset();
    if (StoreDesk::isOnServer()) {
        QByteArray sql = "SET ROLE \"" + m_desk->server().toUtf8() + "_owner\"; " + laterRules + "DROP FUNCTION letters_of_request() CASCADE; ALTER TABLE letters DROP COLUMN wait CASCADE;"
                         "CREATE UNIQUE INDEX letters_first ON letters (case_id, round, kind, recipient) WHERE supersedes IS NULL;";
        for (const QByteArray &rule : {QByteArray("letters_frozen"), QByteArray("letters_once"), QByteArray("letters_corrected_in_line")})
            sql += "DROP FUNCTION IF EXISTS " + rule + "() CASCADE; CALL rule('" + rule + "', 'INSERT ON letters', 'true', 'of before');";
        const Result<void> back = m_desk->database()->script(sql + before);
        QVERIFY2(back.ok(), why(back));
        const Result<void> upgraded = m_desk->upgraded();
        QVERIFY2(upgraded.ok(), why(upgraded));
    } else {
        const std::unique_ptr<Database> database = m_desk->database();
        StoreDesk::dropNewer(18, *database);
        QVERIFY(database->script(before + "PRAGMA user_version = 18").ok());
    }
    m_desk->clock.advance(1000); // ids of one millisecond are in order within one opening
    m_workspace = m_desk->opened(QStringLiteral("nora"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    QCOMPARE(m_workspace->worklistCounts()->value(WorklistView::LettersToPrint), 3);
    QCOMPARE(waitsOf(asked.id), (QList<int>{1, 1, 2}));
    QCOMPARE(waitsOf(again.id), (QList<int>{1, 1, 1, 2}));
    QVERIFY(m_workspace->issueLetter(letterFor(*m_workspace->loadCase(asked.id), "information_request", "provider")).ok());
    QCOMPARE(waitsOf(asked.id), (QList<int>{1, 1, 2, 2}));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// The program before counted what a case lacked only beside others that it had, and never a notice or a withdrawal's letter.
void tst_letters_to_send::lettersOfAnOlderWorkspaceStandInTheQueue()
{
    const StoredCase notice = extended();
    sendOut(extended(), "extension_notice", "member");
    QVERIFY(withdrawn(StoreDesk::approvable()).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 4);
    const QByteArray before = "UPDATE cases SET unissued = 0; DELETE FROM migrations WHERE number > 19;";
    m_workspace.reset();
    if (StoreDesk::isOnServer()) {
        const Result<void> back = m_desk->database()->script("SET ROLE \"" + m_desk->server().toUtf8() + "_owner\"; " + laterRules + before);
        QVERIFY2(back.ok(), why(back));
        const Result<void> upgraded = m_desk->upgraded();
        QVERIFY2(upgraded.ok(), why(upgraded));
    } else {
        const std::unique_ptr<Database> database = m_desk->database();
        StoreDesk::dropNewer(19, *database);
        QVERIFY(database->script(before + "PRAGMA user_version = 19").ok());
    }
    m_desk->clock.advance(1000); // ids of one millisecond are in order within one opening
    m_workspace = m_desk->opened(QStringLiteral("nora"));
    QCOMPARE(count(WorklistView::LettersToPrint), 4);
    QCOMPARE(count(WorklistView::LettersIssued), 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    for (const char *recipient : {"member", "provider"})
        sendOut(notice, "extension_notice", recipient);
    QCOMPARE(count(WorklistView::LettersToPrint), 3);
}

QTEST_GUILESS_MAIN(tst_letters_to_send)
#include "tst_letters_to_send.moc"
