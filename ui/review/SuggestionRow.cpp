#include "ui/review/SuggestionRow.h"

#include "ui/widgets/Chip.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TabOrder.h"

#include <QHBoxLayout>

namespace reviewdesk {

SuggestionRow::SuggestionRow(const QString &about, QWidget *parent) : QWidget(parent), m_about(about)
{
    hide();
}

/// When something is suggested for the first time: most questions of most cases never need it.
void SuggestionRow::make()
{
    m_value = new Chip({}, Tone::Neutral, this);
    m_reason = makeLabel({}, TextRole::Quiet, this);
    m_confirm = makeButton(tr("Confirm"), ButtonKind::Secondary, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_value);
    row->addWidget(m_reason, 1);
    row->addWidget(m_confirm);
    m_confirm->setAccessibleName(tr("Confirm the suggestion: %1").arg(m_about));
    m_confirm->setToolTip(tr("Makes it your answer, with its source (S)"));
    connect(m_confirm, &QPushButton::clicked, this, &SuggestionRow::confirmed);
    takePlaceInTabOrder(this);
}

void SuggestionRow::showSuggestion(
    const QString &value, const QString &reason, const QString &place, bool mayConfirm)
{
    if (!m_confirm)
        make();
    m_value->setContent(tr("suggested: %1").arg(value), mayConfirm ? Tone::Accent : Tone::Neutral);
    m_reason->setText(reason);
    m_reason->setToolTip(place.isEmpty() ? QString() : tr("In the message at %1").arg(place));
    m_confirm->setVisible(mayConfirm);
    m_confirm->setAccessibleDescription(tr("%1 %2").arg(m_value->text(), reason));
    show();
}

bool SuggestionRow::mayBeConfirmed() const
{
    return m_confirm && m_confirm->isVisible();
}

QString SuggestionRow::words() const
{
    return isHidden() ? QString() : m_value->text() + QLatin1Char(' ') + m_reason->text();
}

} // namespace reviewdesk
