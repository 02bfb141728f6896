#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk export`: the answer to a request, its answers or its case file; the policy as a Questionnaire.
class ExportVerb : public Verb {
public:
    QString name() const override { return QStringLiteral("export"); }
    QString summary() const override;
    bool needsFonts() const override { return true; } ///< letters go along as PDF
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
