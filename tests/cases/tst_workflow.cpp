#include "cases/Workflow.h"

#include "Fixture.h"

using namespace reviewdesk;

namespace {

constexpr Status everyStatus[] = {Status::Draft, Status::Submitted, Status::Approved, Status::Pended, Status::Referred,
    Status::Denied, Status::Withdrawn};
constexpr Role everyRole[] = {Role::Nurse, Role::Physician, Role::Supervisor};

Person person(Role role, const char *name)
{
    Person made;
    made.name = QString::fromLatin1(name);
    made.role = role;
    if (role == Role::Physician) {
        made.npi = QStringLiteral("1234567893");
        made.credential = QStringLiteral("MD");
        made.specialty = QStringLiteral("Radiation oncology");
    }
    return made;
}

/// A case in a state, with the words that the acts need; each test takes away one thing.
struct Scene {
    explicit Scene(const char *facts, Status at = Status::Referred) : reviewCase(fixture::caseWith(facts)), status(at)
    {
        reviewCase.determination.rationale = QStringLiteral("The scans of October and November are unchanged.");
    }

    Result<Status> after(Action action, const Person &actor)
    {
        const CaseView view = viewOf(reviewCase, fixture::rulebook());
        CaseState state{status, &reviewCase, &fixture::rulebook().policy, &view.interview, &view.evaluation,
            preparedBy, comment, view.due, isExtended, deniedBy, now, opinionOf, talkHeld};
        state.leastReplyBy = leastReplyBy;
        return afterAction(state, action, actor);
    }
    QString codeOf(Action action, const Person &actor)
    {
        const Result<Status> result = after(action, actor);
        return result.ok() ? QStringLiteral("-> ") + toWord(*result) : result.error().code;
    }

    ReviewCase reviewCase;
    Status status;
    Person preparedBy = person(Role::Nurse, "Kim Example");
    QString comment = QStringLiteral("Please check page 3.");
    bool isExtended = false;
    QList<Person> deniedBy;
    QDateTime now;
    QList<Person> opinionOf;
    bool talkHeld = false;
    QDate leastReplyBy;
};

QString codeOfRefusal(const Result<Status> &result)
{
    return result.ok() ? QString() : result.error().code;
}

const char *factsNamed(const QString &outcome)
{
    if (outcome == QLatin1String("met"))
        return fixture::colorectalMet;
    if (outcome == QLatin1String("not met"))
        return fixture::colorectalNotProgressive;
    return outcome == QLatin1String("open") ? fixture::colorectalOpen : fixture::melanomaTypeOpen;
}

/// The rules of the product once more, written as a list of conditions: what a complete case with a rationale answers.
QString expected(Status status, Action action, Role role, const QString &outcome)
{
    const bool physician = role == Role::Physician;
    const bool reviewer = physician || role == Role::Nurse;
    const bool workable = status == Status::Draft || status == Status::Submitted;
    const bool referred = status == Status::Referred;
    const auto refusedFor = [&](bool anyRoleHasIt) {
        return anyRoleHasIt ? QStringLiteral("role") : QStringLiteral("status");
    };
    const auto to = [](Status next) { return QStringLiteral("-> ") + toWord(next); };
    switch (action) {
    case Action::Edit:
        return status == Status::Draft && reviewer ? to(Status::Draft) : refusedFor(status == Status::Draft);
    case Action::Submit:
        return status == Status::Draft && reviewer ? to(Status::Submitted) : refusedFor(status == Status::Draft);
    case Action::Approve:
        if (!(workable && reviewer) && !(referred && physician))
            return refusedFor(workable || referred);
        if (outcome == QLatin1String("choice open"))
            return QStringLiteral("open_choices");
        return outcome == QLatin1String("met") ? to(Status::Approved) : QStringLiteral("outcome");
    case Action::ApproveException:
        if (!referred || !physician)
            return refusedFor(referred);
        if (outcome == QLatin1String("choice open"))
            return QStringLiteral("open_choices");
        return outcome == QLatin1String("met") ? QStringLiteral("outcome") : to(Status::Approved);
    case Action::Deny:
        if (!referred || !physician)
            return refusedFor(referred);
        if (outcome == QLatin1String("choice open"))
            return QStringLiteral("open_choices");
        return outcome == QLatin1String("not met") ? to(Status::Denied) : QStringLiteral("outcome");
    case Action::Pend:
        return (workable && reviewer) || (referred && physician) ? to(Status::Pended)
                                                                 : refusedFor(workable || referred);
    case Action::Refer:
        return workable && reviewer ? to(Status::Referred) : refusedFor(workable);
    case Action::Resume:
        return status == Status::Pended ? to(Status::Draft) : QStringLiteral("status");
    case Action::ReturnToNurse:
        if (status != Status::Submitted && !referred)
            return QStringLiteral("status");
        return role != Role::Nurse ? to(Status::Draft) : QStringLiteral("role");
    case Action::Withdraw: {
        const bool open = workable || referred || status == Status::Pended;
        return open && reviewer ? to(Status::Withdrawn) : refusedFor(open);
    }
    case Action::Extend: // the scene's own limits allow none; see extensions below
        return isOpen(status) && reviewer ? QStringLiteral("no_extension") : refusedFor(isOpen(status));
    case Action::Reopen: {
        const bool closed = !workable && !referred && status != Status::Pended;
        return closed && role == Role::Supervisor ? to(Status::Draft) : refusedFor(closed);
    }
    case Action::Appeal:
        return status == Status::Denied && !physician ? to(Status::Referred) : refusedFor(status == Status::Denied);
    case Action::IssueLetter:
        if (workable || referred)
            return QStringLiteral("no_extension");
        return status == Status::Denied && role == Role::Nurse ? QStringLiteral("role") : to(status);
    case Action::Assign: {
        const bool open = workable || referred || status == Status::Pended;
        return open && role == Role::Supervisor ? to(status) : refusedFor(open);
    }
    case Action::Attach: {
        const bool open = workable || referred || status == Status::Pended;
        return open ? to(status) : QStringLiteral("status");
    }
    case Action::Comment:
        return to(status);
    case Action::PeerToPeer: {
        const bool talks =
            status == Status::Submitted || status == Status::Pended || referred || status == Status::Denied;
        return talks && reviewer ? to(status) : refusedFor(talks);
    }
    case Action::AskOpinion:
        return referred && physician ? to(status) : refusedFor(referred);
    case Action::GiveOpinion:
        return referred && physician ? QStringLiteral("not_asked") : refusedFor(referred);
    case Action::RecordProvision:
        return (workable || referred) && role != Role::Nurse ? QStringLiteral("provision")
                                                             : refusedFor(workable || referred);
    case Action::SecondReview: {
        const bool decided = status == Status::Approved || status == Status::Denied;
        return decided ? to(status) : QStringLiteral("status");
    }
    }
    return {};
}

} // namespace

