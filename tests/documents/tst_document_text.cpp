#include "documents/DocumentText.h"

#include <QTest>

using namespace reviewdesk;

namespace {

/// Words on lines of 5,000 ten-thousandths, each 400 wide with 100 between.
DocumentText recognised(const QStringList &lines)
{
    DocumentText page;
    page.recognised = true;
    int top = 1000;
    for (const QString &line : lines) {
        if (!page.text.isEmpty())
            page.text += u'\n';
        int left = 1000;
        const QStringList words = line.split(u' ');
        for (const QString &word : words) {
            if (!page.text.isEmpty() && !page.text.endsWith(u'\n'))
                page.text += u' ';
            page.words.append({int(page.text.size()), int(word.size()), {left, top, 400, 200}, 90});
            page.text += word;
            left += 500;
        }
        top += 300;
    }
    return page;
}

} // namespace

class tst_document_text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data();
    void findsWords();
    void takesTheSentence_data();
    void takesTheSentence();
    void quotesAreInOneLine_data();
    void quotesAreInOneLine();
    void partsBecomeWholeWords_data();
    void partsBecomeWholeWords();
    void placesOfARangeAreByLine();
    void aDragTakesReadingOrder();
    void aFrameTakesWhatIsInIt();
    void confidenceIsByLetters();
    void itIsKeptAsJson();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
};

void tst_document_text::findsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("as it stands") << "not a surgical candidate" << "surgical" << QStringList{QStringLiteral("surgical")};
    QTest::newRow("capitals") << "NOT A SURGICAL candidate" << "Surgical Candidate"
                              << QStringList{QStringLiteral("SURGICAL candidate")};
    QTest::newRow("over a line's end") << "not a surgical\r\ncandidate" << "surgical candidate"
                                       << QStringList{QStringLiteral("surgical\r\ncandidate")};
    QTest::newRow("many blanks") << "not   a" << "not a" << QStringList{QStringLiteral("not   a")};
    QTest::newRow("a word that a line's end cut") << "bilo-\nbar disease" << "bilobar" << QStringList{QStringLiteral("bilo-\nbar")};
    QTest::newRow("a soft hyphen") << QStringLiteral("unre\u00adsectable") << "unresectable"
                                   << QStringList{QStringLiteral("unre\u00adsectable")};
    QTest::newRow("a hyphen inside") << "liver-dominant" << "liver-dominant" << QStringList{QStringLiteral("liver-dominant")};
    QTest::newRow("accents") << QStringLiteral("Núñez") << "nunez" << QStringList{QStringLiteral("Núñez")};
    QTest::newRow("ligature") << QStringLiteral("ﬁndings") << "findings" << QStringList{QStringLiteral("ﬁndings")};
    QTest::newRow("each place") << "CT, CT and ct" << "ct" << QStringList{QStringLiteral("CT"), QStringLiteral("CT"), QStringLiteral("ct")};
    QTest::newRow("part of a word") << "resectable" << "sect" << QStringList{QStringLiteral("sect")};
    QTest::newRow("not there") << "stable" << "progressive" << QStringList();
    QTest::newRow("nothing wanted") << "stable" << "  " << QStringList();
    QTest::newRow("nothing there") << "" << "stable" << QStringList();
}

void tst_document_text::findsWords()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QStringList found;
    const QList<TextRange> ranges = findIn(text, wanted);
    for (const TextRange &range : ranges)
        found << text.mid(range.start, range.length);
    QTEST(found, "found");
}

void tst_document_text::takesTheSentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("in the middle") << "She was seen. The disease is bilobar. Plan: Y-90." << "bilobar"
                                   << "The disease is bilobar.";
    QTest::newRow("the first") << "Stable disease. Next scan in May." << "Stable" << "Stable disease.";
    QTest::newRow("the last, without a full stop") << "Seen today. Not a surgical candidate" << "surgical"
                                                   << "Not a surgical candidate";
    QTest::newRow("a number with a point") << "The lesion of 3.5 cm grew to 4.1 cm. No others." << "grew"
                                           << "The lesion of 3.5 cm grew to 4.1 cm.";
    QTest::newRow("a title") << "Dr. Lee finds it unresectable. Thanks." << "unresectable"
                             << "Dr. Lee finds it unresectable.";
    QTest::newRow("over lines") << "Findings.\nThe disease has\nprogressed on\nFOLFOX. Next." << "progressed"
                                << "The disease has\nprogressed on\nFOLFOX.";
    QTest::newRow("a semicolon parts, and goes") << "The disease is bilobar; she is well." << "bilobar"
                                                << "The disease is bilobar";
    QTest::newRow("an empty line parts") << "IMPRESSION\n\nDiffuse disease\n\nSigned" << "Diffuse"
                                         << "Diffuse disease";
}

void tst_document_text::takesTheSentence()
{
    QFETCH(QString, text);
    QFETCH(QString, of);
    const TextRange range = sentenceAround(text, findIn(text, of).first());
    QTEST(text.mid(range.start, range.length), "sentence");
    const TextRange shorter = sentenceAround(QString(2000, u'a') + QStringLiteral(" b"), {900, 10}, 100);
    QVERIFY(shorter.length > 0);
}

