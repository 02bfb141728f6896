#include "ui/letter/LetterPage.h"

#include "cases/DateWords.h"
#include "cases/PackVersions.h"
#include "ui/letter/CaseLetters.h"
#include "ui/letter/ChecklistView.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/LetterPreview.h"
#include "ui/letter/ReasonList.h"
#include "ui/letter/ReasonTarget.h"
#include "ui/review/PresenceBar.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

std::shared_ptr<const Rulebook> rulesOf(const StoredCase &stored, const std::shared_ptr<const Rulebook> &now)
{
    const Result<std::shared_ptr<const Rulebook>> own = rulebookOfRound(stored.reviewCase, stored.status, now);
    return own ? *own : now;
}

/// As it is going to be kept with the first word that is written, so that this is nobody else's change.
StoredCase asKept(StoredCase stored, const Policy &policy)
{
    if (isOpen(stored.status) && !stored.onlyRead)
        takeUp(stored.reviewCase, policy);
    return stored;
}

} // namespace

LetterPage::LetterPage(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
    StoredCase stored, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_now(workshop.sharedRulebook()), m_rulebook(rulesOf(stored, m_now)), m_composer(std::move(composer)),
      m_letterhead(std::move(letterhead)), m_draft(new LetterDraft(workshop, asKept(std::move(stored), m_rulebook->policy))),
      m_actor(workshop.user().person()), m_clock(clock),
      m_view(viewOf(m_draft->stored().reviewCase, *m_rulebook, m_draft->stored().clock)),
      m_kind(letterKinds(m_draft->stored(), {}, m_view.evaluation, m_rulebook->policy).constFirst()),
      m_header(new CaseHeader(m_rulebook->zone, clock)), m_aside(new LetterAside(m_draft)),
      m_preview(new LetterPreview), m_issue(makeButton(tr("&Issue letter"), ButtonKind::Primary)),
      m_correct(makeButton(tr("Issue a c&orrection…"), ButtonKind::Secondary)),
      m_print(makeButton(tr("P&rint…"), ButtonKind::Secondary)),
      m_save(makeButton(tr("Save PD&F…"), ButtonKind::Secondary)), m_busy(nullptr)
{
    takeRules(m_now);
    m_header->setCase(m_draft->stored(), m_view);
    m_header->setSaved(m_draft->stored().savedAt);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_preview, 1);
    middle->addWidget(m_aside);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(new PresenceBar(workshop, clock, [this] { return m_draft->stored().id; }, this));
    column->addLayout(middle, 1);
    column->addWidget(buildFooter());
    m_busy = new BusyOverlay(m_preview);
    connect(m_preview, &LetterPreview::rendered, m_busy, &BusyOverlay::stop);
    connect(m_aside->checklist(), &ChecklistView::placeWanted, m_preview, &LetterPreview::showPlace);
    connect(m_aside->reasons(), &ReasonList::placeWanted, this, &LetterPage::goTo);
    connect(m_aside, &LetterAside::recipientWanted, this, &LetterPage::showRecipient);
    connect(m_aside, &LetterAside::choiceWanted, this, &LetterPage::showChoice);
    connect(m_aside, &LetterAside::largePrintChanged, this, &LetterPage::compose);
    connectDraft();
    makeShortcuts();
    m_preview->setFocus(); // it is read first, and scrolls
    offerChoices();
    compose();
    askIssued();
}

void LetterPage::takeRules(const std::shared_ptr<const Rulebook> &now)
{
    const StoredCase &stored = m_draft->stored();
    const Result<std::shared_ptr<const Rulebook>> own = rulebookOfRound(stored.reviewCase, stored.status, now);
    m_now = now;
    m_rulebook = own ? *own : now;
    m_otherPack = own || stored.onlyRead ? stored.onlyRead : std::optional(own.error());
    m_view = viewOf(stored.reviewCase, *m_rulebook, stored.clock);
}

