#include "app/VerifyVerb.h"

#include "app/WorkspaceCall.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <unistd.h>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("verify", text);
}

/// On a terminal alone.
bool sayHowFar(int done, int of)
{
    std::fprintf(stderr, "\r%d %%", static_cast<int>(Q_INT64_C(100) * done / qMax(of, 1)));
    return true;
}

Result<void> verified(const WorkspaceCall &call)
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    const SystemClock clock;
    const bool watched = ::isatty(STDERR_FILENO) != 0;
    const Result<void> result = Workspace::inspect(
        call.directory, call.user, call.passphrase, *rulebook, clock, watched ? sayHowFar : Workspace::Progress());
    if (watched)
        std::fputs("\r\x1b[K", stderr);
    return result;
}

} // namespace

QString VerifyVerb::summary() const
{
    return say("checks a workspace's pages, histories and issued letters");
}

int VerifyVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(
        "Checks a workspace or a backup and changes nothing in it: each page in use is authenticated, the write-ahead "
        "log followed to its end, and each index, reference, history chain, round and issued letter held against "
        "the others. The first broken place is on standard error.\nExit status: 0 whole, 1 broken or not opened, "
        "2 wrong call."));
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const WorkspaceCall call = WorkspaceCall::from(parser);
    if (!call.isRight(*this))
        return ExitWrongCall;
    if (const Result<void> result = verified(call); !result) {
        complain(name(), result.error().message);
        return ExitRefused;
    }
    std::fputs(say("The workspace is whole.\n").toUtf8().constData(), stdout);
    return ExitDone;
}

} // namespace reviewdesk
