#include "Scene.h"

using namespace reviewdesk;

namespace {

constexpr Status everyStatus[] = {Status::Draft, Status::Submitted, Status::Approved, Status::Pended, Status::Referred,
    Status::Denied, Status::Withdrawn};
constexpr Role everyRole[] = {Role::Nurse, Role::Physician, Role::Supervisor};

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

/// The table of who may take which step from which status; tst_workflow_people and tst_workflow_needs have the single rules.
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
