#include "ui/decision/TalkCard.h"

#include "cases/DateWords.h"
#include "ui/widgets/Styling.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

QString dayOf(const QDateTime &at, const QTimeZone &zone)
{
    return dayWordsInYear(at.toTimeZone(zone).date());
}

} // namespace

TalkCard::TalkCard(QTimeZone zone, QWidget *parent)
    : Card(tr("Peer-to-peer and opinions"), parent), m_zone(std::move(zone)), m_list(new QVBoxLayout)
{
    m_list->setSpacing(4);
    body()->addLayout(m_list);
    auto *more = makeButton(tr("Remarks and &talks…"), ButtonKind::Link);
    body()->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, &TalkCard::sheetWanted);
}

void TalkCard::showNotes(const QList<CaseNote> &notes, int round)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    const auto add = [this](const QString &line, TextRole role) {
        m_lines << line;
        m_list->addWidget(makeLabel(line, role));
    };
    for (const CaseNote &note : notes) {
        if (note.round != round)
            continue;
        if (note.talk)
            add(tr("Peer-to-peer %1, %2, with %3: %4")
                    .arg(
                        label(note.talk->outcome).toLower(), dayAndClockWords(note.talk->at.toTimeZone(m_zone)),
                        note.talk->with, note.words),
                TextRole::Body);
        else if (note.action == Action::AskOpinion)
            add(tr("%1 asked %2, %3: “%4”").arg(note.userName, note.toUserName, dayOf(note.at, m_zone), note.words),
                TextRole::Body);
        else if (note.action == Action::GiveOpinion)
            add(tr("%1 answered, %2: “%3”").arg(note.userName, dayOf(note.at, m_zone), note.words), TextRole::Body);
    }
    if (!lastTalk(notes, round))
        add(tr("No peer-to-peer talk is on record in this round."), TextRole::Quiet);
    const auto remarks =
        std::count_if(notes.begin(), notes.end(), [](const CaseNote &note) { return note.action == Action::Comment; });
    if (remarks > 0)
        add(tr("Remarks on the case: %1").arg(remarks), TextRole::Quiet);
}

} // namespace reviewdesk
