#pragma once

#include <QString>

#include <vector>

namespace reviewdesk {

/// One setting of a letterhead that is a text, as its form shows it and as a letter names it that lacks it. Titles are
/// to be translated in LetterheadPage.
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

/// Titles of what has one value for all letters, to be translated likewise.
struct OnceTitles {
    const char *logo;
    const char *days;
    const char *hours;
    const char *federalFunds;
};
const OnceTitles &onceTitles();

/// A setting's title in the language of the screen, by its name as LetterheadSettings gives it ("phone", "appeal_limit
/// (es)" for its words in Spanish).
QString letterheadTitle(const QString &setting);

/// All of these titles in the language of the screen: what a letterhead setting is looked for by.
QString letterheadWords();

} // namespace reviewdesk
