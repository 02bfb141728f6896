#include "app/WorkspaceCall.h"

#include "store/Secret.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("workspace", text);
}

constexpr qint64 longestPassphrase = 4096; // bytes

/// The first line, without its end.
QByteArray firstLine(QFile &file)
{
    QByteArray line = file.readLine(longestPassphrase);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

WorkspaceCall::~WorkspaceCall()
{
    wipe(passphrase);
}

void WorkspaceCall::declareOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("workspace"), say("The workspace's folder, or a server's address (postgresql://…)."), QStringLiteral("DIR")});
    parser.addOption(
        {QStringLiteral("user"), say("Who signs in; else the first account of a folder's workspace. A server needs it."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("passphrase-file"),
        say("The file whose first line is the passphrase; else it is read from standard input."),
        QStringLiteral("FILE")});
}

std::optional<int> WorkspaceCall::ended(const Verb &verb, QCommandLineParser &parser, const QStringList &arguments)
{
    const QCommandLineOption help = addHelp(parser);
    declareOptions(parser);
    if (!parser.parse(QStringList{QStringLiteral("reviewdesk ") + verb.name()} + arguments)) {
        complain(verb.name(), parser.errorText());
        return ExitWrongCall;
    }
    if (!parser.isSet(help))
        return std::nullopt;
    printHelp(verb, parser);
    return ExitDone;
}

bool WorkspaceCall::isRight(const Verb &verb) const
{
    if (wrong.isEmpty())
        return true;
    complain(verb.name(), say("%1; see reviewdesk %2 --help").arg(wrong, verb.name()));
    return false;
}

Result<std::unique_ptr<Workspace>> WorkspaceCall::opened(const char *verb, const Clock &clock) const
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(directory, user, passphrase, *rulebook, clock);
    if (workspace) {
        for (const QString &remark : (*workspace)->remarks())
            complain(QString::fromLatin1(verb), remark);
    }
    return workspace;
}

WorkspaceCall WorkspaceCall::from(const QCommandLineParser &parser, Files files)
{
    WorkspaceCall call;
    call.directory = parser.value(QStringLiteral("workspace"));
    call.user = parser.value(QStringLiteral("user"));
    if (files == Files::None && !parser.positionalArguments().isEmpty()) {
        call.wrong = say("“%1” is not expected").arg(parser.positionalArguments().constFirst());
        return call;
    }
    if (call.directory.isEmpty()) {
        call.wrong = say("--workspace is missing");
        return call;
    }
    const QString path = parser.value(QStringLiteral("passphrase-file"));
    QFile file(path);
    const bool opened = path.isEmpty() ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        call.wrong = say("%1 cannot be read: %2").arg(path, file.errorString());
        return call;
    }
    call.passphrase = firstLine(file);
    if (call.passphrase.isEmpty())
        call.wrong = say("there is no passphrase in %1").arg(path.isEmpty() ? say("standard input") : path);
    return call;
}

Result<void> printRecoveryKey(const QString &line)
{
    const QByteArray bytes = (line + QLatin1Char('\n')).toUtf8();
    const bool isWritten = std::fputs(bytes.constData(), stdout) >= 0 && std::fflush(stdout) == 0;
    if (isWritten && std::ferror(stdout) == 0)
        return {};
    return Error{QStringLiteral("not_shown"),
        say("The workspace is made, but its recovery key could not be written to standard output, and it is shown only "
            "once. A supervisor can make another: sign in, Accounts, Another recovery key."),
        {}};
}

int exitStatusOf(const Error &error)
{
    return error.code == QLatin1String("not_shown") ? ExitWrongCall : ExitRefused;
}

Result<std::shared_ptr<const Rulebook>> compiledRulebook(const QByteArray &zone)
{
    return loadRulebook(QStringLiteral(":"), QTimeZone(zone));
}

} // namespace reviewdesk
