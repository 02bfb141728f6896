#include "tests/letter/LetterFixture.h"
#include "tests/letter/LetterPaperFixture.h"
#include "tests/letter/TagCheck.h"

#include "letter/LetterStructure.h"
#include "letter/PdfTags.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <array>

using namespace reviewdesk;

namespace {

/// The text of a tagged PDF as Poppler reads it off the tree; blocks are parted by a space, spans are not.
QString structText(const QString &listing)
{
    QString text;
    const QStringList lines = listing.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.size() >= 2 && trimmed.startsWith(u'"') && trimmed.endsWith(u'"'))
            text += trimmed.mid(1, trimmed.size() - 2);
        else if (!trimmed.startsWith(QLatin1String("Span")))
            text += u' ';
    }
    return text.simplified();
}

} // namespace

/// A letter's PDF is tagged: what it says is read in its order, and what stands only on paper is not.
class TestLetterTags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        QVERIFY(m_dir.isValid());
    }
    void everyLetterIsTagged_data();
    void everyLetterIsTagged();
    void readsAsTheLetter_data();
    void readsAsTheLetter();
    void hostileTextsAreTagged_data();
    void hostileTextsAreTagged();
    void headsOfTheTable();
    void otherLanguages();
    void aLetterThatIsNotAsItWasLaidOut();
    void foreignPdfStaysAsItIs();

private:
    QString write(const QByteArray &pdf)
    {
        const QString path = m_dir.filePath(QStringLiteral("letter.pdf"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? path : QString();
    }
    /// All that is to be read: the letter's text, the mark and the code.
    static QString expected(const ComposedLetter &letter, const QString &mark)
    {
        QStringList lines = letter.text.split(u'\n');
        for (QString &line : lines) {
            if (line.startsWith(QLatin1String("- ")))
                line.remove(0, 2);
        }
        return (lines.join(u' ') + u' ' + mark + u' ' + footWords(letter.html).code.arg(letter.code())).simplified();
    }
    ComposedLetter compose(
        LetterKind kind, Recipient recipient, const QString &language, bool large, LineOfBusiness line)
    {
        ReviewCase reviewCase = m_fixture.caseFor(kind);
        reviewCase.member.language = language;
        reviewCase.request.lineOfBusiness = line;
        const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
        return m_fixture.composer().preview(
            {reviewCase, view, kind, recipient, m_fixture.letterhead(), m_fixture.denial().determination.at, large},
            m_fixture.rulebook());
    }
    LetterFixture m_fixture;
    QTemporaryDir m_dir;
};

void TestLetterTags::everyLetterIsTagged_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<Recipient>("recipient");
    for (const LetterKind kind : allKinds) {
        for (const Recipient recipient : {Recipient::Member, Recipient::Provider})
            QTest::newRow(qPrintable(toWord(kind) + u' ' + toWord(recipient))) << kind << recipient;
    }
}

/// In every language and line of business, in type of every size.
void TestLetterTags::everyLetterIsTagged()
{
    QFETCH(const LetterKind, kind);
    QFETCH(const Recipient, recipient);
    for (const LineOfBusiness line : allLines) {
        for (const char *language : {"en", "es"}) {
            for (const bool large : {false, true}) {
                const Result<QByteArray> pdf =
                    letterPdf(compose(kind, recipient, QString::fromLatin1(language), large, line), PageMark::None);
                QVERIFY(pdf.ok());
                QCOMPARE(TreeCheck(*pdf).faults, QStringList());
            }
        }
    }
}

