#pragma once

#include "PageDesktop.h"
#include "RandomCaseload.h"

#include "ui/Appearance.h"
#include "ui/supervisor/reports/ReportCases.h"
#include "ui/supervisor/reports/ReportChartView.h"
#include "ui/supervisor/reports/ReportTableModel.h"
#include "ui/supervisor/reports/ReportTableView.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QListWidget>
#include <QSettings>
#include <QTemporaryDir>

namespace reviewdesk {

inline constexpr int patience = 20'000; // milliseconds

/// The reports over a real workspace of invented cases, as a supervisor sees them.
class ReportsDesktop : public PageDesktop<ReportsPage> {
public:
    explicit ReportsDesktop(StoreDesk &desk) : PageDesktop(desk, "sam") { settle(); }

    void settle()
    {
        require(QTest::qWaitFor([this] { return loaded->count() > 0; }, patience));
        loaded->clear();
    }
    QListWidget *list() const { return page->findChild<QListWidget *>(); }
    ReportTableView *numbers() const { return page->findChild<ReportTableView *>(); }
    ReportTableModel *model() const { return static_cast<ReportTableModel *>(numbers()->model()); }
    ReportChartView *chart() const { return page->findChild<ReportChartView *>(); }
    QTableView *cases() const { return page->findChild<ReportCases *>()->findChild<QTableView *>(); }
    QComboBox *box(int position) const { return page->findChildren<QComboBox *>().at(position); }
    QString notice() const { return page->findChild<Notice *>()->message(); }
    void choose(const char *report)
    {
        for (int row = 0; row < list()->count(); ++row) {
            if (list()->item(row)->text() == QLatin1String(report)) {
                list()->setCurrentRow(row);
                return;
            }
        }
        qFatal("no report %s", report);
    }
    /// Puts the cursor on the first number that has cases.
    int goToNumber()
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            for (int column = 1; column < model()->columnCount(); ++column) {
                const int cases = model()->index(row, column).data(ReportTableModel::CasesRole).toInt();
                if (cases > 0) {
                    numbers()->setCurrentIndex(model()->index(row, column));
                    numbers()->setFocus();
                    return cases;
                }
            }
        }
        qFatal("no number has cases");
    }
};

/// A workspace of invented cases, and settings of its own.
class ReportsGround {
protected:
    void begin();

    QTemporaryDir m_settings;
    StoreDesk m_desk;
    std::unique_ptr<Appearance> m_appearance;
};

inline void ReportsGround::begin()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    m_appearance = std::make_unique<Appearance>();
    const std::unique_ptr<Workspace> workspace = m_desk.made();
    RandomCaseload(m_desk, *workspace, 3).bringIn(260);
}

} // namespace reviewdesk
