#include "ui/letter/LetterPage.h"

#include "letter/ReasonDraft.h"
#include "ui/letter/ChecklistView.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/LetterOutput.h"
#include "ui/letter/LetterPreview.h"
#include "ui/letter/ReasonList.h"
#include "ui/letter/ReasonTarget.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

QPushButton *makeSegment(const QString &text, const char *place)
{
    auto *button = makeButton(text, ButtonKind::Secondary);
    button->setProperty("seg", QString::fromLatin1(place));
    button->setCheckable(true);
    return button;
}

/// The frozen letter as it was composed; its checklist is not kept, only its words.
ComposedLetter thawed(const IssuedLetter &issued, const ComposedLetter &fresh)
{
    ComposedLetter letter = fresh;
    letter.title = issued.title;
    letter.html = issued.html;
    letter.text = issued.text;
    letter.templateVersion = issued.templateVersion;
    letter.caseNumber = issued.caseNumber;
    letter.sample = issued.sample;
    return letter;
}

} // namespace

LetterKind LetterPage::kindOf(
    Status status, const ReviewCase &reviewCase, const Evaluation &evaluation, const Policy &policy)
{
    switch (status) {
    case Status::Approved:
        return LetterKind::Approval;
    case Status::Denied:
        return LetterKind::Denial;
    case Status::Pended:
        return reviewCase.determination.extendedTo.isValid() ? LetterKind::ExtensionNotice
                                                             : LetterKind::InformationRequest;
    case Status::Withdrawn:
        return LetterKind::Withdrawal;
    case Status::Draft:
    case Status::Submitted:
    case Status::Referred:
        break;
    }
    if (!evaluation.decided())
        return LetterKind::InformationRequest;
    return policy.outcomes.at(evaluation.outcome).effect == OutcomeEffect::Approvable ? LetterKind::Approval
                                                                                      : LetterKind::Denial;
}

LetterPage::LetterPage(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
    StoredCase stored, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_rulebook(workshop.sharedRulebook()), m_composer(std::move(composer)),
      m_letterhead(std::move(letterhead)), m_draft(new LetterDraft(workshop, std::move(stored))),
      m_role(workshop.user().role), m_clock(clock),
      m_view(viewOf(m_draft->stored().reviewCase, *m_rulebook, m_draft->stored().clock)),
      m_kind(kindOf(m_draft->stored().status, m_draft->stored().reviewCase, m_view.evaluation, m_rulebook->policy)),
      m_header(new CaseHeader(m_rulebook->zone, clock)),
      m_title(makeLabel(tr("Letter: %1").arg(label(m_kind)), TextRole::Title)), m_state(makeLabel({}, TextRole::Quiet)),
      m_member(makeSegment(tr("To the &member"), "first")), m_provider(makeSegment(tr("To the &provider"), "last")),
      m_largePrint(new QCheckBox(tr("&Large print, 18 points"))), m_notice(new Notice), m_reasonList(new ReasonList),
      m_checklist(new ChecklistView), m_preview(new LetterPreview),
      m_issue(makeButton(tr("&Issue letter"), ButtonKind::Primary)),
      m_print(makeButton(tr("P&rint…"), ButtonKind::Secondary)),
      m_pdf(makeButton(tr("Save PD&F…"), ButtonKind::Secondary)), m_busy(nullptr)
{
    m_header->setCase(m_draft->stored(), m_view);
    m_header->setSaved(m_draft->stored().savedAt);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_preview, 1);
    middle->addWidget(buildAside());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(middle, 1);
    column->addWidget(buildFooter());
    m_busy = new BusyOverlay(m_preview);
    connect(m_preview, &LetterPreview::rendered, m_busy, &BusyOverlay::stop);
    connect(m_checklist, &ChecklistView::placeWanted, m_preview, &LetterPreview::showPlace);
    connect(m_reasonList, &ReasonList::placeWanted, this, &LetterPage::goTo);
    m_draft->setDrafted(draftedReason(m_draft->stored().reviewCase, m_view, m_rulebook->policy, m_kind));
    connectDraft();
    makeShortcuts();
    m_member->setChecked(true);
    m_preview->setFocus(); // it is read first, and scrolls
    compose();
    askIssued();
}

