#include "Wizard.h"

#include "ui/review/ReviewSession.h"

#include <QElapsedTimer>

using namespace reviewdesk;
using Saving = ReviewSession::Saving;

/// The saving of a case while a person works in it.
class TestReviewSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesSoonAfterTheLastChange()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        QSignalSpy saved(&session, &ReviewSession::saved);
        Member member = session.content().member;
        member.name = QStringLiteral("Bea Example");
        session.setMember(member);
        QVERIFY(session.hasUnsaved());
        QCOMPARE(session.saving(), Saving::Waiting);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(saved.wait(3000));
        QVERIFY2(timer.elapsed() >= ReviewSession::pause - 20, "saved while typing may go on");
        QVERIFY(!session.hasUnsaved());
        QCOMPARE(session.saving(), Saving::Saved);
        QCOMPARE(wizard.kept().reviewCase.member.name, QStringLiteral("Bea Example"));
    }

    void savesWhileTypingGoesOn()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        QSignalSpy saved(&session, &ReviewSession::saved);
        QElapsedTimer timer;
        timer.start();
        int typed = 0;
        while (saved.isEmpty() && timer.elapsed() < 5000) {
            session.setNurseNote(QStringLiteral("x").repeated(++typed));
            QTest::qWait(60); // never a pause
        }
        QVERIFY(!saved.isEmpty());
        QVERIFY2(timer.elapsed() < 5000, "typing that goes on keeps a save away");
    }

    void aChangeDuringASaveIsSavedNext()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        session.setNurseNote(QStringLiteral("first"));
        session.saveNow();
        QCOMPARE(session.saving(), Saving::UnderWay);
        session.setNurseNote(QStringLiteral("second"));
        QTRY_VERIFY_WITH_TIMEOUT(!session.hasUnsaved(), 5000);
        QCOMPARE(session.content().nurseNote, QStringLiteral("second"));
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("second"));
    }

    void flushWaitsForAll()
    {
        Wizard wizard;
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        session.setNurseNote(QStringLiteral("first"));
        session.saveNow();
        session.setNurseNote(QStringLiteral("second"));
        session.flush();
        QVERIFY(!session.hasUnsaved());
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("second"));
    }

    void anEndedSessionLosesNothing()
    {
        Wizard wizard;
        {
            ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
            session.setNurseNote(QStringLiteral("last words"));
        }
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("last words"));
    }

    void aStaleSaveOverwritesNothing()
    {
        Wizard wizard;
        ReviewSession first(*wizard.workshop, wizard.stored, wizard.clock());
        ReviewSession second(*wizard.workshop, wizard.stored, wizard.clock());
        first.setNurseNote(QStringLiteral("mine"));
        first.flush();
        second.setNurseNote(QStringLiteral("theirs"));
        second.flush();
        QCOMPARE(second.saving(), Saving::Stale);
        QCOMPARE(second.saveError().code, QStringLiteral("stale"));
        QCOMPARE(second.content().nurseNote, QStringLiteral("theirs")); // still on the screen
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("mine"));
        second.reload();
        QTRY_COMPARE(second.saving(), Saving::Saved);
        QCOMPARE(second.content().nurseNote, QStringLiteral("mine"));
    }

    void aFailedSaveKeepsEverything()
    {
        Wizard wizard;
        StoredCase gone = wizard.stored;
        gone.id = QStringLiteral("01890000-0000-7000-8000-000000000000");
        ReviewSession session(*wizard.workshop, gone, wizard.clock());
        session.setNurseNote(QStringLiteral("kept on the screen"));
        session.flush();
        QCOMPARE(session.saving(), Saving::Failed);
        QCOMPARE(session.saveError().code, QStringLiteral("not_found"));
        QVERIFY(session.hasUnsaved());
        QCOMPARE(session.content().nurseNote, QStringLiteral("kept on the screen"));
    }

    void hiddenAnswersAreKeptAndReturn()
    {
        Wizard wizard("nora", colorectal());
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        const int origin = wizard.fact("tumor_origin");
        const int type = wizard.fact("metastatic_type");
        const int colorectalOption = session.answer(type);
        session.setAnswer(origin, 0); // primary
        QVERIFY(!session.view().interview.shows(type));
        QCOMPARE(session.view().interview.effective.at(type), Answers::Absent);
        QCOMPARE(session.answer(type), colorectalOption);
        session.setAnswer(origin, 1);
        QCOMPARE(int(session.view().interview.effective.at(type)), colorectalOption);
    }

    void aStepSavesFirst()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
        QSignalSpy acted(&session, &ReviewSession::acted);
        QSignalSpy refused(&session, &ReviewSession::refused);
        session.setNurseNote(QStringLiteral("typed just before"));
        session.perform(Action::Approve);
        QVERIFY(acted.wait(5000));
        QVERIFY(refused.isEmpty());
        QCOMPARE(wizard.kept().status, Status::Approved);
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("typed just before"));
        QVERIFY(!session.editable());
    }
};

QTEST_MAIN(TestReviewSession)
#include "tst_review_session.moc"
