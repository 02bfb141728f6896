#include "RecordTable.h"

#include "ui/documents/PassageOffers.h"
#include "ui/review/SourceLine.h"
#include "ui/widgets/ElidedLink.h"

#include <QLabel>
#include <QLineEdit>

using namespace reviewdesk;

/// What is marked in the record, or offered by it, becomes the source of an answer.
class tst_record_sources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPassageBecomesTheSource();
    void aSourceOpensItsPage();
    void anEditedSourceForgetsItsPlace();
    void aRectangleBecomesTheSource();
    void aRectangleIsDrawnByKeys();
    void passagesAreOfferedAndConfirmed();
};

void tst_record_sources::aPassageBecomesTheSource()
{
    RecordTable table;
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

void tst_record_sources::aSourceOpensItsPage()
{
    RecordTable table;
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

void tst_record_sources::anEditedSourceForgetsItsPlace()
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

void tst_record_sources::aRectangleBecomesTheSource()
{
    RecordTable table;
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

void tst_record_sources::aRectangleIsDrawnByKeys()
{
    RecordTable table;
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

void tst_record_sources::passagesAreOfferedAndConfirmed()
{
    RecordTable table;
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

QTEST_MAIN(tst_record_sources)
#include "tst_record_sources.moc"
