#include "ui/DeskBar.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace reviewdesk {

DeskBar::DeskBar(Workshop &workshop, bool practice, QWidget *account, QWidget *parent)
    : QFrame(parent), m_workshop(workshop), m_toIncoming(makeButton({}, ButtonKind::Secondary))
{
    const bool supervisor = workshop.user().role == Role::Supervisor;
    setPanel(this, "bar");
    setMinimumHeight(Theme::scaled(56));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(12);
    auto *brand = makeLabel(QStringLiteral("ReviewDesk"));
    brand->setProperty("textRole", QStringLiteral("brand"));
    brand->setWordWrap(false);
    row->addWidget(brand);
    if (practice) {
        auto *note = makeLabel(tr("Practice: all people are invented, nothing is kept"), TextRole::Quiet);
        note->setWordWrap(false);
        row->addWidget(note);
    }
    row->addWidget(buildPlaces(supervisor));
    row->addStretch();
    row->addWidget(m_toIncoming);
    m_toIncoming->hide();
    connect(m_toIncoming, &QPushButton::clicked, this, &DeskBar::incomingWanted);
    if (supervisor) {
        m_toReports = makeButton(tr("&Reports"), ButtonKind::Secondary);
        connect(m_toReports, &QPushButton::clicked, this, &DeskBar::reportsWanted);
        row->addWidget(m_toReports);
    }
    row->addWidget(account);
    auto *lock = makeButton(tr("&Lock"), ButtonKind::Secondary);
    lock->setToolTip(tr("Ctrl+L"));
    connect(lock, &QPushButton::clicked, this, &DeskBar::lockWanted);
    row->addWidget(lock);
    if (!supervisor)
        askForSecondReviews();
}

QWidget *DeskBar::buildPlaces(bool supervisor)
{
    auto *places = new QWidget(this); // shown without a parent it would be a window for a moment
    auto *row = new QHBoxLayout(places);
    row->setContentsMargins(12, 0, 0, 0);
    row->setSpacing(0);
    m_toWorklist = makeButton(tr("&Worklist"), ButtonKind::Secondary);
    m_toDepartment = makeButton(supervisor ? tr("&Department") : tr("Second &reviews"), ButtonKind::Secondary);
    m_toWorklist->setProperty("seg", QStringLiteral("first"));
    m_toDepartment->setProperty("seg", QStringLiteral("last"));
    for (QPushButton *button : {m_toWorklist, m_toDepartment}) {
        button->setCheckable(true); // each a stop of its own for Tab
        row->addWidget(button);
    }
    m_toWorklist->setChecked(true);
    // toggled, not clicked: a screen reader toggles what can be checked
    connect(m_toWorklist, &QPushButton::toggled, this, [this](bool on) { choose(!on); });
    connect(m_toDepartment, &QPushButton::toggled, this, &DeskBar::choose);
    places->setVisible(supervisor);
    return places;
}

/// Who reviews for quality sees the way there; who does not, is not bothered with it.
void DeskBar::askForSecondReviews()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.samples(); },
        [this](const Result<QList<QualitySample>> &samples) {
            if (samples && !samples->isEmpty())
                m_toWorklist->parentWidget()->show();
        });
}

void DeskBar::choose(bool department)
{
    setDepartment(department);
    Q_EMIT placeWanted(department);
}

void DeskBar::offerIncoming()
{
    m_toIncoming->show();
    setWaiting(0);
}

void DeskBar::setWaiting(int waiting)
{
    m_toIncoming->setText(waiting == 0 ? tr("&Incoming") : tr("&Incoming: %1").arg(waiting));
    m_toIncoming->setToolTip(waiting == 0 ? tr("Requests by FHIR, tables of requests and case files. Ctrl+O opens one.")
                                          : tr("%1 requests came and wait. Ctrl+O opens another.").arg(waiting));
}

void DeskBar::setDepartment(bool on)
{
    const QSignalBlocker worklist(m_toWorklist);
    const QSignalBlocker department(m_toDepartment);
    m_toDepartment->setChecked(on);
    m_toWorklist->setChecked(!on);
}

bool DeskBar::isDepartment() const
{
    return m_toDepartment->isChecked();
}

} // namespace reviewdesk
