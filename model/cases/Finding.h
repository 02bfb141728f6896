#pragma once

#include "cases/ReviewCase.h"
#include "policy/Interview.h"
#include "policy/Policy.h"

#include <QList>
#include <QString>

#include <vector>

namespace reviewdesk {

enum class Severity {
    Missing, ///< a decision or its letter needs it
    Warning, ///< look again; may well be right
    Wrong, ///< cannot be so
};

/// Something about a case that a person should see: where, and why. Nothing is ever changed by itself.
struct Finding {
    Severity severity = Severity::Warning;
    QString section; ///< id of the wizard page: "request", a pack section, "documents", "recommendation"
    QString field; ///< JSON pointer of the member in the case file, e.g. "/provider/npi"
    QString message; ///< one sentence with the reason

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Ten digits with a right check digit (Luhn over "80840" + NPI, 45 CFR 162.406). `why` gets the reason when not.
bool isValidNpi(const QString &npi, QString *why = nullptr);
/// The shape of an ICD-10-CM code: letter, digit, digit or A or B, then optional point and up to four more.
bool isIcd10Shape(const QString &code);

/// A member of the case file that submission, approval and denial need.
struct MissingField {
    QString field; ///< JSON pointer
    QString name; ///< for a person: "member name"
};
QList<MissingField> missingForDecision(const ReviewCase &reviewCase);

/// Every check of a case: what is missing, impossible dates, NPI, codes against answers (from the pack).
/// `today` is the date in the plan's time zone.
QList<Finding> findings(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview, const QDate &today);

/// Required documents of the pack that apply and are not among the case's documents.
QList<const DocumentationItem *> missingDocuments(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview);

/// What the provider is asked for: questions shown, asked and not documented, that can still change the outcome; in
/// policy order.
std::vector<int> factsToAsk(const Interview &interview, const Evaluation &evaluation);

} // namespace reviewdesk
