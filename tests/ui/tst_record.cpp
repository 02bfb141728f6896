#include "SampleDocuments.h"
#include "Wizard.h"

#include "documents/Attachment.h"
#include "documents/Recognition.h"
#include "store/DocumentReader.h"
#include "ui/documents/AttachDialog.h"
#include "ui/documents/PageThumbnails.h"
#include "ui/documents/PageView.h"
#include "ui/documents/PassageOffers.h"
#include "ui/documents/RecordDesk.h"
#include "ui/documents/RecordPane.h"
#include "ui/documents/RecordSearch.h"
#include "ui/review/AnswerButtons.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SourceLine.h"
#include "ui/widgets/ElidedLink.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>

using namespace reviewdesk;

namespace {

const QString consult = QStringLiteral("Surgical consult. She was seen on 2 November.\n\n"
                                       "The disease is bilobar. She is not a surgical candidate. Plan: Y-90.");
const QString scan = QStringLiteral("CT abdomen. There is no evidence of progression.");

NewDocument looked(const QByteArray &bytes, const char *type, const QString &title)
{
    Result<NewDocument> document = examineDocument(bytes, title);
    if (!document)
        qFatal("%s", qPrintable(document.error().message));
    document->type = QString::fromLatin1(type);
    document->title = title;
    return std::move(document).value();
}

/// The wizard on a case with colorectal metastases and two documents.
struct Table {
    explicit Table(const char *step = "liver_disease") : wizard("nora", colorectal())
    {
        QStringList texts{consult, QString(), QStringLiteral("Page three speaks of nothing.")};
        for (int page = 4; page <= 40; ++page)
            texts << QStringLiteral("Page %1 of the chart.").arg(page);
        attach(looked(samplePdf(texts), "unresectability", QStringLiteral("Surgical consult")));
        attach(looked(samplePdf({scan}), "disease_extent", QStringLiteral("CT report")));
        page = std::make_unique<ReviewPage>(*wizard.workshop, wizard.kept(), wizard.clock());
        page->goTo(QString::fromLatin1(step));
    }
    void attach(const NewDocument &document)
    {
        auto done = wizard.workshop->run(
            [id = wizard.stored.id, document](Workspace &workspace) { return workspace.attach(id, document); });
        done.waitForFinished();
        if (!done.result())
            qFatal("%s", qPrintable(done.result().error().message));
    }
    CaseRecord &record() { return page->recordDesk().record(); }
    ReviewSession &session() { return page->session(); }
    PageView &pages() { return *page->recordPane()->pages(); }
    QuestionCard *card(const char *fact)
    {
        return static_cast<QuestionsPage *>(page->currentPage())->card(wizard.fact(fact));
    }
    bool isLoaded() { return QTest::qWaitFor([this] { return record().documents().size() == 2; }, 10'000); }

    Wizard wizard;
    std::unique_ptr<ReviewPage> page;
};

} // namespace

/// The record beside the questions: by keys and mouse, on a real workspace.
class tst_record : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAttachedIsListed();
    void theRecordTakesThePlaceOfTheCriteria();
    void onlyPagesInSightAreDrawn();
    void aPassageBecomesTheSource();
    void aSourceOpensItsPage();
    void anEditedSourceForgetsItsPlace();
    void aRectangleBecomesTheSource();
    void aRectangleIsDrawnByKeys();
    void wordsAreFoundInAllDocuments();
    void passagesAreOfferedAndConfirmed();
    void filesAreAttachedByTheDialog();
    void whatCannotBeAttachedSaysWhy();
    void aDroppedPictureIsAttached();
    void aDocumentIsTakenOut();
    void aReaderMayOpenAndNotChange();
    void scansAreTakenOnceTheyStopGrowing();
    void aScannedPageIsReadByMachine();
    void theThreadEndsWithTheLock();
};

void tst_record::whatIsAttachedIsListed()
{
    Table table("documents");
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    const QList<ReceivedDocument> listed = table.session().content().documents;
    QCOMPARE(listed.size(), 2); // though nobody had the case open when they came
    QCOMPARE(listed.first().title, QStringLiteral("Surgical consult"));
    QCOMPARE(listed.first().type, QStringLiteral("unresectability"));
    QCOMPARE(listed.first().pages, 40);
    QCOMPARE(listed.first().digest, table.record().documents().first().digest);
    const auto missing =
        missingDocuments(table.session().content(), table.session().policy(), table.session().view().interview);
    for (const DocumentationItem *item : missing)
        QVERIFY(item->id != QLatin1String("unresectability") && item->id != QLatin1String("disease_extent"));
    QVERIFY(!missing.isEmpty());
    table.page->flush();
    QCOMPARE(table.wizard.kept().reviewCase.documents, listed);
}

void tst_record::theRecordTakesThePlaceOfTheCriteria()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    QVERIFY(!table.page->isRecordShown());
    QTest::keyClick(table.page.get(), Qt::Key_F8);
    QVERIFY(table.page->isRecordShown());
    QVERIFY(table.pages().hasFocus());
    QVERIFY(table.pages().width() > 600); // at 1280 wide
    QCOMPARE(table.pages().pageCount(), 40);
    QTest::keyClick(&table.pages(), Qt::Key_F6); // back to the questions
    QVERIFY(table.card("unresectable")->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(table.pages().hasFocus());
    QTest::keyClick(&table.pages(), Qt::Key_F8);
    QVERIFY(!table.page->isRecordShown());
    QVERIFY(table.card("unresectable")->isAncestorOf(QApplication::focusWidget()));
}

void tst_record::onlyPagesInSightAreDrawn()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->showRecord(true);
    PageView &pages = table.pages();
    QTRY_VERIFY(pages.isDrawn(1));
    QTest::qWait(300);
    QVERIFY(!pages.isDrawn(30));
    QTest::keyClick(&pages, Qt::Key_End);
    QTRY_VERIFY(pages.isDrawn(40));
    QCOMPARE(pages.currentPage(), 40);
    QVERIFY(!pages.isDrawn(20));
    QTest::keyClick(&pages, Qt::Key_Home);
    QCOMPARE(pages.currentPage(), 1);
    QTest::keyClick(&pages, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(pages.currentPage(), 2);
    const int zoom = pages.zoom();
    QTest::keyClick(&pages, Qt::Key_Plus);
    QVERIFY(pages.zoom() > zoom);
    QCOMPARE(pages.currentPage(), 2);
    QTest::keyClick(&pages, Qt::Key_0);
    QCOMPARE(pages.zoom(), zoom);
    QVERIFY(pages.memory() < 80 * 1024 * 1024);
}

void tst_record::aPassageBecomesTheSource()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->goToQuestion(table.wizard.fact("unresectable"));
    QTest::keyClick(table.page.get(), Qt::Key_F8);
    PageView &pages = table.pages();
    QTRY_VERIFY(pages.isDrawn(1));
    QVERIFY(!table.page->recordPane()->useButton()->isEnabled());
    const auto quote = [&pages] { return pages.selected().selection.quote; };
    QTest::keyClick(&pages, Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(quote(), QStringLiteral("Surgical consult."));
    for (const char *next : {"She was seen on 2 November.", "The disease is bilobar.", "She is not a surgical candidate."}) {
        QTest::keyClick(&pages, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(quote(), QString::fromLatin1(next));
    }
    QTest::keyClick(&pages, Qt::Key_Left, Qt::ShiftModifier);
    QTRY_COMPARE(quote(), QStringLiteral("She is not a surgical"));
    QTest::keyClick(&pages, Qt::Key_Right, Qt::ShiftModifier);
    QTRY_COMPARE(quote(), QStringLiteral("She is not a surgical candidate."));
    const QList<PagePlace> places = pages.selected().selection.places;
    QVERIFY(!places.isEmpty());
    QTest::keyClick(&pages, Qt::Key_Return);
    const Evidence kept = table.session().evidence(table.wizard.fact("unresectable"));
    QCOMPARE(kept.document, QStringLiteral("Surgical consult"));
    QCOMPARE(kept.page, 1);
    QCOMPARE(kept.quote, QStringLiteral("She is not a surgical candidate."));
    QCOMPARE(kept.digest, table.record().documents().first().digest);
    QCOMPARE(kept.places, places);
    QCOMPARE(kept.origin, AnswerOrigin::Entered);
    QVERIFY(table.card("unresectable")->isAncestorOf(QApplication::focusWidget())); // to be answered next
    table.page->flush();
    QCOMPARE(table.wizard.kept().reviewCase.evidence.value(QStringLiteral("unresectable")), kept);
}

void tst_record::aSourceOpensItsPage()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    const int fact = table.wizard.fact("unresectable");
    table.session().setEvidence(fact,
        {QStringLiteral("Surgical consult"), 33, {}, QStringLiteral("Page 33"), AnswerOrigin::Entered,
            table.record().documents().first().digest, {{1500, 5000, 2000, 200}}});
    QuestionCard *card = table.card("unresectable");
    QTRY_VERIFY(card->source()->isVisible());
    QTest::mouseClick(card->source()->button(), Qt::LeftButton);
    QVERIFY(table.page->isRecordShown());
    QCOMPARE(table.pages().currentPage(), 33);
    // A source that was typed is found by its title.
    table.session().setEvidence(fact, {QStringLiteral("ct report"), 1, {}, QString()});
    QTest::mouseClick(card->source()->button(), Qt::LeftButton);
    QCOMPARE(table.pages().digest(), table.record().documents().last().digest);
    // One of no attached document opens its entries.
    table.session().setEvidence(fact, {QStringLiteral("Phone call"), 0, {}, QStringLiteral("unresectable")});
    QTest::mouseClick(card->source()->button(), Qt::LeftButton);
    QVERIFY(card->findChild<SourceEditor *>()->isVisible());
}

void tst_record::anEditedSourceForgetsItsPlace()
{
    SourceEditor editor(QStringLiteral("x"));
    Evidence given;
    QObject::connect(&editor, &SourceEditor::edited, [&given](const Evidence &evidence) { given = evidence; });
    const Evidence marked{QStringLiteral("CT"), 3, {}, QStringLiteral("stable"), AnswerOrigin::Entered,
        QString(64, u'a'), {{1, 2, 3, 4}}};
    editor.setEvidence(marked);
    const QList<QLineEdit *> edits = editor.findChildren<QLineEdit *>();
    const auto named = [&edits](const char *beginning) {
        for (QLineEdit *edit : edits) {
            if (edit->accessibleName().startsWith(QLatin1String(beginning)))
                return edit;
        }
        return static_cast<QLineEdit *>(nullptr);
    };
    for (const char *entry : {"Document", "Quote"}) { // what goes into it stays in sight and is heard
        const QString hint = named(entry)->accessibleDescription();
        QVERIFY2(!hint.isEmpty() && named(entry)->placeholderText().isEmpty(), entry);
        bool stands = false;
        for (const QLabel *label : editor.findChildren<QLabel *>())
            stands = stands || label->text() == hint;
        QVERIFY2(stands, entry);
    }
    QTest::keyClicks(named("Quote"), QStringLiteral(" now"));
    QCOMPARE(given.quote, QStringLiteral("stable now"));
    QCOMPARE(given.places, marked.places);
    QTest::keyClicks(named("Page"), QStringLiteral("1"));
    QCOMPARE(given.page, 31);
    QVERIFY(given.places.isEmpty());
    QVERIFY(given.digest.isEmpty());
}

void tst_record::aRectangleBecomesTheSource()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->goToQuestion(table.wizard.fact("unresectable"));
    table.page->showRecord(true);
    PageView &pages = table.pages();
    QTRY_VERIFY(pages.isDrawn(1));
    QWidget *paper = pages.viewport();
    const QPoint from(paper->width() / 4, 200);
    const QPoint to(paper->width() / 2, 260);
    QTest::mousePress(paper, Qt::LeftButton, Qt::AltModifier, from);
    QTest::mouseMove(paper, to);
    QMouseEvent moved(QEvent::MouseMove, to, paper->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::AltModifier);
    QApplication::sendEvent(paper, &moved);
    QTest::mouseRelease(paper, Qt::LeftButton, Qt::AltModifier, to);
    QTRY_COMPARE(pages.selected().page, 1);
    QCOMPARE(pages.selected().selection.places.size(), 1);
    table.page->recordPane()->useButton()->click();
    const Evidence kept = table.session().evidence(table.wizard.fact("unresectable"));
    QCOMPARE(kept.places.size(), 1);
    QVERIFY(kept.places.first().width > 2000 && kept.places.first().width < 3000);
    QCOMPARE(kept.page, 1);
}

