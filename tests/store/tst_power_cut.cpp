#include "StoreDesk.h"

#include <QProcess>
#include <QTest>

using namespace reviewdesk;

/// A computer that loses its power loses nothing that was called saved. A kill cannot show that: the kernel keeps what
/// a dead process wrote. Here everything that was not synced is forgotten, in parts.
class tst_power_cut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySaveThatWasReportedIsThere();
    void aWeakerSettingLosesSaves();
};

namespace {

struct Saved {
    qint64 version = 0;
    QString note;
};
using Reported = QMap<QString, Saved>;

/// Runs the writer until its power is cut; what it reported.
Reported reportedUntilCut(const QString &directory, int seed, const char *setting)
{
    QProcess writer;
    writer.start(QStringLiteral(POWER_WRITER), {directory, QString::number(seed), QString::fromLatin1(setting)});
    require(writer.waitForStarted(30'000));
    require(writer.waitForFinished(120'000));
    if (writer.exitStatus() != QProcess::NormalExit || writer.exitCode() != 0)
        qFatal("%s", writer.readAllStandardError().constData());
    QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
    lines.removeLast();
    Reported reported;
    for (const QByteArray &line : lines) {
        const QList<QByteArray> parts = line.split(' ');
        require(parts.size() == 3);
        reported.insert(QString::fromLatin1(parts.at(0)), {parts.at(1).toLongLong(), QString::fromLatin1(parts.at(2))});
    }
    return reported;
}

/// What of it is missing or otherwise; empty: all is there.
QString missing(Workspace &workspace, const Reported &reported)
{
    for (auto saved = reported.cbegin(); saved != reported.cend(); ++saved) {
        const Result<StoredCase> stored = workspace.loadCase(saved.key());
        if (!stored)
            return stored.error().code;
        if (stored->rowVersion < saved->version)
            return QStringLiteral("version %1 instead of %2").arg(stored->rowVersion).arg(saved->version);
        if (stored->rowVersion == saved->version && stored->reviewCase.nurseNote != saved->note)
            return QStringLiteral("another note");
        if (workspace.history(saved.key())->size() != stored->rowVersion)
            return QStringLiteral("another history");
    }
    return {};
}

/// How many of `cuts` lost something; -1 when a workspace was not whole.
int losses(int cuts, const char *setting, qint64 *checked)
{
    StoreDesk desk;
    desk.made();
    int lost = 0;
    for (int cut = 0; cut < cuts; ++cut) {
        const Reported reported = reportedUntilCut(desk.directory(), cut + 1, setting);
        *checked += reported.size();
        const auto opened = desk.tryOpen(QStringLiteral("nora"), "nora");
        if (!opened) {
            qWarning("%s", why(opened).constData());
            return -1;
        }
        const QString miss = missing(**opened, reported);
        lost += miss.isEmpty() ? 0 : 1;
        if (!miss.isEmpty() && qstrcmp(setting, "full") == 0)
            qWarning("cut %d: %s", cut, qPrintable(miss));
        const Result<void> verified = (*opened)->verify();
        if (!verified) {
            qWarning("cut %d: %s", cut, why(verified).constData());
            return -1;
        }
    }
    return lost;
}

int cuts()
{
    return qEnvironmentVariableIsSet("REVIEWDESK_FULL") ? 200 : 12;
}

} // namespace

void tst_power_cut::everySaveThatWasReportedIsThere()
{
    qint64 checked = 0;
    QCOMPARE(losses(cuts(), "full", &checked), 0);
    QVERIFY(checked > cuts());
    qInfo("%d power cuts, %lld cases checked", cuts(), static_cast<long long>(checked));
}

void tst_power_cut::aWeakerSettingLosesSaves()
{
    // The same with synchronous = NORMAL: were nothing lost there either, the test above would show nothing.
    qint64 checked = 0;
    const int lost = losses(12, "normal", &checked);
    QVERIFY2(lost > 0, "a disk that forgets what was not synced must lose what NORMAL does not sync");
    qInfo("%d of 12 power cuts lost saves with synchronous = NORMAL", lost);
}

QTEST_GUILESS_MAIN(tst_power_cut)
#include "tst_power_cut.moc"
