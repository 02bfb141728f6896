#pragma once

#include "cases/ReviewCase.h"
#include "letter/LetterComposer.h"
#include "policy/JsonValue.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace reviewdesk {

/// A letterhead as one line of business reads it: a setting under `lines_of_business` goes before the one outside. In
/// another language than English, what a person reads as a sentence comes from `languages` alone; numbers and addresses
/// are the same in all.
class LetterheadSettings {
public:
    LetterheadSettings(const Letterhead &letterhead, std::optional<LineOfBusiness> lineOfBusiness,
        const QString &language = QStringLiteral("en"));

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
    /// Those that are sentences, and so are set for each language.
    static QStringList wordedNames();
    static bool isOptional(const QString &name);
    /// The placeholder of a setting, and the settings whose placeholders stand in `text`.
    static QString placeholder(const QString &name, const QString &language = QStringLiteral("en"));
    static QStringList placeholdersIn(const QString &text);

private:
    /// A setting's value for a letter in the language; nullptr when it is not set.
    const JsonValue *told(QStringView name, bool worded) const;

    const JsonValue *m_common = nullptr;
    const JsonValue *m_special = nullptr; ///< of the line of business
    QString m_language;
    const JsonValue *m_told = nullptr; ///< in the language; of no use in English
    const JsonValue *m_toldSpecial = nullptr;
};

} // namespace reviewdesk
