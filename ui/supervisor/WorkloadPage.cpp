#include "ui/supervisor/WorkloadPage.h"

#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/CaseTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace reviewdesk {

namespace {

constexpr int firstNumber = 2; ///< column

constexpr std::array numbers{WorkloadNumber::Open, WorkloadNumber::DueToday, WorkloadNumber::Overdue,
    WorkloadNumber::Pended, WorkloadNumber::Decided};

QString titleOf(WorkloadNumber number)
{
    switch (number) {
    case WorkloadNumber::Open:
        return WorkloadPage::tr("Open");
    case WorkloadNumber::DueToday:
        return WorkloadPage::tr("Due today");
    case WorkloadNumber::Overdue:
        return WorkloadPage::tr("Overdue");
    case WorkloadNumber::Pended:
        return WorkloadPage::tr("Waiting");
    case WorkloadNumber::Decided:
        return WorkloadPage::tr("Decided this week");
    }
    Q_UNREACHABLE();
}

} // namespace

WorkloadPage::WorkloadPage(Workshop &workshop, const Clock &clock, QWidget *parent, int most)
    : QWidget(parent), m_workshop(workshop), m_clock(clock), m_most(most), m_people(new QTableWidget),
      m_heading(makeLabel(tr("Press Enter on a number to see its cases."), TextRole::Quiet)),
      m_cases(new CaseTable(tr("Cases behind the number"), workshop.rulebook().zone, clock)), m_receiver(new QComboBox),
      m_assign(makeButton(tr("Assi&gn"), ButtonKind::Secondary)), m_notice(new Notice), m_busy(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Workload"), TextRole::Title));
    column->addWidget(m_notice);
    QStringList titles{tr("Name"), tr("Role")};
    for (const WorkloadNumber number : numbers)
        titles << titleOf(number);
    makePlain(*m_people, tr("Workload"), titles, {0, 1});
    m_people->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_people->setSelectionMode(QAbstractItemView::SingleSelection);
    m_people->installEventFilter(this);
    connect(m_people, &QTableWidget::cellDoubleClicked, this, &WorkloadPage::open);
    column->addWidget(m_people, 5); // a department of five or six at a look
    column->addWidget(m_heading);
    column->addWidget(m_cases, 6);
    column->addWidget(makeGiving());
    m_busy = new BusyOverlay(this);
    connect(m_cases, &CaseTable::opened, this, &WorkloadPage::caseWanted);
    connect(m_cases, &QTableWidget::itemSelectionChanged, this, &WorkloadPage::enableAssign);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh(); // what is due changes by the clock alone
    });
    m_minute.start(60'000);
    setFocusProxy(m_people);
    refresh();
}

QWidget *WorkloadPage::makeGiving()
{
    auto *giving = new QWidget;
    auto *row = new QHBoxLayout(giving);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *caption = makeLabel(tr("Give the selected cases &to"), TextRole::Quiet);
    caption->setWordWrap(false);
    caption->setBuddy(m_receiver);
    row->addWidget(caption);
    m_receiver->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_receiver);
    row->addWidget(m_assign);
    row->addStretch(1);
    connect(m_receiver, &QComboBox::currentIndexChanged, this, &WorkloadPage::enableAssign);
    connect(m_assign, &QPushButton::clicked, this, &WorkloadPage::assign);
    m_assign->setEnabled(false);
    return giving;
}

void WorkloadPage::refresh()
{
    m_busy->start(tr("Counting…"));
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.workloads(); },
        [this](const Result<QList<Workload>> &loads) {
            m_busy->stop();
            if (loads)
                showLoads(*loads);
            else
                m_notice->showError(loads.error());
        });
    if (!m_openUser.isEmpty())
        loadCases();
}

void WorkloadPage::showLoads(const QList<Workload> &loads)
{
    int row = qMax(0, m_people->currentRow());
    const QString person = row < m_loads.size() ? m_loads.at(row).userId : QString();
    const int column = qMax(firstNumber, m_people->currentColumn());
    m_loads = loads;
    m_people->setRowCount(static_cast<int>(loads.size()));
    for (int at = 0; at < m_people->rowCount(); ++at) {
        const Workload &load = loads.at(at);
        if (load.userId == person)
            row = at;
        m_people->setItem(at, 0, new QTableWidgetItem(load.name));
        m_people->setItem(at, 1, new QTableWidgetItem(label(load.role)));
        for (const int column : {0, 1})
            m_people->item(at, column)->setToolTip(m_people->item(at, column)->text());
        int cell = firstNumber;
        for (const WorkloadNumber number : numbers) {
            auto *item = new QTableWidgetItem(QLocale().toString(load.number(number)));
            item->setData(
                Qt::AccessibleTextRole, tr("%1, %2: %3").arg(load.name, titleOf(number)).arg(load.number(number)));
            if (number == WorkloadNumber::Overdue && load.overdue > 0)
                item->setForeground(Theme::current().toneText(Tone::Danger));
            m_people->setItem(at, cell++, item);
        }
    }
    m_people->setCurrentCell(qMin(row, m_people->rowCount() - 1), column);
    showReceivers();
    enableAssign();
}

