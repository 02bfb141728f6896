#pragma once

#include "ui/Language.h"
#include "ui/widgets/Theme.h"

#include <QObject>

namespace reviewdesk {

/// Light, dark or as the desktop is, the size of text and the language: kept for this person on this computer.
class Appearance : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Appearance(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    int textPercent() const { return m_textPercent; }
    Language::Choice language() const { return m_language.choice(); }
    void setChoice(Choice choice);
    void setTextPercent(int percent);
    void setLanguage(Language::Choice choice);

Q_SIGNALS:
    /// The size or the language of text changed: pages are to be made anew.
    void textChanged();

private:
    void apply();

    Language m_language;
    Theme::Scheme m_system; ///< as it was before ours was set
    Choice m_choice = Choice::System;
    int m_textPercent = 100;
};

} // namespace reviewdesk
