// How a case is kept while a person works in it, and brought together with what somebody else kept.
#include "store/Unsaved.h"
#include "ui/review/ReviewSession.h"

#include <utility>

namespace reviewdesk {

namespace {

/// What cannot be read yet in a draft, where it is new.
struct NewlyTyped {
    std::optional<TypedEntries::Texts> texts;
    bool besides = false; ///< what is kept is not known: these go into it
};

Result<void> keepTyped(Workspace &workspace, const QString &caseId, const NewlyTyped &typed)
{
    if (!typed.texts)
        return {};
    if (!typed.besides)
        return workspace.saveDecisionDraft(caseId, TypedEntries::toJson(*typed.texts));
    const Result<QByteArray> kept = workspace.decisionDraft(caseId);
    if (!kept)
        return kept.error();
    TypedEntries::Texts all = TypedEntries::fromJson(*kept);
    all.insert(*typed.texts);
    return workspace.saveDecisionDraft(caseId, TypedEntries::toJson(all));
}

/// `typed` goes first: a draft that is saved has a newer row version.
Result<StoredCase> keep(Workspace &workspace, const StoredCase &draft, const NewlyTyped &typed,
    const std::optional<SecondReview> &second)
{
    if (second)
        return workspace.saveSecondReview(second->sampleId, second->position, draft);
    if (!draft.id.isEmpty()) {
        const Result<void> kept = keepTyped(workspace, draft.id, typed);
        return kept ? workspace.saveDraft(draft) : Result<StoredCase>(kept.error());
    }
    Result<StoredCase> made = workspace.createCase(draft.reviewCase);
    if (!made)
        return made;
    StoredCase withPage = made.value();
    withPage.page = draft.page;
    return workspace.saveDraft(withPage);
}

/// Where the server is away, on this computer instead: then the error is `set_aside`.
Result<StoredCase> keepOrSetAside(Workspace &workspace, const StoredCase &draft, const NewlyTyped &typed,
    const UnsavedDraft &unsaved, bool hasAside)
{
    Result<StoredCase> kept = keep(workspace, draft, typed, std::nullopt);
    if (kept) {
        if (hasAside)
            workspace.dropUnsaved(draft.id);
        return kept;
    }
    const QString &code = kept.error().code;
    if (code != QLatin1String("lost") && code != QLatin1String("in_doubt"))
        return kept;
    if (const Result<void> aside = workspace.keepUnsaved(unsaved); !aside)
        return kept;
    return Error{QStringLiteral("set_aside"),
        ReviewSession::tr("The server is away. It is kept on this computer, encrypted for you, until it can be saved."), {}};
}

} // namespace

/// Carries everything with it: the session may be gone by then.
std::function<Result<StoredCase>(Workspace &)> ReviewSession::keeping() const
{
    const NewlyTyped typed{typedToKeep(), m_typedKnown != Known::Yes};
    if (m_second || m_stored.id.isEmpty())
        return [draft = m_stored, typed, second = m_second](
                   Workspace &workspace) { return keep(workspace, draft, typed, second); };
    const UnsavedDraft unsaved{m_stored.id, content().number, m_stored.rowVersion, m_stored.page, m_base, content(),
        TypedEntries::toJson(m_typed.texts()), now().toUTC()};
    return [draft = m_stored, typed, unsaved, hasAside = m_hasAside](
               Workspace &workspace) { return keepOrSetAside(workspace, draft, typed, unsaved, hasAside); };
}

void ReviewSession::loadUnsaved()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.unsaved(); },
        [this](const Result<QList<UnsavedDraft>> &drafts) {
            if (!drafts || m_history.canUndo())
                return; // a folder; or somebody types already
            for (const UnsavedDraft &unsaved : *drafts) {
                if (unsaved.caseId == m_stored.id)
                    goOnWith(unsaved);
            }
        });
}

