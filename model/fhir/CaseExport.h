#pragma once

#include "cases/AppealedDenial.h"
#include "fhir/ClaimResponseWriter.h"

#include <functional>

namespace reviewdesk::fhir {

/// The forms in which a case goes out.
enum class ExportFormat {
    ClaimResponse, ///< the answer to its request, with the provider's letters
    QuestionnaireResponse, ///< its answers
    CaseFile,
    Table, ///< its request as a table of one row
    Questionnaire, ///< the policy's; no case is needed
};

QString toWord(ExportFormat); ///< "claim-response": of the command line
std::optional<ExportFormat> exportFormatFromWord(QStringView);
/// Whether it names the policy's version and speaks in its questions: only that version's pack can write it of a case.
bool isInPolicyWords(ExportFormat);

/// What goes out, and of what it is made.
struct CaseExport {
    ExportFormat format = ExportFormat::ClaimResponse;
    const ReviewCase &reviewCase;
    const CaseView &view;
    const Policy &policy;
    QByteArray message; ///< the one the case came by; empty: it came another way
    QString insurer; ///< the plan's name
    std::function<Result<QList<SentLetter>>()> letters; ///< asked where the form has them
    QTimeZone zone = QTimeZone::utc(); ///< the plan's: a case file tells its instants in it
    std::optional<AppealedDenial> appeal = {}; ///< a case file says that its round is one, so that its letter does

    /// The same case gives the same bytes. Error `undecided` where there is no answer yet.
    Result<QByteArray> bytes() const;
    /// "RD-2026-000123 claim-response.json", "RD-2026-000123 request.csv"
    QString fileName() const;
};

} // namespace reviewdesk::fhir