void TestLetterTags::readsAsTheLetter_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<PageMark>("mark");
    std::size_t turn = 0; // every line of business has its turns
    for (const LetterKind kind : allKinds) {
        for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
            for (const char *language : {"en", "es"}) {
                const LineOfBusiness line = allLines.at(turn++ % allLines.size());
                QTest::newRow(
                    qPrintable(QStringLiteral("%1 %2 %3 %4")
                                   .arg(toWord(kind), toWord(recipient), QString::fromLatin1(language), toWord(line))))
                    << kind << recipient << QString::fromLatin1(language) << false << line << PageMark::None;
            }
        }
    }
    for (const char *language : {"en", "es"})
        QTest::newRow(qPrintable(QStringLiteral("large print ") + QString::fromLatin1(language)))
            << LetterKind::Denial << Recipient::Member << QString::fromLatin1(language) << true << LineOfBusiness::Qhp
            << PageMark::None;
    for (const PageMark mark : {PageMark::Sample, PageMark::Copy})
        QTest::newRow(mark == PageMark::Copy ? "copy" : "sample")
            << LetterKind::Denial << Recipient::Member << QStringLiteral("en") << false
            << LineOfBusiness::CommercialInsured << mark;
    QTest::newRow("copy in Spanish") << LetterKind::Denial << Recipient::Member << QStringLiteral("es") << false
                                     << LineOfBusiness::CommercialInsured << PageMark::Copy;
}

/// Poppler reads off the tree what the letter says, word by word in its order.
void TestLetterTags::readsAsTheLetter()
{
    QFETCH(const LetterKind, kind);
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(const bool, large);
    QFETCH(const LineOfBusiness, line);
    QFETCH(const PageMark, mark);
    const ComposedLetter letter = compose(kind, recipient, language, large, line);
    const Result<QByteArray> pdf = letterPdf(letter, mark);
    QVERIFY(pdf.ok());
    QCOMPARE(TreeCheck(*pdf).faults, QStringList());
    const QString path = write(*pdf);
    const QString word = mark == PageMark::Copy ? language == u"es" ? QStringLiteral("COPIA") : QStringLiteral("COPY")
        : mark == PageMark::Sample              ? QStringLiteral("SAMPLE")
                                                : QString();
    QCOMPARE(structText(outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path})),
        expected(letter, word));
    int status = -1;
    const QString check = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}, &status);
    QVERIFY2(status == 0, qPrintable(check));
    QVERIFY(*pdf == *letterPdf(letter, mark));
}

void TestLetterTags::hostileTextsAreTagged_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("inOrder"); // the other way of writing is extracted as it is painted
    QTest::newRow("markup") << QStringLiteral("</p><th title=\"th\">x</th>{{date}} lang=\"en\"") << true;
    QTest::newRow("ten thousand without a space") << QString(10000, u'W') << true;
    QTest::newRow("ten thousand characters") << QStringLiteral("wordy ").repeated(1667).left(10000) << true;
    QTest::newRow("hyphens and slashes") << QStringLiteral("well-known and/or ").repeated(400) << true;
    QTest::newRow("hard spaces") << QStringLiteral("a\u00a0b ").repeated(500) << true;
    QTest::newRow("other scripts") << QStringLiteral("Łukasz Đặng Παπα Иванов") << true;
    QTest::newRow("no font has it") << QStringLiteral("Ana \U0010FFFD \U0001F600") << false;
    QTest::newRow("accents") << QStringLiteral("Ana\u0301 Zoe\u0308 Q\u0301\u0323 office") << false;
    QTest::newRow("the other way") << QStringLiteral("שרה כהן \u202eelpmaxE") << false;
}

/// None of them makes a letter lose its tags.
void TestLetterTags::hostileTextsAreTagged()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, inOrder);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.name = typed;
    reviewCase.determination.rationale = typed;
    reviewCase.determination.plainReason = typed;
    const ComposedLetter letter = m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter;
    const Result<QByteArray> pdf = letterPdf(letter, PageMark::None);
    QVERIFY(pdf.ok());
    QCOMPARE(TreeCheck(*pdf).faults, QStringList());
    const QString text =
        withoutSpaces(structText(outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), write(*pdf)})));
    if (inOrder)
        QCOMPARE(text, withoutSpaces(expected(letter, QString())));
    QVERIFY(text.endsWith(withoutSpaces(letter.code())));
}

