#include "ui/review/ReviewPage.h"

#include "ui/documents/RecordDesk.h"
#include "ui/history/HistorySheet.h"
#include "ui/policy/PolicySheet.h"
#include "ui/review/CriteriaPanel.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/MoreTime.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/PolicyText.h"
#include "ui/review/PresenceBar.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/StepList.h"
#include "ui/review/UndoButtons.h"
#include "ui/review/VersionNotice.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace reviewdesk {

ReviewPage::ReviewPage(Workshop &workshop, StoredCase stored, const Clock &clock, QWidget *parent,
    const std::optional<SecondReview> &second, Begin begins)
    : QWidget(parent), m_session(workshop, std::move(stored), clock, nullptr, second), m_links(m_session.policy()),
      m_desk(std::make_unique<RecordDesk>(m_session, this)),
      m_header(new CaseHeader(m_session.rulebook().zone, clock, this)),
      m_presence(new PresenceBar(m_session, clock, this)), m_notice(new Notice(this)),
      m_steps(new StepList(m_session, this)), m_stack(new QStackedWidget(this)), m_aside(new QVBoxLayout),
      m_panel(new CriteriaPanel(m_session, m_links, this)), m_scans(new Notice(this)),
      m_order(orderOf(m_session.policy()))
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_steps);
    middle->addWidget(m_stack, 1);
    m_aside->setSpacing(0);
    m_aside->addWidget(m_panel, 1);
    middle->addLayout(m_aside);
    setAcceptDrops(m_desk->mayAttach());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_presence);
    layout->addWidget(new VersionNotice(m_session, this));
    layout->addWidget(m_notice);
    layout->addWidget(m_scans);
    layout->addLayout(middle, 1);
    layout->addWidget(makeFooter());
    fitColumns();
    if (second)
        m_header->setRemark(tr("Second review, blind"), Tone::Accent);
    makeShortcuts();
    connectSession();
    connectRecord();
    if (begins == Begin::Now)
        begin();
}

void ReviewPage::begin()
{
    const QString left = m_session.stored().page;
    if (m_order.contains(left) && left != requestStep)
        m_session.setLeft(requestStep);
    goTo(m_order.contains(left) ? left : requestStep);
    refresh();
    showSaving();
}

ReviewPage::~ReviewPage()
{
    delete m_policyText;
    delete m_presence;
    // They read the session, also while the focus leaves them; it goes before children of a widget do.
    delete m_stack;
    delete m_panel;
    delete m_steps;
    m_desk.reset();
}

QWidget *ReviewPage::makeFooter()
{
    auto *footer = new QFrame(this);
    setPanel(footer, "footer");
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(12);
    m_back = makeButton(tr("‹ &Back"), ButtonKind::Secondary);
    m_close = makeButton(tr("&Close"), ButtonKind::Secondary);
    m_next = makeButton(tr("&Next ›"), ButtonKind::Primary);
    m_back->setAccessibleName(tr("Back"));
    m_next->setAccessibleName(tr("Next"));
    m_hint = makeLabel(
        tr("Alt+1 … %1 steps  ·  Y N D answer  ·  C criterion  ·  P policy  ·  F8 record").arg(m_order.size()), TextRole::Quiet);
    m_hint->setWordWrap(false);
    row->addWidget(m_back);
    if (!m_session.secondReview()) { // what was said would tell what was found
        auto *remarks = makeButton(tr("Re&marks…"), ButtonKind::Secondary);
        connect(remarks, &QPushButton::clicked, this, &ReviewPage::openNotes);
        row->addWidget(remarks);
        auto *history = makeButton(tr("Histor&y…"), ButtonKind::Secondary);
        history->setToolTip(tr("What was done to the case: when, by whom, each change with its before and after"));
        connect(history, &QPushButton::clicked, this, &ReviewPage::openHistory);
        row->addWidget(history);
    }
    auto *record = makeButton(tr("Recor&d"), ButtonKind::Secondary);
    record->setToolTip(tr("The documents beside the questions (F8)"));
    connect(record, &QPushButton::clicked, this, [this] { showRecord(!isRecordShown()); });
    row->addWidget(record);
    row->addWidget(m_hint);
    row->addStretch(1);
    row->addWidget(new UndoButtons(m_session, this));
    row->addWidget(m_close);
    row->addWidget(m_next);
    if (m_session.secondReview()) {
        m_finish = makeButton(tr("&Finish the second review"), ButtonKind::Primary);
        row->addWidget(m_finish);
        connect(m_finish, &QPushButton::clicked, this, &ReviewPage::finishSecondReview);
    }
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_close, &QPushButton::clicked, this, &ReviewPage::close);
    return footer;
}

