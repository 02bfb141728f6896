#include "StoreDesk.h"

#include "cases/CaseFile.h"
#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "ui/history/HistoryWords.h"

#include <QTest>

using namespace reviewdesk;

namespace {

AuditEntry entryOf(const char *action, const QByteArray &changes, const QString &comment = {})
{
    AuditEntry entry;
    entry.action = QString::fromLatin1(action);
    entry.changes = changes;
    entry.comment = comment;
    return entry;
}

} // namespace

/// What a history says of a step: which field, what it was and what it became.
class tst_history_words : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeHasItsFieldAndBothSides_data();
    void aChangeHasItsFieldAndBothSides();
    void aCaseFilesChangesAreAllNamed();
    void aLongTextIsWholeElsewhere();
    void manyChangesAreWholeElsewhere();
    void aScreenReaderGetsWords();
    void whatWasSaidComesFirst();
};

void tst_history_words::aChangeHasItsFieldAndBothSides_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *changes, const char *words) {
        QTest::newRow(name) << QByteArray("[") + changes + "]" << QString::fromUtf8(words);
    };
    row("nothing", "", "Edit");
    row("urgency", R"({"after":"expedited","before":"standard","field":"/urgency"})",
        "Edit (Urgency: Standard → Expedited)");
    row("receipt",
        R"({"after":"2026-11-21T08:00:00-08:00","before":"2026-11-20T09:10:00-08:00","field":"/received_at"})",
        "Edit (Received: 20 Nov 2026 09:10 → 21 Nov 2026 08:00)");
    row("a day", R"({"after":"2026-12-07","before":"2026-12-04","field":"/service/planned_on"})",
        "Edit (Planned on: 4 Dec 2026 → 7 Dec 2026)");
    row("line of business", R"({"after":"medicare_advantage","before":"commercial_insured","field":"/line_of_business"})",
        "Edit (Line of business: Commercial, insured → Medicare Advantage)");
    row("an answer", R"({"after":true,"before":false,"field":"/facts/progressive"})",
        "Edit (Progressive disease: No → Yes)");
    row("an answer not documented any more", R"({"after":null,"before":true,"field":"/facts/progressive"})",
        "Edit (Progressive disease: Yes → Not documented)");
    row("a new answer", R"({"after":"colorectal","field":"/facts/metastatic_type"})",
        "Edit (Type of metastatic tumor: added Colorectal)");
    row("an answer taken back", R"({"before":true,"field":"/facts/progressive"})",
        "Edit (Progressive disease: removed Yes)");
    row("a new entry", R"({"after":"253-555-0101","field":"/provider/fax"})", "Edit (Fax number: added 253-555-0101)");
    row("an emptied entry", R"({"before":"253-555-0101","field":"/provider/fax"})",
        "Edit (Fax number: removed 253-555-0101)");
    row("codes", R"({"after":["C18.9","C78.7"],"before":["C18.9"],"field":"/service/diagnosis_codes"})",
        "Edit (Diagnosis codes: C18.9 → C18.9, C78.7)");
    row("a source, kept in parts",
        R"({"after":"CT report","field":"/evidence/progressive/document"},{"after":3,"field":"/evidence/progressive/page"},)"
        R"({"after":"Lesions grew.","field":"/evidence/progressive/quote"})",
        "Edit (Source of Progressive disease: added CT report, p. 3, “Lesions grew.”)");
    row("a source's page", R"({"after":4,"before":3,"field":"/evidence/progressive/page"})",
        "Edit (Source of Progressive disease: p. 3 → p. 4)");
    row("entries to confirm", R"({"after":["/member/name"],"before":["/member/name","/urgency"],"field":"/unconfirmed"})",
        "Edit (Entries to confirm: Member name, Urgency → Member name)");
    row("assigned", R"({"after":"Ned Example","before":"","field":"/assigned_to"})", "Edit (Assigned to: added Ned Example)");
    row("two", R"({"after":"OR","before":"WA","field":"/state"},{"after":"expedited","before":"standard","field":"/urgency"})",
        "Edit (Plan state: WA → OR; Urgency: Standard → Expedited)");
    row("what the step says itself",
        R"({"after":"2026-11-23T10:00:00-08:00","field":"/determination/at"},{"after":"approved","field":"/determination/decision"},)"
        R"({"after":"Nora","field":"/determination/by/name"},{"after":"approved","before":"draft","field":"/status"})",
        "Edit");
}

