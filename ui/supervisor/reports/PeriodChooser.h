#pragma once

#include "reports/CaseloadReport.h"
#include "support/Clock.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace reviewdesk {

/// Which days and which line of business a report is about.
class PeriodChooser : public QWidget {
    Q_OBJECT
public:
    PeriodChooser(const QTimeZone &zone, const Clock &clock, QWidget *parent = nullptr);

    ReportOrder order() const; ///< its period may be invalid: the last day before the first

Q_SIGNALS:
    void changed();

private:
    void periodChosen();

    QTimeZone m_zone;
    const Clock &m_clock;
    QComboBox *m_period;
    QLabel *m_fromLabel;
    QDateEdit *m_from;
    QLabel *m_untilLabel;
    QDateEdit *m_until;
    QComboBox *m_line;
};

} // namespace reviewdesk
