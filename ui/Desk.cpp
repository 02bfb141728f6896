#include "ui/Desk.h"

#include "policy/JsonValue.h"
#include "ui/AccountMenu.h"
#include "ui/Appearance.h"
#include "ui/DeskBar.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/PassphraseDialog.h"
#include "ui/decision/DecisionPage.h"
#include "ui/intake/IntakePage.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/review/ReviewPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/worklist/WorklistPage.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace reviewdesk {

/// Of a page whose work is saved as it goes: keeps what is open, and whether that went well.
template <typename Page> static std::function<bool()> flushOf(Page *page)
{
    return [page] {
        page->flush();
        return !page->hasUnsaved();
    };
}

Desk::Desk(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead,
    const QList<UserAccount> &practice, Appearance &appearance, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_rulebook(workshop.sharedRulebook()), m_composer(std::move(composer)),
      m_letterhead(letterhead), m_practice(practice), m_appearance(appearance), m_clock(clock),
      m_stack(new QStackedLayout(this)), m_worklist(new WorklistPage(workshop, clock)), m_front(new QWidget),
      m_bar(new DeskBar(workshop, !practice.isEmpty(), makeAccountMenu(false))), m_home(m_front), m_busy(new BusyOverlay(this))
{
    auto *column = new QVBoxLayout(m_front);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    auto *places = new QWidget;
    m_places = new QStackedLayout(places);
    m_places->addWidget(m_worklist);
    column->addWidget(places, 1);
    m_stack->addWidget(m_front);
    connect(m_worklist, &WorklistPage::caseOpened, this, &Desk::openCase);
    connect(m_worklist, &WorklistPage::newReviewWanted, this, &Desk::startReview);
    connect(m_worklist, &WorklistPage::printWanted, this, &Desk::releaseLetters);
    auto *search = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), m_front);
    connect(search, &QShortcut::activated, m_worklist, &WorklistPage::focusSearch);
    connect(m_bar, &DeskBar::placeWanted, this, &Desk::goToPlace);
    connect(m_bar, &DeskBar::reportsWanted, this, &Desk::showReports);
    connect(m_bar, &DeskBar::lockWanted, this, &Desk::lockWanted);
    auto *settings = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma), this);
    connect(settings, &QShortcut::activated, this, &Desk::openSettings);
    offerIncoming();
    loadLetterhead();
    m_worklist->refresh();
}

DepartmentPage *Desk::department()
{
    if (m_department)
        return m_department;
    m_department = new DepartmentPage(m_workshop, m_clock);
    m_places->addWidget(m_department);
    connect(m_department, &DepartmentPage::caseWanted, this, &Desk::openCase);
    connect(m_department, &DepartmentPage::secondReviewWanted, this, &Desk::openSecondReview);
    connect(m_department, &DepartmentPage::releaseWanted, this, &Desk::releaseLetters);
    return m_department;
}

void Desk::goToPlace(bool department)
{
    m_bar->setDepartment(department);
    if (department) {
        m_places->setCurrentWidget(this->department());
        m_department->refresh();
        m_department->setFocus(Qt::OtherFocusReason);
    } else {
        m_places->setCurrentWidget(m_worklist);
        m_worklist->refresh();
    }
}

void Desk::openSecondReview(const QString &sampleId, int position)
{
    const int opening = ++m_opening;
    m_busy->start(tr("Opening the second review…"));
    m_workshop.run(
        this,
        [sampleId, position](Workspace &workspace) { return workspace.secondReview(sampleId, position); },
        [this, sampleId, position, opening](const Result<StoredCase> &stored) {
            if (opening != m_opening)
                return;
            m_busy->stop();
            const SecondReview second{sampleId, position};
            if (stored) {
                showReview(*stored, &second);
                return;
            }
            showHome();
            showError(stored.error());
        });
}

void Desk::loadLetterhead()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.settings(); },
        [this](const Result<WorkspaceSettings> &settings) {
            if (!settings || settings->letterhead.isEmpty())
                return;
            const Result<JsonValue> values = readJson(settings->letterhead);
            if (!values)
                return;
            if (Result<Letterhead> own = letterheadFrom(*values, QStringLiteral(":")); own.ok())
                m_letterhead = std::move(own).value();
        });
}

