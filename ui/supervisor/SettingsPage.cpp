#include "ui/supervisor/SettingsPage.h"

#include "letter/ReadingGrade.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reviewdesk {

SettingsPage::SettingsPage(Workshop &workshop, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_organisation(new QLineEdit), m_zone(makeLabel({})),
      m_approvalDays(new QSpinBox), m_save(makeButton(tr("&Save settings"), ButtonKind::Primary)), m_notice(new Notice)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Settings"), TextRole::Title));
    column->addWidget(m_notice);
    column->addWidget(makeTerms());
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *accounts = makeButton(tr("A&ccounts, keys and backups…"), ButtonKind::Secondary);
    connect(accounts, &QPushButton::clicked, this, &SettingsPage::accountsWanted);
    auto *letterhead = makeButton(tr("Lett&erhead…"), ButtonKind::Secondary);
    connect(letterhead, &QPushButton::clicked, this, &SettingsPage::letterheadWanted);
    row->addWidget(letterhead);
    row->addWidget(accounts);
    row->addStretch(1);
    row->addWidget(m_save);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_organisation, &QLineEdit::textEdited, this, &SettingsPage::changed);
    m_save->setEnabled(false);
    setFocusProxy(m_organisation);
    load();
}

QWidget *SettingsPage::makeTerms()
{
    auto *card = new Card;
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    m_organisation->setMaxLength(200);
    m_organisation->setMinimumWidth(Theme::scaled(240));
    form->addRow(tr("&Organisation"), m_organisation);
    form->addRow(tr("Time zone"), m_zone);
    m_approvalDays->setRange(1, 3650);
    m_approvalDays->setSuffix(tr(" days"));
    form->addRow(tr("An approval is &valid for"), m_approvalDays);
    connect(m_approvalDays, &QSpinBox::valueChanged, this, &SettingsPage::changed);
    columns->addLayout(form, 1);
    auto *grades = new QFormLayout;
    grades->setHorizontalSpacing(12);
    grades->addRow(makeLabel(tr("Reading grade that member letters should not exceed"), TextRole::Strong));
    for (const LineOfBusiness line : {LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
             LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp}) {
        auto *limit = new QSpinBox;
        limit->setRange(0, 20);
        limit->setSpecialValueText(tr("usual (%1)").arg(gradeLimit(line)));
        grades->addRow(label(line), limit);
        m_limits.insert(line, limit);
        connect(limit, &QSpinBox::valueChanged, this, &SettingsPage::changed);
    }
    columns->addLayout(grades, 1);
    card->body()->addLayout(columns);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return card;
}

void SettingsPage::load()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.settings(); },
        [this](const Result<WorkspaceSettings> &settings) {
            if (!settings) {
                m_notice->showError(settings.error());
                return;
            }
            m_settings = *settings;
            m_organisation->setText(m_settings.organisation);
            m_zone->setText(
                tr("%1 (chosen at the first start; due dates rest on it)").arg(QString::fromUtf8(m_settings.timeZone)));
            m_approvalDays->setValue(m_settings.terms.approvalDays);
            for (auto limit = m_limits.cbegin(); limit != m_limits.cend(); ++limit)
                limit.value()->setValue(m_settings.terms.readingLimits.value(limit.key(), 0));
            m_save->setEnabled(false);
        });
}

void SettingsPage::changed()
{
    m_save->setEnabled(true);
}

void SettingsPage::save()
{
    WorkspaceSettings settings = m_settings;
    settings.organisation = m_organisation->text().trimmed();
    settings.terms.approvalDays = m_approvalDays->value();
    settings.terms.readingLimits.clear();
    for (auto limit = m_limits.cbegin(); limit != m_limits.cend(); ++limit) {
        if (limit.value()->value() > 0)
            settings.terms.readingLimits.insert(limit.key(), limit.value()->value());
    }
    m_save->setEnabled(false);
    m_workshop.run(
        this,
        [settings](Workspace &workspace) -> Result<void> {
            const Result<WorkspaceSettings> now = workspace.settings(); // letterhead and backups may be newer
            if (!now)
                return now.error();
            WorkspaceSettings changed = *now;
            changed.organisation = settings.organisation;
            changed.terms = settings.terms;
            return workspace.saveSettings(changed);
        },
        [this, settings](const Result<void> &kept) {
            if (!kept) {
                m_notice->showError(kept.error());
                m_save->setEnabled(true);
                return;
            }
            m_settings = settings;
            m_notice->showMessage(
                Tone::Ok, tr("Saved. Windows that are open on a case take it over when it is opened again."));
            Q_EMIT saved();
        });
}

} // namespace reviewdesk
