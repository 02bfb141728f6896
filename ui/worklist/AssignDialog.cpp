#include "ui/worklist/AssignDialog.h"

#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace reviewdesk {

AssignDialog::AssignDialog(Workshop &workshop, const QStringList &caseIds, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_caseIds(caseIds), m_notice(new Notice), m_people(new QListWidget),
      m_assign(makeButton(tr("&Assign"), ButtonKind::Primary)), m_busy(nullptr)
{
    setWindowTitle(tr("Assign cases"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    auto *title = makeLabel(tr("Cases to assign: %1. &Who works on them?").arg(caseIds.size()), TextRole::Strong);
    title->setBuddy(m_people);
    column->addWidget(title);
    setPanel(m_people, "rows");
    m_people->setAccessibleName(tr("Nurses and physicians"));
    m_people->setMinimumSize(Theme::scaled(320), Theme::scaled(180));
    column->addWidget(m_people, 1);
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary);
    row->addWidget(cancel);
    row->addWidget(m_assign);
    column->addLayout(row);
    m_busy = new BusyOverlay(this);
    m_assign->setEnabled(false);
    m_assign->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_assign, &QPushButton::clicked, this, &AssignDialog::assign);
    connect(m_people, &QListWidget::itemActivated, this, &AssignDialog::assign);
    connect(m_people, &QListWidget::currentRowChanged, this, [this](int at) { m_assign->setEnabled(at >= 0); });
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.users(); },
        [this](const Result<QList<UserAccount>> &people) { showPeople(people); });
}

void AssignDialog::showPeople(const Result<QList<UserAccount>> &people)
{
    if (!people) {
        m_notice->showError(people.error());
        return;
    }
    for (const UserAccount &person : *people) {
        if (person.disabled || person.role == Role::Supervisor)
            continue;
        auto *entry = new QListWidgetItem(tr("%1 · %2").arg(person.name, label(person.role)), m_people);
        entry->setData(Qt::UserRole, person.id);
        entry->setData(Qt::UserRole + 1, person.name);
    }
    m_people->setCurrentRow(0);
    m_people->setFocus();
}

void AssignDialog::assign()
{
    const QListWidgetItem *chosen = m_people->currentItem();
    if (!chosen || m_busy->isBusy())
        return;
    const QString userId = chosen->data(Qt::UserRole).toString();
    const QString name = chosen->data(Qt::UserRole + 1).toString();
    m_notice->clear();
    m_busy->start(tr("Assigning…"));
    m_workshop.run(
        this, [ids = m_caseIds, userId](Workspace &workspace) { return workspace.assign(ids, userId); },
        [this, name](const Result<void> &done) {
            m_busy->stop();
            if (!done) {
                m_notice->showError(done.error());
                return;
            }
            Q_EMIT assigned(static_cast<int>(m_caseIds.size()), name);
            accept();
        });
}

} // namespace reviewdesk
