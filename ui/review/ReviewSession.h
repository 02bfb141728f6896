#pragma once

#include "cases/ApprovalDates.h"
#include "cases/CaseMerge.h"
#include "cases/DraftHistory.h"
#include "cases/Finding.h"
#include "cases/Rulebook.h"
#include "cases/Workflow.h"
#include "store/Workshop.h"
#include "support/Clock.h"
#include "ui/review/KeptMeanwhile.h"
#include "ui/review/SentRequest.h"
#include "ui/review/TypedEntries.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace reviewdesk {

/// Which second review of a quality sample a session writes, instead of a case.
struct SecondReview {
    QString sampleId;
    int position = 0;
};

/// One case while a person works in it: its content, what the rules say of it, and the saving of it. No widgets.
///
/// Every change is judged at once (viewChanged) and kept by itself: a save begins after a pause of 150 ms, at the
/// latest 250 ms after the first change not yet saved while typing goes on. One save is under way at a time; what is
/// changed meanwhile is saved next, at once when its pause is over. So each change is committed within 300 ms while a
/// commit takes less than 50.
///
/// Where somebody else saved the case in between, nothing is written any more until both are brought together
/// (takeMerged) or the own changes given up (takeKept); what is typed meanwhile stays on the screen.
class ReviewSession : public QObject {
    Q_OBJECT
public:
    /// Stale: someone else saved the case in between.
    enum class Saving { Saved, Waiting, UnderWay, Failed, Stale };

    static constexpr int pause = 150; ///< ms without a change before a save
    static constexpr int longestWait = 250; ///< ms, while changes go on
    static constexpr int retryAfter = 5000; ///< ms after a save that failed

    /// `second`: `stored` is a second review; it is kept in its sample and no step of the workflow is taken on it.
    ReviewSession(Workshop &workshop, StoredCase stored, const Clock &clock, QObject *parent = nullptr,
        const std::optional<SecondReview> &second = std::nullopt);
    ~ReviewSession() override; ///< queues what is not saved yet; does not wait for it

    const std::optional<SecondReview> &secondReview() const { return m_second; }
    const StoredCase &stored() const { return m_stored; }
    const ReviewCase &content() const { return m_stored.reviewCase; }
    const CaseView &view() const { return m_view; }
    const QList<Finding> &findings() const { return m_findings; }
    const Rulebook &rulebook() const { return *m_rulebook; }
    const Policy &policy() const { return rulebook().policy; }
    Workshop &workshop() const { return m_workshop; }
    const Person &actor() const { return m_actor; }
    const Clock &clock() const { return m_clock; }
    QDateTime now() const { return m_clock.now(); }
    QDate today() const; ///< in the plan's time zone
    /// The dates that an approval takes where one is left empty; the other as it stands.
    ApprovalDates approvalDefaults() const;

    /// The option's position, Answers::NotDocumented or Answers::Absent; also of a hidden question, whose answer is
    /// kept.
    int answer(int fact) const { return m_given.at(fact); }
    Evidence evidence(int fact) const;

    /// The message the case came by, with what it suggests.
    SentRequest &sent() const { return *m_sent; }

    void setAnswer(int fact, int option);
    /// Makes what the message suggests for a fact this person's answer, with its source.
    void confirmSuggestion(int fact);
    void confirmEntry(const QString &entry); ///< that stands as it was sent (SentValues.h)
    void confirmAllEntries();
    void setEvidence(int fact, const Evidence &evidence);
    void setRequest(const Request &request);
    void setMember(const Member &member);
    void setProvider(const Provider &provider);
    void setFacility(const Provider &facility);
    void setService(const Service &service);
    void setRecorded(const Recorded &recorded);
    void setDocuments(const QList<ReceivedDocument> &documents);
    void setNurseNote(const QString &note);
    void setDetermination(const Determination &determination);
    void setPage(const QString &page);

    /// What stands in an entry (by its pointer in the case file) and cannot be taken over: "12/4" for a date. The
    /// content keeps what it had; the words are saved beside the draft, for this person alone, and come back with it.
    /// With a `problem` it is a finding, and no decision is taken before it is put right. Both empty: the entry can be
    /// read again.
    void setTyped(const QString &pointer, const QString &typed, const QString &problem);
    void clearTyped(const QString &pointer) { setTyped(pointer, {}, {}); }
    /// What was typed when the case was left; null: nothing. Known from typedRestored() on.
    QString typedEarlier(const QString &pointer) const { return m_typedEarlier.value(pointer); }

