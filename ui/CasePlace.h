#pragma once

#include "letter/LetterComposer.h"
#include "store/Workshop.h"
#include "ui/review/ReviewSession.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QWidget;

namespace reviewdesk {

class BusyOverlay;
class ReviewPage;

/// The one case that is open on the desk, and its page. It only composes: which page opens for a case follows from what
/// the workflow lets this role do. A page that is followed by another keeps first what was typed on it.
class CasePlace : public QObject {
    Q_OBJECT
public:
    /// Which page a case is asked for on.
    enum class Wish { ByStatus, Review, Letter };
    using Then = std::function<void(ReviewPage &)>;

    /// What is referred to outlives it; letters are composed under what `letterhead` is then. `desk`: dialogs are over it.
    CasePlace(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead,
        const Clock &clock, BusyOverlay &busy, QWidget *desk);

    void open(const QString &caseId, Wish wish, const Then &then = {});
    void openSecondReview(const QString &sampleId, int position);
    void startReview(); ///< of a new case

    QWidget *page() const { return m_page; }
    QString caseId() const { return m_caseId; } ///< empty: none is open, or a second review of one
    /// The second review that is open: blind, so that nothing of its case is shown or goes out from there.
    const std::optional<SecondReview> &secondReview() const { return m_second; }
    QString caption() const { return m_caption; } ///< "RD-2026-000123, saved 10:32:05"; holds no name
    QString helpTopic() const;

    /// Keeps what is typed; false when it could not be kept.
    bool flush();
    /// The same, and asks whether to lose what could not be kept.
    bool mayLeave();
    void close(); ///< the page, and every wish that is not fulfilled yet
    void resume(); ///< after the lock: asks again for what had no page yet
    bool escape(); ///< asks to leave the page where Escape does; false: it does not

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void opened(const StoredCase &stored); ///< page() is to be shown
    void left(); ///< the page is done with
    void failed(const Error &error); ///< what was asked for does not open
    void notStarted(const Error &error);
    void requestsGiven(const QStringList &paths); ///< files that were brought to the case and belong to the intake
    void captionChanged();

private:
    /// Asks once more; `broughtId`: of the case that was brought and not shown, empty where none was.
    using Again = std::function<void(const QString &broughtId)>;
    struct Wanted {
        int opening;
        Again again;
        QString broughtId;
    };

    template <typename Job, typename Show> void bring(const QString &words, Job job, Show show, Again again);
    void show(const StoredCase &stored, Wish wish, const Then &then);
    void showReview(const StoredCase &stored, const Then &then = {}, const std::optional<SecondReview> &second = {});
    void showDecision(const StoredCase &stored);
    void showLetter(const StoredCase &stored);
    template <typename Page>
    void take(Page *page, const StoredCase &stored, bool byEscape, const std::function<void()> &then = {});
    void drop();
    /// Another page is on its way: keys and clicks are no longer for the one that is still shown.
    bool isGoing() const { return m_page && m_wanted && m_wanted->opening == m_opening; }
    void leave();
    void noteSaved(const QDateTime &at);

    Workshop &m_workshop;
    std::shared_ptr<const Rulebook> m_rulebook; ///< pages refer to it, also while the workshop is closed by the lock
    std::shared_ptr<const LetterComposer> m_composer;
    const Letterhead &m_letterhead;
    const Clock &m_clock;
    BusyOverlay &m_busy;
    QWidget *m_desk;
    QPointer<QWidget> m_page;
    QString m_caseId;
    std::optional<SecondReview> m_second;
    QString m_number;
    QString m_caption;
    std::function<bool()> m_flushPage;
    bool m_byEscape = false;
    int m_opening = 0; ///< raised by each wish and by the lock; answers to older ones are dropped
    std::optional<Wanted> m_wanted; ///< the newest wish, until its page is shown
};

} // namespace reviewdesk