void tst_history_words::aChangeHasItsFieldAndBothSides()
{
    QFETCH(const QByteArray, changes);
    QTEST(stepInWords(entryOf("edit", changes), StoreDesk::rulebook()->policy), "words");
}

/// Every field of a case file has a name of its own: none is shown as the file spells it.
void tst_history_words::aCaseFilesChangesAreAllNamed()
{
    ReviewCase content = StoreDesk::approvable();
    content.nurseNote = content.determination.rationale = content.determination.plainReason = QStringLiteral("words");
    content.determination.plainReasonTranslated = content.determination.extensionReason = QStringLiteral("palabras");
    content.determination.extendedTo = content.determination.replyBy = QDate(2026, 12, 11);
    content.determination.contractProvision = ContractProvision{QStringLiteral("§ 4"), QStringLiteral("excluded")};
    const Policy &policy = StoreDesk::rulebook()->policy;
    const QByteArray changes = changesBetween(JsonValue::Object(), toJson(content, policy));
    const QStringList lines = stepInWords(entryOf("create", changes), policy, StepForm::Whole).split(QLatin1Char('\n'));
    QCOMPARE(lines.constFirst(), QStringLiteral("Begin"));
    QVERIFY(lines.size() > 30);
    for (const QString &line : lines.mid(1)) {
        QVERIFY2(line.contains(QLatin1String(": added ")) && !line.contains(QLatin1Char('_')), qPrintable(line));
        QVERIFY2(line.at(0).isUpper(), qPrintable(line));
    }
}

void tst_history_words::aLongTextIsWholeElsewhere()
{
    const QString note = QStringLiteral("The tumor board of 4 November asked for the second CT, which came on the 12th\nand shows growth.");
    const QByteArray changes = canonicalJson(JsonValue::Array{JsonValue::Object{
        {QStringLiteral("field"), QStringLiteral("/nurse_note")}, {QStringLiteral("after"), note}}});
    const Policy &policy = StoreDesk::rulebook()->policy;
    QCOMPARE(stepInWords(entryOf("edit", changes), policy),
        QStringLiteral("Edit (Note to the physician: added The tumor board of 4 November asked for the second CT, which…)"));
    QCOMPARE(stepInWords(entryOf("edit", changes), policy, StepForm::Whole),
        QStringLiteral("Edit\nNote to the physician: added %1").arg(note.simplified()));
    QVERIFY(stepInWords(entryOf("edit", changes), policy, StepForm::Record).contains(note.simplified()));
}

void tst_history_words::manyChangesAreWholeElsewhere()
{
    const Policy &policy = StoreDesk::rulebook()->policy;
    const QByteArray changes = changesBetween(JsonValue::Object(), toJson(StoreDesk::request(), policy));
    const AuditEntry entry = entryOf("create", changes);
    QVERIFY(stepInWords(entry, policy).endsWith(QStringLiteral(" …)")));
    QCOMPARE(stepInWords(entry, policy).count(QStringLiteral(": added ")), 5);
    QVERIFY(stepInWords(entry, policy, StepForm::Spoken).count(QStringLiteral(": added ")) > 15);
}

void tst_history_words::aScreenReaderGetsWords()
{
    const QByteArray changes = R"([{"after":"expedited","before":"standard","field":"/urgency"}])";
    QCOMPARE(stepInWords(entryOf("edit", changes), StoreDesk::rulebook()->policy, StepForm::Spoken),
        QStringLiteral("Edit (Urgency: from Standard to Expedited)"));
}

void tst_history_words::whatWasSaidComesFirst()
{
    const QByteArray changes = R"([{"after":"draft","before":"denied","field":"/status"}])";
    const Policy &policy = StoreDesk::rulebook()->policy;
    QCOMPARE(stepInWords(entryOf("reopen", changes, QStringLiteral("new records")), policy),
        QStringLiteral("Reopen, “new records”"));
    QCOMPARE(stepInWords(entryOf("no_such_step", "[]"), policy), QStringLiteral("Other step"));
}

QTEST_GUILESS_MAIN(tst_history_words)
#include "tst_history_words.moc"
