#include "tests/letter/InkMap.h"
#include "tests/letter/LetterFixture.h"
#include "tests/letter/LetterPaperFixture.h"

#include "letter/LetterheadDraft.h"

#include <QTemporaryDir>

using namespace reviewdesk;

namespace {

constexpr qreal pixelsPerPoint = 0.5; // of a golden picture
/// Painted this many times as large and then made small: what a renderer rounds to whole pixels hardly shows.
constexpr int finer = 6;
/// Of the ink of a band of the page (InkMap), what may lie elsewhere: with the Qt that made the golden picture, and with
/// another, whose fonts are smoothed in another way.
constexpr double mostElsewhere = 0.02;
constexpr double mostElsewhereByAnotherQt = 0.12;

} // namespace

/// The first page of each story's member letter as a picture, by the version of Qt that painted it
/// (tests/data/letters/stories/qt6.4/*.member.png); and what is painted besides words. A Qt without pictures of its own is
/// held to those of the others, more loosely. GOLDEN=write writes them anew, for a person to look at.
class TestLetterPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void pages_data();
    void pages();
    void anotherRendererIsTolerated_data() { pages_data(); }
    void anotherRendererIsTolerated();
    void whatIsElsewhereIsSeen_data();
    void whatIsElsewhereIsSeen();
    void qrCodeFindsTheLetter_data();
    void qrCodeFindsTheLetter();
    void draftsHaveNoCode();
    void logoStandsAtTheHead();

