#pragma once

#include "ui/widgets/Theme.h"

#include <QObject>

class QMenu;

namespace reviewdesk {

/// Light, dark or as the desktop is, and the size of text: kept for this person on this computer.
class Appearance : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Appearance(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    int textPercent() const { return m_textPercent; }
    void setChoice(Choice choice);
    void setTextPercent(int percent);
    /// Adds the choices to a menu.
    void addTo(QMenu &menu);

Q_SIGNALS:
    /// Sizes changed: pages that measured text are to be made anew.
    void textSizeChanged();

private:
    void apply();

    Theme::Scheme m_system; ///< as it was before ours was set
    Choice m_choice = Choice::System;
    int m_textPercent = 100;
};

} // namespace reviewdesk
