#include "ui/accounts/AccountsDialog.h"

#include "store/ServerAddress.h"
#include "store/Workshop.h"
#include "ui/accounts/AddAccountDialog.h"
#include "ui/accounts/CorrectAccountDialog.h"
#include "ui/accounts/PassphraseDialog.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/CaseTable.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace reviewdesk {

AccountsDialog::AccountsDialog(Workshop &workshop, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_ownId(workshop.user().id), m_table(new QTableWidget),
      m_correct(new QPushButton(tr("Correc&t…"))), m_give(new QPushButton(tr("&New passphrase…"))), m_disable(new QPushButton(tr("&Disable…"))),
      m_keys(nullptr), m_backups(nullptr),
      m_elsewhere(makeLabel(tr("This workspace is on a server, whose administrator backs it up. There is no recovery key: whoever "
                               "forgot a passphrase is given a new one here."),
          TextRole::Quiet)),
      m_hours(new QSpinBox), m_keep(new QSpinBox), m_working(makeLabel({})), m_bar(new QProgressBar),
      m_notice(new Notice), m_stop(std::make_shared<std::atomic<bool>>(false))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("helpTopic", QStringLiteral("accounts"));
    setWindowTitle(tr("Accounts, keys and backups"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(buildAccounts());
    m_keys = buildKeys();
    m_backups = buildBackups();
    for (QWidget *part : std::initializer_list<QWidget *>{m_keys, m_backups, m_elsewhere})
        column->addWidget(part);
    m_elsewhere->hide();
    m_bar->setAccessibleName(tr("How far it is"));
    column->addWidget(m_working);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &AccountsDialog::reject);
    setWorking({});
    resize(sizeHint().expandedTo(QSize(640, 560)));
    m_keys->hide(); // until it is known that they are in a folder
    m_backups->hide();
    load();
}

QWidget *AccountsDialog::buildAccounts()
{
    auto *box = new QGroupBox(tr("Accounts"));
    auto *column = new QVBoxLayout(box);
    makePlain(*m_table, tr("Accounts"), {tr("Name"), tr("Sign-in name"), tr("Role"), tr("State")}, {0, 1});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table);
    auto *row = new QHBoxLayout;
    auto *add = new QPushButton(tr("&Add account…"));
    for (QPushButton *button : {add, m_correct, m_give, m_disable})
        row->addWidget(button);
    row->addStretch();
    column->addLayout(row);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &AccountsDialog::choose);
    connect(add, &QPushButton::clicked, this, &AccountsDialog::add);
    connect(m_correct, &QPushButton::clicked, this, &AccountsDialog::correct);
    connect(m_give, &QPushButton::clicked, this, &AccountsDialog::givePassphrase);
    connect(m_disable, &QPushButton::clicked, this, &AccountsDialog::disable);
    m_resting.append(box);
    return box;
}

QWidget *AccountsDialog::buildKeys()
{
    auto *box = new QGroupBox(tr("Keys"));
    auto *row = new QHBoxLayout(box);
    auto *recovery = new QPushButton(tr("Another &recovery key…"));
    auto *rotate = new QPushButton(tr("Change the data&base key…"));
    row->addWidget(recovery);
    row->addWidget(rotate);
    row->addStretch();
    connect(recovery, &QPushButton::clicked, this, &AccountsDialog::renewRecoveryKey);
    connect(rotate, &QPushButton::clicked, this, &AccountsDialog::rotateKey);
    m_resting.append(box);
    return box;
}

QWidget *AccountsDialog::buildBackups()
{
    auto *box = new QGroupBox(tr("Backups"));
    auto *row = new QHBoxLayout(box);
    m_hours->setRange(0, BackupPlan::mostHours);
    m_hours->setSpecialValueText(tr("never"));
    m_hours->setSuffix(tr(" h"));
    m_keep->setRange(1, BackupPlan::mostKept);
    auto *every = new QLabel(tr("&Every"));
    every->setBuddy(m_hours);
    auto *keep = new QLabel(tr("&keep the last"));
    keep->setBuddy(m_keep);
    auto *save = new QPushButton(tr("&Save plan"));
    auto *now = new QPushButton(tr("Back &up now"));
    for (QWidget *widget : std::initializer_list<QWidget *>{every, m_hours, keep, m_keep, save, now})
        row->addWidget(widget);
    row->addStretch();
    connect(save, &QPushButton::clicked, this, &AccountsDialog::savePlan);
    connect(now, &QPushButton::clicked, this, &AccountsDialog::backUp);
    m_resting.append(box);
    return box;
}

