#pragma once

#include "app/Verb.h"

namespace reviewdesk {

/// `reviewdesk letter`: a determination letter from a case file, as PDF, HTML or text.
class LetterVerb : public Verb {
public:
    QString name() const override { return QStringLiteral("letter"); }
    QString summary() const override;
    bool needsFonts() const override { return true; }
    int run(const QStringList &arguments) override;
};

} // namespace reviewdesk
