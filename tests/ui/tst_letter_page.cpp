#include "LetterSheet.h"

#include "ui/letter/CaseLetters.h"
#include "ui/letter/ReasonTarget.h"
#include "ui/review/PresenceBar.h"

#include <QScrollBar>

using namespace reviewdesk;

/// The letter's page by keyboard and mouse, over a real workspace.
class TestLetterPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void targets_data();
    void targets();
    void reasonsLeadToTheirPlace();
    void reasonsLeadByKeyboard();
    void missingWordsAreWrittenHere();
    void whatSomebodyElseKeptIsKeptToo();
    void theSameWordsByTwoAreNotOverwritten();
    void nothingIsMarkedOnOpening();
    void longLettersScroll();
    void escapeGoesBack();
    void whoElseIsThereIsShown();
    void aSpanishLetterIsWrittenHere();
    void otherLanguagesAreTold();
    void draftedWordsAndChanges();
    void abbreviationsAreTold();
    void largePrintIsChosen();
};

void TestLetterPage::kinds_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<bool>("adverse");
    QTest::addColumn<LetterKind>("kind");
    QTest::newRow("approved") << Status::Approved << false << LetterKind::Approval;
    QTest::newRow("denied") << Status::Denied << true << LetterKind::Denial;
    QTest::newRow("pended") << Status::Pended << false << LetterKind::InformationRequest;
    QTest::newRow("withdrawn") << Status::Withdrawn << true << LetterKind::Withdrawal;
    QTest::newRow("draft, met") << Status::Draft << false << LetterKind::Approval;
    QTest::newRow("referred, not met") << Status::Referred << true << LetterKind::Denial;
}

void TestLetterPage::kinds()
{
    QFETCH(Status, status);
    QFETCH(bool, adverse);
    QFETCH(LetterKind, kind);
    const std::shared_ptr<const Rulebook> rulebook = StoreDesk::rulebook();
    const ReviewCase content = adverse ? StoreDesk::adverse() : StoreDesk::approvable();
    const CaseView view = viewOf(content, *rulebook);
    QCOMPARE(letterKindFor(status, view.evaluation, rulebook->policy), kind);
    const ReviewCase open = StoreDesk::request();
    QCOMPARE(letterKindFor(Status::Draft, viewOf(open, *rulebook).evaluation, rulebook->policy),
        LetterKind::InformationRequest);
}

void TestLetterPage::targets_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("mayWrite");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("step");
    const auto row = [](const char *place, bool mayWrite, ReasonTarget::Kind kind, const char *step = "") {
        QTest::addRow("%s%s", place, mayWrite ? "" : " (read)")
            << QString::fromLatin1(place) << mayWrite << int{kind} << QString::fromLatin1(step);
    };
    row("/facts/progressive", true, ReasonTarget::Review);
    row("/facts/nothing_like_it", true, ReasonTarget::None);
    row("/line_of_business", true, ReasonTarget::Review, "request");
    row("/determination/by/role", true, ReasonTarget::Review, "recommendation");
    row("checklist/reason", true, ReasonTarget::PlainReason);
    row("checklist/reason", false, ReasonTarget::Review, "recommendation");
    row("checklist/rationale", true, ReasonTarget::Rationale);
    row("checklist/requested", true, ReasonTarget::Review, "request");
    row("checklist/asked", true, ReasonTarget::Review, "documents");
    row("checklist/appeal", true, ReasonTarget::None); // the template's words
    row("/letterhead/appeal_phone", true, ReasonTarget::None);
    row("", true, ReasonTarget::None);
}

void TestLetterPage::targets()
{
    QFETCH(QString, place);
    QFETCH(bool, mayWrite);
    QFETCH(int, kind);
    QFETCH(QString, step);
    const std::shared_ptr<const Rulebook> rulebook = StoreDesk::rulebook();
    const Policy &policy = rulebook->policy;
    const CaseView view = viewOf(colorectal(), *rulebook);
    const ReasonTarget target = reasonTarget(place, policy, view.evaluation, mayWrite);
    QCOMPARE(int{target.kind}, kind);
    QCOMPARE(target.step, step);
    if (place == QLatin1String("/facts/progressive"))
        QCOMPARE(target.fact, policy.factIndex(u"progressive"));
    // "the outcome is open" leads to the first question that can still change it, once it is decided to the decision
    QCOMPARE(
        reasonTarget(QStringLiteral("/facts"), policy, view.evaluation, true).fact, view.evaluation.needed.front());
    const CaseView decided = viewOf(StoreDesk::adverse(), *rulebook);
    QCOMPARE(reasonTarget(QStringLiteral("/facts"), policy, decided.evaluation, true).step,
        QStringLiteral("recommendation"));
}

