#include "tests/letter/LetterFixture.h"
#include "tests/letter/LetterPaperFixture.h"

#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace reviewdesk;

/// Where pages end, and what stands where on them.
class TestLetterPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        QVERIFY(m_dir.isValid());
    }
    void noLineOfAParagraphIsAlone();
    void rowsAndSignatureStayWhole_data();
    void rowsAndSignatureStayWhole();
    void linesOfTheTableClose_data() { rowsAndSignatureStayWhole_data(); }
    void linesOfTheTableClose();
    void sidesAreEven();
    void aProviderIsToldForWhomWordsAre();
    void nothingIsLostUnderAnyLetterhead_data();
    void nothingIsLostUnderAnyLetterhead();

private:
    ComposedLetter compose(const ReviewCase &reviewCase, Recipient recipient, bool large)
    {
        const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
        return m_fixture.composer().preview({reviewCase, view, LetterKind::Denial, recipient, m_fixture.letterhead(),
                                                m_fixture.denial().determination.at, large},
            m_fixture.rulebook());
    }
    /// Left edge of the first word that begins so, in points.
    static double leftOf(const QString &boxes, const QString &word)
    {
        const QRegularExpression box(
            QStringLiteral("xMin=\"([0-9.]+)\"[^>]*>%1").arg(QRegularExpression::escape(word)));
        return box.match(boxes).captured(1).toDouble();
    }
    LetterFixture m_fixture;
    QTemporaryDir m_dir;
};

/// A paragraph that pages part has two lines and more on each, wherever they part it.
void TestLetterPages::noLineOfAParagraphIsAlone()
{
    ReviewCase reviewCase = m_fixture.denial();
    static const QRegularExpression ours(QStringLiteral("\\bw[0-9]{3}\\b"));
    int parted = 0;
    for (int words = 60; words < 400; words += 9) {
        QStringList paragraph;
        for (int i = 0; i < words; ++i)
            paragraph.append(QStringLiteral("w%1").arg(i, 3, 10, QLatin1Char('0')));
        reviewCase.determination.plainReason = paragraph.join(u' ');
        const QStringList pages =
            pdfPages(compose(reviewCase, Recipient::Member, false), m_dir.path(), PaperOrder::AsWritten);
        QList<qsizetype> lines; // of the paragraph, a page each
        for (const QString &page : pages) {
            const qsizetype count = page.split(u'\n').filter(ours).size();
            if (count > 0)
                lines.append(count);
        }
        QVERIFY(!lines.isEmpty());
        parted += lines.size() > 1 ? 1 : 0;
        for (const qsizetype count : std::as_const(lines))
            QVERIFY2(lines.size() == 1 || count > 1, qPrintable(QStringLiteral("%1 words").arg(words)));
    }
    QVERIFY(parted > 5);
}

void TestLetterPages::rowsAndSignatureStayWhole_data()
{
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::newRow("member") << Recipient::Member << QStringLiteral("en") << false;
    QTest::newRow("member in Spanish") << Recipient::Member << QStringLiteral("es") << false;
    QTest::newRow("provider") << Recipient::Provider << QStringLiteral("en") << false;
    QTest::newRow("large print") << Recipient::Member << QStringLiteral("en") << true;
}

