#include "ui/Desk.h"

#include "policy/JsonValue.h"
#include "ui/AccountMenu.h"
#include "ui/Appearance.h"
#include "ui/DeskBar.h"
#include "ui/UnsavedNotice.h"
#include "ui/accounts/AccountsDialog.h"
#include "ui/accounts/PassphraseDialog.h"
#include "ui/help/News.h"
#include "ui/intake/IntakePage.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/reports/ReportsPage.h"
#include "ui/tour/PracticeTour.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/WorklistPage.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

Desk::Desk(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead,
    const QList<UserAccount> &practice, Appearance &appearance, const Clock &clock, QWidget *parent)
    : Workplace(parent), m_workshop(workshop), m_composer(std::move(composer)), m_letterhead(letterhead),
      m_practice(practice), m_appearance(appearance), m_clock(clock), m_stack(new QStackedLayout(this)),
      m_front(new QWidget(this)), // each part in its place from the start: one that moves is styled again, whole
      m_places(new QStackedLayout(new QWidget(m_front))),
      m_worklist(new WorklistPage(workshop, clock, m_places->parentWidget())),
      m_bar(new DeskBar(workshop, !practice.isEmpty(), makeAccountMenu(false), m_front)),
      m_unsaved(new UnsavedNotice(workshop, m_front)), m_home(m_front),
      m_busy(new BusyOverlay(this)),
      m_case(new CasePlace(workshop, m_composer, m_letterhead, clock, *m_busy, this))
{
    Theme::leaveOthersIcons();
    auto *column = new QVBoxLayout(m_front);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    if (isUpgraded())
        column->addWidget(makeNews());
    rememberVersion();
    column->addWidget(m_unsaved);
    connect(m_unsaved, &UnsavedNotice::caseWanted, this, &Desk::openUnsaved);
    m_places->addWidget(m_worklist);
    column->addWidget(m_places->parentWidget(), 1);
    m_stack->addWidget(m_front);
    connect(m_worklist, &WorklistPage::caseOpened, this, &Desk::openCase);
    connect(m_worklist, &WorklistPage::newReviewWanted, m_case, &CasePlace::startReview);
    connect(m_worklist, &WorklistPage::printWanted, this, &Desk::releaseLetters);
    connect(m_case, &CasePlace::opened, this, &Desk::showCase);
    connect(m_case, &CasePlace::left, this, &Desk::showHome);
    connect(m_case, &CasePlace::captionChanged, this, &Desk::captionChanged);
    connect(m_case, &CasePlace::requestsGiven, this, &Desk::offerRequests);
    connect(m_case, &CasePlace::notStarted, m_worklist, &WorklistPage::showError);
    connect(m_case, &CasePlace::failed, this, [this](const Error &error) {
        showHome();
        showError(error);
    });
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
    m_unsaved->look();
}

QWidget *Desk::makeNews()
{
    auto *frame = new QWidget(m_front);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(24, 16, 24, 0);
    auto *notice = new Notice;
    column->addWidget(notice);
    notice->showMessage(Tone::Accent, tr("ReviewDesk is now version %1.").arg(QCoreApplication::applicationVersion()),
        tr("W&hat's new"));
    connect(notice, &Notice::actionTriggered, frame, &QWidget::deleteLater);
    connect(notice, &Notice::actionTriggered, this, &Desk::newsWanted);
    return frame;
}

