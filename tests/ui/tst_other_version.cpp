#include "PackDesk.h"
#include "PageWords.h"
#include "Wizard.h"

#include "cases/DateWords.h"
#include "ui/decision/DecisionPage.h"
#include "ui/letter/ChecklistView.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterPreview.h"
#include "ui/letter/ReasonList.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/VersionNotice.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>
#include <functional>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds; pages are set on a busy machine

/// The fields of several lines that are in sight.
QList<QPlainTextEdit *> entriesOf(const QWidget &page)
{
    QList<QPlainTextEdit *> entries = page.findChildren<QPlainTextEdit *>();
    entries.removeIf([](const QPlainTextEdit *entry) { return !entry->isVisible(); });
    return entries;
}

/// Why no letter is written, once, and none in the older version's words.
void showsNoLetter(const LetterPage &page)
{
    QVERIFY2(page.letter().text.isEmpty(), qPrintable(page.letter().text));
    QVERIFY(shows(page, QStringLiteral("This program cannot write the letter")));
    QVERIFY(!shows(page, QStringLiteral("What you see is what will print")));
    QVERIFY(!buttonOf(page, QStringLiteral("Issue letter"))->isEnabled());
    QVERIFY(!page.findChild<ChecklistView *>()->isVisible()); // an empty box
    QTRY_COMPARE_WITH_TIMEOUT(page.findChild<LetterPreview *>()->pageCount(), 0, patience); // no blank paper
    const auto *reasons = page.findChild<ReasonList *>();
    const auto said = [reasons] {
        const QList<QLabel *> labels = reasons->findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("which this program does not have"));
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(said(), 1, patience);
}

} // namespace

/// What the pages of a case say once its policy has another version, and once the plan's rules were changed elsewhere.
class tst_other_version : public QObject, private PackDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDraftSaysItInOneLine();
    void aCaseOfTheVersionInForceSaysNothing();
    void aClosedCaseIsShownByItsOwn();
    void withoutItsPackItSaysSoAndNoLetterIsWritten();
    void wordsWrittenInItAreNobodyElsesChange();
    void aLetterIsComposedAnewOnceTheDayIsEntered();
    void aStepUnderAPolicyNobodySawIsLookedAtAgain();
    void aDecisionUnderAPolicyNobodySawIsLookedAtAgain();
    void anOlderProgramOnlyReads();
    void anOlderProgramLosesNothingThatWasTyped();
    void aLetterThatStoodOpenIsReadOnly();
    void aLetterThatStoodOpenIsNotIssued();

private:
    void signIn(const char *login);
    void follow(); ///< the second version comes into force; nora is at it
    template <typename Job> auto ask(Job job) { return m_workshop->run(std::move(job)).takeResult(); }
    std::unique_ptr<LetterPage> letterPage(const StoredCase &stored);
    void sitAtTheOlderProgram(); ///< nora; the second version comes into force elsewhere
    /// What nora does to the draft at a seat with the newer one.
    void onTheNewerProgram(const std::function<Result<StoredCase>(Workspace &, StoredCase)> &job);

    std::unique_ptr<PackFolder> m_older;
    std::unique_ptr<Workshop> m_workshop;
};

void tst_other_version::signIn(const char *login)
{
    m_workshop = std::make_unique<Workshop>();
    const Result<void> opened = m_workshop->open([this, login] { return tryOpen(login); });
    if (!opened)
        qFatal("%s", why(opened).constData());
}

void tst_other_version::init()
{
    Theme::apply(*qApp, Theme::Scheme::Light);
    ReviewCase content = colorectal();
    answer(content, {{"progressive", "true"}, {"symptomatic", "true"}});
    sitDown(content);
    signIn("nora");
}

void tst_other_version::cleanup()
{
    m_workshop.reset();
}

void tst_other_version::follow()
{
    PackDesk::follow();
    signIn("nora");
}

std::unique_ptr<LetterPage> tst_other_version::letterPage(const StoredCase &stored)
{
    const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    require(composer.ok() && letterhead.ok());
    auto page = std::make_unique<LetterPage>(*m_workshop, *composer, *letterhead, stored, m_desk->clock);
    showFor(*page);
    return page;
}

void tst_other_version::aDraftSaysItInOneLine()
{
    follow();
    ReviewPage page(*m_workshop, m_draft, m_desk->clock);
    showFor(page);
    const auto *notice = page.findChild<VersionNotice *>();
    QVERIFY(notice && notice->isVisible());
    QCOMPARE(notice->message(),
        QStringLiteral("Reviewed under version origin-2010-12 until %1; version second-2026-11 is in force now: "
                       "2 answers to look at again.")
            .arg(dayWords(QDate(2026, 11, 23))));
    QCOMPARE(page.session().policy().version, PackFolder::secondVersion());
}

