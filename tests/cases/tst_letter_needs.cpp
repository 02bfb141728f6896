#include "Fixture.h"

#include "cases/ApprovalDates.h"
#include "cases/LetterNeeds.h"
#include "cases/Workflow.h"

using namespace reviewdesk;

namespace {

constexpr int usualDays = 90;

Person physician()
{
    Person made;
    made.name = QStringLiteral("Sam Example");
    made.role = Role::Physician;
    made.credential = QStringLiteral("MD");
    made.specialty = QStringLiteral("Radiation oncology");
    made.npi = QStringLiteral("1234567893");
    return made;
}

/// Why this step is refused; an error without a code: it is not.
Error refusalOf(const ReviewCase &reviewCase, Action action, const Person &actor, const QDateTime &now = {})
{
    const CaseView view = viewOf(reviewCase, fixture::rulebook());
    Person preparer;
    preparer.name = QStringLiteral("Kim Example");
    CaseState state{action == Action::Submit ? Status::Draft : Status::Referred, &reviewCase,
        &fixture::rulebook().policy, &view.interview, &view.evaluation, preparer,
        QStringLiteral("The provider took it back.")};
    state.now = now;
    const Result<Status> after = afterAction(state, action, actor);
    return after.ok() ? Error() : after.error();
}

ReviewCase deniable()
{
    ReviewCase reviewCase = fixture::caseWith(fixture::colorectalNotProgressive);
    reviewCase.determination.rationale = QStringLiteral("Unchanged since October.");
    return reviewCase;
}

} // namespace

