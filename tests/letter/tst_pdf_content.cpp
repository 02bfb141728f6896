#include "letter/PdfContent.h"
#include "letter/PdfScanner.h"
#include "letter/TagColour.h"

#include <QStringList>
#include <QTest>

#include <cstdlib>

using namespace reviewdesk;

namespace {

std::string colour(int code)
{
    const QColor coded = tagColour::coded(QColor(0x16, 0x19, 0x1d), code);
    return QStringLiteral("%1 %2 %3 scn")
        .arg(coded.redF(), 0, 'f', 9)
        .arg(coded.greenF(), 0, 'f', 9)
        .arg(coded.blueF(), 0, 'f', 9)
        .toStdString();
}

/// A text object as QPdfWriter writes it: "Td" before each glyph, here half the size apart.
std::string text(int code, int y, const std::string &glyphs)
{
    std::string object =
        "q\n/CSp cs " + colour(code) + "\n/GSa gs\nBT\n/F1 100 Tf 1 0 0 -1 0 0 Tm\n10 " + std::to_string(-y) + " Td";
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        object += std::string(i == 0 ? "" : "\n50 0 Td") + " <000" + glyphs.at(i) + "> Tj";
    return object + "\nET\nQ\n";
}

/// Glyphs 1 to 3 are as wide as they stand apart, 4 is wider; 3 is the space.
const PdfFonts fonts{{"/F1", {3, {0, 500, 500, 500, 600}}}};

PdfContent::Place placed(const PdfContent::Text &)
{
    return {true, false, false};
}

std::string marked(const PdfContent &content, std::vector<int> &codes)
{
    return content.marked([](int code) { return code == 1 ? "H1" : "P"; }, codes);
}

} // namespace

/// The reader and writer of a page's content.
class TestPdfContent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void colours_data();
    void colours();
    void scans_data();
    void scans();
    void everythingIsMarked();
    void neighboursShareAMark();
    void glyphsBecomeStrings();
    void spacesAtTheEndOfLines();
    void linesAboveTheEdgeAreLeftOut();
    void faults_data();
    void faults();
};

void TestPdfContent::colours_data()
{
    QTest::addColumn<QColor>("plain");
    for (const char *name : {"#000000", "#ffffff", "#16191d", "#a5a5a5", "#5a005a", "#4a535e"})
        QTest::newRow(name) << QColor(QString::fromLatin1(name));
}

void TestPdfContent::colours()
{
    QFETCH(const QColor, plain);
    tagColour::Channels bare{plain.redF(), plain.greenF(), plain.blueF()};
    QCOMPARE(tagColour::takenOut(bare), -1);
    for (const int code : {0, 1, 255, 256, 1000, tagColour::mostCodes}) {
        const QColor coded = tagColour::coded(plain, code);
        for (const int off : {coded.red() - plain.red(), coded.green() - plain.green(), coded.blue() - plain.blue()})
            QVERIFY(std::abs(off) <= 1); // nobody sees it where it is not taken out
        tagColour::Channels channels{coded.redF(), coded.greenF(), coded.blueF()};
        QCOMPARE(tagColour::takenOut(channels), code);
        QCOMPARE(QColor::fromRgbF(float(channels.red), float(channels.green), float(channels.blue)).rgb(), plain.rgb());
    }
}

