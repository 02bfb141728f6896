#include "app/BackupVerb.h"

#include "app/WorkspaceCall.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("backup", text);
}

Result<QString> backedUp(const WorkspaceCall &call, const QString &folder)
{
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> workspace = call.opened("backup", clock);
    if (!workspace)
        return workspace.error();
    return (*workspace)->backUp(folder.isEmpty() ? QString() : QFileInfo(folder).absoluteFilePath());
}

} // namespace

QString BackupVerb::summary() const
{
    return say("copies a workspace while it is in use, and verifies the copy");
}

int BackupVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(
        "Makes a backup: a folder with the encrypted database and its key file, a workspace of its own, copied while "
        "others work and verified after writing. Its path is on standard output. A supervisor may do this.\nExit "
        "status: 0 done, 1 refused, 2 wrong call."));
    parser.addOption({QStringLiteral("to"),
        say("The folder to make it in; else the one in the settings, else \"backups\" in the workspace."),
        QStringLiteral("FOLDER")});
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const WorkspaceCall call = WorkspaceCall::from(parser);
    if (!call.isRight(*this))
        return ExitWrongCall;
    const Result<QString> made = backedUp(call, parser.value(QStringLiteral("to")));
    if (!made) {
        complain(name(), made.error().message);
        return ExitRefused;
    }
    std::fputs((*made + QLatin1Char('\n')).toLocal8Bit().constData(), stdout);
    return ExitDone;
}

} // namespace reviewdesk
