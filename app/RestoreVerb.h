#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk restore`: a backup in the place of a workspace, whose files are kept.
class RestoreVerb final : public Verb {
public:
    QString name() const override { return QStringLiteral("restore"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
