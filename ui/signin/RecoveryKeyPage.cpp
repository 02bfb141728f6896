#include "ui/signin/RecoveryKeyPage.h"

#include "ui/Paper.h"
#include "ui/signin/Entrance.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int minute = 60'000; // milliseconds

/// Takes `text` off the clipboard a minute from now, unless something else was copied; lives on when the page is gone.
void forgetCopied(const QString &text)
{
    QTimer::singleShot(minute, qApp, [text] {
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (clipboard->text() == text)
            clipboard->clear();
    });
}

} // namespace

RecoveryKeyPage::RecoveryKeyPage(
    const QString &recoveryKey, const QString &organisation, const QString &loginName, QWidget *parent)
    : QWidget(parent), m_key(recoveryKey), m_organisation(organisation), m_loginName(loginName),
      m_copy(makeButton(tr("&Copy"), ButtonKind::Secondary)),
      m_kept(new QCheckBox(tr("I &have it on paper, away from this computer"))),
      m_go(makeButton(tr("&Open ReviewDesk"), ButtonKind::Primary))
{
    QVBoxLayout *column = makeEntranceColumn(this, tr("Your recovery key"),
        tr("If every passphrase is lost, only this key opens the cases again. It is shown once. Print it or write it "
           "down, and keep it where the computer is not."),
        520);
    auto *key = makeLabel(m_key);
    key->setProperty("textRole", QStringLiteral("key"));
    key->setAlignment(Qt::AlignCenter);
    key->setTextInteractionFlags(Qt::TextSelectableByKeyboard);
    auto *frame = new QFrame;
    setPanel(frame, "neutral");
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(16, 16, 16, 16);
    inside->addWidget(key);
    column->addWidget(frame);
    auto *printButton = makeButton(tr("&Print…"), ButtonKind::Secondary);
    setLeadingIcon(printButton, QStringLiteral("print"));
    setLeadingIcon(m_copy, QStringLiteral("copy"));
    auto *row = new QHBoxLayout;
    row->addWidget(printButton);
    row->addWidget(m_copy);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(8);
    column->addWidget(m_kept);
    column->addWidget(m_go);
    m_go->setEnabled(false);
    m_go->setDefault(true);

    m_offer.setSingleShot(true);
    m_offer.start(minute);
    connect(&m_offer, &QTimer::timeout, m_copy, &QWidget::hide);
    connect(printButton, &QPushButton::clicked, this, &RecoveryKeyPage::print);
    connect(m_copy, &QPushButton::clicked, this, &RecoveryKeyPage::copy);
    connect(m_kept, &QCheckBox::toggled, m_go, &QWidget::setEnabled);
    connect(m_go, &QPushButton::clicked, this, &RecoveryKeyPage::confirmed);
}

RecoveryKeyPage::~RecoveryKeyPage()
{
    m_key.fill(QLatin1Char(' '));
}

void RecoveryKeyPage::copy()
{
    QGuiApplication::clipboard()->setText(m_key);
    forgetCopied(m_key);
    m_copy->setText(tr("Copied for one minute"));
}

void RecoveryKeyPage::print()
{
    QPrinter printer;
    printer.setPageSize(paperSize());
    printer.setDocName(tr("ReviewDesk recovery key"));
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QTextDocument page;
    QFont plain = page.defaultFont();
    plain.setPointSize(11); // the program's own is in pixels of the screen
    page.setDefaultFont(plain);
    page.setHtml(tr(
        "<h1>ReviewDesk recovery key</h1><p>%1, first account: %2</p><p style=\"font-family: monospace; font-size: "
        "16pt\">%3</p><p>Who holds this key can open every case of this workspace. Keep it locked away, not beside the "
        "computer. In ReviewDesk: Sign in, Passphrase forgotten.</p>")
                     .arg(m_organisation.toHtmlEscaped(), m_loginName.toHtmlEscaped(), m_key.toHtmlEscaped()));
    page.print(&printer);
}

} // namespace reviewdesk
