#include "tests/letter/LetterFixture.h"

#include "letter/LetterPaper.h"
#include "tests/letter/LetterPaperFixture.h"

#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocument>

using namespace reviewdesk;

namespace {

/// Words alone: without the page's foot, list marks and line ends.
QStringList wordsOf(const QString &text)
{
    QStringList words = text.simplified().split(u' ');
    words.removeAll(QStringLiteral("-"));
    words.removeAll(QStringLiteral("•"));
    return words;
}

} // namespace

class TestLetterPaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        QVERIFY(m_dir.isValid());
    }
    void everyWordIsOnPaper_data();
    void everyWordIsOnPaper();
    void sound();
    void sameLetterSameBytes();
    void criterionReadsInOrder();
    void longNameStaysOnThePage();
    void marks_data();
    void marks();
    void theMarkAcrossThePageIsTheLettersOwn_data();
    void theMarkAcrossThePageIsTheLettersOwn();
    void aLetterFromBeforeKeepsItsMarks();
    void addressShowsInTheWindow();
    void largePrint_data();
    void largePrint();
    void imagesAreThePages();
    void signatureStaysTogether();
    void headingStaysWithItsText_data();
    void headingStaysWithItsText();

private:
    QString write(const ComposedLetter &letter, PageMark mark)
    {
        const Result<QByteArray> pdf = letterPdf(letter, mark);
        const QString path = m_dir.filePath(QStringLiteral("letter.pdf"));
        QFile file(path);
        if (!pdf || !file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            return {};
        return path;
    }
    ComposedLetter denial(Recipient recipient, const QString &language = QStringLiteral("en")) const
    {
        ReviewCase reviewCase = m_fixture.denial();
        reviewCase.member.language = language;
        return m_fixture.compose(reviewCase, LetterKind::Denial, recipient).letter;
    }
    LetterFixture m_fixture;
    QTemporaryDir m_dir;
};

void TestLetterPaper::everyWordIsOnPaper_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<LineOfBusiness>("line");
    for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
        for (const LineOfBusiness line : {LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
                 LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare})
            QTest::newRow(qPrintable(QStringLiteral("denial %1 %2").arg(toWord(recipient), toWord(line))))
                << LetterKind::Denial << recipient << line;
        for (const LetterKind kind :
            {LetterKind::Approval, LetterKind::InformationRequest, LetterKind::ExtensionNotice, LetterKind::Withdrawal})
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(toWord(kind), toWord(recipient))))
                << kind << recipient << LineOfBusiness::Qhp;
    }
}

/// A sentence lost between layout and paper would void a letter: the words of PDF and text are the same.
void TestLetterPaper::everyWordIsOnPaper()
{
    QFETCH(LetterKind, kind);
    QFETCH(Recipient, recipient);
    QFETCH(LineOfBusiness, line);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    reviewCase.request.lineOfBusiness = line;
    const ComposedLetter letter = m_fixture.compose(reviewCase, kind, recipient).letter;
    QString text = outputOf(QStringLiteral("pdftotext"), {write(letter, PageMark::None), QStringLiteral("-")});
    const int pages = static_cast<int>(text.count(u'\f'));
    text.replace(QStringLiteral("-\n"), QStringLiteral("-")); // a number broken at its hyphen
    text = text.simplified();
    const QString heading =
        QStringLiteral("Criterion The policy’s words, and the result"); // again where the table goes on
    while (text.count(heading) > 1)
        text.remove(text.lastIndexOf(heading), heading.size());
    QVERIFY(pages >= 1);
    for (int page = 1; page <= pages; ++page)
        QVERIFY2(text.contains(QStringLiteral("Page %1 of %2").arg(page).arg(pages)), qPrintable(text));
    for (int page = 1; page <= pages; ++page)
        text.remove(QStringLiteral("Page %1 of %2").arg(page).arg(pages));
    QStringList onPaper = wordsOf(text);
    QStringList composed = wordsOf(letter.text);
    const QStringList foot =
        QStringLiteral("%1 Verification code: %2").arg(letter.caseNumber, letter.code()).split(u' ');
    for (int page = 0; page < pages; ++page) {
        for (const QString &word : foot)
            QVERIFY2(onPaper.removeOne(word), qPrintable(word)); // at each foot
    }
    onPaper.sort();
    composed.sort();
    QCOMPARE(onPaper, composed);
}

