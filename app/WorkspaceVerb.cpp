#include "app/WorkspaceVerb.h"

#include "app/WorkspaceCall.h"
#include "store/Secret.h"
#include "store/WorkspaceCopy.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTimeZone>


namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("workspace", text);
}

QString option(const QCommandLineParser &parser, const char *name)
{
    return parser.value(QLatin1String(name));
}

/// What every word of this verb is told besides the workspace.
struct Call {
    WorkspaceCall workspace;
    ServerSetup::Administrator administrator;
    QString wrong;

    ~Call() { wipe(administrator.password); }
};

void readAdministrator(const QCommandLineParser &parser, Call &call)
{
    call.administrator.login = option(parser, "administrator");
    QFile file(option(parser, "administrator-password-file"));
    if (call.administrator.login.isEmpty() || file.fileName().isEmpty())
        call.wrong = say("--administrator and --administrator-password-file are needed");
    else if (!file.open(QIODevice::ReadOnly))
        call.wrong = say("%1 cannot be read: %2").arg(file.fileName(), file.errorString());
    else
        call.administrator.password = file.readLine().trimmed();
}

/// The passphrase is a person's: where none signs in, none is asked for.
WorkspaceCall readWorkspace(const QCommandLineParser &parser, bool withPassphrase)
{
    if (withPassphrase)
        return WorkspaceCall::from(parser, WorkspaceCall::Files::Taken);
    WorkspaceCall call;
    call.directory = option(parser, "workspace");
    if (call.directory.isEmpty())
        call.wrong = say("--workspace is missing");
    return call;
}

Result<void> prepared(const QCommandLineParser &parser, const Call &call)
{
    const Result<ServerAddress> address = ServerAddress::fromText(call.workspace.directory);
    if (!address)
        return address.error();
    WorkspaceSettings settings;
    settings.organisation = option(parser, "organisation");
    settings.timeZone = option(parser, "time-zone").toUtf8();
    if (settings.organisation.trimmed().isEmpty() || !QTimeZone(settings.timeZone).isValid())
        return Error{QStringLiteral("invalid"),
            say("--organisation and --time-zone (America/Los_Angeles) say whose workspace it is"), {}};
    NewUser first;
    first.loginName = call.workspace.user;
    first.name = option(parser, "name");
    first.role = Role::Supervisor;
    first.passphrase = call.workspace.passphrase;
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook(settings.timeZone);
    if (!rulebook)
        return rulebook.error();
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> made =
        ServerSetup::create(*address, call.administrator, first, settings, *rulebook, clock, KeyCost());
    wipe(first.passphrase);
    if (!made)
        return made.error();
    tell(say("The workspace is ready: %1").arg(address->toText()));
    return {};
}

Result<void> upgraded(const Call &call)
{
    const Result<ServerAddress> address = ServerAddress::fromText(call.workspace.directory);
    if (!address)
        return address.error();
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    const auto progress = [](int done, int of) {
        constexpr int often = 20'000;
        if (done % often == 0)
            complain(QStringLiteral("workspace upgrade"), say("due dates: %1 of %2 open cases").arg(done).arg(of));
        return true;
    };
    const SystemClock clock;
    if (Result<void> done = ServerSetup::upgrade(*address, call.administrator, *rulebook, clock, progress); !done)
        return done;
    tell(say("The workspace is up to date."));
    return {};
}

/// On a terminal's line of its own, now and then.
WorkspaceCopy::Progress progress()
{
    return [said = qint64{-1}](qint64 done, qint64 of) mutable {
        const qint64 percent = of > 0 ? 100 * done / of : 100;
        if (percent / 10 != said / 10 || said < 0)
            complain(QStringLiteral("workspace copy"), say("%1 % of the rows").arg(percent));
        said = percent;
        return true;
    };
}