void TestLetterPage::reasonsLeadToTheirPlace()
{
    Wizard wizard("nora", StoreDesk::approvable());
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::Approval);
    QVERIFY(!sheet.button("Issue letter")->isEnabled());
    QVERIFY(sheet.says(QStringLiteral("It may not be issued yet")));
    QAbstractButton *link = sheet.link(QStringLiteral("No approval is recorded"));
    QVERIFY(link);
    QSignalSpy wanted(sheet.page.get(), &LetterPage::fixWanted);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(0).toString(), wizard.stored.id);
    QCOMPARE(wanted.first().at(1).toString(), QStringLiteral("recommendation"));
    QCOMPARE(wanted.first().at(2).toInt(), -1);
}

void TestLetterPage::reasonsLeadByKeyboard()
{
    Wizard wizard("nora", StoreDesk::approvable());
    const LetterSheet sheet(wizard);
    QSignalSpy wanted(sheet.page.get(), &LetterPage::fixWanted);
    QVERIFY(sheet.preview()->hasFocus());
    for (int tab = 0; tab < 30 && !sheet.links().contains(qobject_cast<QAbstractButton *>(qApp->focusWidget())); ++tab)
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    auto *link = qobject_cast<QAbstractButton *>(qApp->focusWidget());
    QVERIFY(link && sheet.links().contains(link));
    QCOMPARE(link->accessibleName(), link->text());
    QVERIFY(link->height() >= link->heightForWidth(link->width())); // all lines of it in sight
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(wanted.count(), 1);
}

void TestLetterPage::missingWordsAreWrittenHere()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    QCOMPARE(sheet.page->kind(), LetterKind::Denial);
    QAbstractButton *link = sheet.link(QStringLiteral("specific reason for this member"));
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QVERIFY(sheet.words(0)->hasFocus());
    QSignalSpy saved(sheet.page.get(), &LetterPage::savedAt);
    QTest::keyClicks(sheet.words(0), QStringLiteral("Your scans show no growth."));
    QVERIFY(sheet.page->hasUnsaved());
    QTRY_VERIFY_WITH_TIMEOUT(!sheet.page->hasUnsaved(), patience);
    QCOMPARE(wizard.kept().reviewCase.determination.plainReason, QStringLiteral("Your scans show no growth."));
    QVERIFY(saved.count() >= 1);
    QVERIFY(!sheet.link(QStringLiteral("specific reason for this member")));
    QVERIFY(sheet.link(QStringLiteral("clinical judgment")));
    QTest::mouseClick(sheet.link(QStringLiteral("clinical judgment")), Qt::LeftButton);
    QVERIFY(sheet.words(1)->hasFocus());
    // what was typed a moment ago goes with the page
    QTest::keyClicks(sheet.words(1), QStringLiteral("CT is stable."));
    sheet.page->flush();
    QVERIFY(!sheet.page->hasUnsaved());
    QCOMPARE(wizard.kept().reviewCase.determination.rationale, QStringLiteral("CT is stable."));
}

// A save that met a newer case was refused for good, and Back dropped the words.
void TestLetterPage::whatSomebodyElseKeptIsKeptToo()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    elsewhere(wizard, [](ReviewCase &other) {
        other.nurseNote = QStringLiteral("Called the provider.");
        other.determination.rationale = QStringLiteral("CT is stable.");
    });
    QTest::keyClicks(sheet.words(0), QStringLiteral("Your scans show no growth."));
    sheet.page->flush();
    QVERIFY(!sheet.page->hasUnsaved());
    const ReviewCase kept = wizard.kept().reviewCase;
    QCOMPARE(kept.determination.plainReason, QStringLiteral("Your scans show no growth."));
    QCOMPARE(kept.determination.rationale, QStringLiteral("CT is stable."));
    QCOMPARE(kept.nurseNote, QStringLiteral("Called the provider."));
    QCOMPARE(sheet.words(1)->toPlainText(), QStringLiteral("CT is stable."));
    QVERIFY(sheet.says(QStringLiteral("Somebody else saved this case meanwhile.")));
    QTest::keyClicks(sheet.words(1), QStringLiteral("Again: ")); // and the next save has the right version
    sheet.page->flush();
    QCOMPARE(wizard.kept().reviewCase.determination.rationale, QStringLiteral("Again: CT is stable."));
}

