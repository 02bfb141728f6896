// What becomes of the letter on the screen: issued, corrected, printed, saved.
#include "ui/letter/CorrectionDialog.h"
#include "ui/letter/LetterAside.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/LetterOutput.h"
#include "ui/letter/LetterPage.h"
#include "ui/widgets/Notice.h"

#include <QPushButton>

namespace reviewdesk {

void LetterPage::askForCorrection()
{
    if (m_corrected) {
        m_corrected.reset();
        compose();
        return;
    }
    auto *dialog = new CorrectionDialog(this); // not waited for: the lock keeps what is typed
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { beginCorrection(dialog->reason()); });
    dialog->open();
}

void LetterPage::beginCorrection(const QString &reason)
{
    if (!m_issued || !m_earlierId.isEmpty() || reason.trimmed().isEmpty())
        return;
    m_corrected = m_issued;
    m_correctionReason = reason.trimmed();
    m_aside->notice()->clear();
    compose();
    m_issue->setFocus();
}

void LetterPage::issue()
{
    m_meanwhile = false;
    flush();
    if (hasUnsaved() || m_meanwhile)
        return; // why is on the screen, and a letter that nobody has read is not issued
    if (today() != m_composedOn) { // the page stands here since yesterday
        compose();
        m_aside->notice()->showMessage(
            Tone::Accent, tr("The letter has today’s date now, and what follows from it. Read it, then issue it."));
        return;
    }
    IssuedLetter letter;
    static_cast<FrozenLetter &>(letter) = m_letter.frozen();
    letter.caseId = m_draft->stored().id;
    letter.caseVersion = m_draft->stored().rowVersion;
    if (m_corrected) {
        letter.supersedes = m_corrected->id;
        letter.correctionReason = m_correctionReason;
    }
    m_issue->setEnabled(false);
    m_workshop.run(
        this, [letter](Workspace &workspace) { return workspace.issueLetter(letter); },
        [this](const Result<IssuedLetter> &answer) { answerIssued(answer); });
}

QDate LetterPage::today() const
{
    return m_clock.now().toTimeZone(m_rulebook->zone).date();
}

void LetterPage::answerIssued(const Result<IssuedLetter> &answer)
{
    if (!answer) {
        m_aside->notice()->showError(answer.error());
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
    Q_EMIT issued();
}

void LetterPage::output(bool toPrinter)
{
    if (!m_issued)
        return;
    const Result<bool> done = toPrinter ? printLetter(m_letter, mark(), this) : saveLetter(m_letter, mark(), this);
    if (!done) {
        m_aside->notice()->showError(done.error());
        return;
    }
    if (!*done)
        return;
    m_aside->notice()->showMessage(Tone::Ok, toPrinter ? tr("Sent to the printer.") : tr("The letter is written."));
    countPrint();
}

void LetterPage::countPrint()
{
    m_workshop.run(
        this, [id = m_issued->id](Workspace &workspace) { return workspace.recordPrint(id); },
        [this](const Result<void> &answer) {
            if (!answer) {
                m_aside->notice()->showError(answer.error());
                return;
            }
            askIssued();
        });
}

} // namespace reviewdesk
