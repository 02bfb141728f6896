#pragma once

#include "cases/ReviewCase.h"

#include <QList>
#include <QMap>
#include <QString>

namespace reviewdesk {

/// Undo and redo inside a draft: the states it went through while it is open. Changes of the same thing that follow
/// each other closely (letters typed into one field) are one step. Undoing is an edit like any other: it is saved, and
/// the record keeps it.
class DraftHistory {
public:
    /// What stands beside the draft and could not be read yet, by the entry's pointer.
    using Typed = QMap<QString, QString>;
    static constexpr qsizetype mostSteps = 200; ///< the oldest are forgotten
    static constexpr qint64 oneStepWithin = 1000; ///< milliseconds

    explicit DraftHistory(ReviewCase first = {}, Typed typed = {});

    /// The draft became `next` by a change of `thing` (a field's or fact's name; empty: by itself a step).
    void changed(const ReviewCase &next, const QString &thing, qint64 atMilliseconds, const Typed &typed = {});
    /// Another person's changes were merged in: steps before it would take them away again, so there are none.
    void begunAnew(const ReviewCase &state, const Typed &typed = {});

    bool canUndo() const { return m_now > 0; }
    bool canRedo() const { return m_now + 1 < m_states.size(); }
    QString undoThing() const; ///< what undo() takes back; empty when nothing
    QString redoThing() const;
    const ReviewCase &undo(); ///< the state before; only while canUndo()
    const ReviewCase &redo(); ///< only while canRedo()
    const ReviewCase &now() const { return m_states.at(m_now).state; }
    const Typed &typedNow() const { return m_states.at(m_now).typed; }

private:
    struct Step {
        ReviewCase state;
        Typed typed;
        QString thing; ///< by which it came to be
        qint64 at = 0;
    };
    QList<Step> m_states;
    qsizetype m_now = 0;
    bool m_typing = false; ///< the newest step may still grow
};

} // namespace reviewdesk
