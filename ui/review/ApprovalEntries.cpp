#include "ui/review/ApprovalEntries.h"

#include "cases/DateWords.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/TypedText.h"

#include <QGridLayout>
#include <QLineEdit>

namespace reviewdesk {

ApprovalEntries::ApprovalEntries(QWidget *parent)
    : QWidget(parent), m_authorization(new QLineEdit), m_validFrom(new DateField(tr("Valid from"))),
      m_validTo(new DateField(tr("Valid to")))
{
    m_authorization->setMaxLength(60);
    m_authorization->setAccessibleName(tr("Authorization number"));
    auto *authorization = new Field(tr("Authorization number"), m_authorization, {});
    authorization->setHint(tr("left empty: the next one"));
    m_fromField = new Field(tr("Valid from"), m_validFrom, {QStringLiteral("/determination/valid_from")});
    m_toField = new Field(tr("Valid to"), m_validTo, {QStringLiteral("/determination/valid_to")});
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->addWidget(authorization, 0, 0, 1, 2);
    grid->addWidget(m_fromField, 1, 0);
    grid->addWidget(m_toField, 1, 1);
    connect(TypedText::of(m_authorization), &TypedText::typed, this, &ApprovalEntries::edited);
    for (DateField *date : {m_validFrom, m_validTo})
        connect(date, &DateField::edited, this, &ApprovalEntries::edited);
}

void ApprovalEntries::load(const Determination &words)
{
    TypedText::show(m_authorization, words.authorizationNumber);
    m_validFrom->setDate(words.validFrom);
    m_validTo->setDate(words.validTo);
}

void ApprovalEntries::store(Determination &words) const
{
    words.authorizationNumber = m_authorization->text();
    words.validFrom = m_validFrom->dateOr(words.validFrom);
    words.validTo = m_validTo->dateOr(words.validTo);
}

void ApprovalEntries::showDefaults(const ApprovalDates &dates)
{
    if (m_defaults == dates)
        return;
    m_defaults = dates;
    m_fromField->setHint(tr("left empty: %1").arg(dayWords(dates.from)));
    m_toField->setHint(tr("left empty: %1").arg(dayWords(dates.to)));
}

QString ApprovalEntries::refusal() const
{
    const QString first = m_validFrom->refusal();
    return first.isEmpty() ? m_validTo->refusal() : first;
}

} // namespace reviewdesk