void AccountsDialog::load()
{
    struct Seen {
        QList<UserAccount> accounts;
        BackupPlan plan;
        bool onServer;
    };
    m_workshop.run(
        this,
        [](Workspace &workspace) -> Result<Seen> {
            const Result<QList<UserAccount>> accounts = workspace.users();
            if (!accounts)
                return accounts.error();
            const Result<WorkspaceSettings> settings = workspace.settings();
            if (!settings)
                return settings.error();
            return Seen{*accounts, settings->backups, ServerAddress::isOne(workspace.directory())};
        },
        [this](const Result<Seen> &seen) {
            if (!seen) {
                m_notice->showError(seen.error());
                return;
            }
            list(seen->accounts);
            showFiles(seen->onServer);
            m_hours->setValue(seen->plan.everyHours);
            m_keep->setValue(seen->plan.keep);
        });
}

void AccountsDialog::list(const QList<UserAccount> &accounts)
{
    const QString before = chosen() ? chosen()->id : QString();
    m_accounts = accounts;
    m_table->setRowCount(static_cast<int>(accounts.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const UserAccount &account = accounts.at(row);
        const QString cells[]{account.name, account.loginName, label(account.role),
            account.disabled ? tr("disabled") : tr("may sign in")};
        for (int column = 0; column < 4; ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        if (account.id == before)
            m_table->selectRow(row);
    }
    choose();
}

/// What is done to the workspace's files, where it has files.
void AccountsDialog::showFiles(bool onServer)
{
    m_onServer = onServer;
    m_keys->setVisible(!onServer);
    m_backups->setVisible(!onServer);
    m_elsewhere->setVisible(onServer);
    setWindowTitle(onServer ? tr("Accounts") : tr("Accounts, keys and backups"));
}

const UserAccount *AccountsDialog::chosen() const
{
    const QList<QTableWidgetSelectionRange> ranges = m_table->selectedRanges();
    const int row = ranges.isEmpty() ? -1 : ranges.constFirst().topRow();
    return row >= 0 && row < m_accounts.size() ? &m_accounts.at(row) : nullptr;
}

void AccountsDialog::choose()
{
    const UserAccount *account = chosen();
    m_give->setText(account && account->disabled ? tr("&Let in again…") : tr("&New passphrase…"));
    m_correct->setEnabled(account);
    m_give->setEnabled(account && account->id != m_ownId);
    m_disable->setEnabled(account && !account->disabled && account->id != m_ownId);
}

bool AccountsDialog::asked(const QString &title, const QString &words, const QString &action)
{
    QMessageBox box(QMessageBox::Question, title, words, QMessageBox::Cancel, this);
    const QPushButton *go = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == go;
}

void AccountsDialog::add()
{
    auto *dialog = new AddAccountDialog(m_workshop, m_cost, this);
    connect(dialog, &QDialog::accepted, this, &AccountsDialog::load);
    dialog->open();
}

void AccountsDialog::correct()
{
    auto *dialog = new CorrectAccountDialog(m_workshop, *chosen(), this);
    connect(dialog, &QDialog::accepted, this, &AccountsDialog::load);
    dialog->open();
}

void AccountsDialog::givePassphrase()
{
    PassphraseDialog *dialog = PassphraseDialog::forAccount(m_workshop, *chosen(), this);
    dialog->setCost(m_cost);
    connect(dialog, &QDialog::accepted, this, &AccountsDialog::load);
    dialog->open();
}

void AccountsDialog::disable()
{
    const UserAccount account = *chosen();
    QString words = tr("%1 cannot sign in any more, here and at every window that is open. The name stays in the histories. "
                       "“Let in again” undoes it.")
                        .arg(account.name);
    if (!m_onServer) // whose key nobody could copy
        words += QStringLiteral("\n\n") +
            tr("Whoever may have copied the workspace should not be able to open what is added from now on: change the "
               "database key afterwards.");
    if (!asked(tr("Disable account"), words, tr("&Disable")))
        return;
    m_workshop.run(
        this, [id = account.id](Workspace &workspace) { return workspace.disableUser(id); },
        [this](const Result<void> &done) {
            if (!done)
                m_notice->showError(done.error());
            else
                load();
        });
}

void AccountsDialog::renewRecoveryKey()
{
    if (!asked(tr("Another recovery key"),
            tr("The recovery key that was printed before opens nothing any more. The new one is shown once; have pen "
               "and "
               "paper at hand."),
            tr("&Make another")))
        return;
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.renewRecoveryKey(); },
        [this](const Result<QString> &key) {
            if (!key) {
                m_notice->showError(key.error());
                return;
            }
            // Not waited for, and not this dialog's: the lock hides it, and it is there again after that.
            auto *box =
                new QMessageBox(QMessageBox::Information, tr("The new recovery key"), *key, QMessageBox::NoButton, parentWidget());
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setInformativeText(tr("Write it down and lock it away from this computer. It is not shown again."));
            box->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
            box->addButton(tr("I have &written it down"), QMessageBox::AcceptRole);
            box->open();
        });
}

