#include "StoreDesk.h"

#include "store/Workshop.h"

#include <QTest>
#include <QThread>

using namespace reviewdesk;

class tst_workshop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void callsAreAnsweredOnThisThread();
    void callsKeepTheirOrder();
    void theDestructorCarriesOutWhatIsQueued();
    void aDeadContextIsNotAnswered();
    void aWrongPassphraseIsAnswered();
    void aClosedWorkshopSaysSo();

private:
    static Workshop::Opener opener(StoreDesk &desk, const char *who)
    {
        return [&desk, who] { return desk.tryOpen(QString::fromLatin1(who), who); };
    }
};

void tst_workshop::callsAreAnsweredOnThisThread()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    bool opened = false;
    workshop.open(opener(desk, "nora"), this, [&](const Result<void> &result) {
        QVERIFY2(result.ok(), why(result));
        QCOMPARE(QThread::currentThread(), thread());
        QCOMPARE(workshop.user().loginName, QStringLiteral("nora"));
        QVERIFY(workshop.isOpen());
        QCOMPARE(workshop.rulebook().policy.id, QStringLiteral("MED140"));
        opened = true;
    });
    QTRY_VERIFY(opened);
    QString number;
    workshop.run(
        this,
        [this](Workspace &workspace) {
            require(QThread::currentThread() != thread());
            return workspace.createCase(StoreDesk::request());
        },
        [&](Result<StoredCase> made) {
            QCOMPARE(QThread::currentThread(), thread());
            QVERIFY2(made.ok(), why(made));
            number = made->reviewCase.number;
        });
    QTRY_COMPARE(number, QStringLiteral("RD-2026-000001"));
    // another account signs in
    QVERIFY(workshop.run([](Workspace &workspace) { return workspace.signInAs(QStringLiteral("phil"), "phil"); })
                .result()
                .ok());
    QTRY_COMPARE(workshop.user().loginName, QStringLiteral("phil"));
}

void tst_workshop::callsKeepTheirOrder()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    QVERIFY(workshop.open(opener(desk, "nora")).ok());
    QList<int> answered;
    for (int i = 0; i < 50; ++i) {
        workshop.run(
            this, [i](Workspace &) -> Result<int> { return i; },
            [&](const Result<int> &result) { answered.append(*result); });
    }
    QTRY_COMPARE(answered.size(), 50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(answered.at(i), i);
}

void tst_workshop::theDestructorCarriesOutWhatIsQueued()
{
    StoreDesk desk;
    desk.made();
    {
        Workshop workshop;
        QVERIFY(workshop.open(opener(desk, "nora")).ok());
        for (int i = 0; i < 20; ++i)
            workshop.run([](Workspace &workspace) { return workspace.createCase(StoreDesk::request()); });
    }
    QCOMPARE(desk.opened(QStringLiteral("nora"))->worklist({})->size(), 20);
}

void tst_workshop::aDeadContextIsNotAnswered()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    QVERIFY(workshop.open(opener(desk, "nora")).ok());
    bool answered = false;
    auto context = std::make_unique<QObject>();
    workshop.run(
        context.get(), [](Workspace &workspace) { return workspace.createCase(StoreDesk::request()); },
        [&](const Result<StoredCase> &) { answered = true; });
    context.reset();
    workshop.drain();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
    QCOMPARE(workshop.run([](Workspace &workspace) { return workspace.worklist({}); }).result()->size(),
        1); // done all the same
    // a workshop that goes first
    {
        Workshop other;
        QVERIFY(other.open(opener(desk, "nora")).ok());
        other.run(
            this, [](Workspace &workspace) { return workspace.worklist({}); },
            [&](const Result<QList<WorklistRow>> &) { answered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void tst_workshop::aWrongPassphraseIsAnswered()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    QString code;
    workshop.open([&desk] { return desk.tryOpen(QStringLiteral("nora"), "wrong"); }, this,
        [&](const Result<void> &result) { code = codeOf(result); });
    QTRY_COMPARE(code, QStringLiteral("wrong_passphrase"));
    QVERIFY(!workshop.isOpen());
    QVERIFY(workshop.open(opener(desk, "nora")).ok()); // and again
}

void tst_workshop::aClosedWorkshopSaysSo()
{
    StoreDesk desk;
    desk.made();
    Workshop workshop;
    QCOMPARE(codeOf(workshop.run([](Workspace &workspace) { return workspace.users(); }).result()),
        QStringLiteral("closed"));
    QVERIFY(workshop.open(opener(desk, "nora")).ok());
    workshop.close();
    QVERIFY(!workshop.isOpen());
    QVERIFY(workshop.user().id.isEmpty());
    QCOMPARE(codeOf(workshop.run([](Workspace &workspace) { return workspace.users(); }).result()),
        QStringLiteral("closed"));
}

QTEST_GUILESS_MAIN(tst_workshop)
#include "tst_workshop.moc"
