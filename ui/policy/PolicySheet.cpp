#include "ui/policy/PolicySheet.h"

#include "ui/policy/PolicyHtml.h"
#include "ui/policy/PolicyView.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace reviewdesk {

PolicySheet::PolicySheet(const Rulebook &rulebook, QWidget *parent)
    : QDialog(parent), m_view(new PolicyView(tr("The whole policy")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Policy %1").arg(rulebook.policy.id));
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(close);
    column->addLayout(row);
    m_view->showHtml(policyHtml(rulebook.policy, effectiveInWords(rulebook.policy, rulebook.terms)));
    giveSize(*this, {760, 640});
    m_view->setFocus();
}

} // namespace reviewdesk
