// The steps of the review: their pages, each made when it is first shown or shortly before, and the ways between them.
#include "ui/review/ReviewPage.h"

#include "ui/documents/RecordDesk.h"
#include "ui/review/CriteriaPanel.h"
#include "ui/review/DocumentsPage.h"
#include "ui/review/PolicyText.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/StepList.h"
#include "ui/review/Steps.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int idle = 100; // milliseconds after a page was asked for: it is painted by then

} // namespace

/// The steps in their order; a page is made when it is first shown, so that a case opens at once.
QStringList ReviewPage::orderOf(const Policy &policy)
{
    QStringList order{requestStep};
    for (const WizardSection &section : policy.sections)
        order << section.id;
    return order << documentsStep << recommendationStep;
}

QScrollArea *ReviewPage::areaOf(const QString &stepId)
{
    QScrollArea *&area = m_pages[stepId];
    if (area)
        return area;
    area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(makePage(stepId, area->viewport()));
    m_stack->addWidget(area);
    return area;
}

QWidget *ReviewPage::makePage(const QString &stepId, QWidget *parent)
{
    if (stepId == requestStep) {
        m_request = new RequestPage(m_session, parent);
        m_request->setEnabled(m_session.editable());
        return m_request;
    }
    if (stepId == documentsStep) {
        m_documents = new DocumentsPage(m_session, *m_desk, parent);
        return m_documents;
    }
    if (stepId == recommendationStep) {
        m_recommendation = new RecommendationPage(m_session, m_links, parent);
        connect(m_recommendation, &RecommendationPage::questionWanted, this, &ReviewPage::goToQuestion);
        connect(m_recommendation, &RecommendationPage::documentsWanted, this, [this] { goTo(documentsStep); });
        connect(m_recommendation, &RecommendationPage::fieldWanted, this, [this](const QString &pointer) {
            goTo(requestStep);
            m_request->showField(pointer);
        });
        return m_recommendation;
    }
    const auto &sections = m_session.policy().sections;
    const auto section = std::find_if(
        sections.begin(), sections.end(), [&stepId](const WizardSection &each) { return each.id == stepId; });
    auto *page = new QuestionsPage(m_session, m_links, *section, m_desk.get(), parent);
    connect(page, &QuestionsPage::questionEntered, this, &ReviewPage::enterQuestion);
    connect(page, &QuestionsPage::criterionWanted, m_panel, &CriteriaPanel::showCriterionOf);
    connect(page, &QuestionsPage::policyTextWanted, this, [this](int fact) { policyText()->showFact(fact); });
    connect(page, &QuestionsPage::skipWanted, this, [this] { goTo(recommendationStep); });
    return page;
}

QWidget *ReviewPage::currentPage() const
{
    return m_pages.value(m_step)->widget();
}

void ReviewPage::goTo(const QString &stepId)
{
    if (!m_order.contains(stepId) || stepId == m_step)
        return;
    if (!m_step.isEmpty())
        m_session.setLeft(m_step);
    m_step = stepId;
    m_stack->setCurrentWidget(areaOf(stepId));
    m_steps->setCurrent(stepId);
    m_back->setEnabled(stepId != m_order.first());
    m_next->setVisible(stepId != m_order.last());
    if (m_finish)
        m_finish->setVisible(stepId == m_order.last());
    m_session.setPage(stepId);
    m_panel->setCurrentQuestion(-1);
    focusPage();
    QTimer::singleShot(idle, this, [this] { makeNext(); });
}

/// The page that most likely comes next, while nobody waits for it.
void ReviewPage::makeNext()
{
    if (const QString next = stepFrom(1); !next.isEmpty())
        areaOf(next);
}

void ReviewPage::focusPage()
{
    if (m_step == requestStep)
        m_request->focusFirst();
    else if (m_step == documentsStep)
        m_documents->focusFirst();
    else if (m_step == recommendationStep)
        m_recommendation->focusFirst();
    else
        static_cast<QuestionsPage *>(currentPage())->focusFirst();
}

void ReviewPage::goToQuestion(int fact)
{
    if (fact < 0 || !m_session.view().interview.shows(fact))
        return;
    goTo(m_session.policy().facts.at(fact).section);
    static_cast<QuestionsPage *>(currentPage())->showQuestion(fact);
    m_panel->setCurrentQuestion(fact);
    if (QWidget *focused = focusWidget())
        m_pages.value(m_step)->ensureWidgetVisible(focused, 0, 80);
}

/// Where Next or Back leads; empty: nowhere. A page of the pack without a shown question is passed over; the step list
/// still opens it.
QString ReviewPage::stepFrom(int by) const
{
    qsizetype at = m_order.indexOf(m_step) + by;
    while (at > 0 && at < m_order.size() - 1 && m_order.at(at) != documentsStep &&
        shownFacts(m_session, m_order.at(at)).empty())
        at += by;
    return m_order.value(at);
}

void ReviewPage::step(int by)
{
    goTo(stepFrom(by));
}

} // namespace reviewdesk
