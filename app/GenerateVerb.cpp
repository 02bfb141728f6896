#include "app/GenerateVerb.h"

#include "app/PracticeCaseload.h"
#include "app/WorkspaceCall.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace reviewdesk {

namespace {

constexpr int mostCases = 1'000'000;

QString say(const char *text)
{
    return QCoreApplication::translate("generate", text);
}

/// A missing workspace is the sample plan's, with the caller as its first supervisor.
Result<std::unique_ptr<Workspace>> made(
    const WorkspaceCall &call, const std::shared_ptr<const Rulebook> &rulebook, const Clock &clock)
{
    NewUser supervisor;
    supervisor.loginName = call.user.isEmpty() ? QStringLiteral("alex.model") : call.user;
    supervisor.name = call.user.isEmpty() ? QStringLiteral("Alex Model") : call.user;
    supervisor.role = Role::Supervisor;
    supervisor.passphrase = call.passphrase;
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Health Plan");
    settings.timeZone = rulebook->zone.id();
    Result<Workspace::Created> created =
        Workspace::create(call.directory, supervisor, settings, rulebook, clock, KeyCost());
    if (!created)
        return created.error();
    if (const Result<void> shown = printRecoveryKey(say("Recovery key (shown once): %1").arg(created->recoveryKey));
        !shown)
        return shown.error();
    return std::move(created->workspace);
}

/// A line every twentieth of the way, on standard error: the work may take minutes.
bool sayProgress(int done, int of)
{
    const auto twentieths = [of](qint64 cases) { return cases * 20 / of; };
    constexpr int part = 2'000;
    if (twentieths(done) != twentieths(done - part))
        std::fputs(say("%1 of %2 cases\n").arg(done).arg(of).toUtf8().constData(), stderr);
    return true;
}

Result<void> generated(const WorkspaceCall &call, int cases, quint32 seed)
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    const SystemClock clock;
    const Result<PracticeCaseload> caseload = PracticeCaseload::load(QStringLiteral(":"));
    if (!caseload)
        return caseload.error();
    const Result<std::unique_ptr<Workspace>> workspace = Workspace::exists(call.directory)
        ? Workspace::open(call.directory, call.user, call.passphrase, *rulebook, clock)
        : made(call, *rulebook, clock);
    if (!workspace)
        return workspace.error();
    return caseload->bringInto(**workspace, cases, seed, call.passphrase, KeyCost(), sayProgress);
}

} // namespace

QString GenerateVerb::summary() const
{
    return say("brings an invented caseload into a workspace");
}

int GenerateVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("Brings invented cases into a workspace. A missing workspace is made: its first account is a supervisor "
            "with the given passphrase, and invented nurses and physicians have the same.\nExit status: 0 done, 1 "
            "refused, 2 wrong call."));
    parser.addOption({QStringLiteral("cases"), say("How many."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("seed"), say("The same seed gives the same cases."), QStringLiteral("S")});
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    bool casesGiven = false;
    bool seedGiven = false;
    const int cases = parser.value(QStringLiteral("cases")).toInt(&casesGiven);
    const quint32 seed = parser.value(QStringLiteral("seed")).toUInt(&seedGiven);
    if (!casesGiven || cases < 0 || cases > mostCases || !seedGiven) {
        complain(name(),
            say("--cases (0 to %1) and --seed take whole numbers; see reviewdesk generate --help").arg(mostCases));
        return ExitWrongCall;
    }
    const WorkspaceCall call = WorkspaceCall::from(parser);
    if (!call.isRight(*this))
        return ExitWrongCall;
    if (const Result<void> result = generated(call, cases, seed); !result) {
        complain(name(), result.error().message);
        return exitStatusOf(result.error());
    }
    tell(say("%1 cases were brought in.").arg(cases));
    return ExitDone;
}

} // namespace reviewdesk