/// As if it was never left: what somebody saved since is found by the save, and brought together with it.
void ReviewSession::goOnWith(const UnsavedDraft &unsaved)
{
    if (std::exchange(m_underWay, false)) // of the page alone, which is no change: its answer would be of another state
        ++m_saveNumber;
    m_hasAside = true;
    m_stored.rowVersion = unsaved.rowVersion;
    m_base = unsaved.base;
    const TypedEntries::Texts typed = TypedEntries::fromJson(unsaved.typed);
    m_typed.setTexts(typed);
    m_history.changed(unsaved.content, {}, now().toMSecsSinceEpoch(), m_typed.ofDraft()); // it can be taken back
    showState(unsaved.content, typed);
    Q_EMIT unsavedRestored(unsaved.at);
    touch();
    if (!editable())
        becomeStale(); // there is nothing to save it in any more; it can be compared, and copied from
}

ReviewSession::~ReviewSession()
{
    blockSignals(true); // who listens may be half gone
    if (hasTypedSinceAct() && !isDeciding())
        takeAnswer(m_answer.result());
    if (m_underWay)
        finishSave(m_saveNumber, m_save.result());
    if (hasUnsaved() && editable() && m_saving != Saving::Stale)
        m_workshop.run(keeping());
}

std::optional<TypedEntries::Texts> ReviewSession::typedToKeep() const
{
    const TypedEntries::Texts typed = m_typed.texts();
    const bool isKept = m_typedKnown == Known::Yes ? typed == m_typedKept : typed.isEmpty();
    return isKept ? std::nullopt : std::optional(typed);
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
    if (m_underWay || m_saving == Saving::Stale || !hasUnsaved() || !editable())
        return;
    if (m_act && m_act->stage == Act::Sent)
        return; // its answer brings the row version that the next save goes from
    m_underWay = true;
    m_revisionUnderWay = m_revision;
    m_contentUnderWay = content();
    const quint64 saveNumber = ++m_saveNumber;
    setSaving(Saving::UnderWay);
    m_typedUnderWay = m_typed.texts();
    m_typedBesides = m_typedKnown != Known::Yes;
    m_save = m_workshop.run(keeping());
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
        m_saveError = answer.error();
        const bool isOlder = m_saveError.code == QLatin1String("older_program"); // the newer one saved it meanwhile
        if (isOlder)
            m_stored.onlyRead = m_saveError;
        if (isOlder || m_saveError.code == QLatin1String("stale")) {
            becomeStale();
        } else if (m_second && m_saveError.code == QLatin1String("status")) {
            end(m_saveError);
        } else {
            if (m_saveError.code == QLatin1String("set_aside")) {
                m_hasAside = true;
                m_asideRevision = m_revisionUnderWay;
            }
            setSaving(Saving::Failed);
            m_retry.start(retryAfter);
        }
        dropAct();
        return;
    }
    m_savedRevision = m_revisionUnderWay;
    m_hasAside = false;
    if (m_typedBesides)
        m_typedKept.insert(m_typedUnderWay);
    else
        m_typedKept = m_typedUnderWay;
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
    m_base = m_contentUnderWay;
    m_base.number = stored.reviewCase.number;
    m_base.policyId = stored.reviewCase.policyId;
    m_base.policyVersion = stored.reviewCase.policyVersion;
}

void ReviewSession::flush()
{
    if (hasTypedSinceAct() && !isDeciding())
        takeAnswer(m_answer.result()); // acted() follows by the event loop: who leaves is led nowhere meanwhile
    do {
        if (!m_underWay)
            startSave();
        if (!m_underWay)
            return;
        m_save.waitForFinished();
        finishSave(m_saveNumber, m_save.result());
    } while (hasUnsaved() && m_saving != Saving::Failed && m_saving != Saving::Stale);
}

void ReviewSession::becomeStale()
{
    m_pause.stop();
    m_longestWait.stop();
    m_retry.stop();
    setSaving(Saving::Stale);
    lookAtKept();
    dropAct();
}

/// Of a second review that is finished nothing is changed, whatever is on the screen.
void ReviewSession::end(const Error &refusal)
{
    const bool lost = hasUnsaved();
    m_saveError = refusal;
    m_ended = true;
    for (QTimer *timer : {&m_pause, &m_longestWait, &m_retry})
        timer->stop();
    setSaving(lost ? Saving::Failed : Saving::Saved);
    dropAct();
    Q_EMIT viewChanged(); // it is for reading from now on
}

void ReviewSession::heed(const Error &refusal)
{
    if (refusal.code == QLatin1String("stale")) {
        m_saveError = refusal;
        becomeStale();
    } else if (m_second && refusal.code == QLatin1String("status")) {
        end(refusal);
    }
}

