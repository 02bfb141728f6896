#include "VerbDesk.h"

#include <QFile>
#include <QTest>

using namespace reviewdesk;

/// import and export of tables, as processes on a real workspace.
class tst_table_verbs : public QObject, private VerbDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { sitDown(); }
    void tablesGoOutAndIn();
    void rowsThatCannotBeReadLeaveNothing();
};

void tst_table_verbs::tablesGoOutAndIn()
{
    {
        const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
        QVERIFY(nora->createCase(StoreDesk::approvable()).ok());
        QVERIFY(nora->createCase(StoreDesk::request(QStringLiteral("=Eve; <b>"))).ok());
    }
    const QStringList both = numbers();
    const auto table = [this](const QStringList &cases) {
        QStringList arguments{QStringLiteral("export"), QStringLiteral("--workspace"), m_desk->directory(),
            QStringLiteral("--user"), QStringLiteral("nora"), QStringLiteral("--format"), QStringLiteral("csv")};
        for (const QString &number : cases)
            arguments << QStringLiteral("--case") << number;
        return run(arguments, "nora\n");
    };
    const Ended first = table(both);
    QVERIFY2(first.code == 0, first.err.constData());
    QCOMPARE(first.out.count("\r\n"), 3);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("cases.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(first.out) > 0 && file.flush());
    const Ended again = import({file.fileName()}); // where they are
    QVERIFY2(again.code == 0, again.err.constData());
    QVERIFY(again.out.contains("row 2: " + both.at(0).toUtf8() + ", here already"));
    QVERIFY(again.out.contains("row 3: " + both.at(1).toUtf8() + ", here already"));
    QCOMPARE(table(both).out, first.out);

    m_desk = std::make_unique<StoreDesk>(); // where they are not: the same but for the numbers
    m_desk->made();
    const Ended moved = import({file.fileName()});
    QVERIFY2(moved.code == 0, moved.err.constData());
    QCOMPARE(moved.out.count("a new draft"), 2);
    QVERIFY(!moved.out.contains("Eve")); // no member's name
    QVERIFY(import({file.fileName()}).out.count("here already") == 2);
    const QStringList there = numbers();
    QCOMPARE(there.size(), 2);
    QCOMPARE(table(there).out, first.out);
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const StoredCase draft = nora->loadCaseByNumber(there.at(0)).value();
    QCOMPARE(draft.status, Status::Draft);
    QVERIFY(draft.reviewCase.facts.isEmpty());
    QVERIFY(draft.reviewCase.unconfirmed.contains(QLatin1String("/member/name")));
    QVERIFY(nora->messageOf(draft.id).value().startsWith("\xEF\xBB\xBF" "case_number,") ||
        nora->messageOf(draft.id).value().startsWith("case_number,"));
    QCOMPARE(nora->history(draft.id).value().last().comment, QStringLiteral("Came as a row of a table."));
    QVERIFY(nora->verify().ok());
}

void tst_table_verbs::rowsThatCannotBeReadLeaveNothing()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("fax log.csv")));
    const QByteArray csv = "member_name;birth_date;Comment\nAna Example;1961-04-02;x\nEve Example;4/2/61;\nBo Example;;\n";
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) > 0 && file.flush());
    const Ended ended = import({file.fileName()});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains("fax log.csv: row 3, column birth_date: “…” is no date"), ended.err.constData());
    QVERIFY(!ended.err.contains("4/2/61")); // nothing of a member
    QVERIFY(ended.out.contains("columns passed over: Comment"));
    QCOMPARE(ended.out.count("a new draft"), 2);
    QCOMPARE(numbers().size(), 2);
    file.resize(0);
    QVERIFY(file.seek(0) && file.write("colour;size\nred;2\n") > 0 && file.flush());
    const Ended other = import({file.fileName()});
    QCOMPARE(other.code, 1);
    QVERIFY(other.err.contains("row 1: The first row names no column of a request. Known are: case_number, "));
}

QTEST_GUILESS_MAIN(tst_table_verbs)
#include "tst_table_verbs.moc"
