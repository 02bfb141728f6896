#include "ui/letter/CorrectionDialog.h"

#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace reviewdesk {

CorrectionDialog::CorrectionDialog(QWidget *parent)
    : QDialog(parent), m_notice(new Notice), m_reason(new QPlainTextEdit),
      m_go(makeButton(tr("&Preview the correction"), ButtonKind::Primary))
{
    setWindowTitle(tr("Issue a correction"));
    setMinimumWidth(Theme::scaled(480));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Issue a correction"), TextRole::Title));
    column->addWidget(makeLabel(tr("The letter that was issued stays as it is. The correction is a new letter made from "
                                   "the case and the letterhead as they are now; it names the earlier one and says why. "
                                   "It changes no decision: for that, reopen the case.")));
    auto *name = makeLabel(tr("&Why it is corrected"), TextRole::Strong);
    name->setBuddy(m_reason);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(Theme::scaled(88));
    m_reason->setPlaceholderText(tr("The earlier letter gave a wrong phone number for appeals."));
    column->addWidget(name);
    column->addWidget(m_reason);
    column->addWidget(makeLabel(tr("This is printed in the letter."), TextRole::Quiet));
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    auto *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_go);
    column->addLayout(row);
    m_go->setEnabled(false);
    m_go->setDefault(true);
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { m_go->setEnabled(!reason().isEmpty()); });
    connect(m_go, &QPushButton::clicked, this, &CorrectionDialog::wanted);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_reason->setFocus();
}

QString CorrectionDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

void CorrectionDialog::refuse(const QString &why)
{
    m_notice->showMessage(Tone::Warn, why);
    m_reason->setFocus();
}

} // namespace reviewdesk
