// The decision's form: what is written on it, as it is kept, taken back and given to the case.
#include "ui/decision/DecisionForm.h"

#include "ui/decision/AppealEntries.h"
#include "ui/decision/OpinionEntries.h"
#include "ui/letter/CaseLetters.h"
#include "ui/letter/TranslatedReason.h"
#include "ui/review/ApprovalEntries.h"
#include "ui/review/ProvisionEntries.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/TypedText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScopedValueRollback>

#include <algorithm>

namespace reviewdesk {

namespace {

/// Of the letters that the form writes: the name of their words in what is kept of it.
constexpr LetterKind ownLetters[] = {LetterKind::Approval, LetterKind::Denial, LetterKind::InformationRequest};

} // namespace

std::optional<LetterKind> DecisionForm::letterOf(std::optional<Action> action) const
{
    if (action == Action::Approve || action == Action::ApproveException)
        return LetterKind::Approval;
    if (action == Action::Deny)
        return LetterKind::Denial;
    return action == Action::Pend ? std::optional(LetterKind::InformationRequest) : std::nullopt;
}

bool DecisionForm::writesLetters() const
{
    return std::any_of(
        m_choices.begin(), m_choices.end(), [this](const Choice &choice) { return letterOf(choice.action).has_value(); });
}

DecisionForm::Words DecisionForm::shownWords() const
{
    return {m_plainReason->toPlainText(), m_translated ? m_translated->text() : QString(), m_rationale->toPlainText()};
}

void DecisionForm::showWords(const Words &words)
{
    const QScopedValueRollback showing(m_restoring, true);
    m_plainReason->setPlainText(words.plainReason);
    if (m_translated)
        m_translated->setText(words.translated);
    m_rationale->setPlainText(words.rationale);
}

/// What was typed for one letter is not printed in another; it comes back with its choice. Words that came before every choice
/// are of the first one.
void DecisionForm::turnToWordsOf(std::optional<Action> action)
{
    const std::optional<LetterKind> kind = letterOf(action);
    if (!kind || kind == m_wordsFor)
        return;
    if (m_wordsFor) {
        m_otherWords.insert(*m_wordsFor, shownWords());
        showWords(m_otherWords.take(*kind));
    }
    m_wordsFor = kind;
}

/// A step whose letter has none of them, or that has no letter, leaves those of the case as they are; only a withdrawal's would
/// print what was written for another outcome, and the form does not show it.
void DecisionForm::storeWords(Determination &words) const
{
    const std::optional<Action> action = chosen();
    const Words typed = !action || letterOf(action) ? shownWords()
        : action == Action::Withdraw                ? Words()
                                                    : m_keptWords;
    const bool changed = words.plainReason != typed.plainReason;
    words.plainReason = typed.plainReason;
    words.rationale = typed.rationale;
    if (m_translated || (action && !letterOf(action)))
        words.plainReasonTranslated = typed.translated;
    else if (changed)
        words.plainReasonTranslated.clear(); // it says something else, and nobody sees it
}

QByteArray DecisionForm::written() const
{
    const std::optional<Action> action = chosen();
    QJsonObject entries;
    const auto add = [&entries](const QString &name, const QString &text) {
        if (!text.isEmpty())
            entries.insert(name, text);
    };
    const auto addWords = [&add](const QString &before, const Words &words) {
        add(before + QLatin1String("plain_reason"), words.plainReason);
        add(before + QLatin1String("plain_reason_translated"), words.translated);
        add(before + QLatin1String("rationale"), words.rationale);
    };
    add(QStringLiteral("decision"), action ? toWord(*action) : QString());
    if (writesLetters()) { // else they are the case's own, of a request that ends with its wait
        addWords({}, shownWords());
        add(QStringLiteral("words_for"), m_wordsFor ? toWord(*m_wordsFor) : QString());
        for (const LetterKind kind : ownLetters)
            addWords(toWord(kind) + QLatin1Char('/'), m_otherWords.value(kind));
    }
    add(QStringLiteral("comment"), m_comment->toPlainText());
    if (m_note->toPlainText() != m_keptNote)
        add(QStringLiteral("note"), m_note->toPlainText());
    add(QStringLiteral("on_word"), m_onWord->text());
    add(QStringLiteral("ground"), m_ground->toPlainText());
    add(QStringLiteral("authorization"), m_approval->authorization()->text());
    add(QStringLiteral("valid_from"), m_approval->validFrom()->kept());
    add(QStringLiteral("valid_to"), m_approval->validTo()->kept());
    add(QStringLiteral("reply_by"), m_replyBy->kept()); // a slip as typed, so that it is not lost either
    add(QStringLiteral("opinion"), m_opinion ? m_opinion->words()->toPlainText() : m_keptOpinion);
    if (m_provision->isChanged()) {
        add(QStringLiteral("citation"), m_provision->citation());
        add(QStringLiteral("provision"), m_provision->words());
    }
    if (m_appeal)
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
        const auto wordsOf = [&entries](const QString &before) {
            const auto value = [&](const char *name) { return entries.value(before + QLatin1String(name)).toString(); };
            return Words{value("plain_reason"), value("plain_reason_translated"), value("rationale")};
        };
        const std::optional<Action> action = actionFromWord(text("decision"));
        if (writesLetters()) {
            showWords(wordsOf({}));
            m_wordsFor = entries.contains(QLatin1String("words_for")) ? letterKindFromWord(text("words_for")) : letterOf(action);
            for (const LetterKind kind : ownLetters)
                m_otherWords.insert(kind, wordsOf(toWord(kind) + QLatin1Char('/')));
        }
        m_comment->setPlainText(text("comment"));
        if (entries.contains(QLatin1String("note")))
            m_note->setPlainText(text("note"));
        TypedText::show(m_onWord, text("on_word"));
        m_ground->setPlainText(text("ground"));
        TypedText::show(m_approval->authorization(), text("authorization"));
        m_approval->validFrom()->showKept(text("valid_from"));
        m_approval->validTo()->showKept(text("valid_to"));
        m_replyBy->showKept(text("reply_by"));
        m_keptOpinion = text("opinion"); // where none is asked or given now
        if (m_opinion)
            m_opinion->words()->setPlainText(m_keptOpinion);
        if (m_appeal)
            m_appeal->restore(entries);
        if (entries.contains(QLatin1String("citation")) || entries.contains(QLatin1String("provision")))
            m_provision->setTyped(text("citation"), text("provision"));
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
        m_keptWords = {words.plainReason, words.plainReasonTranslated, words.rationale};
        showWords({words.plainReason, words.plainReasonTranslated, mayDecideOtherwise() ? QString() : words.rationale});
        if (isVisibleText(words.plainReason) || isVisibleText(m_rationale->toPlainText()))
            m_wordsFor = letterKindFor(Status::Draft, m_session.view().evaluation, m_session.policy()); // as it is recommended
        m_replyBy->setDate(words.replyBy);
        m_approval->load(words);
        m_provision->load(words.contractProvision);
    }
    store();
}

void DecisionForm::store()
{
    if (m_restoring)
        return;
    Determination words = m_session.content().determination;
    storeWords(words);
    words.replyBy = m_replyBy->dateOr(words.replyBy);
    m_provision->store(words);
    m_approval->store(words);
    m_session.setDetermination(words);
    m_session.setNurseNote(m_note->toPlainText());
    refresh();
}

} // namespace reviewdesk
