#include "VerbRun.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace reviewdesk;

/// generate, verify, backup and restore, as processes.
class tst_workspace_verbs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verifyChangesNothing();
    void verifyNamesTheFirstBrokenPlace();
    void verifyReportsADamagedLog();
    void backupAndRestore();
    void wrongCalls_data();
    void wrongCalls();
    void refusals();
    void aRecoveryKeyThatNobodySawIsSaid();
    void refusedCellsAreNotRepeated();
    void noCoreIsDumped();

private:
    static Ended run(const QStringList &arguments, const QByteArray &input = "correct horse battery\n")
    {
        return reviewdesk::run(arguments, input);
    }
    QString copyOfWorkspace(const QTemporaryDir &folder);
    QTemporaryDir m_folder;
    QString m_workspace;
};

namespace {

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

} // namespace

void tst_workspace_verbs::initTestCase()
{
    m_workspace = m_folder.filePath(QStringLiteral("workspace"));
    const Ended made = run({QStringLiteral("generate"), QStringLiteral("--workspace"), m_workspace,
        QStringLiteral("--cases"), QStringLiteral("20"), QStringLiteral("--seed"), QStringLiteral("1")});
    QVERIFY2(made.code == 0, made.err.constData());
}

QString tst_workspace_verbs::copyOfWorkspace(const QTemporaryDir &folder)
{
    const QString copy = folder.filePath(QStringLiteral("copy"));
    QDir().mkpath(copy);
    for (const QString &name : QDir(m_workspace).entryList(QDir::Files))
        QFile::copy(m_workspace + QLatin1Char('/') + name, copy + QLatin1Char('/') + name);
    return copy;
}

void tst_workspace_verbs::verifyChangesNothing()
{
    const QMap<QString, QByteArray> before = filesIn(m_workspace);
    QCOMPARE(before.size(), 2);
    const Ended verified = run({QStringLiteral("verify"), QStringLiteral("--workspace"), m_workspace});
    QVERIFY2(verified.code == 0, verified.err.constData());
    QCOMPARE(verified.out, QByteArray("The workspace is whole.\n"));
    QVERIFY(filesIn(m_workspace) == before);
}

void tst_workspace_verbs::verifyNamesTheFirstBrokenPlace()
{
    const QTemporaryDir folder;
    const QString copy = copyOfWorkspace(folder);
    QFile file(copy + QStringLiteral("/workspace.db"));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.write("broken") == 6);
    file.close();
    const Ended verified = run({QStringLiteral("verify"), QStringLiteral("--workspace"), copy});
    QCOMPARE(verified.code, 1);
    QVERIFY2(verified.err.contains("damaged"), verified.err.constData());
    QVERIFY(verified.out.isEmpty());
}

void tst_workspace_verbs::verifyReportsADamagedLog()
{
    const QTemporaryDir folder;
    const QString copy = copyOfWorkspace(folder);
    QFile log(copy + QStringLiteral("/workspace.db-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    const QByteArray rubbish(3 * 4120, 'x');
    QCOMPARE(log.write(rubbish), rubbish.size());
    log.close();
    for (int again = 0; again < 2; ++again) {
        const Ended verified = run({QStringLiteral("verify"), QStringLiteral("--workspace"), copy});
        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.err.contains("write-ahead log, header"), verified.err.constData());
    }
}

void tst_workspace_verbs::backupAndRestore()
{
    const QTemporaryDir elsewhere;
    QFile passphrase(elsewhere.filePath(QStringLiteral("passphrase")));
    QVERIFY(passphrase.open(QIODevice::WriteOnly) && passphrase.write("correct horse battery\n") > 0);
    passphrase.close();
    const QStringList file{QStringLiteral("--passphrase-file"), passphrase.fileName()};
    const Ended made = run(QStringList{QStringLiteral("backup"), QStringLiteral("--workspace"), m_workspace,
                               QStringLiteral("--to"), elsewhere.filePath(QStringLiteral("safe"))} +
        file);
    QVERIFY2(made.code == 0, made.err.constData());
    const QString backup = QString::fromLocal8Bit(made.out).trimmed();
    QVERIFY2(backup.startsWith(elsewhere.path()) && backup.endsWith(QLatin1String("-by-hand")), made.out.constData());
    QCOMPARE(run(QStringList{QStringLiteral("verify"), QStringLiteral("--workspace"), backup} + file).code, 0);

    const Ended more = run({QStringLiteral("generate"), QStringLiteral("--workspace"), m_workspace,
        QStringLiteral("--cases"), QStringLiteral("5"), QStringLiteral("--seed"), QStringLiteral("2")});
    QVERIFY2(more.code == 0, more.err.constData());
    const Ended restored = run(QStringList{QStringLiteral("restore"), QStringLiteral("--workspace"), m_workspace,
                                   QStringLiteral("--from"), backup} +
        file);
    QVERIFY2(restored.code == 0, restored.err.constData());
    const QByteArray words("What was there is kept in ");
    QVERIFY2(restored.out.contains(words), restored.out.constData());
    const QString kept = QString::fromLocal8Bit(restored.out.mid(restored.out.indexOf(words) + words.size())).trimmed();
    QVERIFY(QFile::exists(kept + QStringLiteral("/workspace.keys")));
    for (const QString &whole : {kept, m_workspace}) {
        const Ended verified = run(QStringList{QStringLiteral("verify"), QStringLiteral("--workspace"), whole} + file);
        QVERIFY2(verified.code == 0, verified.err.constData());
    }
    // and back again, so that the other tests find what they left
    QCOMPARE(run(QStringList{QStringLiteral("restore"), QStringLiteral("--workspace"), m_workspace,
                     QStringLiteral("--from"), kept} +
                 file)
                 .code,
        0);
}

void tst_workspace_verbs::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no workspace") << QStringList{QStringLiteral("backup")} << QByteArray("--workspace is missing");
    QTest::newRow("nothing to restore") << QStringList{QStringLiteral("restore"), QStringLiteral("--workspace"),
                                               QStringLiteral("x")}
                                        << QByteArray("--from is missing");
    QTest::newRow("passphrase as an argument")
        << QStringList{QStringLiteral("backup"), QStringLiteral("--workspace"), QStringLiteral("x"),
               QStringLiteral("--passphrase"), QStringLiteral("y")}
        << QByteArray("passphrase");
    QTest::newRow("no such passphrase file")
        << QStringList{QStringLiteral("verify"), QStringLiteral("--workspace"), QStringLiteral("x"),
               QStringLiteral("--passphrase-file"), QStringLiteral("/nowhere")}
        << QByteArray("/nowhere");
}

