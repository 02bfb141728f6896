#pragma once

#include "letter/LetterComposer.h"

#include <QImage>

namespace reviewdesk {

/// A letterhead while somebody edits it: settings are set and taken out one by one, for all lines of business or one, in
/// English or, where they are sentences, in another language.
class LetterheadDraft {
public:
    struct Place {
        std::optional<LineOfBusiness> line; ///< nothing: all
        QString language = QStringLiteral("en");
    };

    LetterheadDraft() = default;
    explicit LetterheadDraft(JsonValue values) : m_values(std::move(values)) { }

    /// As it is set at this very place; lines of an address parted by "\n". Empty: not set.
    QString text(const QString &name, const Place &place) const;
    /// What a letter reads at this place: what is set there, else what holds for all lines of business.
    QString inForce(const QString &name, const Place &place) const;
    void setText(const QString &name, const Place &place, const QString &text); ///< empty: takes it out
    bool isTrue(const QString &name) const;
    void setTrue(const QString &name, bool value);
    int number(const QString &name) const; ///< 0: not set
    void setNumber(const QString &name, int value);
    /// A picture made small enough to be kept; a null one takes the logo out. False: it cannot be made small enough.
    bool setLogo(const QImage &picture);
    bool hasLogo() const;

    const JsonValue &values() const { return m_values; }
    /// Held to the schema. The error's place is a JSON pointer.
    Result<Letterhead> checked(const QString &resources) const { return letterheadFrom(m_values, resources); }

private:
    void put(const QStringList &path, const JsonValue &value);

    JsonValue m_values = JsonValue::Object();
};

} // namespace reviewdesk
