#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk policy check FILE`: every problem of a pack with its JSON pointer, or what the pack holds.
class PolicyVerb final : public Verb {
public:
    QString name() const override;
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
