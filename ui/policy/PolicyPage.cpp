#include "ui/policy/PolicyPage.h"

#include "policy/PolicyDifference.h"
#include "ui/policy/EffectiveDateBar.h"
#include "ui/policy/PackProblems.h"
#include "ui/policy/PolicyHtml.h"
#include "ui/policy/PolicyView.h"
#include "ui/policy/ReplayView.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Tabs.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/CaseTable.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Read {
    QList<ShelvedPolicy> shelf; ///< empty: it was known
    WorkspaceSettings settings;
};

/// As cases are judged by it: with the day from which it holds, where one was entered.
Policy withEntered(Policy pack, const PlanTerms &terms)
{
    const QDate entered = terms.effective.value(versionKey(pack.id, pack.version)).from;
    if (pack.effective.isEmpty() && entered.isValid())
        pack.effective = entered.toString(Qt::ISODate);
    return pack;
}

} // namespace

PolicyPage::PolicyPage(Workshop &workshop, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_versions(new QTableWidget), m_tabs(new QTabWidget),
      m_effective(new EffectiveDateBar), m_text(new PolicyView(tr("The policy"))),
      m_changesSummary(makeLabel({}, TextRole::Quiet)), m_changes(new PolicyView(tr("What changed"))),
      m_replay(new ReplayView(workshop)),
      m_compare(makeButton(tr("Com&pare with a pack file…"), ButtonKind::Secondary)), m_notice(new Notice),
      m_busy(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Policy"), TextRole::Title), 1);
    row->addWidget(m_compare);
    column->addLayout(row);
    column->addWidget(m_notice);
    makePlain(*m_versions, tr("Versions"), {tr("Version"), tr("Date of origin"), tr("Effective date"), tr("Stands")},
        {0, 2, 3});
    m_versions->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_versions);
    m_tabs->addTab(makeText(), tr("The policy"));
    m_tabs->addTab(makeChanges(), tr("What changed"));
    m_tabs->addTab(m_replay, tr("Replay"));
    styleTabs(*m_tabs, tr("What is shown of it"));
    column->addWidget(m_tabs, 1);
    m_busy = new BusyOverlay(this);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Compare with a pack file"), QString(), tr("Policy packs (*.json)"));
        if (!file.isEmpty())
            compareWith(file);
    });
    connect(m_versions, &QTableWidget::itemSelectionChanged, this, &PolicyPage::showChosen);
    connect(m_effective, &EffectiveDateBar::wanted, this, &PolicyPage::keepDate);
    connect(m_replay, &ReplayView::caseWanted, this, &PolicyPage::caseWanted);
    refresh();
}

QWidget *PolicyPage::makeText()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_effective);
    column->addWidget(m_text, 1);
    return part;
}

QWidget *PolicyPage::makeChanges()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_changesSummary);
    column->addWidget(m_changes, 1);
    return part;
}

void PolicyPage::refresh()
{
    if (!m_workshop.isOpen())
        return;
    if (m_list.isEmpty())
        m_busy->start(tr("Reading the policy…"));
    m_workshop.run(
        this,
        [resources = m_workshop.rulebook().resources, isNew = m_list.isEmpty()](Workspace &workspace) -> Result<Read> {
            const Result<WorkspaceSettings> settings = workspace.settings();
            if (!settings)
                return settings.error();
            return Read{isNew ? shelvedPolicies(resources) : QList<ShelvedPolicy>(), *settings};
        },
        [this](const Result<Read> &read) {
            m_busy->stop();
            if (!read) {
                m_notice->showError(read.error());
                return;
            }
            m_terms = read->settings.terms;
            if (m_list.isEmpty())
                takeShelf(read->shelf);
            showVersions();
        });
}

/// Packs that cannot be read are said; those that can are there all the same.
void PolicyPage::takeShelf(const QList<ShelvedPolicy> &shelf)
{
    for (const ShelvedPolicy &one : shelf) {
        if (one.reading.ok()) {
            m_list.append({std::make_shared<const Policy>(one.reading.policy), {}});
        } else {
            Error first = one.reading.problems.constFirst();
            first.place = one.path + QLatin1Char('#') + first.place;
            m_notice->showError(first);
        }
    }
}

void PolicyPage::compareWith(const QString &file)
{
    if (!m_workshop.isOpen() || m_busy->isBusy())
        return;
    m_notice->clear();
    m_busy->start(tr("Checking the pack…"));
    m_workshop.run(
        this,
        [file, resources = m_workshop.rulebook().resources](
            Workspace &) -> Result<PolicyReading> { return readPolicyFile(file, resources); },
        [this, file](const Result<PolicyReading> &reading) {
            m_busy->stop();
            if (reading)
                takeFile(file, *reading);
            else
                m_notice->showError(reading.error());
        });
}