void tst_other_version::aCaseOfTheVersionInForceSaysNothing()
{
    follow();
    const StoredCase fresh = ask([](Workspace &workspace) { return workspace.createCase(colorectal()); }).value();
    ReviewPage page(*m_workshop, fresh, m_desk->clock);
    showFor(page);
    QVERIFY(!page.findChild<VersionNotice *>()->isVisible());
}

void tst_other_version::aClosedCaseIsShownByItsOwn()
{
    follow();
    {
        DecisionPage page(*m_workshop, m_approved, m_desk->clock);
        showFor(page);
        QVERIFY(!page.findChild<VersionNotice *>()->isVisible());
    }
    const std::unique_ptr<LetterPage> page = letterPage(m_approved);
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*page, QStringLiteral("Issue letter"))->isEnabled(), patience);
    buttonOf(*page, QStringLiteral("Issue letter"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->isIssued(), patience);
    const auto letters = ask([this](Workspace &workspace) { return workspace.letters(m_approved.id); });
    QCOMPARE(letters->size(), 1);
    QCOMPARE(letters->constFirst().policyVersion, PackFolder::firstVersion());
}

void tst_other_version::withoutItsPackItSaysSoAndNoLetterIsWritten()
{
    follow();
    m_packs->removeFirst();
    {
        DecisionPage page(*m_workshop, m_approved, m_desk->clock);
        showFor(page);
        const auto *notice = page.findChild<VersionNotice *>();
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->message().contains(PackFolder::firstVersion()), qPrintable(notice->message()));
    }
    const std::unique_ptr<LetterPage> page = letterPage(m_approved);
    QTRY_VERIFY_WITH_TIMEOUT(shows(*page, PackFolder::firstVersion()), patience);
    QVERIFY(!buttonOf(*page, QStringLiteral("Issue letter"))->isEnabled());
    QVERIFY(page->letter().text.isEmpty());
}

void tst_other_version::wordsWrittenInItAreNobodyElsesChange()
{
    follow();
    const std::unique_ptr<LetterPage> page = letterPage(m_draft);
    const QList<QPlainTextEdit *> entries = page->findChildren<QPlainTextEdit *>();
    const auto shown = std::find_if(entries.begin(), entries.end(), [](const QPlainTextEdit *entry) { return entry->isVisible(); });
    QVERIFY(shown != entries.end());
    (*shown)->setPlainText(QStringLiteral("The record does not show it."));
    page->flush();
    QVERIFY(!page->hasUnsaved());
    QVERIFY(!shows(*page, QStringLiteral("Somebody else")));
    const auto kept = ask([this](Workspace &workspace) { return workspace.loadCase(m_draft.id); });
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(kept->reviewCase.policyVersion, PackFolder::secondVersion());
}

/// A nurse's window stands open while a supervisor enters the day at another computer.
void tst_other_version::aLetterIsComposedAnewOnceTheDayIsEntered()
{
    const std::unique_ptr<LetterPage> page = letterPage(m_approved);
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*page, QStringLiteral("Issue letter"))->isEnabled(), patience);
    QVERIFY(!page->letter().text.contains(QStringLiteral("2011")));
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    QVERIFY(sam->setEffectiveDate(QStringLiteral("MED140"), PackFolder::firstVersion(), QDate(2011, 1, 1)).ok());
    buttonOf(*page, QStringLiteral("Issue letter"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(shows(*page, QStringLiteral("were changed meanwhile")), patience);
    QVERIFY(!page->isIssued());
    QVERIFY2(page->letter().text.contains(QStringLiteral("2011")), qPrintable(page->letter().text));
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*page, QStringLiteral("Issue letter"))->isEnabled(), patience);
    buttonOf(*page, QStringLiteral("Issue letter"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->isIssued(), patience);
    QVERIFY(page->letter().text.contains(QStringLiteral("2011")));
}

