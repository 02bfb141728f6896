#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk workspace prepare|upgrade|copy`: an administrator's work on a PostgreSQL server.
class WorkspaceVerb final : public Verb {
public:
    QString name() const override { return QStringLiteral("workspace"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