AccountMenu *Desk::makeAccountMenu(bool compact)
{
    auto *account = new AccountMenu(m_workshop.user(), m_practice, compact);
    connect(account, &AccountMenu::lockWanted, this, &Desk::lockWanted);
    connect(account, &AccountMenu::helpWanted, this, &Desk::helpWanted);
    connect(account, &AccountMenu::accountWanted, this, &Desk::accountWanted);
    connect(account, &AccountMenu::settingsWanted, this, &Desk::openSettings);
    return account;
}

void Desk::openSettings()
{
    if (m_settings)
        return;
    m_settings = new SettingsDialog(m_workshop, m_appearance, !m_practice.isEmpty(), this);
    m_settings->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_settings, &SettingsDialog::passphraseWanted, this,
        [this] { PassphraseDialog::forOneself(m_workshop, m_settings)->open(); });
    connect(m_settings, &SettingsDialog::accountsWanted, this,
        [this] { (new AccountsDialog(m_workshop, m_settings))->open(); });
    connect(m_settings, &SettingsDialog::letterheadWanted, this, &Desk::editLetterhead);
    m_settings->open();
}

SettingsDialog *Desk::settings() const
{
    return m_settings;
}

QString Desk::helpTopic() const
{
    if (!m_page)
        return m_home == m_reports          ? QStringLiteral("reports")
            : m_home == m_intake          ? QStringLiteral("incoming")
            : m_bar->isDepartment() ? QStringLiteral("department")
                                          : QStringLiteral("worklist");
    if (qobject_cast<LetterPage *>(m_page))
        return QStringLiteral("letter");
    return qobject_cast<DecisionPage *>(m_page) ? QStringLiteral("decision") : QStringLiteral("review");
}

void Desk::openCase(const QString &caseId)
{
    open(caseId, Wish::ByStatus);
}

void Desk::openLetter(const QString &caseId)
{
    open(caseId, Wish::Letter);
}

void Desk::releaseLetters(const QStringList &caseIds)
{
    auto *dialog = new LetterRunDialog(m_workshop, m_composer, m_letterhead, m_clock, caseIds, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LetterRunDialog::released, this, [this] {
        m_worklist->refresh();
        if (m_department)
            m_department->refresh();
    });
    dialog->open();
}

void Desk::editLetterhead()
{
    auto *dialog =
        new LetterheadDialog(m_workshop, m_composer, m_clock, m_settings ? static_cast<QWidget *>(m_settings) : this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LetterheadDialog::saved, this, &Desk::loadLetterhead);
    dialog->open();
}

void Desk::open(const QString &caseId, Wish wish, Then then)
{
    const int opening = ++m_opening;
    m_busy->start(tr("Opening the case…"));
    m_workshop.run(
        this, [caseId](Workspace &workspace) { return workspace.loadCase(caseId); },
        [this, wish, opening, then = std::move(then)](const Result<StoredCase> &stored) {
            if (opening != m_opening)
                return;
            m_busy->stop();
            if (stored) {
                show(*stored, wish, then);
                return;
            }
            showHome();
            showError(stored.error());
        });
}

void Desk::showReports()
{
    if (!m_reports) {
        m_reports = new ReportsPage(m_workshop, m_clock);
        m_reports->setCorner(makeAccountMenu(true));
        m_stack->addWidget(m_reports);
        connect(m_reports, &ReportsPage::closed, this, &Desk::showWorklist);
        connect(m_reports, &ReportsPage::caseOpened, this, &Desk::openCase);
    }
    m_home = m_reports;
    showHome();
    m_reports->refresh();
    m_reports->setFocus();
}

void Desk::show(const StoredCase &stored, Wish wish, const Then &then)
{
    const bool mayEdit = actionsFor(stored.status, m_workshop.user().role).contains(Action::Edit);
    if (wish == Wish::Letter) {
        showLetter(stored);
    } else if (mayEdit || wish == Wish::Review) { // it can be read at any time
        ReviewPage *page = showReview(stored);
        if (then)
            then(*page);
    } else {
        showDecision(stored);
    }
}

ReviewPage *Desk::showReview(const StoredCase &stored, const SecondReview *second)
{
    auto *page = new ReviewPage(
        m_workshop, stored, m_clock, nullptr, second ? std::optional(*second) : std::optional<SecondReview>());
    connect(page, &ReviewPage::closed, this, &Desk::showHome);
    connect(page, &ReviewPage::letterWanted, this, [this](const QString &id) { open(id, Wish::Letter); });
    connect(page, &ReviewPage::savedAt, this, &Desk::noteSaved);
    connect(page, &ReviewPage::requestsGiven, this, &Desk::offerRequests);
    showPage(page, stored);
    m_flushPage = flushOf(page);
    m_closePage = [this] { leave(); };
    return page;
}