void tst_record::aRectangleIsDrawnByKeys()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    const int fact = table.wizard.fact("unresectable");
    table.page->goToQuestion(fact);
    table.page->showRecord(true);
    PageView &pages = table.pages();
    QTRY_VERIFY(pages.isDrawn(1));
    const auto said = [&table] {
        for (const QLabel *label : table.page->recordPane()->findChildren<QLabel *>()) {
            if (label->text().startsWith(QLatin1String("Rectangle on page ")))
                return label->text();
        }
        return QString();
    };
    QTest::keyClick(&pages, Qt::Key_Return);
    QVERIFY(pages.isFraming());
    QVERIFY(said().contains(QLatin1String("Arrows move it, Shift with arrows sizes it, Enter takes it, Esc drops it.")));
    const QString middle = pages.frameWords();
    QTest::keyClick(&pages, Qt::Key_Right);
    QTest::keyClick(&pages, Qt::Key_Down);
    QVERIFY(pages.frameWords() != middle);
    QTest::keyClick(&pages, Qt::Key_Left);
    QTest::keyClick(&pages, Qt::Key_Up);
    QCOMPARE(pages.frameWords(), middle);
    QCOMPARE(pages.currentPage(), 1);
    QTest::keyClick(&pages, Qt::Key_Escape);
    QVERIFY(!pages.isFraming() && said().isEmpty());
    QVERIFY(table.page->isRecordShown()); // Esc dropped the rectangle, not the page
    QTest::keyClick(&pages, Qt::Key_Return);
    for (int times = 0; times < 60; ++times)
        QTest::keyClick(&pages, Qt::Key_Left);
    for (int times = 0; times < 60; ++times)
        QTest::keyClick(&pages, Qt::Key_Up);
    for (int times = 0; times < 60; ++times)
        QTest::keyClick(&pages, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&pages, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&pages, Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QVERIFY2(said().startsWith(QLatin1String("Rectangle on page 1: 0% from the left, 0% from the top, 3% wide, ")), qPrintable(said()));
    QTest::keyClick(&pages, Qt::Key_Return);
    QTRY_COMPARE(pages.selected().page, 1);
    QCOMPARE(pages.selected().selection.places.size(), 1);
    QTest::keyClick(&pages, Qt::Key_Return); // what is taken becomes the source
    const Evidence kept = table.session().evidence(fact);
    QCOMPARE(kept.page, 1);
    QCOMPARE(kept.places.size(), 1);
    QCOMPARE(kept.places.first().left, 0);
    QCOMPARE(kept.places.first().width, 320);
    // A scan that nobody has read has a rectangle alone.
    QTest::keyClick(&pages, Qt::Key_Return);
    QTest::mouseClick(pages.viewport(), Qt::LeftButton, {}, QPoint(pages.viewport()->width() / 2, 300));
    QVERIFY(!pages.isFraming()); // the mouse takes over
}

