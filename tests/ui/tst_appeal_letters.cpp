#include "LetterTray.h"

#include "cases/CaseFile.h"
#include "store/AppealOfRound.h"
#include "ui/exports/PacketContents.h"
#include "ui/letter/LetterPage.h"

#include <QTemporaryDir>

using namespace reviewdesk;

/// Letters of a case that was denied and appealed, on the letter's page and released together: both tell the appeal.
class TestAppealLetters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothTellTheAppeal_data();
    void bothTellTheAppeal();
    void theDenialIsKnownWithItsDay();
    void theCaseFileSaysIt_data();
    void theCaseFileSaysIt();

private:
    struct Step {
        const char *who;
        Action action;
    };
    /// Denied by phil, appealed, and taken through `then`.
    static QString appealed(LetterTray &tray, const QList<Step> &then)
    {
        tray.wizard.signIn("nora");
        ReviewCase content = StoreDesk::adverse();
        content.determination.plainReason = QStringLiteral("Your records do not show what the policy asks for.");
        content.determination.rationale = QStringLiteral("The disease is not progressive.");
        const QString id = tray.keep(content, Action::Refer);
        const QList<Step> steps = QList<Step>{{"phil", Action::Deny}, {"nora", Action::Appeal}} + then;
        for (const Step &step : steps) {
            tray.wizard.signIn(step.who);
            const auto moved = tray.wizard.workshop->run([id, step](Workspace &workspace) -> Result<StoredCase> {
                Result<StoredCase> stored = workspace.loadCase(id);
                if (!stored)
                    return stored;
                Determination &words = stored->reviewCase.determination;
                words.plainReason = QStringLiteral("Your records do not show what the policy asks for.");
                words.rationale = QStringLiteral("The disease is not progressive.");
                return workspace.act(*stored, step.action, QStringLiteral("The member asks."));
            }).result();
            if (!moved)
                qFatal("%s: %s", step.who, why(moved).constData());
        }
        return id;
    }
    static StoredCase loaded(LetterTray &tray, const QString &id)
    {
        return *tray.wizard.workshop->run([id](Workspace &workspace) { return workspace.loadCase(id); }).result();
    }
};

void TestAppealLetters::bothTellTheAppeal_data()
{
    QTest::addColumn<QList<Step>>("then");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("unsaid");
    QTest::newRow("upheld") << QList<Step>{{"pia", Action::Deny}}
                            << "This is our decision on the appeal of our denial of %1. We do not change that denial."
                            << "look at this decision again";
    QTest::newRow("overturned") << QList<Step>{{"pia", Action::ApproveException}}
                                << "This is our decision on the appeal of our denial of %1. It takes the place of that denial."
                                << "not change";
    QTest::newRow("withdrawn") << QList<Step>{{"nora", Action::Withdraw}} << "Our denial of %1 stands." << "not a denial";
}

void TestAppealLetters::bothTellTheAppeal()
{
    QFETCH(const QList<Step>, then);
    QFETCH(QString, said);
    QFETCH(const QString, unsaid);
    LetterTray tray(0);
    const QString id = appealed(tray, then);
    tray.wizard.signIn("sam");
    const StoredCase stored = loaded(tray, id);
    const QDateTime deniedAt = (*tray.wizard.workshop->run([id](Workspace &workspace) { return workspace.rounds(id); }).result())
                                   .constFirst()
                                   .content.determination.at;
    said.replace(QStringLiteral("%1"),
        QLocale(QStringLiteral("en_US")).toString(deniedAt.toTimeZone(StoreDesk::rulebook()->zone).date(), QStringLiteral("MMMM d, yyyy")));
    LetterPage page(*tray.wizard.workshop, LetterTray::composer(), LetterTray::letterhead(), stored, tray.wizard.clock());
    QTRY_VERIFY2(page.letter().text.simplified().contains(said), qPrintable(said + QLatin1String(" in ") + page.letter().text));
    QVERIFY2(!page.letter().text.simplified().contains(unsaid), qPrintable(page.letter().text));

    const auto run = tray.run({id});
    QCOMPARE(run->count(RunEntry::ToIssue), 2);
    const QTemporaryDir folder;
    QSignalSpy finished(run.get(), &LetterRun::finished);
    run->writePdfs(folder.path());
    QVERIFY(finished.wait(patience));
    int written = 0;
    for (const IssuedLetter &letter : tray.letters(id)) {
        ++written;
        QVERIFY2(letter.text.simplified().contains(said), qPrintable(letter.text));
        QVERIFY2(!letter.text.simplified().contains(unsaid), qPrintable(letter.text));
    }
    QCOMPARE(written, 2);
}

/// Reopened after the appeal was granted, it is an appeal still, and nothing of the denial stands.
void TestAppealLetters::theDenialIsKnownWithItsDay()
{
    LetterTray tray(0);
    const auto known = [&tray](const QString &id) {
        return *tray.wizard.workshop
                    ->run([id](Workspace &workspace) { return appealOf(workspace, *workspace.loadCase(id)); })
                    .result();
    };
    tray.wizard.signIn("nora");
    QVERIFY(!known(tray.approved(QStringLiteral("Member 1"))));
    const QString id = appealed(tray, {});
    QVERIFY(known(id)->stands);
    QVERIFY(known(id)->deniedAt.isValid());
    const QString granted =
        appealed(tray, {{"pia", Action::ApproveException}, {"sam", Action::Reopen}});
    QCOMPARE(loaded(tray, granted).roundKind, RoundKind::Appeal);
    QVERIFY(!known(granted)->stands);
}

void TestAppealLetters::theCaseFileSaysIt_data()
{
    QTest::addColumn<QList<Step>>("then");
    QTest::newRow("upheld") << QList<Step>{{"pia", Action::Deny}};
    QTest::newRow("granted and reopened") << QList<Step>{{"pia", Action::ApproveException}, {"sam", Action::Reopen}};
}

/// The letter of a case file that was exported is the program's letter.
void TestAppealLetters::theCaseFileSaysIt()
{
    QFETCH(const QList<Step>, then);
    LetterTray tray(0);
    const QString id = appealed(tray, then);
    const auto dossier = tray.wizard.workshop->run([id](Workspace &workspace) { return readDossier(workspace, id); }).result();
    QVERIFY2(dossier.ok(), why(dossier));
    const Result<ExportedFile> file = exportOf(*dossier, fhir::ExportFormat::CaseFile);
    QVERIFY2(file.ok(), why(file));
    const Rulebook &rulebook = *StoreDesk::rulebook();
    const CaseReading reading = readCase(file->bytes, rulebook.policy, rulebook.caseSchema);
    QVERIFY(reading.ok());
    QVERIFY(reading.appeal && dossier->appeal);
    QCOMPARE(reading.appeal->stands, dossier->appeal->stands);
    QCOMPARE(reading.appeal->deniedAt.toSecsSinceEpoch(), dossier->appeal->deniedAt.toSecsSinceEpoch());
}

QTEST_MAIN(TestAppealLetters)
#include "tst_appeal_letters.moc"
