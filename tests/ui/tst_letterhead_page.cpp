#include "Wizard.h"

#include "letter/LetterheadRows.h"
#include "letter/LetterheadSettings.h"
#include "ui/letter/LetterPreview.h"
#include "ui/letter/LetterheadField.h"
#include "ui/letter/LetterheadPage.h"
#include "ui/widgets/Notice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTranslator>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds

class Form {
public:
    explicit Form(Wizard &wizard)
    {
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
        require(composer.ok());
        page = std::make_unique<LetterheadPage>(*wizard.workshop, *composer, wizard.clock());
        showFor(*page);
        wizard.workshop->drain();
        QTest::qWait(50);
    }
    LetterheadField *field(const char *name) const
    {
        for (LetterheadField *field : page->findChildren<LetterheadField *>()) {
            if (field->name() == QLatin1String(name))
                return field;
        }
        return nullptr;
    }
    QLineEdit *line(const char *name) const { return field(name)->findChild<QLineEdit *>(); }
    QString state(const char *name) const { return field(name)->findChildren<QLabel *>().constLast()->text(); }
    QPushButton *button(const char *part) const
    {
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&').contains(QLatin1String(part)))
                return button;
        }
        return nullptr;
    }
    QComboBox *box(int index) const { return page->findChildren<QComboBox *>().at(index); }

    std::unique_ptr<LetterheadPage> page;
};

WorkspaceSettings settingsOf(Wizard &wizard)
{
    return *wizard.workshop->run([](Workspace &workspace) { return workspace.settings(); }).result();
}

} // namespace

class TestLetterheadPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySettingHasATitleOfItsOwn_data();
    void everySettingHasATitleOfItsOwn();
    void whatIsNotSetSaysSo();
    void typedByKeyboardAndSaved();
    void aLineOfBusinessOfItsOwn();
    void sentencesInSpanish();
    void sampleIsFilledIn();
    void whatIsWrongIsNotSaved();
    void onlySupervisorsSave();
};

void TestLetterheadPage::everySettingHasATitleOfItsOwn_data()
{
    QTest::addColumn<bool>("spanish");
    QTest::newRow("English") << false;
    QTest::newRow("Spanish") << true;
}

/// A letter that lacks a setting names it by this title and knows it again by it.
void TestLetterheadPage::everySettingHasATitleOfItsOwn()
{
    QFETCH(const bool, spanish);
    QTranslator words;
    QVERIFY(words.load(QStringLiteral(":/translations/reviewdesk_es.qm")));
    if (spanish)
        QVERIFY(QCoreApplication::installTranslator(&words));
    QStringList titles;
    const QStringList names = LetterheadSettings::names();
    for (const QString &name : names) {
        const QString title = letterheadTitle(name);
        QVERIFY2(title != name && !titles.contains(title), qPrintable(name));
        titles.append(title);
        QCOMPARE(LetterheadSettings::placeholdersIn(LetterheadSettings::placeholder(name)), QStringList{name});
    }
    QCOMPARE(titles.first(), spanish ? QStringLiteral("Nombre del plan") : QStringLiteral("Name of the plan"));
    const QString inSpanish = QStringLiteral("es");
    for (const QString &name : LetterheadSettings::wordedNames())
        QCOMPARE(LetterheadSettings::placeholdersIn(LetterheadSettings::placeholder(name, inSpanish)),
            QStringList{name + QStringLiteral(" (es)")});
}

