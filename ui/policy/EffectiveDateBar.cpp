#include "ui/policy/EffectiveDateBar.h"

#include "ui/policy/PolicyHtml.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace reviewdesk {

EffectiveDateBar::EffectiveDateBar(QWidget *parent)
    : QWidget(parent), m_words(makeLabel({}, TextRole::Strong)), m_problem(makeLabel({}, TextRole::Error)),
      m_entry(new QWidget), m_field(new DateField(tr("Effective date"))),
      m_enter(makeButton(tr("&Enter date"), ButtonKind::Secondary)),
      m_takeBack(makeButton(tr("Take date &back"), ButtonKind::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    auto *entry = new QHBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(8);
    auto *caption = makeLabel(tr("E&ffective from"), TextRole::Quiet);
    caption->setWordWrap(false);
    caption->setBuddy(m_field->lineEdit());
    entry->addWidget(caption);
    m_field->setMinimumWidth(Theme::scaled(160));
    entry->addWidget(m_field);
    entry->addWidget(m_enter);
    row->addWidget(m_entry);
    row->addWidget(m_takeBack);
    column->addLayout(row);
    column->addWidget(m_problem, 0, Qt::AlignRight);
    m_problem->hide();
    connect(m_enter, &QPushButton::clicked, this, &EffectiveDateBar::enter);
    connect(m_field->lineEdit(), &QLineEdit::returnPressed, this, &EffectiveDateBar::enter);
    connect(m_field, &DateField::edited, m_problem, &QLabel::hide);
    connect(m_takeBack, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_policyId, m_version, {}); });
}

void EffectiveDateBar::setVersion(const Policy &pack, const PlanTerms &terms, bool editable)
{
    const QString words = tr("Effective date: %1").arg(effectiveInWords(pack, terms));
    if (m_words->text() != words)
        setTextAnnounced(m_words, words);
    const QDate entered = terms.effective.value(versionKey(pack.id, pack.version)).from;
    const bool another = m_policyId != pack.id || m_version != pack.version;
    m_policyId = pack.id;
    m_version = pack.version;
    const bool mayEnter = editable && pack.effective.isEmpty();
    m_entry->setVisible(mayEnter);
    m_takeBack->setVisible(mayEnter && entered.isValid());
    if (!another && entered == m_entered)
        return; // what is being typed stays
    m_entered = entered;
    m_field->setDate(entered);
    m_problem->hide();
}

QString EffectiveDateBar::words() const
{
    return m_words->text();
}

void EffectiveDateBar::enter()
{
    const QString refusal = m_field->refusal();
    if (refusal.isEmpty() && m_field->date().isValid()) {
        m_problem->hide();
        Q_EMIT wanted(m_policyId, m_version, m_field->date());
        return;
    }
    setTextAnnounced(m_problem, refusal.isEmpty() ? tr("Type the day first, like 2026-11-09.") : refusal);
    m_problem->show();
    m_field->lineEdit()->setFocus(Qt::OtherFocusReason);
}

} // namespace reviewdesk
