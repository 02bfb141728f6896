#include "ui/tour/PracticeTour.h"

#include "ui/AccountMenu.h"
#include "ui/Desk.h"
#include "ui/DeskBar.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/decision/PolicyColumn.h"
#include "ui/decision/RecordColumn.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterPreview.h"
#include "ui/review/CriteriaPanel.h"
#include "ui/review/NextStepCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QCoreApplication>
#include <QPushButton>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PracticeTour)
};

/// Invented cases that the tour shows; empty where the caseload has none.
struct TourCases {
    QString draft;
    QString referred;
    QString decided;
};

QString firstOf(Workspace &workspace, WorklistView view)
{
    WorklistQuery query;
    query.view = view;
    query.limit = 1;
    const Result<QList<WorklistRow>> rows = workspace.worklist(query);
    return rows && !rows->isEmpty() ? rows->first().caseId : QString();
}

/// One whose letter can be read by whoever reads the screens: of a member who reads English, where there is one.
QString approvedCase(Workspace &workspace)
{
    WorklistQuery query;
    query.view = WorklistView::LettersToPrint;
    query.filter.statuses = {Status::Approved};
    query.limit = 12;
    const Result<QList<WorklistRow>> rows = workspace.worklist(query);
    if (!rows || rows->isEmpty())
        return {};
    for (const WorklistRow &row : *rows) {
        const Result<StoredCase> stored = workspace.loadCase(row.caseId);
        if (stored && stored->reviewCase.member.language.startsWith(QLatin1String("en")))
            return row.caseId;
    }
    return rows->first().caseId;
}

/// The page of this kind on which the case is open.
template <typename Page> Page *pageOf(const Desk &desk, const QString &caseId)
{
    return desk.caseId() == caseId ? qobject_cast<Page *>(desk.casePage()) : nullptr;
}

class Stops {
public:
    Stops(Desk &desk, TourCases cases) : m_desk(desk), m_cases(std::move(cases)) { }

    QList<TourStop> forRole(Role role)
    {
        if (role == Role::Nurse)
            nurse();
        else if (role == Role::Physician)
            physician();
        else
            supervisor();
        add(Say::tr("Help at any time"),
            Say::tr("F1 explains the page you are on, with its keys. This menu holds the settings, starts this tour "
                    "again, and changes between nurse, physician and supervisor while you practice."),
            [&desk = m_desk] { desk.goToWorklist(); }, [&desk = m_desk] { return desk.bar()->findChild<AccountMenu *>(); });
        return m_stops;
    }

private:
    void add(const QString &title, const QString &words, std::function<void()> go, std::function<QWidget *()> anchor)
    {
        m_stops.append({title, words, std::move(go), std::move(anchor)});
    }

    void worklist(const QString &title, const QString &words)
    {
        add(title, words, [&desk = m_desk] { desk.goToWorklist(); },
            [&desk = m_desk] { return desk.worklist()->cases(); });
    }

    /// On the page of a case that opens for review.
    void review(const QString &title, const QString &words, const std::function<QWidget *(ReviewPage &)> &anchor)
    {
        if (m_cases.draft.isEmpty())
            return;
        add(title, words,
            [&desk = m_desk, id = m_cases.draft] {
                if (!pageOf<ReviewPage>(desk, id))
                    desk.openCase(id);
            },
            [&desk = m_desk, id = m_cases.draft, anchor]() -> QWidget * {
                ReviewPage *page = pageOf<ReviewPage>(desk, id);
                return page ? anchor(*page) : nullptr;
            });
    }

    void decision(const QString &title, const QString &words, const std::function<QWidget *(DecisionPage &)> &anchor)
    {
        if (m_cases.referred.isEmpty())
            return;
        add(title, words,
            [&desk = m_desk, id = m_cases.referred] {
                if (!pageOf<DecisionPage>(desk, id))
                    desk.openCase(id);
            },
            [&desk = m_desk, id = m_cases.referred, anchor]() -> QWidget * {
                DecisionPage *page = pageOf<DecisionPage>(desk, id);
                return page ? anchor(*page) : nullptr;
            });
    }

    void letter()
    {
        if (m_cases.decided.isEmpty())
            return;
        add(Say::tr("The letter"),
            Say::tr("Written from the case and the policy's words, as it will print. Read it, issue it, print it or save "
                    "it as PDF. Issued words never change."),
            [&desk = m_desk, id = m_cases.decided] {
                if (!pageOf<LetterPage>(desk, id))
                    desk.openLetter(id);
            },
            [&desk = m_desk, id = m_cases.decided]() -> QWidget * {
                const LetterPage *page = pageOf<LetterPage>(desk, id);
                return page ? page->findChild<LetterPreview *>() : nullptr;
            });
    }