/// What no letter could tell is refused by the step, with the place to mend.
class tst_letter_needs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDenialNamesItsPhysician_data()
    {
        QTest::addColumn<QString>("npi");
        QTest::addColumn<QString>("credential");
        QTest::addColumn<QString>("specialty");
        QTest::addColumn<QString>("lacks"); ///< empty: nothing
        QTest::addColumn<QString>("place");
        const QString npi = physician().npi;
        const QString invisible(QChar(0x200B));
        QTest::newRow("everything") << npi << "MD" << "Radiation oncology" << "" << "";
        QTest::newRow("no specialty") << npi << "MD" << "" << "specialty" << "/determination/by/specialty";
        QTest::newRow("no credential") << npi << " " << "Surgery" << "credential" << "/determination/by/credential";
        QTest::newRow("one that nobody sees")
            << npi << invisible << "Surgery" << "credential" << "/determination/by/credential";
        QTest::newRow("nothing") << "" << "" << "" << "a valid NPI, credential, specialty" << "/determination/by/npi";
    }
    void aDenialNamesItsPhysician()
    {
        QFETCH(const QString, npi);
        QFETCH(const QString, credential);
        QFETCH(const QString, specialty);
        QFETCH(const QString, lacks);
        Person actor = physician();
        actor.npi = npi;
        actor.credential = credential;
        actor.specialty = specialty;
        const Error error = refusalOf(deniable(), Action::Deny, actor);
        QTEST(error.place, "place");
        const QString words = QStringLiteral(
            "A denial names its physician, and your account lacks: %1. A supervisor enters it under Accounts.");
        QCOMPARE(error.message, lacks.isEmpty() ? QString() : words.arg(lacks));
        QCOMPARE(refusalOf(deniable(), Action::ApproveException, actor).code, QString()); // whose letter needs them not
    }

    void whatCannotBeInThatOrderIsRefusedInTime_data()
    {
        QTest::addColumn<Action>("action");
        for (const Action action : {Action::Submit, Action::Deny, Action::ApproveException, Action::Pend, Action::Withdraw})
            QTest::newRow(qPrintable(toWord(action))) << action;
    }
    void whatCannotBeInThatOrderIsRefusedInTime()
    {
        QFETCH(const Action, action);
        ReviewCase reviewCase = deniable();
        const QDateTime received = reviewCase.request.receivedAt;
        QCOMPARE(refusalOf(reviewCase, action, physician(), received).code, QString());
        const Error early = refusalOf(reviewCase, action, physician(), received.addMSecs(-1));
        QCOMPARE(early.code, QStringLiteral("decided_before_receipt"));
        QCOMPARE(early.place, QStringLiteral("/received_at"));
        reviewCase.member.birthDate = received.date().addDays(1);
        const Error unborn = refusalOf(reviewCase, action, physician(), received);
        QCOMPARE(unborn.code, QStringLiteral("born_after_receipt"));
        QCOMPARE(unborn.place, QStringLiteral("/member/birth_date"));
        QCOMPARE(unborn.message, impossibleOrder(reviewCase, {}).constFirst().message); // as the letter says it
    }

    void aNameThatNobodySeesIsMissing_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"/member/name", "/member/member_id", "/provider/name"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void aNameThatNobodySeesIsMissing()
    {
        QFETCH(const QString, place);
        ReviewCase reviewCase = deniable();
        QString &text = place == u"/member/name" ? reviewCase.member.name
            : place == u"/provider/name"         ? reviewCase.provider.name
                                                 : reviewCase.member.memberId;
        text = QString(QChar(0x200B)) + QChar(0x2060);
        const Error error = refusalOf(reviewCase, Action::Submit, physician());
        QCOMPARE(error.code, QStringLiteral("incomplete"));
        QCOMPARE(error.place, place);
    }

    void datesThatAnApprovalTakes_data()
    {
        QTest::addColumn<Timing>("timing");
        QTest::addColumn<QDate>("planned");
        QTest::addColumn<QDate>("typedFrom");
        QTest::addColumn<QDate>("typedTo");
        QTest::addColumn<ApprovalDates>("dates");
        const QDate day(2026, 11, 21);
        const QDate before(2026, 10, 1);
        const QDate later(2026, 12, 4);
        const QDate none;
        const auto usual = [](const QDate &from) { return ApprovalDates{from, from.addDays(usualDays)}; };
        QTest::newRow("planned later") << Timing::PreService << later << none << none << usual(day);
        QTest::newRow("not planned") << Timing::PreService << none << none << none << usual(day);
        QTest::newRow("planned before") << Timing::Concurrent << before << none << none << usual(before);
        QTest::newRow("given") << Timing::PostService << before << none << none << ApprovalDates{before, before};
        QTest::newRow("given on the day") << Timing::PostService << day << none << none << ApprovalDates{day, day};
        QTest::newRow("given, a slip") << Timing::PostService << later << none << none << usual(day);
        QTest::newRow("given, unknown when") << Timing::PostService << none << none << none << usual(day);
        QTest::newRow("typed") << Timing::PreService << later << later << later.addDays(2)
                               << ApprovalDates{later, later.addDays(2)};
        QTest::newRow("begin typed") << Timing::PreService << later << later << none << usual(later);
        QTest::newRow("end typed") << Timing::PostService << before << none << day << ApprovalDates{before, day};
    }
    void datesThatAnApprovalTakes()
    {
        QFETCH(const Timing, timing);
        QFETCH(const QDate, planned);
        QFETCH(const QDate, typedFrom);
        QFETCH(const QDate, typedTo);
        QFETCH(const ApprovalDates, dates);
        ReviewCase reviewCase = fixture::caseWith(fixture::colorectalMet);
        reviewCase.request.timing = timing;
        reviewCase.service.plannedOn = planned;
        reviewCase.determination.validFrom = typedFrom;
        reviewCase.determination.validTo = typedTo;
        QCOMPARE(approvalDates(reviewCase, QDate(2026, 11, 21), usualDays), dates);
    }

    void careOutsideTheApprovalIsRefused_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const QDate planned(2026, 12, 4); // of the fixture
        QTest::newRow("that day") << planned << planned << "" << "";
        QTest::newRow("before") << planned.addDays(1) << planned.addDays(9) << "care_outside_validity"
                                << "/determination/valid_from";
        QTest::newRow("after") << planned.addDays(-9) << planned.addDays(-1) << "care_outside_validity"
                               << "/determination/valid_to";
        QTest::newRow("turned round") << planned.addDays(1) << planned.addDays(-1) << "valid_before_it_begins"
                                      << "/determination/valid_to";
        QTest::newRow("none given") << QDate() << QDate() << "" << "";
    }
    void careOutsideTheApprovalIsRefused()
    {
        QFETCH(const QDate, from);
        QFETCH(const QDate, to);
        const auto inDates = [&](const char *facts) {
            ReviewCase reviewCase = fixture::caseWith(facts);
            reviewCase.determination.rationale = QStringLiteral("The tumor board asks for it.");
            reviewCase.determination.validFrom = from;
            reviewCase.determination.validTo = to;
            return reviewCase;
        };
        const Error error = refusalOf(inDates(fixture::colorectalMet), Action::Approve, physician());
        QTEST(error.code, "code");
        QTEST(error.place, "place");
        QTEST(refusalOf(inDates(fixture::colorectalNotProgressive), Action::ApproveException, physician()).code, "code");
        QCOMPARE(refusalOf(inDates(fixture::colorectalNotProgressive), Action::Deny, physician()).code, QString());
    }
};

QTEST_GUILESS_MAIN(tst_letter_needs)
#include "tst_letter_needs.moc"
