#include "ui/supervisor/reports/PeriodChooser.h"

#include "cases/DateWords.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace reviewdesk {

namespace {

QLabel *labelFor(QWidget *buddy, const QString &text)
{
    QLabel *label = makeLabel(text);
    label->setWordWrap(false);
    label->setBuddy(buddy);
    return label;
}

} // namespace

PeriodChooser::PeriodChooser(const QTimeZone &zone, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_zone(zone), m_clock(clock), m_period(new QComboBox),
      m_fromLabel(labelFor(nullptr, tr("F&rom"))), m_from(new QDateEdit), m_untilLabel(labelFor(nullptr, tr("&To"))),
      m_until(new QDateEdit), m_line(new QComboBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const UsualPeriod usual : usualPeriods())
        m_period->addItem(label(usual), static_cast<int>(usual));
    m_period->addItem(tr("Other days"), -1);
    m_line->addItem(tr("All lines"), -1);
    for (const LineOfBusiness line : {LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare,
             LineOfBusiness::Qhp, LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa})
        m_line->addItem(label(line), static_cast<int>(line));
    for (QDateEdit *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(dayPattern());
        edit->setKeyboardTracking(false);
        connect(edit, &QDateEdit::dateChanged, this, &PeriodChooser::changed);
    }
    m_fromLabel->setBuddy(m_from);
    m_untilLabel->setBuddy(m_until);
    row->addWidget(labelFor(m_period, tr("P&eriod")));
    row->addWidget(m_period);
    row->addWidget(m_fromLabel);
    row->addWidget(m_from);
    row->addWidget(m_untilLabel);
    row->addWidget(m_until);
    row->addSpacing(8);
    row->addWidget(labelFor(m_line, tr("Line of b&usiness")));
    row->addWidget(m_line);
    row->addStretch();
    connect(m_period, &QComboBox::currentIndexChanged, this, &PeriodChooser::periodChosen);
    connect(m_line, &QComboBox::currentIndexChanged, this, &PeriodChooser::changed);
    periodChosen();
}

void PeriodChooser::periodChosen()
{
    const int usual = m_period->currentData().toInt();
    const bool other = usual < 0;
    for (QWidget *part : {static_cast<QWidget *>(m_fromLabel), static_cast<QWidget *>(m_from),
             static_cast<QWidget *>(m_untilLabel), static_cast<QWidget *>(m_until)})
        part->setVisible(other);
    if (!other) { // what other days begin with
        const QDate today = m_clock.now().toTimeZone(m_zone).date();
        const ReportPeriod period = periodOf(static_cast<UsualPeriod>(usual), today);
        const QSignalBlocker quiet(m_from);
        const QSignalBlocker quietToo(m_until);
        m_from->setDate(period.first);
        m_until->setDate(period.last);
    }
    Q_EMIT changed();
}

ReportOrder PeriodChooser::order() const
{
    const int line = m_line->currentData().toInt();
    return {
        {m_from->date(), m_until->date()}, line < 0 ? std::nullopt : std::optional(static_cast<LineOfBusiness>(line))};
}

} // namespace reviewdesk
