#include "LetterFixture.h"
#include "LetterPaperFixture.h"

#include "letter/CasePacket.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <functional>

using namespace reviewdesk;

namespace {

const QString digest = QString(64, u'a');

/// A document of `pages` pages, each with its words in the middle.
QByteArray documentOf(const QString &words, int pages, QPageSize size = QPageSize(QPageSize::A4),
    QPageLayout::Orientation orientation = QPageLayout::Portrait)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(size);
    writer.setPageOrientation(orientation);
    writer.setResolution(300);
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        painter.drawText(QRectF(0, 0, writer.width(), writer.height()), Qt::AlignCenter,
            QStringLiteral("%1 %2").arg(words).arg(page));
    }
    painter.end();
    return bytes;
}

QByteArray picture()
{
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(QColor(40, 90, 160));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

struct Bookmark {
    int rank = 0;
    QString title;
    int page = 0; ///< from 1
};

QList<Bookmark> bookmarksOf(const QByteArray &pdf)
{
    QPDF read;
    read.processMemoryFile("packet", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(read).getAllPages();
    QList<Bookmark> found;
    const std::function<void(QPDFOutlineObjectHelper &, int)> walk = [&](QPDFOutlineObjectHelper &item, int rank) {
        Bookmark bookmark{rank, QString::fromStdString(item.getTitle()), 0};
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (pages.at(i).getObjectHandle().getObjGen() == item.getDestPage().getObjGen())
                bookmark.page = static_cast<int>(i) + 1;
        }
        found.append(bookmark);
        for (QPDFOutlineObjectHelper &kid : item.getKids())
            walk(kid, rank + 1);
    };
    for (QPDFOutlineObjectHelper &item : QPDFOutlineDocumentHelper(read).getTopLevelOutlines())
        walk(item, 0);
    return found;
}

} // namespace

