#include "LetterTray.h"

#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/MailList.h"
#include "ui/widgets/Notice.h"

#include <QCheckBox>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace reviewdesk;

namespace {

std::unique_ptr<QPrinter> printerTo(const QString &file)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(file);
    return printer;
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

/// Letters released together: one print job, PDFs, stopping and going on.
class TestLetterRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twentyFiveLettersAreOneJob();
    void pdfsAreWrittenAndCounted();
    void oneFailureStopsNobody();
    void stoppedRunsGoOn();
    void theMailListIsSafe();
    void dialogByKeyboard();
    void dialogTellsOfAFailingFolder();
};

void TestLetterRun::twentyFiveLettersAreOneJob()
{
    LetterTray tray(12);
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
    LetterTray tray(3);
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
    LetterTray tray(2);
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
    LetterTray tray(4);
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
        QStringLiteral("unwritable"));
}

void TestLetterRun::dialogByKeyboard()
{
    LetterTray tray(3);
    LetterRunDialog dialog(
        *tray.wizard.workshop, LetterTray::composer(), LetterTray::letterhead(), tray.wizard.clock(), tray.ids);
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
    LetterTray tray(1);
    LetterRunDialog dialog(
        *tray.wizard.workshop, LetterTray::composer(), LetterTray::letterhead(), tray.wizard.clock(), tray.ids);
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