void tst_workspace_verbs::wrongCalls()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Ended ended = run(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(says), ended.err.constData());
}

void tst_workspace_verbs::refusals()
{
    const Ended wrong = run({QStringLiteral("backup"), QStringLiteral("--workspace"), m_workspace}, "wrong\n");
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.err.contains("passphrase"), wrong.err.constData());
    const Ended nowhere = run({QStringLiteral("verify"), QStringLiteral("--workspace"), QStringLiteral("/nowhere")});
    QCOMPARE(nowhere.code, 1);
    const Ended nothing = run({QStringLiteral("restore"), QStringLiteral("--workspace"), m_workspace,
        QStringLiteral("--from"), m_folder.path()});
    QCOMPARE(nothing.code, 1);
    QVERIFY2(nothing.err.contains("no workspace"), nothing.err.constData());
}

/// It is shown once: what took its place may be a full disk.
void tst_workspace_verbs::aRecoveryKeyThatNobodySawIsSaid()
{
    QTemporaryDir folder;
    const QString workspace = folder.filePath(QStringLiteral("new"));
    const QStringList arguments{QStringLiteral("generate"), QStringLiteral("--workspace"), workspace,
        QStringLiteral("--cases"), QStringLiteral("1"), QStringLiteral("--seed"), QStringLiteral("1")};
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(REVIEWDESK), arguments);
    process.write("correct horse battery\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 2);
    QVERIFY2(said.contains("recovery key could not be written"), said.constData());
    QVERIFY2(said.contains("A supervisor can make another"), said.constData());
    QCOMPARE(run(arguments).code, 0); // the workspace itself is whole
}

/// No member data in logs: of a cell that cannot be read, the place and the reason.
void tst_workspace_verbs::refusedCellsAreNotRepeated()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("log.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("member_name,birth_date,urgency,received_at\nAna Secret,1961-13-40,at once,noon,Ana Secret SSN 123-45\n");
    file.close();
    const Ended ended = run({QStringLiteral("import"), QStringLiteral("--workspace"), m_workspace, file.fileName()});
    QCOMPARE(ended.code, 1);
    for (const char *place : {"row 2, column birth_date: ", "row 2, column urgency: ", "row 2, column received_at: ",
             "row 2, column 5: "})
        QVERIFY2(ended.err.contains(place), ended.err.constData());
    for (const char *value : {"1961", "at once", "noon", "Secret", "123-45"})
        QVERIFY2(!ended.err.contains(value) && !ended.out.contains(value), value);
}

void tst_workspace_verbs::noCoreIsDumped()
{
    const QTemporaryDir folder;
    QProcess process;
    process.setWorkingDirectory(folder.path());
    // as a person might have set it, and with the passphrase in its memory already
    process.start(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("ulimit -c unlimited; exec \"$0\" verify --workspace /nowhere"),
            QStringLiteral(REVIEWDESK)});
    QVERIFY(process.waitForStarted());
    QFile limits(QStringLiteral("/proc/%1/limits").arg(process.processId()));
    const auto coreLimit = [&] {
        if (!limits.open(QIODevice::ReadOnly))
            return QByteArray();
        const QByteArray all = limits.readAll();
        limits.close();
        const qsizetype at = all.indexOf("Max core file size");
        return at < 0 ? QByteArray() : all.mid(at, all.indexOf('\n', at) - at).simplified();
    };
    QTRY_COMPARE_WITH_TIMEOUT(coreLimit(), QByteArray("Max core file size 0 0 bytes"), 20'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGABRT), 0); // it waits for the passphrase
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(tst_workspace_verbs)
#include "tst_workspace_verbs.moc"