/// The page stands open over midnight, when the second version begins.
void tst_other_version::aStepUnderAPolicyNobodySawIsLookedAtAgain()
{
    m_packs->addSecond(PackFolder::secondBegins());
    ReviewPage page(*m_workshop, m_draft, m_desk->clock);
    showFor(page);
    m_desk->clock.advance(Q_INT64_C(2) * 24 * 3600 * 1000);
    QSignalSpy reopen(&page, &ReviewPage::reopenWanted);
    for (int press = 0; press < 2; ++press) { // the workspace has the new one from the first on, this page never
        QSignalSpy refused(&page.session(), &ReviewSession::refused);
        page.session().perform(Action::Refer);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        QCOMPARE(refused.first().first().value<Error>().code, QStringLiteral("rules_changed"));
    }
    QVERIFY(shows(page, QStringLiteral("The policy changed meanwhile")));
    QPushButton *again = buttonOf(page, QStringLiteral("Show it as it is now"));
    QVERIFY(again && again->isVisible());
    again->click();
    QCOMPARE(reopen.size(), 1);
    QCOMPARE(reopen.first().first().toString(), m_draft.id);
    QCOMPARE(m_workshop->rulebook().policy.version, PackFolder::secondVersion());
    QCOMPARE(ask([this](Workspace &workspace) { return workspace.loadCase(m_draft.id); })->status, Status::Draft);
}

void tst_other_version::aDecisionUnderAPolicyNobodySawIsLookedAtAgain()
{
    const StoredCase referred =
        ask([this](Workspace &workspace) { return workspace.act(m_draft, Action::Refer); }).value();
    signIn("phil");
    m_packs->addSecond(PackFolder::secondBegins());
    DecisionPage page(*m_workshop, referred, m_desk->clock);
    showFor(page);
    m_desk->clock.advance(Q_INT64_C(2) * 24 * 3600 * 1000);
    QSignalSpy reopen(&page, &DecisionPage::reopenWanted);
    page.session().perform(Action::Pend, QStringLiteral("why"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(page, QStringLiteral("The policy changed meanwhile")), patience);
    buttonOf(page, QStringLiteral("Show it as it is now"))->click();
    QCOMPARE(reopen.size(), 1);
}

/// On the seat of a team that was not brought up to date yet: it said that its own, older version was in force "now", took what
/// was typed, and was refused at each save.
void tst_other_version::anOlderProgramOnlyReads()
{
    follow();
    const QString id = ask([](Workspace &workspace) { return workspace.createCase(colorectal()); })->id;
    sitAtTheOlderProgram();
    const StoredCase newer = ask([&id](Workspace &workspace) { return workspace.loadCase(id); }).value();
    ReviewPage page(*m_workshop, newer, m_desk->clock);
    showFor(page);
    const auto *notice = page.findChild<VersionNotice *>();
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->message().startsWith(QStringLiteral("Worked on under version second-2026-11, which this program does not have")),
        qPrintable(notice->message()));
    QCOMPARE(noticesOf(page).count(PackFolder::secondVersion()), 1); // not once more by another notice
    QString why;
    QVERIFY(!page.session().editable(&why));
    QVERIFY2(why.contains(PackFolder::secondVersion()), qPrintable(why));
    for (const Action action : {Action::Edit, Action::Submit, Action::Refer, Action::Withdraw, Action::Extend})
        QCOMPARE(page.session().allowed(action, QStringLiteral("why")).error().code, QStringLiteral("older_program"));
    page.session().setPage(QStringLiteral("tumor"));
    page.flush();
    QVERIFY(!page.hasUnsaved());
    const std::unique_ptr<LetterPage> letter = letterPage(newer);
    QTRY_VERIFY_WITH_TIMEOUT(shows(*letter, QStringLiteral("which this program does not have")), patience);
    showsNoLetter(*letter);
    QVERIFY(entriesOf(*letter).isEmpty());
}

void tst_other_version::sitAtTheOlderProgram()
{
    m_older = std::make_unique<PackFolder>();
    m_rules = m_older->rulebook();
    signIn("nora");
}

void tst_other_version::onTheNewerProgram(const std::function<Result<StoredCase>(Workspace &, StoredCase)> &job)
{
    m_packs->addSecond(QDate(2026, 11, 22));
    Workshop other;
    const auto rules = m_packs->rulebook();
    QVERIFY(other.open([this, rules] {
        return Workspace::open(m_desk->directory(), QStringLiteral("nora"), "nora", rules, m_desk->clock);
    }).ok());
    const auto done = other.run([this, job](Workspace &workspace) {
        return job(workspace, workspace.loadCase(m_draft.id).value());
    }).takeResult();
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(done->reviewCase.policyVersion, PackFolder::secondVersion());
}