/// The whole case on paper, for who hears an appeal.
class TestCasePacket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.load());
        m_case = m_fixture.denial();
        m_case.number = QStringLiteral("RD-2026-000123");
        m_case.member.name = QStringLiteral("Ana <b>Example</b>");
        m_case.evidence.insert(QStringLiteral("unresectable"),
            {QStringLiteral("Surgical consult"), 2, QDate(2026, 11, 2), QStringLiteral("not a resection candidate")});
        m_view = viewOf(m_case, m_fixture.rulebook());
        const ComposedLetter letter = m_fixture.composer().preview(
            {m_case, m_view, LetterKind::Denial, Recipient::Member, m_fixture.letterhead(),
                QDateTime(QDate(2026, 11, 24), QTime(17, 0), QTimeZone::utc())},
            m_fixture.rulebook());
        m_letter = *letterPdf(letter, PageMark::None, &m_letterPages);
    }

    void everyPageSaysWhichItIs()
    {
        const QByteArray pdf = made();
        const QStringList pages = wordsOf(pdf);
        QVERIFY(pages.size() > 8);
        for (qsizetype page = 0; page < pages.size(); ++page) {
            QVERIFY2(pages.at(page).contains(QLatin1String("Case RD-2026-000123")), qPrintable(pages.at(page)));
            QVERIFY2(pages.at(page).contains(
                         QStringLiteral("Packet page %1 of %2").arg(page + 1).arg(pages.size())),
                qPrintable(pages.at(page)));
        }
    }

    void theWholeCaseIsInIt()
    {
        const QString all = withoutSpaces(wordsOf(made()).join(u'\n'));
        const auto says = [&all](const QString &words) { return all.contains(withoutSpaces(words)); };
        QVERIFY(says(QStringLiteral("Ana <b>Example</b>"))); // as written, not as markup
        for (const Criterion &criterion : m_fixture.policy().criteria)
            QVERIFY2(says(criterion.words), qPrintable(criterion.id));
        QVERIFY(says(QStringLiteral("Surgical consult, page 2, 2 Nov 2026: “not a resection candidate”")));
        for (const int fact : m_view.interview.shown)
            QVERIFY(says(m_fixture.policy().facts.at(fact).question));
        QVERIFY(says(QStringLiteral("Refer, “for the physician”")));
        QVERIFY(says(m_case.determination.rationale));
        QVERIFY(says(QStringLiteral("Consult page words 3"))); // the documents' own words
        QVERIFY(says(QStringLiteral("Document 1: Surgical consult, page 2 of 3")));
        QVERIFY(says(QStringLiteral("21 Nov 2026, on paper alone")));
        QVERIFY(says(QStringLiteral("Its pages could not be read")));
    }

    void bookmarksLeadToTheParts()
    {
        const QByteArray pdf = made();
        const QStringList pages = wordsOf(pdf);
        const QList<Bookmark> bookmarks = bookmarksOf(pdf);
        QStringList titles;
        for (const Bookmark &each : bookmarks) {
            QVERIFY2(each.page > 0, qPrintable(each.title));
            titles << QString(each.rank, u' ') + each.title;
        }
        QCOMPARE(titles,
            (QStringList{QStringLiteral("Case packet RD-2026-000123"), QStringLiteral("Facts and their sources"),
                QStringLiteral("Criteria in the policy's words"), QStringLiteral("History"),
                QStringLiteral("Letters as they were issued"), QStringLiteral(" Denial, member"),
                QStringLiteral("Documents of the record"), QStringLiteral(" 1. Surgical consult"),
                QStringLiteral(" Surgical consult, page 2 (cited)"), QStringLiteral(" 2. Scan"),
                QStringLiteral(" 3. Damaged"), QStringLiteral(" 4. Photo")}));
        for (const Bookmark &each : bookmarks) {
            if (each.title.contains(QLatin1String("(cited)")))
                QVERIFY(pages.at(each.page - 1).contains(QLatin1String("Consult page words 2")));
            if (each.title == QLatin1String("History"))
                QVERIFY(pages.at(each.page - 1).contains(QLatin1String("for the physician")));
        }
        const int first = bookmarks.at(4).page;
        QCOMPARE(bookmarks.at(6).page - first, m_letterPages);
    }

    void theSameCaseGivesTheSameBytes()
    {
        const QByteArray first = made();
        QTest::qWait(1100); // times in a PDF are seconds
        for (int run = 0; run < 5; ++run) { // other runs of the program lay their tables out otherwise
            QHashSeed::resetRandomGlobalSeed();
            QVERIFY(made() == first);
        }
        QTemporaryDir folder;
        int status = -1;
        const QString said = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), written(first, folder)}, &status);
        QVERIFY2(status == 0, qPrintable(said));
        QVERIFY(!first.contains("CreationDate"));
    }

    /// A frame where the source points: seen on the rendered page, also of one that lies on its side.
    void citedPlacesAreMarked_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("upright") << documentOf(QStringLiteral("x"), 2);
        QTest::newRow("landscape") << documentOf(QStringLiteral("x"), 2, QPageSize(QPageSize::A4), QPageLayout::Landscape);
        QTest::newRow("small") << documentOf(QStringLiteral("x"), 2, QPageSize(QPageSize::A6));
    }
    void citedPlacesAreMarked()
    {
        QFETCH(const QByteArray, document);
        const PacketOrder order = orderWith({{QStringLiteral("A"), {}, digest, {}, document}});
        const QRectF place(0.25, 0.5, 0.5, 0.1);
        const QByteArray plain = *packetPdf(order, {});
        const QByteArray marked = *packetPdf(order, {{digest, 2, place}});
        const int page = bookmarksOf(marked).last().page;
        QRect changed;
        const QImage before = rendered(plain, page);
        const QImage after = rendered(marked, page);
        QCOMPARE(before.size(), after.size());
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x) {
                if (before.pixel(x, y) != after.pixel(x, y))
                    changed |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(changed.isValid());
        const double ratio = double(changed.width()) / changed.height();
        const QSizeF sheet = sizeOfPages(document);
        const double wanted = (place.width() * sheet.width()) / (place.height() * sheet.height());
        QVERIFY2(qAbs(ratio / wanted - 1) < 0.15, qPrintable(QStringLiteral("%1 instead of %2").arg(ratio).arg(wanted)));
        QVERIFY(qAbs(changed.center().x() - after.width() / 2) <= 3); // the place lies in the middle across
    }

    void itCanBeStopped()
    {
        int asked = 0;
        const Result<QByteArray> stopped = packetPdf(order(), marks(), [&asked](int, int) { return ++asked < 3; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, QStringLiteral("stopped"));
        QCOMPARE(asked, 3);
    }

    void whatIsNoPictureIsSaid()
    {
        QVERIFY(picturePdf(picture()).ok());
        const Result<QByteArray> none = picturePdf(QByteArray("no picture"));
        QVERIFY(!none);
        QCOMPARE(none.error().code, QStringLiteral("pdf"));
    }

private:
    QList<PacketMark> marks() const { return {{digest, 2, QRectF(0.2, 0.4, 0.5, 0.05)}, {digest, 9, QRectF(0, 0, 1, 1)}}; }

    PacketOrder orderWith(const QList<PacketDocument> &documents) const
    {
        return {m_case, m_view, m_fixture.rulebook(), QStringLiteral("Example Health Plan"),
            QStringLiteral("Denied, round 1"),
            {{QStringLiteral("20 Nov 2026 09:10"), QStringLiteral("Kim Example"), QStringLiteral("Begin")},
                {QStringLiteral("23 Nov 2026 10:00"), QStringLiteral("Kim Example"),
                    QStringLiteral("Refer, “for the physician”")}},
            {{QStringLiteral("Denial, member"), m_letter}}, documents};
    }

    PacketOrder order() const
    {
        return orderWith({{QStringLiteral("Surgical consult"), QStringLiteral("Consult"), digest,
                              QStringLiteral("20 Nov 2026"), documentOf(QStringLiteral("Consult page words"), 3)},
            {QStringLiteral("Scan"), {}, QString(64, u'b'), {},
                documentOf(QStringLiteral("Scan"), 1, QPageSize(QPageSize::A3), QPageLayout::Landscape)},
            {QStringLiteral("Laboratory"), {}, {}, QStringLiteral("21 Nov 2026"), {}},
            {QStringLiteral("Damaged"), {}, QString(64, u'c'), {}, QByteArray("%PDF-1.4 nothing")},
            {QStringLiteral("Photo"), {}, QString(64, u'd'), {}, *picturePdf(picture())}});
    }

    QByteArray made() const
    {
        const Result<QByteArray> pdf = packetPdf(order(), marks());
        if (!pdf)
            qFatal("%s", qPrintable(pdf.error().message));
        return *pdf;
    }

    static QString written(const QByteArray &pdf, const QTemporaryDir &folder)
    {
        const QString path = folder.filePath(QStringLiteral("packet.pdf"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("%s", qPrintable(path));
        return path;
    }

    static QStringList wordsOf(const QByteArray &pdf)
    {
        QTemporaryDir folder;
        return outputOf(QStringLiteral("pdftotext"),
            {QStringLiteral("-raw"), written(pdf, folder), QStringLiteral("-")})
            .split(u'\f', Qt::SkipEmptyParts);
    }

    static QImage rendered(const QByteArray &pdf, int page)
    {
        QTemporaryDir folder;
        const QString number = QString::number(page);
        outputOf(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-f"), number, QStringLiteral("-l"), number,
                QStringLiteral("-singlefile"), QStringLiteral("-png"), written(pdf, folder),
                folder.filePath(QStringLiteral("page"))});
        return QImage(folder.filePath(QStringLiteral("page.png")));
    }

    static QSizeF sizeOfPages(const QByteArray &pdf)
    {
        QPDF read;
        read.processMemoryFile("document", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        QPDFObjectHandle page = read.getAllPages().at(0);
        const QPDFObjectHandle::Rectangle box = page.getKey("/MediaBox").getArrayAsRectangle();
        const bool turned = page.getKey("/Rotate").isInteger() && page.getKey("/Rotate").getIntValue() % 180 != 0;
        const QSizeF size(box.urx - box.llx, box.ury - box.lly);
        return turned ? size.transposed() : size;
    }

    LetterFixture m_fixture;
    ReviewCase m_case;
    CaseView m_view;
    QByteArray m_letter;
    int m_letterPages = 0;
};

QTEST_MAIN(TestCasePacket)
#include "tst_case_packet.moc"
