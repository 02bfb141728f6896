#include "app/ExportVerb.h"

#include "app/WorkspaceCall.h"
#include "cases/CaseFile.h"
#include "fhir/ClaimResponseWriter.h"
#include "fhir/FhirWriting.h"
#include "fhir/QuestionnaireWriter.h"
#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>

#include <cstdio>

namespace reviewdesk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("export", text);
}

const QString claimResponse = QStringLiteral("claim-response");
const QString questionnaireResponse = QStringLiteral("questionnaire-response");
const QString questionnaire = QStringLiteral("questionnaire");
const QString caseFile = QStringLiteral("case");

/// The provider's letters of the case's round, as they were issued.
Result<QList<fhir::SentLetter>> lettersOf(Workspace &workspace, const StoredCase &stored)
{
    const Result<QList<IssuedLetter>> issued = workspace.letters(stored.id);
    if (!issued)
        return issued.error();
    QList<fhir::SentLetter> letters;
    for (const IssuedLetter &letter : *issued) {
        if (letter.round != stored.round || letter.recipient != toWord(Recipient::Provider))
            continue;
        const Result<QByteArray> pdf = letterPdf(
            ComposedLetter::thawed(letter, letter.caseNumber), letter.sample ? PageMark::Sample : PageMark::None);
        if (!pdf)
            return pdf.error();
        letters.append({letter.title, *pdf, letter.issuedAt});
    }
    return letters;
}

Result<QByteArray> answerOf(Workspace &workspace, const StoredCase &stored)
{
    const Rulebook &rulebook = workspace.rulebook();
    const Result<WorkspaceSettings> settings = workspace.settings();
    if (!settings)
        return settings.error();
    const Result<QByteArray> message = workspace.messageOf(stored.id);
    if (!message)
        return message.error();
    const Result<QList<fhir::SentLetter>> letters = lettersOf(workspace, stored);
    if (!letters)
        return letters.error();
    const Result<fhir::FhirBundle> request = fhir::FhirBundle::read(*message); // none: it came another way
    const CaseView view = viewOf(stored.reviewCase, rulebook, stored.clock);
    const Result<JsonValue> bundle = fhir::claimResponseBundle(
        {stored.reviewCase, view, rulebook.policy, request ? &*request : nullptr, settings->organisation, *letters});
    if (!bundle)
        return bundle.error();
    return fhir::fhirJson(*bundle);
}

Result<QByteArray> exported(const WorkspaceCall &call, const QString &number, const QString &format)
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook("America/Los_Angeles");
    if (!rulebook)
        return rulebook.error();
    const SystemClock clock;
    const Result<std::unique_ptr<Workspace>> workspace =
        Workspace::open(call.directory, call.user, call.passphrase, *rulebook, clock);
    if (!workspace)
        return workspace.error();
    const Result<StoredCase> stored = (*workspace)->loadCaseByNumber(number);
    if (!stored)
        return stored.error();
    const Policy &policy = (*workspace)->rulebook().policy;
    if (format == caseFile)
        return canonicalJson(toJson(stored->reviewCase, policy)) + '\n';
    if (format == questionnaireResponse)
        return fhir::fhirJson(fhir::questionnaireResponse(stored->reviewCase, policy));
    return answerOf(**workspace, *stored);
}

Result<QByteArray> exportedPolicy()
{
    const Result<std::shared_ptr<const Rulebook>> rulebook = compiledRulebook("America/Los_Angeles");
    if (!rulebook)
        return rulebook.error();
    return fhir::fhirJson(fhir::questionnaire((*rulebook)->policy));
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
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return ExitDone;
    complain(QStringLiteral("export"), path + QStringLiteral(": ") + file.errorString());
    return ExitWrongCall;
}

} // namespace

QString ExportVerb::summary() const
{
    return say("a case as a FHIR answer or a case file; the policy as a questionnaire");
}

int ExportVerb::run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("Writes one case: the answer to its request (a ClaimResponse Bundle, with the provider's letters), its "
            "answers (QuestionnaireResponse) or its case file; or the policy's Questionnaire, for which no workspace "
            "is needed. The same case gives the same bytes.\nExit status: 0 written, 1 refused, 2 wrong call or "
            "nothing could be written."));
    parser.addOption(
        {QStringLiteral("case"), say("The case's number, such as RD-2026-000123."), QStringLiteral("NUMBER")});
    parser.addOption(
        {QStringLiteral("format"), say("claim-response (unless told), questionnaire-response, case or questionnaire."),
            QStringLiteral("FORMAT"), claimResponse});
    parser.addOption({QStringLiteral("out"), say("The file; else standard output."), QStringLiteral("FILE")});
    if (const std::optional<int> status = WorkspaceCall::ended(*this, parser, arguments))
        return *status;
    const QString format = parser.value(QStringLiteral("format"));
    const QString number = parser.value(QStringLiteral("case"));
    if (!QStringList{claimResponse, questionnaireResponse, caseFile, questionnaire}.contains(format)) {
        complain(name(), say("there is no format “%1”; see reviewdesk export --help").arg(format));
        return ExitWrongCall;
    }
    Result<QByteArray> bytes = QByteArray();
    if (format == questionnaire) {
        bytes = exportedPolicy();
    } else {
        if (number.isEmpty()) {
            complain(name(), say("--case is missing; see reviewdesk export --help"));
            return ExitWrongCall;
        }
        const WorkspaceCall call = WorkspaceCall::from(parser);
        if (!call.isRight(*this))
            return ExitWrongCall;
        bytes = exported(call, number, format);
    }
    if (!bytes) {
        complain(name(), bytes.error().message);
        return ExitRefused;
    }
    return write(parser.value(QStringLiteral("out")), *bytes);
}

} // namespace reviewdesk
