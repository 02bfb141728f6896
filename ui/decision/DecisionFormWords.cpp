// The decision's form: what is written on it, as it is kept, taken back and given to the case.
#include "ui/decision/DecisionForm.h"

#include "ui/decision/AppealEntries.h"
#include "ui/decision/OpinionEntries.h"
#include "ui/letter/TranslatedReason.h"
#include "ui/review/ApprovalEntries.h"
#include "ui/review/DateField.h"
#include "ui/review/ProvisionEntries.h"
#include "ui/widgets/TypedText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopedValueRollback>

namespace reviewdesk {

QByteArray DecisionForm::written() const
{
    const std::optional<Action> action = chosen();
    QJsonObject entries;
    const auto add = [&entries](const char *name, const QString &text) {
        if (!text.isEmpty())
            entries.insert(QLatin1String(name), text);
    };
    add("decision", action ? toWord(*action) : QString());
    add("plain_reason", m_plainReason->toPlainText());
    add("plain_reason_translated", m_translated ? m_translated->text() : QString());
    add("rationale", m_rationale->toPlainText());
    add("comment", m_comment->toPlainText());
    if (m_note->toPlainText() != m_keptNote)
        add("note", m_note->toPlainText());
    add("on_word", m_onWord->text());
    add("ground", m_ground->toPlainText());
    add("authorization", m_approval->authorization()->text());
    add("valid_from", m_approval->validFrom()->kept());
    add("valid_to", m_approval->validTo()->kept());
    add("reply_by", m_replyBy->kept()); // a slip as typed, so that it is not lost either
    add("opinion", m_opinion->words()->toPlainText());
    if (m_provision->isChanged()) {
        add("citation", m_provision->citation());
        add("provision", m_provision->words());
    }
    m_appeal->keep(entries);
    return entries.isEmpty() ? QByteArray() : QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

void DecisionForm::restore(const QByteArray &written)
{
    const QJsonObject entries = QJsonDocument::fromJson(written).object();
    if (entries.isEmpty())
        return;
    {
        const QScopedValueRollback restoring(m_restoring, true);
        const auto text = [&entries](const char *name) { return entries.value(QLatin1String(name)).toString(); };
        m_plainReason->setPlainText(text("plain_reason"));
        if (m_translated)
            m_translated->setText(text("plain_reason_translated"));
        m_rationale->setPlainText(text("rationale"));
        m_comment->setPlainText(text("comment"));
        if (entries.contains(QLatin1String("note")))
            m_note->setPlainText(text("note"));
        TypedText::show(m_onWord, text("on_word"));
        m_ground->setPlainText(text("ground"));
        TypedText::show(m_approval->authorization(), text("authorization"));
        m_approval->validFrom()->showKept(text("valid_from"));
        m_approval->validTo()->showKept(text("valid_to"));
        m_replyBy->showKept(text("reply_by"));
        m_opinion->words()->setPlainText(text("opinion"));
        m_appeal->restore(entries);
        if (entries.contains(QLatin1String("citation")) || entries.contains(QLatin1String("provision")))
            m_provision->setTyped(text("citation"), text("provision"));
        const std::optional<Action> action = actionFromWord(text("decision"));
        QRadioButton *button = action ? choice(*action) : nullptr;
        if (button && button->isEnabled())
            button->setChecked(true);
    }
    store();
}

/// What stands in the case already. Who may decide otherwise than the criteria, writes the rationale themselves.
void DecisionForm::load()
{
    {
        const QScopedValueRollback loading(m_restoring, true);
        const Determination &words = m_session.content().determination;
        m_keptNote = m_session.content().nurseNote;
        m_note->setPlainText(m_keptNote);
        m_plainReason->setPlainText(words.plainReason);
        if (m_translated)
            m_translated->setText(words.plainReasonTranslated);
        m_replyBy->setDate(words.replyBy);
        m_approval->load(words);
        m_provision->load(words.contractProvision);
        if (!mayDecideOtherwise())
            m_rationale->setPlainText(words.rationale);
    }
    store();
}

void DecisionForm::store()
{
    if (m_restoring)
        return;
    Determination words = m_session.content().determination;
    words.plainReason = m_plainReason->toPlainText();
    if (m_translated)
        words.plainReasonTranslated = m_translated->text();
    words.rationale = m_rationale->toPlainText();
    words.replyBy = m_replyBy->dateOr(words.replyBy);
    m_provision->store(words);
    m_approval->store(words);
    m_session.setDetermination(words);
    m_session.setNurseNote(m_note->toPlainText());
    refresh();
}

} // namespace reviewdesk
