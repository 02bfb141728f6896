#include "StoreDesk.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace reviewdesk;

/// A process that is killed at any moment loses nothing that it called saved.
class tst_kill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySaveThatWasReportedIsThere();
};

namespace {

struct Saved {
    qint64 version = 0;
    QString note;
};

/// Runs the writer, kills it after `milliseconds` of writing; what it reported with whole lines.
QMap<QString, Saved> reportedUntilKilled(const QString &directory, int milliseconds)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::SeparateChannels);
    writer.start(QStringLiteral(DRAFT_WRITER), {directory});
    require(writer.waitForStarted(30'000));
    require(writer.waitForReadyRead(60'000));
    QTest::qSleep(milliseconds);
    require(writer.state() == QProcess::Running);
    writer.kill();
    require(writer.waitForFinished(30'000));
    require(writer.exitStatus() == QProcess::CrashExit);
    QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
    lines.removeLast(); // what follows the last line's end was not reported whole
    QMap<QString, Saved> reported;
    for (const QByteArray &line : lines) {
        const QList<QByteArray> parts = line.split(' ');
        require(parts.size() == 3);
        reported.insert(QString::fromLatin1(parts.at(0)), {parts.at(1).toLongLong(), QString::fromLatin1(parts.at(2))});
    }
    return reported;
}

} // namespace

void tst_kill::everySaveThatWasReportedIsThere()
{
    StoreDesk desk;
    desk.made();
    const int kills = qEnvironmentVariableIsSet("REVIEWDESK_FULL") ? 200 : 10;
    qint64 checked = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QMap<QString, Saved> reported =
            reportedUntilKilled(desk.directory(), QRandomGenerator::global()->bounded(5, 600));
        QVERIFY(!reported.isEmpty());
        const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
        for (auto saved = reported.cbegin(); saved != reported.cend(); ++saved) {
            const Result<StoredCase> stored = workspace->loadCase(saved.key());
            QVERIFY2(stored.ok(), why(stored));
            QVERIFY(stored->rowVersion >= saved->version);
            QVERIFY(stored->rowVersion <= saved->version + 1); // committed and not yet reported
            if (stored->rowVersion == saved->version)
                QCOMPARE(stored->reviewCase.nurseNote, saved->note);
            QCOMPARE(workspace->history(saved.key())->size(), stored->rowVersion);
            ++checked;
        }
        const Result<void> verified = workspace->verify();
        QVERIFY2(verified.ok(), why(verified));
    }
    qInfo("%d kills, %lld cases checked", kills, static_cast<long long>(checked));
}

QTEST_GUILESS_MAIN(tst_kill)
#include "tst_kill.moc"
