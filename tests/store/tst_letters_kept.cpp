#include "StoreDesk.h"

#include "cases/VerificationCode.h"

#include <QTest>

using namespace reviewdesk;

namespace {

IssuedLetter letterFor(const StoredCase &stored, const char *kind, const char *recipient)
{
    IssuedLetter letter;
    letter.caseId = stored.id;
    letter.kind = QString::fromLatin1(kind);
    letter.recipient = QString::fromLatin1(recipient);
    letter.title = QStringLiteral("Approval");
    letter.html = QStringLiteral("<p>Approved for José.</p>");
    letter.text = QStringLiteral("Approved for José.");
    letter.templateVersion = QStringLiteral("1");
    letter.digest = QStringLiteral("0123");
    letter.sample = true;
    return letter;
}

} // namespace

class tst_letters_kept : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLetterIsFrozenWithItsSources();
    void theSameLetterIsIssuedOnce();
    void aLetterSaysWhatWasDecided();
    void aDraftHasNoLetter();
    void whatItHadToSayIsSealed();
    void aCorrectionStandsBesideTheEarlier();
    void aCorrectionTakesItsPlaceInTheTray();
    void aCorrectionIsRefused_data();
    void aCorrectionIsRefused();
    void theNoticeFollowsTheExtension();
    void printsAreCounted();
    void aJobIsCountedWhole();
    void theWorklistFollows();
    void aLetterThatWasNeverIssuedKeepsTheCase();
    void anotherStatusAsksForOtherLetters();
    void aSecondRequestIsALetterOfItsOwn();
    void requestsOfAnOlderWorkspaceAreToldApart();
    void theCodeFindsTheCase();
    void theDatabaseRefusesChanges_data();
    void theDatabaseRefusesChanges();

private:
    StoredCase askedTwice();
    StoredCase moved(StoredCase stored, const QList<Action> &actions);
    void askAgainAsBefore(const StoredCase &asked, Database &database);
    QList<int> waitsOf(const QString &caseId);

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    StoredCase m_approved;
};

void tst_letters_kept::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
    m_workspace = m_desk->opened(QStringLiteral("nora"));
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY2(made.ok(), why(made));
    const Result<StoredCase> approved = m_workspace->act(*made, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    m_approved = *approved;
}

void tst_letters_kept::aLetterIsFrozenWithItsSources()
{
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letterFor(m_approved, "approval", "member"));
    QVERIFY2(issued.ok(), why(issued));
    QCOMPARE(issued->caseNumber, m_approved.reviewCase.number);
    QCOMPARE(issued->issuedBy, QStringLiteral("Nora Example"));
    QCOMPARE(issued->issuedAt, m_desk->clock.now());
    QCOMPARE(issued->policyId, m_workspace->rulebook().policy.id);
    QCOMPARE(issued->policyDigest, m_workspace->rulebook().policy.digest);
    QCOMPARE(issued->round, 1);
    const Result<QList<IssuedLetter>> kept = m_workspace->letters(m_approved.id);
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().html, QStringLiteral("<p>Approved for José.</p>"));
    QCOMPARE(kept->constFirst().id, issued->id);
    QCOMPARE(kept->constFirst().digest, QStringLiteral("0123"));
    QVERIFY(kept->constFirst().sample);
    QCOMPARE(m_workspace->history(m_approved.id)->constLast().action, QStringLiteral("issue_letter"));
    const Result<void> verified = m_workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_letters_kept::theSameLetterIsIssuedOnce()
{
    QVERIFY(m_workspace->issueLetter(letterFor(m_approved, "approval", "member")).ok());
    QCOMPARE(codeOf(m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))),
        QStringLiteral("already_issued"));
    QVERIFY(m_workspace->issueLetter(letterFor(m_approved, "approval", "provider")).ok());
    QCOMPARE(m_workspace->letters(m_approved.id)->size(), 2);
}

void tst_letters_kept::aLetterSaysWhatWasDecided()
{
    QCOMPARE(codeOf(m_workspace->issueLetter(letterFor(m_approved, "denial", "member"))), QStringLiteral("invalid"));
    IssuedLetter empty = letterFor(m_approved, "approval", "member");
    empty.text.clear();
    QCOMPARE(codeOf(m_workspace->issueLetter(empty)), QStringLiteral("invalid"));
    IssuedLetter older = letterFor(m_approved, "approval", "member");
    older.caseVersion = m_approved.rowVersion - 1; // composed before the case was saved again
    QCOMPARE(codeOf(m_workspace->issueLetter(older)), QStringLiteral("stale"));
    QVERIFY(m_workspace->letters(m_approved.id)->isEmpty());
}

