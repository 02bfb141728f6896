#include "VerbRun.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using reviewdesk::Ended;
using reviewdesk::runProgram;

namespace {

/// What was said, as text.
struct Run {
    int status = -1;
    QString output;
    QString complaints;
};

Run run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // a verb needs no display
    environment.remove(QStringLiteral("DISPLAY"));
    const Ended ended = runProgram(QStringLiteral(REVIEWDESK), arguments, input, environment);
    return {ended.code, QString::fromUtf8(ended.out), QString::fromUtf8(ended.err)};
}

QByteArray told(const Run &run)
{
    return QStringLiteral("status %1\n%2\n%3").arg(run.status).arg(run.output, run.complaints).toUtf8();
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The verbs that work on packs and workspaces, and what the program says of itself, as processes.
class tst_verbs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void version();
    void help();
    void helpOfAVerb_data();
    void helpOfAVerb();
    void wrongCalls_data();
    void wrongCalls();
    void aWrongCallNeedsNoDisplay_data();
    void aWrongCallNeedsNoDisplay();
    void aGoodPack();
    void badPacks_data();
    void badPacks();
    void aPackIsNoTerminalProgram();
    void generatedAndVerified();
    void aWrongPassphraseOpensNothing();
    void aDamagedWorkspaceIsNotWhole();
    void aMissingWorkspaceIsSaid();

private:
    QString made(const QByteArray &content)
    {
        const QString name = m_folder.filePath(QStringLiteral("pack-%1.json").arg(++m_files));
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? name : QString();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    const QString m_pack = QStringLiteral(RESOURCES "/policies/med140/origin-2010-12.json");
    const QByteArray m_passphrase = "seven quiet herons\n";
};

void tst_verbs::version()
{
    const Run said = run({QStringLiteral("--version")});
    QCOMPARE(said.status, 0);
    const QStringList lines = said.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(QRegularExpression(QStringLiteral("\\AReviewDesk \\d+\\.\\d+\\.\\d+\\z")).match(lines.at(0)).hasMatch(),
        told(said));
    QCOMPARE(lines.at(1), QStringLiteral("Qt %1").arg(QString::fromLatin1(qVersion())));
    QVERIFY2(lines.at(2).contains(QStringLiteral("SQLite3 Multiple Ciphers")), told(said));
    QVERIFY(said.complaints.isEmpty());
}

void tst_verbs::help()
{
    for (const char *word : {"--help", "-h"}) {
        const Run said = run({QString::fromLatin1(word)});
        QCOMPARE(said.status, 0);
        for (const char *verb : {"evaluate", "policy", "letter", "generate", "verify", "--demo", "--version"})
            QVERIFY2(said.output.contains(QStringLiteral("\n  ") + QString::fromLatin1(verb)), told(said));
        QVERIFY2(said.output.contains(QStringLiteral("0 done, 1 some input was refused, 2 wrong call")), told(said));
        QVERIFY(said.complaints.isEmpty());
    }
}

void tst_verbs::helpOfAVerb_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QStringList>("names");
    const QStringList workspace{
        QStringLiteral("--workspace"), QStringLiteral("--user"), QStringLiteral("--passphrase-file")};
    QTest::newRow("policy") << QStringLiteral("policy") << QStringList{QStringLiteral("policy check FILE")};
    QTest::newRow("generate") << QStringLiteral("generate")
                              << workspace + QStringList{QStringLiteral("--cases"), QStringLiteral("--seed")};
    QTest::newRow("verify") << QStringLiteral("verify") << workspace;
    QTest::newRow("evaluate") << QStringLiteral("evaluate") << QStringList{QStringLiteral("--policy")};
    QTest::newRow("letter") << QStringLiteral("letter")
                            << QStringList{QStringLiteral("--case"), QStringLiteral("--kind"), QStringLiteral("--to"),
                                   QStringLiteral("--out")};
}

void tst_verbs::helpOfAVerb()
{
    QFETCH(QString, verb);
    QFETCH(QStringList, names);
    const Run said = run({verb, QStringLiteral("--help")});
    QCOMPARE(said.status, 0);
    for (const QString &name : names)
        QVERIFY2(said.output.contains(name), told(said));
    QVERIFY2(said.output.startsWith(QStringLiteral("Usage: reviewdesk %1 ").arg(verb)), told(said));
    QVERIFY2(said.output.contains(QStringLiteral("Exit status: 0")), told(said));
    QVERIFY2(said.complaints.isEmpty(), told(said));
}

