#include "Wizard.h"

#include "ui/letter/CorrectionDialog.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterPreview.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPrintDialog>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds; pages are set on a busy machine

/// A request for information that was issued to the member, on the screen.
class Asked {
public:
    Asked() : wizard("nora", content())
    {
        require(wizard.act(Action::Pend).ok());
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
        require(composer.ok() && letterhead.ok());
        page = std::make_unique<LetterPage>(*wizard.workshop, *composer, *letterhead, wizard.kept(), wizard.clock());
        showFor(*page);
        auto *preview = page->findChild<LetterPreview *>();
        require(QTest::qWaitFor([&] { return preview->pageCount() > 0 && button("Issue letter")->isEnabled(); }, patience));
        button("Issue letter")->click();
        require(QTest::qWaitFor([&] { return page->isIssued(); }, patience));
        code = page->letter().code();
    }

    QPushButton *button(const char *text) const
    {
        const QList<QPushButton *> buttons = page->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [text](const QPushButton *button) {
            return button->text().remove(QLatin1Char('&')) == QString::fromUtf8(text);
        });
        return found == buttons.end() ? nullptr : *found;
    }
    /// Somebody else hears the provider and asks again: on the screen is a draft of the next request then.
    void askAgainElsewhere()
    {
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        const Result<StoredCase> again = seat->run([id = wizard.stored.id](Workspace &workspace) {
            Result<StoredCase> stored = workspace.loadCase(id);
            for (const Action action : {Action::Resume, Action::Pend}) {
                if (stored)
                    stored = workspace.act(*stored, action);
            }
            return stored;
        }).takeResult();
        if (!again)
            qFatal("%s", why(again).constData());
        page->findChild<LetterDraft *>()->look();
        require(QTest::qWaitFor([&] { return !page->isIssued(); }, patience));
    }
    QList<IssuedLetter> letters()
    {
        return wizard.workshop->run([id = wizard.stored.id](Workspace &workspace) { return workspace.letters(id); })
            .takeResult()
            .value();
    }
    CorrectionDialog *askWhy(const QString &reason)
    {
        button("Issue a correction…")->click();
        auto *dialog = page->findChild<CorrectionDialog *>();
        require(dialog && dialog->isVisible());
        dialog->findChild<QPlainTextEdit *>()->setPlainText(reason);
        return dialog;
    }
    static QPushButton *go(const CorrectionDialog &dialog)
    {
        const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
        return *std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *one) { return one->isDefault(); });
    }

    Wizard wizard;
    std::unique_ptr<LetterPage> page;
    QString code;

private:
    static ReviewCase content()
    {
        ReviewCase content = colorectal();
        answer(content, {{"progressive", nullptr}}); // to be asked
        content.determination.plainReason = QStringLiteral("We need your scans.");
        return content;
    }
};

QString textOf(const QString &pdf)
{
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    process.waitForFinished(patience);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

/// The letter on the screen becomes another one while a dialog over it is open.
class tst_letter_meanwhile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatGoesOutIsWhatWasOnTheScreen_data();
    void whatGoesOutIsWhatWasOnTheScreen();
    void whatIsTypedIsKeptBeforeTheDialog();
    void aCorrectionOfALetterThatHoldsNoMore();
    void aCorrectionIsOfTheLetterThatItWasAskedFor();
    void aTranslationIsNotErasedBeforeTheLetterIsThere();
};

void tst_letter_meanwhile::whatGoesOutIsWhatWasOnTheScreen_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("saved") << QByteArray("Save PDF…");
    QTest::newRow("printed") << QByteArray("Print…");
}

/// The next request's draft went out under the mark of the issued one, and nobody's letter was counted.
void tst_letter_meanwhile::whatGoesOutIsWhatWasOnTheScreen()
{
    QFETCH(QByteArray, button);
    Asked asked;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("letter.pdf"));
    bool chosen = false;
    QTimer::singleShot(300, this, [&] {
        const QPointer<QDialog> dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        asked.askAgainElsewhere();
        const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            chosen = chosen || field->objectName().startsWith(QStringLiteral("file"));
            if (field->objectName().startsWith(QStringLiteral("file")))
                field->setText(file);
        }
        QTest::qWait(100);
        if (dialog)
            dialog->accept();
    });
    asked.button(button.constData())->click();
    QVERIFY(chosen);
    const QString text = textOf(file);
    QVERIFY2(text.contains(asked.code), qPrintable(text.right(400)));
    QVERIFY(!text.contains(QStringLiteral("DRAFT")));
    QTRY_COMPARE_WITH_TIMEOUT(asked.letters().constFirst().printed, 1, patience);
    QVERIFY(!asked.page->isIssued()); // the next request, as before
}

