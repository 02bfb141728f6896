#include "ui/supervisor/DrawSampleDialog.h"

#include "ui/widgets/DateField.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reviewdesk {

DrawSampleDialog::DrawSampleDialog(Workshop &workshop, const QDate &today, quint32 seed, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_nurse(new QComboBox), m_outcome(new QComboBox),
      m_from(new DateField(tr("Decided from"))), m_until(new DateField(tr("Decided until"))), m_size(new QSpinBox),
      m_seed(new QLineEdit(QString::number(seed))), m_reviewer(new QComboBox),
      m_draw(makeButton(tr("&Draw the sample"), ButtonKind::Primary)), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Draw a quality sample"));
    m_outcome->addItem(tr("Approved and denied"));
    m_outcome->addItem(label(Decision::Approved), static_cast<int>(Decision::Approved));
    m_outcome->addItem(label(Decision::Denied), static_cast<int>(Decision::Denied));
    m_from->setDate(today.addMonths(-1));
    m_until->setDate(today);
    m_size->setRange(1, 1000);
    m_size->setValue(10);
    m_seed->setMaxLength(10);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("Cases of &nurse"), m_nurse);
    form->addRow(tr("&Outcome"), m_outcome);
    form->addRow(tr("Decided &from"), m_from);
    form->addRow(tr("&until"), m_until);
    form->addRow(tr("How &many"), m_size);
    form->addRow(tr("&Seed"), m_seed);
    form->addRow(QString(),
        makeLabel(tr("The same seed draws the same cases again; it is kept with the sample."), TextRole::Small));
    form->addRow(tr("&Reviewed a second time by"), m_reviewer);
    form->addRow(
        QString(), makeLabel(tr("Cases that this person prepared or decided are not drawn."), TextRole::Small));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_notice);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(makeButton(tr("&Cancel"), ButtonKind::Secondary), QDialogButtonBox::RejectRole);
    buttons->addButton(m_draw, QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    m_draw->setDefault(true);
    m_draw->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &DrawSampleDialog::reject);
    connect(m_draw, &QPushButton::clicked, this, &DrawSampleDialog::draw);
    resize(sizeHint().expandedTo(QSize(Theme::scaled(520), 0)));
    loadPeople();
}

void DrawSampleDialog::loadPeople()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.users(); },
        [this, own = m_workshop.user().id](const Result<QList<UserAccount>> &users) { // the answer may come behind the lock
            if (!users) {
                m_notice->showError(users.error());
                return;
            }
            m_nurse->addItem(tr("everybody"), QString());
            for (const UserAccount &user : *users) {
                if (user.role == Role::Nurse)
                    m_nurse->addItem(user.name, user.id);
                if (!user.disabled)
                    m_reviewer->addItem(tr("%1, %2").arg(user.name, label(user.role).toLower()), user.id);
            }
            m_reviewer->setCurrentIndex(qMax(0, m_reviewer->findData(own)));
            m_draw->setEnabled(true);
        });
}

void DrawSampleDialog::draw()
{
    bool isNumber = false;
    SampleWish wish;
    wish.seed = m_seed->text().trimmed().toUInt(&isNumber);
    if (!isNumber) {
        m_notice->showMessage(Tone::Danger, tr("The seed is a whole number from 0 to %1.").arg(0xffffffffU));
        m_seed->setFocus();
        return;
    }
    for (DateField *date : {m_from, m_until}) {
        if (date->date().isValid())
            continue;
        m_notice->showMessage(
            Tone::Danger, date->isReadable() ? tr("The period needs both its days.") : date->refusal());
        date->lineEdit()->setFocus();
        return;
    }
    wish.nurseId = m_nurse->currentData().toString();
    if (m_outcome->currentData().isValid())
        wish.outcome = static_cast<Decision>(m_outcome->currentData().toInt());
    wish.from = m_from->date();
    wish.until = m_until->date();
    wish.size = m_size->value();
    wish.reviewerId = m_reviewer->currentData().toString();
    m_draw->setEnabled(false);
    m_workshop.run(
        this, [wish](Workspace &workspace) { return workspace.drawSample(wish); },
        [this](const Result<QualitySample> &sample) {
            m_draw->setEnabled(true);
            if (!sample) {
                m_notice->showError(sample.error());
                return;
            }
            Q_EMIT drawn(sample->id);
            accept();
        });
}

} // namespace reviewdesk
