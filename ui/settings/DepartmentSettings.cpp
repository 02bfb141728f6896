#include "ui/settings/DepartmentSettings.h"

#include "letter/ReadingGrade.h"
#include "store/ServerAddress.h"
#include "letter/LetterheadRows.h"
#include "ui/settings/SettingsCard.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reviewdesk {

DepartmentSettings::DepartmentSettings(Workshop &workshop, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_organisation(new QLineEdit), m_zone(makeLabel({})),
      m_approvalDays(new QSpinBox), m_idleMinutes(new QSpinBox),
      m_accounts(makeButton(tr("&Accounts, keys and backups…"), ButtonKind::Secondary)),
      m_save(makeButton(tr("&Save settings"), ButtonKind::Primary)), m_notice(new Notice)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_cards = {makeDepartment(), makeLetters()};
    for (SettingsCard *card : std::as_const(m_cards))
        column->addWidget(card);
    column->addWidget(m_notice);
    column->addWidget(m_save, 0, Qt::AlignRight);
    connect(m_save, &QPushButton::clicked, this, &DepartmentSettings::save);
    m_save->setEnabled(false);
    load();
}

SettingsCard *DepartmentSettings::makeDepartment()
{
    auto *card = new SettingsCard(tr("Department"));
    m_organisation->setMaxLength(200);
    card->addRow(tr("Organi&zation"), m_organisation, {}, tr("health plan name company"));
    connect(TypedText::of(m_organisation), &TypedText::typed, this, &DepartmentSettings::changed);
    card->addRow(tr("Time zone"), m_zone, tr("Chosen at the first start; due dates rest on it."),
        tr("timezone clock local time"));
    m_approvalDays->setRange(1, 3650);
    m_approvalDays->setSuffix(tr(" days"));
    card->addRow(tr("An approval is &valid for"), m_approvalDays, {}, tr("authorization validity expires"));
    connect(m_approvalDays, &QSpinBox::valueChanged, this, &DepartmentSettings::changed);
    m_idleMinutes->setRange(IdleLock::fewestMinutes, IdleLock::mostMinutes);
    m_idleMinutes->setSuffix(tr(" min"));
    card->addRow(tr("Windows lock themselves afte&r"), m_idleMinutes,
        tr("Without a key or the mouse. In force for each person from the next sign-in on."),
        tr("idle minutes automatic screen timeout session security log out"));
    connect(m_idleMinutes, &QSpinBox::valueChanged, this, &DepartmentSettings::changed);
    card->addRow(tr("Who may sign in, and what keeps the workspace safe"), m_accounts, {},
        tr("passphrase password users physicians nurses supervisors recovery database key backups restore security"));
    connect(m_accounts, &QPushButton::clicked, this, &DepartmentSettings::accountsWanted);
    return card;
}

SettingsCard *DepartmentSettings::makeLetters()
{
    auto *card = new SettingsCard(tr("Letters"));
    QPushButton *letterhead = makeButton(tr("Lett&erhead…"), ButtonKind::Secondary);
    card->addRow(tr("The plan's name, addresses, telephones, logo and own texts"), letterhead, {},
        letterheadWords() + u' ' + tr("signature reply days time to answer appeal denial code peer-to-peer telephone"));
    connect(letterhead, &QPushButton::clicked, this, &DepartmentSettings::letterheadWanted);
    for (const LineOfBusiness line : {LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
             LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp}) {
        auto *limit = new QSpinBox;
        limit->setRange(0, 20);
        limit->setSpecialValueText(tr("usual (%1)").arg(gradeLimit(line)));
        card->addRow(tr("Highest reading grade for members: %1").arg(label(line)), limit, {},
            tr("reading level plain language readability"));
        m_limits.insert(line, limit);
        connect(limit, &QSpinBox::valueChanged, this, &DepartmentSettings::changed);
    }
    return card;
}

int DepartmentSettings::filter(const QString &typed)
{
    int shown = 0;
    for (SettingsCard *card : std::as_const(m_cards))
        shown += card->filter(typed);
    m_save->setVisible(shown > 0 || hasUnsaved());
    return shown;
}

bool DepartmentSettings::hasUnsaved() const
{
    return m_save->isEnabled();
}

void DepartmentSettings::load()
{
    struct Seen {
        WorkspaceSettings settings;
        bool onServer;
    };
    m_workshop.run(
        this,
        [](Workspace &workspace) -> Result<Seen> {
            const Result<WorkspaceSettings> settings = workspace.settings();
            if (!settings)
                return settings.error();
            return Seen{*settings, ServerAddress::isOne(workspace.directory())};
        },
        [this](const Result<Seen> &seen) {
            if (!seen) {
                m_notice->showError(seen.error());
                return;
            }
            if (seen->onServer) // whose administrator keeps the rest
                m_accounts->setText(tr("&Accounts…"));
            fill(seen->settings);
        });
}

void DepartmentSettings::fill(const WorkspaceSettings &settings)
{
    m_settings = settings;
    TypedText::show(m_organisation, m_settings.organisation);
    m_zone->setText(QString::fromUtf8(m_settings.timeZone));
    m_approvalDays->setValue(m_settings.terms.approvalDays);
    m_idleMinutes->setValue(m_settings.idleMinutes);
    for (auto limit = m_limits.cbegin(); limit != m_limits.cend(); ++limit)
        limit.value()->setValue(m_settings.terms.readingLimits.value(limit.key(), 0));
    m_save->setEnabled(false);
}

void DepartmentSettings::changed()
{
    m_save->setEnabled(true);
}

void DepartmentSettings::save()
{
    WorkspaceSettings settings = m_settings;
    settings.organisation = m_organisation->text().trimmed();
    settings.terms.approvalDays = m_approvalDays->value();
    settings.idleMinutes = m_idleMinutes->value();
    settings.terms.readingLimits.clear();
    for (auto limit = m_limits.cbegin(); limit != m_limits.cend(); ++limit) {
        if (limit.value()->value() > 0)
            settings.terms.readingLimits.insert(limit.key(), limit.value()->value());
    }
    m_save->setEnabled(false);
    m_workshop.run(
        this,
        [settings](Workspace &workspace) {
            return workspace.changeSettings([settings](WorkspaceSettings &now) { // letterhead and backups may be newer
                now.organisation = settings.organisation;
                now.terms = settings.terms;
                now.idleMinutes = settings.idleMinutes;
            });
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