void PolicyPage::takeFile(const QString &file, const PolicyReading &reading)
{
    if (!reading.ok()) {
        m_notice->showMessage(Tone::Danger,
            tr("%1 is no policy pack: problems found: %2. Nothing of it was loaded.")
                .arg(QFileInfo(file).fileName())
                .arg(reading.problems.size()));
        m_problems = new PackProblems(file, reading.problems, window());
        connect(m_problems, &QObject::destroyed, this, [this] { m_problems = nullptr; });
        m_problems->open();
        return;
    }
    const auto own = std::find_if(m_list.cbegin(), m_list.cend(),
        [&reading](const Version &one) { return one.file.isEmpty() && one.policy->digest == reading.policy.digest; });
    int chosen = static_cast<int>(own - m_list.cbegin());
    if (own != m_list.cend()) {
        m_notice->showMessage(Tone::Neutral, tr("This is the pack of %1, which the program has.").arg(nameOf(*own)));
    } else {
        m_list.removeIf([](const Version &one) { return !one.file.isEmpty(); }); // one at a time
        m_list.append({std::make_shared<const Policy>(reading.policy), file});
        chosen = static_cast<int>(m_list.size()) - 1;
        if (reading.policy.id != m_workshop.rulebook().policy.id)
            m_notice->showMessage(Tone::Warn,
                tr("This pack is of another policy, %1: most of its questions are others.").arg(reading.policy.id));
    }
    showVersions();
    m_versions->setCurrentCell(chosen, 0);
    m_tabs->setCurrentIndex(1);
    m_versions->setFocus(Qt::OtherFocusReason);
}

int PolicyPage::inUse() const
{
    for (int row = 0; row < m_list.size(); ++row) {
        if (m_list.at(row).file.isEmpty() && m_list.at(row).policy->digest == m_workshop.rulebook().policy.digest)
            return row;
    }
    return -1;
}

QString PolicyPage::nameOf(const Version &version) const
{
    return tr("%1 %2", "a policy and its version").arg(version.policy->id, version.policy->version);
}

void PolicyPage::showVersions()
{
    const int used = inUse();
    const int before = m_versions->currentRow();
    {
        const QSignalBlocker quiet(m_versions);
        m_versions->setRowCount(static_cast<int>(m_list.size()));
        for (int row = 0; row < m_versions->rowCount(); ++row) {
            const Version &one = m_list.at(row);
            const QString stands = row == used ? tr("in use")
                : one.file.isEmpty()           ? tr("part of the program")
                                               : tr("to compare: %1").arg(QFileInfo(one.file).fileName());
            int column = 0;
            for (const QString &words :
                {nameOf(one), one.policy->origin, effectiveInWords(*one.policy, m_terms), stands}) {
                auto *item = new QTableWidgetItem(words);
                item->setToolTip(words);
                m_versions->setItem(row, column++, item);
            }
        }
        if (!m_list.isEmpty())
            m_versions->setCurrentCell(before >= 0 && before < m_list.size() ? before : qMax(0, used), 0);
    }
    const int rows = qBound(1, m_versions->rowCount(), 3);
    m_versions->setFixedHeight(m_versions->horizontalHeader()->sizeHint().height() +
        rows * m_versions->verticalHeader()->defaultSectionSize() + 2 * m_versions->frameWidth());
    showChosen();
}

void PolicyPage::showChosen()
{
    const int row = m_versions->currentRow();
    if (row < 0 || row >= m_list.size())
        return;
    const Version &chosen = m_list.at(row);
    const bool mayEnter = m_workshop.user().role == Role::Supervisor && chosen.file.isEmpty();
    m_effective->setVersion(*chosen.policy, m_terms, mayEnter);
    m_text->showHtml(policyHtml(*chosen.policy, effectiveInWords(*chosen.policy, m_terms)));
    showChanges(chosen);
    const int used = inUse();
    m_replay->setPacks(used < 0 ? nullptr : m_list.at(used).policy, used < 0 || used == row ? nullptr : chosen.policy);
}

void PolicyPage::showChanges(const Version &chosen)
{
    const int used = inUse();
    if (used < 0 || m_list.at(used).policy == chosen.policy) {
        m_changesSummary->setText(
            tr("This is the version in use. Choose another one above, or compare with a pack file."));
        m_changes->hide();
        m_tabs->setTabText(1, tr("What changed"));
        return;
    }
    const QList<PolicyDifference> differences =
        differencesBetween(withEntered(*m_list.at(used).policy, m_terms), withEntered(*chosen.policy, m_terms));
    const auto deciding = std::count_if(
        differences.cbegin(), differences.cend(), [](const PolicyDifference &one) { return one.decides; });
    m_changes->setVisible(!differences.isEmpty());
    m_changes->showHtml(differencesHtml(differences));
    m_changesSummary->setText(differences.isEmpty() ? tr("The two packs say the same.")
                                                    : tr("From %1 to %2: %3 differences, %4 of them can change an "
                                                         "outcome (▲). Removed words stand in [− −] struck "
                                                         "through, added ones in [+ +] underlined.")
                                                          .arg(nameOf(m_list.at(used)), nameOf(chosen))
                                                          .arg(differences.size())
                                                          .arg(deciding));
    m_tabs->setTabText(1, tr("What changed (%1)").arg(differences.size()));
}

void PolicyPage::keepDate(const QString &policyId, const QString &version, const QDate &from)
{
    m_workshop.run(
        this,
        [policyId, version, from](Workspace &workspace) -> Result<WorkspaceSettings> {
            if (const Result<void> kept = workspace.setEffectiveDate(policyId, version, from); !kept)
                return kept.error();
            return workspace.settings();
        },
        [this, from](const Result<WorkspaceSettings> &settings) {
            if (!settings) {
                m_notice->showError(settings.error());
                return;
            }
            m_terms = settings->terms;
            showVersions();
            if (!from.isValid()) // the button that was pressed is gone
                m_effective->field()->lineEdit()->setFocus(Qt::OtherFocusReason);
            m_notice->showMessage(Tone::Ok,
                from.isValid()
                    ? tr("Entered. New letters say it from now on; letters that are issued stay as they are.")
                    : tr("Taken back: the effective date is not stated again."));
        });
}

} // namespace reviewdesk
