#include "ui/letter/LetterDraft.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int typingPause = 250; // milliseconds; the draft is kept within 300 ms of the last change

}

LetterDraft::LetterDraft(Workshop &workshop, StoredCase stored, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_stored(std::move(stored)), m_plainReason(new QPlainTextEdit),
      m_rationale(new QPlainTextEdit),
      m_mayWrite(actionsFor(m_stored.status, workshop.user().role).contains(Action::Edit))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const Determination &words = m_stored.reviewCase.determination;
    addWords(column, tr("Reason in &plain words"), m_plainReason, words.plainReason);
    addWords(column, tr("Clinical ra&tionale"), m_rationale, words.rationale);
    if (!m_mayWrite)
        hide();
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    connect(&m_typed, &QTimer::timeout, this, [this] {
        save();
        Q_EMIT changed();
    });
}

void LetterDraft::addWords(QVBoxLayout *column, const QString &title, QPlainTextEdit *edit, const QString &text)
{
    auto *name = new QLabel(title);
    setTextRole(name, TextRole::Strong);
    name->setBuddy(edit);
    edit->setPlainText(text);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(Theme::scaled(64));
    column->addWidget(name);
    column->addWidget(edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &LetterDraft::takeWords);
}

void LetterDraft::focusPlainReason()
{
    m_plainReason->setFocus(Qt::OtherFocusReason);
}

void LetterDraft::focusRationale()
{
    m_rationale->setFocus(Qt::OtherFocusReason);
}

void LetterDraft::takeWords()
{
    Determination &words = m_stored.reviewCase.determination;
    words.plainReason = m_plainReason->toPlainText();
    words.rationale = m_rationale->toPlainText();
    m_dirty = true;
    m_typed.start();
    Q_EMIT edited();
}

void LetterDraft::save()
{
    if (!m_dirty || m_saving)
        return;
    m_dirty = false;
    m_saving = true;
    m_workshop.run(
        this, [draft = m_stored](Workspace &workspace) { return workspace.saveDraft(draft); },
        [this](const Result<StoredCase> &kept) { answer(kept); });
}

void LetterDraft::answer(const Result<StoredCase> &answer)
{
    m_saving = false;
    if (!answer) {
        m_dirty = true;
        Q_EMIT notSaved(answer.error());
        return;
    }
    m_stored.rowVersion = answer->rowVersion;
    m_stored.savedAt = answer->savedAt;
    if (m_dirty)
        save();
    else
        Q_EMIT saved(m_stored.savedAt);
}

void LetterDraft::flush()
{
    m_typed.stop();
    if (m_saving) {
        // the answer on its way carries the version that the next save needs
        m_workshop.drain();
        QCoreApplication::sendPostedEvents(this);
        QCoreApplication::sendPostedEvents(&m_workshop);
    }
    if (!m_dirty || m_saving)
        return;
    const Result<StoredCase> kept =
        m_workshop.run([draft = m_stored](Workspace &workspace) { return workspace.saveDraft(draft); }).takeResult();
    m_dirty = false;
    answer(kept);
}

} // namespace reviewdesk
