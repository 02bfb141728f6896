#pragma once

#include "cases/Finding.h"
#include "cases/Rulebook.h"
#include "cases/Workflow.h"
#include "store/Workshop.h"
#include "support/Clock.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace reviewdesk {

/// One case while a person works in it: its content, what the rules say of it, and the saving of it. No widgets.
///
/// Every change is judged at once (viewChanged) and kept by itself: saved after a pause of 200 ms, at the latest 1 s
/// after the first change not yet saved while typing goes on. One save is under way at a time; what is changed
/// meanwhile is saved next.
class ReviewSession : public QObject {
    Q_OBJECT
public:
    /// Stale: someone else saved the case in between; nothing is written any more until reload().
    enum class Saving { Saved, Waiting, UnderWay, Failed, Stale };

    static constexpr int pause = 200; ///< ms without a change before a save
    static constexpr int longestWait = 1000; ///< ms, while changes go on

    ReviewSession(Workshop &workshop, StoredCase stored, const Clock &clock, QObject *parent = nullptr);
    ~ReviewSession() override; ///< queues what is not saved yet; does not wait for it

    const StoredCase &stored() const { return m_stored; }
    const ReviewCase &content() const { return m_stored.reviewCase; }
    const CaseView &view() const { return m_view; }
    const QList<Finding> &findings() const { return m_findings; }
    const Rulebook &rulebook() const { return *m_rulebook; }
    const Policy &policy() const { return rulebook().policy; }
    Workshop &workshop() const { return m_workshop; }
    const Person &actor() const { return m_actor; }
    QDateTime now() const { return m_clock.now(); }
    QDate today() const; ///< in the plan's time zone

    /// The option's position, Answers::NotDocumented or Answers::Absent; also of a hidden question, whose answer is
    /// kept.
    int answer(int fact) const { return m_given.at(fact); }
    Evidence evidence(int fact) const;

    void setAnswer(int fact, int option);
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

    /// Whether this person may change this case in its status; `why` gets the reason when not.
    bool editable(QString *why = nullptr) const;
    Result<Status> allowed(Action action, const QString &comment = {}) const;

    Saving saving() const { return m_saving; }
    bool hasUnsaved() const { return m_revision != m_savedRevision; }
    QDateTime savedAt() const { return m_stored.savedAt; } ///< UTC; invalid: never
    const Error &saveError() const { return m_saveError; } ///< while Failed or Stale

    /// Waits until everything is saved or a save fails. For closing, locking and leaving.
    void flush();
    void saveNow(); ///< without waiting for the pause
    /// Takes what the workspace holds now; unsaved changes of this session are given up.
    void reload();
    /// Saves what is open, then does a step of the workflow; acted() or refused() follows.
    void perform(Action action, const QString &comment = {});
    bool isActing() const { return m_act.has_value(); }

Q_SIGNALS:
    void viewChanged(); ///< content, evaluation and findings; emitted once for each change
    void savingChanged();
    void saved(const QDateTime &at);
    void reloaded(); ///< everything may be different, status included
    void acted(reviewdesk::Action action);
    void refused(const reviewdesk::Error &error);

private:
    struct Act {
        Action action;
        QString comment;
        bool sent = false;
    };

    template <typename Value> void set(Value &place, const Value &value)
    {
        if (place == value)
            return;
        place = value;
        contentChanged();
    }
    void contentChanged();
    void touch(); ///< something is to be saved
    void judge(); ///< evaluation, due dates and findings of the content
    void startSave();
    void finishSave(quint64 saveNumber, const Result<StoredCase> &answer);
    void continueAct();
    void finishAct(const Result<StoredCase> &answer);
    void adopt(const StoredCase &stored);
    void setSaving(Saving saving);

    Workshop &m_workshop;
    std::shared_ptr<const Rulebook> m_rulebook; ///< outlives the workshop's closing
    Person m_actor;
    const Clock &m_clock;
    StoredCase m_stored;
    Answers m_given;
    CaseView m_view;
    QList<Finding> m_findings;

    Saving m_saving = Saving::Saved;
    Error m_saveError;
    quint64 m_revision = 0; ///< raised by every change
    quint64 m_savedRevision = 0;
    quint64 m_revisionUnderWay = 0;
    quint64 m_saveNumber = 0; ///< of the save under way or the last one
    bool m_underWay = false;
    QFuture<Result<StoredCase>> m_save;
    QTimer m_pause;
    QTimer m_longestWait;
    QTimer m_retry;
    std::optional<Act> m_act;
};

} // namespace reviewdesk