Result<void> copied(const Call &call, const QString &to)
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    const SystemClock clock;
    const bool toServer = ServerAddress::isOne(to);
    const Result<ServerAddress> address = ServerAddress::fromText(toServer ? to : call.workspace.directory);
    if (!address)
        return address.error();
    if (toServer) {
        const Result<qint64> rows = WorkspaceCopy::toServer(call.workspace.directory, call.workspace.user,
            call.workspace.passphrase, *address, call.administrator, *rulebook, clock, progress());
        if (!rows)
            return rows.error();
        tell(say("%1 rows were copied and compared; the histories are whole. Everybody but you needs a new passphrase "
                  "from a supervisor.")
                  .arg(*rows));
        return {};
    }
    const Result<WorkspaceCopy::Returned> back =
        WorkspaceCopy::toFolder(*address, call.administrator, to, *rulebook, progress());
    if (!back)
        return back.error();
    tell(say("%1 rows were copied and compared; the histories are whole.").arg(back->rows));
    return printRecoveryKey(
        say("The folder's recovery key, to be printed and kept away from the computer: %1").arg(back->recoveryKey));
}

} // namespace

QString WorkspaceVerb::summary() const
{
    return say("prepare, upgrade or copy: a workspace on a PostgreSQL server");
}

int WorkspaceVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("An administrator's work on a PostgreSQL server, version 15 or newer, named as "
            "postgresql://HOST[:PORT][,HOST[:PORT]]/DATABASE[?sslrootcert=FILE].\n"
            "prepare makes DATABASE with its roles and schema, and the first account, a supervisor. upgrade brings the "
            "schema of an earlier ReviewDesk up to date; make a copy with pg_dump first. copy moves a workspace from a "
            "folder to a DATABASE that is made for it, or from a server to a folder that is made for it: every row is "
            "compared afterwards, and the histories are verified.\n"
            "Exit status: 0 done, 1 refused, 2 wrong call."));
    parser.addPositionalArgument(QStringLiteral("prepare|upgrade|copy"), say("What is to be done."));
    parser.addOption({QStringLiteral("to"), say("copy: the server, or the folder, to be made."), QStringLiteral("PLACE")});
    parser.addOption({QStringLiteral("administrator"),
        say("A role of the server that may make databases and roles."), QStringLiteral("ROLE")});
    parser.addOption({QStringLiteral("administrator-password-file"),
        say("The file whose first line is that role's password."), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("name"), say("prepare: the supervisor's name, as letters show it."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("organisation"), say("prepare: the health plan's name."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("time-zone"), say("prepare: the plan's time zone."), QStringLiteral("ZONE")});
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const QString word = words.size() == 1 ? words.constFirst() : QString();
    const QString to = option(parser, "to");
    const bool known = word == QLatin1String("prepare") || word == QLatin1String("upgrade") || word == QLatin1String("copy");
    const bool back = word == QLatin1String("copy") && ServerAddress::isOne(option(parser, "workspace"));
    Call call{readWorkspace(parser, word == QLatin1String("prepare") || (word == QLatin1String("copy") && !back)), {}, {}};
    readAdministrator(parser, call);
    if (!known)
        call.wrong = say("say prepare, upgrade or copy");
    else if ((word == QLatin1String("copy")) == to.isEmpty())
        call.wrong = say("--to goes with copy");
    else if (word == QLatin1String("copy") && ServerAddress::isOne(to) == back)
        call.wrong = say("copy goes from a folder to a server, or from a server to a folder");
    if (!call.wrong.isEmpty())
        call.workspace.wrong = call.wrong;
    if (!call.workspace.isRight(*this))
        return ExitWrongCall;
    const Result<void> done = word == QLatin1String("prepare") ? prepared(parser, call)
        : word == QLatin1String("upgrade")                     ? upgraded(call)
                                                               : copied(call, to);
    if (done)
        return ExitDone;
    complain(name(), done.error().message);
    return exitStatusOf(done.error());
}

} // namespace reviewdesk
