// The desk: what comes from outside, and what goes out.
#include "ui/Desk.h"

#include "ui/AccountMenu.h"
#include "ui/DeskBar.h"
#include "ui/exports/CaseExports.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"
#include "ui/letter/LetterPage.h"
#include "ui/widgets/Icon.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QUrl>

namespace reviewdesk {

namespace {

/// The local files that may be requests.
QStringList requestsIn(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        const QString path = url.toLocalFile();
        if (isRequestFile(path))
            paths.append(path);
    }
    return paths;
}

} // namespace

/// The way to requests that came, with how many wait; only for those who take them in.
void Desk::offerIncoming()
{
    if (m_workshop.user().role == Role::Physician)
        return;
    setAcceptDrops(true);
    m_incoming = new IncomingRequests(m_workshop, m_clock, this);
    m_bar->offerIncoming();
    connect(m_bar, &DeskBar::incomingWanted, this, &Desk::showIncoming);
    connect(m_incoming, &IncomingRequests::changed, this, [this] { m_bar->setWaiting(m_incoming->waiting()); });
    auto *open = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_O), m_front);
    connect(open, &QShortcut::activated, this, [this] {
        if (IntakePage *page = showIncoming())
            page->askForFiles();
    });
}

IntakePage *Desk::showIncoming()
{
    if (!m_incoming || (casePage() && !mayLeave()))
        return nullptr;
    if (!m_intake) {
        m_intake = new IntakePage(m_workshop, *m_incoming, this);
        m_intake->setCorner(makeAccountMenu(true));
        m_stack->addWidget(m_intake);
        connect(m_intake, &IntakePage::closed, this, &Desk::showWorklist);
        connect(m_intake, &IntakePage::caseOpened, this, &Desk::openCase);
    }
    m_home = m_intake;
    showHome();
    m_intake->setFocus(Qt::OtherFocusReason);
    return m_intake;
}

/// What was brought to an open case and is a case of its own is opened where requests are taken in, if the person likes.
void Desk::offerRequests(const QStringList &paths)
{
    const QString what = paths.size() == 1
        ? tr("“%1” is a request or a case file: a case of its own, no document of this one.")
              .arg(QFileInfo(paths.constFirst()).fileName())
        : tr("%1 of these files are requests or case files: cases of their own, no documents of this one.")
              .arg(paths.size());
    auto *box = new QMessageBox(QMessageBox::Question, tr("Not attached"), what, QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stay = box->addButton(m_incoming ? tr("&Stay here") : tr("&OK"), QMessageBox::RejectRole);
    box->setEscapeButton(stay);
    box->setDefaultButton(stay);
    if (m_incoming) {
        box->setInformativeText(tr("This case is saved before another page opens."));
        QPushButton *open = box->addButton(tr("&Open among incoming requests"), QMessageBox::AcceptRole);
        box->setDefaultButton(open);
        connect(open, &QPushButton::clicked, this, [this, paths] {
            if (IntakePage *page = showIncoming())
                page->open(paths);
        });
    } else {
        box->setInformativeText(tr("Nurses and supervisors take requests in."));
    }
    box->open();
}

/// The way to a notice or an earlier round's letters while the case is open, and to see how the letter will read.
QWidget *Desk::makeLetters(const QString &caseId)
{
    auto *letters = new QToolButton;
    letters->setAccessibleName(tr("Letters"));
    letters->setToolTip(tr("The letters of this case"));
    letters->setIcon(themedIcon(QStringLiteral("letter")));
    letters->setFocusPolicy(Qt::StrongFocus);
    connect(letters, &QToolButton::clicked, this, [this, caseId] {
        if (mayLeave())
            openLetter(caseId);
    });
    return letters;
}

/// A second review is blind, and a case that is not kept yet has nothing to write.
QWidget *Desk::makeCorner(const StoredCase &stored)
{
    if (stored.id.isEmpty() || m_case->secondReview()) // with the first reviewer's answers it would not be blind
        return makeAccountMenu(true);
    auto *corner = new QWidget;
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (!qobject_cast<const LetterPage *>(casePage()))
        row->addWidget(makeLetters(stored.id));
    row->addWidget(new CaseExports(m_workshop, stored.id, [this] { return m_case->flush(); }));
    row->addWidget(makeAccountMenu(true));
    return corner;
}

void Desk::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_incoming && !requestsIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Desk::dropEvent(QDropEvent *event)
{
    const QStringList paths = requestsIn(event->mimeData());
    if (!m_incoming || paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (IntakePage *page = showIncoming())
        page->open(paths);
}

} // namespace reviewdesk
