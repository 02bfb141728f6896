#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk generate`: an invented caseload into a workspace, which is made when there is none.
class GenerateVerb : public Verb {
public:
    QString name() const override { return QStringLiteral("generate"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
