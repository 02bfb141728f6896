#include "ui/Appearance.h"

#include <QApplication>
#include <QSettings>
#include <QStyleHints>

namespace reviewdesk {

namespace {

const QString schemeKey = QStringLiteral("appearance/scheme");
const QString textKey = QStringLiteral("appearance/textPercent");
const QStringList schemeWords{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};

} // namespace

Appearance::Appearance(QObject *parent) : QObject(parent), m_system(Theme::systemScheme())
{
    const QSettings settings;
    m_choice = static_cast<Choice>(qMax(qsizetype(0), schemeWords.indexOf(settings.value(schemeKey).toString())));
    m_textPercent = qBound(100, settings.value(textKey, 100).toInt(), 150);
    apply();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        m_system = Theme::systemScheme();
        apply();
    });
#endif
}

void Appearance::apply()
{
    const Theme::Scheme scheme = m_choice == Choice::System ? m_system
        : m_choice == Choice::Dark                          ? Theme::Scheme::Dark
                                                            : Theme::Scheme::Light;
    Theme::apply(*qApp, scheme, m_textPercent / 100.0);
}

void Appearance::setChoice(Choice choice)
{
    m_choice = choice;
    QSettings().setValue(schemeKey, schemeWords.at(static_cast<int>(choice)));
    apply();
}

void Appearance::setTextPercent(int percent)
{
    if (percent == m_textPercent)
        return;
    m_textPercent = qBound(100, percent, 150);
    QSettings().setValue(textKey, m_textPercent);
    apply();
    Q_EMIT textChanged();
}

void Appearance::setLanguage(Language::Choice choice)
{
    if (choice == m_language.choice())
        return;
    m_language.setChoice(choice);
    Q_EMIT textChanged();
}

} // namespace reviewdesk