void tst_record::wordsAreFoundInAllDocuments()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->showRecord(true);
    RecordSearch *search = table.page->recordPane()->searchRow();
    QTest::keyClick(&table.pages(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->words()->hasFocus());
    QTest::keyClicks(search->words(), QStringLiteral("evidence of progression"));
    QTRY_VERIFY(search->current());
    QCOMPARE(search->current()->page, 1);
    QTRY_COMPARE(table.pages().digest(), table.record().documents().last().digest);
    search->words()->selectAll();
    QTest::keyClicks(search->words(), QStringLiteral("the chart"));
    QTRY_COMPARE(table.page->recordDesk().texts().hits().size(), 37);
    QTRY_COMPARE(table.pages().currentPage(), 4);
    QTest::keyClick(search->words(), Qt::Key_F3);
    QTRY_COMPARE(table.pages().currentPage(), 5);
    QTest::keyClick(search->words(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(search->words(), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(table.pages().currentPage(), 40); // all around
    QTest::keyClick(search->words(), Qt::Key_Escape);
    QVERIFY(search->words()->text().isEmpty());
    QVERIFY(!search->current());
}

void tst_record::passagesAreOfferedAndConfirmed()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    const int fact = table.wizard.fact("unresectable");
    QTRY_COMPARE(table.page->recordDesk().texts().passagesOf(fact).size(), 1);
    table.page->goToQuestion(fact);
    PassageOffers *offers = table.card("unresectable")->offers();
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(table.session().answer(fact), Answers::Absent); // nothing is answered by itself
    QVERIFY(table.session().evidence(fact).isEmpty());
    QCOMPARE(offers->confirmButtons().size(), 1);
    QCOMPARE(offers->confirmButtons().first()->text(), QStringLiteral("Confirm: Yes, unresectable"));
    QTest::mouseClick(offers->confirmButtons().first(), Qt::LeftButton);
    QCOMPARE(table.session().answer(fact), 0);
    QTRY_VERIFY(!table.session().evidence(fact).places.isEmpty());
    const Evidence kept = table.session().evidence(fact);
    QCOMPARE(kept.origin, AnswerOrigin::Suggested);
    QCOMPARE(kept.quote, QStringLiteral("She is not a surgical candidate."));
    QCOMPARE(kept.page, 1);
    QVERIFY(!offers->isVisible());
    // "no evidence of progression" speaks for No.
    const QList<FoundPassage> stable = table.page->recordDesk().texts().passagesOf(table.wizard.fact("progressive"));
    QCOMPARE(stable.size(), 1);
    QCOMPARE(stable.first().passage.option, 1);
    table.page->goToQuestion(table.wizard.fact("progressive"));
    QTRY_VERIFY(table.card("progressive")->offers()->isVisible());
    QTest::mouseClick(table.card("progressive")->offers()->findChild<ElidedLink *>(), Qt::LeftButton);
    QVERIFY(table.page->isRecordShown());
    QTRY_COMPARE(table.pages().selected().selection.quote, QStringLiteral("There is no evidence of progression."));
}

void tst_record::filesAreAttachedByTheDialog()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("pathology_report.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(samplePdf({QStringLiteral("Adenocarcinoma of the colon.")}));
    file.close();
    AttachDialog *dialog = table.page->recordDesk().attach({{file.fileName(), {}}});
    QSignalSpy attached(dialog, &AttachDialog::attachedAll);
    QTRY_VERIFY(dialog->isLookedThrough());
    auto *title = dialog->findChildren<QLineEdit *>().first();
    QCOMPARE(title->text(), QStringLiteral("pathology report"));
    auto *go = dialog->findChildren<QPushButton *>().last();
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().startsWith(QLatin1String("&Attach")))
            go = button;
    }
    QVERIFY(!go->isEnabled()); // of which type is it?
    auto *type = dialog->findChild<QComboBox *>();
    type->setFocus();
    QTest::keyClicks(type, QStringLiteral("Tumor type"));
    QCOMPARE(type->currentData().toString(), QStringLiteral("tumor_type"));
    Q_EMIT type->activated(type->currentIndex());
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_COMPARE(attached.size(), 1);
    QCOMPARE(attached.first().first().toStringList(), QStringList{file.fileName()});
    QCOMPARE(table.record().documents().size(), 3);
    QCOMPARE(table.session().content().documents.last().title, QStringLiteral("pathology report"));
    QCOMPARE(table.session().content().documents.last().receivedOn, table.session().today());
}

