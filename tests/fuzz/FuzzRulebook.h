#pragma once

#include "FuzzTarget.h"

#include "cases/Rulebook.h"

#include <QTimeZone>

/// The policy and the rules that the program itself reads, loaded once.
inline const reviewdesk::Rulebook &rulebook()
{
    static const std::shared_ptr<const reviewdesk::Rulebook> book = [] {
        const auto loaded = reviewdesk::loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
        promise(loaded.ok());
        return *loaded;
    }();
    return *book;
}