    /// Undo and redo inside the draft; an undone change is saved like any other.
    bool canUndo() const { return editable() && m_history.canUndo(); }
    bool canRedo() const { return editable() && m_history.canRedo(); }
    QString undoField() const { return m_history.undoThing(); } ///< what undo() takes back; empty for an answer
    QString redoField() const { return m_history.redoThing(); }
    void undo();
    void redo();

    /// A step of the wizard that the person has been to and left: what it lacks is pointed out from then on.
    void setLeft(const QString &step) { m_left.insert(step); }
    bool wasLeft(const QString &step) const { return m_left.contains(step); }

    /// Whether this person may change this case in its status; `why` gets the reason when not.
    bool editable(QString *why = nullptr) const;
    Result<Status> allowed(Action action, const QString &comment = {}) const;

    Saving saving() const { return m_saving; }
    bool hasUnsaved() const { return !m_ended && m_revision != m_savedRevision; }
    /// A second review that was finished elsewhere: nothing of it can be kept any more, and nothing is tried again.
    bool isEnded() const { return m_ended; }
    /// Whether all that is not saved is kept on this computer instead (Workspace::keepUnsaved): a server is away.
    bool isAside() const { return m_asideRevision == m_revision && m_saving == Saving::Failed; }
    QDateTime savedAt() const { return m_stored.savedAt; } ///< UTC; invalid: never
    const Error &saveError() const { return m_saveError; } ///< while Failed or Stale

    /// Waits until everything is saved or a save fails. For closing, locking and leaving.
    void flush();
    void saveNow(); ///< without waiting for the pause
    /// Asks what the workspace holds now; keptIsNewer() follows where somebody else saved the case.
    void look();
    /// What became of the case meanwhile, as the workspace said when it refused a step that was taken beside this session.
    void heed(const Error &refusal);
    /// While Stale, once it is known: what is kept now; else nullptr.
    const KeptMeanwhile *keptMeanwhile() const { return m_kept ? &*m_kept : nullptr; }
    /// Whether the draft may still be saved in the status that the case has now.
    bool mayMerge() const;
    /// The draft on the screen brought together with what is kept.
    CaseMerge merge() const;
    /// Goes on with that, my side where a conflict is in `mine`, and saves it. Errors as mergedCase() has them.
    /// `kept` is what `merge` was made from: where the case was saved again since, the save is stale, and asked about.
    Result<void> takeMerged(const KeptMeanwhile &kept, const CaseMerge &merge, const QSet<QString> &mine);
    /// Goes on with what is kept, where nothing but what cannot be read yet is this session's own.
    void followKept(const KeptMeanwhile &kept);
    /// Goes on with what is kept; unsaved changes of this session are given up.
    void takeKept(const KeptMeanwhile &kept);
    /// Saves what is open, then does a step of the workflow; acted() or refused() follows. What is changed while a step beside the
    /// work on the case is taken is kept; no other step leaves anything to change (isDeciding). `provision`: the one that the step
    /// records, where it is no part of the content.
    void perform(Action action, const QString &comment = {}, const std::optional<ContractProvision> &provision = {});
    bool isActing() const { return m_act.has_value(); }
    /// A step is on its way after which what is typed until its answer would have no place.
    bool isDeciding() const { return m_act && m_act->stage == Act::Sent && !m_act->goesOn(); }
    /// Why no step may be taken now: the draft is Stale, and nobody decides on a merge that they have not seen.
    std::optional<Error> mustCompare() const;

Q_SIGNALS:
    void viewChanged(); ///< content, evaluation and findings; emitted once for each change
    void savingChanged();
    void saved(const QDateTime &at);
    void unsavedRestored(const QDateTime &at); ///< what was typed then and could not be saved is on the screen
    void typedRestored(); ///< typedEarlier() has what was typed when the case was left
    void reloaded(); ///< everything may be different, status included
    void undone(const QString &field); ///< or done again: the field that changed
    void keptIsNewer(const reviewdesk::KeptMeanwhile &kept); ///< somebody else saved the case
    void acted(reviewdesk::Action action);
    void refused(const reviewdesk::Error &error);

private:
    struct Act {
        enum Stage { Waiting, Sent, Answered };
        Action action;
        QString comment;
        std::optional<ContractProvision> provision;
        Stage stage = Waiting; ///< for the save before it; Answered: acted() or refused() is still to be told
        qint64 rowVersion = 0; ///< this and what follows: as it was sent
        quint64 revision = 0;
        ReviewCase content = {};