void tst_verbs::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *call, const char *why) {
        QTest::newRow(call) << QString::fromLatin1(call).split(QLatin1Char(' ')) << QString::fromUtf8(why);
    };
    row("nonsense", "there is no such verb");
    row("policy", "policy check FILE");
    row("policy check", "policy check FILE");
    row("policy check one two", "policy check FILE");
    row("policy prove one", "policy check FILE");
    row("policy check /nowhere/pack.json", "/nowhere/pack.json cannot be read");
    row("generate --workspace /tmp", "--cases");
    row("generate --workspace /tmp --cases some --seed 1", "--cases");
    row("generate --workspace /tmp --cases -1 --seed 1", "--cases");
    row("generate --workspace /tmp --cases 1000001 --seed 1", "1000000");
    row("generate --workspace /tmp --cases 1 --seed x", "--seed");
    row("generate --cases 1 --seed 1", "--workspace is missing");
    row("generate --workspace /tmp --cases 1 --seed 1 more", "“more” is not expected");
    row("generate --workspace /tmp --cases 1 --seed 1 --passphrase secret", "passphrase"); // never from the arguments
    row("generate --workspace /tmp --cases 1 --seed 1", "there is no passphrase in standard input");
    row("verify", "--workspace is missing");
    row("verify --workspace /tmp --passphrase-file /nowhere/file", "/nowhere/file cannot be read");
    row("verify --workspace /tmp", "there is no passphrase in standard input");
    row("verify --force --workspace /tmp", "force");
}

void tst_verbs::wrongCalls()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, why);
    const Run said = run(arguments);
    QVERIFY2(said.status == 2, told(said));
    QVERIFY2(said.complaints.startsWith(QStringLiteral("reviewdesk ") + arguments.first()), told(said));
    QVERIFY2(said.complaints.contains(why), told(said));
    QVERIFY2(said.output.isEmpty(), told(said));
}

void tst_verbs::aWrongCallNeedsNoDisplay_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("why");
    QTest::newRow("misspelt") << QStringLiteral("--verison") << QStringLiteral("verison");
    QTest::newRow("beside Qt's own options") << QStringLiteral("-platform nonsense --style=Fusion --demo --cases 0")
                                             << QStringLiteral("--cases takes a whole number");
}

/// It ended by Qt's abort, for want of a display, before it was looked at.
void tst_verbs::aWrongCallNeedsNoDisplay()
{
    QFETCH(QString, call);
    QFETCH(QString, why);
    const Run said = run(call.split(QLatin1Char(' ')));
    QVERIFY2(said.status == 2, told(said));
    QVERIFY2(said.complaints.startsWith(QStringLiteral("reviewdesk: ")), told(said));
    QVERIFY2(said.complaints.contains(why), told(said));
}

void tst_verbs::aGoodPack()
{
    const Run said = run({QStringLiteral("policy"), QStringLiteral("check"), m_pack});
    QVERIFY2(said.status == 0, told(said));
    QVERIFY2(said.output.contains(QStringLiteral("version origin-2010-12, effective date not stated")), told(said));
    QVERIFY2(QRegularExpression(QStringLiteral("\\nsha256 [0-9a-f]{64}\\n")).match(said.output).hasMatch(), told(said));
    QVERIFY2(said.output.contains(QStringLiteral("no problems")), told(said));
    QVERIFY(said.complaints.isEmpty());
    const Run second =
        run({QStringLiteral("policy"), QStringLiteral("check"), QStringLiteral(TEST_DATA "/policy/second-pack.json")});
    QVERIFY2(second.status == 0, told(second)); // nothing is MED140 only
}

void tst_verbs::badPacks_data()
{
    QTest::addColumn<QByteArray>("before"); // what is replaced in the pack; empty: the whole pack
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("place"); // a regular expression of the line's beginning
    const QString whole = QStringLiteral("(\\(whole document\\)|line \\d+, column \\d+):");
    QTest::newRow("empty") << QByteArray() << QByteArray() << whole;
    QTest::newRow("no JSON") << QByteArray() << QByteArray("not JSON at all") << whole;
    QTest::newRow("a list") << QByteArray() << QByteArray("[]") << whole;
    QTest::newRow("cut in the middle") << QByteArray() << contentOf(m_pack).left(4000) << whole;
    QTest::newRow("a member too many") << QByteArray("\"facts\"") << QByteArray("\"surplus\": 1, \"facts\"")
                                       << QStringLiteral("/surplus|\\(whole document\\)");
    QTest::newRow("a member missing") << QByteArray("\"facts\"") << QByteArray("\"factz\"")
                                      << QStringLiteral("/fact.|\\(whole document\\)");
}

void tst_verbs::badPacks()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, place);
    QByteArray pack = contentOf(m_pack);
    if (before.isEmpty()) {
        pack = after;
    } else {
        const qsizetype at = pack.indexOf(before);
        QVERIFY(at > 0);
        pack.replace(at, before.size(), after);
    }
    const QString file = made(pack);
    const Run said = run({QStringLiteral("policy"), QStringLiteral("check"), file});
    QVERIFY2(said.status == 1, told(said));
    const QStringList lines = said.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(!lines.isEmpty());
    const QRegularExpression form(
        QStringLiteral("\\A(/\\S*|\\(whole document\\)|line \\d+, column \\d+): .+ \\([a-z_]+\\)\\z"));
    for (const QString &line : lines) // place, reason, code
        QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
    const QRegularExpression where(QStringLiteral("\\A(%1)").arg(place));
    QVERIFY2(std::any_of(lines.begin(), lines.end(), [&](const QString &line) { return where.match(line).hasMatch(); }),
        told(said));
    QVERIFY2(
        said.complaints.contains(QStringLiteral("%1: problems found: %2").arg(file).arg(lines.size())), told(said));
}

