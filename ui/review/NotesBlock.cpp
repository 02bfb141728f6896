#include "ui/review/NotesBlock.h"

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Styling.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

NotesBlock::NotesBlock(ReviewSession &session, const QStringList &ids, QWidget *parent)
    : QWidget(parent), m_session(session), m_more(makeButton({}, ButtonKind::Link))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const NoteKind kind : {NoteKind::Reading, NoteKind::Advisory}) {
        for (int index = 0; index < session.policy().notes.size(); ++index) {
            const PolicyNote &note = session.policy().notes.at(index);
            const bool about =
                std::any_of(ids.begin(), ids.end(), [&note](const QString &id) { return note.about.contains(id); });
            if (note.kind != kind || !about)
                continue;
            QLabel *label =
                makeLabel(kind == NoteKind::Reading ? tr("Reading of the policy: %1").arg(note.text) : note.text,
                    TextRole::Small, this);
            label->setToolTip(note.source.quote.isEmpty() ? note.source.section
                                                          : tr("%1: “%2”").arg(note.source.section, note.source.quote));
            m_notes.append({index, label});
        }
    }
    layout->addWidget(m_more);
    m_more->setCheckable(true);
    for (const auto &[index, label] : std::as_const(m_notes))
        layout->insertWidget(
            session.policy().notes.at(index).kind == NoteKind::Reading ? layout->indexOf(m_more) : -1, label);
    m_more->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_more, &QPushButton::toggled, this, &NotesBlock::refresh);
    const QString about = ids.isEmpty() ? QString() : ids.first();
    const int fact = session.policy().factIndex(about);
    m_more->setProperty("about", fact >= 0 ? session.policy().facts.at(fact).label : tr("recorded items"));
    refresh();
}

void NotesBlock::refresh()
{
    int shown = 0;
    int advisories = 0;
    for (const auto &[index, label] : std::as_const(m_notes)) {
        const PolicyNote &note = m_session.policy().notes.at(index);
        const bool applies = holdsIn(note.shownWhen, m_session.view().interview.effective);
        advisories += applies && note.kind == NoteKind::Advisory ? 1 : 0;
        shown += applies ? 1 : 0;
        label->setVisible(applies && (note.kind == NoteKind::Reading || m_more->isChecked()));
        const QString place = note.source.section;
        const QString text =
            note.kind == NoteKind::Reading ? tr("Reading of the policy: %1").arg(note.text) : note.text;
        label->setText(tr("%1 [%2]").arg(text, place));
    }
    m_more->setVisible(advisories > 0);
    const QString words =
        advisories == 1 ? tr("1 note from the policy") : tr("%1 notes from the policy").arg(advisories);
    m_more->setText(m_more->isChecked() ? tr("Hide the notes") : words);
    m_more->setAccessibleName(tr("%1: %2").arg(m_more->text(), m_more->property("about").toString()));
    setVisible(shown > 0);
}

} // namespace reviewdesk