/// The criteria's table: heads of columns, then of rows; its head is read once, on however many pages it stands.
void TestLetterTags::headsOfTheTable()
{
    const ComposedLetter letter =
        compose(LetterKind::Denial, Recipient::Provider, QStringLiteral("en"), true, LineOfBusiness::CommercialInsured);
    const Result<QByteArray> pdf = letterPdf(letter, PageMark::None);
    const QString path = write(*pdf);
    const QString head = QStringLiteral("The policy’s words, and the result");
    QVERIFY(outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")}).simplified().count(head) > 1);
    QCOMPARE(structText(outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path})).count(head), 1);
    const TreeCheck tree(*pdf);
    QCOMPARE(tree.faults, QStringList());
    QCOMPARE(tree.types.count(QStringLiteral("Table")), 2);
    QCOMPARE(tree.types.count(QStringLiteral("H1")), 1);
    QVERIFY(tree.types.count(QStringLiteral("H2")) > 4);
    QCOMPARE(tree.scopes.count(QStringLiteral("Column")), 2);
    QCOMPARE(tree.types.count(QStringLiteral("TH")), tree.types.count(QStringLiteral("TR")) + 1);
    QCOMPARE(tree.types.count(QStringLiteral("LI")), tree.types.count(QStringLiteral("LBody")));
    QCOMPARE(tree.types.count(QStringLiteral("LI")), letter.html.count(QStringLiteral("<li>")));
}

/// What a Spanish letter quotes in English is said to be English, as in its HTML.
void TestLetterTags::otherLanguages()
{
    const ComposedLetter letter =
        compose(LetterKind::Denial, Recipient::Member, QStringLiteral("es"), false, LineOfBusiness::CommercialInsured);
    const qsizetype quoted = letter.html.count(QStringLiteral(" lang=\"en\""));
    QVERIFY(quoted > 4);
    const Result<QByteArray> pdf = letterPdf(letter, PageMark::None);
    QCOMPARE(TreeCheck(*pdf).foreign, static_cast<int>(quoted));
    QVERIFY(pdf->contains("/Lang (es-US)"));
}

/// A line too many or too few: the reason is told, and nothing of the PDF is changed.
void TestLetterTags::aLetterThatIsNotAsItWasLaidOut()
{
    const ComposedLetter letter = m_fixture.compose(m_fixture.denial(), LetterKind::Denial, Recipient::Member).letter;
    LetterStructure structure;
    QByteArray painted;
    QBuffer buffer(&painted);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QPdfWriter writer(&buffer);
    writer.setResolution(1440);
    PaperJob job(writer);
    QVERIFY(job.add(letter, PageMark::None, false, &structure) && job.end());
    const auto fault = [&painted](const LetterStructure &claimed) {
        QPDF pdf;
        pdf.processMemoryFile("letter", painted.constData(), static_cast<std::size_t>(painted.size()));
        const std::string why = writeTags(pdf, claimed);
        QPDFObjectHandle first = pdf.getAllPages().front();
        return QString::fromStdString(why) +
            (pdf.getRoot().hasKey("/StructTreeRoot") ? QStringLiteral(" tagged") : QString()) +
            (first.hasKey("/StructParents") ? QStringLiteral(" pages tagged") : QString());
    };
    QCOMPARE(fault(structure), QStringLiteral(" tagged pages tagged"));
    LetterStructure more = structure;
    more.blocks.front().spaceAfterLine.push_back(false);
    QCOMPARE(fault(more), QStringLiteral("a line was not painted"));
    LetterStructure fewer = structure;
    fewer.blocks.front().spaceAfterLine.clear();
    QCOMPARE(fault(fewer), QStringLiteral("page 1: a text is not where it was laid out"));
    LetterStructure unknown = structure;
    unknown.document.parts.clear();
    unknown.runs.resize(3);
    QCOMPARE(fault(unknown), QStringLiteral("page 1: a text is not where it was laid out"));
}

void TestLetterTags::foreignPdfStaysAsItIs()
{
    QByteArray painted;
    {
        QBuffer buffer(&painted);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        painter.drawText(1000, 1000, QStringLiteral("Words"));
    }
    QPDF pdf;
    pdf.processMemoryFile("plain", painted.constData(), static_cast<std::size_t>(painted.size()));
    QCOMPARE(QString::fromStdString(writeTags(pdf, LetterStructure())), QStringLiteral("page 1: text has no code"));
    QVERIFY(!pdf.getRoot().hasKey("/StructTreeRoot"));
}

QTEST_MAIN(TestLetterTags)
#include "tst_letter_tags.moc"
