#include "FullDisk.h"

#include "policy/FileContent.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace reviewdesk;

/// A file that goes out is written whole or not at all, and no full disk passes for success.
class tst_whole_file : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(writeWhole(path(), QByteArray("before")).ok()); }
    void whatIsWrittenIsThere();
    void aFullDiskIsNoSuccess_data();
    void aFullDiskIsNoSuccess();
    void whatIsGivenUpLeavesWhatWasThere();
    void aPlaceThatIsNotThereIsNamed();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("out.csv")); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool isAlone() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1; }

    QTemporaryDir m_folder;
};

void tst_whole_file::whatIsWrittenIsThere()
{
    const QByteArray bytes(3'000'000, 'x');
    qint64 last = -1;
    QVERIFY(writeWhole(path(), bytes, [&last, &bytes](qint64 done, qint64 of) {
        const bool grows = done > last && of == bytes.size();
        last = done;
        return grows;
    }).ok());
    QVERIFY(last > 0);
    QCOMPARE(content(), bytes);
    QVERIFY(isAlone());
}

void tst_whole_file::aFullDiskIsNoSuccess_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("all of it in the last buffer") << 100;
    QTest::newRow("more than a buffer") << 100'000;
}

void tst_whole_file::aFullDiskIsNoSuccess()
{
    QFETCH(int, size);
    Result<void> written;
    {
        const FullDisk full;
        written = writeWhole(path(), QByteArray(size, 'x'));
    }
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, QStringLiteral("unwritable"));
    QCOMPARE(written.error().place, path());
    QVERIFY(written.error().message.contains(path()));
    QCOMPARE(content(), QByteArray("before"));
    QVERIFY(isAlone());
}

void tst_whole_file::whatIsGivenUpLeavesWhatWasThere()
{
    const Result<void> refused = writeWhole(path(), [](QFileDevice &to) -> Result<void> {
        to.write("half");
        return Error{QStringLiteral("mine"), QStringLiteral("given up"), {}};
    });
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, QStringLiteral("mine"));
    const Result<void> stopped = writeWhole(path(), QByteArray("more"), [](qint64, qint64) { return false; });
    QCOMPARE(stopped.error().code, QStringLiteral("stopped"));
    QCOMPARE(content(), QByteArray("before"));
    QVERIFY(isAlone());
}

void tst_whole_file::aPlaceThatIsNotThereIsNamed()
{
    const Result<void> written = writeWhole(QStringLiteral("/nowhere/at/all.csv"), QByteArray("x"));
    QVERIFY(!written.ok());
    QCOMPARE(written.error().place, QStringLiteral("/nowhere/at/all.csv"));
    QVERIFY(written.error().message.contains(QLatin1String("/nowhere/at/all.csv")));
}

QTEST_GUILESS_MAIN(tst_whole_file)
#include "tst_whole_file.moc"