void TestLetterheadPage::whatIsNotSetSaysSo()
{
    Wizard wizard("sam");
    const Form form(wizard);
    QVERIFY(form.page->findChild<Notice *>()->message().contains(QStringLiteral("No letterhead is set")));
    QVERIFY(form.state("plan_name").contains(QStringLiteral("are not issued")));
    QVERIFY(form.state("tty").contains(QStringLiteral("leave it out")));
    QVERIFY(!form.button("Save letterhead")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(form.page->findChild<LetterPreview *>()->pageCount() > 0, patience);
}

void TestLetterheadPage::typedByKeyboardAndSaved()
{
    Wizard wizard("sam");
    const Form form(wizard);
    QSignalSpy saved(form.page.get(), &LetterheadPage::saved);
    QSignalSpy rendered(form.page->findChild<LetterPreview *>(), &LetterPreview::rendered);
    form.line("plan_name")->setFocus();
    QTest::keyClicks(form.line("plan_name"), QStringLiteral("Juniper Health"));
    QVERIFY(form.state("plan_name").isEmpty());
    QVERIFY(form.page->hasUnsaved());
    QVERIFY(rendered.wait(patience)); // the preview follows
    auto *address = form.field("address")->findChild<QPlainTextEdit *>();
    QTest::keyClicks(address, QStringLiteral("1 Main St"));
    QTest::keyClick(address, Qt::Key_Return);
    QTest::keyClicks(address, QStringLiteral("Tacoma, WA"));
    form.page->findChildren<QSpinBox *>().at(0)->setValue(30);
    form.page->findChild<QCheckBox *>()->click();
    QTest::keyClick(form.page.get(), Qt::Key_S, Qt::AltModifier);
    QVERIFY(saved.wait(patience));
    QVERIFY(!form.page->hasUnsaved());
    const QByteArray kept = settingsOf(wizard).letterhead;
    QCOMPARE(kept,
        QByteArray("{\"address\":[\"1 Main St\",\"Tacoma, WA\"],\"federal_funds\":true,\"plan_name\":\"Juniper "
                   "Health\",\"reply_days\":30}"));
    const Form again(wizard);
    QCOMPARE(again.line("plan_name")->text(), QStringLiteral("Juniper Health"));
    QVERIFY(again.page->findChild<QCheckBox *>()->isChecked());
    QCOMPARE(again.page->findChildren<QSpinBox *>().at(0)->value(), 30);
}

void TestLetterheadPage::aLineOfBusinessOfItsOwn()
{
    Wizard wizard("sam");
    const Form form(wizard);
    QTest::keyClicks(form.line("appeal_limit"), QStringLiteral("180 days"));
    form.box(0)->setCurrentIndex(4); // Medicaid
    QCOMPARE(form.line("appeal_limit")->text(), QString());
    QVERIFY(form.state("appeal_limit").contains(QStringLiteral("As for all lines of business: 180 days")));
    QTest::keyClicks(form.line("appeal_limit"), QStringLiteral("60 days"));
    form.box(0)->setCurrentIndex(0);
    QCOMPARE(form.line("appeal_limit")->text(), QStringLiteral("180 days"));
    form.box(0)->setCurrentIndex(4);
    QCOMPARE(form.line("appeal_limit")->text(), QStringLiteral("60 days"));
    form.line("appeal_limit")->clear();
    QTest::keyClick(form.line("appeal_limit"), Qt::Key_X);
    QTest::keyClick(form.line("appeal_limit"), Qt::Key_Backspace);
    QVERIFY(form.state("appeal_limit").contains(QStringLiteral("180 days"))); // as for all again
}

void TestLetterheadPage::sentencesInSpanish()
{
    Wizard wizard("sam");
    const Form form(wizard);
    form.box(1)->setCurrentIndex(1);
    QVERIFY(!form.field("phone")->isVisibleTo(form.page.get())); // a number is the same in all languages
    QVERIFY(form.field("external_review")->isVisibleTo(form.page.get()));
    QVERIFY(form.state("appeal_limit").contains(QStringLiteral("are not issued")));
    QTest::keyClicks(form.line("appeal_limit"), QStringLiteral("180 dias"));
    form.box(1)->setCurrentIndex(0);
    QCOMPARE(form.line("appeal_limit")->text(), QString());
    form.box(1)->setCurrentIndex(1);
    QCOMPARE(form.line("appeal_limit")->text(), QStringLiteral("180 dias"));
}

void TestLetterheadPage::sampleIsFilledIn()
{
    Wizard wizard("sam");
    const Form form(wizard);
    QTest::mouseClick(form.button("sample plan"), Qt::LeftButton);
    QCOMPARE(form.line("plan_name")->text(), QStringLiteral("Larkspur Health Plan"));
    QVERIFY(form.button("Save letterhead")->isEnabled());
}

void TestLetterheadPage::whatIsWrongIsNotSaved()
{
    Wizard wizard("sam");
    const Form form(wizard);
    QTest::keyClicks(form.line("phone"), QStringLiteral("1-800-555-0100")); // the name of the plan is needed
    QTest::mouseClick(form.button("Save letterhead"), Qt::LeftButton);
    QVERIFY(!form.page->findChild<Notice *>()->message().isEmpty());
    QVERIFY(form.page->hasUnsaved());
    QVERIFY(settingsOf(wizard).letterhead.isEmpty());
    QCOMPARE(form.line("phone")->text(), QStringLiteral("1-800-555-0100")); // and stays
}

void TestLetterheadPage::onlySupervisorsSave()
{
    Wizard wizard("nora");
    const Form form(wizard);
    QTest::keyClicks(form.line("plan_name"), QStringLiteral("Juniper Health"));
    QVERIFY(!form.button("Save letterhead")->isEnabled());
    QVERIFY(!form.button("sample plan")->isEnabled());
    QVERIFY(form.button("Save letterhead")->toolTip().contains(QStringLiteral("Supervisors")));
}

QTEST_MAIN(TestLetterheadPage)
#include "tst_letterhead_page.moc"
