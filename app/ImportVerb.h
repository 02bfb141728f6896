#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk import --workspace DIR FILE...`: FHIR requests and case files become drafts.
class ImportVerb : public Verb {
public:
    QString name() const override { return QStringLiteral("import"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
