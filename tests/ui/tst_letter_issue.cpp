#include "LetterSheet.h"
#include "ReferredCase.h"

#include "letter/LetterHtml.h"
#include "ui/letter/CorrectionDialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

using namespace reviewdesk;

namespace {

/// A request whose rule gives more time.
ReviewCase medicareAdvantage()
{
    ReviewCase content = StoreDesk::request();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    answer(content, {{"procedure", "radioembolization"}});
    return content;
}

constexpr qint64 hour = 3600 * 1000; // milliseconds

/// What nobody documented is to be asked for, in hours.
ReviewCase expedited(LineOfBusiness line)
{
    ReviewCase content = colorectal();
    answer(content, {{"progressive", nullptr}});
    content.determination.plainReason = QStringLiteral("We need your scans.");
    content.request.lineOfBusiness = line;
    content.request.urgency = Urgency::Expedited;
    content.request.state = QStringLiteral("ID");
    content.request.receivedAt = QDateTime::fromString(QStringLiteral("2026-11-23T09:10:00-08:00"), Qt::ISODate);
    return content;
}

QString replyBy(const LetterSheet &sheet)
{
    return readLetter(sheet.page->letter().html).textById.value(QStringLiteral("reply-by"));
}

/// 48 hours from now, as a letter tells them.
QString wanted(Wizard &wizard)
{
    const QDateTime until = wizard.clock().now().addMSecs(48 * hour).toTimeZone(wizard.workshop->rulebook().zone);
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(until, QStringLiteral("MMMM d, yyyy, h:mm AP"));
}

/// Takes more time, of which the first letter tells.
void extend(Wizard &wizard)
{
    StoredCase told = wizard.kept();
    told.reviewCase.determination.extensionReason = QStringLiteral("The tumor board meets next week.");
    told.reviewCase.determination.extendedTo = QDate(2026, 12, 20);
    const auto saved = wizard.workshop->run([told](Workspace &w) { return w.saveDraft(told); }).result();
    QVERIFY2(saved.ok(), why(saved));
    const Result<StoredCase> extended = wizard.act(Action::Extend, QStringLiteral("The tumor board meets next week."));
    QVERIFY2(extended.ok(), why(extended));
}

/// Answers the file dialog that comes up next by its name field and Enter, as often as a completer takes the key.
void saveAs(const QString &file)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, file, seen = false]() mutable {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog && seen)
            timer->deleteLater();
        if (!dialog)
            return;
        seen = true;
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
    });
    timer->start(100);
}

} // namespace

/// A letter is issued, and what follows it: its PDF, its correction, the next request; and what is not issued.
class TestLetterIssue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLetterThatNobodyReadIsNotIssued();
    void yesterdaysLetterIsNotIssued();
    void hoursCountFromTheIssue();
    void ofADayNoHoursAreTold();
    void hoursThatRanOutAreNotPromised();
    void aNoticeTooLateIsNotIssued();
    void aLetterOfAnOlderCaseIsNotIssued();
    void draftsAreNotPrinted();
    void issuedByKeyboardThenSavedAsPdf();
    void whoMayNotIssueIsTold();
    void aCorrectionStandsBesideTheEarlier();
    void aSecondRequestStandsBesideTheFirst();
    void theNoticeOfAnExtensionComesFirst();
};

void TestLetterIssue::aLetterThatNobodyReadIsNotIssued()
{
    Wizard wizard("nora", medicareAdvantage());
    extend(wizard); // and still a draft
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::ExtensionNotice);
    QPushButton *issue = sheet.button("Issue letter");
    QVERIFY(issue->isEnabled());
    elsewhere(wizard, [](ReviewCase &other) { other.member.name = QStringLiteral("Berta Sample"); });
    QTest::keyClicks(sheet.words(0), QStringLiteral("We wait for the tumor board."));
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QTest::mouseClick(issue, Qt::LeftButton);
    QVERIFY(!issued.wait(500));
    QVERIFY(sheet.says(QStringLiteral("Somebody else saved this case meanwhile.")));
    QVERIFY(sheet.page->letter().text.contains(QStringLiteral("Berta Sample")));
    QTest::mouseClick(issue, Qt::LeftButton);
    QVERIFY(issued.wait(patience));
}

