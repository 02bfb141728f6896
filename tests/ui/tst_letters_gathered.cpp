#include "LetterTray.h"

#include <QTemporaryDir>

using namespace reviewdesk;

/// Which letters go out when cases are released together, and which are held.
class TestLettersGathered : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersWhatIsToGoOut();
    void copiesOnlyWhenAskedFor();
    void aSecondRequestGoesOutToo();
    void anOvertakenRequestIsNotHeld_data();
    void anOvertakenRequestIsNotHeld();
    void noticesAndWithdrawalsGoOutToo();
    void aNoticeTooLateIsHeld();
    void whoMayNotIssueIsHeld();
};

void TestLettersGathered::gathersWhatIsToGoOut()
{
    LetterTray tray(2);
    const auto run = tray.run(tray.ids + QStringList{QStringLiteral("nothing"), tray.wizard.stored.id});
    QCOMPARE(run->entries().size(), 5); // two letters each, the case that is not there; a draft has none
    QCOMPARE(run->count(RunEntry::ToIssue), 4);
    QCOMPARE(run->entries().at(0).addressee.value(0), QStringLiteral("Member 1"));
    QCOMPARE(run->entries().at(0).recipient, Recipient::Member);
    QCOMPARE(run->entries().at(1).recipient, Recipient::Provider);
    QCOMPARE(run->entries().at(4).state, RunEntry::Held);
    QVERIFY(!run->entries().at(4).reason.isEmpty());
    QVERIFY(tray.letters(tray.ids.at(0)).isEmpty()); // looking issues nothing
}

void TestLettersGathered::copiesOnlyWhenAskedFor()
{
    LetterTray tray(1);
    const auto run = tray.run(tray.ids);
    const QTemporaryDir folder;
    QSignalSpy finished(run.get(), &LetterRun::finished);
    run->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    QSignalSpy gathered(run.get(), &LetterRun::gathered);
    run->gather();
    QVERIFY(gathered.wait(patience));
    QCOMPARE(run->entries().size(), 0);
    run->gather(true);
    QVERIFY(gathered.wait(patience));
    QCOMPARE(run->open(), 2);
    QVERIFY(run->entries().at(0).copy);
    run->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4); // beside the first ones
    const QString words =
        outputOf(QStringLiteral("pdftotext"), {run->entries().at(0).file, QStringLiteral("-")});
    QVERIFY(words.contains(QStringLiteral("COPY")));
}

void TestLettersGathered::aSecondRequestGoesOutToo()
{
    LetterTray tray(0);
    tray.wizard.signIn("nora");
    ReviewCase content = colorectal();
    answer(content, {{"progressive", nullptr}}); // to be asked
    content.determination.plainReason = QStringLiteral("We need your scans.");
    const QString id = tray.keep(content, Action::Pend);
    const QTemporaryDir folder;
    const auto sendAll = [&] {
        const auto run = tray.run({id});
        QCOMPARE(run->count(RunEntry::ToIssue), 2);
        QSignalSpy finished(run.get(), &LetterRun::finished);
        run->writePdfs(folder.path());
        QVERIFY(finished.wait(patience));
        QCOMPARE(run->count(RunEntry::Held), 0);
    };
    sendAll();
    for (const Action action : {Action::Resume, Action::Pend}) {
        const auto moved = tray.wizard.workshop->run([id, action](Workspace &workspace) -> Result<StoredCase> {
            const Result<StoredCase> stored = workspace.loadCase(id);
            return stored ? workspace.act(*stored, action) : stored;
        }).result();
        QVERIFY2(moved.ok(), why(moved));
    }
    sendAll();
    QCOMPARE(tray.letters(id).size(), 4);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4);
    QCOMPARE(tray.run({id})->entries().size(), 0);
}

void TestLettersGathered::anOvertakenRequestIsNotHeld_data()
{
    QTest::addColumn<QStringList>("recipients");
    QTest::addColumn<QList<Action>>("then");
    QTest::newRow("asked again, and answered first") << QStringList{QStringLiteral("member"), QStringLiteral("provider")}
                                                     << QList<Action>{Action::Resume, Action::Pend, Action::Resume, Action::Approve};
    QTest::newRow("issued to one alone") << QStringList{QStringLiteral("member")} << QList<Action>{Action::Resume, Action::Approve};
}

/// Each job showed it among what could not go out, for ever.
void TestLettersGathered::anOvertakenRequestIsNotHeld()
{
    QFETCH(QStringList, recipients);
    QFETCH(QList<Action>, then);
    LetterTray tray(0);
    tray.wizard.signIn("nora");
    ReviewCase content = StoreDesk::approvable();
    content.determination.plainReason = QStringLiteral("We need your scans.");
    const QString id = tray.keep(content, Action::Pend);
    const Result<void> done = tray.wizard.workshop->run([=](Workspace &workspace) -> Result<void> {
        for (const QString &recipient : recipients) {
            IssuedLetter letter;
            letter.caseId = id;
            letter.kind = QStringLiteral("information_request");
            letter.recipient = letter.title = letter.html = letter.text = letter.templateVersion = letter.digest = recipient;
            const Result<IssuedLetter> issued = workspace.issueLetter(letter);
            if (!issued)
                return issued.error();
            if (Result<void> printed = workspace.recordPrint(issued->id); !printed)
                return printed;
        }
        for (const Action action : then) {
            const Result<StoredCase> stored = workspace.loadCase(id);
            if (const Result<StoredCase> moved = workspace.act(*stored, action); !moved)
                return moved.error();
        }
        return {};
    }).result();
    QVERIFY2(done.ok(), why(done));
    const auto run = tray.run({id});
    QCOMPARE(run->count(RunEntry::Held), 0);
    QCOMPARE(run->count(RunEntry::ToIssue), 2);
    QCOMPARE(run->entries().size(), 2);
}

