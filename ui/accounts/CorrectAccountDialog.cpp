#include "ui/accounts/CorrectAccountDialog.h"

#include "store/Workshop.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

CorrectAccountDialog::CorrectAccountDialog(Workshop &workshop, const UserAccount &account, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_account(account), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Correct account"));
    auto *column = new QVBoxLayout(this);
    auto *words = new QLabel(tr("What letters and histories say from now on of %1. What was issued or noted before stays as it is; "
                                "a window where this person is signed in learns of it at the next sign-in.")
                                 .arg(account.loginName));
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    column->addWidget(words);
    auto *form = new QFormLayout;
    m_who.addNameTo(*form);
    m_who.addRestTo(*form);
    m_who.show(account);
    column->addLayout(form);
    column->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = makeButton(tr("Co&rrect"), ButtonKind::Primary);
    buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
    column->addWidget(buttons);
    m_go->setDefault(true); // only now does the dialog hear of it
    connect(buttons, &QDialogButtonBox::accepted, this, &CorrectAccountDialog::attempt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CorrectAccountDialog::attempt()
{
    m_who.fill(m_account);
    m_go->setEnabled(false);
    m_workshop.run(
        this, [account = m_account](Workspace &workspace) { return workspace.correctUser(account); },
        [this](const Result<void> &done) {
            m_go->setEnabled(true);
            if (done) {
                accept();
                return;
            }
            m_notice->showError(done.error());
            if (QWidget *field = m_who.at(done.error().place))
                field->setFocus();
        });
}

} // namespace reviewdesk
