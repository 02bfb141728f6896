#pragma once

#include <QString>

namespace reviewdesk {

/// What the rules say to the person at the screen (what a letter must say, notes on rules of time) in the language of the
/// screen, by resources/rules/words.<language>.json; as it stands in the rules where there is none. For the GUI thread.
QString ruleWords(const QString &english);

} // namespace reviewdesk
