#include "Wizard.h"

#include "ui/letter/LetterRun.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/MailList.h"
#include "ui/widgets/Notice.h"

#include <QCheckBox>
#include <QLabel>
#include <QPrinter>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace reviewdesk;

namespace {

constexpr int patience = 60'000; // milliseconds; pages are set on a busy machine

/// Cases of one workspace that were approved, and a supervisor who releases their letters.
class Tray {
public:
    explicit Tray(int cases)
    {
        for (int i = 0; i < cases; ++i)
            ids.append(approved(QStringLiteral("Member %1").arg(i + 1)));
        wizard.signIn("sam");
    }

    QString approved(const QString &member)
    {
        ReviewCase content = StoreDesk::approvable();
        content.member.name = member;
        content.determination.plainReason = QStringLiteral("The records show what the policy asks for.");
        return keep(content, Action::Approve);
    }
    QString keep(const ReviewCase &content, Action action, const QString &comment = {})
    {
        const auto kept = wizard.workshop
                              ->run([content, action, comment](Workspace &workspace) -> Result<StoredCase> {
                                  const Result<StoredCase> made = workspace.createCase(content);
                                  return made ? workspace.act(*made, action, comment) : made;
                              })
                              .result();
        if (!kept)
            qFatal("%s", why(kept).constData());
        return kept->id;
    }
    std::unique_ptr<LetterRun> run(const QStringList &cases)
    {
        auto run = std::make_unique<LetterRun>(*wizard.workshop, composer(), letterhead(), wizard.clock(), cases);
        QSignalSpy gathered(run.get(), &LetterRun::gathered);
        run->gather();
        require(gathered.wait(patience));
        return run;
    }
    QList<IssuedLetter> letters(const QString &id)
    {
        return *wizard.workshop->run([id](Workspace &workspace) { return workspace.letters(id); }).result();
    }
    int printed()
    {
        int count = 0;
        for (const QString &id : ids) {
            for (const IssuedLetter &letter : letters(id))
                count += letter.printed;
        }
        return count;
    }
    static std::shared_ptr<const LetterComposer> composer()
    {
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
        require(composer.ok());
        return *composer;
    }
    static Letterhead letterhead()
    {
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
        require(letterhead.ok());
        return *letterhead;
    }

    Wizard wizard;
    QStringList ids;
};

std::unique_ptr<QPrinter> printerTo(const QString &file)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(file);
    return printer;
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QPushButton *button(const QWidget &window, const QString &part)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&').contains(part))
            return button;
    }
    return nullptr;
}

} // namespace

/// Letters released together: one print job, PDFs, what is held, stopping and going on.
class TestLetterRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersWhatIsToGoOut();
    void twentyFiveLettersAreOneJob();
    void pdfsAreWrittenAndCounted();
    void oneFailureStopsNobody();
    void stoppedRunsGoOn();
    void copiesOnlyWhenAskedFor();
    void aSecondRequestGoesOutToo();
    void anOvertakenRequestIsNotHeld_data();
    void anOvertakenRequestIsNotHeld();
    void noticesAndWithdrawalsGoOutToo();
    void whoMayNotIssueIsHeld();
    void theMailListIsSafe();
    void dialogByKeyboard();
    void dialogTellsOfAFailingFolder();
};

void TestLetterRun::gathersWhatIsToGoOut()
{
    Tray tray(2);
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

void TestLetterRun::twentyFiveLettersAreOneJob()
{
    Tray tray(12);
    QStringList cases = tray.ids;
    const auto run = tray.run(cases);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("job.pdf"));
    QSignalSpy finished(run.get(), &LetterRun::finished);
    QVERIFY(run->isBusy() == false);
    run->print(printerTo(file));
    QVERIFY(run->isBusy());
    QVERIFY(finished.wait(patience));
    QCOMPARE(run->count(RunEntry::Done), 24);
    QCOMPARE(tray.printed(), 24);
    int pages = 0;
    for (const RunEntry &entry : run->entries()) {
        QVERIFY(entry.pages > 0);
        pages += entry.pages;
    }
    const QString info = outputOf(QStringLiteral("pdfinfo"), {file});
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+%1\\n").arg(pages))), qPrintable(info));
    const QString words = outputOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    for (int i = 1; i <= 12; ++i)
        QVERIFY(words.contains(QStringLiteral("Dear Member %1:").arg(i)));
    QVERIFY(words.contains(QStringLiteral("Page 1 of ")));
    QCOMPARE(tray.run(cases)->open(), 0); // nothing is left
}

