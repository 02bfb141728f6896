#include "Scene.h"

#include "cases/ReplyTime.h"

using namespace reviewdesk;

namespace {

QString codeOfRefusal(const Result<Status> &result)
{
    return result.ok() ? QString() : result.error().code;
}

} // namespace

/// What a step needs: its words, a whole request, an outcome that fits, time that is left.
class TestWorkflowNeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The row that binds rules whether there is more time, not any row that fits.
    void moreTimeWhereTheBindingRuleGivesIt()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Person nurse = person(Role::Nurse, "Kim Example");
        const Result<Status> washington = scene.after(Action::Extend, nurse);
        QCOMPARE(codeOfRefusal(washington), QStringLiteral("no_extension"));
        QCOMPARE(washington.error().message,
            QStringLiteral("The rule that binds here (RCW 48.43.830) allows no more time."));
        scene.reviewCase.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
        for (const Status status : {Status::Draft, Status::Submitted, Status::Pended, Status::Referred}) {
            scene.status = status;
            QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("-> ") + toWord(status));
        }
        scene.now =
            QDateTime::fromString(QStringLiteral("2026-11-28T07:59:59.999Z"), Qt::ISODateWithMs); // its last instant
        QVERIFY(scene.after(Action::Extend, nurse).ok());
        scene.now = scene.now.addMSecs(1);
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("no_extension"));
        scene.now = {};
        scene.isExtended = true;
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("no_extension"));
        QCOMPARE(scene.codeOf(Action::IssueLetter, nurse), QStringLiteral("-> referred")); // the notice of it
        scene.reviewCase.request.receivedAt = {};
        scene.isExtended = false;
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("no_extension"));
    }

    void whatIsSaidNeedsWords()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Person physician = person(Role::Physician, "Sam Example");
        scene.comment = QStringLiteral(" \n");
        for (const Action action :
            {Action::Comment, Action::PeerToPeer, Action::AskOpinion, Action::ReturnToNurse, Action::Withdraw})
            QCOMPARE(scene.codeOf(action, physician), QStringLiteral("comment"));
        scene.status = Status::Denied;
        QCOMPARE(scene.codeOf(Action::Appeal, person(Role::Supervisor, "Alex Model")), QStringLiteral("comment"));
        QCOMPARE(scene.codeOf(Action::Reopen, person(Role::Supervisor, "Alex Model")), QStringLiteral("comment"));
        QCOMPARE(scene.codeOf(Action::Assign, person(Role::Supervisor, "Alex Model")), QStringLiteral("status"));
    }

    void aProvisionNeedsCitationAndWords()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Person alex = person(Role::Supervisor, "Alex Model");
        std::optional<ContractProvision> &provision = scene.reviewCase.determination.contractProvision;
        provision = ContractProvision{QStringLiteral("Member booklet, p. 41"), QString()};
        QCOMPARE(scene.codeOf(Action::RecordProvision, alex), QStringLiteral("provision"));
        provision->text = QStringLiteral("Radioembolization is covered for …");
        QCOMPARE(scene.codeOf(Action::RecordProvision, alex), QStringLiteral("-> referred"));
    }

    void denialNeedsWordsAndNpi()
    {
        Scene scene(fixture::colorectalNotProgressive);
        Person physician = person(Role::Physician, "Sam Example");
        scene.reviewCase.determination.rationale = QStringLiteral("  \n");
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("rationale"));
        QCOMPARE(scene.codeOf(Action::ApproveException, physician), QStringLiteral("rationale"));
        scene.reviewCase.determination.rationale = QStringLiteral("Unchanged since October.");
        physician.npi = QStringLiteral("1234567890");
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("npi"));
    }

    /// Contract language outranks the policy, when it stands there whole, and never while the outcome is open.
    void aProvisionOutranksMetCriteria()
    {
        const Person physician = person(Role::Physician, "Sam Example");
        Scene met(fixture::colorectalMet);
        QCOMPARE(met.codeOf(Action::Deny, physician), QStringLiteral("outcome"));
        std::optional<ContractProvision> &provision = met.reviewCase.determination.contractProvision;
        provision = ContractProvision{QStringLiteral("Member booklet, p. 41"), QString(QChar(0x200B))};
        QCOMPARE(met.codeOf(Action::Deny, physician), QStringLiteral("outcome"));
        provision->text = QStringLiteral("Radioembolization is not covered.");
        QCOMPARE(met.codeOf(Action::Deny, physician), QStringLiteral("-> denied"));
        Scene open(fixture::colorectalOpen);
        open.reviewCase.determination.contractProvision = provision;
        QCOMPARE(open.codeOf(Action::Deny, physician), QStringLiteral("outcome"));
    }

    void openChoiceIsNamed()
    {
        Scene scene(fixture::melanomaTypeOpen);
        const Result<Status> result = scene.after(Action::Deny, person(Role::Physician, "Sam Example"));
        QCOMPARE(result.error().code, QStringLiteral("open_choices"));
        QCOMPARE(result.error().place, QStringLiteral("/facts/melanoma_type"));
    }

    void undeterminedNamesWhatItDependsOn()
    {
        Scene scene(fixture::colorectalOpen);
        const Result<Status> result = scene.after(Action::Deny, person(Role::Physician, "Sam Example"));
        QCOMPARE(result.error().message,
            QStringLiteral("The outcome is still undetermined; it depends on: Progressive disease."));
    }

    void incompleteNamesWhatIsMissing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *field, const char *words) {
            QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(words);
        };
        row("/received_at", "when the request was received");
        row("/urgency", "standard or expedited");
        row("/timing", "before, during or after the service");
        row("/line_of_business", "line of business");
        row("/member/name", "member name");
        row("/member/member_id", "member ID");
        row("/provider/name", "provider name");
    }

    void incompleteNamesWhatIsMissing()
    {
        QFETCH(QString, field);
        QFETCH(QString, words);
        const auto lacking = [&](const char *facts) {
            Scene scene(facts);
            Request &request = scene.reviewCase.request;
            if (field == QLatin1String("/received_at"))
                request.receivedAt = {};
            else if (field == QLatin1String("/urgency"))
                request.urgency.reset();
            else if (field == QLatin1String("/timing"))
                request.timing.reset();
            else if (field == QLatin1String("/line_of_business"))
                request.lineOfBusiness.reset();
            else if (field == QLatin1String("/member/name"))
                scene.reviewCase.member.name = QStringLiteral(" ");
            else if (field == QLatin1String("/member/member_id"))
                scene.reviewCase.member.memberId.clear();
            else
                scene.reviewCase.provider.name.clear();
            return scene;
        };
        const Person physician = person(Role::Physician, "Sam Example");
        for (const Action action : {Action::Deny, Action::ApproveException}) {
            const Result<Status> result = lacking(fixture::colorectalNotProgressive).after(action, physician);
            QCOMPARE(result.error(),
                (Error{QStringLiteral("incomplete"), QStringLiteral("Still missing: %1.").arg(words), field}));
        }
        Scene draft = lacking(fixture::colorectalMet);
        draft.status = Status::Draft;
        for (const Action action : {Action::Approve, Action::Submit})
            QCOMPARE(draft.codeOf(action, person(Role::Nurse, "Kim Example")), QStringLiteral("incomplete"));
        QCOMPARE(draft.codeOf(Action::Refer, person(Role::Nurse, "Kim Example")), QStringLiteral("-> referred"));
        QCOMPARE(draft.codeOf(Action::Pend, person(Role::Nurse, "Kim Example")), QStringLiteral("-> pended"));
    }

    void pendNeedsSomethingToAsk()
    {
        const Person nurse = person(Role::Nurse, "Kim Example");
        Scene scene(fixture::colorectalMet, Status::Draft);
        scene.reviewCase.determination = {};
        for (const DocumentationItem &item : fixture::rulebook().policy.documentation)
            scene.reviewCase.documents.append({item.id, item.label, 1, QDate(2026, 11, 20)});
        QCOMPARE(scene.codeOf(Action::Pend, nurse), QStringLiteral("nothing_to_ask"));
        scene.reviewCase.documents.removeFirst();
        QCOMPARE(scene.codeOf(Action::Pend, nurse), QStringLiteral("-> pended"));
        Scene open(fixture::colorectalOpen, Status::Draft);
        open.reviewCase.determination = {};
        for (const DocumentationItem &item : fixture::rulebook().policy.documentation)
            open.reviewCase.documents.append({item.id, item.label, 1, QDate(2026, 11, 20)});
        QCOMPARE(open.codeOf(Action::Pend, nurse), QStringLiteral("-> pended"));
        open.reviewCase.facts.remove(QStringLiteral("progressive")); // not asked yet: look in the record first
        QCOMPARE(open.codeOf(Action::Pend, nurse), QStringLiteral("nothing_to_ask"));
        open.reviewCase.determination.plainReason = QStringLiteral("Please send the scan of October.");
        QCOMPARE(open.codeOf(Action::Pend, nurse), QStringLiteral("-> pended"));
    }

    void anAnswerIsNotAskedForTooSoon_data()
    {
        QTest::addColumn<QDate>("replyBy");
        QTest::addColumn<QString>("answer");
        QTest::newRow("no day: the rule's own time") << QDate() << QStringLiteral("-> pended");
        QTest::newRow("the day before") << QDate(2027, 1, 6) << QStringLiteral("reply_by");
        QTest::newRow("the rule's last day") << QDate(2027, 1, 7) << QStringLiteral("-> pended");
        QTest::newRow("later") << QDate(2027, 2, 1) << QStringLiteral("-> pended");
    }

    void anAnswerIsNotAskedForTooSoon()
    {
        QFETCH(const QDate, replyBy);
        QFETCH(const QString, answer);
        const Rulebook &rulebook = fixture::rulebook();
        Scene scene(fixture::colorectalOpen, Status::Draft);
        scene.reviewCase.determination = {};
        scene.reviewCase.determination.replyBy = replyBy;
        scene.reviewCase.request.lineOfBusiness = LineOfBusiness::SelfFundedErisa;
        scene.leastReplyBy = reviewdesk::leastReplyBy(scene.reviewCase.request, {},
            QDateTime(QDate(2026, 11, 23), QTime(18, 0), QTimeZone::utc()), rulebook.dueRules, rulebook.zone);
        QCOMPARE(scene.leastReplyBy, QDate(2027, 1, 7)); // 45 days from 23 November
        QCOMPARE(scene.codeOf(Action::Pend, person(Role::Nurse, "Kim Example")), answer);
    }

    void anAnswerIsNotAskedForTooLate_data()
    {
        QTest::addColumn<LineOfBusiness>("line");
        QTest::addColumn<QDate>("replyBy");
        QTest::addColumn<int>("hours"); ///< from receipt on 20 November, 9:10, to the question
        QTest::addColumn<QDate>("latest");
        QTest::addColumn<QString>("answer");
        const QString pended = QStringLiteral("-> pended");
        const QString refused = QStringLiteral("reply_by");
        constexpr LineOfBusiness washington = LineOfBusiness::CommercialInsured; // 5 days, by fax, and the clock runs on
        QTest::newRow("no day") << washington << QDate() << 72 << QDate(2026, 11, 25) << pended;
        QTest::newRow("the day of the decision") << washington << QDate(2026, 11, 25) << 72 << QDate(2026, 11, 25) << pended;
        QTest::newRow("the day after it") << washington << QDate(2026, 11, 26) << 72 << QDate(2026, 11, 25) << refused;
        QTest::newRow("the time ran out: nobody is stranded") << washington << QDate(2027, 1, 7) << 240 << QDate() << pended;
        QTest::newRow("Medicare, 7 days") << LineOfBusiness::MedicareAdvantage << QDate(2026, 11, 28) << 72 << QDate(2026, 11, 27) << refused;
        QTest::newRow("a clock that stops") << LineOfBusiness::SelfFundedErisa << QDate(2027, 6, 1) << 72 << QDate() << pended;
    }

    void anAnswerIsNotAskedForTooLate()
    {
        QFETCH(const LineOfBusiness, line);
        QFETCH(const QDate, replyBy);
        QFETCH(const int, hours);
        QFETCH(const QDate, latest);
        QFETCH(const QString, answer);
        const Rulebook &rulebook = fixture::rulebook();
        Scene scene(fixture::colorectalOpen, Status::Draft);
        scene.reviewCase.determination = {};
        scene.reviewCase.determination.replyBy = replyBy;
        Request &request = scene.reviewCase.request;
        request.lineOfBusiness = line;
        request.channel = Channel::Fax;
        request.state = QStringLiteral("WA");
        request.receivedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 10), rulebook.zone);
        scene.latestReplyBy =
            reviewdesk::latestReplyBy(request, {}, request.receivedAt.addSecs(hours * 3600), rulebook.dueRules, rulebook.zone);
        QCOMPARE(scene.latestReplyBy, latest);
        const Result<Status> asked = scene.after(Action::Pend, person(Role::Nurse, "Kim Example"));
        QCOMPARE(asked.ok() ? QStringLiteral("-> ") + toWord(*asked) : asked.error().code, answer);
        if (asked.ok())
            return;
        QCOMPARE(asked.error().place, QStringLiteral("/determination/reply_by"));
        QVERIFY2(asked.error().message.contains(QStringLiteral("too late")) && asked.error().message.contains(QString::number(latest.day()) + QStringLiteral(" Nov")),
            qPrintable(asked.error().message));
    }

    /// Asked within 24 hours the 72 run no more until the answer; asked later they do.
    void whatIsAskedTooLateStopsNoClock()
    {
        const Rulebook &rulebook = fixture::rulebook();
        Request request = fixture::caseWith(fixture::colorectalOpen).request;
        request.lineOfBusiness = LineOfBusiness::SelfFundedErisa;
        request.urgency = Urgency::Expedited;
        request.timing = Timing::PreService;
        request.receivedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 10), rulebook.zone);
        const auto latest = [&](int hours) {
            return reviewdesk::latestReplyBy(request, {}, request.receivedAt.addSecs(hours * 3600), rulebook.dueRules, rulebook.zone);
        };
        QCOMPARE(latest(24), QDate());
        QCOMPARE(latest(25), QDate(2026, 11, 23));
    }

    void anApprovalIsNotOverBeforeItIsDecided()
    {
        const Person nurse = person(Role::Nurse, "Kim Example");
        Scene scene(fixture::colorectalMet, Status::Draft);
        ReviewCase &reviewCase = scene.reviewCase;
        reviewCase.determination.validFrom = QDate(2025, 1, 1);
        reviewCase.determination.validTo = QDate(2025, 2, 1);
        reviewCase.service.plannedOn = {};
        reviewCase.request.timing = Timing::PreService;
        scene.today = QDate(2025, 2, 2);
        QCOMPARE(scene.codeOf(Action::Approve, nurse), QStringLiteral("validity_over"));
        scene.today = QDate(2025, 2, 1);
        QCOMPARE(scene.codeOf(Action::Approve, nurse), QStringLiteral("-> approved"));
        scene.today = QDate(2026, 11, 23);
        reviewCase.request.timing = Timing::PostService; // the care was given
        QCOMPARE(scene.codeOf(Action::Approve, nurse), QStringLiteral("-> approved"));
    }

    void timeIsExtendedOnceAndWhereARuleAllowsIt()
    {
        const Person nurse = person(Role::Nurse, "Kim Example");
        Scene scene(fixture::colorectalOpen, Status::Draft);
        scene.reviewCase.request.lineOfBusiness = LineOfBusiness::SelfFundedErisa;
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("-> draft"));
        scene.isExtended = true;
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("no_extension"));
        scene.isExtended = false;
        scene.comment.clear();
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("comment"));
        scene.comment = QStringLiteral("The pathology report is on its way.");
        scene.reviewCase.request.urgency = Urgency::Expedited; // 72 hours, and no more
        QCOMPARE(scene.codeOf(Action::Extend, nurse), QStringLiteral("no_extension"));
    }

    void newRoundsNeedAComment()
    {
        Scene scene(fixture::colorectalNotProgressive, Status::Denied);
        scene.comment = QStringLiteral(" \n");
        for (const Action action : {Action::Reopen, Action::Appeal})
            QCOMPARE(scene.codeOf(action, person(Role::Supervisor, "Alex Model")), QStringLiteral("comment"));
    }

    void returningNeedsAComment()
    {
        Scene scene(fixture::colorectalOpen);
        scene.comment.clear();
        QCOMPARE(
            scene.codeOf(Action::ReturnToNurse, person(Role::Supervisor, "Alex Model")), QStringLiteral("comment"));
    }
};

QTEST_GUILESS_MAIN(TestWorkflowNeeds)
#include "tst_workflow_needs.moc"
