#include "StoreDesk.h"

#include "store/WriteAheadLog.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace reviewdesk;

/// SQLite takes the first frame of its log that does not add up for the log's end. We do not.
class tst_write_ahead_log : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWholeLogIsWhole();
    void whatAKillLeavesIsWhole();
    void everyChangedByteIsSeen();
    void damageIsToldFromAnEnd();
    void aTransactionThatNeverEndedIsBorne();
    void theRemainsOfAnEarlierCycleAreBorne();
    void inspectingChangesNothing();
    void aDamagedLogIsKeptAndSaid();
    void theLogIsEmptiedNotOverwritten();

private:
    Result<void> check(const QByteArray &log)
    {
        QBuffer buffer;
        buffer.setData(log);
        require(buffer.open(QIODevice::ReadOnly));
        return checkWriteAheadLog(buffer, QStringLiteral("log"));
    }
    QByteArray m_log;
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_crashed; ///< the workspace as a kill would leave it
    QString m_caseId;
};

namespace {

constexpr int header = 32;
constexpr int frame = 24 + 4096;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    require(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    require(file.write(content) == content.size());
}

} // namespace

void tst_write_ahead_log::initTestCase()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    for (int i = 0; i < 5; ++i) {
        stored->reviewCase.nurseNote = QString::number(i);
        stored = nora->saveDraft(*stored);
        QVERIFY2(stored.ok(), why(stored));
    }
    m_caseId = stored->id;
    m_log = contentOf(m_desk->databaseFile() + QStringLiteral("-wal"));
    QVERIFY(m_log.size() > header + 20 * frame);
    QCOMPARE((m_log.size() - header) % frame, 0);
    m_crashed = std::make_unique<QTemporaryDir>();
    for (const char *name : {"workspace.db", "workspace.keys", "workspace.db-wal"})
        QVERIFY(QFile::copy(
            m_desk->directory() + QLatin1Char('/') + QLatin1String(name), m_crashed->filePath(QLatin1String(name))));
}

void tst_write_ahead_log::aWholeLogIsWhole()
{
    const Result<void> whole = check(m_log);
    QVERIFY2(whole.ok(), why(whole));
    QVERIFY(check({}).ok());
}

void tst_write_ahead_log::whatAKillLeavesIsWhole()
{
    // Frames are appended in order; the last may be there in part, or its transaction not yet ended.
    for (qsizetype size = m_log.size() - 2 * frame; size <= m_log.size(); size += 137) {
        const Result<void> whole = check(m_log.left(size));
        QVERIFY2(whole.ok(), why(whole));
    }
    for (qsizetype size = 0; size < header + frame; size += 11)
        QVERIFY(check(m_log.left(size)).ok());
}

void tst_write_ahead_log::everyChangedByteIsSeen()
{
    for (qsizetype at = 0; at < m_log.size(); at += at < header + 30 ? 1 : at > m_log.size() - frame ? 11 : 397) {
        for (const int change : {1, 0x80, 0xff}) {
            QByteArray changed = m_log;
            changed[at] = static_cast<char>(changed.at(at) ^ change);
            const Result<void> checked = check(changed);
            QVERIFY2(codeOf(checked) == QLatin1String("damaged"), qPrintable(QStringLiteral("byte %1").arg(at)));
            const QString place =
                at < header ? QStringLiteral("header") : QStringLiteral("frame %1").arg(1 + (at - header) / frame);
            QVERIFY2(checked.error().place.endsWith(place), why(checked));
        }
    }
}

void tst_write_ahead_log::damageIsToldFromAnEnd()
{
    QByteArray zeros = m_log; // a sector lost
    zeros.replace(m_log.size() - frame, frame, QByteArray(frame, '\0'));
    QCOMPARE(codeOf(check(zeros)), QStringLiteral("damaged"));
    QCOMPARE(codeOf(check(m_log + QByteArray(frame, 'x'))), QStringLiteral("damaged"));
    QByteArray swapped = m_log;
    swapped.replace(header, frame, m_log.mid(header + frame, frame));
    swapped.replace(header + frame, frame, m_log.mid(header, frame));
    QCOMPARE(codeOf(check(swapped)), QStringLiteral("damaged"));
}

void tst_write_ahead_log::aTransactionThatNeverEndedIsBorne()
{
    // A program was killed in a transaction; a shorter one of another program lies over its beginning.
    const auto ended = [&](qsizetype at) { return qFromBigEndian<quint32>(m_log.constData() + at + 4) != 0; };
    qsizetype last = m_log.size() - frame;
    QVERIFY(ended(last));
    qsizetype first = last; // of the last transaction
    while (!ended(first - frame))
        first -= frame;
    QVERIFY(last - first >= 3 * frame);
    QByteArray killed = m_log.left(last); // without its end
    killed[first + 1000] = static_cast<char>(killed.at(first + 1000) ^ 1); // and its beginning is not there any more
    const Result<void> borne = check(killed);
    QVERIFY2(borne.ok(), why(borne));
    QByteArray damaged = m_log; // but where its end is there, it is missed
    damaged[first + 1000] = static_cast<char>(damaged.at(first + 1000) ^ 1);
    QCOMPARE(codeOf(check(damaged)), QStringLiteral("damaged"));
}