void LetterPage::connectDraft()
{
    connect(m_draft, &LetterDraft::edited, this, [this] { m_header->setSaveState(tr("Saving…")); });
    connect(m_draft, &LetterDraft::changed, this, &LetterPage::compose);
    connect(m_draft, &LetterDraft::saved, this, [this](const QDateTime &at) {
        m_header->setSaved(at);
        if (std::exchange(m_notSaved, false))
            m_aside->notice()->clear();
        Q_EMIT savedAt(at);
    });
    connect(m_draft, &LetterDraft::notSaved, this, [this](const Error &error) {
        m_notSaved = true;
        m_header->setSaveState(tr("Not saved"), true);
        m_aside->notice()->showError(error);
        if (m_draft->stored().onlyRead)
            takeOnlyRead();
        Q_EMIT savedAt({});
    });
    connect(m_draft, &LetterDraft::broughtTogether, this, &LetterPage::takeMeanwhile);
}

/// A newer program took the case up while the letter stood open: no letter of it is written here any more.
void LetterPage::takeOnlyRead()
{
    takeRules(m_now);
    compose();
}

/// Somebody else kept the case while words were written here: the letter says what is kept now.
void LetterPage::takeMeanwhile()
{
    if (m_draft->stored().onlyRead) {
        m_meanwhile = true;
        m_aside->notice()->showError(*m_draft->stored().onlyRead);
        takeOnlyRead();
        return;
    }
    takeRules(m_now);
    m_header->setCase(m_draft->stored(), m_view);
    const QList<LetterKind> kinds = letterKinds(m_draft->stored(), m_allIssued, m_view.evaluation, m_rulebook->policy);
    if (!kinds.contains(m_kind))
        m_kind = kinds.constFirst();
    m_notSaved = false;
    m_meanwhile = true;
    m_aside->notice()->showMessage(Tone::Accent,
        tr("Somebody else saved this case meanwhile. The letter shows it as it is kept now, with your words."));
    offerChoices();
    compose();
}

void LetterPage::makeShortcuts()
{
    const struct {
        QKeySequence::StandardKey key;
        QPushButton *button;
    } outputs[]{{QKeySequence::Print, m_print}, {QKeySequence::Save, m_save}};
    for (const auto &[key, button] : outputs) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        button->setToolTip(shortcut->key().toString(QKeySequence::NativeText));
        connect(shortcut, &QShortcut::activated, this, [this, button = button] {
            if (m_issued)
                button->click();
            else
                m_aside->notice()->showMessage(
                    Tone::Warn, tr("The letter is a draft. Issue it first, then print or save it."));
        });
    }
}

QWidget *LetterPage::buildFooter()
{
    auto *footer = new QFrame;
    setPanel(footer, "footer");
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(12);
    auto *back = makeButton(tr("&Back"), ButtonKind::Secondary);
    setLeadingIcon(back, QStringLiteral("back"));
    auto *backKey = new QShortcut(QKeySequence(Qt::Key_Escape), back); // beside its underlined letter
    connect(backKey, &QShortcut::activated, back, &QPushButton::click);
    setLeadingIcon(m_save, QStringLiteral("pdf"));
    row->addWidget(back);
    row->addStretch();
    for (QPushButton *button : {m_correct, m_save, m_print, m_issue})
        row->addWidget(button);
    connect(back, &QPushButton::clicked, this, [this] {
        flush();
        Q_EMIT closed(); // who listens asks what is to become of words that could not be saved
    });
    connect(m_issue, &QPushButton::clicked, this, &LetterPage::issue);
    connect(m_correct, &QPushButton::clicked, this, &LetterPage::askForCorrection);
    connect(m_print, &QPushButton::clicked, this, [this] { output(true); });
    connect(m_save, &QPushButton::clicked, this, [this] { output(false); });
    return footer;
}

void LetterPage::askIssued()
{
    m_workshop.run(
        this, [stored = m_draft->stored()](Workspace &workspace) { return keptLetters(workspace, stored); },
        [this, first = m_allIssued.isEmpty()](const Result<KeptLetters> &kept) {
            if (!kept) {
                m_aside->notice()->showError(kept.error());
                return;
            }
            m_allIssued = kept->letters;
            m_appeal = kept->appeal;
            if (first)
                m_kind = letterKinds(m_draft->stored(), m_allIssued, m_view.evaluation, m_rulebook->policy).constFirst();
            offerChoices();
            compose();
        });
}