void TestLetterPaper::sound()
{
    const QString path = write(denial(Recipient::Provider), PageMark::Sample);
    int status = -1;
    const QString check = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}, &status);
    QVERIFY2(status == 0, qPrintable(check));
    const QStringList fonts = outputOf(QStringLiteral("pdffonts"), {path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const QString &font : fonts) // embedded, subset or not, with a map to Unicode
        QVERIFY2(font.contains(QRegularExpression(QStringLiteral("yes (yes|no ) yes"))), qPrintable(font));
    const QString info = outputOf(QStringLiteral("pdfinfo"), {path});
    QVERIFY2(info.contains(QStringLiteral("Denial, RD-2026-000123")), qPrintable(info));
    QVERIFY2(info.contains(QStringLiteral("612 x 792 pts (letter)")), qPrintable(info));
    QVERIFY2(!info.contains(QStringLiteral("CreationDate")), qPrintable(info));
    const QString account = outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path});
    QVERIFY2(account.contains(QStringLiteral("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>A")), qPrintable(account));
    QVERIFY2(account.contains(QStringLiteral("Denial, RD-2026-000123")), qPrintable(account));
    const QString json = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json"), path});
    QVERIFY(json.contains(QStringLiteral("/OutputIntents")));
    QVERIFY(json.contains(QRegularExpression(QStringLiteral("\"/Lang\": \"(u:)?en-US\""))));
}

void TestLetterPaper::sameLetterSameBytes()
{
    const ComposedLetter letter = denial(Recipient::Member);
    const Result<QByteArray> first = letterPdf(letter, PageMark::None);
    QTest::qWait(1100); // a time stamp would differ
    const Result<QByteArray> second = letterPdf(letter, PageMark::None);
    QVERIFY(first && second);
    QVERIFY(*first == *second);
    QVERIFY(!(*letterPdf(letter, PageMark::Draft) == *first));
}

void TestLetterPaper::criterionReadsInOrder()
{
    const QString text = outputOf(
        QStringLiteral("pdftotext"), {write(denial(Recipient::Provider), PageMark::Sample), QStringLiteral("-")})
                             .simplified();
    const Policy &policy = m_fixture.policy();
    const QString &words = policy.criteria.at(policy.criterionIndex(u"I.B.3.b.i")).words;
    const QString row = QStringLiteral("I.B.3.b.i “%1” Not met.").arg(words);
    QVERIFY2(text.contains(row), qPrintable(text));
    QVERIFY(text.contains(policy.facts.at(policy.factIndex(u"progressive")).options.at(0).counterfactual));
}

void TestLetterPaper::longNameStaysOnThePage()
{
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.name = QString(900, u'W');
    const ComposedLetter letter = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter;
    const QList<QImage> pages = letterPages(letter, PageMark::None, 1);
    QVERIFY(!pages.isEmpty());
    for (const QImage &page : pages) {
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 612 - 66; x < 612; ++x)
                QCOMPARE(qGray(page.pixel(x, y)), 255); // the right margin is empty
        }
    }
}

void TestLetterPaper::marks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<PageMark>("mark");
    QTest::addColumn<QString>("word");
    QTest::newRow("sample") << "en" << PageMark::Sample << QStringLiteral("SAMPLE");
    QTest::newRow("draft") << "en" << PageMark::Draft << QStringLiteral("DRAFT");
    QTest::newRow("copy") << "en" << PageMark::Copy << QStringLiteral("COPY");
    QTest::newRow("sample in Spanish") << "es" << PageMark::Sample << QStringLiteral("MUESTRA");
    QTest::newRow("draft in Spanish") << "es" << PageMark::Draft << QStringLiteral("BORRADOR");
    QTest::newRow("copy in Spanish") << "es" << PageMark::Copy << QStringLiteral("COPIA");
}

void TestLetterPaper::marks()
{
    QFETCH(QString, language);
    QFETCH(PageMark, mark);
    QFETCH(QString, word);
    const QString path = write(denial(Recipient::Member, language), mark);
    const QStringList pages =
        outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 1);
    for (const QString &page : pages)
        QVERIFY2(page.contains(word), qPrintable(page));
}

void TestLetterPaper::theMarkAcrossThePageIsTheLettersOwn_data()
{
    QTest::addColumn<PageMark>("mark");
    QTest::addColumn<QString>("word");
    QTest::newRow("sample") << PageMark::Sample << QStringLiteral("MUESTRA");
    QTest::newRow("draft") << PageMark::Draft << QStringLiteral("BORRADOR");
    QTest::newRow("copy") << PageMark::Copy << QStringLiteral("COPIA");
}

