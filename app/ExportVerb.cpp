#include "app/ExportVerb.h"

#include "app/WorkspaceCall.h"
#include "cases/RequestTable.h"
#include "fhir/CaseExport.h"
#include "letter/LetterPaper.h"
#include "policy/FileContent.h"
#include "store/CaseDossier.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("export", text);
}

Result<QByteArray> exportedTable(Workspace &workspace, const QStringList &numbers)
{
    QList<ReviewCase> cases;
    for (const QString &number : numbers) {
        const Result<StoredCase> stored = workspace.loadCaseByNumber(number);
        if (!stored)
            return stored.error();
        cases.append(stored->reviewCase);
    }
    return toRequestTable(cases);
}

Result<QByteArray> exported(const WorkspaceCall &call, const QStringList &numbers, fhir::ExportFormat format)
{
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> workspace = call.opened("export", clock);
    if (!workspace)
        return workspace.error();
    if (format == fhir::ExportFormat::Table)
        return exportedTable(**workspace, numbers);
    const Result<StoredCase> stored = (*workspace)->loadCaseByNumber(numbers.constFirst());
    if (!stored)
        return stored.error();
    const Result<CaseDossier> dossier = readDossier(**workspace, stored->id);
    if (!dossier)
        return dossier.error();
    if (const Result<void> may = dossier->checkAnswer(); !may && fhir::isInPolicyWords(format))
        return may.error();
    return fhir::CaseExport{format, dossier->stored.reviewCase, dossier->view(), dossier->rulebook->policy,
        dossier->message, dossier->organisation, [&dossier] { return dossier->sentTo<fhir::SentLetter>(toWord(Recipient::Provider), frozenPdf); },
        dossier->rulebook->zone, dossier->appeal}
        .bytes();
}

Result<QByteArray> exportedPolicy()
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook();
    if (!rulebook)
        return rulebook.error();
    return fhir::CaseExport{
        fhir::ExportFormat::Questionnaire, ReviewCase(), CaseView(), (*rulebook)->policy, {}, {}, {}}
        .bytes();
}

int write(const QString &path, const QByteArray &bytes)
{
    if (path.isEmpty()) {
        const bool written = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout) ==
                static_cast<std::size_t>(bytes.size()) &&
            std::fflush(stdout) == 0;
        if (!written)
            complain(QStringLiteral("export"), say("standard output cannot be written"));
        return written ? ExitDone : ExitWrongCall;
    }
    const Result<void> written = writeWhole(path, bytes);
    if (written)
        return ExitDone;
    complain(QStringLiteral("export"), written.error().message);
    return ExitWrongCall;
}

} // namespace

QString ExportVerb::summary() const
{
    return say("a case as a FHIR answer, a case file or a row of a table; the policy as a questionnaire");
}

int ExportVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("Writes one case: the answer to its request (a ClaimResponse Bundle, with the provider's letters), its "
            "answers (QuestionnaireResponse), its case file, or its request as a table (CSV: then --case may be "
            "given more than once, a row each); or the policy's Questionnaire, for which no workspace is needed. The same case gives the same bytes.\nExit status: 0 written, 1 refused, 2 wrong call or "
            "nothing could be written."));
    parser.addOption(
        {QStringLiteral("case"), say("The case's number, such as RD-2026-000123."), QStringLiteral("NUMBER")});
    parser.addOption(
        {QStringLiteral("format"), say("claim-response (unless told), questionnaire-response, case, csv or questionnaire."),
            QStringLiteral("FORMAT"), toWord(fhir::ExportFormat::ClaimResponse)});
    parser.addOption({QStringLiteral("out"), say("The file; else standard output."), QStringLiteral("FILE")});
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const QString word = parser.value(QStringLiteral("format"));
    const std::optional<fhir::ExportFormat> format = fhir::exportFormatFromWord(word);
    const QStringList numbers = parser.values(QStringLiteral("case"));
    if (!format) {
        complain(name(), say("there is no format “%1”; see reviewdesk export --help").arg(word));
        return ExitWrongCall;
    }
    Result<QByteArray> bytes = QByteArray();
    if (format == fhir::ExportFormat::Questionnaire) {
        bytes = exportedPolicy();
    } else {
        if (numbers.isEmpty() || (numbers.size() > 1 && format != fhir::ExportFormat::Table)) {
            complain(name(),
                numbers.isEmpty() ? say("--case is missing; see reviewdesk export --help")
                                  : say("more than one --case goes with --format csv alone"));
            return ExitWrongCall;
        }
        const WorkspaceCall call = WorkspaceCall::from(parser);
        if (!call.isRight(*this))
            return ExitWrongCall;
        bytes = exported(call, numbers, *format);
    }
    if (!bytes) {
        complain(name(), bytes.error().message);
        return ExitRefused;
    }
    return write(parser.value(QStringLiteral("out")), *bytes);
}

} // namespace reviewdesk
