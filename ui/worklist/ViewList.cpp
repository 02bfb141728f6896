#include "ui/worklist/ViewList.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace reviewdesk {

namespace {

enum ItemRole { ViewRole = Qt::UserRole + 1, CountRole, OwnRole };

/// Stands for a view, not for a heading.
bool isView(const QModelIndex &index)
{
    return index.data(ViewRole).isValid() || index.data(OwnRole).isValid();
}

/// A group's quiet heading, or a view with its number on the right.
class ViewDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::current();
        const bool group = !isView(index);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QFont font = option.font;
        QRect text = option.rect.adjusted(12, 0, -12, 0);
        if (group) {
            font.setPixelSize(Theme::scaled(11));
            font.setWeight(QFont::DemiBold);
            text.setTop(text.bottom() - Theme::scaled(26));
        } else if (selected) {
            const QWidget *view = option.widget;
            const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
            painter->setPen(view && view->hasFocus() ? QPen(theme.color(ColorRole::Accent), 2) : QPen(Qt::NoPen));
            painter->setBrush(theme.color(ColorRole::AccentSoft));
            painter->drawRoundedRect(box, 6, 6);
            font.setWeight(QFont::DemiBold);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(ColorRole::NeutralSoft));
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        painter->setFont(font);
        painter->setPen(theme.color(group ? ColorRole::Quiet : ColorRole::Text));
        const QVariant count = index.data(CountRole);
        const QString number = count.isValid() ? QLocale().toString(count.toInt()) : QString();
        QFont quiet = font;
        quiet.setWeight(QFont::Normal);
        const int taken = number.isEmpty() ? 0 : QFontMetrics(quiet).horizontalAdvance(number) + 8;
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(
                index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width() - taken));
        painter->setFont(quiet);
        painter->setPen(theme.color(ColorRole::Quiet));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {Theme::scaled(150), Theme::scaled(32)};
    }
};

} // namespace

ViewList::ViewList(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Views"));
    setPanel(this, "views");
    setItemDelegate(new ViewDelegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addGroup(tr("My work"));
    for (const WorklistView view :
        {WorklistView::Mine, WorklistView::DueToday, WorklistView::DueSoon, WorklistView::Overdue, WorklistView::Drafts})
        addView(view);
    addGroup(tr("Waiting"));
    for (const WorklistView view : {WorklistView::AwaitingInformation, WorklistView::WaitOver, WorklistView::AwaitingPhysician})
        addView(view);
    addGroup(tr("Letters"));
    for (const WorklistView view : {WorklistView::LettersToPrint, WorklistView::LettersIssued})
        addView(view);
    addGroup(tr("Everything"));
    addView(WorklistView::All);
    m_builtIn = count();
    setView(WorklistView::All);
    connect(this, &QListWidget::currentItemChanged, this, [this] { Q_EMIT viewChanged(); });
}

QString ViewList::title(WorklistView view)
{
    switch (view) {
    case WorklistView::Mine:
        return tr("Mine");
    case WorklistView::DueToday:
        return tr("Due today");
    case WorklistView::DueSoon:
        return tr("Due in 3 days");
    case WorklistView::Overdue:
        return tr("Overdue");
    case WorklistView::Drafts:
        return tr("Drafts");
    case WorklistView::AwaitingInformation:
        return tr("For information");
    case WorklistView::WaitOver:
        return tr("Wait is over");
    case WorklistView::AwaitingPhysician:
        return tr("For a physician");
    case WorklistView::LettersToPrint:
        return tr("To print");
    case WorklistView::LettersIssued:
        return tr("Issued");
    case WorklistView::All:
        return tr("All cases");
    }
    Q_UNREACHABLE();
}

void ViewList::addGroup(const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setFlags(Qt::NoItemFlags);
}

void ViewList::addView(WorklistView view)
{
    auto *item = new QListWidgetItem(title(view), this);
    item->setData(ViewRole, static_cast<int>(view));
}

WorklistView ViewList::view() const
{
    const QListWidgetItem *item = currentItem();
    return item && item->data(ViewRole).isValid() ? static_cast<WorklistView>(item->data(ViewRole).toInt())
                                                  : WorklistView::All;
}

QString ViewList::ownView() const
{
    return currentItem() ? currentItem()->data(OwnRole).toString() : QString();
}

void ViewList::setView(WorklistView view)
{
    for (int row = 0; row < count(); ++row) {
        const QVariant data = item(row)->data(ViewRole);
        if (data.isValid() && data.toInt() == static_cast<int>(view))
            setCurrentRow(row);
    }
}

void ViewList::setOwnView(const QString &viewId)
{
    for (int row = m_builtIn; row < count(); ++row) {
        if (item(row)->data(OwnRole).toString() == viewId)
            setCurrentRow(row);
    }
}

void ViewList::setOwnViews(const QList<SavedView> &views)
{
    const QString current = ownView();
    const QSignalBlocker quiet(this);
    while (count() > m_builtIn)
        delete takeItem(count() - 1);
    if (!views.isEmpty())
        addGroup(tr("My views"));
    for (const SavedView &view : views) {
        auto *entry = new QListWidgetItem(view.name, this);
        entry->setData(OwnRole, view.id);
        entry->setToolTip(view.name);
    }
    if (!current.isEmpty())
        setOwnView(current);
}

void ViewList::showCount(QListWidgetItem *entry, int count)
{
    entry->setData(CountRole, count);
    entry->setData(Qt::AccessibleTextRole, tr("%1, cases: %2").arg(entry->text()).arg(count));
}

void ViewList::setCounts(const QList<int> &counts)
{
    qsizetype own = worklistViewCount;
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *entry = item(row);
        const QVariant view = entry->data(ViewRole);
        if (view.isValid())
            showCount(entry, counts.value(view.toInt()));
        else if (entry->data(OwnRole).isValid() && own < counts.size())
            showCount(entry, counts.at(own++));
    }
}

void ViewList::keyPressEvent(QKeyEvent *event)
{
    const QString own = ownView();
    if (event->key() == Qt::Key_F2 && !own.isEmpty())
        Q_EMIT renameWanted(own);
    else if (event->key() == Qt::Key_Delete && !own.isEmpty())
        Q_EMIT dropWanted(own);
    else if (event->key() == Qt::Key_Home)
        setCurrentRow(1); // above it stands a heading, which Qt would go to and cannot choose
    else
        QListWidget::keyPressEvent(event);
}

QSize ViewList::sizeHint() const
{
    return {Theme::scaled(192), Theme::scaled(400)};
}

} // namespace reviewdesk