DepartmentPage *Desk::department()
{
    if (m_department)
        return m_department;
    m_department = new DepartmentPage(m_workshop, m_clock, m_places->parentWidget());
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

bool Desk::goToWorklist()
{
    if (casePage() && !mayLeave())
        return false;
    if (casePage() || m_home != m_front)
        showWorklist();
    if (m_bar->isDepartment())
        goToPlace(false);
    return true;
}

void Desk::openSecondReview(const QString &sampleId, int position)
{
    m_case->openSecondReview(sampleId, position);
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
    connect(account, &AccountMenu::leaveWanted, this, &Desk::leaveWanted);
    connect(account, &AccountMenu::helpWanted, this, &Desk::helpWanted);
    connect(account, &AccountMenu::guideWanted, this, &Desk::guideWanted);
    connect(account, &AccountMenu::newsWanted, this, &Desk::newsWanted);
    connect(account, &AccountMenu::tourWanted, this, &Desk::tourWanted);
    connect(account, &AccountMenu::accountWanted, this, &Desk::accountWanted);
    connect(account, &AccountMenu::settingsWanted, this, &Desk::openSettings);
    return account;
}

void Desk::openSettings()
{
    if (m_settings)
        return;
    m_settings = new SettingsDialog(m_workshop, m_appearance, !m_practice.isEmpty(), m_incoming, this);
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
    if (casePage())
        return m_case->helpTopic();
    if (m_home == m_reports)
        return QStringLiteral("reports");
    if (m_home == m_intake)
        return QStringLiteral("incoming");
    if (m_bar->isDepartment())
        return m_department ? m_department->helpTopic() : QStringLiteral("department");
    return QStringLiteral("worklist");
}

void Desk::openCase(const QString &caseId)
{
    m_case->open(caseId, CasePlace::Wish::ByStatus);
}

/// Also where the case may not be changed any more: what was typed can be read there.
void Desk::openUnsaved(const QString &caseId)
{
    m_case->open(caseId, CasePlace::Wish::Review);
}

void Desk::openLetter(const QString &caseId)
{
    m_case->open(caseId, CasePlace::Wish::Letter);
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

void Desk::showReports()
{
    if (!m_reports) {
        m_reports = new ReportsPage(m_workshop, m_clock, this);
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

void Desk::showCase(const StoredCase &stored)
{
    QWidget *page = m_case->page();
    QWidget *wanted = page->focusWidget(); // what the page chose itself; it is forgotten on the way into the stack
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    if (auto *header = page->findChild<CaseHeader *>())
        header->setCorner(makeCorner(stored));
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
    m_case->close();
    m_stack->setCurrentWidget(m_home);
    if (m_home != m_front)
        return;
    m_worklist->refresh();
    m_unsaved->look();
    if (m_department && m_places->currentWidget() == m_department) {
        m_department->refresh();
        m_department->setFocus(Qt::OtherFocusReason);
    }
}

void Desk::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_case->escape())
        return;
    if (!casePage() && m_reports && m_home == m_reports) {
        if (!m_reports->goBack())
            showWorklist();
    } else if (!casePage() && m_home == m_intake) {
        showWorklist();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Desk::focusSearch()
{
    m_worklist->focusSearch();
}

void Desk::lookAgain()
{
    if (!casePage())
        m_worklist->refresh();
    m_case->resume();
}

void Desk::openAsAt(const Workplace &before)
{
    const Desk &desk = static_cast<const Desk &>(before); // nothing else works at a window
    if (desk.secondReview())
        openSecondReview(desk.secondReview()->sampleId, desk.secondReview()->position);
    else if (!desk.caseId().isEmpty())
        openCase(desk.caseId());
    if (desk.settings())
        openSettings(); // where it was chosen
}

void Desk::gatherTour(std::function<void(const QList<TourStop> &)> ready)
{
    gatherPracticeTour(*this, m_workshop, std::move(ready));
}

bool Desk::mayLeave()
{
    if (m_reports)
        m_reports->stop(); // it reads with a key of its own
    return m_case->mayLeave();
}

bool Desk::flush()
{
    if (m_reports)
        m_reports->stop();
    return m_case->flush();
}

MakeWorkplace deskMaker(std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead)
{
    return [composer = std::move(composer), letterhead](Workshop &workshop, const QList<UserAccount> &practice,
               Appearance &appearance, const Clock &clock, QWidget *parent) {
        return new Desk(workshop, composer, letterhead, practice, appearance, clock, parent);
    };
}

} // namespace reviewdesk