/// A row of the criteria is on one page, and the signature on the page of what it signs.
void TestLetterPages::rowsAndSignatureStayWhole()
{
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(const bool, large);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.language = language;
    static const QRegularExpression rows(QStringLiteral("<tr>\\s*<th scope=\"row\" align=\"left\">(I.*?)</tr>"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    int afterBreak = 0;
    for (int lines = 0; lines < 26; ++lines) {
        reviewCase.determination.plainReason = QStringLiteral("The scan shows stable disease.\n").repeated(lines + 1);
        reviewCase.determination.plainReasonTranslated =
            language == u"es" ? reviewCase.determination.plainReason : QString();
        const ComposedLetter letter = compose(reviewCase, recipient, large);
        const QStringList pages = pdfPages(letter, m_dir.path(), PaperOrder::AsWritten);
        int found = 0;
        QRegularExpressionMatchIterator all = rows.globalMatch(letter.html);
        while (all.hasNext()) {
            const QString row = withoutSpaces(all.next().captured(1).remove(tags));
            bool whole = false;
            for (const QString &page : pages)
                whole = whole || withoutSpaces(page).contains(row);
            QVERIFY2(whole, qPrintable(QStringLiteral("%1 lines: %2").arg(lines).arg(row)));
            ++found;
        }
        QVERIFY(found > 4);
        const QString closing = language == u"es" ? QStringLiteral("Atentamente,") : QStringLiteral("Sincerely,");
        for (const QString &page : pages) {
            QVERIFY2(!page.trimmed().startsWith(closing), qPrintable(QStringLiteral("%1 lines").arg(lines)));
            afterBreak += page.trimmed().startsWith(QLatin1String("Criteri")) ? 1 : 0;
        }
    }
    QVERIFY(afterBreak > 1); // the sweep parted the table
}

/// On each page where the table's side runs, a line stands across where it begins and where it ends.
void TestLetterPages::linesOfTheTableClose()
{
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(const bool, large);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.language = language;
    constexpr int scale = 2;
    const auto grey = [](const QImage &page, int x, int y) {
        const int level = qGray(page.pixel(x, y));
        return level > 120 && level < 235;
    };
    int sides = 0;
    for (int lines = 0; lines < 20; lines += 3) {
        reviewCase.determination.plainReason = QStringLiteral("The scan shows stable disease.\n").repeated(lines + 1);
        const QList<QImage> pages = letterPages(compose(reviewCase, recipient, large), PageMark::None, scale);
        for (const QImage &page : pages) {
            const int x = 72 * scale;
            int from = -1;
            for (int y = 0; y < page.height(); ++y) {
                const bool line = grey(page, x, y);
                if (line && from < 0)
                    from = y;
                if (line || from < 0)
                    continue;
                if (y - from > 20 * scale) { // not a letter's stem
                    ++sides;
                    for (const int end : {from, y - 1}) {
                        int across = 0;
                        for (int along = x; along < (612 - 72) * scale; ++along)
                            across += grey(page, along, end) || grey(page, along, end - 1) || grey(page, along, end + 1)
                                ? 1
                                : 0;
                        QVERIFY2(across > (612 - 146) * scale,
                            qPrintable(QStringLiteral("%1 lines, %2 points down").arg(lines).arg(end / scale)));
                    }
                }
                from = -1;
            }
        }
    }
    QVERIFY(sides > 7);
}

/// All text begins at the margin, a quotation where the text of a list does.
void TestLetterPages::sidesAreEven()
{
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.member.language = QStringLiteral("es");
    reviewCase.determination.plainReason = QStringLiteral("Quoted as it is.");
    const ComposedLetter letter = compose(reviewCase, Recipient::Member, false);
    QVERIFY(!letter.html.contains(QRegularExpression(QStringLiteral("\\s</span>")))); // it would show at a right margin
    pdfPages(letter, m_dir.path());
    const QString boxes = outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-bbox"), m_dir.filePath(QStringLiteral("pages.pdf")), QStringLiteral("-")});
    for (const char *word : {"Larkspur", "Tacoma", "Revisamos", "Atentamente", "Lo"})
        QVERIFY2(std::abs(leftOf(boxes, QString::fromLatin1(word)) - 72) < 1.5, word);
    const double quoted = leftOf(boxes, QStringLiteral("Quoted"));
    QVERIFY2(quoted > 95 && quoted < 108, qPrintable(QString::number(quoted)));
}

/// The reason is written for the member; a provider's letter says so before "your cancer" is read.
void TestLetterPages::aProviderIsToldForWhomWordsAre()
{
    const ReviewCase reviewCase = m_fixture.denial();
    const QString words =
        QStringLiteral("In plain words, as written for the member: ") + reviewCase.determination.plainReason;
    QVERIFY(compose(reviewCase, Recipient::Provider, false).text.simplified().contains(words.simplified()));
    QVERIFY(!compose(reviewCase, Recipient::Member, false).text.contains(QStringLiteral("In plain words, as")));
}

void TestLetterPages::nothingIsLostUnderAnyLetterhead_data()
{
    QTest::addColumn<int>("lines");
    for (const int lines : {-1, 0, 1, 3, 6, 9})
        QTest::newRow(qPrintable(QString::number(lines))) << lines;
}

/// One that sets nothing but the plan's name once lost a heading and a paragraph; and one whose address is of any
/// length.
void TestLetterPages::nothingIsLostUnderAnyLetterhead()
{
    QFETCH(const int, lines);
    QString json = QStringLiteral("{\"plan_name\": \"Larkspur\"%1}");
    QStringList address;
    for (int i = 0; i < lines; ++i)
        address.append(QStringLiteral("\"Line %1\"").arg(i));
    json = json.arg(lines < 0 ? QString() : QStringLiteral(", \"address\": [%1]").arg(address.join(u',')));
    const auto values = readJson(json.toUtf8());
    QVERIFY(values.ok());
    const Letterhead letterhead{*values, false};
    for (const LetterKind kind : {LetterKind::Approval, LetterKind::Denial, LetterKind::InformationRequest,
             LetterKind::ExtensionNotice, LetterKind::Withdrawal}) {
        const ReviewCase reviewCase = m_fixture.caseFor(kind);
        const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
        for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
            for (const bool large : {false, true}) {
                const ComposedLetter letter = m_fixture.composer().preview(
                    {reviewCase, view, kind, recipient, letterhead, m_fixture.denial().determination.at, large},
                    m_fixture.rulebook());
                const QString paper = pdfWords(letter, m_dir.path(), PaperOrder::AsWritten);
                const QStringList text = letter.text.split(u'\n', Qt::SkipEmptyParts);
                for (const QString &line : text)
                    QVERIFY2(paper.contains(withoutSpaces(line.startsWith(QLatin1String("- ")) ? line.mid(2) : line)),
                        qPrintable(line));
            }
        }
    }
}

QTEST_MAIN(TestLetterPages)
#include "tst_letter_pages.moc"