/// The page stood open over midnight: the letter bore yesterday's date.
void TestLetterIssue::yesterdaysLetterIsNotIssued()
{
    Wizard wizard("nora", StoreDesk::approvable());
    QVERIFY(wizard.act(Action::Approve).ok());
    const LetterSheet sheet(wizard);
    const QString before = sheet.page->letter().text;
    wizard.clock().advance(24 * 3600 * 1000);
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QTest::mouseClick(sheet.button("Issue letter"), Qt::LeftButton);
    QVERIFY(!issued.wait(500));
    QVERIFY(sheet.says(QStringLiteral("today’s date now")));
    QVERIFY(sheet.page->letter().text != before);
    QTest::mouseClick(sheet.button("Issue letter"), Qt::LeftButton);
    QVERIFY(issued.wait(patience));
}

/// The letter that was composed in the morning named 48 hours from then, the clock counts from its issue.
void TestLetterIssue::hoursCountFromTheIssue()
{
    Wizard wizard("nora", expedited(LineOfBusiness::SelfFundedErisa));
    QVERIFY(wizard.act(Action::Pend).ok());
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::InformationRequest);
    QVERIFY2(replyBy(sheet).contains(wanted(wizard)), qPrintable(replyBy(sheet) + wanted(wizard)));
    wizard.clock().advance(2 * hour);
    QVERIFY(sheet.says(QStringLiteral("hours in it count from the issue")));
    QVERIFY(!replyBy(sheet).contains(wanted(wizard)));
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QTest::mouseClick(sheet.button("Issue letter"), Qt::LeftButton);
    QVERIFY(issued.wait(patience));
    QVERIFY2(replyBy(sheet).contains(wanted(wizard)), qPrintable(replyBy(sheet) + wanted(wizard)));
    const Result<QList<IssuedLetter>> letters =
        wizard.workshop->run([id = wizard.stored.id](Workspace &workspace) { return workspace.letters(id); }).result();
    QVERIFY2(letters.ok(), why(letters));
    QCOMPARE(letters->size(), 1);
    QVERIFY(letters->constFirst().text.contains(wanted(wizard)));
}

void TestLetterIssue::ofADayNoHoursAreTold()
{
    ReviewCase content = expedited(LineOfBusiness::SelfFundedErisa);
    content.request.urgency = Urgency::Standard;
    Wizard wizard("nora", content);
    QVERIFY(wizard.act(Action::Pend).ok());
    const LetterSheet sheet(wizard);
    QVERIFY(!replyBy(sheet).isEmpty());
    QVERIFY(sheet.says(QStringLiteral("What you see is what will print.")));
    QVERIFY(!sheet.says(QStringLiteral("hours in it count from the issue")));
}

/// What is composed anew and may not be issued stays, and says why.
void TestLetterIssue::hoursThatRanOutAreNotPromised()
{
    Wizard wizard("nora", expedited(LineOfBusiness::MedicareAdvantage));
    QVERIFY(wizard.act(Action::Extend, QStringLiteral("The tumor board meets next week.")).ok());
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::ExtensionNotice);
    QVERIFY(sheet.button("Issue letter")->isEnabled());
    const QDateTime due = viewOf(wizard.kept().reviewCase, wizard.workshop->rulebook(), wizard.kept().clock).dueAt();
    wizard.clock().advance(wizard.clock().now().msecsTo(due) + 1);
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QTest::mouseClick(sheet.button("Issue letter"), Qt::LeftButton);
    QVERIFY(!issued.wait(500));
    QVERIFY(sheet.link(QStringLiteral("Too late for this notice")));
    QVERIFY(!sheet.button("Issue letter")->isEnabled());
    QVERIFY(sheet.notice()->message().contains(QStringLiteral("may not be issued any more")));
}

/// It would promise a day that does not hold.
void TestLetterIssue::aNoticeTooLateIsNotIssued()
{
    Wizard wizard("nora", medicareAdvantage());
    extend(wizard);
    wizard.clock().advance(8 * 24 * hour);
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::ExtensionNotice);
    QVERIFY(!sheet.button("Issue letter")->isEnabled());
    QAbstractButton *reason = sheet.link(QStringLiteral("Too late for this notice"));
    QVERIFY(reason && reason->text().contains(QStringLiteral("Decide now.")));
    QSignalSpy wanted(sheet.page.get(), &LetterPage::fixWanted);
    reason->click();
    QCOMPARE(wanted.size(), 1);
}

