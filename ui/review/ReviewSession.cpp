#include "ui/review/ReviewSession.h"

#include "cases/PackVersions.h"
#include "cases/ReplyTime.h"
#include "cases/SentValues.h"
#include "cases/WorkflowConditions.h"
#include "ui/FieldWords.h"

#include <utility>

namespace reviewdesk {

namespace {

/// A closed case, and a second look at one, is shown as it was decided, where that version of the policy is installed.
std::shared_ptr<const Rulebook> rulesFor(
    const StoredCase &stored, bool isSecond, const std::shared_ptr<const Rulebook> &now)
{
    const Status status = isSecond ? Status::Approved : stored.status;
    const Result<std::shared_ptr<const Rulebook>> own = rulebookOfRound(stored.reviewCase, status, now);
    return own ? *own : now;
}

/// A step that makes something of the record, so that all of it must be readable.
bool needsReadable(Action action)
{
    return action != Action::Edit && action != Action::Withdraw && action != Action::IssueLetter;
}

/// The first entry in which words differ; the day and the time of receipt are one.
QString changedEntry(const TypedEntries::Texts &before, const TypedEntries::Texts &after)
{
    for (const TypedEntries::Texts *texts : {&after, &before}) {
        for (auto text = texts->begin(); text != texts->end(); ++text) {
            if (before.value(text.key()) != after.value(text.key()))
                return text.key() == QLatin1String("/received_time") ? QStringLiteral("/received_at") : text.key();
        }
    }
    return {};
}

} // namespace

ReviewSession::ReviewSession(Workshop &workshop, StoredCase stored, const Clock &clock, QObject *parent,
    const std::optional<SecondReview> &second)
    : QObject(parent), m_workshop(workshop), m_sent(new SentRequest(workshop, this)), m_rulebook(rulesFor(stored, second.has_value(), workshop.sharedRulebook())), m_actor(workshop.user().person()),
      m_clock(clock), m_second(second), m_stored(std::move(stored)), m_history(m_stored.reviewCase),
      m_base(m_stored.reviewCase)
{
    for (QTimer *timer : {&m_pause, &m_longestWait, &m_retry}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, &ReviewSession::startSave);
    }
    m_askAgain.setSingleShot(true);
    connect(&m_askAgain, &QTimer::timeout, this, &ReviewSession::loadTyped);
    connect(&workshop, &Workshop::connectionChanged, this, [this](bool there) {
        if (there && m_typedKnown == Known::No)
            loadTyped();
        if (there && m_saving == Saving::Failed)
            startSave();
    });
    judge();
    loadTyped();
    if (!m_second && !m_stored.id.isEmpty()) {
        m_sent->load(m_stored.id);
        loadUnsaved();
    }
}

/// Only of a draft: on other cases the same place keeps what is half written of a decision. What cannot be read is not
/// nothing: it is asked for again, and until then none of it is written over.
void ReviewSession::loadTyped()
{
    if (m_stored.id.isEmpty() || m_second || !editable() || m_typedKnown == Known::Asked)
        return;
    m_askAgain.stop();
    m_workshop.run(
        this, [caseId = m_stored.id](Workspace &workspace) { return workspace.decisionDraft(caseId); },
        [this, first = std::exchange(m_typedKnown, Known::Asked) == Known::Yes](const Result<QByteArray> &kept) {
            m_typedKnown = kept ? Known::Yes : Known::No;
            if (kept)
                takeTyped(*kept, first);
            else
                m_askAgain.start(retryAfter);
        });
}

void ReviewSession::takeTyped(const QByteArray &kept, bool first)
{
    if (!kept.isEmpty()) {
        m_typedKept = m_typedEarlier = TypedEntries::fromJson(kept);
        const bool untouched = !m_history.canUndo();
        Q_EMIT typedRestored();
        if (untouched)
            m_history.begunAnew(content(), m_typed.ofDraft()); // that it came back is no step
    }
    if (!first && typedToKeep())
        touch(); // what was put right meanwhile
}

