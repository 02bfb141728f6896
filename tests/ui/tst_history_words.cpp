#include "StoreDesk.h"

#include "cases/CaseFile.h"
#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "ui/history/HistoryWords.h"

#include <QRandomGenerator>
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
    void aRowShowsWhereTwoLongValuesDiffer_data();
    void aRowShowsWhereTwoLongValuesDiffer();
    void twoSidesNeverReadTheSame();
    void aLongTextIsWholeElsewhere();
    void manyChangesAreWholeElsewhere();
    void whatIsKeptInAnotherOrderIsNoChange();
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
        "Edit (Diagnosis codes: added C78.7)");
    row("codes exchanged", R"({"after":["C78.7","C22.0"],"before":["C18.9","C78.7"],"field":"/service/diagnosis_codes"})",
        "Edit (Diagnosis codes: added C22.0, removed C18.9)");
    row("codes in another order", R"({"after":["C78.7","C18.9"],"before":["C18.9","C78.7"],"field":"/service/diagnosis_codes"})",
        "Edit (Diagnosis codes: in another order)");
    row("a source, kept in parts",
        R"({"after":"CT report","field":"/evidence/progressive/document"},{"after":3,"field":"/evidence/progressive/page"},)"
        R"({"after":"Lesions grew.","field":"/evidence/progressive/quote"})",
        "Edit (Source of Progressive disease: added CT report, p. 3, “Lesions grew.”)");
    row("a source's page", R"({"after":4,"before":3,"field":"/evidence/progressive/page"})",
        "Edit (Source of Progressive disease: p. 3 → p. 4)");
    row("entries to confirm", R"({"after":["/member/name"],"before":["/member/name","/urgency"],"field":"/unconfirmed"})",
        "Edit (Entries to confirm: removed Urgency)");
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

/// What both sides begin and end with is left out, so that what changed is read.
void tst_history_words::aRowShowsWhereTwoLongValuesDiffer_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("before"); // JSON
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *field, const QByteArray &before, const QByteArray &after, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(field) << before << after << QString::fromUtf8(words);
    };
    const QByteArray begins = "The tumor board of 4 November asked for the second CT, which came on the 12th and shows";
    row("a word at the end", "/nurse_note", '"' + begins + " growth.\"", '"' + begins + " shrinkage.\"",
        "Note to the physician: …and shows growth. → …and shows shrinkage.");
    row("a word put in", "/nurse_note", '"' + begins + " growth of the larger lesion in segment IV.\"",
        '"' + begins + " no growth of the larger lesion in segment IV.\"",
        "Note to the physician: …and shows growth of… → …and shows no growth of…");
    row("a word at the beginning", "/nurse_note", "\"See: " + begins + " growth.\"", "\"Read: " + begins + " growth.\"",
        "Note to the physician: See: The… → Read: The…");
    row("a sentence more", "/nurse_note", '"' + begins + " growth.\"", '"' + begins + " growth. Asked the office for the report.\"",
        "Note to the physician: …shows growth. → …shows growth. Asked the office for the report.");
    row("a word without a space", "/nurse_note", '"' + QByteArray(90, 'x') + "1\"", '"' + QByteArray(90, 'x') + "2\"",
        "Note to the physician: …xxxxxxxxxxxx1 → …xxxxxxxxxxxx2");
    row("spaces alone", "/nurse_note", '"' + begins + "\"", '"' + begins + "\\n\"", "Note to the physician: only the spacing changed");
    const QByteArray ct = R"({"title":"CT of the abdomen and pelvis with contrast, with the radiologist's report","pages":3,"type":"imaging"})";
    const QByteArray notes = R"({"title":"Clinical notes of the referring oncologist from the last three months","pages":12,"type":"notes"})";
    const QByteArray labs = R"({"title":"Laboratory results","pages":2,"received_on":"2026-11-20","type":"labs"})";
    const QByteArray ctWhole = R"({"title":"CT of the abdomen and pelvis with contrast, with the radiologist's report","pages":5,"type":"imaging"})";
    row("a document more", "/documents", '[' + ct + ',' + notes + ']', '[' + ct + ',' + notes + ',' + labs + ']',
        "Documents: added Laboratory results, 2 pages, 20 Nov 2026");
    row("a document less", "/documents", '[' + ct + ',' + labs + ',' + notes + ']', '[' + ct + ',' + notes + ']',
        "Documents: removed Laboratory results, 2 pages, 20 Nov 2026");
    row("a document exchanged", "/documents", '[' + ct + ',' + notes + ']', '[' + ct + ',' + labs + ']',
        "Documents: added Laboratory results, 2 pages, 20 Nov 2026, removed Clinical notes of the referring oncologist from the last…");
    row("a document's pages", "/documents", '[' + notes + ',' + ct + ']', '[' + notes + ',' + ctWhole + ']',
        "Documents: …radiologist's report, 3 pages → …radiologist's report, 5 pages");
    row("a document of another kind", "/documents", '[' + ct + ']', '[' + QByteArray(ct).replace("imaging", "notes") + ']',
        "Documents: changed");
    const QByteArray tace = R"({"treatment":"Transarterial chemoembolization of the right lobe, two sessions","response":"stable disease"})";
    const QByteArray grown = R"({"treatment":"Transarterial chemoembolization of the right lobe, two sessions","response":"progressive disease"})";
    const QByteArray folfox = R"({"treatment":"FOLFOX","response":"partial response"})";
    const QByteArray sorafenib = R"({"treatment":"Sorafenib","response":"progression"})";
    row("a treatment's response", "/recorded/prior_treatments", '[' + tace + ',' + folfox + ']', '[' + grown + ',' + folfox + ']',
        "Prior treatments and response: …two sessions, stable disease → …two sessions, progressive disease");
    row("treatments more", "/recorded/prior_treatments", '[' + tace + ']', '[' + tace + ',' + folfox + ',' + sorafenib + ']',
        "Prior treatments and response: added FOLFOX, partial response; Sorafenib, progression");
    row("a response and a treatment", "/recorded/prior_treatments", '[' + tace + ']', '[' + folfox + ',' + grown + ']',
        "Prior treatments and response: …two sessions, stable disease → …two sessions, progressive disease, added FOLFOX, partial response");
}

