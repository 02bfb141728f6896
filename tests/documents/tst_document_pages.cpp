#include "SampleDocuments.h"

#include "documents/ChunkDevice.h"
#include "documents/DocumentPages.h"

#include <QBuffer>
#include <QImageWriter>
#include <QTest>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace reviewdesk;

namespace {

std::unique_ptr<DocumentPages> opened(DocumentKind kind, const QByteArray &bytes)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    Result<std::unique_ptr<DocumentPages>> pages = openPages(kind, std::move(device));
    if (!pages)
        qFatal("%s", qPrintable(pages.error().message));
    return std::move(pages).value();
}

PagePlace pointIn(const PagePlace &place, double across)
{
    return {place.left + qRound(place.width * across), place.top + place.height / 2, 0, 0};
}

/// Has anything dark in a place of a page.
bool hasInk(const QImage &image, const PagePlace &place)
{
    for (int y = place.top * image.height() / 10000; y < (place.top + place.height) * image.height() / 10000; ++y) {
        for (int x = place.left * image.width() / 10000; x < (place.left + place.width) * image.width() / 10000; ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                return true;
        }
    }
    return false;
}

/// A page with a form's field and actions of every kind that a reader might carry out when it is opened: a script that
/// changes the field, and an address of this computer to be called.
QByteArray activePdf(int port)
{
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(port) + "/";
    const QByteArray text = "BT /F1 24 Tf 72 700 Td (Stable disease) Tj ET";
    const QByteArrayList objects{
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /NeedAppearances true /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >>"
        " /OpenAction 7 0 R /Names << /JavaScript << /Names [(start) 7 0 R] >> >> /AA << /WC 8 0 R >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
        " /Annots [6 0 R] /AA << /O 8 0 R >> >>",
        "<< /Length " + QByteArray::number(text.size()) + " >> stream\n" + text + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (finding) /V (before) /Rect [72 600 400 640] /F 4 /P 3 0 R /DA (/F1 12 Tf 0 g)"
        " /AA << /C 7 0 R /F 7 0 R >> >>",
        "<< /S /JavaScript /JS (this.getField\\('finding'\\).value = 'Progressive disease'; app.launchURL\\('" + address +
            "'\\); this.submitForm\\('" + address + "'\\);) >>",
        "<< /S /URI /URI (" + address + ") /Next << /S /SubmitForm /F (" + address + ") /Next << /S /Launch /F (/usr/bin/true) >> >> >>"};
    QByteArray pdf = "%PDF-1.7\n";
    QList<qsizetype> places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places.append(pdf.size());
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : std::as_const(places))
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    pdf += "trailer << /Root 1 0 R /Size " + QByteArray::number(objects.size() + 1) + " >>\nstartxref\n" +
        QByteArray::number(table) + "\n%%EOF\n";
    return pdf;
}

/// An address of this computer where a call would be heard.
class Listener {
public:
    Listener() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *any = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket, any, size) != 0 || ::listen(m_socket, 4) != 0 || ::getsockname(m_socket, any, &size) != 0)
            qFatal("nobody can listen here");
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Listener)

    int port() const { return m_port; }
    bool wasCalled() const
    {
        pollfd waiting{m_socket, POLLIN, 0};
        return ::poll(&waiting, 1, 300) > 0;
    }

private:
    int m_socket;
    int m_port = 0;
};

const QString consult = QStringLiteral("Surgical consult of 2 November.\n\nThe disease is bilobar and she is not a "
                                       "surgical candidate for that reason. Follow up in March.");

} // namespace

class tst_document_pages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPdfHasItsPagesAndText();
    void placesLieOnTheInk();
    void aDragSelectsWholeWords();
    void pagesAreDrawnOnWhite_data();
    void pagesAreDrawnOnWhite();
    void pageSizesAreInPoints();
    void aPictureHasNoTextOfItsOwn();
    void allPagesOfATiff();
    void onlyWhatIsNeededIsRead();
    void aChunkThatCannotBeReadIsAnError();
    void chunksComeInAnyOrder();
    void scriptsAndLinksOfAPdfDoNothing();
};