QWidget *LetterPage::buildAside()
{
    auto *aside = new QFrame;
    setPanel(aside, "aside");
    aside->setFixedWidth(Theme::scaled(384));
    auto *frame = new QVBoxLayout(aside);
    frame->setContentsMargins(1, 0, 0, 0);
    auto *scroll = new QScrollArea; // many reasons, large text, a low window
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frame->addWidget(scroll);
    auto *content = new QWidget;
    setPanel(content, "page");
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_state);
    auto *group = new QButtonGroup(this);
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (QPushButton *button : {m_member, m_provider}) {
        group->addButton(button);
        segments->addWidget(button);
    }
    segments->addStretch();
    column->addLayout(segments);
    connect(m_member, &QPushButton::clicked, this, [this] { showRecipient(Recipient::Member); });
    connect(m_provider, &QPushButton::clicked, this, [this] { showRecipient(Recipient::Provider); });
    column->addWidget(m_largePrint);
    connect(m_largePrint, &QCheckBox::toggled, this, &LetterPage::compose);
    column->addWidget(m_notice);
    column->addSpacing(4);
    column->addWidget(m_reasonList);
    column->addWidget(m_draft);
    column->addWidget(makeLabel(tr("What the letter must say"), TextRole::Heading));
    column->addWidget(m_checklist);
    column->addStretch(1);
    connect(m_checklist, &ChecklistView::rowShown, scroll, [this, scroll, content](const QRect &row) {
        const QPoint at = m_checklist->viewport()->mapTo(content, row.center());
        scroll->ensureVisible(at.x(), at.y(), 0, row.height());
    });
    return aside;
}

void LetterPage::connectDraft()
{
    connect(m_draft, &LetterDraft::edited, this, [this] { m_header->setSaveState(tr("Saving…")); });
    connect(m_draft, &LetterDraft::changed, this, &LetterPage::compose);
    connect(m_draft, &LetterDraft::saved, this, [this](const QDateTime &at) {
        m_header->setSaved(at);
        Q_EMIT savedAt(at);
    });
    connect(m_draft, &LetterDraft::notSaved, this, [this](const Error &error) {
        m_header->setSaveState(tr("Not saved"), true);
        m_notice->showError(error);
    });
}