void ReviewSession::setTyped(const QString &pointer, const QString &typed, const QString &problem)
{
    if (m_typed.set(pointer, typed, problem))
        contentChanged();
}

QDate ReviewSession::today() const
{
    return m_clock.now().toTimeZone(rulebook().zone).date();
}

Evidence ReviewSession::evidence(int fact) const
{
    return content().evidence.value(policy().facts.at(fact).id);
}

void ReviewSession::setAnswer(int fact, int option)
{
    if (m_given.at(fact) == option)
        return;
    reviewdesk::setAnswer(m_stored.reviewCase, policy(), fact, option);
    contentChanged();
}

void ReviewSession::confirmSuggestion(int fact)
{
    const Fact &asked = policy().facts.at(fact);
    const fhir::Suggestion *suggestion = m_sent->suggestion(asked.id);
    if (!suggestion || !editable())
        return;
    m_stored.reviewCase.facts.insert(asked.id, {suggestion->value});
    m_stored.reviewCase.evidence.insert(asked.id, m_sent->evidenceOf(*suggestion));
    contentChanged();
}

void ReviewSession::confirmEntry(const QString &entry)
{
    if (!isUnconfirmed(content(), entry))
        return;
    reviewdesk::confirmEntry(m_stored.reviewCase, entry);
    contentChanged();
}

void ReviewSession::confirmAllEntries()
{
    set(m_stored.reviewCase.unconfirmed, QStringList());
}

void ReviewSession::setEvidence(int fact, const Evidence &evidence)
{
    const QString &factId = policy().facts.at(fact).id;
    if (content().evidence.value(factId) == evidence)
        return;
    if (evidence.isEmpty())
        m_stored.reviewCase.evidence.remove(factId);
    else
        m_stored.reviewCase.evidence.insert(factId, evidence);
    contentChanged();
}

void ReviewSession::setRequest(const Request &request)
{
    set(m_stored.reviewCase.request, request);
}

void ReviewSession::setMember(const Member &member)
{
    set(m_stored.reviewCase.member, member);
}

void ReviewSession::setProvider(const Provider &provider)
{
    set(m_stored.reviewCase.provider, provider);
}

void ReviewSession::setFacility(const Provider &facility)
{
    set(m_stored.reviewCase.facility, facility);
}

void ReviewSession::setService(const Service &service)
{
    set(m_stored.reviewCase.service, service);
}

void ReviewSession::setRecorded(const Recorded &recorded)
{
    set(m_stored.reviewCase.recorded, recorded);
}

void ReviewSession::setDocuments(const QList<ReceivedDocument> &documents)
{
    set(m_stored.reviewCase.documents, documents);
}

void ReviewSession::setNurseNote(const QString &note)
{
    set(m_stored.reviewCase.nurseNote, note);
}

void ReviewSession::setDetermination(const Determination &determination)
{
    set(m_stored.reviewCase.determination, determination);
}

void ReviewSession::setPage(const QString &page)
{
    if (m_stored.page == page)
        return;
    m_stored.page = page;
    if (editable())
        touch(); // of a case that may only be read, nothing is kept
}

bool ReviewSession::editable(QString *why) const
{
    if (isDeciding()) {
        if (why)
            *why = tr("One moment…");
        return false;
    }
    if (m_kept && !mayMerge()) {
        if (why)
            *why = m_kept->stored.onlyRead ? m_kept->stored.onlyRead->message
                                           : tr("%1 took the case a step on meanwhile.").arg(m_kept->last.by);
        return false;
    }
    const Result<Status> answer = allowed(Action::Edit);
    if (!answer && why)
        *why = answer.error().message;
    return answer.ok();
}

ApprovalDates ReviewSession::approvalDefaults() const
{
    ReviewCase without = content();
    without.determination.validTo = {};
    const int days = rulebook().terms.approvalDays;
    const QDate to = approvalDates(without, today(), days).to;
    without.determination.validFrom = {};
    return {approvalDates(without, today(), days).from, to};
}

