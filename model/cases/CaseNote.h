#pragma once

#include "cases/ReviewCase.h"
#include "cases/Workflow.h"

namespace reviewdesk {

enum class TalkOutcome { Offered, NotTakenUp, Held };

QString toWord(TalkOutcome);
QString label(TalkOutcome);
std::optional<TalkOutcome> talkOutcomeFromWord(QStringView);

/// The record of a peer-to-peer talk with the provider, as it was offered or held.
struct PeerToPeerTalk {
    QDateTime at; ///< when; UTC
    QString with; ///< "Lee Example, MD"
    TalkOutcome outcome = TalkOutcome::Offered;
    QString words; ///< what came of it

    friend bool operator==(const PeerToPeerTalk &, const PeerToPeerTalk &) = default;
};

/// What was said about a case without changing it: a remark, an assignment, a talk, a question to another physician and
/// the answer. Notes are appended and never changed.
struct CaseNote {
    Action action = Action::Comment; ///< Comment, Assign, PeerToPeer, AskOpinion or GiveOpinion
    int round = 1;
    QDateTime at; ///< UTC
    QString userId;
    QString userName;
    QString toUserId; ///< Assign, AskOpinion, GiveOpinion: whose the case is from then on
    QString toUserName;
    QString words;
    std::optional<PeerToPeerTalk> talk;

    friend bool operator==(const CaseNote &, const CaseNote &) = default;
};

/// Physicians whose opinion was asked for in `round` and not given yet, from the notes in their order.
QList<Person> openOpinions(const QList<CaseNote> &notes, int round);
/// The last talk of a round, which a decision rests on; nothing: none was offered.
std::optional<PeerToPeerTalk> lastTalk(const QList<CaseNote> &notes, int round);

} // namespace reviewdesk