void ReviewPage::makeShortcuts()
{
    for (qsizetype index = 0; index < qMin(m_order.size(), qsizetype{9}); ++index) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, index] { goTo(m_order.at(index)); });
    }
}

void ReviewPage::connectSession()
{
    connect(m_steps, &StepList::stepWanted, this, &ReviewPage::goTo);
    connect(m_panel, &CriteriaPanel::questionWanted, this, &ReviewPage::goToQuestion);
    connect(m_panel, &CriteriaPanel::policyTextWanted, this, [this](int criterion) {
        if (criterion >= 0)
            policyText()->showCriterion(criterion);
        else
            policyText()->showWhole();
    });
    m_header->setExtension([this] { return moreTimeFor(m_session); });
    connect(m_header, &CaseHeader::extensionWanted, this,
        [this](const QString &reason) { m_session.perform(Action::Extend, reason); });
    connect(&m_session, &ReviewSession::viewChanged, this, &ReviewPage::refresh);
    connect(&m_session, &ReviewSession::unsavedRestored, this, [this](const QDateTime &at) {
        m_news = tr("What you typed here (%1) could not be saved then. It is on the screen again.")
                     .arg(savedWords(at, m_session.now(), m_session.rulebook().zone));
        showNotice();
    });
    connect(&m_session, &ReviewSession::typedRestored, this, [this] {
        areaOf(requestStep); // its pages know what cannot be read, and that it stands in the way
        areaOf(recommendationStep);
    });
    connect(&m_session, &ReviewSession::savingChanged, this, &ReviewPage::showSaving);
    connect(&m_session, &ReviewSession::saved, this, &ReviewPage::showSaving);
    connect(&m_session, &ReviewSession::acted, this, &ReviewPage::onActed);
    connect(&m_session, &ReviewSession::refused, this, [this](const Error &error) {
        if (error.code == QLatin1String("rules_changed"))
            m_policyNews = error.message;
        if (m_session.saving() != ReviewSession::Saving::Saved || error.code == QLatin1String("stale") ||
            !m_policyNews.isEmpty() || (m_recommendation && m_recommendation->isVisible())) {
            showNotice();
            return; // that is said already
        }
        m_news = error.message;
        showNotice();
    });
    connect(&m_session, &ReviewSession::undone, this, &ReviewPage::showChange);
    connect(&m_session, &ReviewSession::keptIsNewer, this, &ReviewPage::sayChanged);
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        if (m_session.saving() == ReviewSession::Saving::Stale) {
            offerMerge();
        } else if (m_session.saving() == ReviewSession::Saving::Failed) {
            m_session.saveNow();
        } else if (!m_policyNews.isEmpty()) {
            Q_EMIT reopenWanted(m_session.stored().id);
        } else {
            m_news.clear();
            showNotice();
        }
    });
}

NotesSheet *ReviewPage::openNotes()
{
    flush(); // a new case has its number from then on
    auto *sheet = new NotesSheet(m_session.workshop(), m_session.stored(), m_session.clock(), window());
    sheet->open();
    return sheet;
}

HistorySheet *ReviewPage::openHistory()
{
    flush();
    auto *sheet = new HistorySheet(m_session.workshop(), m_session.stored(), window());
    sheet->open();
    return sheet;
}

PolicyText *ReviewPage::policyText()
{
    if (!m_policyText) {
        m_policyText = new PolicyText(m_session.policy(), m_links, this);
        connect(m_policyText, &PolicyText::wholeWanted, this,
            [this] { (new PolicySheet(m_session.rulebook(), m_policyText))->open(); });
    }
    return m_policyText;
}

void ReviewPage::refresh()
{
    m_header->setCase(m_session.stored(), m_session.view());
    const bool editable = m_session.editable();
    if (m_request)
        m_request->setEnabled(editable);
    showNotice();
}

/// Leads to the entry that an undo changed.
void ReviewPage::showChange(const QString &field)
{
    const QString factId = field.section(QLatin1Char('/'), 2, 2);
    if (field.startsWith(QLatin1String("/facts/")) || field.startsWith(QLatin1String("/evidence/"))) {
        goToQuestion(m_session.policy().factIndex(factId));
    } else if (field.startsWith(QLatin1String("/documents"))) {
        goTo(documentsStep);
    } else if (field.startsWith(QLatin1String("/determination")) || field == QLatin1String("/nurse_note")) {
        goTo(recommendationStep);
    } else if (field.startsWith(QLatin1String("/recorded/"))) {
        for (const RecordedItem &item : m_session.policy().recorded) {
            if (item.id == factId)
                goTo(item.section);
        }
    } else if (!field.isEmpty()) {
        goTo(requestStep);
        m_request->showField(field);
    }
}

