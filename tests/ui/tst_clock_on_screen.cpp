#include "Wizard.h"

#include "ui/letter/CaseLetters.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterPreview.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DueSheet.h"

#include <QPushButton>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds; pages are set on a busy machine

/// Received on 20 November, in a state without rules of its own.
ReviewCase requestOf(LineOfBusiness line)
{
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = line;
    content.request.state = QStringLiteral("ID");
    return content;
}

/// A letter's page on what the wizard's case has become.
std::unique_ptr<LetterPage> letterPage(Wizard &wizard)
{
    const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    require(composer.ok() && letterhead.ok());
    auto page = std::make_unique<LetterPage>(*wizard.workshop, *composer, *letterhead, wizard.kept(), wizard.clock());
    auto *preview = page->findChild<LetterPreview *>();
    showFor(*page);
    wizard.workshop->drain();
    require(QTest::qWaitFor([&] { return preview->pageCount() > 0; }, patience));
    return page;
}

QString sums(LetterPage &page)
{
    DueSheet *sheet = page.findChild<CaseHeader *>()->openDueSheet();
    const QString lines = sheet->lines().join(QLatin1Char('\n'));
    sheet->close();
    return lines;
}

StoredCase acted(Wizard &wizard, Action action)
{
    auto future = wizard.workshop->run([stored = wizard.kept(), action](Workspace &workspace) {
        return workspace.act(stored, action, QStringLiteral("The board meets late."));
    });
    future.waitForFinished();
    require(future.result().ok());
    return future.result().value();
}

} // namespace

/// What the clock waits for is said where the due date is, and the day moves when the letter is issued.
class TestClockOnScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moreTimeCountsOnceItsNoticeIsIssued()
    {
        Wizard wizard("nora", requestOf(LineOfBusiness::MedicareAdvantage));
        acted(wizard, Action::Extend);
        const std::unique_ptr<LetterPage> page = letterPage(wizard);
        const QString before = sums(*page);
        QVERIFY2(before.contains(QStringLiteral("it counts once its notice is issued, by end of Fri 27 Nov.")), qPrintable(before));
        QVERIFY2(before.contains(QStringLiteral("No notice of it was issued")), qPrintable(before));
        QPushButton *issue = nullptr;
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().remove(QLatin1Char('&')) == QStringLiteral("Issue letter"))
                issue = button;
        }
        QVERIFY(issue);
        QTRY_VERIFY_WITH_TIMEOUT(issue->isEnabled(), patience);
        QSignalSpy issued(page.get(), &LetterPage::issued);
        issue->click();
        QVERIFY(issued.wait(patience));
        QTRY_VERIFY_WITH_TIMEOUT(sums(*page).contains(QStringLiteral("14 calendar days of extension")), patience); // not opened again
        QVERIFY2(!sums(*page).contains(QStringLiteral("it counts once")), qPrintable(sums(*page)));
        QVERIFY(sums(*page).contains(QStringLiteral("The notice of it was issued")));
    }

    void whatIsOfAnEarlierReceiptIsSaidNotToCount()
    {
        const QDateTime received(QDate(2026, 11, 20), QTime(9, 0), QTimeZone::utc());
        DueSheet::Clockwork clock;
        clock.zone = QTimeZone::utc();
        clock.receivedAt = received;
        clock.events.waits.append({received.addDays(-5), received.addDays(-3), received.addDays(-5)});
        clock.events.waitsBefore = 1;
        clock.events.extendedAt = clock.events.extensionNoticedAt = received.addDays(-4);
        clock.events.isExtendedBefore = true;
        const QString remark = QStringLiteral("It does not count: the request was received anew since");
        QCOMPARE(DueSheet(clock, {}).lines().count(remark), 2);
        clock.receivedAt = received.addDays(-6);
        QCOMPARE(DueSheet(clock, {}).lines().count(remark), 0);
    }
};

QTEST_MAIN(TestClockOnScreen)
#include "tst_clock_on_screen.moc"
