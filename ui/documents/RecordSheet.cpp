#include "ui/documents/RecordSheet.h"

#include "ui/documents/RecordDesk.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/WindowSize.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace reviewdesk {

RecordSheet::RecordSheet(ReviewSession &session, QWidget *parent)
    : QDialog(parent), m_desk(std::make_unique<RecordDesk>(session, this))
{
    setWindowTitle(tr("The record"));
    giveSize(*this, {820, 700});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_desk->pane());
    connect(m_desk->pane(), &RecordPane::closeWanted, this, &QDialog::reject);
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F8), this);
    connect(shortcut, &QShortcut::activated, this, &QDialog::reject);
    connect(&m_desk->record(), &CaseRecord::changed, this, &RecordSheet::follow);
}

RecordSheet::~RecordSheet() = default;

void RecordSheet::openSource(const Evidence &evidence)
{
    m_wanted = evidence;
    follow();
    show();
    raise();
    activateWindow();
    m_desk->pane()->focusPages();
}

void RecordSheet::follow()
{
    if (!m_wanted.isEmpty() && m_desk->pane()->openSource(m_wanted))
        m_wanted = {};
}

} // namespace reviewdesk