void Desk::showDecision(const StoredCase &stored)
{
    auto *page = new DecisionPage(m_workshop, stored, m_clock);
    connect(page, &DecisionPage::closed, this, &Desk::leave);
    connect(page, &DecisionPage::letterWanted, this, [this](const QString &id) { open(id, Wish::Letter); });
    connect(page, &DecisionPage::reviewWanted, this, [this](const QString &id) {
        if (mayLeave())
            open(id, Wish::Review);
    });
    connect(page, &DecisionPage::reopenWanted, this, [this](const QString &id) {
        if (mayLeave())
            open(id, Wish::ByStatus);
    });
    connect(page, &DecisionPage::savedAt, this, &Desk::noteSaved);
    showPage(page, stored);
    m_flushPage = flushOf(page);
    m_closePage = [this] { leave(); };
}

void Desk::showLetter(const StoredCase &stored)
{
    auto *page = new LetterPage(m_workshop, m_composer, m_letterhead, stored, m_clock);
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
    connect(page, &LetterPage::savedAt, this, &Desk::noteSaved);
    showPage(page, stored);
    m_flushPage = flushOf(page);
}

void Desk::showPage(QWidget *page, const StoredCase &stored)
{
    if (m_flushPage)
        m_flushPage();
    m_flushPage = {};
    m_closePage = {};
    if (m_page)
        m_page->deleteLater();
    m_page = page;
    QWidget *wanted = page->focusWidget(); // what the page chose itself; it is forgotten on the way into the stack
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    if (auto *header = page->findChild<CaseHeader *>())
        header->setCorner(makeCorner(stored));
    m_caseId = stored.id;
    m_number = stored.reviewCase.number;
    noteSaved(stored.savedAt);
    (wanted ? wanted : page)->setFocus(Qt::OtherFocusReason);
}

void Desk::showWorklist()
{
    m_home = m_front;
    showHome();
}

void Desk::showError(const Error &error)
{
    if (m_home == m_intake) {
        m_intake->showError(error);
        return;
    }
    if (m_home == m_reports) {
        m_reports->showError(error);
        return;
    }
    goToPlace(false);
    m_worklist->showError(error);
}

void Desk::showHome()
{
    ++m_opening;
    m_busy->stop();
    if (m_flushPage)
        m_flushPage();
    m_flushPage = {};
    m_closePage = {};
    m_stack->setCurrentWidget(m_home);
    if (m_page) {
        m_page->deleteLater();
        m_page = nullptr;
    }
    m_caseId.clear();
    m_number.clear();
    m_caption.clear();
    Q_EMIT captionChanged();
    if (m_home != m_front)
        return;
    m_worklist->refresh();
    if (m_department && m_places->currentWidget() == m_department) {
        m_department->refresh();
        m_department->setFocus(Qt::OtherFocusReason);
    }
}

void Desk::startReview()
{
    ReviewCase fresh;
    fresh.policyId = m_rulebook->policy.id;
    fresh.policyVersion = m_rulebook->policy.version;
    const int opening = ++m_opening;
    m_busy->start(tr("Making a new review…"));
    m_workshop.run(
        this, [fresh](Workspace &workspace) { return workspace.createCase(fresh); },
        [this, opening](const Result<StoredCase> &stored) {
            if (opening != m_opening)
                return;
            m_busy->stop();
            if (stored)
                showReview(*stored);
            else
                m_worklist->showError(stored.error());
        });
}

void Desk::noteSaved(const QDateTime &at)
{
    m_caption = at.isValid() ? tr("%1, saved %2").arg(m_number, savedWords(at, m_clock.now(), m_rulebook->zone))
                             : tr("%1, not saved yet").arg(m_number);
    Q_EMIT captionChanged();
}

void Desk::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_closePage)
        m_closePage();
    else if (event->key() == Qt::Key_Escape && !m_page && m_home == m_reports && m_reports) {
        if (!m_reports->goBack())
            showWorklist();
    } else if (event->key() == Qt::Key_Escape && !m_page && m_home == m_intake)
        showWorklist();
    else
        QWidget::keyPressEvent(event);
}

} // namespace reviewdesk
