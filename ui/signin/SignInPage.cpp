#include "ui/signin/SignInPage.h"

#include "store/ServerAddress.h"
#include "ui/signin/CapsLockNote.h"
#include "ui/signin/LastAccount.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

SignInPage::SignInPage(Workshop &workshop, Entrance entrance, const QString &onlyAccount, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_entrance(std::move(entrance)), m_onlyAccount(onlyAccount),
      m_passphrase(new PassphraseEdit), m_capsLock(new CapsLockNote),
      m_notice(new Notice),
      m_open(makeButton(onlyAccount.isEmpty() ? tr("&Sign in") : tr("&Unlock"), ButtonKind::Primary)),
      m_recover(makeButton(tr("Passphrase &forgotten…"), ButtonKind::Link)),
      m_other(makeButton(tr("&Other account…"), ButtonKind::Link)),
      m_practice(makeButton(tr("Open a pra&ctice caseload of invented people"), ButtonKind::Link)),
      m_progress(new QProgressBar), m_migrating(makeLabel({}, TextRole::Small)),
      m_stop(makeButton(tr("S&top"), ButtonKind::Link)), m_stopped(std::make_shared<std::atomic<bool>>(false)), m_hint(makeLabel({}, TextRole::Small))
{
    buildForm(onlyAccount);
    m_wait.setInterval(1000);
    connect(&m_wait, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_open, &QPushButton::clicked, this, &SignInPage::attempt);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SignInPage::attempt);
    connect(m_passphrase, &PassphraseEdit::capsLockSeen, m_capsLock, &CapsLockNote::setOn);
    connect(m_recover, &QPushButton::clicked, this, &SignInPage::recoveryWanted);
    connect(m_other, &QPushButton::clicked, this, &SignInPage::otherUserWanted);
    connect(m_practice, &QPushButton::clicked, this, &SignInPage::practiceWanted);
    connect(m_stop, &QPushButton::clicked, this, &SignInPage::stop);
    m_practice->hide();
}

SignInPage::~SignInPage()
{
    *m_stopped = true;
}

void SignInPage::stop()
{
    *m_stopped = true;
    m_stop->setEnabled(false);
}

void SignInPage::buildForm(const QString &onlyAccount)
{
    const bool locked = !onlyAccount.isEmpty();
    QVBoxLayout *column = makeEntranceColumn(
        this, locked ? tr("Locked") : tr("Sign in"), locked ? tr("Your work is kept as you left it.") : QString(), 400);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(8);
    if (locked) {
        column->addWidget(makeLabel(tr("Account: %1").arg(onlyAccount), TextRole::Strong));
    } else {
        m_account = new QComboBox;
        m_account->setEditable(true);
        m_account->lineEdit()->setAccessibleName(tr("&Account").remove(u'&')); // the label names the box around it alone
        m_account->setInsertPolicy(QComboBox::NoInsert);
        const Result<QStringList> names = Workspace::loginNames(m_entrance.directory);
        if (names)
            offerAccounts(*names);
        else
            m_notice->showError(names.error());
        form->addRow(tr("&Account"), m_account);
    }
    form->addRow(tr("&Passphrase"), m_passphrase);
    column->addLayout(form);
    column->addWidget(m_capsLock);
    column->addWidget(m_notice);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Checking the passphrase"));
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeps);
    m_progress->hide();
    column->addWidget(m_progress);
    auto *migrating = new QHBoxLayout;
    migrating->setContentsMargins(0, 0, 0, 0);
    migrating->addWidget(m_migrating, 1);
    migrating->addWidget(m_stop, 0, Qt::AlignTop);
    column->addLayout(migrating);
    m_migrating->hide();
    m_stop->hide();
    column->addWidget(m_open);
    auto *links = new QHBoxLayout;
    links->setContentsMargins(0, 0, 0, 0);
    links->addWidget(m_recover);
    links->addStretch();
    links->addWidget(m_other);
    column->addLayout(links);
    const bool onServer = ServerAddress::isOne(m_entrance.directory); // where no recovery key opens anything
    m_other->setVisible(locked);
    m_recover->setVisible(!locked && !onServer);
    if (!locked && onServer)
        column->addWidget(makeLabel(tr("Passphrase forgotten? A supervisor gives you a new one."), TextRole::Small));
    column->addWidget(m_practice, 0, Qt::AlignLeft);
    column->addWidget(m_hint);
    m_hint->hide();
}

