#include "fhir/CaseExport.h"

#include "cases/CaseFile.h"
#include "cases/RequestTable.h"
#include "fhir/FhirWriting.h"
#include "fhir/QuestionnaireWriter.h"

#include <array>
#include <utility>

namespace reviewdesk::fhir {

namespace {

constexpr std::array<std::pair<ExportFormat, const char *>, 5> words{{
    {ExportFormat::ClaimResponse, "claim-response"},
    {ExportFormat::QuestionnaireResponse, "questionnaire-response"},
    {ExportFormat::CaseFile, "case"},
    {ExportFormat::Table, "csv"},
    {ExportFormat::Questionnaire, "questionnaire"},
}};

JsonValue withRound(const JsonValue &file, const std::optional<AppealedDenial> &appeal, const QTimeZone &zone)
{
    if (!appeal || !file.asObject())
        return file;
    JsonValue::Object round{{QStringLiteral("kind"), QStringLiteral("appeal")}};
    if (appeal->deniedAt.isValid())
        round.emplace_back(QStringLiteral("denied_at"), toWords(appeal->deniedAt.toTimeZone(zone)));
    if (!appeal->stands)
        round.emplace_back(QStringLiteral("denial_stands"), false);
    JsonValue::Object members = *file.asObject();
    members.emplace_back(QStringLiteral("round"), round);
    return members;
}

} // namespace

QString toWord(ExportFormat format)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(format)).second);
}

std::optional<ExportFormat> exportFormatFromWord(QStringView word)
{
    for (const auto &[format, own] : words) {
        if (word == QLatin1String(own))
            return format;
    }
    return std::nullopt;
}

bool isInPolicyWords(ExportFormat format)
{
    return format == ExportFormat::ClaimResponse || format == ExportFormat::QuestionnaireResponse;
}

QString CaseExport::fileName() const
{
    const QString about = format == ExportFormat::Questionnaire ? policy.id : reviewCase.number;
    if (format == ExportFormat::Table)
        return QStringLiteral("%1 request.csv").arg(about);
    return QStringLiteral("%1 %2.json").arg(about, toWord(format));
}

Result<QByteArray> CaseExport::bytes() const
{
    switch (format) {
    case ExportFormat::QuestionnaireResponse:
        return fhirJson(questionnaireResponse(reviewCase, policy));
    case ExportFormat::CaseFile:
        return canonicalJson(withRound(toJson(toldIn(reviewCase, zone), policy), appeal, zone)) + '\n';
    case ExportFormat::Table:
        return toRequestTable({reviewCase});
    case ExportFormat::Questionnaire:
        return fhirJson(questionnaire(policy));
    case ExportFormat::ClaimResponse:
        break;
    }
    const Result<QList<SentLetter>> sent = letters ? letters() : Result<QList<SentLetter>>(QList<SentLetter>());
    if (!sent)
        return sent.error();
    const Result<FhirBundle> request = FhirBundle::read(message); // none: it came another way
    const Result<JsonValue> bundle =
        claimResponseBundle({reviewCase, view, policy, request ? &*request : nullptr, insurer, *sent});
    if (!bundle)
        return bundle.error();
    return fhirJson(*bundle);
}

} // namespace reviewdesk::fhir
