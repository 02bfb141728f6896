#include "Wizard.h"

#include "ui/Appearance.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/settings/DepartmentSettings.h"
#include "ui/settings/SettingsDialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

using namespace reviewdesk;

namespace {

struct Search {
    const char *typed;
    QStringList rows; ///< words at their left; each must be shown
};

QString plain(QString words)
{
    return words.remove(QLatin1Char('&'));
}

QStringList shownLabels(const QWidget &page)
{
    QStringList words;
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            words.append(plain(label->text()));
    }
    return words;
}

const QString colors = QStringLiteral("Colors");
const QString size = QStringLiteral("Text size");
const QString paper = QStringLiteral("Paper of reports and lists");
const QString lock = QStringLiteral("Lock the window when nobody is at it");
const QString own = QStringLiteral("What opens the workspace for you");
const QString zone = QStringLiteral("Time zone");
const QString days = QStringLiteral("An approval is valid for");
const QString everyLock = QStringLiteral("Windows lock themselves after");
const QString accounts = QStringLiteral("Who may sign in, and what keeps the workspace safe");
const QString head = QStringLiteral("The plan's name, addresses, telephones, logo and own texts");
const QString grade = QStringLiteral("Highest reading grade for members: Medicare Advantage");

const QList<Search> english{{"passphrase", {own, accounts}}, {"change password", {own}}, {"PASSWORD", {own, accounts}},
    {"account", {accounts}}, {"accounts", {accounts}}, {"users", {accounts}}, {"backups", {accounts}},
    {"restore", {accounts}}, {"database key", {accounts}}, {"recovery key", {accounts}}, {"colour", {colors}},
    {"appearance", {colors, size}}, {"dark mode", {colors}}, {"desktop", {colors}}, {"accessibility", {colors, size}},
    {"A4", {paper}}, {"150", {size}}, {"printer", {paper}}, {"session", {lock, everyLock}},
    {"security", {own, lock, everyLock, accounts}}, {"log out", {lock, everyLock}}, {"timezone", {zone}},
    {"america", {zone}}, {"reading level", {grade}}, {"health plan", {QStringLiteral("Organization")}},
    {"letterhead", {head}}, {"choose folder", {QStringLiteral("Scanner folder")}},
    {"authorization", {days}}, {"Español", {QStringLiteral("Language")}}};

const QString colores = QStringLiteral("Colores");
const QString tamano = QStringLiteral("Tamaño del texto");
const QString papel = QStringLiteral("Papel de informes y listas");
const QString bloquear = QStringLiteral("Bloquear la ventana cuando nadie la usa");
const QString propia = QStringLiteral("Lo que abre el espacio de trabajo para usted");
const QString zona = QStringLiteral("Zona horaria");
const QString cuentas = QStringLiteral("Quién puede iniciar sesión y qué protege el espacio de trabajo");
const QString grado = QStringLiteral("Grado de lectura máximo para miembros: Medicare Advantage");

const QList<Search> spanish{{"frase", {propia, cuentas}}, {"cambiar contraseña", {propia}},
    {"cambiar contrasena", {propia}}, {"cuenta", {cuentas}}, {"usuarios", {cuentas}}, {"copias", {cuentas}},
    {"respaldo", {cuentas}}, {"restaurar", {cuentas}}, {"base de datos", {cuentas}}, {"color", {colores}},
    {"apariencia", {colores, tamano}}, {"modo oscuro", {colores}}, {"accesibilidad", {colores, tamano}},
    {"A4", {papel}}, {"150", {tamano}}, {"impresora", {papel}}, {"sesion", {propia, bloquear, cuentas}},
    {"SEGURIDAD", {propia, bloquear, cuentas}}, {"cerrar sesión", {bloquear}}, {"huso", {zona}},
    {"nivel de lectura", {grado}}, {"plan de salud", {QStringLiteral("Organización")}},
    {"membrete", {QStringLiteral("Nombre, direcciones, teléfonos, logotipo y textos propios del plan")}}};

} // namespace

/// The search of the settings knows the words that people look for: those on the buttons and in the choices, too.
class TestSettingsSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_settings_search"));
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void whatPeopleLookForIsFound_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QList<Search>>("searches");
        QTest::newRow("English") << 1 << english;
        QTest::newRow("Spanish") << 2 << spanish;
    }

    void whatPeopleLookForIsFound()
    {
        QFETCH(const int, language);
        QFETCH(const QList<Search>, searches);
        Wizard wizard("sam");
        Appearance appearance;
        appearance.setLanguage(static_cast<Language::Choice>(language));
        QStringList missed;
        {
            SettingsDialog dialog(*wizard.workshop, appearance, false);
            showFor(dialog, {760, 620});
            QTRY_COMPARE(dialog.department()->approvalDays()->value(), 90); // read
            for (const Search &search : searches) {
                dialog.search()->setText(QString::fromUtf8(search.typed));
                const QStringList shown = shownLabels(dialog);
                for (const QString &row : search.rows) {
                    if (!shown.contains(row))
                        missed.append(QStringLiteral("%1: %2").arg(QString::fromUtf8(search.typed), row));
                }
            }
            dialog.search()->setText(QStringLiteral("zebra"));
            if (shownLabels(dialog).contains(language == 1 ? colors : colores))
                missed.append(QStringLiteral("a row without the word is shown"));
        }
        appearance.setLanguage(Language::Choice::English);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
    }

    /// A nurse finds her passphrase too; in the practice caseload there is none to change.
    void aNurseFindsHerPassphrase()
    {
        Wizard wizard("nora");
        Appearance appearance;
        for (const bool practice : {false, true}) {
            SettingsDialog dialog(*wizard.workshop, appearance, practice);
            showFor(dialog, {760, 620});
            QTest::keyClicks(dialog.search(), QStringLiteral("passphrase"));
            QCOMPARE(shownLabels(dialog).contains(own), !practice);
        }
    }
};

QTEST_MAIN(TestSettingsSearch)
#include "tst_settings_search.moc"