/// All that stand among the letters to print: what they wait for is in the run, or the run says what is in its way.
void TestLettersGathered::noticesAndWithdrawalsGoOutToo()
{
    LetterTray tray(0);
    tray.wizard.signIn("nora");
    ReviewCase content = StoreDesk::approvable();
    const QString withdrawn = tray.keep(content, Action::Withdraw, QStringLiteral("The provider asked for it."));
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    const QString extended = tray.keep(content, Action::Extend, QStringLiteral("The board meets late."));
    content.member.name.clear();
    const QString nameless = tray.keep(content, Action::Extend, QStringLiteral("The board meets late."));
    tray.wizard.signIn("sam");
    const auto toPrint = [&tray] {
        WorklistQuery query;
        query.view = WorklistView::LettersToPrint;
        QStringList ids;
        const auto rows = tray.wizard.workshop->run([query](Workspace &workspace) { return workspace.worklist(query); }).result();
        for (const WorklistRow &row : *rows)
            ids.append(row.caseId);
        ids.sort();
        return ids;
    };
    QStringList waiting{withdrawn, extended, nameless};
    waiting.sort();
    QCOMPARE(toPrint(), waiting);
    const auto run = tray.run(waiting);
    QCOMPARE(run->count(RunEntry::ToIssue), 5);
    QCOMPARE(run->count(RunEntry::Held), 1);
    for (const RunEntry &entry : run->entries()) {
        QCOMPARE(entry.kind, entry.caseId == withdrawn ? LetterKind::Withdrawal : LetterKind::ExtensionNotice);
        const bool isHeld = entry.caseId == nameless && entry.recipient == Recipient::Member;
        QVERIFY2(entry.reason.contains(QStringLiteral("name is not entered")) == isHeld, qPrintable(entry.reason));
    }
    const QTemporaryDir folder;
    QSignalSpy finished(run.get(), &LetterRun::finished);
    run->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    QCOMPARE(run->count(RunEntry::Done), 5);
    QCOMPARE(toPrint(), QStringList{nameless});
}

/// The clock does not count it: it would promise a day that does not hold.
void TestLettersGathered::aNoticeTooLateIsHeld()
{
    LetterTray tray(0);
    tray.wizard.signIn("nora");
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    const QString half = tray.keep(content, Action::Extend, QStringLiteral("The board meets late."));
    const QString late = tray.keep(content, Action::Extend, QStringLiteral("The board meets late."));
    tray.wizard.signIn("sam");
    IssuedLetter notice;
    notice.caseId = half;
    notice.kind = QStringLiteral("extension_notice");
    notice.recipient = notice.title = notice.html = notice.text = notice.templateVersion = notice.digest = QStringLiteral("member");
    const auto issued = tray.wizard.workshop->run([notice](Workspace &workspace) { return workspace.issueLetter(notice); }).result();
    QVERIFY2(issued.ok(), why(issued));
    const auto inTime = tray.run({late});
    QCOMPARE(inTime->count(RunEntry::ToIssue), 2);
    tray.wizard.clock().advance(8LL * 24 * 3600 * 1000);
    const auto run = tray.run({half, late});
    QCOMPARE(run->count(RunEntry::ToIssue), 1); // the provider's, of time that was taken by the member's
    QCOMPARE(run->count(RunEntry::Held), 2);
    for (const RunEntry &entry : run->entries())
        QCOMPARE(entry.reason.contains(QStringLiteral("Too late for this notice")), entry.caseId == late);
    const QTemporaryDir folder; // gathered in time, and left standing
    QSignalSpy finished(inTime.get(), &LetterRun::finished);
    inTime->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    QCOMPARE(inTime->count(RunEntry::Failed), 2);
    QCOMPARE(tray.letters(late).size(), 0);
}

void TestLettersGathered::whoMayNotIssueIsHeld()
{
    LetterTray tray(0);
    tray.wizard.signIn("nora");
    const QString id = tray.keep(StoreDesk::adverse(), Action::Refer);
    tray.wizard.signIn("phil");
    StoredCase referred = *tray.wizard.workshop->run([id](Workspace &w) { return w.loadCase(id); }).result();
    referred.reviewCase.determination.plainReason = QStringLiteral("It is not growing.");
    referred.reviewCase.determination.rationale = QStringLiteral("Stable disease.");
    const auto denied =
        tray.wizard.workshop->run([referred](Workspace &w) { return w.act(referred, Action::Deny); }).result();
    QVERIFY2(denied.ok(), why(denied));
    tray.wizard.signIn("nora");
    const auto run = tray.run({id});
    QCOMPARE(run->count(RunEntry::Held), 2);
    QVERIFY2(run->entries().at(0).reason.contains(QStringLiteral("physician")),
        qPrintable(run->entries().at(0).reason));
}

QTEST_MAIN(TestLettersGathered)
#include "tst_letters_gathered.moc"