void TestLetterPage::theSameWordsByTwoAreNotOverwritten()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    elsewhere(wizard,
        [](ReviewCase &other) { other.determination.plainReason = QStringLiteral("Theirs."); });
    QTest::keyClicks(sheet.words(0), QStringLiteral("Mine."));
    sheet.page->flush();
    QVERIFY(sheet.page->hasUnsaved());
    QCOMPARE(sheet.words(0)->toPlainText(), QStringLiteral("Mine."));
    QCOMPARE(wizard.kept().reviewCase.determination.plainReason, QStringLiteral("Theirs."));
    QVERIFY(sheet.says(QStringLiteral("Somebody else wrote the same words meanwhile.")));
    QVERIFY(sheet.says(QStringLiteral("Not saved")));
}

void TestLetterPage::nothingIsMarkedOnOpening()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    QVERIFY(sheet.checklist()->count() > 5);
    QVERIFY(!sheet.checklist()->currentItem());
    QVERIFY(sheet.checklist()->selectedItems().isEmpty());
    QVERIFY(sheet.preview()->hasFocus());
    QSignalSpy place(sheet.checklist(), &ChecklistView::placeWanted);
    sheet.checklist()->setFocus(Qt::OtherFocusReason);
    QVERIFY(!sheet.checklist()->currentItem());
    QCOMPARE(place.count(), 0);
    sheet.preview()->setFocus();
    sheet.checklist()->setFocus(Qt::TabFocusReason); // whoever comes by Tab begins at the first row
    QCOMPARE(sheet.checklist()->currentRow(), 0);
    QCOMPARE(place.count(), 1);
    QTest::keyClick(sheet.checklist(), Qt::Key_Down);
    QCOMPARE(place.last().first().toString(), sheet.checklist()->anchorAt(1));
}

void TestLetterPage::longLettersScroll()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard, {1280, 720});
    QVERIFY(sheet.preview()->pageCount() > 1);
    const QScrollBar *bar = sheet.preview()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QTest::keyClick(sheet.preview(), Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    QTest::keyClick(sheet.preview(), Qt::Key_End);
    QCOMPARE(bar->value(), bar->maximum());
    QTest::keyClick(sheet.preview(), Qt::Key_Home);
    QCOMPARE(bar->value(), 0);
    // the last row of the checklist is in sight when it is current
    sheet.checklist()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(sheet.checklist(), Qt::Key_End);
    const QRect last = sheet.checklist()->visualItemRect(sheet.checklist()->currentItem());
    QVERIFY(sheet.checklist()->viewport()->rect().contains(last));
    QVERIFY(sheet.checklist()->viewport()->visibleRegion().contains(last.center()));
    QVERIFY(bar->value() > 0);
}

void TestLetterPage::escapeGoesBack()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    QTest::keyClicks(sheet.words(0), QStringLiteral("Kept."));
    QSignalSpy closed(sheet.page.get(), &LetterPage::closed);
    QTest::keyClick(sheet.page.get(), Qt::Key_Escape);
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(wizard.kept().reviewCase.determination.plainReason, QStringLiteral("Kept."));
}

void TestLetterPage::whoElseIsThereIsShown()
{
    Wizard wizard("nora", StoreDesk::approvable());
    QVERIFY(wizard.act(Action::Approve).ok());
    const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
    const auto says = [&](auto call) {
        auto said = seat->run([call, id = wizard.stored.id](Workspace &workspace) { return call(workspace, id); });
        said.waitForFinished();
    };
    const auto enters = [](Workspace &workspace, const QString &id) { return workspace.enterCase(id); };
    says(enters);
    auto sheet = std::make_unique<LetterSheet>(wizard);
    auto *bar = sheet->page->findChild<PresenceBar *>();
    QVERIFY(bar);
    QTRY_VERIFY2(bar->message().startsWith(QStringLiteral("Ned Example has this case open since ")), qPrintable(bar->message()));
    QVERIFY(bar->isVisible());
    says([](Workspace &workspace, const QString &id) { return workspace.leaveCase(id); });
    bar->look();
    QTRY_VERIFY(bar->isHidden());
    const auto others = [&] {
        auto said = seat->run([id = wizard.stored.id](Workspace &workspace) { return workspace.enterCase(id); });
        return said.takeResult().value();
    };
    QCOMPARE(others().size(), 1); // Nora, who reads the letter
    sheet.reset();
    wizard.workshop->drain();
    QCOMPARE(others().size(), 0);
}