void TestLetterRun::pdfsAreWrittenAndCounted()
{
    Tray tray(3);
    const QTemporaryDir folder;
    const auto run = tray.run(tray.ids);
    QSignalSpy finished(run.get(), &LetterRun::finished);
    run->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    QCOMPARE(run->count(RunEntry::Done), 6);
    QCOMPARE(tray.printed(), 6);
    const QStringList files = QDir(folder.path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 6);
    for (const QString &file : files) {
        QVERIFY2(!file.contains(QStringLiteral("Member ")) && file.startsWith(QStringLiteral("RD-")), qPrintable(file));
        QProcess check;
        check.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), QDir(folder.path()).filePath(file)});
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 0);
    }
}

void TestLetterRun::oneFailureStopsNobody()
{
    Tray tray(2);
    const auto run = tray.run(tray.ids);
    // meanwhile another desk sends one of them out
    const QString taken = tray.ids.at(0);
    const auto elsewhere = tray.run({taken});
    const QTemporaryDir folder;
    QSignalSpy first(elsewhere.get(), &LetterRun::finished);
    elsewhere->writePdfs(folder.path());
    QVERIFY(first.wait(patience));
    QSignalSpy finished(run.get(), &LetterRun::finished);
    run->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    QCOMPARE(run->count(RunEntry::Failed), 2);
    QCOMPARE(run->count(RunEntry::Done), 2);
    QVERIFY(run->entries().at(0).reason.contains(QStringLiteral("meanwhile")));
    QCOMPARE(tray.printed(), 4); // none of them twice
}

void TestLetterRun::stoppedRunsGoOn()
{
    Tray tray(4);
    const auto run = tray.run(tray.ids);
    const QTemporaryDir folder;
    QSignalSpy finished(run.get(), &LetterRun::finished);
    const auto stopping =
        connect(run.get(), &LetterRun::progressed, run.get(), [&](int done) { done >= 2 ? run->cancel() : void(); });
    run->print(printerTo(folder.filePath(QStringLiteral("first.pdf"))));
    QVERIFY(finished.wait(patience));
    const int before = run->count(RunEntry::Done);
    QVERIFY2(before >= 2 && before < 8, qPrintable(QString::number(before)));
    QCOMPARE(run->open(), 8 - before);
    QCOMPARE(tray.printed(), before); // those in the job that went out
    disconnect(stopping);
    run->print(printerTo(folder.filePath(QStringLiteral("second.pdf"))));
    QVERIFY(finished.wait(patience));
    QCOMPARE(run->count(RunEntry::Done), 8);
    QCOMPARE(tray.printed(), 8);
    for (const QString &id : std::as_const(tray.ids)) {
        for (const IssuedLetter &letter : tray.letters(id))
            QCOMPARE(letter.printed, 1);
    }
}

