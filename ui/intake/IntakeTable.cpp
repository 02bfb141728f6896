// Incoming requests: the chosen file is a table of them.
#include "ui/intake/IntakePage.h"

#include "ui/intake/IncomingList.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/MessageView.h"
#include "ui/widgets/Styling.h"

#include <QFileInfo>
#include <QPushButton>

namespace reviewdesk {

/// Which rows are here is known, or has changed.
void IntakePage::showTable()
{
    m_list->setEnabled(!m_table.isMaking()); // the file stays the one that drafts are made of
    if (!m_table.isMaking()) {
        m_view->showTable(QFileInfo(m_path).fileName(), *m_table.table(), m_table.here());
        if (m_table.ready() == 0 && m_table.refused() == 0) // a row to correct still waits
            m_incoming.note(m_path, IncomingItem::State::Here, tr("%1 cases").arg(m_table.here().size()));
    }
    showFooter();
    if (!m_table.isMaking() && !m_table.made().isEmpty())
        m_list->setFocus(Qt::OtherFocusReason); // the button that was pressed may be gone
}

void IntakePage::showTableFooter()
{
    const int ready = m_table.ready();
    const bool isDone = !m_table.isMaking() && !m_table.made().isEmpty();
    m_draft->setVisible(m_table.isAsked() && (ready > 0 || m_table.isMaking()));
    m_draft->setText(m_table.isMaking() ? tr("&Stop")
            : ready == 1                ? tr("&Make a draft")
                                        : tr("&Make %1 drafts").arg(ready));
    QStringList words;
    if (m_table.isMaking())
        words << tr("Making drafts: %1 done, %2 to go.").arg(m_table.made().size()).arg(ready);
    if (isDone && m_table.made().size() == 1)
        words << tr("A draft was made: %1. It is in the worklist.").arg(m_table.made().constFirst());
    else if (isDone)
        words << tr("%1 drafts were made: %2 to %3. They are in the worklist.")
                     .arg(m_table.made().size())
                     .arg(m_table.made().constFirst(), m_table.made().constLast());
    if (!m_table.isMaking() && m_table.isAsked()) {
        if (ready > 0)
            words << tr("Can be taken in: %1.").arg(ready);
        if (m_table.here().size() > m_table.made().size())
            words << tr("Here already: %1.").arg(m_table.here().size() - m_table.made().size());
        if (m_table.refused() > 0)
            words << tr("To correct: %1.").arg(m_table.refused());
    }
    if (m_footerWords->text() != words.join(u' '))
        setTextAnnounced(m_footerWords, words.join(u' '));
}

} // namespace reviewdesk
