#include "ui/Language.h"

#include "ui/RecordWords.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QSettings>
#include <QStringList>
#include <QTranslator>

namespace reviewdesk {

namespace {

const QString languageKey = QStringLiteral("appearance/language");
const QStringList languageWords{QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("es")};

} // namespace

Language::Language() : m_system(QLocale::system()), m_before(QLocale())
{
    m_choice =
        static_cast<Choice>(qMax(qsizetype(0), languageWords.indexOf(QSettings().value(languageKey).toString())));
    apply();
}

Language::~Language()
{
    QLocale::setDefault(m_before);
}

QLocale::Language Language::ofSystem(const QLocale &system)
{
    const QStringList wished = system.uiLanguages();
    for (const QString &name : wished) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::English || language == QLocale::Spanish)
            return language;
    }
    return QLocale::English;
}

QLocale Language::localeFor(QLocale::Language language, const QLocale &system)
{
    if (system.language() == language)
        return system;
    if (system.language() != QLocale::C)
        return QLocale(language, system.territory());
    return language == QLocale::English ? QLocale::c() : QLocale(language, QLocale::UnitedStates);
}

void Language::setChoice(Choice choice)
{
    m_choice = choice;
    QSettings().setValue(languageKey, languageWords.at(static_cast<int>(choice)));
    apply();
}

void Language::apply()
{
    const QLocale::Language language = m_choice == Choice::System ? ofSystem(m_system)
        : m_choice == Choice::Spanish                             ? QLocale::Spanish
                                                                  : QLocale::English;
    QLocale::setDefault(localeFor(language, m_system));
    m_ours.reset(); // a translator that goes takes itself out
    m_qts.reset();
    if (language == QLocale::English) // as written
        return;
    const QString code = QLocale::languageToCode(language);
    const auto load = [](std::unique_ptr<QTranslator> &into, const QString &file, const QString &folder) {
        into = std::make_unique<ScreenTranslator>();
        if (into->load(file, folder))
            QCoreApplication::installTranslator(into.get());
    };
    load(m_qts, QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(m_ours, QStringLiteral("reviewdesk_") + code, QStringLiteral(":/translations"));
}

QString resourceInLanguage(const QString &folder, const QString &name)
{
    const QString code = QLocale().name().section(QLatin1Char('_'), 0, 0);
    const QString own = QStringLiteral(":/%1/%2/%3").arg(folder, code, name);
    return QFile::exists(own) ? own : QStringLiteral(":/%1/%2").arg(folder, name);
}

} // namespace reviewdesk