void tst_write_ahead_log::theRemainsOfAnEarlierCycleAreBorne()
{
    // The same log begun anew over its old frames: salt 1 one higher, salt 2 another. Frames of before lie behind.
    QByteArray earlier = m_log;
    const auto salt = [](QByteArray &bytes, qsizetype at, quint32 one, quint32 two) {
        qToBigEndian(one, bytes.data() + at);
        qToBigEndian(two, bytes.data() + at + 4);
    };
    const quint32 now = qFromBigEndian<quint32>(m_log.constData() + 16);
    const qsizetype last = m_log.size() - frame;
    salt(earlier, last + 8, now - 1, 0x12345678);
    const Result<void> borne = check(earlier);
    QVERIFY2(borne.ok(), why(borne));
    salt(earlier, last + 8, now + 5, 0x12345678); // a cycle that has not been
    QCOMPARE(codeOf(check(earlier)), QStringLiteral("damaged"));
}

void tst_write_ahead_log::inspectingChangesNothing()
{
    QMap<QString, QByteArray> before;
    for (const QString &name : QDir(m_crashed->path()).entryList(QDir::Files))
        before.insert(name, contentOf(m_crashed->filePath(name)));
    const Result<void> whole =
        Workspace::inspect(m_crashed->path(), QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(whole.ok(), why(whole));
    for (auto file = before.cbegin(); file != before.cend(); ++file)
        QVERIFY2(contentOf(m_crashed->filePath(file.key())) == file.value(), qPrintable(file.key()));
}

void tst_write_ahead_log::aDamagedLogIsKeptAndSaid()
{
    QTemporaryDir folder;
    for (const char *name : {"workspace.db", "workspace.keys"})
        QVERIFY(QFile::copy(m_crashed->filePath(QLatin1String(name)), folder.filePath(QLatin1String(name))));
    QByteArray damaged = m_log;
    damaged[m_log.size() - 100] = static_cast<char>(damaged.at(m_log.size() - 100) ^ 1); // in the last save
    put(folder.filePath(QStringLiteral("workspace.db-wal")), damaged);
    for (int again = 0; again < 2; ++again) { // looking at it does not take it away
        const Result<void> inspected =
            Workspace::inspect(folder.path(), QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_desk->clock);
        QCOMPARE(codeOf(inspected), QStringLiteral("damaged"));
        QVERIFY2(inspected.error().place.startsWith(QLatin1String("write-ahead log, frame")), why(inspected));
    }
    const auto opened =
        Workspace::open(folder.path(), QStringLiteral("sam"), "sam", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(opened.ok(), why(opened)); // the afternoon goes on
    QCOMPARE((*opened)->remarks().size(), 1);
    const Result<QList<AuditEntry>> history = (*opened)->history({});
    QCOMPARE(history->at(history->size() - 2).action, QStringLiteral("log_damaged"));
    QCOMPARE((*opened)->loadCase(m_caseId)->rowVersion, 5); // the sixth is what was damaged
    const QDir backups(folder.filePath(QStringLiteral("backups")));
    const QStringList kept = backups.entryList({QStringLiteral("*-damaged-log")}, QDir::Dirs);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(contentOf(backups.filePath(kept.constFirst() + QStringLiteral("/workspace.db-wal"))), damaged);
    const Result<void> verified = (*opened)->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_write_ahead_log::theLogIsEmptiedNotOverwritten()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const QString log = desk.databaseFile() + QStringLiteral("-wal");
    Result<StoredCase> stored = nora->createCase(StoreDesk::request());
    qint64 most = 0;
    int emptied = 0;
    for (int i = 0; i < 250; ++i) {
        stored->reviewCase.nurseNote = QString(2000, QLatin1Char('x')) + QString::number(i);
        stored = nora->saveDraft(*stored);
        QVERIFY2(stored.ok(), why(stored));
        const qint64 size = QFile(log).size();
        emptied += size == 0 ? 1 : 0;
        most = qMax(most, size);
        const Result<void> whole = check(contentOf(log));
        QVERIFY2(whole.ok(), why(whole));
    }
    QVERIFY(emptied >= 2);
    QVERIFY(most < 6 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(tst_write_ahead_log)
#include "tst_write_ahead_log.moc"