/// Somebody else saved the case since the page was opened, and nothing was typed here: the old letter was issued.
void TestLetterIssue::aLetterOfAnOlderCaseIsNotIssued()
{
    Wizard wizard("nora", medicareAdvantage());
    extend(wizard);
    const LetterSheet sheet(wizard);
    elsewhere(wizard, [](ReviewCase &other) { other.member.name = QStringLiteral("Berta Sample"); });
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QTest::mouseClick(sheet.button("Issue letter"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(sheet.page->letter().text.contains(QStringLiteral("Berta Sample")), patience);
    QVERIFY(issued.isEmpty());
    QVERIFY(sheet.says(QStringLiteral("Somebody else saved this case meanwhile.")));
    QTRY_VERIFY(sheet.button("Issue letter")->isEnabled());
    QTest::mouseClick(sheet.button("Issue letter"), Qt::LeftButton);
    QVERIFY(issued.wait(patience));
}

void TestLetterIssue::draftsAreNotPrinted()
{
    Wizard wizard("nora", StoreDesk::approvable());
    const LetterSheet sheet(wizard);
    QVERIFY(!sheet.button("Print…")->isEnabled());
    QVERIFY(!sheet.button("Save PDF…")->isEnabled());
    for (const Qt::Key key : {Qt::Key_P, Qt::Key_S}) {
        QTest::keyClick(sheet.preview(), key, Qt::ControlModifier);
        QVERIFY(sheet.notice()->message().contains(QStringLiteral("Issue it first")));
        sheet.notice()->clear();
    }
}

void TestLetterIssue::issuedByKeyboardThenSavedAsPdf()
{
    Wizard wizard("nora", StoreDesk::approvable());
    const Result<StoredCase> approved = wizard.act(Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    const LetterSheet sheet(wizard);
    QPushButton *issue = sheet.button("Issue letter");
    QStringList reasons;
    for (const QAbstractButton *link : sheet.links())
        reasons.append(link->text());
    QVERIFY2(issue->isEnabled(), qPrintable(reasons.join(QLatin1Char('\n'))));
    QVERIFY(!sheet.says(QStringLiteral("It may not be issued yet")));
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QTest::keyClick(sheet.page.get(), Qt::Key_I, Qt::AltModifier);
    QVERIFY(issued.wait(patience));
    QVERIFY(sheet.page->isIssued());
    QVERIFY(!issue->isVisible());
    QVERIFY(sheet.says(QStringLiteral("Its words are frozen")));

    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("letter.pdf"));
    saveAs(file);
    QTest::keyClick(sheet.preview(), Qt::Key_S, Qt::ControlModifier);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
    QTRY_VERIFY_WITH_TIMEOUT(sheet.says(QStringLiteral("further ones are marked COPY")), patience);

    // the provider's own letter is still to be issued
    sheet.page->activateWindow(); // after the dialog, without a window manager
    QVERIFY(QTest::qWaitForWindowActive(sheet.page.get()));
    QTest::keyClick(sheet.page.get(), Qt::Key_P, Qt::AltModifier);
    QTRY_VERIFY(!sheet.page->isIssued());
    QVERIFY(issue->isVisible() && issue->isEnabled());
}

void TestLetterIssue::whoMayNotIssueIsTold()
{
    ReferredCase wizard(StoreDesk::adverse(), "ned");
    const LetterSheet sheet(wizard);
    QVERIFY(!sheet.button("Issue letter")->isEnabled());
    QVERIFY(sheet.link(QStringLiteral("The case is referred: the letter follows the decision.")));
    QVERIFY(!sheet.words(0)->isVisible()); // nothing is written on a case that may not be edited
}

void TestLetterIssue::aCorrectionStandsBesideTheEarlier()
{
    Wizard wizard("nora", StoreDesk::approvable());
    QVERIFY(wizard.act(Action::Approve).ok());
    const LetterSheet sheet(wizard);
    QVERIFY(!sheet.button("Issue a correction…")->isVisible());
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    sheet.button("Issue letter")->click();
    QVERIFY(issued.wait(patience));
    const QString first = sheet.page->letter().code();
    // asked why, by keyboard
    sheet.button("Issue a correction…")->click();
    auto *dialog = sheet.page->findChild<CorrectionDialog *>();
    QVERIFY(dialog);
    dialog->activateWindow(); // without a window manager nobody else does
    QTRY_VERIFY(dialog->isActiveWindow());
    QVERIFY(dialog->windowModality() != Qt::ApplicationModal); // the lock would answer it, and the reason would be gone
    auto *reason = dialog->findChild<QPlainTextEdit *>();
    QTest::keyClicks(reason, QStringLiteral("Wrong phone number."));
    QTest::keyClick(dialog, Qt::Key_P, Qt::AltModifier);
    QTRY_VERIFY(sheet.says(QStringLiteral("Draft of a correction")));
    QVERIFY(!sheet.page->isIssued());
    QVERIFY(sheet.page->letter().text.contains(QStringLiteral("Wrong phone number.")));
    QVERIFY(sheet.page->letter().text.contains(first));
    sheet.button("Keep the earlier letter")->click(); // thought better of it
    QVERIFY(sheet.page->isIssued());
    sheet.page->beginCorrection(QStringLiteral("Wrong phone number."));
    sheet.button("Issue the correction")->click();
    QVERIFY(issued.wait(patience));
    QVERIFY(sheet.says(QStringLiteral("It corrects an earlier letter: Wrong phone number.")));
    QVERIFY(sheet.page->letter().code() != first);
    // the earlier one can still be read
    auto *choice = sheet.page->findChild<QComboBox *>();
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(sheet.page->letter().code(), first);
    QVERIFY(sheet.says(QStringLiteral("kept for the record")));
    QVERIFY(!sheet.button("Issue a correction…")->isVisible());
}

/// An answer came and left something open: the next request is a letter of its own, written and issued, not a correction.
void TestLetterIssue::aSecondRequestStandsBesideTheFirst()
{
    ReviewCase content = colorectal();
    answer(content, {{"progressive", nullptr}}); // to be asked
    content.determination.plainReason = QStringLiteral("We need your scans.");
    Wizard wizard("nora", content);
    QVERIFY(wizard.act(Action::Pend).ok());
    QString first;
    {
        const LetterSheet sheet(wizard);
        QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
        QVERIFY2(sheet.button("Issue letter")->isEnabled(), qPrintable(sheet.page->letter().text));
        sheet.button("Issue letter")->click();
        QVERIFY(issued.wait(patience));
        first = sheet.page->letter().code();
    }
    QVERIFY(wizard.act(Action::Resume).ok());
    QVERIFY(wizard.act(Action::Pend).ok());
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::InformationRequest);
    QVERIFY(!sheet.page->isIssued());
    auto *choice = sheet.page->findChild<QComboBox *>();
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    QVERIFY2(choice->fontMetrics().horizontalAdvance(choice->itemText(1)) < choice->width() - 40, "cut");
    QVERIFY2(choice->itemText(1).startsWith(QStringLiteral("Earlier request, ")), qPrintable(choice->itemText(1)));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(sheet.page->letter().code(), first);
    QVERIFY(!sheet.button("Issue a correction…")->isVisible());
    QTest::keyClick(choice, Qt::Key_Up);
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    QVERIFY(sheet.button("Issue letter")->isEnabled());
    sheet.button("Issue letter")->click();
    QVERIFY(issued.wait(patience));
    QVERIFY(sheet.page->isIssued());
    QVERIFY(sheet.button("Issue a correction…")->isVisible());
}

void TestLetterIssue::theNoticeOfAnExtensionComesFirst()
{
    Wizard wizard("nora", medicareAdvantage());
    extend(wizard);
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::ExtensionNotice);
    QVERIFY(sheet.page->letter().text.contains(QStringLiteral("The tumor board meets next week.")));
    QVERIFY2(sheet.button("Issue letter")->isEnabled(), qPrintable(sheet.page->letter().text));
    QSignalSpy issued(sheet.page.get(), &LetterPage::issued);
    sheet.button("Issue letter")->click();
    QVERIFY(issued.wait(patience));
    QVERIFY(sheet.page->isIssued());
    QTest::mouseClick(sheet.button("To the provider"), Qt::LeftButton);
    QVERIFY(!sheet.page->isIssued() && sheet.button("Issue letter")->isEnabled());
}

QTEST_MAIN(TestLetterIssue)
#include "tst_letter_issue.moc"
