#include "ui/decision/AppealEntries.h"

#include "cases/WorkflowConditions.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TypedText.h"

#include <QComboBox>
#include <QGridLayout>
#include <QJsonObject>
#include <QLineEdit>

namespace reviewdesk {

namespace {

const QLatin1String keptDay("appeal_day");
const QLatin1String keptTime("appeal_time");
const QLatin1String keptUrgency("appeal_urgency");

} // namespace

AppealEntries::AppealEntries(const Request &request, const QDateTime &now, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_zone(zone), m_now(now.toTimeZone(zone)), m_usual(request.urgency.value_or(Urgency::Standard)),
      m_urgency(new QComboBox)
{
    m_receipt.day = new DateField(tr("Appeal received on"));
    m_receipt.time = new QLineEdit;
    m_receipt.time->setPlaceholderText(timePlaceholder());
    m_receipt.time->setMaxLength(16);
    m_receipt.time->setMinimumWidth(Theme::scaled(86)); // "10:00 a. m." whole, in large text too
    m_receipt.time->setAccessibleName(tr("Time of receipt of the appeal"));
    m_receipt.show(m_now);
    m_shownTime = m_receipt.time->text();
    m_urgency->setAccessibleName(tr("Urgency of the appeal"));
    for (const Urgency urgency : {Urgency::Standard, Urgency::Expedited})
        m_urgency->addItem(label(urgency), static_cast<int>(urgency));
    m_urgency->setCurrentIndex(m_urgency->findData(static_cast<int>(m_usual)));
    auto *day = new Field(tr("Appeal received on"), m_receipt.day, {});
    day->setHint(tr("its time runs from here"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    const bool isLarge = Theme::scaled(100) > 125; // the two are wider together than the column then
    grid->addWidget(day, 0, 0, 1, isLarge ? 2 : 1);
    grid->addWidget(new Field(tr("Time"), m_receipt.time, {}), isLarge ? 1 : 0, isLarge ? 0 : 1, Qt::AlignTop);
    grid->addWidget(new Field(tr("Urgency of the appeal"), m_urgency, {}), 2, 0, 1, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    connect(m_receipt.day, &DateField::edited, this, &AppealEntries::edited);
    connect(TypedText::of(m_receipt.time), &TypedText::typed, this, &AppealEntries::edited);
    connect(m_urgency, &QComboBox::activated, this, &AppealEntries::edited);
}

Request AppealEntries::said(Request request) const
{
    request.receivedAt = m_receipt.read(m_now, m_zone).at;
    request.urgency = static_cast<Urgency>(m_urgency->currentData().toInt());
    return request;
}

QString AppealEntries::refusal(const QDateTime &decided, const QDateTime &now) const
{
    const ReceiptEntries::Receipt receipt = m_receipt.read(m_now, m_zone);
    const QString slip = m_receipt.day->refusal();
    const QString problem = slip.isEmpty() ? receipt.timeProblem : slip;
    if (!problem.isEmpty())
        return problem;
    if (!receipt.isReadable)
        return tr("Enter both the day and the time at which the appeal was received.");
    const std::optional<Error> refused = appealReceiptRefusal(receipt.at, decided, now);
    return refused ? refused->message : QString();
}

void AppealEntries::keep(QJsonObject &entries) const
{
    if (m_receipt.day->date() != m_now.date() || m_receipt.time->text() != m_shownTime) {
        entries.insert(keptDay, m_receipt.day->kept());
        entries.insert(keptTime, m_receipt.time->text());
    }
    const Urgency urgency = static_cast<Urgency>(m_urgency->currentData().toInt());
    if (urgency != m_usual)
        entries.insert(keptUrgency, toWord(urgency));
}

void AppealEntries::restore(const QJsonObject &entries)
{
    if (entries.contains(keptDay)) {
        m_receipt.day->showKept(entries.value(keptDay).toString());
        TypedText::show(m_receipt.time, entries.value(keptTime).toString());
    }
    if (const std::optional<Urgency> urgency = urgencyFromWord(entries.value(keptUrgency).toString()))
        m_urgency->setCurrentIndex(m_urgency->findData(static_cast<int>(*urgency)));
}

} // namespace reviewdesk
