#include "RandomCaseload.h"

#include "reports/ReportCsv.h"
#include "ui/supervisor/reports/ReportPaper.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

/// The reports of a year of invented cases on paper and as a table for other programs.
class tst_report_files : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onPaper();
    void aStoppedPaperLeavesNoFile_data();
    void aStoppedPaperLeavesNoFile();
    void aPaperThatCannotBeWrittenSaysWhere();
    void everyNumberInTheFile();

private:
    StoreDesk m_desk;
    std::shared_ptr<const CaseloadReport> m_report;
};

void tst_report_files::initTestCase()
{
    const std::unique_ptr<Workspace> sam = m_desk.made();
    RandomCaseload(m_desk, *sam, 3).bringIn(260);
    const Result<CaseloadReport> report = reportOf(*sam, {{{2026, 1, 1}, {2026, 12, 31}}, {}}, m_desk.clock.now());
    QVERIFY(report.ok());
    m_report = std::make_shared<const CaseloadReport>(*report);
}

void tst_report_files::onPaper()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("reports.pdf"));
    ReportPaper paper;
    QStringList steps;
    std::optional<Result<void>> written;
    connect(&paper, &ReportPaper::progressed, this,
        [&](int drawn, int of) { steps.append(QStringLiteral("%1 of %2").arg(drawn).arg(of)); });
    connect(&paper, &ReportPaper::finished, this, [&](const Result<void> &result) { written = result; });
    paper.start(m_report, QStringLiteral("Example <Health> Plan"), file);
    QCOMPARE(steps.size(), 1); // each chart is drawn in a turn of its own
    QVERIFY(!written);
    QTRY_VERIFY_WITH_TIMEOUT(written, patience);
    QVERIFY2(written->ok(), written->ok() ? "" : qPrintable(written->error().message));
    QCOMPARE(steps.first(), QStringLiteral("0 of %1").arg(steps.size() - 1));
    QCOMPARE(steps.last(), QStringLiteral("%1 of %1").arg(steps.size() - 1));
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    QVERIFY(text.contains(QLatin1String("Example <Health> Plan")));
    QVERIFY(text.contains(QLatin1String("1 Jan 2026 to 31 Dec 2026")));
    QVERIFY2(text.contains(QLatin1String("prior authorization")) && text.contains(QLatin1String("Page 1 of")), qPrintable(text));
    for (const ReportTable &table : m_report->tables) {
        QVERIFY2(text.contains(table.title), qPrintable(table.title));
        if (!table.isEmpty())
            QVERIFY(text.contains(table.rows.first().cells.first().words()));
    }
    reader.start(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
    QVERIFY(reader.waitForFinished());
    int images = 0;
    for (const QString &line : QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\n'))) {
        const QStringList words = line.simplified().split(QLatin1Char(' ')); // page num type … x-ppi y-ppi size ratio
        if (words.size() < 16 || words.at(2) != QLatin1String("image"))
            continue;
        ++images;
        const int across = words.at(12).toInt();
        QVERIFY2(qAbs(across - words.at(13).toInt()) <= across / 50, qPrintable(line)); // not stretched
    }
    QVERIFY(images >= 5);
}

void tst_report_files::aStoppedPaperLeavesNoFile_data()
{
    QTest::addColumn<bool>("whileDrawing");
    QTest::newRow("while charts are drawn") << true;
    QTest::newRow("while pages are set") << false;
}

void tst_report_files::aStoppedPaperLeavesNoFile()
{
    QFETCH(const bool, whileDrawing);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("reports.pdf"));
    std::optional<Result<void>> written;
    {
        ReportPaper paper;
        connect(&paper, &ReportPaper::finished, this, [&](const Result<void> &result) { written = result; });
        connect(&paper, &ReportPaper::progressed, &paper, [&](int drawn, int of) {
            if (whileDrawing ? drawn == 1 : drawn == of)
                QTimer::singleShot(0, &paper, &ReportPaper::stop);
        });
        paper.start(m_report, {}, file);
        QTRY_VERIFY_WITH_TIMEOUT(written, patience);
        QVERIFY(!paper.isRunning());
    }
    QVERIFY(!written->ok());
    QCOMPARE(written->error().code, QStringLiteral("stopped"));
    QVERIFY(!QFile::exists(file));
}

void tst_report_files::aPaperThatCannotBeWrittenSaysWhere()
{
    ReportPaper paper;
    std::optional<Result<void>> written;
    connect(&paper, &ReportPaper::finished, this, [&](const Result<void> &result) { written = result; });
    paper.start(m_report, {}, QStringLiteral("/nowhere/reports.pdf"));
    QTRY_VERIFY_WITH_TIMEOUT(written, patience);
    QVERIFY(!written->ok());
    QVERIFY2(written->error().message.contains(QStringLiteral("/nowhere/reports.pdf")), qPrintable(written->error().message));
}

void tst_report_files::everyNumberInTheFile()
{
    const QByteArray csv = toCsv(*m_report);
    qsizetype numbers = 0;
    for (const ReportTable &table : m_report->tables)
        numbers += table.rows.size() * table.columns.size();
    QCOMPARE(csv.count("\r\n"), numbers + 1);
    QVERIFY(csv.startsWith("\xEF\xBB\xBFReport,Row,Column,Value,Unit,Part,Whole,From,To,As of,"));
    const ReportCell *cell = m_report->tables.first().cell(u"2", u"all");
    const QString line =
        QStringLiteral("Yearly metrics (CMS-0057-F),2. Standard requests approved,All lines,%1,%,%2,%3,"
                       "2026-01-01,2026-12-31,2026-11-23T10:00:00-08:00,")
            .arg(cell->number)
            .arg(cell->part)
            .arg(cell->whole);
    QVERIFY2(csv.contains(line.toUtf8()), qPrintable(line));
}

QTEST_MAIN(tst_report_files)
#include "tst_report_files.moc"
