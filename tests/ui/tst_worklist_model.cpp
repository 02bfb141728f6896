#include "ui/widgets/StatusGlyph.h"
#include "ui/worklist/WorklistModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace reviewdesk;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);

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

} // namespace

class TestWorklistModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels();
    void saysDueInWordsAndTone();
    void saysOutcomeByShape();
    void fetchesMoreOnce();
    void asksForSorting();
};

void TestWorklistModel::keepsTheRulesOfModels()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({row(QStringLiteral("RD-1"), now, 1), row(QStringLiteral("RD-2"), {}, 0)}, true);
    model.appendRows({row(QStringLiteral("RD-3"), now, -1)}, false);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(QStringLiteral("id-RD-3")), 2);
    QCOMPARE(model.rowOf(QStringLiteral("none")), -1);
    model.refreshDue();
    model.setRows({}, false);
    QCOMPARE(model.rowCount(), 0);
}

void TestWorklistModel::saysDueInWordsAndTone()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    model.setRows(
        {row(QStringLiteral("RD-1"), now.addSecs(-7200), 1), row(QStringLiteral("RD-2"), now.addSecs(3600), 1),
            row(QStringLiteral("RD-3"), now.addDays(5), 1), row(QStringLiteral("RD-4"), {}, 0)},
        false);
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
    model.setRows(
        {row(QStringLiteral("a"), now, 1), row(QStringLiteral("b"), now, 0), row(QStringLiteral("c"), now, -1)}, false);
    const int column = static_cast<int>(WorklistModel::columns().indexOf(WorklistColumn::Outcome));
    const QList<Glyph> wanted{Glyph::Met, Glyph::Open, Glyph::NotMet};
    for (int at = 0; at < 3; ++at)
        QCOMPARE(model.index(at, column).data(WorklistModel::GlyphRole).value<Glyph>(), wanted.at(at));
    QCOMPARE(model.index(0, column).data(Qt::AccessibleTextRole).toString(), QStringLiteral("I.B.1 met"));
}

void TestWorklistModel::fetchesMoreOnce()
{
    const FixedClock clock(now);
    WorklistModel model(QTimeZone::utc(), clock);
    QSignalSpy wanted(&model, &WorklistModel::moreWanted);
    model.setRows({row(QStringLiteral("a"), now, 1)}, true);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toInt(), 1);
    model.appendRows({row(QStringLiteral("b"), now, 1)}, false);
    QVERIFY(!model.canFetchMore({}));
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