void LetterPage::offerChoices()
{
    m_choices = letterChoices(letterKinds(m_draft->stored(), m_allIssued, m_view.evaluation, m_rulebook->policy),
        m_allIssued, m_draft->stored(), m_recipient, m_rulebook->zone);
    const auto current = std::find_if(m_choices.cbegin(), m_choices.cend(), [this](const LetterChoice &choice) {
        return choice.kind == m_kind && choice.earlierId == m_earlierId;
    });
    m_aside->setChoices(m_choices, static_cast<int>(current - m_choices.cbegin()));
    m_aside->setTitle(tr("Letter: %1").arg(label(m_kind)));
}

void LetterPage::showChoice(int choice)
{
    m_kind = m_choices.at(choice).kind;
    m_earlierId = m_choices.at(choice).earlierId;
    m_corrected.reset();
    m_aside->notice()->clear();
    offerChoices();
    compose();
}

void LetterPage::showRecipient(Recipient recipient)
{
    m_recipient = recipient;
    m_earlierId.clear();
    m_corrected.reset();
    m_aside->setRecipient(recipient);
    m_aside->notice()->clear();
    offerChoices();
    compose();
}

LetterRequest LetterPage::request() const
{
    m_written = viewOf(m_draft->stored().reviewCase, *m_rulebook, asIfAsked(m_draft->stored().clock, m_clock.now()));
    LetterRequest request{m_draft->stored().reviewCase, m_written, m_kind, m_recipient, m_letterhead, m_clock.now(),
        m_aside->isLargePrint()};
    const bool isAppeal = m_draft->stored().roundKind == RoundKind::Appeal;
    request.appeal = isAppeal ? m_appeal.value_or(AppealedDenial()) : std::optional<AppealedDenial>();
    if (m_corrected) {
        IssuedLetter next;
        next.supersedes = m_corrected->id;
        next.correctionReason = m_correctionReason;
        request.correction = correctionOf(m_allIssued, next);
    }
    return request;
}

void LetterPage::takeIssued()
{
    m_issued.reset();
    if (m_corrected)
        return;
    if (m_earlierId.isEmpty()) {
        m_issued = letterInForce(m_allIssued, m_draft->stored(), m_kind, m_recipient);
        return;
    }
    for (const IssuedLetter &letter : std::as_const(m_allIssued)) {
        if (letter.id == m_earlierId)
            m_issued = letter;
    }
}

void LetterPage::compose()
{
    takeIssued();
    m_composedOn = today();
    LetterComposer::Composition composition = m_composer->compose(request(), *m_rulebook);
    if (m_issued) {
        m_letter = ComposedLetter::thawed(*m_issued, m_issued->caseNumber);
        if (m_letter.checklist.isEmpty()) // issued before it was kept
            m_letter.checklist = composition.letter.checklist;
    } else {
        m_letter = m_otherPack ? ComposedLetter() : std::move(composition.letter); // not in another version's words
    }
    m_reasons = m_issued ? QList<Error>() : m_otherPack ? QList<Error>{*m_otherPack} : composition.reasons;
    m_aside->setLargePrintEnabled(!m_issued); // it is issued in the type that it has
    m_draft->setDrafted(m_composer->draftedReason(m_draft->stored().reviewCase, m_view, m_rulebook->policy, m_kind));
    showLanguage();
    m_aside->setChecklist(m_letter.checklist);
    m_busy->start(tr("Setting the pages…"));
    m_preview->showLetter(m_letter, mark());
    showState();
}

/// What the member's language does to the letter, and what the letter puts beside abbreviations.
void LetterPage::showLanguage()
{
    const ReviewCase &reviewCase = m_draft->stored().reviewCase;
    const QString language = m_composer->languageFor(reviewCase, Recipient::Member, m_rulebook->policy);
    m_aside->setLanguageNote(languageNote(m_letter, reviewCase.member));
    m_draft->setDraftedTranslation(
        language == u"en" ? QString()
                          : m_composer->draftedReason(reviewCase, m_view, m_rulebook->policy, m_kind, language));
    const Determination &words = reviewCase.determination;
    m_draft->showUnexplained(m_composer->unexplainedAbbreviations(words.plainReason));
    m_draft->showExplained(language == u"en" ? m_composer->explanations({words.plainReason, words.rationale})
                                             : QStringList());
}