Workspace::Progress AccountsDialog::progress()
{
    *m_stop = false;
    return [guard = QPointer<AccountsDialog>(this), stop = m_stop](int done, int of) {
        QMetaObject::invokeMethod( // from the workspace's thread
            QCoreApplication::instance(),
            [guard, done, of] {
                if (guard) {
                    guard->m_bar->setRange(0, of);
                    guard->m_bar->setValue(done);
                }
            },
            Qt::QueuedConnection);
        return !*stop;
    };
}

void AccountsDialog::rotateKey()
{
    if (!asked(tr("Change the database key"),
            tr("The database is written anew under another key; whoever kept the old one opens nothing that is saved "
               "from "
               "now on. Backups made before stay under the old key. Others who have the workspace open must sign in "
               "again. It can be stopped at any time."),
            tr("&Change the key")))
        return;
    setWorking(tr("Writing the database under its new key…"));
    m_workshop.run(
        this, [report = progress()](Workspace &workspace) { return workspace.rotateDatabaseKey(report); },
        [this](const Result<void> &done) {
            setWorking({});
            if (done)
                m_notice->showMessage(Tone::Ok, tr("The database has a new key. Everybody's passphrase opens it."));
            else
                m_notice->showError(done.error());
        });
}

void AccountsDialog::backUp()
{
    setWorking(tr("Copying and verifying…"));
    m_workshop.run(
        this, [report = progress()](Workspace &workspace) { return workspace.backUp({}, report); },
        [this](const Result<QString> &made) {
            setWorking({});
            if (made)
                m_notice->showMessage(Tone::Ok, tr("The backup is in %1.").arg(*made));
            else
                m_notice->showError(made.error());
        });
}

void AccountsDialog::savePlan()
{
    m_workshop.run(
        this,
        [hours = m_hours->value(), keep = m_keep->value()](Workspace &workspace) {
            return workspace.changeSettings([hours, keep](WorkspaceSettings &settings) {
                settings.backups.everyHours = hours;
                settings.backups.keep = keep;
            });
        },
        [this](const Result<void> &saved) {
            if (saved)
                m_notice->showMessage(Tone::Ok, tr("The plan is saved."));
            else
                m_notice->showError(saved.error());
        });
}

void AccountsDialog::setWorking(const QString &words)
{
    setTextAnnounced(m_working, words);
    m_working->setVisible(!words.isEmpty());
    setProperty("stopsAtLock", !words.isEmpty()); // a rotation or a backup that is being written
    m_bar->setRange(0, 0);
    m_bar->setVisible(!words.isEmpty());
    for (QWidget *widget : m_resting)
        widget->setEnabled(words.isEmpty());
    if (!words.isEmpty())
        m_notice->clear();
}

void AccountsDialog::reject()
{
    *m_stop = true;
    QDialog::reject();
}

} // namespace reviewdesk