void tst_document_pages::aPdfHasItsPagesAndText()
{
    const auto pages = opened(DocumentKind::Pdf, samplePdf({consult, QString(), QStringLiteral("Page three")}));
    QCOMPARE(pages->count(), 3);
    QVERIFY(pages->text(1).text.simplified().contains(QStringLiteral("not a surgical candidate")));
    QVERIFY(!pages->text(1).recognised);
    QVERIFY(pages->text(2).isBlank());
    QCOMPARE(pages->text(3).text.simplified(), QStringLiteral("Page three"));
    QVERIFY(pages->text(9).isBlank()); // there is none
    QVERIFY(pages->render(9, {10, 10}).isNull());
}

void tst_document_pages::placesLieOnTheInk()
{
    const auto pages = opened(DocumentKind::Pdf, samplePdf({consult}));
    const QString text = pages->text(1).text;
    const QList<TextRange> found = findIn(text, QStringLiteral("not a surgical candidate"));
    QCOMPARE(found.size(), 1);
    const QList<PagePlace> places = pages->places(1, found.first());
    QVERIFY2(places.size() == 1 || places.size() == 2, qPrintable(QString::number(places.size()))); // it may wrap
    const QImage drawn = pages->render(1, {850, 1100});
    for (const PagePlace &place : places) {
        QVERIFY(place.left > 1000 && place.left + place.width < 9000); // within the margins
        QVERIFY(place.top > 800 && place.top < 3000);
        QVERIFY(hasInk(drawn, place));
    }
    QVERIFY(!hasInk(drawn, {1000, 5000, 8000, 1000}));
}

void tst_document_pages::aDragSelectsWholeWords()
{
    const auto pages = opened(DocumentKind::Pdf, samplePdf({consult}));
    const TextRange range = findIn(pages->text(1).text, QStringLiteral("bilobar and she")).first();
    const PagePlace line = pages->places(1, range).first();
    const PageSelection selection = pages->select(1, pointIn(line, 0.08), pointIn(line, 0.95));
    QCOMPARE(selection.quote, QStringLiteral("bilobar and she"));
    QCOMPARE(selection.range, range);
    QCOMPARE(selection.places.size(), 1);
    QVERIFY(qAbs(selection.places.first().left - line.left) < 20);
    QVERIFY(pages->select(1, {500, 9000, 0, 0}, {600, 9100, 0, 0}).isEmpty());
}

void tst_document_pages::pagesAreDrawnOnWhite_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("bytes");
    const QImage scan = sampleScan(consult, 100);
    QTest::newRow("pdf") << int(DocumentKind::Pdf) << samplePdf({consult});
    QTest::newRow("scanned pdf") << int(DocumentKind::Pdf) << scannedPdf({consult}, 100);
    QTest::newRow("png") << int(DocumentKind::Png) << encoded(scan, "PNG");
    QTest::newRow("jpeg") << int(DocumentKind::Jpeg) << encoded(scan, "JPEG");
}

void tst_document_pages::pagesAreDrawnOnWhite()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, bytes);
    const auto pages = opened(DocumentKind(kind), bytes);
    const QImage drawn = pages->render(1, {425, 550});
    QCOMPARE(drawn.size(), QSize(425, 550));
    QCOMPARE(drawn.format(), QImage::Format_RGB32);
    QVERIFY(qGray(drawn.pixel(3, 3)) > 245);
    QVERIFY(hasInk(drawn, {1000, 800, 8000, 3000}));
    QCOMPARE(pages->render(1, {200, 258}).size(), QSize(200, 258));
}

void tst_document_pages::pageSizesAreInPoints()
{
    QCOMPARE(opened(DocumentKind::Pdf, samplePdf({consult}))->pointSize(1), QSizeF(612, 792));
    const QSizeF scanned = opened(DocumentKind::Png, encoded(sampleScan(consult, 150), "PNG"))->pointSize(1);
    QVERIFY(qAbs(scanned.width() - 612) < 1 && qAbs(scanned.height() - 792) < 1);
    QImage plain(800, 400, QImage::Format_RGB32); // of a telephone: nobody said how large it is
    plain.fill(Qt::white);
    plain.setDotsPerMeterX(0);
    plain.setDotsPerMeterY(0);
    QCOMPARE(opened(DocumentKind::Jpeg, encoded(plain, "JPEG"))->pointSize(1).width(), 612.0);
}

