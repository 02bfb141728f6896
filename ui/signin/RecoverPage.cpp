#include "ui/signin/RecoverPage.h"

#include "ui/signin/NewPassphrase.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

RecoverPage::RecoverPage(Workshop &workshop, Entrance entrance, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_entrance(std::move(entrance)), m_key(new QLineEdit),
      m_passphrase(new NewPassphrase(this)), m_notice(new Notice), m_progress(new QProgressBar),
      m_open(makeButton(tr("Set &new passphrase and sign in"), ButtonKind::Primary)),
      m_cancel(makeButton(tr("&Back"), ButtonKind::Secondary))
{
    QVBoxLayout *column = makeEntranceColumn(this, tr("Open with the recovery key"),
        tr("The printed key opens the workspace as its first account, and that account gets a new passphrase. Other "
           "accounts keep theirs."),
        480);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Recovery key"), m_key);
    m_passphrase->addTo(*form);
    column->addLayout(form);
    column->addWidget(m_notice);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Opening the workspace"));
    m_progress->hide();
    column->addWidget(m_progress);
    auto *row = new QHBoxLayout;
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_open);
    column->addLayout(row);
    m_open->setDefault(true);
    connect(m_open, &QPushButton::clicked, this, &RecoverPage::attempt);
    connect(m_cancel, &QPushButton::clicked, this, &RecoverPage::cancelled);
}

void RecoverPage::attempt()
{
    setWrong(m_key, m_key->text().trimmed().isEmpty());
    if (m_key->text().trimmed().isEmpty()) {
        m_notice->showMessage(
            Tone::Danger, tr("The recovery key is missing: it is the printed one from the first start."));
        m_key->setFocus();
        return;
    }
    if (const QString words = m_passphrase->problem(); !words.isEmpty()) {
        m_notice->showMessage(Tone::Danger, words);
        m_passphrase->focusProblem();
        return;
    }
    m_notice->clear();
    setWorking(true);
    m_workshop.open(
        [entrance = m_entrance, key = m_key->text().trimmed(), passphrase = m_passphrase->take()] {
            return Workspace::recover(
                entrance.directory, key, passphrase, entrance.rulebook, *entrance.clock, entrance.keyCost);
        },
        this,
        [this](const Result<void> &answer) {
            setWorking(false);
            if (answer) {
                m_key->clear();
                Q_EMIT signedIn();
                return;
            }
            setWrong(m_key, true);
            m_notice->showError(answer.error());
            m_key->setFocus();
        });
}

void RecoverPage::setWorking(bool working)
{
    m_progress->setVisible(working);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_key, m_open, m_cancel})
        widget->setEnabled(!working);
}

} // namespace reviewdesk
