#include "ui/widgets/StatusGlyph.h"
#include "ui/worklist/WorklistModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTimeZone>
#include <QtTest>

using namespace reviewdesk;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(10, 0), QTimeZone::utc());

WorklistRow row(const QString &number, const QDateTime &due, int tone)
{
    WorklistRow row;
    row.caseId = QStringLiteral("id-") + number;
    row.number = number;
    row.summary.memberName = QStringLiteral("Ana Example");
    row.summary.outcome = QStringLiteral("I.B.1 met");
    row.summary.outcomeTone = tone;
    row.summary.dueAt = due;
    row.savedAt = now;
    return row;
}

WorklistPart part(int total, int first, const QList<WorklistRow> &rows)
{
    WorklistPart part;
    part.total = total;
    part.first = first;
    part.rows = rows;
    return part;
}

/// So many rows from a position on, each with its position as number.
WorklistPart numbered(int total, int first, int count)
{
    QList<WorklistRow> rows;
    for (int at = first; at < qMin(total, first + count); ++at)
        rows.append(row(QString::number(at), now, 1));
    return part(total, first, rows);
}

} // namespace

class TestWorklistModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels();
    void saysDueInWordsAndTone();
    void saysOutcomeByShape();
    void asksForWhatIsInSight();
    void holdsOnlyWhatIsNear();
    void anotherTotalBeginsAnew();
    void theNumberMayComeAfterTheRows();
    void theNumberMayNotCome();
    void aMillionRowsCostNothing();
    void asksForSorting();
};

void TestWorklistModel::keepsTheRulesOfModels()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin(part(3, 0, {row(QStringLiteral("RD-1"), now, 1), row(QStringLiteral("RD-2"), {}, 0), row(QStringLiteral("RD-3"), now, -1)}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(QStringLiteral("id-RD-3")), 2);
    QCOMPARE(model.rowOf(QStringLiteral("none")), -1);
    model.refreshDue();
    model.begin(numbered(1000, 0, 64));
    model.add(numbered(1000, 640, 64));
    model.renew(numbered(1000, 64, 64));
    model.look(900, 920);
    model.setOrder(WorklistColumn::State, true);
    model.begin({});
    QCOMPARE(model.rowCount(), 0);
}

void TestWorklistModel::saysDueInWordsAndTone()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    model.begin(part(4, 0,
        {row(QStringLiteral("RD-1"), now.addSecs(-7200), 1), row(QStringLiteral("RD-2"), now.addSecs(3600), 1),
            row(QStringLiteral("RD-3"), now.addDays(5), 1), row(QStringLiteral("RD-4"), {}, 0)}));
    const auto tone = [&](int at) { return model.index(at, 0).data(WorklistModel::ChipToneRole).value<Tone>(); };
    QCOMPARE(tone(0), Tone::Danger);
    QCOMPARE(tone(1), Tone::Warn);
    QCOMPARE(tone(2), Tone::Neutral);
    QVERIFY(model.index(0, 0).data().toString().contains(QStringLiteral("Overdue")));
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Due: Overdue")));
    QCOMPARE(model.index(3, 0).data().toString(), QStringLiteral("No due date"));
}

void TestWorklistModel::saysOutcomeByShape()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    model.begin(part(
        3, 0, {row(QStringLiteral("a"), now, 1), row(QStringLiteral("b"), now, 0), row(QStringLiteral("c"), now, -1)}));
    const int column = static_cast<int>(WorklistModel::columns().indexOf(WorklistColumn::Outcome));
    const QList<Glyph> wanted{Glyph::Met, Glyph::Open, Glyph::NotMet};
    for (int at = 0; at < 3; ++at)
        QCOMPARE(model.index(at, column).data(WorklistModel::GlyphRole).value<Glyph>(), wanted.at(at));
    QCOMPARE(model.index(0, column).data(Qt::AccessibleTextRole).toString(), QStringLiteral("I.B.1 met"));
}

