#include "RecordTable.h"

#include "documents/Recognition.h"
#include "ui/documents/AttachDialog.h"
#include "ui/documents/RecordSearch.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>

using namespace reviewdesk;

/// The record beside the questions: by keys and mouse, on a real workspace.
class tst_record : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAttachedIsListed();
    void theRecordTakesThePlaceOfTheCriteria();
    void onlyPagesInSightAreDrawn();
    void wordsAreFoundInAllDocuments();
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
    RecordTable table("documents");
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
    RecordTable table;
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
    RecordTable table;
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

void tst_record::wordsAreFoundInAllDocuments()
{
    RecordTable table;
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

void tst_record::filesAreAttachedByTheDialog()
{
    RecordTable table;
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
    RecordTable table;
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
    RecordTable table;
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
    RecordTable table;
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
    RecordTable table;
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
    RecordTable table;
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
    RecordTable table;
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
