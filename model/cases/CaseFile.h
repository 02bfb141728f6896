#pragma once

#include "cases/AppealedDenial.h"
#include "cases/ReviewCase.h"
#include "policy/JsonSchema.h"
#include "support/Result.h"

#include <QByteArray>
#include <QTimeZone>

namespace reviewdesk {

/// A case file that was read, or every problem it has, each with its JSON pointer.
struct CaseReading {
    ReviewCase reviewCase; ///< of use only when `problems` is empty
    JsonValue letterhead; ///< the file's `letterhead` object; null when there is none
    std::optional<AppealedDenial> appeal; ///< the file's `round` is one
    QList<Error> problems;

    bool ok() const { return problems.isEmpty(); }
};

/// Reads the JSON form of one case (resources/rules/case.schema.json): schema, closed lists, the policy's facts and
/// options, document types and recorded items, dates and instants that exist. Unknown members are refused with their
/// place. Codes besides those of readJson and schemaProblems: `unknown_fact`, `unknown_value`, `unknown_member`,
/// `wrong_type`, `invalid_date`, `invalid_instant`, `invalid_place`, `policy_mismatch`; the
/// first thousand problems at most. A text is read as it stands, however odd: a
/// draft must come back.
/// Workspace: its own content, which may be of another version of the policy. What that version asked is kept as it is
/// written, and of `policy` nothing but its id is asked of it; `takeUp` (PackVersions.h) makes it this version's.
enum class CaseSource { File, Workspace };
CaseReading readCase(const QByteArray &json, const Policy &policy, const JsonSchema &schema, CaseSource source = CaseSource::File);

/// Of a case file's determination, without reading the rest.
std::optional<ContractProvision> contractProvisionOf(const JsonValue &file);

/// The file form, members in the order of the schema; those without a value are left out. With canonicalJson it is what
/// a workspace keeps, and readCase gives the same case back.
JsonValue toJson(const ReviewCase &reviewCase, const Policy &policy);

/// The words of a date ("2026-11-20") and of an instant with its offset ("2026-11-20T09:10:00-08:00", "…Z"); invalid
/// when they are not in this form or do not exist.
QDate dateFromWords(const QString &words);
QDateTime instantFromWords(const QString &words);
QString toWords(const QDateTime &instant);
/// The same case with its instants told in `zone`: of use to who reads the file without knowing the plan's zone.
ReviewCase toldIn(ReviewCase reviewCase, const QTimeZone &zone);

} // namespace reviewdesk
