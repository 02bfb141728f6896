// What becomes of the letter on the screen: issued, corrected, printed, saved.
#include "cases/ReplyTime.h"
#include "store/RulesChanged.h"
#include "ui/letter/CaseLetters.h"
#include "ui/letter/CorrectionDialog.h"
#include "ui/letter/LetterAside.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/LetterOutput.h"
#include "ui/letter/LetterPage.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Notice.h"

#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace reviewdesk {

void LetterPage::askForCorrection()
{
    if (m_corrected) {
        m_corrected.reset();
        compose();
        return;
    }
    if (!m_issued)
        return;
    auto *dialog = new CorrectionDialog(this); // not waited for: the lock keeps what is typed
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CorrectionDialog::wanted, this, [this, dialog, id = m_issued->id] {
        if (correct(id, dialog->reason()))
            dialog->accept();
        else
            dialog->refuse(tr("The letter that was to be corrected holds no more: another took its place, or the case went "
                              "on. Your words are still here: copy what you need, then cancel."));
    });
    dialog->open();
}

void LetterPage::beginCorrection(const QString &reason)
{
    if (m_issued && m_earlierId.isEmpty())
        correct(m_issued->id, reason);
}

/// Begins the correction of a letter that holds, which need not be on the screen any more; false: it does not hold.
bool LetterPage::correct(const QString &letterId, const QString &reason)
{
    const auto letter = std::find_if(m_allIssued.cbegin(), m_allIssued.cend(),
        [&letterId](const IssuedLetter &issued) { return issued.id == letterId; });
    if (letter == m_allIssued.cend() || reason.trimmed().isEmpty())
        return false;
    const std::optional<LetterKind> kind = letterKindFromWord(letter->kind);
    const std::optional<Recipient> recipient = recipientFromWord(letter->recipient);
    const std::optional<IssuedLetter> inForce =
        kind && recipient ? letterInForce(m_allIssued, m_draft->stored(), *kind, *recipient) : std::nullopt;
    if (!inForce || inForce->id != letterId)
        return false;
    m_kind = *kind;
    m_recipient = *recipient;
    m_earlierId.clear();
    m_corrected = inForce;
    m_correctionReason = reason.trimmed();
    m_aside->setRecipient(m_recipient);
    m_aside->notice()->clear();
    offerChoices();
    compose();
    m_issue->setFocus();
    return true;
}

void LetterPage::issue()
{
    m_meanwhile = false;
    flush();
    if (hasUnsaved() || m_meanwhile)
        return; // why is on the screen, and a letter that nobody has read is not issued
    const bool isOfToday = today() == m_composedOn; // else the page stands here since yesterday
    if (!isOfToday || countsFromNow()) {
        compose();
        if (!m_reasons.isEmpty()) {
            m_aside->notice()->showMessage(Tone::Warn,
                tr("Time went on while this letter stood open, and it may not be issued any more: the reason is in the list."));
            return;
        }
    }
    if (!isOfToday) {
        m_aside->notice()->showMessage(
            Tone::Accent, tr("The letter has today’s date now, and what follows from it. Read it, then issue it."));
        return;
    }
    IssuedLetter letter;
    static_cast<FrozenLetter &>(letter) = m_letter.frozen();
    letter.caseId = m_draft->stored().id;
    letter.caseVersion = m_draft->stored().rowVersion;
    letter.policyDigest = m_rulebook->policy.digest;
    if (m_corrected) {
        letter.supersedes = m_corrected->id;
        letter.correctionReason = m_correctionReason;
    }
    m_issue->setEnabled(false);
    const auto rules = std::make_shared<std::shared_ptr<const Rulebook>>(); // that hold after it
    m_workshop.run(
        this,
        [letter, rules, composedBy = m_now](Workspace &workspace) -> Result<IssuedLetter> {
            const bool same = workspace.sharedRulebook() == composedBy;
            Result<IssuedLetter> answer = same ? workspace.issueLetter(letter) : Result<IssuedLetter>(rulesChanged());
            *rules = workspace.sharedRulebook();
            return answer;
        },
        [this, rules](const Result<IssuedLetter> &answer) {
            if (*rules && *rules != m_now) {
                takeRules(*rules);
                m_header->setCase(m_draft->stored(), m_view);
                compose();
            }
            answerIssued(answer);
        });
}