/// What others kept comes onto the screen with the save of what is typed: before the dialog, not under it.
void tst_letter_meanwhile::whatIsTypedIsKeptBeforeTheDialog()
{
    Wizard wizard("nora", StoreDesk::request());
    StoredCase told = wizard.kept();
    told.reviewCase.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    told.reviewCase.determination.extensionReason = QStringLiteral("The tumor board meets next week.");
    told.reviewCase.determination.extendedTo = QDate(2026, 12, 20);
    answer(told.reviewCase, {{"procedure", "radioembolization"}});
    QVERIFY(wizard.workshop->run([told](Workspace &workspace) { return workspace.saveDraft(told); }).takeResult().ok());
    const Result<StoredCase> extended = wizard.act(Action::Extend, QStringLiteral("The tumor board meets next week."));
    QVERIFY2(extended.ok(), why(extended));
    const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    LetterPage page(*wizard.workshop, *composer, *letterhead, wizard.kept(), wizard.clock());
    showFor(page);
    const auto button = [&page](const QString &text) {
        const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
        return *std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton *button) {
            return button->text().remove(QLatin1Char('&')) == text;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Issue letter"))->isEnabled(), patience);
    button(QStringLiteral("Issue letter"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(page.isIssued(), patience);
    page.findChild<LetterDraft *>()->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("We need your scans."));
    QVERIFY(page.hasUnsaved());
    bool wasKept = false;
    QTimer::singleShot(0, this, [&] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        wasKept = dialog && !page.hasUnsaved();
        if (dialog)
            dialog->reject();
    });
    button(QStringLiteral("Save PDF…"))->click();
    QVERIFY(wasKept);
}

/// The dialog went, and the reason with it, without a word.
void tst_letter_meanwhile::aCorrectionOfALetterThatHoldsNoMore()
{
    Asked asked;
    const QString reason = QStringLiteral("The phone number for appeals was wrong.");
    const QPointer<CorrectionDialog> dialog = asked.askWhy(reason);
    asked.askAgainElsewhere();
    Asked::go(*dialog)->click();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->reason(), reason);
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("holds no more"));
    }));
    QVERIFY(asked.button("Issue letter") && !asked.button("Issue the correction")); // of nothing
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!dialog);
}

void tst_letter_meanwhile::aCorrectionIsOfTheLetterThatItWasAskedFor()
{
    Asked asked;
    const QPointer<CorrectionDialog> dialog = asked.askWhy(QStringLiteral("The phone number for appeals was wrong."));
    asked.page->showRecipient(Recipient::Provider);
    QVERIFY(!asked.page->isIssued());
    Asked::go(*dialog)->click();
    QVERIFY(!dialog || !dialog->isVisible());
    QVERIFY(asked.button("Issue the correction"));
    QCOMPARE(asked.page->letter().recipient, Recipient::Member);
    QVERIFY(asked.page->letter().text.contains(asked.code));
    asked.button("Issue the correction")->click();
    QTRY_VERIFY_WITH_TIMEOUT(asked.page->isIssued(), patience);
    const QList<IssuedLetter> letters = asked.letters();
    QCOMPARE(letters.size(), 2);
    QCOMPARE(letters.last().supersedes, letters.constFirst().id);
}

/// It is hidden until the first letter is composed: the first key erased it.
void tst_letter_meanwhile::aTranslationIsNotErasedBeforeTheLetterIsThere()
{
    ReviewCase content = StoreDesk::adverse();
    content.member.language = QStringLiteral("es");
    content.determination.plainReason = QStringLiteral("It does not grow.");
    Wizard wizard("nora", content);
    StoredCase translated = wizard.kept();
    translated.reviewCase.determination.plainReasonTranslated = QStringLiteral("No crece.");
    const auto saved = wizard.workshop->run([translated](Workspace &w) { return w.saveDraft(translated); }).result();
    QVERIFY2(saved.ok(), why(saved));
    LetterDraft draft(*wizard.workshop, wizard.kept());
    showFor(draft);
    const auto written = [&wizard, &draft](const char *words) {
        QTest::keyClicks(draft.findChild<QPlainTextEdit *>(), QString::fromLatin1(words));
        draft.flush();
        return wizard.kept().reviewCase.determination.plainReasonTranslated;
    };
    QCOMPARE(written("So "), QStringLiteral("No crece."));
    draft.setDraftedTranslation(QStringLiteral("Su proveedor la pidió."));
    QCOMPARE(written("far: "), QStringLiteral("No crece."));
    draft.setDraftedTranslation({}); // in English
    QCOMPARE(written("no. "), QString());
}

QTEST_MAIN(tst_letter_meanwhile)
#include "tst_letter_meanwhile.moc"