        /// A step beside the work on the case, which goes on meanwhile.
        bool goesOn() const { return action == Action::Extend || action == Action::RecordProvision; }
    };

    template <typename Value> void set(Value &place, const Value &value)
    {
        if (place == value)
            return;
        place = value;
        contentChanged();
    }
    void loadTyped();
    void takeTyped(const QByteArray &kept, bool first);
    void loadUnsaved();
    void goOnWith(const UnsavedDraft &unsaved);
    std::function<Result<StoredCase>(Workspace &)> keeping() const;
    /// What cannot be read, where it is not kept as it is now.
    std::optional<TypedEntries::Texts> typedToKeep() const;
    void contentChanged();
    void touch(); ///< something is to be saved
    void judge(); ///< evaluation, due dates and findings of the content
    void showState(const ReviewCase &content, const TypedEntries::Texts &typed); ///< another one than was typed
    void stepThroughHistory(const ReviewCase &before);
    void startSave();
    void finishSave(quint64 saveNumber, const Result<StoredCase> &answer);
    void becomeStale();
    void end(const Error &refusal);
    void lookAtKept();
    void goOn(const KeptMeanwhile &kept, const ReviewCase &content, const TypedEntries::Texts &typed);
    void continueAct();
    void dropAct(); ///< it was not sent, and what it was decided upon has changed
    bool hasTypedSinceAct() const { return m_act && m_act->stage == Act::Sent && m_revision != m_act->revision; }
    void takeAnswer(const Result<StoredCase> &answer);
    void takeActed(const StoredCase &answer);
    void finishAct(const Result<StoredCase> &answer);
    void adopt(const StoredCase &stored);
    void setSaving(Saving saving);

    Workshop &m_workshop;
    SentRequest *m_sent;
    std::shared_ptr<const Rulebook> m_rulebook; ///< outlives the workshop's closing
    Person m_actor;
    const Clock &m_clock;
    std::optional<SecondReview> m_second;
    StoredCase m_stored;
    Answers m_given;
    CaseView m_view;
    QList<Finding> m_findings;
    TypedEntries m_typed;
    TypedEntries::Texts m_typedEarlier;
    TypedEntries::Texts m_typedKept; ///< as the workspace has it
    TypedEntries::Texts m_typedUnderWay;
    bool m_typedBesides = false; ///< they go into what the workspace has, which was not known then
    enum class Known { Yes, Asked, No } m_typedKnown = Known::Yes; ///< m_typedKept; No: it could not be read
    DraftHistory m_history;
    ReviewCase m_base; ///< the content that the workspace had when it was last in step with this session
    ReviewCase m_contentUnderWay;
    std::optional<KeptMeanwhile> m_kept;
    bool m_looking = false;
    bool m_lookAgain = false; ///< once it has answered
    bool m_ended = false;
    QSet<QString> m_left;

    Saving m_saving = Saving::Saved;
    Error m_saveError;
    quint64 m_revision = 0; ///< raised by every change
    quint64 m_savedRevision = 0;
    quint64 m_revisionUnderWay = 0;
    quint64 m_asideRevision = 0; ///< the last that is kept on this computer
    bool m_hasAside = false; ///< something is, of this case
    quint64 m_saveNumber = 0; ///< of the save under way or the last one
    bool m_underWay = false;
    QFuture<Result<StoredCase>> m_save;
    QTimer m_pause;
    QTimer m_longestWait;
    QTimer m_retry;
    QTimer m_askAgain; ///< for what was typed earlier
    std::optional<Act> m_act;
    QFuture<Result<StoredCase>> m_answer; ///< of m_act, once it is sent
};

} // namespace reviewdesk