    void nurse();
    void physician();
    void supervisor();

    Desk &m_desk;
    TourCases m_cases;
    QList<TourStop> m_stops;
};

void Stops::nurse()
{
    worklist(Say::tr("Your cases"),
        Say::tr("All your cases, the one that is due first on top; the views on the left ask for others. Ctrl+K finds a "
                "name, a member ID or a case number. Enter opens a case."));
    add(Say::tr("A new request"),
        Say::tr("New review begins one. Everything is saved while you type, and a case opens again on the page you left."),
        [&desk = m_desk] { desk.goToWorklist(); }, [&desk = m_desk] { return desk.worklist()->newReviewButton(); });
    review(Say::tr("The questions"),
        Say::tr("One question a card, by what the record shows. Y, N and D answer Yes, No and Not documented. Add the "
                "source, and it stands in the letter."),
        [](ReviewPage &page) -> QWidget * {
            const std::vector<int> &needed = page.session().view().evaluation.needed;
            if (!qobject_cast<QuestionsPage *>(page.currentPage())) {
                if (needed.empty())
                    page.goTo(page.session().policy().sections.front().id);
                else
                    page.goToQuestion(needed.front());
            }
            return page.currentPage();
        });
    review(Say::tr("The policy, live"),
        Say::tr("The outcome so far in one sentence, every criterion with its status, and which answers still matter. It "
                "changes with each answer. Press a criterion to go to its question."),
        [](ReviewPage &page) -> QWidget * { return page.panel(); });
    review(Say::tr("What happens next"),
        Say::tr("Approve when the criteria are met, ask for information, or refer to a physician. Nothing adverse can be "
                "decided here, and what is not allowed says why."),
        [](ReviewPage &page) -> QWidget * {
            if (page.currentStep() != QLatin1String("recommendation"))
                page.goTo(QStringLiteral("recommendation"));
            const auto *recommendation = page.findChild<RecommendationPage *>();
            return recommendation ? recommendation->nextStep() : nullptr;
        });
    letter();
}

void Stops::physician()
{
    worklist(Say::tr("Cases for a physician"),
        Say::tr("What a nurse may not decide waits here, the case that is due first on top. Enter opens one."));
    decision(Say::tr("What the record shows"),
        Say::tr("Every answer with its source, and the nurse's note. A source opens its page in the record, with the "
                "place marked."),
        [](DecisionPage &page) -> QWidget * { return page.findChild<RecordColumn *>(); });
    decision(Say::tr("The policy"),
        Say::tr("Each criterion in the policy's words with its status, and what would have met it: what the record does "
                "not show, apart from what it shows otherwise."),
        [](DecisionPage &page) -> QWidget * { return page.findChild<PolicyColumn *>(); });
    decision(Say::tr("Your decision"),
        Say::tr("The program recommends, you decide. A denial needs your reasons in writing; what is not allowed at the "
                "moment says why."),
        [](DecisionPage &page) -> QWidget * { return page.form(); });
    letter();
}

void Stops::supervisor()
{
    worklist(Say::tr("All cases"),
        Say::tr("Select several to assign them or to print their letters. The views on the left count what is overdue and "
                "what waits."));
    add(Say::tr("The department"),
        Say::tr("Who has how much work, letters to release, and quality samples. Every number opens its cases."),
        [&desk = m_desk] { desk.goToWorklist(); }, [&desk = m_desk] { return desk.bar()->departmentButton(); });
    add(Say::tr("Reports"),
        Say::tr("Yearly metrics, turnaround, decisions by criterion, overdue cases; as PDF and CSV too."),
        [&desk = m_desk] { desk.goToWorklist(); }, [&desk = m_desk] { return desk.bar()->reportsButton(); });
    decision(Say::tr("A case, to read"),
        Say::tr("Any case can be read with its history, returned to its nurse with a comment, or opened again."),
        [](DecisionPage &page) -> QWidget * { return page.findChild<RecordColumn *>(); });
    letter();
}

} // namespace

void gatherPracticeTour(Desk &desk, Workshop &workshop, std::function<void(const QList<TourStop> &)> ready)
{
    workshop.run(
        &desk,
        [](Workspace &workspace) -> Result<TourCases> {
            return TourCases{firstOf(workspace, WorklistView::Drafts),
                firstOf(workspace, WorklistView::AwaitingPhysician), approvedCase(workspace)};
        },
        [&desk, role = workshop.user().role, ready = std::move(ready)](const Result<TourCases> &cases) {
            ready(Stops(desk, cases ? *cases : TourCases()).forRole(role));
        });
}

} // namespace reviewdesk
