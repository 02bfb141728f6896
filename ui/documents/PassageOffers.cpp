#include "ui/documents/PassageOffers.h"

#include "ui/documents/RecordDesk.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/ElidedLink.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TabOrder.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace reviewdesk {

PassageOffers::PassageOffers(ReviewSession &session, RecordDesk &desk, int fact, QWidget *parent)
    : QWidget(parent), m_session(session), m_desk(desk), m_fact(fact)
{
    hide();
    connect(&desk.texts(), &RecordTexts::passagesChanged, this, [this] { refresh(m_wanted); });
}

/// When there is something to offer for the first time: most questions of most cases never need them.
void PassageOffers::makeRows()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    m_heading = makeLabel(tr("In the record. Read it before you confirm."), TextRole::Small);
    layout->addWidget(m_heading);
    for (int index = 0; index < mostRows; ++index) {
        Row row;
        row.widget = new QWidget;
        auto *line = new QHBoxLayout(row.widget);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(8);
        row.open = new ElidedLink;
        row.confirm = makeButton({}, ButtonKind::Link);
        line->addWidget(row.open, 1);
        line->addWidget(row.confirm);
        layout->addWidget(row.widget);
        connect(row.open, &QPushButton::clicked, this, [this, index] { Q_EMIT m_desk.openWanted(m_rows.at(index).passage); });
        connect(row.confirm, &QPushButton::clicked, this, [this, index] { m_desk.confirm(m_rows.at(index).passage); });
        m_rows.append(row);
    }
    m_more = makeLabel({}, TextRole::Small);
    layout->addWidget(m_more);
    takePlaceInTabOrder(this);
}

void PassageOffers::refresh(bool wanted)
{
    m_wanted = wanted;
    const bool needed = wanted && m_session.editable() && m_session.evidence(m_fact).isEmpty();
    const QList<FoundPassage> found = needed ? m_desk.texts().passagesOf(m_fact) : QList<FoundPassage>();
    if (found.isEmpty()) {
        hide();
        return;
    }
    if (m_rows.isEmpty())
        makeRows();
    const Fact &fact = m_session.policy().facts.at(m_fact);
    for (int index = 0; index < mostRows; ++index) {
        Row &row = m_rows[index];
        row.widget->setVisible(index < found.size());
        if (index >= found.size())
            continue;
        row.passage = found.at(index);
        const int option = row.passage.passage.option;
        const QString source = m_desk.sourceOf(row.passage);
        row.open->setWords(tr("%1: “%2”").arg(source, row.passage.quote));
        row.open->setAccessibleName(tr("Open %1: “%2”").arg(source, row.passage.quote));
        row.confirm->setVisible(option >= 0);
        if (option >= 0) {
            row.confirm->setText(tr("Confirm: %1").arg(fact.options.at(option).label));
            row.confirm->setAccessibleName(tr("Confirm %1: %2, by %3, passage %4")
                                               .arg(fact.label, fact.options.at(option).label, source)
                                               .arg(index + 1));
        }
        if (row.passage.confidence < 100)
            row.open->setToolTip(tr("%1\nRead by machine, %2% sure").arg(row.open->words()).arg(row.passage.confidence));
    }
    const qsizetype more = found.size() - mostRows;
    m_more->setText(more > 0 ? tr("%1 more passages: search the record.").arg(more) : QString());
    m_more->setVisible(more > 0);
    show();
}

QList<QPushButton *> PassageOffers::confirmButtons() const
{
    QList<QPushButton *> shown;
    for (const Row &row : m_rows) {
        if (row.confirm->isVisibleTo(this))
            shown << row.confirm;
    }
    return shown;
}

} // namespace reviewdesk
