#include "ui/review/ProvisionEntries.h"

#include "ui/widgets/Field.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TypedText.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace reviewdesk {

ProvisionEntries::ProvisionEntries(QWidget *parent)
    : QWidget(parent), m_citation(new QLineEdit), m_words(new QPlainTextEdit)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_citation->setMaxLength(300);
    m_citation->setAccessibleName(tr("Contract provision"));
    m_citation->setPlaceholderText(tr("Member booklet, p. 41"));
    m_words->setAccessibleName(tr("Its words"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(Theme::scaled(54));
    auto *citation = new Field(tr("Contract provision"), m_citation, {});
    citation->setHint(tr("only if contract language decides; it then leads the letter"));
    layout->addWidget(citation);
    layout->addWidget(new Field(tr("Its words"), m_words, {}));
    connect(TypedText::of(m_citation), &TypedText::typed, this, &ProvisionEntries::edited);
    connect(m_words, &QPlainTextEdit::textChanged, this, &ProvisionEntries::edited);
}

void ProvisionEntries::load(const std::optional<ContractProvision> &kept)
{
    m_kept = kept.value_or(ContractProvision());
    setTyped(m_kept.citation, m_kept.text);
}

void ProvisionEntries::setTyped(const QString &citation, const QString &words)
{
    TypedText::show(m_citation, citation);
    m_words->setPlainText(words);
}

void ProvisionEntries::store(Determination &determination) const
{
    determination.contractProvision.reset();
    if (!citation().trimmed().isEmpty())
        determination.contractProvision = ContractProvision{citation(), words()};
}

QString ProvisionEntries::problem() const
{
    const bool neither = citation().trimmed().isEmpty() && words().trimmed().isEmpty();
    return neither ? QString() : lacking();
}

QString ProvisionEntries::lacking() const
{
    const bool both = !citation().trimmed().isEmpty() && !words().trimmed().isEmpty();
    return both ? QString() : tr("A contract provision needs both its citation and its words.");
}

bool ProvisionEntries::isChanged() const
{
    return citation() != m_kept.citation || words() != m_kept.text;
}

QString ProvisionEntries::citation() const
{
    return m_citation->text();
}

QString ProvisionEntries::words() const
{
    return m_words->toPlainText();
}

} // namespace reviewdesk