private:
    static QDir folder() { return QDir(QStringLiteral(TEST_DATA "/letters/stories")); }
    static QStringList goldenSets()
    {
        QStringList sets;
        const QStringList names = folder().entryList({QStringLiteral("qt*")}, QDir::Dirs);
        for (const QString &name : names)
            sets.append(folder().filePath(name));
        return sets;
    }
    static QImage small(const QImage &page)
    {
        return page.convertToFormat(QImage::Format_Grayscale8).scaled(page.size() / finer, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    static QImage firstPage(const ComposedLetter &letter, PageMark mark)
    {
        return small(letterPages(letter, mark, pixelsPerPoint * finer).constFirst());
    }
    ComposedLetter letterOf(const QString &story) const;
    QImage byPoppler(const ComposedLetter &letter) const
    {
        const Result<QByteArray> pdf = letterPdf(letter, PageMark::None);
        QFile file(m_dir.filePath(QStringLiteral("page.pdf")));
        if (!pdf || !file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            return {};
        file.close();
        outputOf(QStringLiteral("pdftoppm"),
            {QStringLiteral("-png"), QStringLiteral("-r"), QString::number(72 * pixelsPerPoint * finer), QStringLiteral("-singlefile"),
                file.fileName(), m_dir.filePath(QStringLiteral("page"))});
        return small(QImage(m_dir.filePath(QStringLiteral("page.png"))));
    }
    LetterFixture m_fixture;
    QTemporaryDir m_dir;
};

void TestLetterPictures::pages_data()
{
    QTest::addColumn<QString>("story");
    const QStringList stories = folder().entryList({QStringLiteral("*.json")}, QDir::Files);
    QVERIFY(stories.size() >= 12);
    for (const QString &story : stories)
        QTest::newRow(qPrintable(story)) << story.chopped(5);
}

ComposedLetter TestLetterPictures::letterOf(const QString &story) const
{
    QFile file(folder().filePath(story + QStringLiteral(".json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const CaseReading reading = readCase(file.readAll(), m_fixture.policy(), m_fixture.rulebook().caseSchema);
    const bool denied = reading.reviewCase.determination.decision == Decision::Denied;
    const auto composition =
        m_fixture.compose(reading.reviewCase, denied ? LetterKind::Denial : LetterKind::Approval, Recipient::Member);
    if (!reading.ok() || !composition.ok())
        qFatal("%s makes no letter", qPrintable(story));
    return composition.letter;
}

void TestLetterPictures::pages()
{
    QFETCH(QString, story);
    const QImage page = firstPage(letterOf(story), PageMark::Draft);
    const QString own = folder().filePath(QStringLiteral("qt%1.%2").arg(QT_VERSION_MAJOR).arg(QT_VERSION_MINOR));
    const QString name = story + QStringLiteral(".member.png");
    if (qEnvironmentVariable("GOLDEN") == u"write") {
        QVERIFY(QDir().mkpath(own));
        QVERIFY(page.save(QDir(own).filePath(name), "PNG", 0));
        return;
    }
    const bool hasOwn = QFile::exists(QDir(own).filePath(name));
    const QStringList sets = hasOwn ? QStringList{own} : goldenSets();
    QVERIFY(!sets.isEmpty());
    for (const QString &set : sets) {
        const QImage expected(QDir(set).filePath(name));
        QVERIFY2(!expected.isNull(), qPrintable(set));
        QString where;
        const double elsewhere = InkMap(page, pixelsPerPoint).worst(InkMap(expected, pixelsPerPoint), &where);
        QVERIFY2(elsewhere <= (hasOwn ? mostElsewhere : mostElsewhereByAnotherQt), qPrintable(where));
    }
}

/// Poppler smooths and hints in its own way, as another Qt does: the same page by it is the same page.
void TestLetterPictures::anotherRendererIsTolerated()
{
    QFETCH(QString, story);
    const ComposedLetter letter = letterOf(story);
    QString where;
    const double elsewhere = InkMap(firstPage(letter, PageMark::None), pixelsPerPoint).worst(InkMap(byPoppler(letter), pixelsPerPoint), &where);
    QVERIFY2(elsewhere <= mostElsewhereByAnotherQt, qPrintable(where));
}

void TestLetterPictures::whatIsElsewhereIsSeen_data()
{
    QTest::addColumn<QString>("from"); // in the letter's HTML
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to);
    };
    row("a line is missing", "<tr><th scope=\"row\" align=\"left\">Group</th><td>10020</td></tr>", "");
    row("a line too many", "<p id=\"salutation\">", "<p>Once more.</p><p id=\"salutation\">");
    row("a word less in the address", "12 Elm St<br/>", "");
    row("the reason in another place", "margin: 0 0 8px 0;", "margin: 0 0 12px 0;");
    row("larger type", "font-size: 12pt", "font-size: 12.5pt");
    row("another type", "\"Liberation Serif\"", "\"Liberation Sans\"");
    row("to the right", "<p class=\"date\"", "<p class=\"date\" align=\"right\"");
}

/// Each of them differs by more than any renderer does.
void TestLetterPictures::whatIsElsewhereIsSeen()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const ComposedLetter letter = letterOf(QStringLiteral("05-crc-not-progressive"));
    ComposedLetter changed = letter;
    QVERIFY2(changed.html.contains(from), qPrintable(letter.html.left(6000)));
    changed.html.replace(from, to);
    const InkMap expected(firstPage(letter, PageMark::Draft), pixelsPerPoint);
    QString where;
    const double elsewhere = InkMap(firstPage(changed, PageMark::Draft), pixelsPerPoint).worst(expected, &where);
    QVERIFY2(elsewhere > mostElsewhereByAnotherQt, qPrintable(where));
}

void TestLetterPictures::qrCodeFindsTheLetter_data()
{
    QTest::addColumn<bool>("large");
    QTest::newRow("as usual") << false;
    QTest::newRow("large print") << true;
}

/// Read from the paper as a scanner sees it: 300 dots an inch.
void TestLetterPictures::qrCodeFindsTheLetter()
{
    QFETCH(bool, large);
    const ReviewCase reviewCase = m_fixture.denial();
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    const ComposedLetter letter = m_fixture.composer().preview(
        {reviewCase, view, LetterKind::Denial, Recipient::Member, m_fixture.letterhead(), reviewCase.determination.at,
            large},
        m_fixture.rulebook());
    const Result<QByteArray> pdf = letterPdf(letter, PageMark::None);
    QVERIFY(pdf.ok());
    QFile file(m_dir.filePath(QStringLiteral("qr.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    file.close();
    const QString picture = m_dir.filePath(QStringLiteral("qr"));
    outputOf(QStringLiteral("pdftoppm"),
        {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("300"), QStringLiteral("-singlefile"), file.fileName(),
            picture});
    const QString read = outputOf(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"),
                                                                 picture + QStringLiteral(".png")});
    QCOMPARE(read.trimmed().section(u'\n', -1), letter.code()); // it may grumble first that there is no bus
}

void TestLetterPictures::draftsHaveNoCode()
{
    const ComposedLetter letter =
        m_fixture.compose(m_fixture.denial(), LetterKind::Denial, Recipient::Member).letter;
    const QImage issued = letterPages(letter, PageMark::None, 1).constFirst();
    const QImage draft = letterPages(letter, PageMark::Draft, 1).constFirst();
    const QRect corner(16, 700, 50, 60);
    const auto dark = [&corner](const QImage &page) {
        int count = 0;
        for (int y = corner.top(); y < corner.bottom(); ++y) {
            for (int x = corner.left(); x < corner.right(); ++x)
                count += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
        }
        return count;
    };
    QVERIFY(dark(issued) > 300);
    QCOMPARE(dark(draft), 0);
}

void TestLetterPictures::logoStandsAtTheHead()
{
    QImage logo(120, 60, QImage::Format_RGB32);
    logo.fill(QColor(200, 0, 0));
    LetterheadDraft draft(m_fixture.letterhead().values);
    QVERIFY(draft.setLogo(logo));
    const Result<Letterhead> letterhead = draft.checked(QStringLiteral(RESOURCES));
    QVERIFY2(letterhead.ok(), letterhead.ok() ? "" : qPrintable(letterhead.error().message));
    const auto composition =
        m_fixture.compose(m_fixture.denial(), LetterKind::Denial, Recipient::Member, *letterhead);
    QVERIFY(composition.ok());
    const QImage page = letterPages(composition.letter, PageMark::None, 1).constFirst();
    int red = 0;
    for (int y = 40; y < 140; ++y) {
        for (int x = 60; x < 300; ++x)
            red += qRed(page.pixel(x, y)) > 180 && qGreen(page.pixel(x, y)) < 40 ? 1 : 0;
    }
    QVERIFY2(red > 1500, qPrintable(QString::number(red)));
    const Result<QByteArray> pdf = letterPdf(composition.letter, PageMark::None);
    QVERIFY(pdf.ok() && *pdf == *letterPdf(composition.letter, PageMark::None));
    draft.setLogo({});
    QVERIFY(!draft.hasLogo());
}

QTEST_MAIN(TestLetterPictures)
#include "tst_letter_pictures.moc"