void tst_record::whatCannotBeAttachedSaysWhy()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    AttachDialog *dialog = table.page->recordDesk().attach(
        {{QStringLiteral("letter.docx"), "PK\x03\x04 word"}, {QStringLiteral("/nowhere/fax.pdf"), {}}});
    QTRY_VERIFY(dialog->isLookedThrough());
    QStringList said;
    for (QLabel *label : dialog->findChildren<QLabel *>())
        said << label->text();
    const QString all = said.join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("letter.docx: not attached. This is no PDF")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("fax.pdf: not attached. The file cannot be opened")), qPrintable(all));
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        QVERIFY(!button->text().startsWith(QLatin1String("&Attach")) || !button->isEnabled());
    dialog->reject();
    QCOMPARE(table.record().documents().size(), 2);
}

void tst_record::aDroppedPictureIsAttached()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    QMimeData data;
    QVERIFY(!RecordDesk::holdsDocuments(&data));
    data.setText(QStringLiteral("only words"));
    QVERIFY(!RecordDesk::holdsDocuments(&data));
    data.setImageData(sampleScan(scan, 72));
    QVERIFY(RecordDesk::holdsDocuments(&data));
    table.page->recordDesk().takeFrom(&data);
    auto *dialog = table.page->findChild<AttachDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isLookedThrough());
    QCOMPARE(dialog->findChildren<QLineEdit *>().first()->text(), QStringLiteral("Picture from the clipboard"));
    dialog->reject();
}

