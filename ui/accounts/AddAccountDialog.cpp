#include "ui/accounts/AddAccountDialog.h"

#include "store/Workshop.h"
#include "ui/signin/NewPassphrase.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

AddAccountDialog::AddAccountDialog(Workshop &workshop, const KeyCost &cost, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_cost(cost), m_name(new QLineEdit), m_login(new QLineEdit),
      m_role(new QComboBox), m_credential(new QLineEdit), m_specialty(new QLineEdit), m_npi(new QLineEdit),
      m_state(new QLineEdit), m_passphrase(new NewPassphrase(this)), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add account"));
    for (const Role role : {Role::Nurse, Role::Physician, Role::Supervisor})
        m_role->addItem(label(role), static_cast<int>(role));
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name, as in letters"), m_name);
    form->addRow(tr("&Sign-in name"), m_login);
    form->addRow(tr("&Role"), m_role);
    form->addRow(tr("&Credential"), m_credential);
    form->addRow(tr("Sp&ecialty"), m_specialty);
    form->addRow(tr("NP&I"), m_npi);
    form->addRow(tr("&Licence state"), m_state);
    m_passphrase->addTo(*form);
    column->addLayout(form);
    column->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(tr("&Add account"), QDialogButtonBox::AcceptRole);
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
    user.name = m_name->text();
    user.loginName = m_login->text();
    user.role = static_cast<Role>(m_role->currentData().toInt());
    user.credential = m_credential->text().trimmed();
    user.specialty = m_specialty->text().trimmed();
    user.npi = m_npi->text().trimmed();
    user.licenceState = m_state->text().trimmed();
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
            const QString &place = added.error().place;
            (place == QLatin1String("/name") ? m_name : place == QLatin1String("/npi") ? m_npi : m_login)->setFocus();
        });
}

} // namespace reviewdesk
