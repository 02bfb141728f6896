#include "ui/accounts/AddAccountDialog.h"

#include "store/Workshop.h"
#include "ui/signin/NewPassphrase.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

AddAccountDialog::AddAccountDialog(Workshop &workshop, const KeyCost &cost, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_cost(cost), m_login(new QLineEdit), m_role(new QComboBox),
      m_passphrase(new NewPassphrase(this)), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add account"));
    for (const Role role : {Role::Nurse, Role::Physician, Role::Supervisor})
        m_role->addItem(label(role), static_cast<int>(role));
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    m_who.addNameTo(*form);
    form->addRow(tr("&Sign-in name"), m_login);
    form->addRow(tr("&Role"), m_role);
    m_who.addRestTo(*form);
    m_passphrase->addTo(*form);
    column->addLayout(form);
    column->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = makeButton(tr("&Add account"), ButtonKind::Primary);
    buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    m_go->setDefault(true); // only now does the dialog hear of it
    connect(buttons, &QDialogButtonBox::accepted, this, &AddAccountDialog::attempt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AddAccountDialog::attempt()
{
    if (const QString problem = m_passphrase->problem(); !problem.isEmpty()) {
        m_notice->showMessage(Tone::Warn, problem);
        m_passphrase->focusProblem();
        return;
    }
    NewUser user;
    m_who.fill(user);
    user.loginName = m_login->text();
    user.role = static_cast<Role>(m_role->currentData().toInt());
    user.passphrase = m_passphrase->take();
    m_go->setEnabled(false);
    m_workshop.run(
        this, [user, cost = m_cost](Workspace &workspace) { return workspace.addUser(user, cost); },
        [this](const Result<UserAccount> &added) {
            m_go->setEnabled(true);
            if (added) {
                accept();
                return;
            }
            m_notice->showError(added.error());
            QWidget *wrong = m_who.at(added.error().place);
            (wrong ? wrong : m_login)->setFocus();
        });
}

} // namespace reviewdesk