class TestWorkflow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeTable_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("outcome");
        for (const Status status : everyStatus) {
            for (const Action action : everyAction()) {
                for (const Role role : everyRole) {
                    for (const char *outcome : {"met", "not met", "open", "choice open"}) {
                        const QString name = toWord(status) + QLatin1Char(' ') + toWord(action) + QLatin1Char(' ') +
                            toWord(role) + QLatin1Char(' ') + QLatin1String(outcome);
                        QTest::newRow(qPrintable(name))
                            << int(status) << int(action) << int(role) << QString::fromLatin1(outcome);
                    }
                }
            }
        }
    }

    void wholeTable()
    {
        QFETCH(int, status);
        QFETCH(int, action);
        QFETCH(int, role);
        QFETCH(QString, outcome);
        Scene scene(factsNamed(outcome), Status(status));
        const Person actor = person(Role(role), "Sam Example");
        const Result<Status> result = scene.after(Action(action), actor);
        QCOMPARE(scene.codeOf(Action(action), actor), expected(Status(status), Action(action), Role(role), outcome));
        if (!result.ok()) {
            QVERIFY(result.error().message.size() > 20);
            QVERIFY2(result.error().message.endsWith(QLatin1Char('.')), qPrintable(result.error().message));
        } else if (*result == Status::Denied && Status(status) != Status::Denied) {
            QCOMPARE(Role(role), Role::Physician);
            QCOMPARE(Status(status), Status::Referred);
        }
        const bool listed = actionsFor(Status(status), Role(role)).contains(Action(action));
        QCOMPARE(listed,
            !(!result.ok() &&
                (result.error().code == QLatin1String("role") || result.error().code == QLatin1String("status"))));
    }

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

    void anOpinionIsGivenByWhoWasAsked()
    {
        Scene scene(fixture::colorectalNotProgressive);
        Person pia = person(Role::Physician, "Pia Example");
        pia.npi = QStringLiteral("1245319599");
        const Person phil = person(Role::Physician, "Phil Example");
        scene.opinionOf = {pia};
        QCOMPARE(scene.codeOf(Action::GiveOpinion, pia), QStringLiteral("-> referred"));
        QCOMPARE(scene.codeOf(Action::GiveOpinion, phil), QStringLiteral("not_asked"));
        scene.comment.clear();
        QCOMPARE(scene.codeOf(Action::GiveOpinion, pia), QStringLiteral("comment"));
    }

    void aTalkIsHeldByAPhysician()
    {
        Scene scene(fixture::colorectalNotProgressive);
        scene.talkHeld = true;
        QCOMPARE(scene.codeOf(Action::PeerToPeer, person(Role::Nurse, "Kim Example")), QStringLiteral("role"));
        QCOMPARE(
            scene.codeOf(Action::PeerToPeer, person(Role::Physician, "Sam Example")), QStringLiteral("-> referred"));
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

    void onlyPhysiciansDeny()
    {
        int ways = 0;
        for (const Transition &row : workflow()) {
            if (row.to == Status::Denied && row.from != Status::Denied) {
                QCOMPARE(row.role, Role::Physician);
                QCOMPARE(row.from, Status::Referred);
                ++ways;
            }
        }
        QCOMPARE(ways, 1);
    }

    /// The README's picture of the table is the table.
    void theReadmeDrawsIt()
    {
        const QString readme = QString::fromUtf8(fixture::content(QStringLiteral(RESOURCES "/../README.md")));
        QStringList drawn;
        for (const QString &line :
            readme.mid(readme.indexOf(QLatin1String("### The workflow"))).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("| command")))
                break;
            if (line.startsWith(QLatin1String("| ")) && !line.startsWith(QLatin1String("| from")))
                drawn.append(line);
        }
        QStringList rows;
        QStringList roles;
        const QList<Transition> &table = workflow();
        for (qsizetype index = 0; index < table.size(); ++index) {
            const Transition &row = table.at(index);
            roles.append(toWord(row.role));
            const bool goesOn = index + 1 < table.size() && table.at(index + 1).from == row.from &&
                table.at(index + 1).action == row.action && table.at(index + 1).to == row.to;
            if (goesOn)
                continue;
            rows.append(
                QStringLiteral("| %1 | %2 | %3 | %4 |")
                    .arg(toWord(row.from), label(row.action), roles.join(QStringLiteral(", ")), toWord(row.to)));
            roles.clear();
        }
        QCOMPARE(drawn, rows);
    }

    void noRowTwice()
    {
        const QList<Transition> &table = workflow();
        for (qsizetype index = 0; index < table.size(); ++index) {
            for (qsizetype other = index + 1; other < table.size(); ++other)
                QVERIFY(table.at(index).from != table.at(other).from ||
                    table.at(index).action != table.at(other).action || table.at(index).role != table.at(other).role);
        }
    }

    void roleRefusalNamesTheWayOut()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Result<Status> nurse = scene.after(Action::Deny, person(Role::Nurse, "Kim Example"));
        QCOMPARE(nurse.error().message,
            QStringLiteral("“Deny” is a physician's decision; a nurse refers the case instead."));
        scene.status = Status::Draft;
        const Result<Status> approve = scene.after(Action::Approve, person(Role::Nurse, "Kim Example"));
        QCOMPARE(approve.error().code, QStringLiteral("outcome"));
        QCOMPARE(approve.error().message,
            QStringLiteral("The outcome is “%1”: the criteria are not met. Refer the case to a physician.")
                .arg(fixture::rulebook().policy.outcomes.at(1).label));
    }

    /// Each is told what she or he can do with the case where it stands; nobody is sent to herself.
    void anApprovalThatIsRefusedNamesTheWayOut_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("way");
        const auto row = [](const char *name, Role role, Status status, const char *way) {
            QTest::newRow(name) << int(role) << int(status) << QString::fromLatin1(way);
        };
        row("nurse, draft", Role::Nurse, Status::Draft, "Refer the case to a physician.");
        row("nurse, submitted", Role::Nurse, Status::Submitted, "Refer the case to a physician.");
        row("physician, referred", Role::Physician, Status::Referred, "Approve it as an exception, or deny it.");
        row("physician, draft", Role::Physician, Status::Draft,
            "Refer the case; then it can be approved as an exception, or denied.");
        row("physician, submitted", Role::Physician, Status::Submitted,
            "Refer the case; then it can be approved as an exception, or denied.");
    }

    void anApprovalThatIsRefusedNamesTheWayOut()
    {
        QFETCH(int, role);
        QFETCH(int, status);
        QFETCH(QString, way);
        Scene scene(fixture::colorectalNotProgressive);
        scene.status = Status(status);
        const Result<Status> approve = scene.after(Action::Approve, person(Role(role), "Sam Example"));
        QVERIFY(!approve.ok());
        QCOMPARE(approve.error().message,
            QStringLiteral("The outcome is “%1”: the criteria are not met. %2")
                .arg(fixture::rulebook().policy.outcomes.at(1).label, way));
    }

    void whoPreparedMayNotDeny()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Person physician = person(Role::Physician, "Sam Example");
        scene.preparedBy = physician;
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.preparedBy.npi.clear(); // the same person in her nurse's account
        scene.preparedBy.role = Role::Nurse;
        scene.preparedBy.name = QStringLiteral("  sam EXAMPLE ");
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.preparedBy = person(Role::Nurse, "Kim Example");
        scene.reviewCase.determination.preparedBy = physician;
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.reviewCase.determination.preparedBy = {};
        scene.preparedBy = {};
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.preparedBy = person(Role::Nurse, "Kim Example");
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("-> denied"));
        scene.preparedBy = physician; // an approval may be by who prepared it
        scene.reviewCase = fixture::caseWith(fixture::colorectalMet);
        QCOMPARE(scene.codeOf(Action::Approve, physician), QStringLiteral("-> approved"));
    }

    void samePerson_data()
    {
        QTest::addColumn<QStringList>("left"); // name, NPI, user id
        QTest::addColumn<QStringList>("right");
        QTest::addColumn<bool>("same");
        const auto who = [](const char *name, const char *npi, const char *id) {
            return QStringList{QString::fromUtf8(name), QString::fromLatin1(npi), QString::fromLatin1(id)};
        };
        QTest::newRow("same id") << who("A", "", "1") << who("B", "", "1") << true;
        QTest::newRow("two accounts, one name") << who("A", "", "1") << who("A", "", "2") << false;
        QTest::newRow("two accounts, one NPI") << who("A", "1234567893", "1") << who("B", "1234567893", "2") << true;
        QTest::newRow("file: same NPI") << who("A", "1234567893", "") << who("B", "1234567893", "") << true;
        QTest::newRow("file: other NPI, same name")
            << who("A", "1234567893", "") << who("A", "1245319599", "") << false;
        QTest::newRow("file: name") << who("Dana Núñez", "", "") << who("dana  nu\u0301n\u0303ez", "", "") << true;
        QTest::newRow("file: other name") << who("A", "", "") << who("B", "1245319599", "") << false;
        QTest::newRow("nobody") << who("", "", "") << who("", "", "") << false;
    }

    void samePerson()
    {
        QFETCH(QStringList, left);
        QFETCH(QStringList, right);
        QFETCH(bool, same);
        const auto made = [](const QStringList &words) {
            Person someone;
            someone.name = words.at(0);
            someone.npi = words.at(1);
            someone.userId = words.at(2);
            return someone;
        };
        QCOMPARE(made(left).isSamePerson(made(right)), same);
        QCOMPARE(made(right).isSamePerson(made(left)), same);
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

    void anAppealIsHeardByAnother()
    {
        const Person denier = person(Role::Physician, "Sam Example");
        Person other = person(Role::Physician, "Dana Núñez");
        other.npi = QStringLiteral("1245319599");
        for (const char *facts : {fixture::colorectalMet, fixture::colorectalNotProgressive}) {
            Scene scene(facts);
            scene.deniedBy = {denier};
            for (const Action action : {Action::Approve, Action::ApproveException, Action::Deny}) {
                QCOMPARE(scene.codeOf(action, denier), QStringLiteral("own_denial"));
                QVERIFY(scene.codeOf(action, other) != QLatin1String("own_denial"));
            }
            QCOMPARE(scene.codeOf(Action::Pend, denier), QStringLiteral("-> pended"));
        }
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

    void wordsOfActions()
    {
        for (const Action action : everyAction()) {
            QCOMPARE(actionFromWord(toWord(action)), std::optional<Action>(action));
            QVERIFY(!label(action).isEmpty());
        }
        QVERIFY(!actionFromWord(u"destroy"));
    }
};

QTEST_GUILESS_MAIN(TestWorkflow)
#include "tst_workflow.moc"