void TestPdfContent::scans_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("read"); // "operator(operands|…)"
    QTest::addColumn<bool>("failed");
    QTest::newRow("nothing") << QString() << QString() << false;
    QTest::newRow("white space") << QStringLiteral(" \n\t ") << QString() << false;
    QTest::newRow("numbers") << QStringLiteral("1 -2.5 .5 re\nf*") << QStringLiteral("re(1|-2.5|.5) f*()") << false;
    QTest::newRow("without white space") << QStringLiteral("q[1 2]0 d/GS gs<0a>Tj")
                                         << QStringLiteral("q() d([1 2]|0) gs(/GS) Tj(<0a>)") << false;
    QTest::newRow("strings") << QStringLiteral("(a\\) (b) ET) Tj") << QStringLiteral("Tj((a\\) (b) ET))") << false;
    QTest::newRow("a dictionary") << QStringLiteral("/P <</A <</B (>>)>> /C [<00>]>> BDC")
                                  << QStringLiteral("BDC(/P|<</A <</B (>>)>> /C [<00>]>>)") << false;
    QTest::newRow("a string without end") << QStringLiteral("q (a") << QStringLiteral("q()") << true;
    QTest::newRow("hex without end") << QStringLiteral("<00") << QString() << true;
    QTest::newRow("an array without end") << QStringLiteral("[1 2") << QString() << true;
    QTest::newRow("a dictionary without end") << QStringLiteral("<</A 1>") << QString() << true;
    QTest::newRow("operands without operator") << QStringLiteral("q 1 2") << QStringLiteral("q()") << true;
    QTest::newRow("a bracket alone") << QStringLiteral("] q") << QString() << true;
}

void TestPdfContent::scans()
{
    QFETCH(const QString, content);
    QFETCH(const QString, read);
    QFETCH(const bool, failed);
    const std::string bytes = content.toStdString();
    PdfScanner scanner(bytes);
    QStringList seen;
    while (scanner.next()) {
        QStringList operands;
        for (const std::string_view operand : scanner.operands())
            operands.append(QString::fromUtf8(operand.data(), qsizetype(operand.size())));
        seen.append(QString::fromUtf8(scanner.name().data(), qsizetype(scanner.name().size())) + u'(' +
            operands.join(u'|') + u')');
    }
    QCOMPARE(seen.join(u' '), read);
    QCOMPARE(scanner.failed(), failed);
}

void TestPdfContent::everythingIsMarked()
{
    const std::string page = "q\n0 0 m\n10 0 l\nS\n" + text(1, 700, "12") + text(0, 20, "1") + "/Im1 Do\nQ\n";
    PdfContent content;
    QCOMPARE(content.read(page, 800, fonts, placed), std::string());
    std::vector<int> codes;
    QCOMPARE(QString::fromStdString(marked(content, codes)),
        QStringLiteral("q\n/Artifact <</Type /Layout>> BDC\n0 0 m\n10 0 l\nS\nEMC\n"
                       "/H1 <</MCID 0>> BDC\nq\n/CSp cs\n0.0863 0.098 0.1137 scn\n/GSa gs\n"
                       "BT\n/F1 100 Tf 1 0 0 -1 0 0 Tm\n10 -700 Td [<00010002>] TJ\nET\nQ\nEMC\n"
                       "/Artifact <</Type /Pagination>> BDC\nq\n/CSp cs\n0.0863 0.098 0.1137 scn\n/GSa gs\n"
                       "BT\n/F1 100 Tf 1 0 0 -1 0 0 Tm\n10 -20 Td [<0001>] TJ\nET\nQ\nEMC\n"
                       "/Artifact <</Type /Layout>> BDC\n/Im1 Do\nEMC\nQ\n"));
    QCOMPARE(codes, std::vector<int>{1});
}

void TestPdfContent::neighboursShareAMark()
{
    const std::string page =
        text(1, 700, "1") + "1 w\n" + text(1, 700, "2") + text(2, 600, "1") + "0 0 1 1 re f\n" + text(2, 500, "1");
    PdfContent content;
    QCOMPARE(content.read(page, 800, fonts, placed), std::string());
    std::vector<int> codes;
    marked(content, codes);
    QCOMPARE(codes, (std::vector<int>{1, 2, 2}));
}

void TestPdfContent::glyphsBecomeStrings()
{
    PdfContent content;
    std::vector<int> codes;
    QCOMPARE(content.read(text(1, 700, "1412"), 800, fonts, placed), std::string());
    QVERIFY(marked(content, codes).find("[<00010004>100<00010002>] TJ") != std::string::npos);
    // of a font that is not known, and in another way of writing: as it was
    QCOMPARE(content.read(text(1, 700, "12"), 800, PdfFonts(), placed), std::string());
    QVERIFY(marked(content, codes).find("10 -700 Td <0001> Tj\n50 0 Td <0002> Tj\nET") != std::string::npos);
    std::string leaning = text(1, 700, "12");
    leaning.replace(leaning.find("1 0 0 -1"), 8, "1 0 .3 -1");
    QCOMPARE(content.read(leaning, 800, fonts, placed), std::string());
    QVERIFY(marked(content, codes).find("1 0 .3 -1 0 0 Tm\n10 -700 Td <0001> Tj\n50 0 Td <0002> Tj\nET") !=
        std::string::npos);
}

