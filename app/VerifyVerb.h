#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk verify`: walks pages, keys, histories and issued letters of a workspace.
class VerifyVerb : public Verb {
public:
    QString name() const override { return QStringLiteral("verify"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
