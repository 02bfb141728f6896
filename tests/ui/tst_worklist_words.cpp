#include "StoreDesk.h"

#include "cases/SummaryWords.h"
#include "store/Migrator.h"
#include "ui/worklist/WorklistModel.h"

#include <QTest>
#include <QTranslator>

using namespace reviewdesk;

/// The worklist's words are kept in one language and told in the reader's.
class tst_worklist_words : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReaderHasTheirWords_data();
    void aReaderHasTheirWords();
    void whoSavesLeavesNoLanguage();
    void earlierWordsAreBroughtOver_data();
    void earlierWordsAreBroughtOver();
    void allWordsAreBroughtOverInOneStep();

private:
    static std::unique_ptr<QTranslator> spanish();
};

std::unique_ptr<QTranslator> tst_worklist_words::spanish()
{
    auto words = std::make_unique<QTranslator>();
    require(words->load(QStringLiteral("reviewdesk_es"), QStringLiteral(":/translations")));
    require(QCoreApplication::installTranslator(words.get()));
    return words;
}

namespace {

struct Words {
    const char *name;
    const char *column; ///< of `cases`
    const char *english; ///< as kept
    const char *spanish; ///< as read in Spanish, and as kept by earlier programs
};
constexpr Words all[]{
    {"one left", "outcome", "1 answer left", "1 por responder"},
    {"more left", "outcome", "16 answers left", "16 por responder"},
    {"met", "outcome", "I.B.3.b met", "I.B.3.b: sí"},
    {"several met", "outcome", "I.B.1, I.B.2 met", "I.B.1, I.B.2: sí"},
    {"not met", "outcome", "I.B.3.b.i not met", "I.B.3.b.i: no"},
    {"a policy's label", "outcome", "Medically necessary", "Medically necessary"},
    {"no outcome", "outcome", "", ""},
    {"not a count", "outcome", "No answers left", "No answers left"},
    {"commercial", "plan_words", "Commercial WA", "Comercial WA"},
    {"commercial, no state", "plan_words", "Commercial", "Comercial"},
    {"self-funded", "plan_words", "Self-funded", "Autofinanciado"},
    {"Medicaid", "plan_words", "Medicaid OR", "Medicaid OR"},
    {"Medicare", "plan_words", "Medicare Adv.", "Medicare Adv."},
    {"a state", "plan_words", "WA", "WA"},
    {"no plan", "plan_words", "", ""},
    {"another word", "plan_words", "Commercially WA", "Commercially WA"},
};

void allRows()
{
    QTest::addColumn<bool>("isPlan");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("spanish");
    for (const Words &one : all)
        QTest::newRow(one.name) << (QByteArray(one.column) == "plan_words") << QString::fromUtf8(one.english)
                                << QString::fromUtf8(one.spanish);
}

/// What a screen, a saved list or a screen reader has of a row.
QString shown(const WorklistRow &row, WorklistColumn column)
{
    const QDateTime now(QDate(2026, 11, 20), QTime(9, 0), QTimeZone::utc());
    const QString words = WorklistModel::words(row, column, now, QTimeZone::utc());
    require(WorklistModel::told(row, column, Qt::AccessibleTextRole, now, QTimeZone::utc()).toString() == words);
    return words;
}

/// Sets words as an earlier program left them; a server's rules let nobody do so.
Result<void> set(Database &database, const QString &caseId, const QString &column, const QString &words)
{
    if (StoreDesk::isOnServer())
        require(database.script("ALTER TABLE cases DISABLE TRIGGER cases_change_by_steps").ok());
    const Result<void> done =
        database.run(QStringLiteral("UPDATE cases SET %1 = ? WHERE id = ?").arg(column), {words, caseId});
    if (StoreDesk::isOnServer())
        require(database.script("ALTER TABLE cases ENABLE TRIGGER cases_change_by_steps").ok());
    return done;
}

Result<void> broughtOver(Database &database)
{
    const auto dialect = StoreDesk::isOnServer() ? Database::Dialect::Postgres : Database::Dialect::Sqlite;
    for (const Migration &step : Migrator::compiledIn(dialect)) {
        if (step.name.contains(QLatin1String("words_in_one_language")))
            return database.transaction([&] { return database.script(step.sql); });
    }
    return Error{QStringLiteral("no_step"), {}, {}};
}

} // namespace

