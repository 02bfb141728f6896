#include "StoreDesk.h"

#include "cases/SampleCases.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace reviewdesk;

/// No byte of the workspace's folder shows whose cases it holds.
class tst_no_leak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesHoldNoMember();
};

namespace {

/// Every file below `folder`, with its name.
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        QFile file(path);
        require(file.open(QIODevice::ReadOnly));
        files.insert(path, path.toUtf8() + file.readAll());
    }
    return files;
}

QString leaked(const QMap<QString, QByteArray> &files, const QSet<QString> &words)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        for (const QString &word : words) {
            const QByteArray utf16(reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
            if (file->contains(word.toUtf8()) || file->contains(word.toCaseFolded().toUtf8()) || file->contains(utf16))
                return word + QLatin1String(" in ") + file.key();
        }
    }
    return {};
}

} // namespace

void tst_no_leak::filesHoldNoMember()
{
    StoreDesk desk;
    QSet<QString> words;
    {
        const std::unique_ptr<Workspace> workspace = desk.made();
        const Result<void> added = workspace->addSamples(200, 11, "practice", KeyCost::cheap());
        QVERIFY2(added.ok(), why(added));
        WorklistQuery query;
        query.sort = WorklistColumn::Outcome; // sorted without an index
        const Result<QList<WorklistRow>> rows = workspace->worklist(query);
        QVERIFY2(rows.ok(), why(rows));
        for (const WorklistRow &row : *rows) {
            words.insert(row.summary.memberName);
            words.insert(row.summary.memberId);
            words.insert(row.summary.providerName);
        }
        QVERIFY(words.size() > 100);
        QVERIFY(!words.contains(QString()));
        QVERIFY(workspace->signInAs(QStringLiteral("nora"), "nora").ok()); // the log was emptied by the many before
        for (int i = 0; i < 5; ++i)
            QVERIFY(workspace->createCase(StoreDesk::request(*words.cbegin())).ok());
        const QMap<QString, QByteArray> files = filesIn(desk.directory());
        QVERIFY(files.contains(desk.databaseFile() + QStringLiteral("-wal"))); // while it is open
        QVERIFY(files.value(desk.databaseFile() + QStringLiteral("-wal")).size() > 4096);
        QCOMPARE(leaked(files, words), QString());
        QVERIFY(!leaked({{QStringLiteral("control"), (*words.cbegin()).toUtf8()}}, words).isEmpty());
    }
    const QMap<QString, QByteArray> files = filesIn(desk.directory());
    QCOMPARE(files.size(), 2); // the database and its keys
    QVERIFY(files.value(desk.databaseFile()).size() > 200'000);
    QCOMPARE(leaked(files, words), QString());
}

QTEST_GUILESS_MAIN(tst_no_leak)
#include "tst_no_leak.moc"
