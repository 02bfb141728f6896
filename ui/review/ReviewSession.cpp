#include "ui/review/ReviewSession.h"

#include "ui/review/Steps.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace reviewdesk {

namespace {

constexpr int retryAfter = 5000; ///< ms after a save that failed

/// `typed`: what cannot be read yet, where it is new. It goes first: a draft that is saved has a newer row version.
Result<StoredCase> keep(Workspace &workspace, const StoredCase &draft, const std::optional<QByteArray> &typed)
{
    if (!draft.id.isEmpty()) {
        const Result<void> kept = typed ? workspace.saveDecisionDraft(draft.id, *typed) : Result<void>();
        return kept ? workspace.saveDraft(draft) : Result<StoredCase>(kept.error());
    }
    Result<StoredCase> made = workspace.createCase(draft.reviewCase);
    if (!made)
        return made;
    StoredCase withPage = made.value();
    withPage.page = draft.page;
    return workspace.saveDraft(withPage);
}

/// A step that makes something of the record, so that all of it must be readable.
bool needsReadable(Action action)
{
    return action != Action::Edit && action != Action::Withdraw && action != Action::IssueLetter;
}

} // namespace

ReviewSession::ReviewSession(Workshop &workshop, StoredCase stored, const Clock &clock, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_rulebook(workshop.sharedRulebook()), m_actor(workshop.user().person()),
      m_clock(clock), m_stored(std::move(stored))
{
    for (QTimer *timer : {&m_pause, &m_longestWait, &m_retry}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
        connect(timer, &QTimer::timeout, this, &ReviewSession::startSave);
    }
    judge();
    loadTyped();
}

ReviewSession::~ReviewSession()
{
    blockSignals(true); // who listens may be half gone
    if (m_underWay)
        finishSave(m_saveNumber, m_save.result());
    if (hasUnsaved() && editable())
        m_workshop.run([draft = m_stored, typed = m_typedChanged ? std::optional(typedJson()) : std::nullopt](
                           Workspace &workspace) { return keep(workspace, draft, typed); });
}

/// Only of a draft: on other cases the same place keeps what is half written of a decision.
void ReviewSession::loadTyped()
{
    if (m_stored.id.isEmpty() || !editable())
        return;
    m_workshop.run(
        this, [caseId = m_stored.id](Workspace &workspace) { return workspace.decisionDraft(caseId); },
        [this](const Result<QByteArray> &kept) {
            const QJsonObject typed =
                kept ? QJsonDocument::fromJson(*kept).object().value(QLatin1String("typed")).toObject() : QJsonObject();
            for (auto entry = typed.begin(); entry != typed.end(); ++entry)
                m_typedEarlier.insert(entry.key(), entry.value().toString());
            if (!m_typedEarlier.isEmpty())
                Q_EMIT typedRestored();
        });
}

QByteArray ReviewSession::typedJson() const
{
    QJsonObject typed;
    for (auto entry = m_typed.begin(); entry != m_typed.end(); ++entry) {
        if (!entry->text.isEmpty())
            typed.insert(entry.key(), entry->text);
    }
    if (typed.isEmpty())
        return {};
    return QJsonDocument(QJsonObject{{QStringLiteral("typed"), typed}}).toJson(QJsonDocument::Compact);
}

void ReviewSession::setTyped(const QString &pointer, const QString &typed, const QString &problem)
{
    if (typed.isEmpty() && problem.isEmpty()) {
        clearTyped(pointer);
        return;
    }
    const Typed entry{typed, problem};
    const auto found = m_typed.constFind(pointer);
    if (found != m_typed.constEnd() && *found == entry)
        return;
    m_typedChanged = m_typedChanged || found == m_typed.constEnd() || found->text != typed;
    m_typed.insert(pointer, entry);
    contentChanged();
}

void ReviewSession::clearTyped(const QString &pointer)
{
    if (m_typed.remove(pointer) == 0)
        return;
    m_typedChanged = true;
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
    if (m_saving == Saving::Stale)
        return false;
    const Result<Status> answer = allowed(Action::Edit);
    if (!answer && why)
        *why = answer.error().message;
    return answer.ok();
}

Result<Status> ReviewSession::allowed(Action action, const QString &comment) const
{
    const CaseState state{m_stored.status, &content(), &policy(), &m_view.interview, &m_view.evaluation,
        m_stored.preparedBy, comment, m_view.due, m_stored.clock.extendedAt.isValid(), m_stored.deniedBy};
    const Result<Status> after = afterAction(state, action, actor());
    if (!after || !needsReadable(action))
        return after;
    for (auto entry = m_typed.begin(); entry != m_typed.end(); ++entry) {
        if (!entry->problem.isEmpty())
            return Error{QStringLiteral("unreadable"), entry->problem, entry.key()};
    }
    return after;
}

void ReviewSession::contentChanged()
{
    judge();
    touch();
    Q_EMIT viewChanged();
}

void ReviewSession::touch()
{
    ++m_revision;
    if (!editable())
        return; // a physician's words on a referred case: kept by the decision itself
    m_pause.start(pause);
    if (!m_longestWait.isActive())
        m_longestWait.start(longestWait);
    if (m_saving != Saving::Stale && !m_underWay)
        setSaving(Saving::Waiting);
}

void ReviewSession::judge()
{
    m_given = answersOf(content(), policy());
    m_view = viewOf(content(), rulebook(), m_stored.clock);
    m_findings = reviewdesk::findings(content(), policy(), m_view.interview, today());
    for (auto entry = m_typed.begin(); entry != m_typed.end(); ++entry) {
        if (!entry->problem.isEmpty())
            m_findings.append({Severity::Wrong, requestStep, entry.key(), entry->problem});
    }
}

void ReviewSession::saveNow()
{
    startSave();
}

void ReviewSession::startSave()
{
    m_pause.stop();
    m_longestWait.stop();
    m_retry.stop();
    if (m_underWay || !hasUnsaved() || !editable())
        return;
    m_underWay = true;
    m_revisionUnderWay = m_revision;
    const quint64 saveNumber = ++m_saveNumber;
    setSaving(Saving::UnderWay);
    m_typedUnderWay = std::exchange(m_typedChanged, false);
    m_save = m_workshop.run([draft = m_stored, typed = m_typedUnderWay ? std::optional(typedJson()) : std::nullopt](
                                Workspace &workspace) { return keep(workspace, draft, typed); });
    // A call after it, which a session that has died meanwhile does not get.
    m_workshop.run(
        this, [](Workspace &) { return Result<void>(); },
        [this, saveNumber](const Result<void> &) {
            if (m_underWay && saveNumber == m_saveNumber)
                finishSave(saveNumber, m_save.result());
        });
}

void ReviewSession::finishSave(quint64 saveNumber, const Result<StoredCase> &answer)
{
    if (!m_underWay || saveNumber != m_saveNumber)
        return; // flush() was faster than the event loop
    m_underWay = false;
    if (!answer) {
        m_typedChanged = m_typedChanged || m_typedUnderWay;
        m_saveError = answer.error();
        setSaving(m_saveError.code == QLatin1String("stale") ? Saving::Stale : Saving::Failed);
        if (m_saving == Saving::Failed)
            m_retry.start(retryAfter);
        if (std::exchange(m_act, std::nullopt))
            Q_EMIT refused(m_saveError);
        return;
    }
    m_savedRevision = m_revisionUnderWay;
    adopt(answer.value());
    if (hasUnsaved()) {
        setSaving(Saving::Waiting);
        if (!m_pause.isActive())
            startSave(); // the newest change has waited long enough
    } else {
        setSaving(Saving::Saved);
    }
    Q_EMIT saved(m_stored.savedAt);
    continueAct();
}

/// Takes over what the workspace adds to a case; the content stays as it is on the screen.
void ReviewSession::adopt(const StoredCase &stored)
{
    m_stored.id = stored.id;
    m_stored.rowVersion = stored.rowVersion;
    m_stored.round = stored.round;
    m_stored.roundKind = stored.roundKind;
    m_stored.clock = stored.clock;
    m_stored.deniedBy = stored.deniedBy;
    m_stored.status = stored.status;
    m_stored.preparedBy = stored.preparedBy;
    m_stored.assignedTo = stored.assignedTo;
    m_stored.createdAt = stored.createdAt;
    m_stored.savedAt = stored.savedAt;
    m_stored.reviewCase.number = stored.reviewCase.number;
    m_stored.reviewCase.policyId = stored.reviewCase.policyId;
    m_stored.reviewCase.policyVersion = stored.reviewCase.policyVersion;
}

void ReviewSession::flush()
{
    do {
        if (!m_underWay)
            startSave();
        if (!m_underWay)
            return;
        m_save.waitForFinished();
        finishSave(m_saveNumber, m_save.result());
    } while (hasUnsaved() && m_saving != Saving::Failed && m_saving != Saving::Stale);
}

void ReviewSession::reload()
{
    if (m_underWay || m_stored.id.isEmpty())
        return;
    m_workshop.run(
        this,
        [caseId = m_stored.id, dropTyped = !m_typed.isEmpty()](Workspace &workspace) {
            // What cannot be read is given up with the rest; kept, it would only come back.
            const Result<void> dropped = dropTyped ? workspace.saveDecisionDraft(caseId, {}) : Result<void>();
            return dropped ? workspace.loadCase(caseId) : Result<StoredCase>(dropped.error());
        },
        [this](const Result<StoredCase> &answer) {
            if (!answer) {
                Q_EMIT refused(answer.error());
                return;
            }
            m_pause.stop();
            m_longestWait.stop();
            m_stored = answer.value();
            m_savedRevision = m_revision;
            m_typed.clear();
            m_typedEarlier.clear();
            m_typedChanged = false;
            judge();
            setSaving(Saving::Saved);
            Q_EMIT reloaded();
            Q_EMIT viewChanged();
        });
}

void ReviewSession::perform(Action action, const QString &comment)
{
    if (m_act)
        return;
    m_act = Act{action, comment};
    startSave();
    continueAct();
}

void ReviewSession::continueAct()
{
    if (!m_act || m_act->sent || m_underWay)
        return;
    if (hasUnsaved() && editable()) {
        startSave();
        return;
    }
    m_act->sent = true;
    m_workshop.run(
        this,
        [current = m_stored, act = *m_act](
            Workspace &workspace) { return workspace.act(current, act.action, act.comment); },
        [this](const Result<StoredCase> &answer) { finishAct(answer); });
}

void ReviewSession::finishAct(const Result<StoredCase> &answer)
{
    const Act act = *std::exchange(m_act, std::nullopt);
    if (!answer) {
        if (answer.error().code == QLatin1String("stale")) {
            m_saveError = answer.error();
            setSaving(Saving::Stale);
        }
        Q_EMIT refused(answer.error());
        return;
    }
    m_stored = answer.value();
    m_savedRevision = m_revision;
    m_typed.clear(); // the step dropped it
    m_typedChanged = false;
    judge();
    setSaving(Saving::Saved);
    Q_EMIT saved(m_stored.savedAt);
    Q_EMIT acted(act.action);
    Q_EMIT viewChanged();
}

void ReviewSession::setSaving(Saving saving)
{
    if (m_saving == saving)
        return;
    m_saving = saving;
    Q_EMIT savingChanged();
}

} // namespace reviewdesk
