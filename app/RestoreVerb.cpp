#include "app/RestoreVerb.h"

#include "app/WorkspaceCall.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("restore", text);
}

Result<QString> restored(const WorkspaceCall &call, const QString &backup)
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    return Workspace::restore(call.directory, backup, call.user, call.passphrase, *rulebook, SystemClock());
}

} // namespace

QString RestoreVerb::summary() const
{
    return say("puts a backup in a workspace's place and keeps what was there");
}

int RestoreVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(
        "Verifies a backup and puts it in the workspace's place, in one step: before it, and after an interruption, "
        "the workspace is what it was. What is replaced is kept in a folder below \"backups\", named on standard "
        "output. Name, passphrase and role are those of the backup; a supervisor may do this.\nExit status: 0 done, "
        "1 refused, 2 wrong call."));
    parser.addOption(
        {QStringLiteral("from"), say("The folder that reviewdesk backup made."), QStringLiteral("FOLDER")});
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const QString backup = parser.value(QStringLiteral("from"));
    if (backup.isEmpty()) {
        complain(name(), say("--from is missing; see reviewdesk restore --help"));
        return ExitWrongCall;
    }
    const WorkspaceCall call = WorkspaceCall::from(parser);
    if (!call.isRight(*this))
        return ExitWrongCall;
    const Result<QString> kept = restored(call, backup);
    if (!kept) {
        complain(name(), kept.error().message);
        return ExitRefused;
    }
    const QString said = kept->isEmpty() ? say("The workspace was restored; nothing was replaced.")
                                         : say("The workspace was restored. What was there is kept in %1").arg(*kept);
    std::fputs((said + QLatin1Char('\n')).toLocal8Bit().constData(), stdout);
    return ExitDone;
}

} // namespace reviewdesk
