#pragma once

#include "fhir/BundleReader.h"

namespace reviewdesk::fhir {

/// The Claim and whom it names, into the draft.
class ClaimReader {
public:
    ClaimReader(BundleReading &reading, const Node &claim);

    void read();

private:
    /// Someone with a name, an NPI, an address and numbers.
    struct Party {
        Node name; ///< the resource that has the name
        QList<Node> resources; ///< this and those it stands for
    };

    void take(const char *field, QString &into, const QString &value, const Node &from);
    void readUrgency();
    void readItems();
    void readDiagnoses();
    void readPatient();
    void readCoverage();
    void readProvider();
    void fill(Provider &provider, const char *field, const Party &party, bool whole);
    Party party(const Node &reference) const;
    Node rendering() const;
    void takeCode(QStringList &codes, const char *field, const QString &code, const Node &from);

    BundleReading &m_reading;
    const FhirBundle &m_bundle;
    Node m_claim;
};

} // namespace reviewdesk::fhir
