#include "cases/DraftHistory.h"

namespace reviewdesk {

DraftHistory::DraftHistory(ReviewCase first, Typed typed)
    : m_states{Step{std::move(first), std::move(typed), {}, 0}}
{
}

void DraftHistory::changed(const ReviewCase &next, const QString &thing, qint64 atMilliseconds, const Typed &typed)
{
    if (next == now() && typed == typedNow())
        return;
    m_states.remove(m_now + 1, m_states.size() - m_now - 1); // what was undone is not done again after another change
    Step &last = m_states.last();
    const bool grows = m_typing && !thing.isEmpty() && last.thing == thing && atMilliseconds >= last.at &&
        atMilliseconds - last.at <= oneStepWithin;
    if (grows) {
        last.state = next;
        last.typed = typed;
        last.at = atMilliseconds;
        return;
    }
    m_states.append({next, typed, thing, atMilliseconds});
    if (m_states.size() > mostSteps + 1)
        m_states.removeFirst();
    m_now = m_states.size() - 1;
    m_typing = true;
}

void DraftHistory::begunAnew(const ReviewCase &state, const Typed &typed)
{
    m_states = {Step{state, typed, {}, 0}};
    m_now = 0;
    m_typing = false;
}

QString DraftHistory::undoThing() const
{
    return canUndo() ? m_states.at(m_now).thing : QString();
}

QString DraftHistory::redoThing() const
{
    return canRedo() ? m_states.at(m_now + 1).thing : QString();
}

const ReviewCase &DraftHistory::undo()
{
    Q_ASSERT(canUndo());
    m_typing = false;
    --m_now;
    return now();
}

const ReviewCase &DraftHistory::redo()
{
    Q_ASSERT(canRedo());
    m_typing = false;
    ++m_now;
    return now();
}

} // namespace reviewdesk
