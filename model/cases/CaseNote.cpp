#include "cases/CaseNote.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace reviewdesk {

namespace {

struct Term {
    TalkOutcome outcome;
    const char16_t *word;
    const char *label;
};

constexpr std::array terms{
    Term{TalkOutcome::Offered, u"offered", QT_TRANSLATE_NOOP("CaseNote", "Offered")},
    Term{TalkOutcome::NotTakenUp, u"not_taken_up", QT_TRANSLATE_NOOP("CaseNote", "Offered, not taken up")},
    Term{TalkOutcome::Held, u"held", QT_TRANSLATE_NOOP("CaseNote", "Held")},
};

const Term &termOf(TalkOutcome outcome)
{
    return *std::find_if(terms.begin(), terms.end(), [outcome](const Term &term) { return term.outcome == outcome; });
}

} // namespace

QString toWord(TalkOutcome outcome)
{
    return QString::fromUtf16(termOf(outcome).word);
}

QString label(TalkOutcome outcome)
{
    return QCoreApplication::translate("CaseNote", termOf(outcome).label);
}

std::optional<TalkOutcome> talkOutcomeFromWord(QStringView word)
{
    const auto found =
        std::find_if(terms.begin(), terms.end(), [word](const Term &term) { return word == QStringView(term.word); });
    return found == terms.end() ? std::nullopt : std::optional(found->outcome);
}

QList<Person> openOpinions(const QList<CaseNote> &notes, int round)
{
    QList<Person> asked;
    for (const CaseNote &note : notes) {
        if (note.round != round)
            continue;
        const bool asks = note.action == Action::AskOpinion;
        if (!asks && note.action != Action::GiveOpinion)
            continue;
        Person physician;
        physician.role = Role::Physician;
        physician.userId = asks ? note.toUserId : note.userId;
        physician.name = asks ? note.toUserName : note.userName;
        asked.removeIf([&physician](const Person &one) { return one.isSamePerson(physician); });
        if (asks)
            asked.append(physician);
    }
    return asked;
}

std::optional<PeerToPeerTalk> lastTalk(const QList<CaseNote> &notes, int round)
{
    std::optional<PeerToPeerTalk> last;
    for (const CaseNote &note : notes) {
        if (note.round == round && note.talk)
            last = note.talk;
    }
    return last;
}

} // namespace reviewdesk
