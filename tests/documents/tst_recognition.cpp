#include "SampleDocuments.h"

#include "documents/Recognition.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace reviewdesk;

class tst_recognition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableIsRead();
    void withoutTesseractItSaysSo();
    void aProgramThatFailsIsAnError();
    void aScannedPageIsRead();
    void itCanBeStopped();
};

void tst_recognition::theTableIsRead()
{
    const QByteArray table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
                             "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t\n"
                             "5\t1\t1\t1\t1\t1\t100\t200\t50\t20\t96.4\tnot\n"
                             "5\t1\t1\t1\t1\t2\t160\t200\t20\t20\t90\ta\n"
                             "5\t1\t1\t1\t2\t1\t100\t240\t100\t20\t51\tcandidate\n"
                             "5\t1\t2\t1\t1\t1\t100\t400\t100\t20\t12\t“odd”\n"
                             "5\t1\t2\t1\t1\t2\t100\t400\t100\t20\t12\t \n"
                             "5\t1\t2\tcut\n";
    const DocumentText page = Recognition::fromTable(table, {1000, 2000});
    QVERIFY(page.recognised);
    QCOMPARE(page.text, QStringLiteral("not a\ncandidate\n\n“odd”"));
    QCOMPARE(page.words.size(), 4);
    QCOMPARE(page.words.at(0), (PageWord{0, 3, {1000, 1000, 500, 100}, 96}));
    QCOMPARE(page.words.at(2), (PageWord{6, 9, {1000, 1200, 1000, 100}, 51}));
    QVERIFY(Recognition::fromTable("", {10, 10}).isBlank());
    QVERIFY(Recognition::fromTable("\xff\xfe\tno table", {10, 10}).isBlank());
}

void tst_recognition::withoutTesseractItSaysSo()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Recognition none;
    qputenv("PATH", path);
    QVERIFY(!none.isInstalled());
    QCOMPARE(none.read(QImage(10, 10, QImage::Format_RGB32)).error().code, QStringLiteral("not_installed"));
}

void tst_recognition::aProgramThatFailsIsAnError()
{
    const QImage page = sampleScan(QStringLiteral("x"), 72);
    QCOMPARE(Recognition(QStringLiteral("/bin/false")).read(page).error().code, QStringLiteral("failed"));
    QCOMPARE(Recognition(QStringLiteral("/nowhere/tesseract")).read(page).error().code, QStringLiteral("failed"));
}

void tst_recognition::aScannedPageIsRead()
{
    const Recognition recognition;
    if (!recognition.isInstalled())
        QSKIP("Tesseract is not installed");
    const QTemporaryDir empty; // what it writes would lie here
    qputenv("TMPDIR", empty.path().toLocal8Bit());
    const Result<DocumentText> page = recognition.read(
        sampleScan(QStringLiteral("Surgical consult. The patient is not a surgical candidate."), Recognition::resolution));
    qunsetenv("TMPDIR");
    QVERIFY(page.ok());
    QVERIFY2(page->text.contains(QStringLiteral("not a surgical")), qPrintable(page->text));
    QVERIFY(page->confidence() > 80);
    for (const PageWord &word : page->words)
        QVERIFY(word.place.left >= 1000 && word.place.top >= 800 && word.place.top < 2000);
    QVERIFY(QDir(empty.path()).isEmpty());
}

void tst_recognition::itCanBeStopped()
{
    const Recognition slow(QStringLiteral(TEST_DATA "/documents/slow-program"));
    std::atomic<bool> stop = false;
    std::thread stopper([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop = true;
    });
    QElapsedTimer clock;
    clock.start();
    const Result<DocumentText> page = slow.read(sampleScan(QStringLiteral("x"), 72), &stop);
    stopper.join();
    QCOMPARE(page.error().code, QStringLiteral("stopped"));
    QVERIFY(clock.elapsed() < 10'000); // it would sleep for a minute
}

QTEST_MAIN(tst_recognition)
#include "tst_recognition.moc"
