// A year's reports on a large caseload: read from the encrypted workspace and worked out. `bench_reports [CASES]`,
// 100,000 cases unless told.
#include "StoreDesk.h"

#include "reports/CaseloadReport.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace reviewdesk;

namespace {

/// Rows as rounds leave them; the reports read nothing else.
const char *const invented = R"(
INSERT INTO round_facts
WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < %1)
SELECT printf('case-%08d', n), 1, 'first', 1767254400000 + n * 17 % 28000000 * 1000,
    CASE n % 5 WHEN 0 THEN 'commercial_insured' WHEN 1 THEN 'self_funded_erisa' WHEN 2 THEN 'medicare_advantage'
        WHEN 3 THEN 'medicaid_managed_care' ELSE 'qhp' END,
    iif(n % 4 = 0, 'expedited', 'standard'), iif(n % 9 = 0, 'post_service', 'pre_service'),
    CASE n % 10 WHEN 0 THEN 'denied' WHEN 1 THEN 'denied' WHEN 2 THEN 'withdrawn' WHEN 3 THEN NULL ELSE 'approved' END,
    0, 1767254400000 + (n * 17 % 28000000 + n % 900000) * 1000, 'medically_necessary', '["I.B.3","I.B.3.b.ii"]',
    iif(n % 10 < 2, '["I.B.3.b.i"]', '[]'), 1767254400000 + (n * 17 % 28000000 + 600000) * 1000, NULL
FROM numbered)";

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    StoreDesk::useCompiledIn();
    const int cases = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    const Result<void> filled = desk.database()->script(QString::fromLatin1(invented).arg(cases).toUtf8());
    require(filled.ok());
    const Rulebook &rulebook = workspace->rulebook();
    const ReportOrder order{{{2026, 1, 1}, {2026, 12, 31}}, {}};
    for (int run = 0; run < 3; ++run) {
        QElapsedTimer timer;
        timer.start();
        const Result<Workspace::RoundReading> reading =
            workspace->roundRecords(order.period.begin(rulebook.zone), order.period.end(rulebook.zone));
        require(reading.ok());
        Result<QList<RoundRecord>> rounds = (*reading)({});
        require(rounds.ok());
        const qint64 read = timer.restart();
        const qsizetype count = rounds->size();
        const CaseloadReport report = caseloadReport(std::move(rounds).value(), order, rulebook, desk.clock.now());
        std::printf("a year's reports, %lld rounds: read %lld ms, worked out %lld ms\n", static_cast<long long>(count),
            static_cast<long long>(read), static_cast<long long>(timer.elapsed()));
        require(!report.tables.isEmpty());
    }
    return 0;
}
