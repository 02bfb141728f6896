#include "ui/accounts/PassphraseDialog.h"

#include "store/Secret.h"
#include "store/Workshop.h"
#include "ui/signin/NewPassphrase.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

PassphraseDialog *PassphraseDialog::forOneself(Workshop &workshop, QWidget *parent)
{
    return new PassphraseDialog(workshop, workshop.user(), true, parent);
}

PassphraseDialog *PassphraseDialog::forAccount(Workshop &workshop, const UserAccount &account, QWidget *parent)
{
    return new PassphraseDialog(workshop, account, false, parent);
}

PassphraseDialog::PassphraseDialog(Workshop &workshop, const UserAccount &account, bool oneself, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_account(account), m_next(new NewPassphrase(this)), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(oneself    ? tr("Change passphrase")
            : account.disabled ? tr("Let %1 in again").arg(account.name)
                               : tr("New passphrase for %1").arg(account.name));
    auto *column = new QVBoxLayout(this);
    auto *words = makeLabel(oneself
            ? tr("From now on only the new passphrase opens the workspace. A copy of the key file made earlier is "
                 "still "
                 "opened by the old one.")
            : account.disabled
            ? tr("The account is disabled. With the new passphrase it can sign in again. Tell it to %1 in person.").arg(account.name)
            : tr("Tell it to %1 in person.").arg(account.name));
    words->setWordWrap(true);
    column->addWidget(words);
    auto *form = new QFormLayout;
    if (oneself) {
        m_present = new PassphraseEdit;
        form->addRow(tr("P&resent passphrase"), m_present);
    }
    m_next->setPersonalWords({account.name, account.loginName});
    m_next->addTo(*form);
    column->addLayout(form);
    column->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = makeButton(oneself ? tr("&Change") : account.disabled ? tr("&Let in again") : tr("Gi&ve passphrase"), ButtonKind::Primary);
    buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    m_go->setDefault(true); // only now does the dialog hear of it
    connect(buttons, &QDialogButtonBox::accepted, this, &PassphraseDialog::attempt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_next, &NewPassphrase::changed, m_notice, &Notice::clear);
}

void PassphraseDialog::attempt()
{
    if (m_present && m_present->text().isEmpty()) {
        m_notice->showMessage(Tone::Warn, tr("Type your present passphrase first."));
        m_present->setFocus();
        return;
    }
    if (const QString problem = m_next->problem(); !problem.isEmpty()) {
        m_notice->showMessage(Tone::Warn, problem);
        m_next->focusProblem();
        return;
    }
    m_go->setEnabled(false);
    const auto then = [this](const Result<void> &answer) { answered(answer); };
    const QByteArray next = m_next->take();
    if (m_present) {
        m_workshop.run(
            this,
            [present = m_present->take(), next, cost = m_cost](
                Workspace &workspace) { return workspace.changePassphrase(present, next, cost); },
            then);
    } else {
        m_workshop.run(
            this,
            [id = m_account.id, next, cost = m_cost](
                Workspace &workspace) { return workspace.resetUser(id, next, cost); },
            then);
    }
}

void PassphraseDialog::answered(const Result<void> &answer)
{
    m_go->setEnabled(true);
    if (answer) {
        accept();
        return;
    }
    m_notice->showError(answer.error());
    if (m_present)
        m_present->setFocus();
    else
        m_next->focusProblem();
}

} // namespace reviewdesk