/// It is a shape, which no text shows: with another word in the letter the page above its foot looks otherwise, and the
/// shape stays on the paper.
void TestLetterPaper::theMarkAcrossThePageIsTheLettersOwn()
{
    QFETCH(PageMark, mark);
    QFETCH(QString, word);
    ComposedLetter letter = denial(Recipient::Member, QStringLiteral("es"));
    const auto above = [&mark](const ComposedLetter &shown) {
        const QImage page = letterPages(shown, mark, 1).constFirst();
        for (int y = 0; y < page.height(); ++y) { // nothing of it is cut at the paper's edge
            if (qGray(page.pixel(4, y)) != 255 || qGray(page.pixel(page.width() - 5, y)) != 255)
                return QImage();
        }
        return page.copy(0, 0, page.width(), page.height() - 80);
    };
    const QImage own = above(letter);
    QVERIFY(!own.isNull());
    QVERIFY(letter.html.contains(QStringLiteral("content=\"%1\"").arg(word)));
    letter.html.replace(QStringLiteral("content=\"%1\"").arg(word), QStringLiteral("content=\"III\""));
    QVERIFY(above(letter) != own);
}

/// What was issued stays as it is: a letter that carries no words for its marks has those that all letters had.
void TestLetterPaper::aLetterFromBeforeKeepsItsMarks()
{
    ComposedLetter letter = denial(Recipient::Member);
    static const QRegularExpression carried(QStringLiteral("<meta name=\"mark-[a-z]+\"[^>]*/>\n"));
    const FootWords now = footWords(letter.html);
    QCOMPARE(letter.html.count(carried), 3);
    letter.html.remove(carried);
    const FootWords before = footWords(letter.html);
    QCOMPARE(before.sample, QStringLiteral("SAMPLE"));
    QCOMPARE(before.draft, QStringLiteral("DRAFT"));
    QCOMPARE(before.copy, QStringLiteral("COPY"));
    QCOMPARE(QStringList({now.sample, now.draft, now.copy}), QStringList({before.sample, before.draft, before.copy}));
}

void TestLetterPaper::addressShowsInTheWindow()
{
    const QString path = write(denial(Recipient::Member), PageMark::None);
    const QStringList all{QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"), QStringLiteral("1"),
        QStringLiteral("-x"), QStringLiteral("63"), QStringLiteral("-y"), QStringLiteral("147"), QStringLiteral("-W"),
        QStringLiteral("324"), QStringLiteral("-H"), QStringLiteral("81"), path, QStringLiteral("-")};
    const QString window = outputOf(QStringLiteral("pdftotext"), all).simplified();
    QVERIFY2(window.startsWith(QStringLiteral("Ana Example 12 Elm St Tacoma, WA 98402")), qPrintable(window));
    QVERIFY2(
        !window.contains(QStringLiteral("1961")) && !window.contains(QStringLiteral("X1234567")), qPrintable(window));
}

void TestLetterPaper::largePrint_data()
{
    QTest::addColumn<LetterKind>("kind");
    for (const LetterKind kind : {LetterKind::Approval, LetterKind::Denial, LetterKind::InformationRequest})
        QTest::newRow(qPrintable(toWord(kind))) << kind;
}

/// All of the letter in 18 points and more, the same words, and the address still in the window.
void TestLetterPaper::largePrint()
{
    QFETCH(LetterKind, kind);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
    const LetterRequest request{
        reviewCase, view, kind, Recipient::Member, m_fixture.letterhead(), reviewCase.request.receivedAt, true};
    const ComposedLetter letter = m_fixture.composer().preview(request, m_fixture.rulebook());
    const QString path = write(letter, PageMark::None);
    static const QRegularExpression type(QStringLiteral("<fontspec [^>]*size=\"(\\d+)\""));
    QRegularExpressionMatchIterator sizes = type.globalMatch(outputOf(QStringLiteral("pdftohtml"),
        {QStringLiteral("-xml"), QStringLiteral("-stdout"), QStringLiteral("-zoom"), QStringLiteral("1"), path}));
    int seen = 0;
    while (sizes.hasNext()) {
        const int points = sizes.next().captured(1).toInt();
        QVERIFY2(points >= 17, qPrintable(QString::number(points))); // whole points, rounded down
        ++seen;
    }
    QVERIFY(seen >= 3);
    const QString window = outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-l"), QStringLiteral("1"), QStringLiteral("-x"), QStringLiteral("63"), QStringLiteral("-y"),
            QStringLiteral("147"), QStringLiteral("-W"), QStringLiteral("324"), QStringLiteral("-H"),
            QStringLiteral("81"), path, QStringLiteral("-")})
                               .simplified();
    QVERIFY2(window.startsWith(QStringLiteral("Ana Example 12 Elm St Tacoma, WA 98402")), qPrintable(window));
    QVERIFY2(!window.contains(QStringLiteral("X1234567")), qPrintable(window));
}

