#include "app/ImportVerb.h"

#include "app/WorkspaceCall.h"
#include "documents/Attachment.h"
#include "fhir/Arrival.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("import", text);
}

void print(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
}

void complainOf(const QString &file, const Error &error)
{
    QStringList parts{file, error.place, error.message};
    parts.removeAll(QString());
    complain(QStringLiteral("import"), parts.join(QStringLiteral(": ")));
}

void report(const QString &file, const ImportedCase &imported, const fhir::Arrival &arrival)
{
    const QString &number = imported.stored.reviewCase.number;
    print(
        imported.known ? say("%1: %2, here already").arg(file, number) : say("%1: %2, a new draft").arg(file, number));
    if (!arrival.isRequest())
        return;
    for (const fhir::Suggestion &each : arrival.request->suggestions)
        print(say("  suggested  %1: %2").arg(each.place, each.reason));
    for (const fhir::Remark &each : arrival.request->clashes)
        print(say("  clash      %1: %2").arg(each.place, each.message));
    for (const fhir::Remark &each : arrival.request->ignored)
        print(say("  ignored    %1: %2").arg(each.place, each.message));
}

int importFile(Workspace &workspace, const QString &file, const Clock &clock)
{
    const Result<QByteArray> json = fhir::arrivalBytes(file);
    if (!json) {
        complainOf(file, json.error());
        return ExitWrongCall;
    }
    const fhir::ArrivalReading reading = fhir::readArrival(*json, workspace.rulebook(), clock.now(),
        [](const QByteArray &bytes, const QString &title) { return examineDocument(bytes, title); });
    for (const Error &problem : reading.problems)
        complainOf(file, problem);
    if (!reading.ok())
        return ExitRefused;
    const fhir::Arrival &arrival = *reading.arrival;
    const Result<ImportedCase> imported =
        workspace.importRequest({arrival.keys, arrival.words, arrival.content, arrival.attachments}, arrival.draft);
    if (!imported) {
        complainOf(file, imported.error());
        return ExitRefused;
    }
    report(file, *imported, arrival);
    return ExitDone;
}

int importAll(const WorkspaceCall &call, const QStringList &files)
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook("America/Los_Angeles");
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> workspace = rulebook
        ? Workspace::open(call.directory, call.user, call.passphrase, *rulebook, clock)
        : Result<std::unique_ptr<Workspace>>(rulebook.error());
    if (!workspace) {
        complain(QStringLiteral("import"), workspace.error().message);
        return ExitRefused;
    }
    int status = ExitDone;
    for (const QString &file : files)
        status = qMax(status, importFile(**workspace, file, clock));
    return status;
}

} // namespace

QString ImportVerb::summary() const
{
    return say("requests by FHIR, and case files, into a workspace as drafts");
}

int ImportVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("Takes FHIR request Bundles (Da Vinci PAS) and case files in as drafts. What a message says of the facts "
            "is suggested, never an answer. The same message again gives the case that is there. A file that is "
            "refused leaves nothing behind; the others are taken in all the same.\nExit status: 0 all taken in, 1 "
            "some refused, 2 wrong call or a file that cannot be read."));
    parser.addPositionalArgument(
        QStringLiteral("FILE"), say("A Bundle or a case file (JSON)."), QStringLiteral("FILE..."));
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty()) {
        complain(name(), say("no file is named; see reviewdesk import --help"));
        return ExitWrongCall;
    }
    const WorkspaceCall call = WorkspaceCall::from(parser, WorkspaceCall::Files::Taken);
    return call.isRight(*this) ? importAll(call, files) : ExitWrongCall;
}

} // namespace reviewdesk
