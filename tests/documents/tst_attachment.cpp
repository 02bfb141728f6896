#include "SampleDocuments.h"

#include "documents/Attachment.h"

#include <QImageReader>
#include <QImageWriter>
#include <QTest>

using namespace reviewdesk;

class tst_attachment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsAreToldByContent_data();
    void kindsAreToldByContent();
    void whatCanBeAttached_data();
    void whatCanBeAttached();
    void whatIsRefused_data();
    void whatIsRefused();
    void aCutFileNeverCrashes();
    void titlesComeFromFileNames_data();
    void titlesComeFromFileNames();
    void theDigestIsOfTheBytes();
    void kindsHaveWords();
};

void tst_attachment::kindsAreToldByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n...") << "pdf";
    QTest::newRow("pdf behind a fax server's line") << QByteArray("\r\nJOB 17\r\n%PDF-1.4\n") << "pdf";
    QTest::newRow("pdf too far down") << QByteArray(2000, ' ') + "%PDF-1.4" << "";
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n....") << "png";
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0....") << "jpeg";
    QTest::newRow("tiff, little end first") << QByteArray("II*\0....", 8) << "tiff";
    QTest::newRow("tiff, big end first") << QByteArray("MM\0*....", 8) << "tiff";
    QTest::newRow("gif") << QByteArray("GIF89a....") << "";
    QTest::newRow("a program") << QByteArray("\x7f""ELF\x02\x01") << "";
    QTest::newRow("a page of the web that speaks of PDF") << QByteArray("<html>%PDF</html>") << "";
    QTest::newRow("zip, as a text document is") << QByteArray("PK\x03\x04") << "";
    QTest::newRow("nothing") << QByteArray() << "";
}

void tst_attachment::kindsAreToldByContent()
{
    QFETCH(QByteArray, bytes);
    const std::optional<DocumentKind> kind = documentKindOf(bytes);
    QTEST(kind ? toWord(*kind) : QString(), "kind");
}

void tst_attachment::whatCanBeAttached_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QString>("title");
    const QByteArray pdf =
        samplePdf({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")});
    QTest::newRow("pdf") << pdf << "surgical_consult.pdf" << "pdf" << 3 << "surgical consult";
    QTest::newRow("pdf that calls itself a picture") << pdf << "fax.jpg" << "pdf" << 3 << "fax";
    QTest::newRow("pdf without a name") << pdf << "" << "pdf" << 3 << "";
    const QImage scan = sampleScan(QStringLiteral("CT abdomen"), 72);
    QTest::newRow("png") << encoded(scan, "PNG") << "scan 1.png" << "png" << 1 << "scan 1";
    QTest::newRow("jpeg") << encoded(scan, "JPEG") << "scan.jpeg" << "jpeg" << 1 << "scan";
    if (QImageWriter::supportedImageFormats().contains("tiff"))
        QTest::newRow("tiff") << encoded(scan, "TIFF") << "fax-0001.tif" << "tiff" << 1 << "fax 0001";
}

void tst_attachment::whatCanBeAttached()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Result<NewDocument> document = examineDocument(bytes, name);
    QVERIFY2(document.ok(), document.ok() ? "" : qPrintable(document.error().message));
    QTEST(toWord(document->kind), "kind");
    QTEST(document->pages, "pages");
    QTEST(document->title, "title");
    QCOMPARE(document->bytes, bytes);
    QVERIFY(document->type.isEmpty()); // a person says of which type it is
}

