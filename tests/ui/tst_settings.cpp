#include "Wizard.h"

#include "ui/Appearance.h"
#include "ui/IdleWatch.h"
#include "ui/Paper.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/settings/DepartmentSettings.h"
#include "ui/settings/SettingsCard.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace reviewdesk;

namespace {

QStringList shownLabels(const QWidget &page)
{
    QStringList words;
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->buddy())
            words.append(QString(label->text()).remove(QLatin1Char('&')));
    }
    return words;
}

bool shows(const QWidget &page, const QString &words)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
        [&words](const QLabel *label) { return label->isVisible() && label->text() == words; });
}

/// Presses a button of the message box that is about to open.
void willPress(const QString &text)
{
    QTimer::singleShot(0, qApp, [text] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *button : buttons) {
            if (button->text().remove(QLatin1Char('&')) == text)
                return button->click();
        }
        box->reject();
        QFAIL(qPrintable(text));
    });
}

void choose(QComboBox &box, int index)
{
    box.setFocus();
    while (box.currentIndex() != index)
        QTest::keyClick(&box, box.currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
}

} // namespace

/// The one place of settings, by keyboard.
class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("ReviewDesk"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_settings"));
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void wordsAreFoundWhateverTheirAccents()
    {
        QCOMPARE(
            foldedWords(QStringLiteral("&Tamaño del TEXTO en páginas")), QStringLiteral("tamano del texto en paginas"));
        SettingsCard card(QStringLiteral("Apariencia"));
        card.addRow(QStringLiteral("&Tamaño del texto"), new QLineEdit, {}, QStringLiteral("letra más grande"));
        card.addRow(QStringLiteral("&Papel"), new QLineEdit, QStringLiteral("de los informes"));
        card.show();
        QCOMPARE(card.filter(QString()), 2);
        QCOMPARE(card.filter(QStringLiteral("tamano")), 1);
        QCOMPARE(shownLabels(card), QStringList{QStringLiteral("Tamaño del texto")});
        QCOMPARE(card.filter(QStringLiteral("MAS grande")), 1); // words in any order, from what is looked for instead
        QCOMPARE(card.filter(QStringLiteral("informes papel")), 1);
        QCOMPARE(card.filter(QStringLiteral("apariencia")), 2); // the heading stands for all its rows
        QCOMPARE(card.filter(QStringLiteral("zebra")), 0);
        QVERIFY(!card.isVisible());
    }

    void aNurseSeesHerOwnAndFindsThem()
    {
        Wizard wizard("nora");
        Appearance appearance;
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        QVERIFY(!dialog.department());
        QVERIFY(dialog.search()->hasFocus());
        QTest::keyClicks(dialog.search(), QStringLiteral("font"));
        QCOMPARE(shownLabels(dialog), QStringList{QStringLiteral("Text size")});
        QTest::keyClick(dialog.search(), Qt::Key_Return);
        QVERIFY(dialog.textSize()->hasFocus());
        dialog.search()->setFocus();
        QTest::keyClick(dialog.search(), Qt::Key_Escape);
        QVERIFY(dialog.isVisible()); // it emptied the search
        QVERIFY(shownLabels(dialog).size() >= 4);
        QTest::keyClicks(dialog.search(), QStringLiteral("qqq"));
        QVERIFY(shownLabels(dialog).isEmpty());
        dialog.search()->clear();
        QTest::keyClick(dialog.search(), Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void theScannerFolderIsFoundHereToo()
    {
        Wizard wizard("nora");
        const QString name = QStringLiteral("scanner");
        const QByteArray chosen = R"({"folder":"/srv/scans"})"; // as the Documents page keeps it
        wizard.workshop->run([name, chosen](Workspace &workspace) { return workspace.keepPreference(name, chosen); })
            .waitForFinished();
        Appearance appearance;
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        QTest::keyClicks(dialog.search(), QStringLiteral("fax"));
        const auto shown = [&dialog](const QString &words) { return shows(dialog, words); };
        QTRY_VERIFY(shown(QStringLiteral("/srv/scans")));
        QVERIFY(shown(QStringLiteral("Scanner folder")));
        QTest::keyClick(dialog.search(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Choose the scanner folder"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // stops watching
        QTRY_VERIFY(shown(QStringLiteral("None is watched.")));
        auto kept = wizard.workshop->run([name](Workspace &workspace) { return workspace.preference(name); });
        kept.waitForFinished();
        QCOMPARE(kept.result().value(), QByteArray(R"({"folder":""})"));
    }

    /// It was set on the page of incoming requests alone, where nobody looks for a setting.
    void theFolderOfIncomingRequestsIsFoundHereToo()
    {
        Wizard wizard("nora");
        const QTemporaryDir folder;
        QSettings().setValue(QStringLiteral("intake/folder"), folder.path()); // as the page of incoming requests keeps it
        IncomingRequests incoming(*wizard.workshop, wizard.clock());
        Appearance appearance;
        SettingsDialog dialog(*wizard.workshop, appearance, false, &incoming);
        showFor(dialog, {760, 620});
        const auto shown = [&dialog](const QString &words) { return shows(dialog, words); };
        for (const char *typed : {"watched folder", "fax", "import", "FHIR", "CSV"}) {
            dialog.search()->clear();
            QTest::keyClicks(dialog.search(), QString::fromLatin1(typed));
            QVERIFY2(shown(QStringLiteral("Incoming requests folder")), typed);
        }
        QVERIFY(!shown(QStringLiteral("Scanner folder")));
        QVERIFY(shown(folder.path()));
        QTest::keyClick(dialog.search(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Choose the incoming requests folder"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // stops watching
        QVERIFY(shown(QStringLiteral("None is watched.")));
        QVERIFY(incoming.folder().folder().isEmpty());
        QVERIFY(!QSettings().contains(QStringLiteral("intake/folder")));
        incoming.setFolder(folder.path()); // elsewhere
        QVERIFY(shown(folder.path()));
        SettingsDialog physicians(*wizard.workshop, appearance, false);
        showFor(physicians, {760, 620});
        QVERIFY(!shownLabels(physicians).contains(QStringLiteral("Incoming requests folder")));
    }

    void whatALetterheadHoldsIsFound_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"appeal", "denial code", "federal funds", "peer-to-peer", "reply days", "fax", "logo",
                 "signature", "Medicaid", "urgent"})
            QTest::addRow("English: %s", typed) << 1 << QString::fromLatin1(typed);
        for (const char *typed : {"apelacion", "codigo de denegacion", "fondos federales", "logotipo", "firma", "plazo", "fax"})
            QTest::addRow("Spanish: %s", typed) << 2 << QString::fromLatin1(typed);
    }

    void whatALetterheadHoldsIsFound()
    {
        QFETCH(int, language);
        QFETCH(QString, typed);
        Wizard wizard("sam");
        Appearance appearance;
        appearance.setLanguage(static_cast<Language::Choice>(language));
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        QSignalSpy wanted(&dialog, &SettingsDialog::letterheadWanted);
        QTest::keyClicks(dialog.search(), typed);
        for (QPushButton *button : dialog.department()->findChildren<QPushButton *>()) {
            const QString words = QString(button->text()).remove(QLatin1Char('&'));
            if (button->isVisible() && (words == QStringLiteral("Letterhead…") || words == QStringLiteral("Membrete…")))
                button->click();
        }
        appearance.setLanguage(Language::Choice::English);
        QCOMPARE(wanted.size(), 1);
    }

    void theLanguageIsInForceAtOnceAndKept()
    {
        Wizard wizard("nora");
        Appearance appearance;
        QSignalSpy changed(&appearance, &Appearance::textChanged);
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        QCOMPARE(label(Status::Pended), QStringLiteral("Pended"));
        choose(*dialog.language(), 2);
        QCOMPARE(changed.count(), 2); // past English
        QCOMPARE(label(Status::Pended), QStringLiteral("En espera")); // the model's words too
        QCOMPARE(QLocale().language(), QLocale::Spanish);
        SettingsDialog spanish(*wizard.workshop, appearance, false);
        QCOMPARE(spanish.windowTitle(), QStringLiteral("Configuración"));
        {
            Appearance nextStart;
            QCOMPARE(nextStart.language(), Language::Choice::Spanish);
        }
        choose(*dialog.language(), 1);
        QCOMPARE(label(Status::Pended), QStringLiteral("Pended"));
        QCOMPARE(QLocale().language(), QLocale::C);
    }

    void aSupervisorIsAskedBeforeTypedThingsGo()
    {
        Wizard wizard("sam");
        Appearance appearance;
        QSignalSpy changed(&appearance, &Appearance::textChanged);
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        QVERIFY(dialog.department());
        QTRY_COMPARE(dialog.department()->approvalDays()->value(), 90);
        dialog.department()->approvalDays()->setValue(61);
        QVERIFY(dialog.department()->hasUnsaved());
        willPress(QStringLiteral("Stay"));
        dialog.textSize()->setFocus();
        QTest::keyClick(dialog.textSize(), Qt::Key_Down);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(dialog.textSize()->currentIndex(), 0);
        willPress(QStringLiteral("Stay"));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        willPress(QStringLiteral("Go on and lose them"));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void theWindowLocksAfterItsTime_data()
    {
        QTest::addColumn<int>("workspace");
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("after");
        QTest::addRow("the workspace's") << 3 << 0 << 3;
        QTest::addRow("one's own, sooner") << 10 << 2 << 2;
        QTest::addRow("one's own, never later") << 4 << 30 << 4;
        QTest::addRow("a value that cannot be") << 0 << 0 << IdleLock::fewestMinutes;
        QTest::addRow("a value beyond all") << 100'000 << 0 << IdleLock::mostMinutes;
    }

    void theWindowLocksAfterItsTime()
    {
        QFETCH(int, workspace);
        QFETCH(int, own);
        QFETCH(int, after);
        chooseIdleMinutes(own);
        FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(17, 0), QTimeZone::utc()));
        IdleWatch watch(clock);
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.setMinutes(workspace);
        watch.start();
        clock.advance(60'000 * after - 1);
        watch.look();
        QCOMPARE(idle.count(), 0);
        QLineEdit field; // a key begins it anew
        QTest::keyClick(&field, Qt::Key_A);
        clock.advance(60'000 * after - 1);
        watch.look();
        QCOMPARE(idle.count(), 0);
        clock.advance(1);
        watch.look();
        QCOMPARE(idle.count(), 1);
        watch.look();
        QCOMPARE(idle.count(), 1); // once
    }

    /// The computer slept: the first key must not keep it open.
    void theFirstKeyAfterALongTimeComesTooLate()
    {
        FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(17, 0), QTimeZone::utc()));
        IdleWatch watch(clock);
        QSignalSpy idle(&watch, &IdleWatch::idle);
        watch.start();
        clock.advance(3'600'000);
        QLineEdit field;
        QTest::keyClick(&field, Qt::Key_A);
        QCOMPARE(idle.count(), 1);
    }

    void aSupervisorSetsWhenWindowsLock()
    {
        Wizard wizard("sam");
        Appearance appearance;
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        QSpinBox *minutes = dialog.department()->idleMinutes();
        QTRY_COMPARE(minutes->value(), IdleLock::usualMinutes);
        QCOMPARE(minutes->minimum(), 1);
        QCOMPARE(minutes->maximum(), 60);
        QTest::keyClicks(dialog.search(), QStringLiteral("idle"));
        QCOMPARE(shownLabels(dialog), QStringList({QStringLiteral("Lock the window when nobody is at it"),
                                          QStringLiteral("Windows lock themselves after")}));
        minutes->setFocus();
        minutes->selectAll();
        QTest::keyClicks(minutes, QStringLiteral("4"));
        dialog.department()->saveButton()->click();
        QTRY_VERIFY(!dialog.department()->notice()->isHidden());
        const auto kept = [&] {
            return wizard.workshop->run([](Workspace &workspace) { return workspace.settings(); }).takeResult();
        };
        QCOMPARE(kept()->idleMinutes, 4);
        for (const int wrong : {0, 61}) {
            const Result<void> refused = wizard.workshop
                                             ->run([wrong](Workspace &workspace) -> Result<void> {
                                                 WorkspaceSettings settings = workspace.settings().value();
                                                 settings.idleMinutes = wrong;
                                                 return workspace.saveSettings(settings);
                                             })
                                             .takeResult();
            QCOMPARE(codeOf(refused), QStringLiteral("invalid"));
            QCOMPARE(refused.error().place, QStringLiteral("/idle_minutes"));
        }
        QCOMPARE(kept()->idleMinutes, 4);
    }

    void aNurseChoosesASoonerLock()
    {
        Wizard wizard("nora");
        Appearance appearance;
        SettingsDialog dialog(*wizard.workshop, appearance, false);
        showFor(dialog, {760, 620});
        choose(*dialog.idle(), 2);
        QCOMPARE(ownIdleMinutes(), 2);
        QCOMPARE(SettingsDialog(*wizard.workshop, appearance, false).idle()->currentIndex(), 2);
        choose(*dialog.idle(), 0);
        QCOMPARE(ownIdleMinutes(), 0);
    }

    void paperFollowsTheCountryUnlessChosen_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<int>("paper");
        QTest::addRow("C") << "C" << int(QPageSize::Letter);
        QTest::addRow("United States") << "en_US" << int(QPageSize::Letter);
        QTest::addRow("Spanish, United States") << "es_US" << int(QPageSize::Letter);
        QTest::addRow("Puerto Rico") << "es_PR" << int(QPageSize::Letter);
        QTest::addRow("Mexico") << "es_MX" << int(QPageSize::Letter);
        QTest::addRow("Spain") << "es_ES" << int(QPageSize::A4);
        QTest::addRow("Germany") << "de_DE" << int(QPageSize::A4);
    }

    void paperFollowsTheCountryUnlessChosen()
    {
        QFETCH(QString, locale);
        QFETCH(int, paper);
        QLocale::setDefault(QLocale(locale));
        QCOMPARE(int(paperSize().id()), paper);
        choosePaper(Paper::A4);
        QCOMPARE(paperSize().id(), QPageSize::A4);
        choosePaper(Paper::Letter);
        QCOMPARE(paperSize().id(), QPageSize::Letter);
        QLocale::setDefault(QLocale::c());
    }

    void theSystemsLanguageIsTaken()
    {
        QCOMPARE(Language::ofSystem(QLocale(QLocale::Spanish, QLocale::Mexico)), QLocale::Spanish);
        QCOMPARE(Language::ofSystem(QLocale(QLocale::English, QLocale::UnitedStates)), QLocale::English);
        QCOMPARE(Language::ofSystem(QLocale(QLocale::German, QLocale::Germany)), QLocale::English);
        QCOMPARE(Language::ofSystem(QLocale::c()), QLocale::English);
        const QLocale mexico(QLocale::Spanish, QLocale::Mexico);
        QCOMPARE(Language::localeFor(QLocale::Spanish, mexico), mexico);
        QCOMPARE(Language::localeFor(QLocale::Spanish, QLocale(QLocale::English, QLocale::UnitedStates)),
            QLocale(QLocale::Spanish, QLocale::UnitedStates));
        QCOMPARE(Language::localeFor(QLocale::English, QLocale::c()), QLocale::c());
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