void TestPdfContent::spacesAtTheEndOfLines()
{
    PdfContent content;
    int texts = 0;
    const auto second = [&texts](const PdfContent::Text &) { return PdfContent::Place{true, false, ++texts == 2}; };
    QCOMPARE(content.read(text(1, 700, "12") + text(1, 680, "1"), 800, fonts, second), std::string());
    std::vector<int> codes;
    const std::string page = marked(content, codes);
    QVERIFY2(
        page.find(
            "BT\n/F1 100 Tf 1 0 0 -1 0 0 Tm\n110 -700 Td <0003> Tj\nET\nBT\n/F1 100 Tf 1 0 0 -1 0 0 Tm\n10 -680 Td") !=
            std::string::npos,
        page.c_str());
    QCOMPARE(codes, std::vector<int>{1});
}

void TestPdfContent::linesAboveTheEdgeAreLeftOut()
{
    PdfContent content;
    int texts = 0;
    const auto count = [&texts](const PdfContent::Text &seen) {
        ++texts;
        return PdfContent::Place{seen.y == 100.0, false, false};
    };
    const std::string page =
        "q 1 0 0 1 0 -800 cm\n" + text(1, 1700, "12") + text(1, 900, "1") + text(1, 790, "2") + "Q\n";
    QCOMPARE(content.read(page, 800, fonts, count), std::string());
    QCOMPARE(texts, 1);
    std::vector<int> codes;
    QVERIFY(marked(content, codes).find("<00010002>") == std::string::npos);
}

void TestPdfContent::faults_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("fault");
    QTest::newRow("plain text") << QStringLiteral("0 0 0 scn BT /F1 1 Tf 1 0 0 -1 0 0 Tm 1 -2 Td <0001> Tj ET")
                                << QStringLiteral("text has no code");
    QTest::newRow("marked already") << QStringLiteral("/P <</MCID 0>> BDC EMC")
                                    << QStringLiteral("an operator that is not known: BDC");
    QTest::newRow("an image within") << QStringLiteral("BI /W 1 ID x EI")
                                     << QStringLiteral("an operator that is not known: BI");
    QTest::newRow("more closed than opened")
        << QStringLiteral("q Q Q") << QStringLiteral("more is closed than was opened");
    QTest::newRow("more opened than closed")
        << QStringLiteral("q q Q") << QStringLiteral("what is opened is not closed");
    QTest::newRow("ends in a text") << QStringLiteral("BT /F1 1 Tf")
                                    << QStringLiteral("the content ends amid something");
    QTest::newRow("ends in a path") << QStringLiteral("0 0 m") << QStringLiteral("the content ends amid something");
    QTest::newRow("no path") << QStringLiteral("f") << QStringLiteral("a path is painted that was not made");
    QTest::newRow("text within a path") << QStringLiteral("0 0 m BT ET f")
                                        << QStringLiteral("something stands within a path");
    QTest::newRow("colour within a text")
        << QStringLiteral("BT 0 0 0 scn ET") << QStringLiteral("text is painted in another way: scn");
    QTest::newRow("a string without end")
        << QStringLiteral("q (Q") << QStringLiteral("the content ends amid something");
}

void TestPdfContent::faults()
{
    QFETCH(const QString, content);
    QFETCH(const QString, fault);
    PdfContent page;
    QCOMPARE(QString::fromStdString(page.read(content.toStdString(), 800, fonts, placed)), fault);
}

QTEST_GUILESS_MAIN(TestPdfContent)
#include "tst_pdf_content.moc"