/// Who signed in here last, or the only one there is; among several nobody is guessed.
void SignInPage::offerAccounts(const QStringList &names)
{
    m_account->addItems(names);
    const QString last = lastAccount(m_entrance.directory);
    m_account->setCurrentIndex(names.size() == 1 ? 0 : static_cast<int>(names.indexOf(last)));
    m_account->lineEdit()->setPlaceholderText(tr("your login name"));
}

void SignInPage::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void SignInPage::setPassphrase(const QByteArray &passphrase)
{
    m_passphrase->setText(QString::fromUtf8(passphrase));
}

void SignInPage::setPracticeOffered(bool offered)
{
    m_practice->setVisible(offered);
}

void SignInPage::setOtherAccountOffered(bool offered)
{
    m_other->setVisible(offered);
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_account && m_account->currentText().isEmpty())
        m_account->setFocus();
    else
        m_passphrase->setFocus();
}

void SignInPage::attempt()
{
    if (m_wait.isActive() || !m_passphrase->isEnabled())
        return;
    const QString login = m_account ? m_account->currentText().trimmed() : m_onlyAccount;
    if (login.isEmpty()) {
        m_notice->showMessage(Tone::Warn, tr("Say first who you are: choose or type your account."));
        m_account->setFocus();
        return;
    }
    if (m_passphrase->text().isEmpty()) {
        m_notice->showMessage(Tone::Warn, tr("Type your passphrase first."));
        m_passphrase->setFocus();
        return;
    }
    m_notice->clear();
    setWorking(true);
    m_workshop.open(
        [entrance = m_entrance, login, passphrase = m_passphrase->take(), report = backedUp()] {
            return Workspace::open(entrance.directory, login, passphrase, entrance.rulebook, *entrance.clock, report);
        },
        this, [this](const Result<void> &answer) { answered(answer); });
}

/// Of an older workspace, which is backed up before it is brought to this program's form.
Workspace::Progress SignInPage::backedUp()
{
    *m_stopped = false;
    return [guard = QPointer<SignInPage>(this), stopped = m_stopped](int done, int of) {
        QMetaObject::invokeMethod( // from the workshop's thread
            QCoreApplication::instance(),
            [guard, done, of] {
                if (guard)
                    guard->showBackedUp(done, of);
            },
            Qt::QueuedConnection);
        return !stopped->load();
    };
}

void SignInPage::showBackedUp(int done, int of)
{
    if (m_passphrase->isEnabled())
        return; // answered already
    const bool whole = done >= of; // what follows cannot be counted
    m_progress->setRange(0, whole ? 0 : of);
    m_progress->setValue(whole ? 0 : done);
    m_stop->setVisible(true);
    if (!m_migrating->isHidden())
        return;
    m_migrating->show();
    setTextAnnounced(m_migrating,
        tr("This workspace comes from an earlier version. It is backed up and checked first, then brought up to date."));
}

void SignInPage::answered(const Result<void> &answer)
{
    setWorking(false);
    if (answer) {
        m_wrong = 0;
        if (m_account)
            rememberAccount(m_entrance.directory, m_workshop.user().loginName);
        Q_EMIT signedIn();
        return;
    }
    setWrong(m_passphrase, answer.error().code == QLatin1String("wrong_passphrase"));
    m_passphrase->setFocus();
    if (answer.error().code != QLatin1String("wrong_passphrase")) {
        m_notice->showError(answer.error());
        return;
    }
    ++m_wrong;
    m_waitSeconds = qMin(30, 1 << qMin(5, m_wrong - 1));
    m_notice->showMessage(
        Tone::Danger, tr("This account and passphrase do not belong together. Check Caps Lock and try again."));
    m_open->setEnabled(false);
    m_wait.start();
    countDown();
}

void SignInPage::countDown()
{
    if (m_waitSeconds <= 0) {
        m_wait.stop();
        m_open->setEnabled(true);
        m_open->setText(m_onlyAccount.isEmpty() ? tr("&Sign in") : tr("&Unlock"));
        return;
    }
    m_open->setText(tr("Wait %n s", nullptr, m_waitSeconds));
    --m_waitSeconds;
}

void SignInPage::setWorking(bool working)
{
    m_progress->setRange(0, 0);
    m_progress->setVisible(working);
    m_migrating->hide();
    m_stop->hide();
    m_stop->setEnabled(true);
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_account, m_passphrase, m_open, m_recover, m_other, m_practice}) {
        if (widget)
            widget->setEnabled(!working);
    }
}

} // namespace reviewdesk