void TestLetterRun::copiesOnlyWhenAskedFor()
{
    Tray tray(1);
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

void TestLetterRun::aSecondRequestGoesOutToo()
{
    Tray tray(0);
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

void TestLetterRun::anOvertakenRequestIsNotHeld_data()
{
    QTest::addColumn<QStringList>("recipients");
    QTest::addColumn<QList<Action>>("then");
    QTest::newRow("asked again, and answered first") << QStringList{QStringLiteral("member"), QStringLiteral("provider")}
                                                     << QList<Action>{Action::Resume, Action::Pend, Action::Resume, Action::Approve};
    QTest::newRow("issued to one alone") << QStringList{QStringLiteral("member")} << QList<Action>{Action::Resume, Action::Approve};
}

/// Each job showed it among what could not go out, for ever.
void TestLetterRun::anOvertakenRequestIsNotHeld()
{
    QFETCH(QStringList, recipients);
    QFETCH(QList<Action>, then);
    Tray tray(0);
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
void TestLetterRun::noticesAndWithdrawalsGoOutToo()
{
    Tray tray(0);
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

void TestLetterRun::whoMayNotIssueIsHeld()
{
    Tray tray(0);
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

void TestLetterRun::theMailListIsSafe()
{
    RunEntry entry;
    entry.caseNumber = QStringLiteral("RD-2026-000001");
    entry.addressee = {QStringLiteral("=HYPERLINK(\"x\") O\"Neil"), QStringLiteral("12 Elm St, Apt 4"),
        QStringLiteral("Tacoma")};
    entry.state = RunEntry::Done;
    entry.pages = 3;
    entry.code = QStringLiteral("7K2M-Q9XW-3HTC");
    entry.at = QDateTime(QDate(2026, 11, 25), QTime(18, 0), QTimeZone::utc());
    RunEntry held = entry;
    held.state = RunEntry::Held;
    const QString csv = QString::fromUtf8(mailListCsv({entry, held}, QTimeZone::utc()));
    const QStringList lines = csv.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2); // what is held was not mailed
    QCOMPARE(lines.at(1),
        QStringLiteral("RD-2026-000001,Approval,Member,\"'=HYPERLINK(\"\"x\"\") O\"\"Neil\",\"12 Elm St, Apt "
                       "4, Tacoma\",3,7K2M-Q9XW-3HTC,2026-11-25 18:00"));
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("list.pdf"));
    const auto written = writeMailList({entry}, QTimeZone::utc(), entry.at, file);
    QVERIFY2(written.ok(), why(written));
    QVERIFY(outputOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")}).contains(entry.code));
    QCOMPARE(codeOf(writeMailList({entry}, QTimeZone::utc(), entry.at, folder.filePath(QStringLiteral("no/list.csv")))),
        QStringLiteral("file"));
}

void TestLetterRun::dialogByKeyboard()
{
    Tray tray(3);
    LetterRunDialog dialog(
        *tray.wizard.workshop, Tray::composer(), Tray::letterhead(), tray.wizard.clock(), tray.ids);
    dialog.show();
    auto *table = dialog.findChild<QTableWidget *>();
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 6, patience);
    QTRY_VERIFY(button(dialog, QStringLiteral("Print"))->isEnabled());
    QVERIFY(!button(dialog, QStringLiteral("mail list"))->isEnabled());
    QVERIFY(!dialog.findChild<QProgressBar *>()->isVisible());
    const QTemporaryDir folder;
    QSignalSpy released(&dialog, &LetterRunDialog::released);
    dialog.printOn(printerTo(folder.filePath(QStringLiteral("job.pdf"))));
    QVERIFY(button(dialog, QStringLiteral("Stop"))->isVisible());
    QVERIFY(dialog.findChild<QProgressBar *>()->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape); // stops, does not close
    QVERIFY(dialog.isVisible());
    QVERIFY(released.wait(patience));
    QVERIFY(dialog.run().wasCancelled());
    QVERIFY(dialog.run().open() > 0);
    QTRY_VERIFY(button(dialog, QStringLiteral("Print the rest"))->isEnabled());
    dialog.printOn(printerTo(folder.filePath(QStringLiteral("rest.pdf"))));
    QVERIFY(released.wait(patience));
    QCOMPARE(dialog.run().count(RunEntry::Done), 6);
    QVERIFY(button(dialog, QStringLiteral("mail list"))->isEnabled());
    QVERIFY(table->item(0, 3)->text().contains(QStringLiteral("Gone out")));
    dialog.findChild<QCheckBox *>()->click(); // those that went out
    QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() == 6 && table->item(0, 3)->text().contains(QStringLiteral("COPY")), patience);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestLetterRun::dialogTellsOfAFailingFolder()
{
    Tray tray(1);
    LetterRunDialog dialog(
        *tray.wizard.workshop, Tray::composer(), Tray::letterhead(), tray.wizard.clock(), tray.ids);
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QStringLiteral("Print"))->isEnabled(), patience);
    QSignalSpy released(&dialog, &LetterRunDialog::released);
    dialog.writeTo(QStringLiteral("/nowhere"));
    QVERIFY(released.wait(patience));
    QVERIFY(dialog.findChild<Notice *>()->message().contains(QStringLiteral("2 letters did not go out")));
    QCOMPARE(dialog.run().count(RunEntry::Failed), 2);
    QCOMPARE(tray.printed(), 0);
    QVERIFY(button(dialog, QStringLiteral("PDF"))->isEnabled()); // again, elsewhere
    const QTemporaryDir folder;
    dialog.writeTo(folder.path());
    QVERIFY(released.wait(patience));
    QCOMPARE(tray.printed(), 2);
}

QTEST_MAIN(TestLetterRun)
#include "tst_letter_run.moc"