void tst_document_pages::aPictureHasNoTextOfItsOwn()
{
    const auto pages = opened(DocumentKind::Png, encoded(sampleScan(consult, 72), "PNG"));
    QCOMPARE(pages->count(), 1);
    QVERIFY(pages->text(1).isBlank());
    QVERIFY(pages->places(1, {0, 10}).isEmpty());
    QVERIFY(pages->select(1, {}, {10000, 10000, 0, 0}).isEmpty());
}

void tst_document_pages::allPagesOfATiff()
{
    if (!QImageWriter::supportedImageFormats().contains("tiff"))
        QSKIP("Qt reads no TIFF here");
    QFile file(QStringLiteral(TEST_DATA "/documents/two-pages.tif"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto pages = opened(DocumentKind::Tiff, file.readAll());
    QCOMPARE(pages->count(), 2);
    QVERIFY(pages->render(1, {85, 110}) != pages->render(2, {85, 110}));
}

void tst_document_pages::onlyWhatIsNeededIsRead()
{
    QStringList texts;
    for (int page = 0; page < 200; ++page)
        texts << QStringLiteral("Page %1. ").arg(page + 1) + consult.repeated(6);
    const QByteArray bytes = scannedPdf(texts.mid(0, 30), 100);
    constexpr qint64 chunkSize = 4096;
    qint64 read = 0;
    auto device = std::make_unique<ChunkDevice>(bytes.size(), chunkSize, [&](qint64 position) -> Result<QByteArray> {
        const QByteArray chunk = bytes.mid(position * chunkSize, chunkSize);
        read += chunk.size();
        return chunk;
    });
    Result<std::unique_ptr<DocumentPages>> pages = openPages(DocumentKind::Pdf, std::move(device));
    QVERIFY(pages.ok());
    QCOMPARE((*pages)->count(), 30);
    QVERIFY(!(*pages)->render(15, {85, 110}).isNull());
    QVERIFY2(read < bytes.size() / 2, qPrintable(QStringLiteral("%1 of %2").arg(read).arg(bytes.size())));
}

void tst_document_pages::aChunkThatCannotBeReadIsAnError()
{
    const QByteArray bytes = samplePdf({consult});
    auto device = std::make_unique<ChunkDevice>(
        bytes.size(), 1024, [](qint64) -> Result<QByteArray> { return Error{QStringLiteral("lost"), {}, {}}; });
    const Result<std::unique_ptr<DocumentPages>> pages = openPages(DocumentKind::Pdf, std::move(device));
    QVERIFY(!pages.ok());
    QCOMPARE(pages.error().code, QStringLiteral("unreadable"));
}

void tst_document_pages::chunksComeInAnyOrder()
{
    const QByteArray bytes = samplePdf({consult});
    ChunkDevice device(bytes.size(), 100, [&](qint64 position) -> Result<QByteArray> {
        return bytes.mid(position * 100, 100);
    });
    for (const qint64 at : {qint64{0}, qint64{99}, qint64{250}, qint64{bytes.size() - 30}, qint64{17}}) {
        QVERIFY(device.seek(at));
        QCOMPARE(device.read(333), bytes.mid(at, 333));
    }
    QVERIFY(device.seek(0));
    QCOMPARE(device.readAll(), bytes);
}

/// What a record carries besides its pages is data: SECURITY.md says so.
void tst_document_pages::scriptsAndLinksOfAPdfDoNothing()
{
    const Listener listener;
    const auto pages = opened(DocumentKind::Pdf, activePdf(listener.port()));
    QCOMPARE(pages->count(), 1);
    const QImage first = pages->render(1, {612, 792});
    QVERIFY(!first.isNull());
    QCOMPARE(pages->text(1).text.simplified(), QStringLiteral("Stable disease"));
    QTest::qWait(100);
    QCOMPARE(pages->render(1, {612, 792}), first); // no script has written into the field meanwhile
    QVERIFY(!pages->text(1).text.contains(QStringLiteral("Progressive")));
    QVERIFY(!listener.wasCalled());
}

QTEST_MAIN(tst_document_pages)
#include "tst_document_pages.moc"
