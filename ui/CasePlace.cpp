#include "ui/CasePlace.h"

#include "ui/decision/DecisionPage.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/StayOrLose.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <utility>

namespace reviewdesk {

CasePlace::CasePlace(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead,
    const Clock &clock, BusyOverlay &busy, QWidget *desk)
    : QObject(desk), m_workshop(workshop), m_rulebook(workshop.sharedRulebook()), m_composer(std::move(composer)),
      m_letterhead(letterhead), m_clock(clock), m_busy(busy), m_desk(desk)
{
    connect(&workshop, &Workshop::closing, this, [this] { // an answer after the lock has neither rules nor a person
        ++m_opening;
        m_busy.stop();
    });
}

/// Runs the job, and shows the case that it gives unless something else was asked for or the window locked meanwhile.
template <typename Job, typename Show> void CasePlace::bring(const QString &words, Job job, Show show, Again again)
{
    const int opening = ++m_opening;
    m_wanted = Wanted{opening, std::move(again), {}};
    m_busy.start(words);
    if (m_page)
        QCoreApplication::instance()->installEventFilter(this); // until it is gone
    m_workshop.run(this, std::move(job), [this, opening, show = std::move(show)](const Result<StoredCase> &stored) {
        if (stored && m_wanted && m_wanted->opening == opening)
            m_wanted->broughtId = stored->id; // also behind the lock
        if (opening != m_opening)
            return;
        m_busy.stop();
        if (!stored)
            m_wanted.reset();
        show(stored);
    });
}

/// Ctrl+P right after Back printed from the letter's page: the next page came under the dialog, and the print was counted nowhere.
bool CasePlace::eventFilter(QObject *watched, QEvent *event)
{
    if (!isGoing()) {
        QCoreApplication::instance()->removeEventFilter(this);
        return false;
    }
    switch (event->type()) {
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            return false; // stays where it is, or goes back
        break;
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Drop:
        break;
    default:
        return false;
    }
    for (const QObject *at = watched; at; at = at->parent()) {
        if (at == m_page)
            return true;
    }
    return false;
}

void CasePlace::resume()
{
    if (const std::optional<Wanted> wanted = std::exchange(m_wanted, {}); wanted && flush())
        wanted->again(wanted->broughtId);
}

void CasePlace::open(const QString &caseId, Wish wish, const Then &then)
{
    bring(
        tr("Opening the case…"), [caseId](Workspace &workspace) { return workspace.loadCase(caseId); },
        [this, wish, then](const Result<StoredCase> &stored) {
            if (stored)
                show(*stored, wish, then);
            else
                Q_EMIT failed(stored.error());
        },
        [this, caseId, wish, then](const QString &) { open(caseId, wish, then); });
}

void CasePlace::openSecondReview(const QString &sampleId, int position)
{
    bring(
        tr("Opening the second review…"),
        [sampleId, position](Workspace &workspace) { return workspace.secondReview(sampleId, position); },
        [this, sampleId, position](const Result<StoredCase> &stored) {
            const SecondReview second{sampleId, position};
            if (stored)
                showReview(*stored, {}, second);
            else
                Q_EMIT failed(stored.error());
        },
        [this, sampleId, position](const QString &) { openSecondReview(sampleId, position); });
}

void CasePlace::startReview()
{
    ReviewCase fresh;
    fresh.policyId = m_rulebook->policy.id;
    fresh.policyVersion = m_rulebook->policy.version;
    bring(
        tr("Making a new review…"), [fresh](Workspace &workspace) { return workspace.createCase(fresh); },
        [this](const Result<StoredCase> &stored) {
            if (stored)
                showReview(*stored);
            else
                Q_EMIT notStarted(stored.error());
        },
        [this](const QString &madeId) { // not a second one
            if (madeId.isEmpty())
                startReview();
            else
                open(madeId, Wish::Review);
        });
}

void CasePlace::show(const StoredCase &stored, Wish wish, const Then &then)
{
    const bool mayEdit = actionsFor(stored.status, m_workshop.user().role).contains(Action::Edit);
    if (wish == Wish::Letter) {
        showLetter(stored);
    } else if (mayEdit || wish == Wish::Review) { // it can be read at any time
        showReview(stored, then);
    } else {
        showDecision(stored);
    }
}

void CasePlace::showReview(const StoredCase &stored, const Then &then, const std::optional<SecondReview> &second)
{
    auto *page = new ReviewPage(m_workshop, stored, m_clock, m_desk, second, ReviewPage::Begin::Later);
    connect(page, &ReviewPage::closed, this, &CasePlace::left);
    connect(page, &ReviewPage::reopenWanted, this, [this](const QString &id) {
        if (mayLeave())
            open(id, Wish::ByStatus);
    });
    connect(page, &ReviewPage::letterWanted, this, [this](const QString &id) { open(id, Wish::Letter); });
    connect(page, &ReviewPage::requestsGiven, this, &CasePlace::requestsGiven);
    const auto begin = [this, page, stored, then, opening = m_opening] { // the frame took its time, and so does the first step
        if (opening != m_opening) {
            page->deleteLater();
            return;
        }
        page->begin();
        take(page, stored, true, [page, then] {
            page->showSaving(); // the step that it is left on may not be kept yet
            if (then)
                then(*page);
        });
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void CasePlace::showDecision(const StoredCase &stored)
{
    auto *page = new DecisionPage(m_workshop, stored, m_clock, m_desk);
    connect(page, &DecisionPage::closed, this, &CasePlace::leave);
    const auto openAgain = [this](Wish wish) {
        return [this, wish](const QString &id) {
            if (mayLeave())
                open(id, wish);
        };
    };
    connect(page, &DecisionPage::letterWanted, this, openAgain(Wish::Letter));
    connect(page, &DecisionPage::reviewWanted, this, openAgain(Wish::Review));
    connect(page, &DecisionPage::reopenWanted, this, openAgain(Wish::ByStatus));
    take(page, stored, true);
}

void CasePlace::showLetter(const StoredCase &stored)
{
    auto *page = new LetterPage(m_workshop, m_composer, m_letterhead, stored, m_clock, m_desk);
    connect(page, &LetterPage::closed, this, [this, id = stored.id] {
        if (mayLeave())
            open(id, Wish::ByStatus);
    });
    connect(page, &LetterPage::fixWanted, this, [this](const QString &id, const QString &step, int fact) {
        if (!mayLeave())
            return;
        open(id, Wish::ByStatus, [step, fact](ReviewPage &review) {
            if (fact >= 0)
                review.goToQuestion(fact);
            else
                review.goTo(step);
        });
    });
    take(page, stored, false);
}

/// A page is made in one turn of the event loop and shown in the next, so that neither keeps the window; `then` follows.
template <typename Page>
void CasePlace::take(Page *page, const StoredCase &stored, bool byEscape, const std::function<void()> &then)
{
    const auto show = [this, page, stored, byEscape, then, opening = m_opening] {
        if (opening != m_opening) { // something else was asked for meanwhile
            page->deleteLater();
            return;
        }
        m_wanted.reset();
        drop();
        connect(page, &Page::savedAt, this, &CasePlace::noteSaved);
        m_page = page;
        m_flushPage = [page] {
            page->flush();
            return !page->hasUnsaved();
        };
        m_byEscape = byEscape;
        auto *review = qobject_cast<ReviewPage *>(page);
        m_second = review ? review->session().secondReview() : std::nullopt;
        m_caseId = m_second ? QString() : stored.id;
        m_number = stored.reviewCase.number;
        Q_EMIT opened(stored);
        noteSaved(stored.savedAt);
        if (then)
            then();
    };
    QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
}

void CasePlace::close()
{
    ++m_opening;
    m_wanted.reset();
    m_busy.stop();
    drop();
    m_caseId.clear();
    m_second.reset();
    m_number.clear();
    m_caption.clear();
    Q_EMIT captionChanged();
}

/// Keeps what is typed on the page; from then on nobody listens to it.
void CasePlace::drop()
{
    flush();
    m_flushPage = {};
    m_byEscape = false;
    if (!m_page)
        return;
    m_page->disconnect(this);
    m_page->deleteLater();
    m_page = nullptr;
}

bool CasePlace::escape()
{
    if (!m_byEscape)
        return false;
    leave();
    return true;
}

void CasePlace::leave()
{
    if (mayLeave())
        Q_EMIT left();
}

bool CasePlace::flush()
{
    return !m_flushPage || m_flushPage();
}

bool CasePlace::mayLeave()
{
    if (flush())
        return true;
    const QPointer<QWidget> page = m_page;
    const bool unsigned_ = qobject_cast<DecisionPage *>(m_page.data()) != nullptr;
    const QString words = unsigned_
        ? tr("Your decision is not signed, and its words could not be kept. Stay and try again, or leave and lose them?")
        : tr("The last changes could not be saved. Stay and try again, or leave and lose them?");
    if (mayLose(m_desk, tr("Not saved"), words, tr("&Leave and lose them")))
        return true;
    auto *review = qobject_cast<ReviewPage *>(page.data());
    if (review && page == m_page && m_workshop.isOpen()) // the lock answers with no: nothing comes up over it
        review->offerMerge();
    return false;
}

void CasePlace::noteSaved(const QDateTime &at)
{
    m_caption = at.isValid() ? tr("%1, saved %2").arg(m_number, savedWords(at, m_clock.now(), m_rulebook->zone))
                             : tr("%1, not saved yet").arg(m_number);
    Q_EMIT captionChanged();
}

QString CasePlace::helpTopic() const
{
    if (qobject_cast<LetterPage *>(m_page.data()))
        return QStringLiteral("letter");
    return qobject_cast<DecisionPage *>(m_page.data()) ? QStringLiteral("decision") : QStringLiteral("review");
}

} // namespace reviewdesk