void tst_letters_kept::aDraftHasNoLetter()
{
    const Result<StoredCase> draft = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY2(draft.ok(), why(draft));
    QCOMPARE(codeOf(m_workspace->issueLetter(letterFor(*draft, "approval", "member"))), QStringLiteral("invalid"));
    QCOMPARE(codeOf(m_workspace->issueLetter(letterFor(*draft, "extension_notice", "member"))),
        QStringLiteral("no_extension"));
    QCOMPARE(
        codeOf(m_workspace->issueLetter(letterFor(StoredCase(), "approval", "member"))), QStringLiteral("not_found"));
}

void tst_letters_kept::whatItHadToSayIsSealed()
{
    IssuedLetter letter = letterFor(m_approved, "approval", "member");
    letter.language = QStringLiteral("es");
    letter.englishHtml = QStringLiteral("<p>Approved.</p>");
    letter.englishText = QStringLiteral("Approved.");
    letter.checklist = QByteArrayLiteral("[{\"id\":\"decision\",\"text\":\"Aprobado\"}]");
    QVERIFY(m_workspace->issueLetter(letter).ok());
    QVERIFY(m_workspace->issueLetter(letterFor(m_approved, "approval", "provider")).ok()); // as of old: without
    const IssuedLetter kept = m_workspace->letters(m_approved.id)->constFirst();
    QCOMPARE(kept.language, QStringLiteral("es"));
    QCOMPARE(kept.englishText, QStringLiteral("Approved."));
    QCOMPARE(kept.checklist, letter.checklist);
    QVERIFY(m_workspace->verify().ok());
    const std::unique_ptr<Database> database = m_desk->database();
    const bool isEmbedded = database->dialect() == Database::Dialect::Sqlite;
    const QByteArray frozen = isEmbedded
        ? database->row(QStringLiteral("SELECT sql FROM sqlite_schema WHERE name = 'letters_frozen'"))->value(0).toByteArray()
        : QByteArray();
    StoreDesk::dropTrigger(*database, QStringLiteral("letters_frozen"));
    for (const char *column : {"checklist", "english_html", "english_text", "language"}) {
        const QByteArray name(column);
        QVERIFY(database->script("CREATE TEMP TABLE was AS SELECT id, " + name + " AS said FROM letters").ok());
        QVERIFY(database->script("UPDATE letters SET " + name + " = '' WHERE recipient = 'member'").ok());
        QCOMPARE(codeOf(m_workspace->verify()), QStringLiteral("damaged"));
        QVERIFY(database->script("UPDATE letters SET " + name + " = (SELECT said FROM was WHERE was.id = letters.id)").ok());
        QVERIFY(database->script("DROP TABLE was").ok());
    }
    if (isEmbedded) // verify misses it
        QVERIFY(database->script(frozen).ok());
    QVERIFY(m_workspace->verify().ok());
}

void tst_letters_kept::aCorrectionStandsBesideTheEarlier()
{
    const Result<IssuedLetter> first = m_workspace->issueLetter(letterFor(m_approved, "approval", "member"));
    QVERIFY2(first.ok(), why(first));
    IssuedLetter next = letterFor(m_approved, "approval", "member");
    next.text = QStringLiteral("Approved for José, at another address.");
    next.supersedes = first->id;
    next.correctionReason = QStringLiteral("The address was wrong.");
    const Result<IssuedLetter> second = m_workspace->issueLetter(next);
    QVERIFY2(second.ok(), why(second));
    const QList<IssuedLetter> kept = *m_workspace->letters(m_approved.id);
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.at(0).text, first->text);
    QCOMPARE(kept.at(1).supersedes, first->id);
    QCOMPARE(kept.at(1).correctionReason, next.correctionReason);
    QCOMPARE(m_workspace->history(m_approved.id)->constLast().comment, next.correctionReason);
    const Result<void> verified = m_workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
    next.supersedes = second->id; // and once more
    QVERIFY(m_workspace->issueLetter(next).ok());
}

