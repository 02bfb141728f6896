#include "Wizard.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/letter/LetterheadField.h"
#include "ui/review/CodesField.h"
#include "ui/review/ProvisionEntries.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SourceLine.h"
#include "ui/settings/DepartmentSettings.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/TypedText.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace reviewdesk;

namespace {

/// As a dictation tool or a screen reader writes (AT-SPI's SetTextContents): through the accessibility interface alone.
void put(QWidget *field, const QString &text)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(field);
    require(interface != nullptr);
    QAccessibleEditableTextInterface *editable = interface->editableTextInterface();
    QAccessibleTextInterface *present = interface->textInterface();
    require(editable && present);
    editable->replaceText(0, present->characterCount(), text);
}

QLineEdit *lineOf(RequestPage &page, const QString &pointer)
{
    page.showField(pointer);
    QWidget *entry = page.field(pointer)->entry();
    if (auto *line = qobject_cast<QLineEdit *>(entry))
        return line;
    if (auto *date = qobject_cast<DateField *>(entry))
        return date->lineEdit();
    const QList<QLineEdit *> lines = entry->findChildren<QLineEdit *>();
    return lines.isEmpty() ? nullptr : lines.constLast();
}

} // namespace

/// What does not come by keys: a text that a tool sets emits no QLineEdit::textEdited. It stood in the field, and was
/// neither judged nor saved.
class TestTypedByTool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRequestKeepsIt_data();
    void theRequestKeepsIt();
    void theRequestJudgesIt();
    void whatTheProgramShowsIsNotTyped();
    void whatIsRestoredDoesNotReplaceIt();
    void aSourceKeepsIt();
    void aContractProvisionKeepsIt();
    void theDepartmentCanSaveIt();
    void aLetterheadFieldSaysSo();
};

void TestTypedByTool::theRequestKeepsIt_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *pointer, const char *text, const char *kept) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromLatin1(text)
                               << QString::fromLatin1(kept);
    };
    row("/member/name", "Rosalind Dictated", "Rosalind Dictated");
    row("/member/birth_date", "1951-04-03", "1951-04-03");
    row("/member/member_id", "D1234567", "D1234567");
    row("/member/plan", "Dictated Plan", "Dictated Plan");
    row("/provider/name", "Lee Dictated, MD", "Lee Dictated, MD");
    row("/provider/npi", "1234567893", "1234567893");
    row("/facility/name", "Dictated Hospital", "Dictated Hospital");
    row("/service/diagnosis_codes", "C22.0, C78.7", "C22.0 C78.7");
    row("/service/planned_on", "2026-12-01", "2026-12-01");
    row("/received_time", "06:07", "06:07");
}

void TestTypedByTool::theRequestKeepsIt()
{
    QFETCH(QString, pointer);
    QFETCH(QString, text);
    QFETCH(QString, kept);
    Wizard wizard;
    {
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("request"));
        auto *request = static_cast<RequestPage *>(page.currentPage());
        QLineEdit *line = lineOf(*request, pointer);
        QVERIFY(line);
        put(line, text);
        QCOMPARE(line->text(), text);
        page.flush();
    }
    const ReviewCase now = wizard.kept().reviewCase;
    const QMap<QString, QString> said{{QStringLiteral("/member/name"), now.member.name},
        {QStringLiteral("/member/birth_date"), now.member.birthDate.toString(Qt::ISODate)},
        {QStringLiteral("/member/member_id"), now.member.memberId}, {QStringLiteral("/member/plan"), now.member.plan},
        {QStringLiteral("/provider/name"), now.provider.name}, {QStringLiteral("/provider/npi"), now.provider.npi},
        {QStringLiteral("/facility/name"), now.facility.name},
        {QStringLiteral("/service/diagnosis_codes"), now.service.diagnosisCodes.join(QLatin1Char(' '))},
        {QStringLiteral("/service/planned_on"), now.service.plannedOn.toString(Qt::ISODate)},
        {QStringLiteral("/received_time"),
            now.request.receivedAt.toTimeZone(StoreDesk::rulebook()->zone).toString(QStringLiteral("HH:mm"))}};
    QCOMPARE(said.value(pointer), kept);
}

