#include "ui/widgets/PageFrame.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace reviewdesk {

PageFrame::PageFrame(Width sidebar, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_sidebar(nullptr), m_content(nullptr)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *side = new QFrame;
    setPanel(side, "sidebar");
    side->setFixedWidth(qMin(Theme::scaled(sidebar.usual), sidebar.most));
    m_sidebar = new QVBoxLayout(side);
    m_sidebar->setContentsMargins(8, 8, 8, 8);
    row->addWidget(side);
    auto *area = new QWidget;
    m_content = new QVBoxLayout(area);
    m_content->setContentsMargins(24, 16, 24, 16);
    row->addWidget(area, 1);
    m_column->addLayout(row, 1);
}

QWidget *PageFrame::contentArea() const
{
    return m_content->parentWidget();
}

QHBoxLayout *PageFrame::makeBar(const QString &title)
{
    auto *bar = new QFrame;
    setPanel(bar, "bar");
    bar->setMinimumHeight(Theme::scaled(56));
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(24, 0, 24, 0);
    m_bar->setSpacing(12);
    auto *back = makeButton(tr("&Worklist"), ButtonKind::Secondary);
    back->setToolTip(tr("Esc"));
    connect(back, &QPushButton::clicked, this, &PageFrame::closed);
    m_bar->addWidget(back);
    QLabel *brand = makeLabel(title);
    brand->setProperty("textRole", QStringLiteral("brand"));
    brand->setWordWrap(false);
    m_bar->addWidget(brand);
    m_bar->addStretch();
    m_column->insertWidget(0, bar);
    return m_bar;
}

void PageFrame::setCorner(QWidget *corner)
{
    m_bar->addWidget(corner);
}

QHBoxLayout *PageFrame::makeFooter()
{
    auto *footer = new QFrame;
    setPanel(footer, "footer");
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(12);
    m_column->addWidget(footer);
    return row;
}

void PageFrame::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_firstStop)
        m_firstStop->setFocus(event->reason());
}

} // namespace reviewdesk
