#pragma once

#include "fhir/Arrival.h"
#include "store/Workshop.h"
#include "ui/intake/ArrivalRun.h"

#include <QObject>

namespace reviewdesk {

/// The message that a case came by, read again from the record: what it suggests and where it says so. Nothing of it
/// is an answer. Empty until read() and where the case came another way.
class SentRequest : public QObject {
    Q_OBJECT
public:
    SentRequest(Workshop &workshop, QObject *parent = nullptr);

    void load(const QString &caseId);
    const fhir::Arrival *arrival() const; ///< nullptr: not read, or none
    /// What is suggested for a fact of the policy; nullptr: nothing.
    const fhir::Suggestion *suggestion(const QString &factId) const;
    /// Where a suggestion's answer comes from, as the case keeps it.
    Evidence evidenceOf(const fhir::Suggestion &suggestion) const;
    QString placeOf(const QString &entry) const; ///< in the message: a JSON pointer, a column; empty: not there

Q_SIGNALS:
    void read();

private:
    const fhir::BundleReading *request() const;

    Workshop &m_workshop;
    ArrivalRun m_run;
    std::shared_ptr<const fhir::ArrivalReading> m_reading;
};

} // namespace reviewdesk
