#pragma once

#include "policy/JsonValue.h"
#include "policy/Policy.h"
#include "support/Result.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

namespace reviewdesk {

/// A language that letters are written in: the words that stand in no template (resources/translations/letter.*.json),
/// how it writes dates and lists, and what policies' words are in it.
class LetterLanguage {
public:
    /// Reads what `folder` has of `code`. Errors have the file as their place.
    static Result<LetterLanguage> read(const QString &folder, const QString &code);

    const QString &code() const { return m_code; } ///< "en", "es"
    bool isEnglish() const { return m_code == u"en"; }
    QString say(const char *key) const;
    QString date(const QDate &date) const; ///< empty for none
    QString dateAndTime(const QDateTime &instant) const; ///< in its own zone
    QString list(const QStringList &parts) const; ///< "a, b, and c"
    /// The words as members `say_<key>` for the templates, and their names.
    JsonValue::Object members() const;
    QStringList names() const;

    /// Whether a letter about this policy can be written in this language. In English always.
    bool knows(const Policy &policy) const;
    /// The policy with what letters say in the plan's own words translated. What is the policy's own (criteria, required
    /// documents, precedence of the contract) stays as it is.
    Policy translated(const Policy &policy) const;

private:
    struct PolicyWords {
        QString policy;
        QString version;
        JsonValue words;
    };

    QString m_code;
    QLocale m_locale;
    QHash<QString, QString> m_words;
    QList<PolicyWords> m_policies;
};

} // namespace reviewdesk