/// The first letter that asks gives its hours from its issue, and a notice of more time must come before the time runs out.
bool LetterPage::countsFromNow() const
{
    const ClockEvents &clock = m_draft->stored().clock;
    return m_kind == LetterKind::ExtensionNotice ||
        (m_kind == LetterKind::InformationRequest && clock.isWaiting() && !clock.waits.constLast().noticedAt.isValid());
}

bool LetterPage::tellsHours() const
{
    const ReviewCase &content = m_draft->stored().reviewCase;
    if (content.determination.replyBy.isValid())
        return false;
    const ReplyTerms terms = replyTerms(m_letterhead.values, content.request.lineOfBusiness);
    return replyTime(content.request, m_written.due, terms, m_clock.now(), today(), m_rulebook->zone).until.isValid();
}

QDate LetterPage::today() const
{
    return m_clock.now().toTimeZone(m_rulebook->zone).date();
}

void LetterPage::answerIssued(const Result<IssuedLetter> &answer)
{
    if (!answer) {
        m_aside->notice()->showError(answer.error());
        if (answer.error().code == QLatin1String("older_program")) {
            m_draft->setOnlyRead(answer.error());
            takeOnlyRead();
            return;
        }
        showState();
        if (answer.error().code == QLatin1String("stale"))
            m_draft->look();
        return;
    }
    m_corrected.reset();
    m_allIssued.append(*answer);
    offerChoices();
    compose();
    m_aside->notice()->showMessage(Tone::Ok, tr("Issued. Print it or save it as PDF."));
    m_print->setFocus();
    takeClock();
    Q_EMIT issued();
}

/// The letter may be what a wait or more time was waiting for: the header then shows another day.
void LetterPage::takeClock()
{
    m_workshop.run(
        this, [id = m_draft->stored().id](Workspace &workspace) { return workspace.loadCase(id); },
        [this](const Result<StoredCase> &kept) {
            if (!kept || kept->round != m_draft->stored().round || kept->clock == m_draft->stored().clock)
                return;
            m_draft->setClock(kept->clock);
            m_view = viewOf(m_draft->stored().reviewCase, *m_rulebook, kept->clock);
            m_header->setCase(m_draft->stored(), m_view);
        });
}

/// While the dialog is open another letter may come onto the screen: what goes out, and is counted, is the one that was there.
void LetterPage::output(bool toPrinter)
{
    flush(); // what others kept comes with it: now, and not under the dialog
    if (!m_issued)
        return;
    const QString id = m_issued->id;
    const ComposedLetter letter = m_letter;
    const QPointer<LetterPage> self(this);
    const QPointer<Workshop> workshop(&m_workshop);
    const Result<bool> done = toPrinter ? printLetter(letter, mark(), window()) : saveLetter(letter, mark(), window());
    if (!self) { // what went out is counted, whatever is on the screen by now
        if (workshop && done && *done)
            workshop->run([id](Workspace &workspace) { return workspace.recordPrint(id); });
        return;
    }
    if (!done) {
        m_aside->notice()->showError(done.error());
        return;
    }
    if (!*done)
        return;
    m_aside->notice()->showMessage(Tone::Ok, toPrinter ? tr("Sent to the printer.") : tr("The letter is written."));
    countPrint(id);
}

void LetterPage::countPrint(const QString &letterId)
{
    m_workshop.run(
        this, [letterId](Workspace &workspace) { return workspace.recordPrint(letterId); },
        [this](const Result<void> &answer) {
            if (!answer) {
                m_aside->notice()->showError(answer.error());
                return;
            }
            askIssued();
        });
}

} // namespace reviewdesk