void TestLetterPage::aSpanishLetterIsWrittenHere()
{
    ReviewCase content = StoreDesk::adverse();
    content.member.language = QStringLiteral("es");
    Wizard wizard("nora", content);
    const LetterSheet sheet(wizard);
    QVERIFY(sheet.says(QStringLiteral("In Spanish, the member's language")));
    QVERIFY(sheet.translated()->isVisible());
    QVERIFY(sheet.says(QStringLiteral("Nothing written")));
    QTest::keyClicks(sheet.translated(), QString::fromUtf8("Su tumor no crece."));
    QVERIFY(sheet.says(QStringLiteral("INFLESZ")));
    QTRY_VERIFY_WITH_TIMEOUT(!sheet.page->hasUnsaved(), patience);
    QCOMPARE(wizard.kept().reviewCase.determination.plainReasonTranslated, QString::fromUtf8("Su tumor no crece."));
    QTRY_VERIFY(sheet.page->letter().text.contains(QString::fromUtf8("Su tumor no crece.")));
    QTest::mouseClick(sheet.button("Use the drafted Spanish words"), Qt::LeftButton);
    QVERIFY(sheet.translated()->toPlainText().startsWith(QString::fromUtf8("Su proveedor pidió")));
    QVERIFY(!sheet.button("Use the drafted Spanish words")->isEnabled());
    QTest::mouseClick(sheet.button("To the provider"), Qt::LeftButton);
    QVERIFY(!sheet.says(QStringLiteral("In Spanish, the member's language")));
    QCOMPARE(sheet.page->letter().language, QStringLiteral("en"));
}

void TestLetterPage::otherLanguagesAreTold()
{
    ReviewCase content = StoreDesk::adverse();
    content.member.language = QStringLiteral("vi");
    Wizard wizard("nora", content);
    const LetterSheet sheet(wizard);
    QVERIFY(sheet.says(QStringLiteral("The member's language is Vietnamese. The letter is in English")));
    QVERIFY(!sheet.translated()->isVisible());
}

void TestLetterPage::draftedWordsAndChanges()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    QVERIFY(sheet.says(QStringLiteral("Reading grade: nothing written yet")));
    QTest::mouseClick(sheet.button("Use the drafted words"), Qt::LeftButton);
    const QString drafted = sheet.words(0)->toPlainText();
    QVERIFY(drafted.startsWith(QStringLiteral("Your provider asked for")));
    QVERIFY(!sheet.button("Use the drafted words")->isEnabled());
    sheet.words(0)->setFocus();
    sheet.words(0)->moveCursor(QTextCursor::End);
    QTest::keyClicks(sheet.words(0), QStringLiteral(" Nothing grows."));
    QVERIFY(sheet.button("Use the drafted words")->isEnabled());
    QTest::keyClick(sheet.page.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(sheet.button("Show changes")->isChecked());
    QVERIFY(sheet.says(QStringLiteral("<u>Nothing grows.</u>")));
    QTest::keyClick(sheet.words(0), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!sheet.words(0)->toPlainText().contains(QStringLiteral("Nothing grows.")));
}

void TestLetterPage::abbreviationsAreTold()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    QTest::keyClicks(sheet.words(0), QStringLiteral("The CT and the QXR show no growth."));
    QTRY_VERIFY_WITH_TIMEOUT(sheet.says(QStringLiteral("Explain these abbreviations to the member: QXR")), patience);
    QVERIFY(sheet.says(QStringLiteral("explains at first use: CT (computed tomography, an X-ray scan)")));
    QVERIFY(sheet.page->letter().text.contains(QStringLiteral("CT (computed tomography, an X-ray scan)")));
}

void TestLetterPage::largePrintIsChosen()
{
    Wizard wizard("nora", StoreDesk::adverse());
    const LetterSheet sheet(wizard);
    const int pages = sheet.preview()->pageCount();
    QVERIFY(!sheet.page->letter().html.contains(QStringLiteral("font-size: 18pt")));
    QTest::keyClick(sheet.page.get(), Qt::Key_L, Qt::AltModifier);
    QTRY_VERIFY(sheet.page->letter().html.contains(QStringLiteral("font-size: 18pt")));
    QTRY_VERIFY_WITH_TIMEOUT(sheet.preview()->pageCount() > pages, patience);
}

QTEST_MAIN(TestLetterPage)
#include "tst_letter_page.moc"
