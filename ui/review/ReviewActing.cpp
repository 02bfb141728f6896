// How a step of the workflow is taken on the case that a person works in: after its save, and on what they have seen.
#include "store/RulesChanged.h"
#include "ui/review/ReviewSession.h"

#include <utility>

namespace reviewdesk {

std::optional<Error> ReviewSession::mustCompare() const
{
    const QString stale = QStringLiteral("stale");
    if (m_saving != Saving::Stale)
        return std::nullopt;
    QString why;
    if (editable(&why))
        return Error{stale,
            tr("Somebody else saved this case meanwhile. First compare it with what you entered (the notice at the top of "
               "the page), then decide."),
            {}};
    return m_kept || m_saveError.code != stale ? Error{stale, why, {}} : m_saveError;
}

void ReviewSession::perform(Action action, const QString &comment, const std::optional<ContractProvision> &provision)
{
    if (m_act)
        return;
    if (const std::optional<Error> first = mustCompare()) {
        if (!m_kept)
            lookAtKept();
        Q_EMIT refused(*first);
        return;
    }
    m_act = Act{action, comment, provision};
    startSave();
    continueAct();
}

void ReviewSession::continueAct()
{
    if (!m_act || m_act->stage != Act::Waiting || m_underWay)
        return;
    if (hasUnsaved() && editable()) {
        startSave();
        return;
    }
    m_act->stage = Act::Sent;
    m_act->rowVersion = m_stored.rowVersion;
    m_act->revision = m_revision;
    m_act->content = content();
    StoredCase current = m_stored;
    if (m_act->provision)
        current.reviewCase.determination.contractProvision = m_act->provision;
    m_answer = m_workshop.run([current, action = m_act->action, comment = m_act->comment, seen = m_rulebook](
                                  Workspace &workspace) -> Result<StoredCase> {
        if (const auto changed = policyChanged(action, seen->policy, workspace.rulebook().policy))
            return *changed;
        return workspace.act(current, action, comment);
    });
    // A call after it, which a session that has died meanwhile does not get.
    m_workshop.run(
        this, [](Workspace &) { return Result<void>(); },
        [this](const Result<void> &) { finishAct(m_answer.result()); });
    if (isDeciding())
        Q_EMIT viewChanged(); // it is for reading until then
}

void ReviewSession::dropAct()
{
    if (!m_act || m_act->stage != Act::Waiting)
        return;
    m_act.reset();
    Q_EMIT refused(m_saveError);
}

/// What the answer makes of the case here; what was typed since it was asked for goes on from it.
void ReviewSession::takeAnswer(const Result<StoredCase> &answer)
{
    const bool wasDeciding = isDeciding();
    m_act->stage = Act::Answered;
    if (answer) {
        takeActed(*answer);
    } else if (answer.error().code == QLatin1String("stale") && m_act->rowVersion == m_stored.rowVersion) {
        m_saveError = answer.error();
        becomeStale();
    }
    startSave();
    if (wasDeciding)
        Q_EMIT viewChanged();
}

void ReviewSession::takeActed(const StoredCase &answer)
{
    const bool typed = m_revision != m_act->revision;
    const ReviewCase mine = content();
    const QString page = m_stored.page;
    m_stored = answer;
    m_base = content();
    m_kept.reset();
    const bool goesOn = m_act->goesOn();
    m_savedRevision = goesOn ? m_act->revision : m_revision;
    if (goesOn && typed) {
        m_stored.page = page;
        const CaseMerge merge = mergeCases(m_act->content, mine, answer.reviewCase, policy());
        if (const Result<ReviewCase> both = mergedCase(merge, {}, policy(), rulebook().caseSchema))
            m_stored.reviewCase = *both;
    }
    if (!goesOn) {
        m_typed.clear(); // the step dropped them
        m_typedKept.clear();
    }
    m_history.begunAnew(content(), m_typed.ofDraft());
    judge();
    if (typed && !goesOn)
        Q_EMIT reloaded(); // the screen shows what was decided
    setSaving(hasUnsaved() && editable() ? Saving::Waiting : Saving::Saved);
    Q_EMIT saved(m_stored.savedAt);
}

void ReviewSession::finishAct(const Result<StoredCase> &answer)
{
    if (m_act->stage == Act::Sent) // else flush() was faster than the event loop
        takeAnswer(answer);
    const Act act = *std::exchange(m_act, std::nullopt);
    if (!answer) {
        Q_EMIT refused(answer.error());
        return;
    }
    Q_EMIT acted(act.action);
    Q_EMIT viewChanged();
}

} // namespace reviewdesk
