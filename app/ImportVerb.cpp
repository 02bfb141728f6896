#include "app/ImportVerb.h"

#include "app/WorkspaceCall.h"
#include "documents/Attachment.h"
#include "fhir/Arrival.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// Of a member that no file has, the place up to it: its name is the sender's own.
QString knownPlace(const Error &error)
{
    static const QStringList ofOwnNames{
        QStringLiteral("duplicate_key"), QStringLiteral("unknown_member"), QStringLiteral("unknown_fact")};
    return ofOwnNames.contains(error.code) ? error.place.left(error.place.lastIndexOf(u'/') + 1) + u'…' : error.place;
}

void complainOf(const QString &file, const Error &error)
{
    complain(QStringLiteral("import"), file, {error.code, withoutValues(error.message), knownPlace(error)});
}

/// `where`: the file, or a row of it.
void report(const QString &where, const ImportedCase &imported, const fhir::Arrival &arrival)
{
    const QString &number = imported.stored.reviewCase.number;
    tell(imported.changed    ? say("%1: %2, here already, and it says something else now: noted in its history")
                                    .arg(where, number)
              : imported.known ? say("%1: %2, here already").arg(where, number)
                               : say("%1: %2, a new draft").arg(where, number));
    if (imported.changed && arrival.draft.request.urgency == Urgency::Expedited)
        tell(imported.stored.reviewCase.request.urgency == Urgency::Expedited
                ? say("  expedited  it asks for an expedited review; the case is expedited")
                : say("  expedited  it asks for an expedited review, and the case cannot be edited now: look at it"));
    if (!arrival.isRequest())
        return;
    // where it stands and what it is of; what it is would be the member's, and stands in Incoming requests
    for (const fhir::Suggestion &each : arrival.request->suggestions)
        tell(say("  suggested  %1: %2").arg(each.place, each.fact));
    for (const fhir::Remark &each : arrival.request->clashes)
        tell(say("  clash      %1: %2, see Incoming requests").arg(each.place, each.about));
    for (const fhir::Remark &each : arrival.request->ignored)
        tell(say("  ignored    %1: %2").arg(each.place, each.about));
}

int importCase(Workspace &workspace, const QString &where, const fhir::Arrival &arrival)
{
    const Result<ImportedCase> imported =
        workspace.importRequest({arrival.keys, arrival.words, arrival.content, arrival.attachments, arrival.mayBeNews()}, arrival.draft);
    if (!imported) {
        complainOf(where, imported.error());
        return ExitRefused;
    }
    report(where, *imported, arrival);
    return ExitDone;
}

/// A row that cannot be read leaves nothing behind; the others are taken in all the same.
int importTable(Workspace &workspace, const QString &file, const RequestTable &table)
{
    int status = ExitDone;
    if (!table.passedOver.isEmpty())
        tell(say("%1: columns passed over: %2").arg(file, table.passedOver.join(QLatin1String(", "))));
    for (const RequestRow &row : table.rows) {
        for (const Error &problem : row.problems)
            complainOf(file, problem);
        const int ended = row.ok()
            ? importCase(workspace, say("%1: row %2").arg(file).arg(row.row),
                  fhir::arrivalOf(row, workspace.rulebook().policy))
            : ExitRefused;
        status = qMax(status, ended);
    }
    return status;
}

int importFile(Workspace &workspace, const QString &file, const Clock &clock)
{
    const Result<QByteArray> bytes = fhir::arrivalBytes(file);
    if (!bytes) {
        complainOf(file, bytes.error());
        return ExitWrongCall;
    }
    const fhir::ArrivalReading reading = fhir::readArrival(*bytes, workspace.rulebook(), clock.now(),
        [](const QByteArray &bytes, const QString &title) { return examineDocument(bytes, title); });
    for (const Error &problem : reading.problems)
        complainOf(file, problem);
    if (!reading.ok())
        return ExitRefused;
    return reading.table ? importTable(workspace, file, *reading.table) : importCase(workspace, file, *reading.arrival);
}

int importAll(const WorkspaceCall &call, const QStringList &files)
{
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> workspace = call.opened("import", clock);
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
    return say("requests by FHIR, case files and tables of requests, into a workspace as drafts");
}

int ImportVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("Takes FHIR request Bundles (Da Vinci PAS), case files, and tables of requests (CSV, one request a row) in "
            "as drafts. What a message says of the facts is suggested, never an answer. The same message or row again "
            "gives the case that is there; what it says anew is noted in the case's history. A file or row that is refused leaves nothing behind; the others are taken "
            "in all the same. Of what is suggested, contradicts itself or is passed over the place in the file is said, and "
            "what it is of; what it says stands in Incoming requests, where the file can be opened.\nExit status: 0 all taken in, 1 "
            "some refused, 2 wrong call or a file that cannot be read."));
    parser.addPositionalArgument(
        QStringLiteral("FILE"), say("A Bundle or a case file (JSON), or a table of requests (CSV)."), QStringLiteral("FILE..."));
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