void TestWorklistModel::asksForWhatIsInSight()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    QList<std::pair<int, int>> wanted;
    connect(&model, &WorklistModel::partWanted, this, [&](int first, int count) { wanted.append({first, count}); });
    model.begin(numbered(1000, 0, 64));
    QVERIFY(model.index(64, 1).data(WorklistModel::BlankRole).toBool());
    QVERIFY(model.index(64, 1).data().isNull());
    QCOMPARE(model.index(64, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Loading…"));
    QVERIFY(model.index(64, 1).data(WorklistModel::CaseIdRole).isNull());
    QVERIFY(wanted.isEmpty()); // reading cells asks nothing
    model.look(600, 660); // over two pages
    QCOMPARE(wanted.last(), std::pair(576, 128));
    model.look(605, 665);
    QCOMPARE(wanted.size(), 1); // on its way
    model.add(numbered(1000, 576, 128));
    QCOMPARE(model.index(650, 2).data().toString(), QStringLiteral("650"));
    model.look(605, 665); // in sight is here: the neighbours
    QCOMPARE(wanted.last(), std::pair(512, 64));
    model.add(numbered(1000, 512, 64));
    model.look(605, 665);
    QCOMPARE(wanted.last(), std::pair(704, 64));
    model.look(990, 999); // a part that was not answered yet is overtaken
    QCOMPARE(wanted.last(), std::pair(960, 64));
}

void TestWorklistModel::holdsOnlyWhatIsNear()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    model.begin(numbered(1'000'000, 0, 64));
    for (int first = 0; first < 640'000; first += 64) {
        model.look(first, first + 20);
        model.add(numbered(1'000'000, first, 64));
    }
    int held = 0;
    for (int row = 0; row < 1'000'000; row += 64)
        held += model.row(row) ? 1 : 0;
    QVERIFY2(held <= 26, qPrintable(QString::number(held)));
    QVERIFY(model.row(639'936));
}

void TestWorklistModel::anotherTotalBeginsAnew()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.begin(numbered(200, 0, 64));
    model.renew(numbered(200, 0, 64));
    QCOMPARE(resets.size(), 1);
    model.add(numbered(201, 64, 64));
    QCOMPARE(resets.size(), 2);
    QCOMPARE(model.rowCount(), 201);
    QVERIFY(!model.row(0)); // what was there is another answer's
    QVERIFY(model.row(100));
}

void TestWorklistModel::theNumberMayComeAfterTheRows()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    WorklistPart rows = numbered(64, 0, 64);
    rows.counted = false;
    model.begin(rows);
    QVERIFY(!model.isCounted());
    model.count(numbered(30'000, 0, 64));
    QVERIFY(model.isCounted());
    QCOMPARE(model.rowCount(), 30'000);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(resets.size(), 1); // what is current and selected stays
    // somebody changed something meanwhile
    model.begin(rows);
    WorklistPart other = numbered(200, 0, 64);
    other.rows.first().caseId = QStringLiteral("another");
    model.count(other);
    QCOMPARE(resets.size(), 3);
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(model.rowOf(QStringLiteral("another")) == 0);
    // no more than came
    model.begin(rows);
    model.count(numbered(64, 0, 64));
    QCOMPARE(model.rowCount(), 64);
    QVERIFY(model.isCounted());
    QCOMPARE(resets.size(), 4);
}

/// Whoever goes on past the rows that are here asks for the next ones.
void TestWorklistModel::theNumberMayNotCome()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    WorklistPart rows = numbered(64, 0, 64);
    rows.counted = false;
    model.begin(rows);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy wanted(&model, &WorklistModel::partWanted);
    model.look(40, 63);
    QCOMPARE(wanted.size(), 0); // the number is on its way
    model.leaveUncounted();
    QVERIFY(model.isLeftUncounted());
    model.look(40, 63);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toInt(), 64);
    model.look(41, 63);
    QCOMPARE(wanted.size(), 1);
    model.forgetWish(); // it failed again
    model.look(42, 63);
    QCOMPARE(wanted.size(), 2);
    model.add(numbered(200, 64, 64));
    QVERIFY(model.isCounted() && !model.isLeftUncounted());
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(model.row(100));
    QCOMPARE(resets.size(), 0);
    model.look(120, 127);
    QCOMPARE(wanted.constLast().constFirst().toInt(), 128);
}

void TestWorklistModel::aMillionRowsCostNothing()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin(numbered(1'000'000, 0, 64));
    model.add(numbered(1'000'000, 999'936, 64));
    QCOMPARE(model.rowCount(), 1'000'000);
    QCOMPARE(model.index(999'999, 2).data().toString(), QStringLiteral("999999"));
}

void TestWorklistModel::asksForSorting()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    QList<std::pair<WorklistColumn, bool>> asked;
    connect(&model, &WorklistModel::sortWanted, this, [&](WorklistColumn column, bool descending) {
        asked.append({column, descending});
    });
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first(), std::pair(WorklistColumn::Member, true));
}

QTEST_MAIN(TestWorklistModel)
#include "tst_worklist_model.moc"
