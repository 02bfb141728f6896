#include "tests/letter/LetterFixture.h"
#include "tests/letter/LetterPaperFixture.h"

#include "letter/LetterHtml.h"
#include "letter/PageText.h"

#include <QTemporaryDir>

using namespace reviewdesk;

/// Names and notes as people and machines send them come out as typed, in PDF, HTML and text, and break nothing.
class TestLetterHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void comesOutAsTyped_data();
    void comesOutAsTyped();
    void directionMarksStayInside();

private:
    LetterFixture m_fixture;
    QTemporaryDir m_dir;
};

void TestLetterHostile::comesOutAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("onPaper"); // as extracted, white space aside; empty: as typed
    const auto row = [](const char *name, const char16_t *typed, const char16_t *onPaper = u"") {
        QTest::newRow(name) << QString::fromUtf16(typed) << QString::fromUtf16(onPaper);
    };
    row("markup", u"<img src=x onerror=\"a()\"><b>Ana</b>&amp;</td></table>");
    row("closing tags", u"</p></body></html><style>body{display:none}</style>");
    row("comment and declaration", u"<!-- --> <!DOCTYPE x [<!ENTITY y \"z\">]> ]]> <?php");
    row("template tags", u"{{plan_name}} {{{date}}} {{> parts/open}} {{#to_member}}x{{/to_member}} {{=<% %>=}}");
    row("ligatures stay letters", u"Griffith Pfeiffer Offling affix waffle");
    row("a ligature typed as one character is its letters", u"Gri\ufb03th", u"Griffith");
    row("a character that no font has", u"Ana \U0010FFFD", u"Ana [U+10FFFD]");
    row("combining accents", u"Ana\u0301 Zoe\u0308 N\u0303un\u0303ez Q\u0301\u0323");
    row("Latin beyond English", u"Łukasz Şahin Đặng Thị Mỹ Øyvind Ñúñez Dvořák Straße");
    row("Greek and Cyrillic", u"Παπαδόπουλος Иванов");
    row("Chinese, Japanese and Korean", u"李 小梅 さくら 김민지");
    row("percent signs", u"%1 %2 %3 %n %L1");
    row("a formula", u"=HYPERLINK(\"http://x\";1) +1 -1 @SUM(A1)");
    row("quotes and slashes", u"O’Brien \\ \"Bob\" / 'x' `y`");
    QTest::newRow("ten thousand characters") << QStringLiteral("wordy ").repeated(1667).left(10000) << QString();
    QTest::newRow("ten thousand without a space") << QString(10000, u'W') << QString();
}

void TestLetterHostile::comesOutAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, onPaper);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.name = typed;
    reviewCase.determination.rationale = typed;
    reviewCase.determination.plainReason = typed;
    const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member);
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString expected = withoutSpaces(typed == u"Gri\ufb03th" ? onPaper : typed);
    // the addressee, the reference line, the salutation, the reason, the rationale
    QVERIFY(withoutSpaces(letterText(composition.letter)).count(expected) >= 5);
    QVERIFY(withoutSpaces(readLetter(letterHtml(composition.letter)).text).count(expected) >= 5);
    // as written: where a name fills a page beside a column of labels, how it lies is anyone's guess
    const QString paper = pdfWords(composition.letter, m_dir.path(), PaperOrder::AsWritten);
    const QString wanted = onPaper.isEmpty() ? expected : withoutSpaces(onPaper);
    QVERIFY2(paper.normalized(QString::NormalizationForm_C).count(wanted.normalized(QString::NormalizationForm_C)) >= 5,
        qPrintable(paper.left(600)));
    for (const ChecklistRow &row : composition.letter.checklist)
        QVERIFY2(!row.text.isEmpty(), qPrintable(row.id));
}

/// A mark that turns the writing around must not turn the rest of its sentence.
void TestLetterHostile::directionMarksStayInside()
{
    for (const char16_t *typed : {u"Ana \u202eelpmaxE", u"\u2067Ana", u"שרה כהן", u"\u200fAna\u2069\u202c"}) {
        ReviewCase reviewCase = m_fixture.denial();
        reviewCase.member.name = QString::fromUtf16(typed);
        const auto composition = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member);
        QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
        int depth = 0;
        for (const QChar c : composition.letter.html) {
            const char16_t unit = c.unicode();
            depth += unit >= 0x2066 && unit <= 0x2068 ? 1 : (unit == 0x2069 ? -1 : 0);
            QVERIFY(depth >= 0);
            if (c == u'<')
                QCOMPARE(depth, 0); // closed before the element ends
        }
        QCOMPARE(depth, 0);
        const QString paper = pdfWords(composition.letter, m_dir.path());
        QVERIFY2(paper.contains(QStringLiteral("12ElmSt")) && paper.contains(QStringLiteral("Wedonotapproveit.")),
            qPrintable(paper.left(400)));
    }
}

QTEST_MAIN(TestLetterHostile)
#include "tst_letter_hostile.moc"