/// Who is chosen stays chosen; nobody is put in the place of somebody who may have no cases any more.
void WorkloadPage::showReceivers()
{
    QList<QPair<QString, QString>> people; // id, words
    for (const Workload &load : std::as_const(m_loads)) {
        if (load.role != Role::Supervisor)
            people.append({load.userId, tr("%1, %2").arg(load.name, label(load.role).toLower())});
    }
    bool isTheSame = people.size() == m_receiver->count();
    for (int at = 0; isTheSame && at < m_receiver->count(); ++at)
        isTheSame = m_receiver->itemData(at) == people.at(at).first && m_receiver->itemText(at) == people.at(at).second;
    if (isTheSame) // its list may be open
        return;
    const bool isFirst = m_receiver->count() == 0;
    const QString chosen = m_receiver->currentData().toString();
    m_receiver->clear();
    for (const auto &[id, words] : std::as_const(people))
        m_receiver->addItem(words, id);
    m_receiver->setCurrentIndex(isFirst && !people.isEmpty() ? 0 : m_receiver->findData(chosen));
}

bool WorkloadPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_people && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(m_people->currentRow(), m_people->currentColumn());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WorkloadPage::open(int row, int column)
{
    if (row < 0 || row >= m_loads.size() || column < firstNumber)
        return;
    m_openUser = m_loads.at(row).userId;
    m_openNumber = numbers.at(static_cast<std::size_t>(column - firstNumber));
    setTextRole(m_heading, TextRole::Heading);
    showHeading();
    m_isNewList = true;
    loadCases();
}

/// Whose cases are listed, and that there are more of them.
void WorkloadPage::showHeading()
{
    for (const Workload &load : std::as_const(m_loads)) {
        if (load.userId != m_openUser)
            continue;
        const QString what = tr("%1: %2").arg(load.name, titleOf(m_openNumber).toLower());
        const int all = load.number(m_openNumber);
        m_heading->setText(all <= m_most ? what
                                         : tr("%1, the first %2 of %3 by due date; no more are given at once")
                                               .arg(what, QLocale().toString(m_most), QLocale().toString(all)));
    }
}

void WorkloadPage::loadCases()
{
    const int asked = ++m_asked;
    m_workshop.run(
        this,
        [user = m_openUser, number = m_openNumber, most = m_most](
            Workspace &workspace) { return workspace.workloadCases(user, number, most); },
        [this, asked](const Result<QList<WorklistRow>> &cases) {
            if (asked != m_asked)
                return;
            if (!cases) {
                m_notice->showError(cases.error());
                return;
            }
            showHeading();
            if (!std::exchange(m_isNewList, false)) {
                m_cases->renewCases(*cases);
                return;
            }
            m_cases->setCases(*cases);
            if (!cases->isEmpty())
                m_cases->setFocus();
        });
}

void WorkloadPage::enableAssign()
{
    m_assign->setEnabled(!m_receiver->currentData().toString().isEmpty() && !m_cases->selectedIds().isEmpty());
}

void WorkloadPage::assign()
{
    const QStringList ids = m_cases->selectedIds();
    const QString to = m_receiver->currentData().toString();
    if (ids.isEmpty() || to.isEmpty())
        return;
    m_assign->setEnabled(false);
    m_workshop.run(
        this, [ids, to](Workspace &workspace) { return workspace.assign(ids, to); },
        [this, count = ids.size(), name = m_receiver->currentText()](const Result<void> &done) {
            if (done)
                m_notice->showMessage(Tone::Ok,
                    count == 1 ? tr("One case was given to %1.").arg(name)
                               : tr("%1 cases were given to %2.").arg(count).arg(name));
            else
                m_notice->showMessage(Tone::Danger,
                    done.error().place.isEmpty()
                        ? done.error().message
                        : tr("%1: %2 Nothing was changed.").arg(done.error().place, done.error().message));
            refresh();
        });
}

} // namespace reviewdesk