/// The page stood open while a seat with the newer one took the case up. Nothing is tried again.
void tst_other_version::anOlderProgramLosesNothingThatWasTyped()
{
    sitAtTheOlderProgram();
    ReviewPage page(*m_workshop, m_draft, m_desk->clock);
    showFor(page);
    page.flush();
    page.session().look();
    QVERIFY(ask([](Workspace &) { return Result<void>(); }).ok()); // read before the other's save, and told after it
    onTheNewerProgram([](Workspace &workspace, StoredCase draft) {
        draft.reviewCase.nurseNote = QStringLiteral("typed on the newer one");
        return workspace.saveDraft(draft);
    });
    page.session().setNurseNote(QStringLiteral("typed on the older one"));
    page.flush();
    QTRY_VERIFY_WITH_TIMEOUT(!page.session().editable(), patience);
    QString why;
    QVERIFY(!page.session().editable(&why));
    QVERIFY2(why.contains(QStringLiteral("which this program does not have")), qPrintable(why));
    QCOMPARE(page.session().content().nurseNote, QStringLiteral("typed on the older one"));
    QVERIFY(page.session().saving() == ReviewSession::Saving::Stale); // compared and copied from, not tried again
    const auto kept = ask([this](Workspace &workspace) { return workspace.loadCase(m_draft.id); });
    QCOMPARE(kept->reviewCase.nurseNote, QStringLiteral("typed on the newer one"));
    QVERIFY(!buttonOf(page, QStringLiteral("Try again")));
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(page, QStringLiteral("Compare and choose…")), patience);
    buttonOf(page, QStringLiteral("Compare and choose…"))->click();
    auto *dialog = page.findChild<MergeDialog *>();
    QVERIFY(dialog);
    QVERIFY(shows(*dialog, QStringLiteral("which this program does not have")));
    QVERIFY(shows(*dialog, QStringLiteral("What you entered was not saved: copy from here what is still needed.")));
    QVERIFY(!shows(*dialog, QStringLiteral("took this case a step on")));
    buttonOf(*dialog, QStringLiteral("Drop mine and show what is kept"))->click();
    QCOMPARE(page.session().content().nurseNote, QStringLiteral("typed on the newer one"));
    QVERIFY(!page.hasUnsaved());
    QSignalSpy closed(&page, &ReviewPage::closed);
    buttonOf(page, QStringLiteral("Close"))->click();
    QCOMPARE(closed.size(), 1);
}

void tst_other_version::aLetterThatStoodOpenIsReadOnly()
{
    sitAtTheOlderProgram();
    const std::unique_ptr<LetterPage> page = letterPage(m_draft);
    const QString words = QStringLiteral("The record does not show it.");
    QCOMPARE(entriesOf(*page).size(), 2);
    onTheNewerProgram([](Workspace &workspace, StoredCase draft) {
        draft.reviewCase.nurseNote = QStringLiteral("typed on the newer one");
        return workspace.saveDraft(draft);
    });
    entriesOf(*page).constFirst()->setPlainText(words);
    page->flush();
    QVERIFY(page->hasUnsaved()); // who leaves is asked
    QVERIFY(shows(*page, QStringLiteral("Your words are still here: copy what you need.")));
    QCOMPARE(entriesOf(*page).constFirst()->toPlainText(), words);
    for (const QPlainTextEdit *entry : entriesOf(*page))
        QVERIFY(entry->isReadOnly());
    QVERIFY(!buttonOf(*page, QStringLiteral("Use the drafted words"))->isEnabled());
    showsNoLetter(*page);
}

void tst_other_version::aLetterThatStoodOpenIsNotIssued()
{
    sitAtTheOlderProgram();
    const auto pended = ask([this](Workspace &workspace) {
        StoredCase draft = m_draft;
        draft.reviewCase.determination.plainReason = QStringLiteral("We need your scans.");
        return workspace.act(draft, Action::Pend);
    });
    QVERIFY2(pended.ok(), why(pended));
    const std::unique_ptr<LetterPage> page = letterPage(*pended);
    QTRY_VERIFY_WITH_TIMEOUT(buttonOf(*page, QStringLiteral("Issue letter"))->isEnabled(), patience);
    onTheNewerProgram([](Workspace &workspace, const StoredCase &kept) { return workspace.act(kept, Action::Resume); });
    buttonOf(*page, QStringLiteral("Issue letter"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(shows(*page, QStringLiteral("which this program does not have")), patience);
    showsNoLetter(*page);
    QVERIFY(!page->isIssued());
}

QTEST_MAIN(tst_other_version)
#include "tst_other_version.moc"
