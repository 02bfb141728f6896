// The desk: what comes from outside, and what goes out.
#include "ui/Desk.h"

#include "ui/AccountMenu.h"
#include "ui/DeskBar.h"
#include "ui/exports/CaseExports.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QShortcut>
#include <QStackedLayout>
#include <QUrl>

namespace reviewdesk {

namespace {

/// The local files that may be requests.
QStringList requestsIn(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        const QString path = url.toLocalFile();
        if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
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
    if (!m_incoming || (m_page && !mayLeave()))
        return nullptr;
    if (!m_intake) {
        m_intake = new IntakePage(m_workshop, *m_incoming);
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

/// A second review is blind, and a case that is not kept yet has nothing to write.
QWidget *Desk::makeCorner(const StoredCase &stored)
{
    if (stored.id.isEmpty())
        return makeAccountMenu(true);
    auto *corner = new QWidget;
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new CaseExports(m_workshop, stored.id, [this] { return !m_flushPage || m_flushPage(); }));
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