void tst_record::aDocumentIsTakenOut()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->showRecord(true);
    const QString digest = table.record().documents().first().digest;
    QCOMPARE(table.pages().digest(), digest);
    table.record().remove(digest, QStringLiteral("Another member's."));
    QTRY_COMPARE(table.record().documents().size(), 1);
    QCOMPARE(table.session().content().documents.size(), 1);
    QVERIFY(table.pages().digest() != digest);
    table.page->flush();
    QCOMPARE(table.wizard.kept().reviewCase.documents.size(), 1);
}

void tst_record::aReaderMayOpenAndNotChange()
{
    Table table;
    table.page.reset();
    table.wizard.signIn("sam"); // a supervisor edits no draft
    table.page = std::make_unique<ReviewPage>(*table.wizard.workshop, table.wizard.kept(), table.wizard.clock());
    table.page->goTo(QStringLiteral("liver_disease"));
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->showRecord(true);
    QTRY_VERIFY(table.pages().isDrawn(1));
    QTest::keyClick(&table.pages(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(table.pages().selected().page, 1);
    QVERIFY(!table.page->recordPane()->useButton()->isEnabled());
}

void tst_record::scansAreTakenOnceTheyStopGrowing()
{
    const QTemporaryDir folder;
    ScannerFolder scanner;
    scanner.watched().setPace(20, 400);
    scanner.setFolder(folder.path());
    QFile file(folder.filePath(QStringLiteral("fax-1.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QTest::qWait(600);
    QVERIFY(scanner.arrived().isEmpty()); // nothing in it yet
    for (int part = 0; part < 8; ++part) {
        file.write("%PDF-1.4 ");
        QTest::qWait(100);
        QVERIFY(scanner.arrived().isEmpty()); // it grows
    }
    file.close();
    QTRY_COMPARE(scanner.arrived(), QStringList{file.fileName()});
    QFile other(folder.filePath(QStringLiteral("notes.txt")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("x");
    other.close();
    QTest::qWait(600);
    QCOMPARE(scanner.arrived().size(), 1);
    scanner.putAside(scanner.arrived());
    QVERIFY(scanner.arrived().isEmpty());
    QTest::qWait(600);
    QVERIFY(scanner.arrived().isEmpty());
    QVERIFY(file.exists()); // only read
    QVERIFY(file.open(QIODevice::Append));
    file.write("another fax under the same name");
    file.close();
    QTRY_COMPARE(scanner.arrived().size(), 1);
    QString why;
    scanner.setFolder(QStringLiteral("/nowhere/scans"));
    QVERIFY(!scanner.isReadable(&why));
    QVERIFY(why.contains(QStringLiteral("/nowhere/scans")));
    QVERIFY(scanner.arrived().isEmpty());
}

void tst_record::aScannedPageIsReadByMachine()
{
    if (!Recognition().isInstalled())
        QSKIP("Tesseract is not installed");
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    RecordTexts &texts = table.page->recordDesk().texts();
    table.record().attach(looked(scannedPdf({QStringLiteral("The disease is diffuse. It is liver-dominant."), QString()}),
        "disease_extent", QStringLiteral("Faxed note")));
    QTRY_COMPARE(table.record().documents().size(), 3);
    const int fact = table.wizard.fact("liver_dominant");
    QTRY_COMPARE_WITH_TIMEOUT(texts.passagesOf(fact).size(), 1, 60'000);
    const FoundPassage found = texts.passagesOf(fact).first();
    QCOMPARE(found.quote, QStringLiteral("It is liver-dominant."));
    QVERIFY(found.confidence > 60 && found.confidence <= 100);
    QVERIFY(texts.isRecognised(found.digest, 1));
    table.page->goToQuestion(fact);
    table.page->showRecord(true);
    table.page->recordPane()->openPassage(found);
    QTRY_COMPARE(table.pages().selected().selection.quote, QStringLiteral("It is liver-dominant."));
    const QList<PagePlace> places = table.pages().selected().selection.places;
    QVERIFY(!places.isEmpty() && places.first().top > 800 && places.first().top < 2000);
    table.page->recordPane()->searchRow()->words()->setText(QStringLiteral("disease is diffuse"));
    QTRY_COMPARE(texts.hits().size(), 1); // what was recognised is found like any text
    // It is kept, so that nobody waits for it twice.
    QTRY_COMPARE_WITH_TIMEOUT(texts.progress().recognised, texts.progress().scanned, 60'000);
    auto kept = table.wizard.workshop->run([digest = found.digest](Workspace &workspace) -> Result<QMap<int, QByteArray>> {
        return (*(*workspace.documentReader())())->texts(digest);
    });
    kept.waitForFinished();
    QVERIFY(documentTextFromJson(kept.result()->value(1))->recognised);
}

void tst_record::theThreadEndsWithTheLock()
{
    Table table;
    showFor(*table.page);
    QVERIFY(table.isLoaded());
    table.page->showRecord(true);
    QTRY_VERIFY(table.pages().isDrawn(1));
    table.page->flush();
    table.wizard.workshop->close(); // as the lock does: nobody holds the key then
    table.pages().goToPage(30);
    QTest::qWait(300);
    QVERIFY(!table.pages().isDrawn(30));
    table.page.reset();
}

QTEST_MAIN(tst_record)
#include "tst_record.moc"
