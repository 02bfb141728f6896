#pragma once

#include "cases/ReviewCase.h"
#include "policy/Interview.h"
#include "policy/Policy.h"

#include <QList>
#include <QString>

namespace reviewdesk {

enum class Severity { Missing, Warning, Wrong };

/// Something about a case that a person should see: where, and why. Nothing is ever changed by itself.
struct Finding {
    Severity severity = Severity::Warning;
    QString section; ///< id of the wizard page: "request", a pack section, "documents"
    QString field; ///< JSON pointer of the member in the case file, e.g. "/provider/npi"
    QString message; ///< one sentence with the reason

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Ten digits with a right check digit (Luhn over "80840" + NPI, 45 CFR 162.406). `why` gets the reason when not.
bool isValidNpi(const QString &npi, QString *why = nullptr);
/// The shape of an ICD-10-CM code: letter, two, optional point and up to four more.
bool isIcd10Shape(const QString &code);

/// Every check of a case: what is missing for a decision, impossible dates, NPI, codes against answers (from the pack).
/// `today` is the date in the plan's time zone.
QList<Finding> findings(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview, const QDate &today);

/// Required documents of the pack that apply and are not among the case's documents.
QList<const DocumentationItem *> missingDocuments(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview);

} // namespace reviewdesk