void tst_history_words::aRowShowsWhereTwoLongValuesDiffer()
{
    QFETCH(const QString, field);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QByteArray changes = R"([{"after":)" + after + R"(,"before":)" + before + R"(,"field":")" + field.toUtf8() + R"("}])";
    QString words = stepInWords(entryOf("edit", changes), StoreDesk::rulebook()->policy);
    QVERIFY(words.startsWith(QLatin1String("Edit (")) && words.endsWith(QLatin1Char(')')));
    words = words.mid(6).chopped(1);
    QTEST(words, "words");
}

/// Two texts of a few words each, one word of them exchanged, put in or taken out anywhere: a row shows it.
void tst_history_words::twoSidesNeverReadTheSame()
{
    QRandomGenerator random(20261127);
    const Policy &policy = StoreDesk::rulebook()->policy;
    for (int round = 0; round < 4000; ++round) {
        QStringList before;
        const int size = 1 + random.bounded(60);
        for (int i = 0; i < size; ++i)
            before.append(QString(1 + random.bounded(random.bounded(20) ? 9 : 80), QChar('a' + random.bounded(2))));
        QStringList after = before;
        const int at = random.bounded(size);
        if (const int how = random.bounded(3); how == 0)
            after.insert(at, before.at(random.bounded(size)));
        else if (how == 1 && size > 1)
            after.removeAt(at);
        else
            after[at] += QLatin1Char('c');
        if (after == before)
            continue;
        const QByteArray changes = canonicalJson(JsonValue::Array{JsonValue::Object{{QStringLiteral("field"), QStringLiteral("/nurse_note")},
            {QStringLiteral("before"), before.join(QLatin1Char(' '))}, {QStringLiteral("after"), after.join(QLatin1Char(' '))}}});
        const QString words = stepInWords(entryOf("edit", changes), policy).section(QStringLiteral("physician: "), 1).chopped(1);
        const QStringList sides = words.split(QStringLiteral(" → "));
        QCOMPARE(sides.size(), 2);
        QVERIFY2(sides.at(0) != sides.at(1), qPrintable(words));
        QVERIFY2(sides.at(0).size() <= 62 && sides.at(1).size() <= 62, qPrintable(words));
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

/// What is kept has its members sorted: documents and treatments, lists of such objects, were told as changed with each save.
void tst_history_words::whatIsKeptInAnotherOrderIsNoChange()
{
    const std::shared_ptr<const Rulebook> rulebook = StoreDesk::rulebook();
    ReviewCase content = StoreDesk::approvable();
    ReceivedDocument document;
    document.title = QStringLiteral("IR consult");
    document.pages = 4;
    document.receivedOn = QDate(2026, 11, 20);
    content.documents = {document};
    const JsonValue now = toJson(content, rulebook->policy);
    const Result<JsonValue> kept = readJson(canonicalJson(now));
    QVERIFY2(kept.ok(), why(kept));
    QVERIFY(*kept->member(u"documents") != *now.member(u"documents")); // in order, that is
    QCOMPARE(changesBetween(*kept, now), QByteArray("[]"));
    content.documents.first().pages = 5;
    QVERIFY(changesBetween(*kept, toJson(content, rulebook->policy)).contains("/documents"));
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