void ReviewPage::showSaving()
{
    switch (m_session.saving()) {
    case ReviewSession::Saving::Saved:
        m_header->setSaved(m_session.savedAt());
        break;
    case ReviewSession::Saving::Waiting:
    case ReviewSession::Saving::UnderWay:
        m_header->setSaveState(tr("Saving…"));
        break;
    case ReviewSession::Saving::Failed:
    case ReviewSession::Saving::Stale:
        m_header->setSaveState(tr("Not saved"), true);
        break;
    }
    refresh();
    const bool saved = m_session.saving() == ReviewSession::Saving::Saved;
    Q_EMIT savedAt(saved ? m_session.savedAt() : QDateTime());
}

bool ReviewPage::offerMerge()
{
    if (m_session.saving() != ReviewSession::Saving::Stale)
        return false;
    if (!m_session.keptMeanwhile()) {
        m_session.look(); // it could not be read; keptIsNewer() when it can
        return false;
    }
    (new MergeDialog(m_session, this))->open();
    return true;
}

/// Somebody else saved the case. Where nothing of this draft is at stake the page goes on with it, and says so.
void ReviewPage::sayChanged(const KeptMeanwhile &kept)
{
    if (m_session.saving() == ReviewSession::Saving::Stale) {
        showNotice();
        return;
    }
    if (m_session.stored().rowVersion < kept.stored.rowVersion)
        m_session.followKept(kept);
    m_news = tr("%1 You see the case as it is kept now.").arg(changeInWords(kept, m_session.rulebook()));
    showNotice();
}

void ReviewPage::showNotice()
{
    QString why;
    if (m_finish)
        m_finish->setEnabled(!m_finishing && !m_session.isEnded());
    if (m_session.isEnded() && m_session.saving() == ReviewSession::Saving::Failed) {
        m_notice->showMessage(Tone::Danger,
            tr("This second review was finished in another window. What you changed here since then is not kept; the "
               "finished one was not touched."));
    } else if (m_session.isEnded()) {
        m_notice->showMessage(Tone::Neutral, tr("This second review was finished in another window."));
    } else if (m_session.saving() == ReviewSession::Saving::Failed) {
        m_notice->showMessage(Tone::Danger,
            m_session.isAside() ? tr("Not saved yet: %1").arg(m_session.saveError().message)
                                : tr("Not saved: %1 Everything you typed is still here.").arg(m_session.saveError().message),
            tr("Try again"));
    } else if (m_session.saving() == ReviewSession::Saving::Stale) {
        const KeptMeanwhile *kept = m_session.keptMeanwhile();
        m_notice->showMessage(Tone::Danger,
            m_session.secondReview()
                ? tr("This second review was saved in another window while you were working on it. Your last changes are "
                     "not saved yet, and nothing was overwritten.")
                : tr("%1 saved this case while you were working on it. Your last changes are not saved yet, and nothing "
                     "was overwritten.")
                      .arg(kept ? kept->last.by : tr("Somebody else")),
            kept                               ? tr("Compare and c&hoose…")
                : m_session.stored().onlyRead ? QString() // it would be refused each time
                                              : tr("Try again"));
    } else if (!m_policyNews.isEmpty()) {
        m_notice->showMessage(Tone::Warn, m_policyNews, tr("Show it as it is now"));
    } else if (!m_news.isEmpty()) {
        m_notice->showMessage(Tone::Accent, m_news, tr("&OK"));
    } else if (!m_session.isDeciding() && !m_session.editable(&why) && !m_session.stored().onlyRead) { // said by VersionNotice
        m_notice->showMessage(Tone::Neutral, tr("For reading only: %1").arg(why));
    } else {
        m_notice->clear();
    }
}

void ReviewPage::flush()
{
    m_session.flush();
}

void ReviewPage::close()
{
    m_session.flush();
    if (!hasUnsaved())
        Q_EMIT closed();
    else
        offerMerge();
}

/// From then on it is compared, and never changed.
void ReviewPage::finishSecondReview()
{
    flush();
    if (hasUnsaved() || m_session.isEnded())
        return;
    m_finishing = true;
    m_finish->setEnabled(false);
    m_session.workshop().run(
        this,
        [second = *m_session.secondReview(), version = m_session.stored().rowVersion](Workspace &workspace) {
            return workspace.finishSecondReview(second.sampleId, second.position, version);
        },
        [this](const Result<void> &done) {
            m_finishing = false;
            m_finish->setEnabled(true);
            if (done) {
                Q_EMIT closed();
                return;
            }
            m_notice->showError(done.error());
            m_session.heed(done.error());
        });
}

void ReviewPage::onActed(Action action)
{
    if (action == Action::Approve || action == Action::Pend || action == Action::Extend || action == Action::Withdraw)
        Q_EMIT letterWanted(m_session.stored().id); // each has one
    else if (action == Action::Refer)
        Q_EMIT closed();
}

} // namespace reviewdesk