void tst_letters_kept::aCorrectionTakesItsPlaceInTheTray()
{
    const auto unprinted = [&] { return m_workspace->worklistCounts()->value(WorklistView::LettersToPrint); };
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "provider"))->id).ok());
    IssuedLetter next = letterFor(m_approved, "approval", "member");
    next.supersedes = m_workspace->issueLetter(next)->id; // never printed
    next.correctionReason = QStringLiteral("Misprint.");
    const QString second = m_workspace->issueLetter(next)->id;
    QVERIFY(m_workspace->recordPrint(next.supersedes).ok()); // a copy for the file empties no tray
    QCOMPARE(unprinted(), 1);
    QVERIFY(m_workspace->recordPrint(second).ok());
    QCOMPARE(unprinted(), 0);
    next.supersedes = second; // went out: its correction must go out, too
    const QString third = m_workspace->issueLetter(next)->id;
    QCOMPARE(unprinted(), 1);
    QVERIFY(m_workspace->recordPrint(third).ok());
    QCOMPARE(unprinted(), 0);
}

void tst_letters_kept::aCorrectionIsRefused_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("twice");
    QTest::addColumn<QString>("code");
    const QString reason = QStringLiteral("Misprint.");
    QTest::newRow("without a reason") << "member" << " " << false << "invalid";
    QTest::newRow("of another recipient's letter") << "provider" << reason << false << "not_found";
    QTest::newRow("of a letter corrected already") << "member" << reason << true << "already_corrected";
}

void tst_letters_kept::aCorrectionIsRefused()
{
    QFETCH(QString, recipient);
    QFETCH(QString, reason);
    QFETCH(bool, twice);
    QFETCH(QString, code);
    const QString first = m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))->id;
    IssuedLetter next = letterFor(m_approved, "approval", "member");
    next.supersedes = first;
    next.correctionReason = QStringLiteral("Misprint.");
    if (twice)
        QVERIFY(m_workspace->issueLetter(next).ok());
    next.recipient = recipient;
    next.correctionReason = reason;
    QCOMPARE(codeOf(m_workspace->issueLetter(next)), code);
}

void tst_letters_kept::theNoticeFollowsTheExtension()
{
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage; // whose rule gives more time
    const Result<StoredCase> draft = m_workspace->createCase(content);
    QVERIFY2(draft.ok(), why(draft));
    const IssuedLetter notice = letterFor(*draft, "extension_notice", "member");
    QCOMPARE(codeOf(m_workspace->issueLetter(notice)), QStringLiteral("no_extension"));
    const Result<StoredCase> extended = m_workspace->act(*draft, Action::Extend, QStringLiteral("The board meets late."));
    QVERIFY2(extended.ok(), why(extended));
    const Result<IssuedLetter> issued = m_workspace->issueLetter(notice);
    QVERIFY2(issued.ok(), why(issued));
    QCOMPARE(codeOf(m_workspace->issueLetter(notice)), QStringLiteral("already_issued"));
    // and nothing else is issued from a draft for it
    QCOMPARE(codeOf(m_workspace->issueLetter(letterFor(*draft, "withdrawal", "member"))), QStringLiteral("invalid"));
    QVERIFY(m_desk->opened(QStringLiteral("sam"))->issueLetter(letterFor(*draft, "extension_notice", "provider")).ok());
    QVERIFY(m_workspace->verify().ok());
}

void tst_letters_kept::aJobIsCountedWhole()
{
    const QString member = m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))->id;
    const QString provider = m_workspace->issueLetter(letterFor(m_approved, "approval", "provider"))->id;
    QCOMPARE(codeOf(m_workspace->recordPrints({member, QStringLiteral("nothing")})), QStringLiteral("not_found"));
    QCOMPARE(m_workspace->letters(m_approved.id)->at(0).printed, 0);
    QVERIFY(m_workspace->recordPrints({member, provider}).ok());
    QCOMPARE(m_workspace->letters(m_approved.id)->at(0).printed, 1);
    QCOMPARE(m_workspace->letters(m_approved.id)->at(1).printed, 1);
    QVERIFY(m_workspace->verify().ok());
}

void tst_letters_kept::printsAreCounted()
{
    const Result<IssuedLetter> issued = m_workspace->issueLetter(letterFor(m_approved, "approval", "member"));
    QVERIFY2(issued.ok(), why(issued));
    QCOMPARE(issued->printed, 0);
    QVERIFY(m_workspace->recordPrint(issued->id).ok());
    QVERIFY(m_workspace->recordPrint(issued->id).ok());
    QCOMPARE(m_workspace->letters(m_approved.id)->constFirst().printed, 2);
    QCOMPARE(m_workspace->history(m_approved.id)->constLast().action, QStringLiteral("print_letter"));
    QCOMPARE(codeOf(m_workspace->recordPrint(QStringLiteral("nothing"))), QStringLiteral("not_found"));
    QVERIFY(m_workspace->verify().ok());
}

