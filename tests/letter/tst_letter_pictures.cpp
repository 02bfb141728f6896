#include "tests/letter/LetterFixture.h"
#include "tests/letter/LetterPaperFixture.h"

#include "letter/LetterheadDraft.h"

#include <QTemporaryDir>

using namespace reviewdesk;

namespace {

constexpr qreal pixelsPerPoint = 0.5;
/// Other versions of the font renderer set edges a shade lighter or darker, nothing else.
constexpr double mostDifferent = 0.02; // part of the pixels
constexpr int shade = 96; // of 255

} // namespace

/// The first page of each story's member letter as a picture (tests/data/letters/stories/*.member.png), within a
/// tolerance; and what is painted besides words. GOLDEN=write writes them anew, for a person to look at.
class TestLetterPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void pages_data();
    void pages();
    void qrCodeFindsTheLetter_data();
    void qrCodeFindsTheLetter();
    void draftsHaveNoCode();
    void logoStandsAtTheHead();

private:
    static QDir folder() { return QDir(QStringLiteral(TEST_DATA "/letters/stories")); }
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

void TestLetterPictures::pages()
{
    QFETCH(QString, story);
    QFile file(folder().filePath(story + QStringLiteral(".json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const CaseReading reading = readCase(file.readAll(), m_fixture.policy(), m_fixture.rulebook().caseSchema);
    QVERIFY(reading.ok());
    const bool denied = reading.reviewCase.determination.decision == Decision::Denied;
    const auto composition = m_fixture.compose(
        reading.reviewCase, denied ? LetterKind::Denial : LetterKind::Approval, Recipient::Member);
    QVERIFY(composition.ok());
    const QImage page =
        letterPages(composition.letter, PageMark::Draft, pixelsPerPoint).constFirst().convertToFormat(QImage::Format_Grayscale8);
    const QString golden = folder().filePath(story + QStringLiteral(".member.png"));
    if (qEnvironmentVariable("GOLDEN") == u"write") {
        QVERIFY(page.save(golden, "PNG", 0));
        return;
    }
    const QImage expected = QImage(golden).convertToFormat(QImage::Format_Grayscale8);
    QCOMPARE(page.size(), expected.size());
    int different = 0;
    for (int y = 0; y < page.height(); ++y) {
        const uchar *here = page.constScanLine(y);
        const uchar *there = expected.constScanLine(y);
        for (int x = 0; x < page.width(); ++x)
            different += std::abs(here[x] - there[x]) > shade ? 1 : 0;
    }
    const double part = double(different) / (page.width() * page.height());
    QVERIFY2(part <= mostDifferent, qPrintable(QStringLiteral("%1 of the pixels differ").arg(part)));
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
