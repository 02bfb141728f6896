#pragma once

#include <vector>

namespace reviewdesk {

/// One setting of a letterhead that is a text, as its form shows it. Titles are to be translated in LetterheadPage.
struct SettingRow {
    const char *name;
    const char *title;
    int lines; ///< 1: a line; more: a text of that height
};

struct SettingGroup {
    const char *title;
    std::vector<SettingRow> rows;
};

/// Every setting that is a text, in the order in which a letter uses them.
const std::vector<SettingGroup> &settingGroups();

} // namespace reviewdesk
