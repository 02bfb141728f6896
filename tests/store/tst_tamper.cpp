#include "StoreDesk.h"

#include "cases/CaseFile.h"
#include "policy/JsonValue.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace reviewdesk;

/// One changed byte anywhere in the database, its write-ahead log or the key file: refused, reported, or of no effect;
/// never a crash, never wrong data shown. The workspace is one whose program was killed: what was saved last lies in
/// the log alone.
class tst_tamper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneChangedByte_data();
    void oneChangedByte();

private:
    /// Everything a person can see of a workspace, by what it is of; or the error's code.
    static QMap<QString, QByteArray> shown(Workspace &workspace);
    void layOut(const QString &changedFile, const QByteArray &content);
    void judge(const QString &where);

    StoreDesk m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, QByteArray> m_files; ///< as a kill left them
    QMap<QString, QByteArray> m_true; ///< what they show
    QSet<QByteArray> m_known; ///< every state that a case ever had
    int m_refused = 0;
    int m_reported = 0;
    int m_nothing = 0;
};

void tst_tamper::initTestCase()
{
    m_desk.made();
    QVERIFY(m_desk.opened(QStringLiteral("sam"))->addSamples(12, 3, "practice", KeyCost::cheap()).ok());
    const std::unique_ptr<Workspace> nora = m_desk.opened(QStringLiteral("nora"));
    const auto remember = [&] {
        for (const QByteArray &state : shown(*nora))
            m_known.insert(state);
    };
    remember();
    for (int i = 0; i < 4; ++i) {
        Result<StoredCase> stored = nora->createCase(StoreDesk::request());
        QVERIFY2(stored.ok(), why(stored));
        remember();
        stored->reviewCase.nurseNote = QStringLiteral("note %1").arg(i);
        QVERIFY(nora->saveDraft(*stored).ok());
        remember();
    }
    for (const char *name : {"workspace.db", "workspace.db-wal", "workspace.keys"}) {
        QFile file(m_desk.directory() + QLatin1Char('/') + QLatin1String(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_files.insert(QLatin1String(name), file.readAll());
        QVERIFY(m_files.value(QLatin1String(name)).size() > 1000);
    }
    m_folder = std::make_unique<QTemporaryDir>();
    layOut({}, {});
    const auto opened =
        Workspace::open(m_folder->path(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk.clock);
    QVERIFY2(opened.ok(), why(opened));
    m_true = shown(**opened);
    QVERIFY(m_true.size() > 30);
}

QMap<QString, QByteArray> tst_tamper::shown(Workspace &workspace)
{
    QMap<QString, QByteArray> all;
    WorklistQuery query;
    query.limit = 1000;
    const Result<QList<WorklistRow>> rows = workspace.worklist(query);
    if (!rows)
        return {{QStringLiteral("worklist"), rows.error().code.toUtf8()}};
    for (const WorklistRow &row : *rows) {
        const Result<StoredCase> stored = workspace.loadCase(row.caseId);
        all.insert(QStringLiteral("case ") + row.caseId,
            stored ? canonicalJson(toJson(stored->reviewCase, workspace.rulebook().policy)) +
                    toWord(stored->status).toUtf8()
                   : stored.error().code.toUtf8());
        const Result<QList<AuditEntry>> history = workspace.history(row.caseId);
        QByteArray entries;
        if (history) {
            for (const AuditEntry &entry : *history)
                entries += entry.action.toUtf8() + entry.userName.toUtf8() + entry.changes + entry.hash;
        }
        all.insert(QStringLiteral("history ") + row.caseId, history ? entries : history.error().code.toUtf8());
        const Result<QList<IssuedLetter>> letters = workspace.letters(row.caseId);
        QByteArray texts;
        if (letters) {
            for (const IssuedLetter &letter : *letters)
                texts += letter.text.toUtf8() + letter.html.toUtf8();
        }
        all.insert(QStringLiteral("letters ") + row.caseId, letters ? texts : letters.error().code.toUtf8());
    }
    return all;
}

void tst_tamper::layOut(const QString &changedFile, const QByteArray &content)
{
    QDir(m_folder->path()).removeRecursively();
    QVERIFY(QDir().mkpath(m_folder->path()));
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
        QFile out(m_folder->filePath(file.key()));
        const QByteArray &bytes = file.key() == changedFile ? content : file.value();
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }
}

void tst_tamper::judge(const QString &where)
{
    const Result<void> inspected =
        Workspace::inspect(m_folder->path(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk.clock);
    const auto opened =
        Workspace::open(m_folder->path(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk.clock);
    const QSet<QString> refusals{QStringLiteral("damaged"), QStringLiteral("newer_format"),
        QStringLiteral("wrong_passphrase"), QStringLiteral("no_account"), QStringLiteral("unreadable")};
    if (!inspected)
        QVERIFY2(refusals.contains(inspected.error().code), qPrintable(where + QString::fromUtf8(why(inspected))));
    if (!opened) {
        QVERIFY2(!inspected.ok(), qPrintable(where + QStringLiteral(": opening fails and verify passes")));
        QVERIFY2(refusals.contains(opened.error().code), qPrintable(where + QString::fromUtf8(why(opened))));
        ++m_refused;
        return;
    }
    const QMap<QString, QByteArray> seen = shown(**opened);
    if (inspected) {
        QVERIFY2(seen == m_true, qPrintable(where + QStringLiteral(": verify passes and something else is shown")));
        QVERIFY((*opened)->remarks().isEmpty());
        ++m_nothing;
        return;
    }
    // Reported. What is shown all the same is true, or was before the saves that the damaged log lost, or an error.
    for (auto one = seen.cbegin(); one != seen.cend(); ++one) {
        if (one.value() == m_true.value(one.key()))
            continue;
        const bool error = refusals.contains(QString::fromUtf8(one.value()));
        const bool earlier = !(*opened)->remarks().isEmpty() && m_known.contains(one.value());
        QVERIFY2(error || earlier, qPrintable(where + QStringLiteral(": wrong data shown: ") + one.key()));
    }
    ++m_reported;
}

void tst_tamper::oneChangedByte_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("tries");
    const bool full = qEnvironmentVariableIsSet("REVIEWDESK_FULL");
    QTest::newRow("database") << QStringLiteral("workspace.db") << (full ? 600 : 15);
    QTest::newRow("write-ahead log") << QStringLiteral("workspace.db-wal") << (full ? 500 : 15);
    QTest::newRow("key file") << QStringLiteral("workspace.keys") << (full ? 300 : 15);
}

void tst_tamper::oneChangedByte()
{
    QFETCH(QString, file);
    QFETCH(int, tries);
    m_refused = m_reported = m_nothing = 0;
    QRandomGenerator dice(20261123);
    for (int i = 0; i < tries; ++i) {
        QByteArray changed = m_files.value(file);
        const qsizetype at = dice.bounded(static_cast<int>(changed.size()));
        changed[at] = static_cast<char>(changed.at(at) ^ static_cast<char>(1 + dice.bounded(255)));
        layOut(file, changed);
        judge(QStringLiteral("byte %1 of %2").arg(at).arg(file));
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d changed bytes: %d refused, %d reported, %d without effect", tries, m_refused, m_reported, m_nothing);
    QCOMPARE(m_refused + m_reported + m_nothing, tries);
    if (file.endsWith(QLatin1String("-wal")))
        QCOMPARE(m_nothing, 0); // none passes for the log's end
}

QTEST_GUILESS_MAIN(tst_tamper)
#include "tst_tamper.moc"
