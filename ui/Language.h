#pragma once

#include <QLocale>
#include <QString>

#include <memory>

class QTranslator;

namespace reviewdesk {

/// The language of the words on the screen, with the locale of dates and numbers that goes with it: the system's, or
/// what this person chose on this computer. Policy texts keep the words of their source and letters their member's
/// language.
class Language {
public:
    enum class Choice { System, English, Spanish };

    Language();
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice); ///< keeps it, and puts it in force for what is made from now on
    /// The first of the system's languages that there are words in; English if there is none.
    static QLocale::Language ofSystem(const QLocale &system);
    /// The system's locale where it speaks the language, else the language in the system's country.
    static QLocale localeFor(QLocale::Language language, const QLocale &system);

private:
    void apply();

    Choice m_choice = Choice::System;
    QLocale m_system;
    QLocale m_before; ///< the default that ours replaces
    std::unique_ptr<QTranslator> m_ours;
    std::unique_ptr<QTranslator> m_qts; ///< of Qt's own dialogs
};

/// A file of resources/`folder` in the language of the screen where there is one, else in English:
/// ":/help/es/worklist.md" or ":/help/worklist.md".
QString resourceInLanguage(const QString &folder, const QString &name);

} // namespace reviewdesk