Result<Status> ReviewSession::allowed(Action action, const QString &comment) const
{
    if (m_ended)
        return m_saveError;
    if (m_stored.onlyRead && !isBesideTheCase(action))
        return *m_stored.onlyRead;
    if (m_second && action == Action::Edit)
        return Status::Draft; // its own paper; whose it is, the workspace checks at each save
    if (m_second)
        return Error{QStringLiteral("status"), tr("A second review decides nothing; it is only compared."), {}};
    ReviewCase asked = content();
    if (action == Action::Approve || action == Action::ApproveException)
        fillApprovalDates(asked, today(), rulebook().terms.approvalDays); // as the step will
    CaseState state =
        stateOf(m_stored.status, asked, policy(), m_view, m_stored.clock, m_stored.preparedBy, m_stored.deniedBy);
    state.comment = comment;
    state.now = m_clock.now();
    state.leastReplyBy =
        leastReplyBy(content().request, m_stored.clock, state.now, rulebook().dueRules, rulebook().zone);
    state.latestReplyBy =
        latestReplyBy(content().request, m_stored.clock, state.now, rulebook().dueRules, rulebook().zone);
    state.today = today();
    const Result<Status> after = afterAction(state, action, actor());
    if (!after || !needsReadable(action))
        return after;
    const std::optional<Error> problem = m_typed.problem();
    return problem ? Result<Status>(*problem) : after;
}

void ReviewSession::contentChanged()
{
    confirmChanged(m_history.now(), m_stored.reviewCase);
    judge();
    const TypedEntries::Texts typed = m_typed.ofDraft();
    QString field = changedField(m_history.now(), content());
    if (field.isEmpty())
        field = changedEntry(m_history.typedNow(), typed);
    const bool isAnswer = field.startsWith(QLatin1String("/facts/")); // each a step of its own
    if (!field.isEmpty())
        m_history.changed(content(), isAnswer ? QString() : field, now().toMSecsSinceEpoch(), typed);
    touch();
    Q_EMIT viewChanged();
}

void ReviewSession::showState(const ReviewCase &content, const TypedEntries::Texts &typed)
{
    const ReviewCase former = std::exchange(m_stored.reviewCase, content);
    m_stored.reviewCase.number = former.number;
    m_stored.reviewCase.policyId = former.policyId;
    m_stored.reviewCase.policyVersion = former.policyVersion;
    m_typed.setTexts(typed);
    m_typedEarlier = typed;
    judge();
    Q_EMIT reloaded();
    if (!typed.isEmpty())
        Q_EMIT typedRestored();
    Q_EMIT viewChanged();
}

void ReviewSession::undo()
{
    if (!canUndo())
        return;
    const ReviewCase before = m_history.now();
    m_history.undo();
    stepThroughHistory(before);
}

void ReviewSession::redo()
{
    if (!canRedo())
        return;
    const ReviewCase before = m_history.now();
    m_history.redo();
    stepThroughHistory(before);
}

void ReviewSession::stepThroughHistory(const ReviewCase &before)
{
    QString field = changedField(before, m_history.now());
    if (field.isEmpty())
        field = changedEntry(m_typed.ofDraft(), m_history.typedNow());
    showState(ReviewCase(m_history.now()), TypedEntries::Texts(m_history.typedNow()));
    touch();
    Q_EMIT undone(field);
}

void ReviewSession::touch()
{
    ++m_revision;
    if (!editable())
        return; // a physician's words on a referred case: kept by the decision itself
    if (m_saving == Saving::Stale)
        return; // kept on the screen until both are brought together
    m_pause.start(pause);
    if (!m_longestWait.isActive())
        m_longestWait.start(longestWait);
    if (!m_underWay)
        setSaving(Saving::Waiting);
}

void ReviewSession::judge()
{
    m_given = answersOf(content(), policy());
    m_view = viewOf(content(), rulebook(), m_stored.clock);
    m_findings = reviewdesk::findings(content(), policy(), m_view.interview, today());
    m_typed.addTo(m_findings);
}

} // namespace reviewdesk