void tst_letters_kept::theWorklistFollows()
{
    const auto count = [&](WorklistView view) { return m_workspace->worklistCounts()->value(view); };
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
void tst_letters_kept::aLetterThatWasNeverIssuedKeepsTheCase()
{
    const auto count = [&](WorklistView view) { return m_workspace->worklistCounts()->value(view); };
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "member"))->id).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 1);
    QCOMPARE(count(WorklistView::LettersIssued), 1);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    QVERIFY(m_workspace->recordPrint(m_workspace->issueLetter(letterFor(m_approved, "approval", "provider"))->id).ok());
    QCOMPARE(count(WorklistView::LettersToPrint), 0);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// Requests for information that went out are not the letters of the decision that follows.
void tst_letters_kept::anotherStatusAsksForOtherLetters()
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
StoredCase tst_letters_kept::askedTwice()
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

StoredCase tst_letters_kept::moved(StoredCase stored, const QList<Action> &actions)
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
void tst_letters_kept::askAgainAsBefore(const StoredCase &asked, Database &database)
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

QList<int> tst_letters_kept::waitsOf(const QString &caseId)
{
    QList<int> waits;
    const Result<QList<IssuedLetter>> kept = m_workspace->letters(caseId);
    for (const IssuedLetter &letter : *kept)
        waits.append(letter.wait);
    return waits;
}

/// The second request could only go out as a correction of the first, which was right as it stood.
void tst_letters_kept::aSecondRequestIsALetterOfItsOwn()
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

void tst_letters_kept::requestsOfAnOlderWorkspaceAreToldApart()
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
        QByteArray sql = "SET ROLE \"" + m_desk->server().toUtf8() + "_owner\"; DROP FUNCTION letters_of_request() CASCADE; ALTER TABLE letters DROP COLUMN wait CASCADE;"
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

void tst_letters_kept::theCodeFindsTheCase()
{
    IssuedLetter letter = letterFor(m_approved, "approval", "member");
    letter.digest = QStringLiteral("3fa9c1d2e4b7081") + QString(49, QLatin1Char('a'));
    QVERIFY(m_workspace->issueLetter(letter).ok());
    const auto found = [&](const QString &typed) {
        WorklistQuery query;
        query.search = typed;
        return m_workspace->worklist(query)->size();
    };
    const QString code = verificationCode(letter.digest);
    QCOMPARE(code.size(), 14);
    QCOMPARE(found(code), 1);
    QCOMPARE(found(code.toLower()), 1);
    QCOMPARE(found(verificationCode(QString(64, QLatin1Char('3')))), 0);
}

void tst_letters_kept::theDatabaseRefusesChanges_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("words") << QByteArray("UPDATE letters SET text = 'other'");
    QTest::newRow("digest") << QByteArray("UPDATE letters SET digest = 'other'");
    QTest::newRow("seal") << QByteArray("UPDATE letters SET seal = 'other'");
    QTest::newRow("fewer prints") << QByteArray("UPDATE letters SET printed = printed - 1");
    QTest::newRow("many prints") << QByteArray("UPDATE letters SET printed = printed + 2");
    QTest::newRow("request") << QByteArray("UPDATE letters SET wait = 2");
    QTest::newRow("of a request that was not made")
        << QByteArray("INSERT INTO letters (id, case_id, round, wait, kind, recipient, title, html, text, template_version,"
                      " digest, policy_id, policy_version, policy_digest, case_number, sample, issued_by, issued_by_name,"
                      " issued_at, seal) SELECT id || '2', case_id, round, 2, kind, recipient, title, html, text,"
                      " template_version, digest, policy_id, policy_version, policy_digest, case_number, sample, issued_by,"
                      " issued_by_name, issued_at, seal || '2' FROM letters");
    QTest::newRow("delete") << QByteArray("DELETE FROM letters");
    QTest::newRow("replace") << (StoreDesk::isOnServer()
            ? QByteArray("INSERT INTO letters SELECT * FROM letters ON CONFLICT (id) DO UPDATE SET text = 'x'")
            : QByteArray("INSERT OR REPLACE INTO letters SELECT * FROM letters"));
}

void tst_letters_kept::theDatabaseRefusesChanges()
{
    QFETCH(QByteArray, sql);
    QVERIFY(m_workspace->issueLetter(letterFor(m_approved, "approval", "member")).ok());
    const std::unique_ptr<Database> database = m_desk->database();
    QCOMPARE(codeOf(database->script(sql)), QStringLiteral("refused"));
}

QTEST_GUILESS_MAIN(tst_letters_kept)
#include "tst_letters_kept.moc"
