#include "ui/supervisor/DepartmentPage.h"

#include "ui/policy/PolicyPage.h"
#include "ui/supervisor/QualityPage.h"
#include "ui/supervisor/ReleasePage.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace reviewdesk {

DepartmentPage::DepartmentPage(Workshop &workshop, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_list(new QListWidget), m_stack(new QStackedWidget)
{
    auto *sidebar = new QFrame;
    setPanel(sidebar, "sidebar");
    auto *column = new QVBoxLayout(sidebar);
    column->setContentsMargins(10, 10, 10, 10);
    m_list->setAccessibleName(tr("Department"));
    setPanel(m_list, "reports");
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(sidebar);
    row->addWidget(m_stack, 1);
    addOwnSections(workshop, clock);
    int titles = 0;
    for (const Section &section : std::as_const(m_sections))
        titles = qMax(titles, fontMetrics().horizontalAdvance(section.title));
    constexpr int aroundTitle = 64; // margins, padding, border; and some air
    sidebar->setFixedWidth(qMax(216, titles + aroundTitle)); // in large text the tables need the room more
    connect(m_list, &QListWidget::currentRowChanged, this, &DepartmentPage::showSection);
    setFocusProxy(m_list);
}

void DepartmentPage::addOwnSections(Workshop &workshop, const Clock &clock)
{
    const Section quality{tr("Quality"),
        [this, &workshop, &clock] {
            auto *page = new QualityPage(workshop, clock);
            connect(page, &QualityPage::secondReviewWanted, this, &DepartmentPage::secondReviewWanted);
            connect(page, &QualityPage::caseWanted, this, &DepartmentPage::caseWanted);
            return page;
        },
        [](QWidget *page) { static_cast<QualityPage *>(page)->refresh(); }};
    if (workshop.user().role != Role::Supervisor) {
        addSection(quality);
        return;
    }
    addSection({tr("Workload"),
        [this, &workshop, &clock] {
            auto *page = new WorkloadPage(workshop, clock);
            connect(page, &WorkloadPage::caseWanted, this, &DepartmentPage::caseWanted);
            return page;
        },
        [](QWidget *page) { static_cast<WorkloadPage *>(page)->refresh(); }});
    addSection({tr("Letters to release"),
        [this, &workshop, &clock] {
            auto *page = new ReleasePage(workshop, clock);
            connect(page, &ReleasePage::caseWanted, this, &DepartmentPage::caseWanted);
            connect(page, &ReleasePage::releaseWanted, this, &DepartmentPage::releaseWanted);
            return page;
        },
        [](QWidget *page) { static_cast<ReleasePage *>(page)->refresh(); }});
    addSection(quality);
    addSection({tr("Policy"),
        [this, &workshop] {
            auto *page = new PolicyPage(workshop);
            connect(page, &PolicyPage::caseWanted, this, &DepartmentPage::caseWanted);
            return page;
        },
        [](QWidget *page) { static_cast<PolicyPage *>(page)->refresh(); }, QStringLiteral("policy")});
}

QString DepartmentPage::helpTopic() const
{
    const int row = m_list->currentRow();
    return row < 0 ? QStringLiteral("department") : m_sections.at(row).helpTopic;
}

void DepartmentPage::addSection(Section section)
{
    m_list->addItem(section.title);
    m_list->item(m_list->count() - 1)->setSizeHint(QSize(Theme::scaled(150), Theme::scaled(36)));
    m_sections.append(std::move(section));
    m_pages.append(nullptr);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void DepartmentPage::showSection(int row)
{
    if (row < 0)
        return;
    QWidget *&page = m_pages[row];
    const bool isNew = !page;
    if (isNew) {
        page = m_sections.at(row).make();
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
    if (!isNew && m_sections.at(row).refresh)
        m_sections.at(row).refresh(page);
}

void DepartmentPage::refresh()
{
    if (m_list->currentRow() < 0)
        return;
    showSection(m_list->currentRow()); // the first time it makes the page
}

void DepartmentPage::goTo(const QString &title)
{
    for (int row = 0; row < m_sections.size(); ++row) {
        if (m_sections.at(row).title == title)
            m_list->setCurrentRow(row);
    }
}

QWidget *DepartmentPage::current() const
{
    return m_stack->currentWidget();
}

} // namespace reviewdesk