void ReviewSession::look()
{
    lookAtKept();
}

void ReviewSession::lookAtKept()
{
    if (m_stored.id.isEmpty())
        return;
    m_lookAgain = m_looking; // what is being read may be older than what is asked for
    if (m_looking)
        return;
    m_looking = true;
    m_workshop.run(
        this,
        [caseId = m_stored.id, second = m_second](Workspace &workspace) {
            return second ? keptNow(workspace, second->sampleId, second->position) : keptNow(workspace, caseId);
        },
        [this](const Result<KeptMeanwhile> &answer) {
            m_looking = false;
            if (m_lookAgain)
                lookAtKept();
            if (!answer && m_second && answer.error().code == QLatin1String("status"))
                end(answer.error());
            const bool isOlder = m_saving == Saving::Stale && m_stored.onlyRead; // the version that it was loaded with is gone
            if (!answer || answer->stored.rowVersion < m_stored.rowVersion ||
                (answer->stored.rowVersion == m_stored.rowVersion && !(isOlder && answer->stored.onlyRead)))
                return;
            if (m_saving != Saving::Stale) {
                if (!editable() || (!m_underWay && !hasUnsaved()))
                    Q_EMIT keptIsNewer(*answer);
                return; // else the save under way will be told
            }
            if (content() == m_base) { // nothing of this draft is at stake
                goOn(*answer, answer->stored.reviewCase, m_typed.texts());
            } else {
                m_kept = *answer;
                Q_EMIT savingChanged();
                Q_EMIT viewChanged(); // it may not be saved any more
            }
            Q_EMIT keptIsNewer(*answer);
        });
}

bool ReviewSession::mayMerge() const
{
    if (!m_kept || m_kept->stored.round != m_stored.round || m_kept->stored.onlyRead)
        return false;
    if (m_second)
        return true;
    const StoredCase &kept = m_kept->stored;
    const CaseState state =
        stateOf(kept.status, content(), policy(), m_view, kept.clock, kept.preparedBy, kept.deniedBy);
    return afterAction(state, Action::Edit, actor()).ok();
}

CaseMerge ReviewSession::merge() const
{
    Q_ASSERT(m_kept);
    return mergeCases(m_base, content(), m_kept->stored.reviewCase, policy());
}

Result<void> ReviewSession::takeMerged(const KeptMeanwhile &kept, const CaseMerge &merge, const QSet<QString> &mine)
{
    const Result<ReviewCase> both = mergedCase(merge, mine, policy(), rulebook().caseSchema);
    if (!both)
        return both.error();
    goOn(KeptMeanwhile(kept), *both, m_typed.texts());
    touch();
    startSave();
    return {};
}

void ReviewSession::followKept(const KeptMeanwhile &kept)
{
    goOn(KeptMeanwhile(kept), kept.stored.reviewCase, m_typed.texts());
}

void ReviewSession::takeKept(const KeptMeanwhile &kept)
{
    if (std::exchange(m_hasAside, false))
        m_workshop.run(this, [caseId = m_stored.id](Workspace &workspace) {
            workspace.dropUnsaved(caseId);
            return Result<void>();
        }, [](const Result<void> &) { });
    goOn(KeptMeanwhile(kept), kept.stored.reviewCase, {});
    if (editable() && typedToKeep()) { // what cannot be read is given up with the rest; kept, it would only come back
        touch();
        startSave();
    }
}

/// From the state that is kept on, with `content` on the screen; the page stays.
void ReviewSession::goOn(const KeptMeanwhile &kept, const ReviewCase &content, const TypedEntries::Texts &typed)
{
    const QString page = m_stored.page;
    m_stored = kept.stored;
    m_stored.page = page;
    m_base = kept.stored.reviewCase;
    m_kept.reset();
    m_savedRevision = m_revision;
    m_typed.setTexts(typed);
    m_history.begunAnew(content, m_typed.ofDraft());
    setSaving(Saving::Saved);
    dropAct();
    showState(content, typed);
}

void ReviewSession::setSaving(Saving saving)
{
    if (m_saving == saving)
        return;
    m_saving = saving;
    Q_EMIT savingChanged();
}

} // namespace reviewdesk
