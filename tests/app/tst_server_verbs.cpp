#include "StoreDesk.h"
#include "TestCluster.h"
#include "VerbRun.h"

#include <QFile>
#include <QTest>

using namespace reviewdesk;

/// `workspace prepare`, `upgrade` and `copy`, and what other verbs do on a server, as processes.
class tst_server_verbs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void preparedOnceAndUsed();
    void copiedThereAndBack();
    void dumpedAndPutBack();
    void wrongCalls_data();
    void wrongCalls();

private:
    static Ended run(const QString &program, const QStringList &arguments, const QByteArray &input);
    Ended reviewdesk(const QStringList &arguments) const { return run(QStringLiteral(REVIEWDESK), arguments, "correct horse\n"); }
    static QString address(const char *database)
    {
        return TestCluster::running().address(QString::fromLatin1(database)).toText();
    }
    /// With who administers the server.
    QStringList administered(const QStringList &call) const
    {
        return QStringList{QStringLiteral("workspace")} + call +
            QStringList{QStringLiteral("--administrator"), QStringLiteral("postgres"),
                QStringLiteral("--administrator-password-file"), m_folder.filePath(QStringLiteral("password"))};
    }

    QTemporaryDir m_folder;
};

Ended tst_server_verbs::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), QString::fromUtf8(TestCluster::running().administrator().password));
    return runProgram(program, arguments, input, environment);
}

void tst_server_verbs::initTestCase()
{
    QFile password(m_folder.filePath(QStringLiteral("password")));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write(TestCluster::running().administrator().password + '\n');
}

void tst_server_verbs::preparedOnceAndUsed()
{
    const QStringList call = administered({QStringLiteral("prepare"), QStringLiteral("--workspace"), address("umdept"),
        QStringLiteral("--user"), QStringLiteral("sue"), QStringLiteral("--name"), QStringLiteral("Sue Example"),
        QStringLiteral("--organisation"), QStringLiteral("Example Health Plan"), QStringLiteral("--time-zone"),
        QStringLiteral("America/Los_Angeles")});
    const Ended made = reviewdesk(call);
    QVERIFY2(made.code == 0, made.err);
    QVERIFY2(made.out.contains("/umdept"), made.out);
    const Ended twice = reviewdesk(call);
    QCOMPARE(twice.code, 1);
    QVERIFY2(twice.err.contains("umdept"), twice.err);
    const Ended upgraded = reviewdesk(administered({QStringLiteral("upgrade"), QStringLiteral("--workspace"), address("umdept")}));
    QVERIFY2(upgraded.code == 0, upgraded.err);
    const QStringList verify{QStringLiteral("verify"), QStringLiteral("--workspace"), address("umdept"),
        QStringLiteral("--user"), QStringLiteral("sue")};
    const Ended verified = reviewdesk(verify);
    QVERIFY2(verified.code == 0, verified.err);
    QCOMPARE(run(QStringLiteral(REVIEWDESK), verify, "wrong\n").code, 1);
    const Ended backup = reviewdesk({QStringLiteral("backup"), QStringLiteral("--workspace"), address("umdept"),
        QStringLiteral("--user"), QStringLiteral("sue")});
    QCOMPARE(backup.code, 1);
    QVERIFY2(backup.err.contains("administrator"), backup.err);
}

void tst_server_verbs::copiedThereAndBack()
{
    const QString here = m_folder.filePath(QStringLiteral("here"));
    const QString back = m_folder.filePath(QStringLiteral("back"));
    const Ended generated = reviewdesk({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("30"),
        QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--workspace"), here});
    QVERIFY2(generated.code == 0, generated.err);
    const Ended there = reviewdesk(administered({QStringLiteral("copy"), QStringLiteral("--workspace"), here,
        QStringLiteral("--user"), QStringLiteral("alex.model"), QStringLiteral("--to"), address("moved")}));
    QVERIFY2(there.code == 0, there.err);
    QVERIFY2(there.err.contains("100 %"), there.err);
    const Ended verified = reviewdesk({QStringLiteral("verify"), QStringLiteral("--workspace"), address("moved"),
        QStringLiteral("--user"), QStringLiteral("alex.model")});
    QVERIFY2(verified.code == 0, verified.err);
    const Ended returned = reviewdesk(administered(
        {QStringLiteral("copy"), QStringLiteral("--workspace"), address("moved"), QStringLiteral("--to"), back}));
    QVERIFY2(returned.code == 0, returned.err);
    QVERIFY2(returned.out.contains("recovery key"), returned.out);
    const Ended whole = reviewdesk({QStringLiteral("verify"), QStringLiteral("--workspace"), back, QStringLiteral("--user"),
        QStringLiteral("alex.model")});
    QVERIFY2(whole.code == 0, whole.err);
}

/// As the manual says: a dump of the database, put back under its name while the roles are there.
void tst_server_verbs::dumpedAndPutBack()
{
    const TestCluster &cluster = TestCluster::running();
    const auto program = [&](const char *name, const QStringList &arguments) {
        return run(cluster.programs() + QLatin1Char('/') + QLatin1String(name),
            QStringList{QStringLiteral("-h"), cluster.folder(), QStringLiteral("-U"), QStringLiteral("postgres")} + arguments, {});
    };
    const QString dump = m_folder.filePath(QStringLiteral("moved.dump"));
    const Ended dumped = program("pg_dump", {QStringLiteral("-Fc"), QStringLiteral("-f"), dump, QStringLiteral("moved")});
    QVERIFY2(dumped.code == 0, dumped.err);
    const Ended dropped = program("dropdb", {QStringLiteral("moved")});
    QVERIFY2(dropped.code == 0, dropped.err);
    const Ended put = program("pg_restore", {QStringLiteral("--create"), QStringLiteral("--exit-on-error"),
        QStringLiteral("-d"), QStringLiteral("postgres"), dump});
    QVERIFY2(put.code == 0, put.err);
    const Ended verified = reviewdesk({QStringLiteral("verify"), QStringLiteral("--workspace"), address("moved"),
        QStringLiteral("--user"), QStringLiteral("alex.model")});
    QVERIFY2(verified.code == 0, verified.err);
}

void tst_server_verbs::wrongCalls_data()
{
    QTest::addColumn<QStringList>("call");
    const QString here = m_folder.filePath(QStringLiteral("here"));
    const auto row = [](const char *name, const QStringList &call) { QTest::newRow(name) << call; };
    row("no word", {QStringLiteral("--workspace"), here});
    row("another word", {QStringLiteral("move"), QStringLiteral("--workspace"), here});
    row("copy nowhere", {QStringLiteral("copy"), QStringLiteral("--workspace"), here});
    row("prepare with a place", {QStringLiteral("prepare"), QStringLiteral("--workspace"), address("x"), QStringLiteral("--to"), here});
    row("copy from folder to folder", {QStringLiteral("copy"), QStringLiteral("--workspace"), here, QStringLiteral("--to"), here});
    row("copy from server to server",
        {QStringLiteral("copy"), QStringLiteral("--workspace"), address("x"), QStringLiteral("--to"), address("y")});
}

void tst_server_verbs::wrongCalls()
{
    QFETCH(QStringList, call);
    const Ended ended = reviewdesk(administered(call));
    QVERIFY2(ended.code == 2, ended.err);
    QVERIFY(ended.err.contains("reviewdesk workspace"));
    const Ended nobody = reviewdesk(QStringList{QStringLiteral("workspace")} + call);
    QCOMPARE(nobody.code, 2);
}

QTEST_GUILESS_MAIN(tst_server_verbs)
#include "tst_server_verbs.moc"
