#include "ui/Appearance.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
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

void Appearance::addTo(QMenu &menu)
{
    const auto group = [&](const QString &title) {
        auto *sub = menu.addMenu(title);
        auto *actions = new QActionGroup(sub);
        return std::pair(sub, actions);
    };
    const auto add = [this](auto target, const QString &text, bool checked, auto &&chosen) {
        QAction *action = target.first->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        target.second->addAction(action);
        connect(action, &QAction::triggered, this, chosen);
    };
    const auto colours = group(tr("&Colours"));
    add(colours, tr("As the &desktop"), m_choice == Choice::System, [this] { setChoice(Choice::System); });
    add(colours, tr("&Light"), m_choice == Choice::Light, [this] { setChoice(Choice::Light); });
    add(colours, tr("Da&rk"), m_choice == Choice::Dark, [this] { setChoice(Choice::Dark); });
    const auto sizes = group(tr("&Text size"));
    for (const int percent : {100, 125, 150})
        add(sizes, tr("%1 %").arg(percent), m_textPercent == percent, [this, percent] { setTextPercent(percent); });
}

} // namespace reviewdesk