void tst_document_text::quotesAreInOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quote");
    QTest::newRow("as it is") << "not a candidate" << "not a candidate";
    QTest::newRow("lines") << " not a\r\n  surgical\tcandidate " << "not a surgical candidate";
    QTest::newRow("a hyphenated word keeps its hyphen") << "liver-\ndominant" << "liver-dominant";
    QTest::newRow("a soft hyphen goes") << QStringLiteral("unre\u00ad\nsectable") << "unresectable";
    QTest::newRow("pdfium's mark goes") << QStringLiteral("unre\ufffe\r\nsectable") << "unresectable";
}

void tst_document_text::quotesAreInOneLine()
{
    QFETCH(QString, text);
    QTEST(quoteOf(text, {0, int(text.size())}), "quote");
}

void tst_document_text::partsBecomeWholeWords_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("words");
    const QString text = QStringLiteral("not a surgical candidate");
    QTest::newRow("inside a word") << 8 << 2 << "surgical";
    QTest::newRow("over two") << 8 << 9 << "surgical candidate";
    QTest::newRow("blanks at the ends") << 5 << 10 << "surgical";
    QTest::newRow("all") << 0 << 24 << text;
    QTest::newRow("too far") << 20 << 400 << "candidate";
    QTest::newRow("nothing") << 3 << 0 << "";
    QTest::newRow("before the beginning") << -5 << 6 << "not";
}

void tst_document_text::partsBecomeWholeWords()
{
    QFETCH(int, start);
    QFETCH(int, length);
    const QString text = QStringLiteral("not a surgical candidate");
    const TextRange range = wholeWords(text, {start, length});
    QTEST(text.mid(range.start, range.length), "words");
}

void tst_document_text::placesOfARangeAreByLine()
{
    const DocumentText page = recognised({QStringLiteral("she is not"), QStringLiteral("a surgical candidate")});
    const TextRange range = findIn(page.text, QStringLiteral("not a surgical")).first();
    QCOMPARE(placesOf(page, range),
        (QList<PagePlace>{{2000, 1000, 400, 200}, {1000, 1300, 900, 200}}));
    QVERIFY(placesOf(page, {0, 0}).isEmpty());
}

void tst_document_text::aDragTakesReadingOrder()
{
    const DocumentText page = recognised({QStringLiteral("she is not"), QStringLiteral("a surgical candidate")});
    const auto words = [&page](const PagePlace &from, const PagePlace &to) {
        const TextRange range = rangeBetween(page, from, to);
        return quoteOf(page.text, range);
    };
    QCOMPARE(words({2100, 1100, 0, 0}, {1600, 1400, 0, 0}), QStringLiteral("not a surgical"));
    QCOMPARE(words({1600, 1400, 0, 0}, {2100, 1100, 0, 0}), QStringLiteral("not a surgical")); // backwards
    QCOMPARE(words({1100, 1100, 0, 0}, {1150, 1100, 0, 0}), QStringLiteral("she"));
    QCOMPARE(words({0, 1120, 0, 0}, {9000, 1120, 0, 0}), QStringLiteral("she is not")); // beside the line
    QCOMPARE(rangeBetween({}, {}, {}), TextRange());
}

void tst_document_text::aFrameTakesWhatIsInIt()
{
    const DocumentText page = recognised({QStringLiteral("she is not"), QStringLiteral("a surgical candidate")});
    QCOMPARE(quoteOf(page.text, rangeWithin(page, {1400, 1250, 2000, 300})), QStringLiteral("surgical candidate"));
    QCOMPARE(rangeWithin(page, {5000, 5000, 100, 100}), TextRange());
}

void tst_document_text::confidenceIsByLetters()
{
    DocumentText page = recognised({QStringLiteral("ab cdefghij")});
    page.words[0].confidence = 0;
    page.words[1].confidence = 100;
    QCOMPARE(page.confidence(), 80);
    QCOMPARE(DocumentText().confidence(), 0);
}

void tst_document_text::itIsKeptAsJson()
{
    const DocumentText page = recognised({QStringLiteral("Núñez “quoted” \\ back"), QStringLiteral("second\tline")});
    QCOMPARE(documentTextFromJson(toJson(page)), std::optional(page));
    const DocumentText plain{QStringLiteral("of a PDF"), false, {}};
    QCOMPARE(documentTextFromJson(toJson(plain)), std::optional(plain));
}

void tst_document_text::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("x");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a word of six numbers") << QByteArray(R"({"text":"abc","words":[[0,1,2,3,4,5]]})");
    QTest::newRow("a word beyond the text") << QByteArray(R"({"text":"abc","words":[[2,2,0,0,1,1,90]]})");
    QTest::newRow("a word before the page") << QByteArray(R"({"text":"abc","words":[[0,2,-7,0,1,1,90]]})");
    QTest::newRow("a word of words") << QByteArray(R"({"text":"abc","words":[["a",2,0,0,1,1,90]]})");
}

void tst_document_text::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(!documentTextFromJson(json));
}

QTEST_GUILESS_MAIN(tst_document_text)
#include "tst_document_text.moc"