void tst_worklist_words::aReaderHasTheirWords_data()
{
    allRows();
}

void tst_worklist_words::aReaderHasTheirWords()
{
    QFETCH(const bool, isPlan);
    QFETCH(const QString, english);
    QFETCH(const QString, spanish);
    WorklistRow row;
    (isPlan ? row.summary.planWords : row.summary.outcome) = english;
    const WorklistColumn column = isPlan ? WorklistColumn::Plan : WorklistColumn::Outcome;
    QCOMPARE(shown(row, column), english);
    const std::unique_ptr<QTranslator> words = tst_worklist_words::spanish();
    QCOMPARE(shown(row, column), spanish);
}

/// "2 por responder" for everybody, because a colleague with a Spanish screen had saved.
void tst_worklist_words::whoSavesLeavesNoLanguage()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const auto saved = [&](const ReviewCase &reviewCase) {
        const Result<StoredCase> made = nora->createCase(reviewCase);
        require(made.ok());
        return desk.database()
            ->row(QStringLiteral("SELECT outcome, plan_words FROM cases WHERE id = ?"), {made->id})
            .value();
    };
    for (const ReviewCase &reviewCase : {StoreDesk::request(), StoreDesk::approvable(), StoreDesk::adverse()}) {
        const Database::Row inEnglish = saved(reviewCase);
        const std::unique_ptr<QTranslator> words = spanish();
        QCOMPARE(saved(reviewCase), inEnglish);
    }
}

void tst_worklist_words::earlierWordsAreBroughtOver_data()
{
    allRows();
}

void tst_worklist_words::earlierWordsAreBroughtOver()
{
    QFETCH(const bool, isPlan);
    QFETCH(const QString, english);
    QFETCH(const QString, spanish);
    static StoreDesk desk;
    static const QString id = [] {
        desk.made();
        return desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request()).value().id;
    }();
    const std::unique_ptr<Database> database = desk.database();
    const QString column = isPlan ? QStringLiteral("plan_words") : QStringLiteral("outcome");
    for (const QString &before : {spanish, english}) { // what is English already stays
        QVERIFY(set(*database, id, column, before).ok());
        const Result<void> done = broughtOver(*database);
        QVERIFY2(done.ok(), why(done));
        const auto now = database->row(QStringLiteral("SELECT %1 FROM cases WHERE id = ?").arg(column), {id});
        QCOMPARE(now->value(0).toString(), english);
    }
}

/// With what the worklist keeps beside the cases, and the rule that rested is back.
void tst_worklist_words::allWordsAreBroughtOverInOneStep()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const QString apart = nora->createCase(StoreDesk::request()).value().id;
    const QString like = nora->createCase(StoreDesk::request(QStringLiteral("Zoe Example"))).value().id;
    const std::unique_ptr<Database> database = desk.database();
    QVERIFY(set(*database, apart, QStringLiteral("outcome"), QStringLiteral("2 por responder")).ok());
    QVERIFY(set(*database, like, QStringLiteral("outcome"), QStringLiteral("2 answers left")).ok());
    QVERIFY(nora->worklist({}).ok());
    QVERIFY(broughtOver(*database).ok());
    const Result<QList<WorklistRow>> rows = nora->worklist({});
    QVERIFY2(rows.ok(), why(rows));
    QCOMPARE(rows->size(), 2);
    for (const WorklistRow &row : *rows)
        QCOMPARE(row.summary.outcome, QStringLiteral("2 answers left"));
    const Result<void> whole = nora->verify();
    QVERIFY2(whole.ok(), why(whole));
    if (StoreDesk::isOnServer()) {
        QCOMPARE(database->row(QStringLiteral("SELECT worklist_wrong()"))->value(0).toLongLong(), Q_INT64_C(0));
        QCOMPARE(codeOf(database->run(QStringLiteral("UPDATE cases SET outcome = 'x'"))), QStringLiteral("refused"));
    }
}

QTEST_GUILESS_MAIN(tst_worklist_words)
#include "tst_worklist_words.moc"
