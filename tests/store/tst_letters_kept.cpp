#include "KeptLetters.h"

#include "cases/VerificationCode.h"

using namespace reviewdesk;

class tst_letters_kept : public QObject, private LetterDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { sitDown(); }
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
    void theCodeFindsTheCase();
    void theDatabaseRefusesChanges_data();
    void theDatabaseRefusesChanges();
};

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