void tst_attachment::whatIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("mostBytes");
    QTest::addColumn<int>("mostPages");
    QTest::addColumn<qint64>("mostPixels");
    QTest::addColumn<QString>("code");
    const qint64 many = 1'000'000'000;
    const QByteArray pdf = samplePdf({QStringLiteral("One"), QStringLiteral("Two")});
    const QByteArray png = encoded(sampleScan(QStringLiteral("CT"), 72), "PNG");
    QTest::newRow("empty") << QByteArray() << many << 10 << many << "empty";
    QTest::newRow("too many bytes") << pdf << qint64{pdf.size() - 1} << 10 << many << "too_large";
    QTest::newRow("as many as there may be") << pdf << qint64{pdf.size()} << 2 << many << "";
    QTest::newRow("too many pages") << pdf << many << 1 << many << "too_many_pages";
    QTest::newRow("too many dots") << png << many << 10 << qint64{612 * 792 - 1} << "too_large";
    QTest::newRow("no document") << QByteArray("Dear colleague") << many << 10 << many << "unknown_kind";
    QTest::newRow("a PDF that is none") << QByteArray("%PDF-1.4 and nothing") << many << 10 << many << "unreadable";
    QTest::newRow("a PDF without its end") << pdf.left(pdf.size() / 4) << many << 10 << many << "unreadable";
    QTest::newRow("a picture that is none") << QByteArray("\x89PNG\r\n\x1a\nnothing") << many << 10 << many
                                            << "unreadable";
    QTest::newRow("a picture cut off") << png.left(60) << many << 10 << many << "unreadable";
    QTest::newRow("a JPEG that is none") << QByteArray("\xff\xd8\xff\xe0nothing") << many << 10 << many << "unreadable";
    // RC4, 40 bit, by `qpdf --encrypt user owner 40`
    QFile locked(QStringLiteral(TEST_DATA "/documents/locked.pdf"));
    QVERIFY(locked.open(QIODevice::ReadOnly));
    QTest::newRow("locked by a password") << locked.readAll() << many << 10 << many << "encrypted";
}

void tst_attachment::whatIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, mostBytes);
    QFETCH(int, mostPages);
    QFETCH(qint64, mostPixels);
    const Result<NewDocument> document =
        examineDocument(bytes, QStringLiteral("fax 17.pdf"), {mostBytes, mostPages, mostPixels});
    QTEST(document.ok() ? QString() : document.error().code, "code");
    if (document)
        return;
    QCOMPARE(document.error().place, QStringLiteral("fax 17.pdf"));
    QVERIFY(document.error().message.endsWith(u'.'));
}

void tst_attachment::aCutFileNeverCrashes()
{
    const QByteArray pdf = samplePdf({QStringLiteral("One"), QStringLiteral("Two")});
    const QByteArray jpeg = encoded(sampleScan(QStringLiteral("CT"), 36), "JPEG");
    for (const QByteArray &whole : {pdf, jpeg}) {
        for (int part = 1; part < 40; ++part) {
            QByteArray cut = whole.left(whole.size() * part / 40);
            (void)examineDocument(cut, {});
            QByteArray bent = whole;
            for (qsizetype at = part; at < bent.size(); at += 97)
                bent[at] = static_cast<char>(bent.at(at) ^ part);
            (void)examineDocument(bent, {});
        }
    }
}

void tst_attachment::titlesComeFromFileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << "Consult.pdf" << "Consult";
    QTest::newRow("joints") << "CT_chest--abdomen-2026.pdf" << "CT chest abdomen 2026";
    QTest::newRow("with a folder") << "/home/fax/in/consult.pdf" << "consult";
    QTest::newRow("two endings") << "consult.final.pdf" << "consult.final";
    QTest::newRow("none") << "" << "";
    QTest::newRow("very long") << QString(400, u'a') + QStringLiteral(".pdf") << QString(200, u'a');
}

void tst_attachment::titlesComeFromFileNames()
{
    QFETCH(QString, name);
    QTEST(titleFromFileName(name), "title");
}

void tst_attachment::theDigestIsOfTheBytes()
{
    QCOMPARE(documentDigest("abc"),
        QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void tst_attachment::kindsHaveWords()
{
    for (const DocumentKind kind : {DocumentKind::Pdf, DocumentKind::Png, DocumentKind::Jpeg, DocumentKind::Tiff}) {
        QCOMPARE(documentKindFromWord(toWord(kind)), std::optional(kind));
        QVERIFY(!label(kind).isEmpty());
    }
    QVERIFY(!documentKindFromWord(u"gif"));
}

QTEST_MAIN(tst_attachment)
#include "tst_attachment.moc"
