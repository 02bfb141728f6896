#pragma once

#include "cases/ReviewCase.h"
#include "letter/LetterComposer.h"
#include "policy/JsonValue.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace reviewdesk {

/// A letterhead as one line of business reads it: a setting under `lines_of_business` goes before the one outside.
class LetterheadSettings {
public:
    LetterheadSettings(const Letterhead &letterhead, std::optional<LineOfBusiness> lineOfBusiness);

    /// nullptr when it is not set.
    const JsonValue *find(QStringView name) const;
    bool isTrue(QStringView name) const;
    /// A whole number, or 0.
    int number(QStringView name) const;

    /// Every setting as a member for the templates. One that a letter may need and that is not set stands as a
    /// placeholder, which a preview shows and for which a letter is refused.
    JsonValue::Object members() const;

    /// Names of settings, as a template sees them.
    static QStringList names();
    static QStringList listNames();
    /// The placeholder of a setting, and the settings whose placeholders stand in `text`.
    static QString placeholder(const QString &name);
    static QStringList placeholdersIn(const QString &text);

private:
    const JsonValue *m_common = nullptr;
    const JsonValue *m_special = nullptr; ///< of the line of business
};

} // namespace reviewdesk
