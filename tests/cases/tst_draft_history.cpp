#include "cases/DraftHistory.h"

#include <QtTest>

using namespace reviewdesk;

/// Undo and redo inside a draft.
class tst_draft_history : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsGoBackAndForth();
    void typingIsOneStep_data();
    void typingIsOneStep();
    void anotherChangeEndsWhatWasUndone();
    void theOldestAreForgotten();
    void aMergeBeginsAnew();
};

namespace {

ReviewCase noted(const QString &note)
{
    ReviewCase state;
    state.nurseNote = note;
    return state;
}

} // namespace

void tst_draft_history::stepsGoBackAndForth()
{
    DraftHistory history(noted(QStringLiteral("0")));
    QVERIFY(!history.canUndo() && !history.canRedo());
    history.changed(noted(QStringLiteral("1")), QStringLiteral("progressive"), 0);
    history.changed(noted(QStringLiteral("2")), QStringLiteral("diffuse"), 10);
    QCOMPARE(history.undoThing(), QStringLiteral("diffuse"));
    QCOMPARE(history.undo().nurseNote, QStringLiteral("1"));
    QCOMPARE(history.redoThing(), QStringLiteral("diffuse"));
    QCOMPARE(history.undo().nurseNote, QStringLiteral("0"));
    QVERIFY(!history.canUndo());
    QCOMPARE(history.redo().nurseNote, QStringLiteral("1"));
    QCOMPARE(history.redo().nurseNote, QStringLiteral("2"));
    QVERIFY(!history.canRedo());
}

void tst_draft_history::typingIsOneStep_data()
{
    QTest::addColumn<QStringList>("things");
    QTest::addColumn<int>("apart"); // milliseconds
    QTest::addColumn<int>("steps");
    const QString note = QStringLiteral("note");
    const QString name = QStringLiteral("name");
    QTest::newRow("one field, quickly") << QStringList{note, note, note} << 200 << 1;
    QTest::newRow("one field, slowly") << QStringList{note, note, note} << 1001 << 3;
    QTest::newRow("two fields") << QStringList{note, note, name, name, note} << 200 << 3;
    QTest::newRow("by themselves") << QStringList{QString(), QString()} << 1 << 2;
}

void tst_draft_history::typingIsOneStep()
{
    QFETCH(QStringList, things);
    QFETCH(int, apart);
    QFETCH(int, steps);
    DraftHistory history;
    QString text;
    qint64 at = 0;
    for (const QString &thing : things) {
        text += QLatin1Char('x');
        history.changed(noted(text), thing, at += apart);
    }
    int undone = 0;
    while (history.canUndo()) {
        history.undo();
        ++undone;
    }
    QCOMPARE(undone, steps);
    QCOMPARE(history.now().nurseNote, QString());
    while (history.canRedo())
        history.redo();
    QCOMPARE(history.now().nurseNote, text);
}

void tst_draft_history::anotherChangeEndsWhatWasUndone()
{
    DraftHistory history(noted(QStringLiteral("0")));
    history.changed(noted(QStringLiteral("1")), QStringLiteral("a"), 0);
    history.changed(noted(QStringLiteral("2")), QStringLiteral("b"), 1);
    history.undo();
    history.changed(noted(QStringLiteral("3")), QStringLiteral("a"), 2); // not joined to the step it came back to
    QVERIFY(!history.canRedo());
    QCOMPARE(history.undo().nurseNote, QStringLiteral("1"));
    QCOMPARE(history.undo().nurseNote, QStringLiteral("0"));
    history.changed(noted(QStringLiteral("0")), QStringLiteral("a"), 3); // no change is no step
    QVERIFY(history.canRedo());
}

void tst_draft_history::theOldestAreForgotten()
{
    DraftHistory history;
    for (int i = 1; i <= 300; ++i)
        history.changed(noted(QString::number(i)), {}, i);
    int undone = 0;
    for (; history.canUndo(); ++undone)
        history.undo();
    QCOMPARE(undone, static_cast<int>(DraftHistory::mostSteps));
    QCOMPARE(history.now().nurseNote, QStringLiteral("100"));
}

void tst_draft_history::aMergeBeginsAnew()
{
    DraftHistory history(noted(QStringLiteral("0")));
    history.changed(noted(QStringLiteral("1")), {}, 0);
    history.begunAnew(noted(QStringLiteral("both")));
    QVERIFY(!history.canUndo() && !history.canRedo());
    QCOMPARE(history.now().nurseNote, QStringLiteral("both"));
}

QTEST_GUILESS_MAIN(tst_draft_history)
#include "tst_draft_history.moc"