PageMark LetterPage::mark() const
{
    if (!m_issued)
        return PageMark::Draft;
    return m_earlierId.isEmpty() ? markOf(*m_issued) : PageMark::Copy; // it does not go out any more
}

QList<Error> LetterPage::reasonsOfRole() const
{
    const std::optional<Error> refused =
        issueRefusal(m_draft->stored(), m_view, m_rulebook->policy, m_kind, m_actor);
    const bool isSaid = m_draft->stored().onlyRead.has_value(); // by m_otherPack
    return m_issued || !refused || isSaid ? QList<Error>() : QList<Error>{*refused};
}

void LetterPage::goTo(const QString &place)
{
    const ReasonTarget target = reasonTarget(place, m_rulebook->policy, m_view.evaluation, m_draft->mayWrite());
    if (target.kind == ReasonTarget::PlainReason)
        m_draft->focusPlainReason();
    else if (target.kind == ReasonTarget::Rationale)
        m_draft->focusRationale();
    else if (target.kind != ReasonTarget::None)
        Q_EMIT fixWanted(m_draft->stored().id, target.step, target.fact);
}

void LetterPage::showState()
{
    const QList<Error> reasons = m_reasons + reasonsOfRole();
    m_aside->reasons()->setReasons(reasons, [this](const QString &place) {
        return reasonTarget(place, m_rulebook->policy, m_view.evaluation, m_draft->mayWrite()).kind !=
            ReasonTarget::None;
    });
    m_issue->setText(m_corrected ? tr("&Issue the correction") : tr("&Issue letter"));
    m_issue->setVisible(!m_issued);
    m_issue->setEnabled(!m_issued && reasons.isEmpty());
    m_correct->setText(m_corrected ? tr("&Keep the earlier letter") : tr("Issue a c&orrection…"));
    m_correct->setVisible(m_corrected || (m_issued && m_earlierId.isEmpty()));
    m_correct->setEnabled(
        m_corrected || (!m_otherPack && !issueRefusal(m_draft->stored(), m_view, m_rulebook->policy, m_kind, m_actor)));
    m_print->setEnabled(m_issued.has_value());
    m_save->setEnabled(m_issued.has_value());
    setKind(m_print, m_issued ? ButtonKind::Primary : ButtonKind::Secondary);
    setLeadingIcon(m_print, QStringLiteral("print"), m_issued ? ColorRole::OnAccent : ColorRole::Text);
    m_aside->setState(stateWords());
}

QString LetterPage::stateWords() const
{
    const auto on = [this](const QDateTime &at) { return dayAndClockWords(at.toTimeZone(m_rulebook->zone)); };
    if (m_corrected)
        return tr("Draft of a correction of the letter of %1. That one stays as it is.").arg(on(m_corrected->issuedAt));
    if (!m_issued && m_otherPack)
        return tr("Not issued. This program cannot write the letter.");
    if (!m_issued && m_kind == LetterKind::InformationRequest && countsFromNow() && tellsHours())
        return tr("Draft: not issued. What you see is what will print; hours in it count from the issue.");
    if (!m_issued)
        return tr("Draft: not issued. What you see is what will print.");
    const QString issued = tr("Issued %1 by %2.").arg(on(m_issued->issuedAt), m_issued->issuedBy);
    if (!m_earlierId.isEmpty())
        return issued + u' ' + tr("It is kept for the record: prints are marked COPY.");
    const QString why = m_issued->supersedes.isEmpty()
        ? QString()
        : u' ' + tr("It corrects an earlier letter: %1").arg(m_issued->correctionReason);
    return issued + u' ' +
        (m_issued->printed > 0 ? tr("It went out before: further ones are marked COPY.") : tr("Its words are frozen.")) +
        why;
}

void LetterPage::flush()
{
    m_draft->flush();
}

bool LetterPage::hasUnsaved() const
{
    return m_draft->hasUnsaved();
}

} // namespace reviewdesk
