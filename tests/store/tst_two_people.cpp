#include "StoreDesk.h"

#include "policy/JsonValue.h"

#include <QProcess>
#include <QTest>

using namespace reviewdesk;

/// Two people in one case: each sees the other, and neither overwrites the other unseen.
class tst_two_people : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSeesTheOther();
    void whoIsGoneIsForgotten();
    void noUpdateIsLost();
};

void tst_two_people::eachSeesTheOther()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const std::unique_ptr<Workspace> ned = desk.opened(QStringLiteral("ned"));
    const std::unique_ptr<Workspace> again = desk.opened(QStringLiteral("ned")); // a second window
    const QString id = nora->createCase(StoreDesk::request())->id;
    QVERIFY(nora->enterCase(id)->isEmpty());
    const Result<QList<Presence>> seen = ned->enterCase(id);
    QVERIFY2(seen.ok(), why(seen));
    QCOMPARE(*seen, QList<Presence>({{nora->user().id, QStringLiteral("Nora Example"), desk.clock.now()}}));
    desk.clock.advance(5000);
    QVERIFY(again->enterCase(id).ok());
    const Result<QList<Presence>> both = nora->enterCase(id);
    QCOMPARE(both->size(), 1); // a person, not two windows
    QCOMPARE(both->constFirst().userName, QStringLiteral("Ned Example"));
    QCOMPARE(both->constFirst().since, desk.clock.now().addMSecs(-5000));
    QVERIFY(ned->leaveCase(id).ok() && again->leaveCase(id).ok());
    QVERIFY(nora->enterCase(id)->isEmpty());
    QCOMPARE(codeOf(nora->enterCase(QStringLiteral("nothing"))), QStringLiteral("refused"));
    QCOMPARE(nora->history(id)->size(), 1); // no part of the record
}

void tst_two_people::whoIsGoneIsForgotten()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const QString id = nora->createCase(StoreDesk::request())->id;
    {
        const std::unique_ptr<Workspace> ned = desk.opened(QStringLiteral("ned"));
        QVERIFY(ned->enterCase(id).ok());
    } // killed, or asleep: it did not say that it leaves
    QCOMPARE(nora->enterCase(id)->size(), 1);
    desk.clock.advance(60'001);
    QVERIFY(nora->enterCase(id)->isEmpty());
}

void tst_two_people::noUpdateIsLost()
{
    StoreDesk desk;
    desk.made();
    const QString id = desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request())->id;
    const int rounds = qEnvironmentVariableIsSet("REVIEWDESK_FULL") ? 1000 : 60;
    QProcess nora;
    QProcess ned;
    nora.start(QStringLiteral(MERGE_WRITER), {desk.directory(), QStringLiteral("nora"), id, QString::number(rounds)});
    ned.start(QStringLiteral(MERGE_WRITER), {desk.directory(), QStringLiteral("ned"), id, QString::number(rounds)});
    QVERIFY(nora.waitForReadyRead(60'000) && ned.waitForReadyRead(60'000)); // both have the case open
    nora.write("\n");
    ned.write("\n");
    QVERIFY(nora.waitForBytesWritten() && ned.waitForBytesWritten());
    QVERIFY(nora.waitForFinished(1'200'000) && ned.waitForFinished(1'200'000));
    int conflicts = 0;
    QMap<qint64, QByteArray> saved; // what each version was reported to hold
    for (QProcess *writer : {&nora, &ned}) {
        QVERIFY2(writer->exitStatus() == QProcess::NormalExit && writer->exitCode() == 0,
            writer->readAllStandardError().constData());
        for (const QByteArray &line : writer->readAllStandardOutput().split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.constFirst() == "saved") {
                QVERIFY(!saved.contains(words.at(1).toLongLong())); // no version is given twice
                saved.insert(words.at(1).toLongLong(), words.at(2));
            }
            conflicts += words.constFirst() == "conflict" ? 1 : 0;
        }
    }
    QCOMPARE(saved.size(), 2 * rounds);
    const std::unique_ptr<Workspace> sam = desk.opened(QStringLiteral("sam"));
    const Result<StoredCase> last = sam->loadCase(id);
    QVERIFY2(last.ok(), why(last));
    QCOMPARE(last->rowVersion, 1 + 2 * rounds);
    QCOMPARE(last->reviewCase.member.group, QStringLiteral("nora-%1").arg(rounds)); // each one's own field
    QCOMPARE(last->reviewCase.member.plan, QStringLiteral("ned-%1").arg(rounds));
    // The record has every save of both, in one order, each with its own words in the field that both wrote.
    const Result<QList<AuditEntry>> history = sam->history(id);
    QCOMPARE(history->size(), 1 + 2 * rounds);
    int turns = 0;
    for (qsizetype i = 1; i < history->size(); ++i) {
        turns += i > 1 && history->at(i).userId != history->at(i - 1).userId ? 1 : 0;
        const Result<JsonValue> changes = readJson(history->at(i).changes);
        QVERIFY2(changes.ok(), why(changes));
        QString note;
        for (const JsonValue &change : *changes->asArray()) {
            if (change.text(u"field") == QLatin1String("/nurse_note"))
                note = change.text(u"after");
        }
        QCOMPARE(note.toUtf8(), saved.value(i + 1));
    }
    qInfo("%d saves, %d turns, %d conflicts shown", 2 * rounds, turns, conflicts);
    QVERIFY(turns > rounds / 2);
    QVERIFY2(conflicts >= turns, "both wrote the note: whoever came second was told, each time");
    const Result<void> verified = sam->verify();
    QVERIFY2(verified.ok(), why(verified));
}

QTEST_GUILESS_MAIN(tst_two_people)
#include "tst_two_people.moc"
