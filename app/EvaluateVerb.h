#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk evaluate [--policy FILE] [FILE|-]`: JSON Lines in, one line an answer out, in order, on all cores and in
/// constant memory. Exit 1 when some line could not be evaluated.
class EvaluateVerb : public Verb {
public:
    QString name() const override { return QStringLiteral("evaluate"); }
    QString summary() const override;
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
