#include "app/ImportVerb.h"

#include "app/WorkspaceCall.h"
#include "cases/CaseFile.h"
#include "fhir/BundleReader.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

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

/// One byte more than is taken: what is larger is refused by its reader, whatever its size.
Result<QByteArray> fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("unreadable"), file.errorString(), {}};
    const QByteArray bytes = file.read(fhir::FhirBundle::mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{QStringLiteral("unreadable"), file.errorString(), {}};
    return bytes;
}

void report(const QString &file, const ImportedCase &imported)
{
    const QString &number = imported.stored.reviewCase.number;
    print(
        imported.known ? say("%1: %2, here already").arg(file, number) : say("%1: %2, a new draft").arg(file, number));
}

Result<void> importMessage(Workspace &workspace, const QString &file, const QByteArray &json, const Clock &clock)
{
    const Rulebook &rulebook = workspace.rulebook();
    const Result<fhir::BundleReading> reading =
        fhir::readBundle(json, rulebook.policy, clock.now().toTimeZone(rulebook.zone));
    if (!reading)
        return reading.error();
    const QString number = reading->messageNumber.isEmpty() ? say("without a number") : reading->messageNumber;
    const Result<ImportedCase> imported =
        workspace.importRequest({reading->keys, say("Came by FHIR: message %1.").arg(number), json}, reading->draft);
    if (!imported)
        return imported.error();
    report(file, *imported);
    for (const fhir::Suggestion &each : reading->suggestions)
        print(say("  suggested  %1: %2").arg(each.place, each.reason));
    for (const fhir::Remark &each : reading->clashes)
        print(say("  clash      %1: %2").arg(each.place, each.message));
    for (const fhir::Remark &each : reading->ignored)
        print(say("  ignored    %1: %2").arg(each.place, each.message));
    return {};
}

/// The case of this workspace that the file says it is, where it is the same.
Result<bool> isHere(Workspace &workspace, const QString &file, const ReviewCase &content)
{
    const Result<StoredCase> stored = workspace.loadCaseByNumber(content.number);
    if (!stored && stored.error().code == QLatin1String("not_found"))
        return false;
    if (!stored)
        return stored.error();
    if (toJson(stored->reviewCase, workspace.rulebook().policy) != toJson(content, workspace.rulebook().policy))
        return false;
    report(file, {*stored, true});
    return true;
}

/// A case file becomes a draft of its own number; its determination is left behind.
int importCaseFile(Workspace &workspace, const QString &file, const QByteArray &json)
{
    const Rulebook &rulebook = workspace.rulebook();
    const CaseReading reading = readCase(json, rulebook.policy, rulebook.caseSchema);
    for (const Error &problem : reading.problems)
        complainOf(file, problem);
    if (!reading.ok())
        return ExitRefused;
    const Result<bool> here = isHere(workspace, file, reading.reviewCase);
    if (!here)
        complainOf(file, here.error());
    if (!here || *here)
        return here ? ExitDone : ExitRefused;
    const QByteArray canonical = canonicalJson(toJson(reading.reviewCase, rulebook.policy));
    const QString key = QStringLiteral("case file\n") +
        QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
    const Result<ImportedCase> imported =
        workspace.importRequest({{key}, say("Came as a case file."), json}, reading.reviewCase);
    if (!imported) {
        complainOf(file, imported.error());
        return ExitRefused;
    }
    report(file, *imported);
    return ExitDone;
}

/// A case file is an object with facts and no resourceType.
bool isCaseFile(const QByteArray &json)
{
    const Result<JsonValue> document = readJson(json);
    return document && document->member(u"facts") && !document->member(u"resourceType");
}

int importFile(Workspace &workspace, const QString &file, const Clock &clock)
{
    const Result<QByteArray> json = fileBytes(file);
    if (!json) {
        complainOf(file, json.error());
        return ExitWrongCall;
    }
    if (isCaseFile(*json))
        return importCaseFile(workspace, file, *json);
    if (const Result<void> done = importMessage(workspace, file, *json, clock); !done) {
        complainOf(file, done.error());
        return ExitRefused;
    }
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