void LetterPage::makeShortcuts()
{
    const struct {
        QKeySequence::StandardKey key;
        QPushButton *button;
    } outputs[]{{QKeySequence::Print, m_print}, {QKeySequence::Save, m_pdf}};
    for (const auto &[key, button] : outputs) {
        auto *shortcut = new QShortcut(QKeySequence(key), this);
        button->setToolTip(shortcut->key().toString(QKeySequence::NativeText));
        connect(shortcut, &QShortcut::activated, this, [this, button = button] {
            if (m_issued)
                button->click();
            else
                m_notice->showMessage(Tone::Warn, tr("The letter is a draft. Issue it first, then print or save it."));
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
    back->setIcon(themedIcon(QStringLiteral("back")));
    back->setShortcut(QKeySequence(Qt::Key_Escape));
    m_print->setIcon(themedIcon(QStringLiteral("print")));
    m_pdf->setIcon(themedIcon(QStringLiteral("pdf")));
    row->addWidget(back);
    row->addStretch();
    row->addWidget(m_pdf);
    row->addWidget(m_print);
    row->addWidget(m_issue);
    connect(back, &QPushButton::clicked, this, [this] {
        flush();
        Q_EMIT closed();
    });
    connect(m_issue, &QPushButton::clicked, this, &LetterPage::issue);
    connect(m_print, &QPushButton::clicked, this, [this] { output(true); });
    connect(m_pdf, &QPushButton::clicked, this, [this] { output(false); });
    return footer;
}

void LetterPage::askIssued()
{
    m_workshop.run(
        this, [id = m_draft->stored().id](Workspace &workspace) { return workspace.letters(id); },
        [this](const Result<QList<IssuedLetter>> &letters) {
            if (!letters) {
                m_notice->showError(letters.error());
                return;
            }
            m_allIssued = *letters;
            compose();
        });
}

void LetterPage::showRecipient(Recipient recipient)
{
    m_recipient = recipient;
    (recipient == Recipient::Member ? m_member : m_provider)->setChecked(true);
    m_notice->clear();
    compose();
}

void LetterPage::compose()
{
    const LetterRequest request{m_draft->stored().reviewCase, m_view, m_kind, m_recipient, m_letterhead, m_clock.now(),
        m_largePrint->isChecked()};
    LetterComposer::Composition composition = m_composer->compose(request, *m_rulebook);
    m_issued.reset();
    for (const IssuedLetter &letter : std::as_const(m_allIssued)) {
        if (letter.round == m_draft->stored().round && letter.kind == toWord(m_kind) &&
            letter.recipient == toWord(m_recipient))
            m_issued = letter; // the last one counts
    }
    m_letter = m_issued ? thawed(*m_issued, composition.letter) : std::move(composition.letter);
    m_reasons = m_issued ? QList<Error>() : composition.reasons;
    m_largePrint->setEnabled(!m_issued); // it is issued in the type that it has
    m_draft->showUnexplained(
        m_composer->unexplainedAbbreviations(m_draft->stored().reviewCase.determination.plainReason));
    m_checklist->setChecklist(m_letter.checklist);
    m_busy->start(tr("Setting the pages…"));
    m_preview->showLetter(m_letter, mark());
    showState();
}

bool LetterPage::mayIssue() const
{
    return actionsFor(m_draft->stored().status, m_role).contains(Action::IssueLetter);
}

PageMark LetterPage::mark() const
{
    if (!m_issued)
        return PageMark::Draft;
    if (m_issued->printed > 0)
        return PageMark::Copy;
    return m_issued->sample ? PageMark::Sample : PageMark::None;
}

QList<Error> LetterPage::reasonsOfRole() const
{
    if (m_issued || mayIssue())
        return {};
    const Status status = m_draft->stored().status;
    QStringList who;
    for (const Transition &row : workflow()) {
        if (row.from == status && row.action == Action::IssueLetter)
            who.append(label(row.role).toLower());
    }
    const QString code = QStringLiteral("role");
    if (who.isEmpty())
        return {{code, tr("The case is %1: the letter follows the decision.").arg(label(status).toLower()),
            QStringLiteral("/determination/decision")}};
    return {{code, tr("From here a letter is issued by: %1.").arg(who.join(QStringLiteral(", "))), {}}};
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
    m_reasonList->setReasons(reasons, [this](const QString &place) {
        return reasonTarget(place, m_rulebook->policy, m_view.evaluation, m_draft->mayWrite()).kind !=
            ReasonTarget::None;
    });
    m_issue->setVisible(!m_issued);
    m_issue->setEnabled(!m_issued && reasons.isEmpty());
    m_print->setEnabled(m_issued.has_value());
    m_pdf->setEnabled(m_issued.has_value());
    setKind(m_print, m_issued ? ButtonKind::Primary : ButtonKind::Secondary);
    QString words = tr("Draft: not issued. What you see is what will print.");
    if (m_issued) {
        const QString at =
            QLocale().toString(m_issued->issuedAt.toTimeZone(m_rulebook->zone), QStringLiteral("d MMM yyyy HH:mm"));
        words = m_issued->printed > 0
            ? tr("Issued %1 by %2. It went out before: further ones are marked COPY.").arg(at, m_issued->issuedBy)
            : tr("Issued %1 by %2. Its words are frozen.").arg(at, m_issued->issuedBy);
    }
    setTextAnnounced(m_state, words);
}

void LetterPage::issue()
{
    flush();
    IssuedLetter letter;
    letter.caseId = m_draft->stored().id;
    letter.round = m_draft->stored().round;
    letter.kind = toWord(m_kind);
    letter.recipient = toWord(m_recipient);
    letter.title = m_letter.title;
    letter.html = m_letter.html;
    letter.text = m_letter.text;
    letter.templateVersion = m_letter.templateVersion;
    letter.digest = m_letter.digest();
    letter.policyId = m_rulebook->policy.id;
    letter.policyVersion = m_rulebook->policy.version;
    letter.policyDigest = m_rulebook->policy.digest;
    letter.caseNumber = m_letter.caseNumber;
    letter.sample = m_letter.sample;
    m_issue->setEnabled(false);
    m_workshop.run(
        this, [letter](Workspace &workspace) { return workspace.issueLetter(letter); },
        [this](const Result<IssuedLetter> &answer) {
            if (!answer) {
                m_notice->showError(answer.error());
                showState();
                return;
            }
            m_allIssued.append(*answer);
            compose();
            m_notice->showMessage(Tone::Ok, tr("Issued. Print it or save it as PDF."));
            m_print->setFocus();
            Q_EMIT issued();
        });
}

void LetterPage::output(bool toPrinter)
{
    if (!m_issued)
        return;
    const Result<bool> done = toPrinter ? printLetter(m_letter, mark(), this) : saveLetterPdf(m_letter, mark(), this);
    if (!done) {
        m_notice->showError(done.error());
        return;
    }
    if (!*done)
        return;
    m_notice->showMessage(Tone::Ok, toPrinter ? tr("Sent to the printer.") : tr("The PDF is written."));
    countPrint();
}

void LetterPage::countPrint()
{
    m_workshop.run(
        this, [id = m_issued->id](Workspace &workspace) { return workspace.recordPrint(id); },
        [this](const Result<void> &answer) {
            if (!answer) {
                m_notice->showError(answer.error());
                return;
            }
            askIssued();
        });
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