/// What a pack says reaches the terminal as text, never as commands to it.
void tst_verbs::aPackIsNoTerminalProgram()
{
    QByteArray pack = contentOf(m_pack);
    const qsizetype at = pack.indexOf("\"facts\"");
    pack.replace(at, 7, "\"\\u001b[2J\\u202e\": 1, \"facts\"");
    const Run said = run({QStringLiteral("policy"), QStringLiteral("check"), made(pack)});
    QCOMPARE(said.status, 1);
    QVERIFY(!said.output.contains(QChar(0x1b)));
    QVERIFY(!said.output.contains(QChar(0x202e)));
}

void tst_verbs::generatedAndVerified()
{
    const QString workspace = m_folder.filePath(QStringLiteral("workspace"));
    const QStringList generate{QStringLiteral("generate"), QStringLiteral("--workspace"), workspace,
        QStringLiteral("--cases"), QStringLiteral("12"), QStringLiteral("--seed"), QStringLiteral("7")};
    const Run made = run(generate, m_passphrase);
    QVERIFY2(made.status == 0, told(made));
    QVERIFY2(made.output.startsWith(QStringLiteral("Recovery key (shown once): ")), told(made));
    QVERIFY2(made.output.contains(QStringLiteral("12 cases were brought in.")), told(made));
    QVERIFY2(made.complaints.isEmpty(), told(made));
    QVERIFY(QFile::exists(workspace + QStringLiteral("/workspace.db")));

    const Run verified = run({QStringLiteral("verify"), QStringLiteral("--workspace"), workspace}, m_passphrase);
    QVERIFY2(verified.status == 0, told(verified));
    QCOMPARE(verified.output, QStringLiteral("The workspace is whole.\n"));

    // the passphrase may come from a file, and its first line alone counts
    const QString secret = m_folder.filePath(QStringLiteral("passphrase"));
    QFile file(secret);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_passphrase + "another line\n") > 0);
    file.close();
    const Run again = run({QStringLiteral("verify"), QStringLiteral("--workspace"), workspace,
        QStringLiteral("--passphrase-file"), secret});
    QVERIFY2(again.status == 0, told(again));
}

void tst_verbs::aWrongPassphraseOpensNothing()
{
    const QString workspace = m_folder.filePath(QStringLiteral("workspace"));
    QVERIFY(QFile::exists(workspace)); // of the test before
    const Run said = run({QStringLiteral("verify"), QStringLiteral("--workspace"), workspace}, "not the right one\n");
    QVERIFY2(said.status == 1, told(said));
    QVERIFY2(said.complaints.startsWith(QStringLiteral("reviewdesk verify: ")), told(said));
    QVERIFY2(said.complaints.contains(QStringLiteral("passphrase")), told(said));
    QVERIFY2(!said.complaints.contains(QStringLiteral("not the right one")), told(said));
    const Run nobody = run({QStringLiteral("verify"), QStringLiteral("--workspace"), workspace,
                               QStringLiteral("--user"), QStringLiteral("nobody")},
        m_passphrase);
    QVERIFY2(nobody.status == 1, told(nobody));
}

void tst_verbs::aDamagedWorkspaceIsNotWhole()
{
    const QString workspace = m_folder.filePath(QStringLiteral("workspace"));
    QFile database(workspace + QStringLiteral("/workspace.db"));
    QVERIFY(database.open(QIODevice::ReadWrite));
    const qint64 middle = database.size() / 2;
    QVERIFY(database.seek(middle));
    QByteArray bytes = database.read(64);
    for (char &byte : bytes)
        byte = static_cast<char>(~byte);
    QVERIFY(database.seek(middle) && database.write(bytes) == bytes.size());
    database.close();
    const Run said = run({QStringLiteral("verify"), QStringLiteral("--workspace"), workspace}, m_passphrase);
    QVERIFY2(said.status == 1, told(said));
    QVERIFY2(said.complaints.startsWith(QStringLiteral("reviewdesk verify: ")), told(said));
    QVERIFY2(said.complaints.contains(QRegularExpression(QStringLiteral("page \\d+"))), told(said)); // the place
    QVERIFY2(said.complaints.contains(QStringLiteral("backup")), told(said)); // and what to do
    QVERIFY2(!said.output.contains(QStringLiteral("whole")), told(said));
}

void tst_verbs::aMissingWorkspaceIsSaid()
{
    const QString nowhere = m_folder.filePath(QStringLiteral("nowhere"));
    const Run said = run({QStringLiteral("verify"), QStringLiteral("--workspace"), nowhere}, m_passphrase);
    QVERIFY2(said.status == 1, told(said));
    QVERIFY2(said.complaints.contains(nowhere), told(said));
    QVERIFY(!QFile::exists(nowhere)); // looking makes nothing
}

QTEST_GUILESS_MAIN(tst_verbs)
#include "tst_verbs.moc"