void TestTypedByTool::theRequestJudgesIt()
{
    Wizard wizard;
    ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
    showFor(page);
    page.goTo(QStringLiteral("request"));
    auto *request = static_cast<RequestPage *>(page.currentPage());
    const QString npi = QStringLiteral("/provider/npi");
    put(lineOf(*request, npi), QStringLiteral("1234567890"));
    QTRY_VERIFY2(request->field(npi)->message().contains(QStringLiteral("check digit")),
        qPrintable(request->field(npi)->message()));
}

void TestTypedByTool::whatTheProgramShowsIsNotTyped()
{
    QLineEdit line;
    QSignalSpy typed(TypedText::of(&line), &TypedText::typed);
    TypedText::show(&line, QStringLiteral("shown"));
    QVERIFY(typed.isEmpty());
    QVERIFY(!line.isModified());
    QTest::keyClicks(&line, QStringLiteral("!"));
    QCOMPARE(typed.count(), 1);
    put(&line, QStringLiteral("said"));
    QCOMPARE(typed.constLast().constFirst().toString(), QStringLiteral("said"));
    QVERIFY(line.isModified());
    QCOMPARE(TypedText::of(&line), TypedText::of(&line));
}

/// A page that is opened asks what could not be read when it was left; a text that came meanwhile stays.
void TestTypedByTool::whatIsRestoredDoesNotReplaceIt()
{
    Wizard wizard;
    const QString birth = QStringLiteral("/member/birth_date");
    {
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        page.goTo(QStringLiteral("request"));
        put(lineOf(*static_cast<RequestPage *>(page.currentPage()), birth), QStringLiteral("third of April"));
        page.flush();
    }
    ReviewPage page(*wizard.workshop, wizard.kept(), wizard.clock());
    page.goTo(QStringLiteral("request"));
    auto *request = static_cast<RequestPage *>(page.currentPage());
    put(lineOf(*request, birth), QStringLiteral("1951-04-03"));
    wizard.workshop->drain();
    QTest::qWait(50);
    QCOMPARE(lineOf(*request, birth)->text(), QStringLiteral("1951-04-03"));
    page.flush();
    QCOMPARE(wizard.kept().reviewCase.member.birthDate, QDate(1951, 4, 3));
}

void TestTypedByTool::aSourceKeepsIt()
{
    SourceEditor editor(QStringLiteral("Progressive disease"));
    QSignalSpy edited(&editor, &SourceEditor::edited);
    editor.setEvidence({});
    QVERIFY(edited.isEmpty());
    put(editor.findChildren<QLineEdit *>().constFirst(), QStringLiteral("CT of 3 March"));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.constFirst().constFirst().value<Evidence>().document, QStringLiteral("CT of 3 March"));
}

void TestTypedByTool::aContractProvisionKeepsIt()
{
    ProvisionEntries entries;
    QSignalSpy edited(&entries, &ProvisionEntries::edited);
    put(entries.findChild<QLineEdit *>(), QStringLiteral("Section 4.2"));
    QCOMPARE(edited.count(), 1);
}

void TestTypedByTool::theDepartmentCanSaveIt()
{
    Wizard wizard("sam");
    DepartmentSettings settings(*wizard.workshop);
    settings.show();
    QTRY_VERIFY(!settings.organisation()->text().isEmpty());
    QVERIFY(!settings.hasUnsaved());
    put(settings.organisation(), QStringLiteral("Dictated Health"));
    QVERIFY(settings.hasUnsaved());
}

void TestTypedByTool::aLetterheadFieldSaysSo()
{
    LetterheadField field(QStringLiteral("plan"), QStringLiteral("Plan"), 1);
    QSignalSpy edited(&field, &LetterheadField::edited);
    field.setText(QStringLiteral("Example Plan"));
    QVERIFY(edited.isEmpty());
    put(field.findChild<QLineEdit *>(), QStringLiteral("Dictated Plan"));
    QCOMPARE(edited.count(), 1);
}

QTEST_MAIN(TestTypedByTool)
#include "tst_typed_by_tool.moc"