void TestLetterPaper::imagesAreThePages()
{
    const ComposedLetter letter = denial(Recipient::Provider);
    const QList<QImage> pages = letterPages(letter, PageMark::Draft, 2);
    const QString info = outputOf(QStringLiteral("pdfinfo"), {write(letter, PageMark::Draft)});
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+%1\\b").arg(pages.size()))), qPrintable(info));
    for (const QImage &page : pages)
        QCOMPARE(page.size(), QSize(1224, 1584));
}

/// Whatever the length of the text before it, the signature is on one page with its name.
void TestLetterPaper::signatureStaysTogether()
{
    ReviewCase reviewCase = m_fixture.denial();
    for (int lines = 0; lines < 30; lines += 3) {
        reviewCase.determination.rationale = QStringLiteral("The scan shows stable disease.\n").repeated(lines + 1);
        const ComposedLetter letter = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Provider).letter;
        const QStringList pages =
            outputOf(QStringLiteral("pdftotext"), {write(letter, PageMark::None), QStringLiteral("-")})
                .split(u'\f', Qt::SkipEmptyParts);
        int signing = 0;
        for (const QString &page : pages) {
            if (page.contains(QStringLiteral("Sincerely,"))) {
                ++signing;
                QVERIFY2(page.contains(QStringLiteral("Physician reviewer")), qPrintable(page));
            }
        }
        QCOMPARE(signing, 1);
    }
}

void TestLetterPaper::headingStaysWithItsText_data()
{
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<LineOfBusiness>("line");
    QTest::newRow("member") << Recipient::Member << LineOfBusiness::CommercialInsured;
    QTest::newRow("provider") << Recipient::Provider << LineOfBusiness::CommercialInsured;
    QTest::newRow("larger type") << Recipient::Member << LineOfBusiness::MedicaidManagedCare;
}

/// A page break once parted the heading of the criteria from their table, and others from their paragraphs: wherever
/// the pages end, none ends with a heading, a table's head or words that announce a list.
void TestLetterPaper::headingStaysWithItsText()
{
    QFETCH(Recipient, recipient);
    QFETCH(LineOfBusiness, line);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = line;
    QSet<QString> pageEnds; // the sweep must have moved the breaks
    for (int lines = 1; lines < 40; lines += 2) {
        reviewCase.determination.plainReason = QStringLiteral("The scan shows stable disease.\n").repeated(lines);
        const ComposedLetter letter = m_fixture.compose(reviewCase, LetterKind::Denial, recipient).letter;
        QTextDocument document;
        document.setHtml(letter.html);
        QStringList headings{QStringLiteral("Criterion The policy’s words, and the result")};
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (block.blockFormat().headingLevel() > 0)
                headings.append(block.text().simplified());
        }
        QVERIFY(headings.size() > 3);
        const QStringList pages =
            outputOf(QStringLiteral("pdftotext"), {write(letter, PageMark::None), QStringLiteral("-")})
                .split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() > 1);
        for (int page = 0; page + 1 < pages.size(); ++page) {
            QString text = pages.at(page).simplified();
            text.remove(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size()));
            text = text.trimmed();
            const QString foot = QStringLiteral("%1 Verification code: %2").arg(letter.caseNumber, letter.code());
            QVERIFY2(text.endsWith(foot), qPrintable(text));
            text.chop(foot.size());
            text = text.trimmed();
            for (const QString &heading : std::as_const(headings))
                QVERIFY2(!text.endsWith(heading), qPrintable(QStringLiteral("%1 lines: %2").arg(lines).arg(heading)));
            QVERIFY2(!text.endsWith(u':'), qPrintable(text.right(120)));
            pageEnds.insert(text.right(40));
        }
    }
    QVERIFY(pageEnds.size() > 5);
}

QTEST_MAIN(TestLetterPaper)
#include "tst_letter_paper.moc"
