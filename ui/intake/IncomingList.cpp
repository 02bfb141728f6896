#include "ui/intake/IncomingList.h"

#include "cases/DateWords.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"

#include <QFileInfo>
#include <QLocale>
#include <QSignalBlocker>

namespace reviewdesk {

namespace {

constexpr int pathRole = Qt::UserRole;

QString iconName(IncomingItem::State state)
{
    switch (state) {
    case IncomingItem::State::Growing:
        return QStringLiteral("refresh");
    case IncomingItem::State::Here:
        return QStringLiteral("check");
    case IncomingItem::State::Refused:
        return QStringLiteral("error");
    case IncomingItem::State::Arrived:
        break;
    }
    return QStringLiteral("letter");
}

ColorRole iconColor(IncomingItem::State state)
{
    if (state == IncomingItem::State::Refused)
        return ColorRole::NotMet;
    return state == IncomingItem::State::Arrived ? ColorRole::Accent : ColorRole::Quiet;
}

} // namespace

IncomingList::IncomingList(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Files that came"));
    setPanel(this, "reports");
    setWordWrap(true);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, [this] {
        if (currentItem())
            Q_EMIT chosen(currentPath());
    });
}

QString IncomingList::words(const IncomingItem &item)
{
    const QString size = QLocale().formattedDataSize(item.file.size, 0, QLocale::DataSizeTraditionalFormat);
    switch (item.state) {
    case IncomingItem::State::Growing:
        return tr("still being written, %1").arg(size);
    case IncomingItem::State::Here:
        return tr("here already: %1").arg(item.words);
    case IncomingItem::State::Refused:
        return tr("cannot be taken in");
    case IncomingItem::State::Arrived:
        break;
    }
    if (item.isOpened)
        return tr("opened by you, %1").arg(size);
    return tr("arrived %1, %2").arg(dayAndClockWords(item.file.cameAt.toLocalTime()), size);
}

void IncomingList::setItems(const QList<IncomingItem> &items)
{
    const QString current = currentPath();
    const QSignalBlocker quiet(this);
    clear();
    for (const IncomingItem &each : items) {
        auto *item = new QListWidgetItem(themedIcon(iconName(each.state), iconColor(each.state)),
            QFileInfo(each.file.path).fileName() + QLatin1Char('\n') + words(each), this);
        item->setData(pathRole, each.file.path);
        item->setToolTip(each.file.path);
        if (each.file.path == current)
            setCurrentItem(item);
    }
}

QString IncomingList::currentPath() const
{
    return currentItem() ? currentItem()->data(pathRole).toString() : QString();
}

void IncomingList::setCurrentPath(const QString &path)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(pathRole).toString() != path)
            continue;
        if (row == currentRow())
            Q_EMIT chosen(path);
        setCurrentRow(row);
    }
}

} // namespace reviewdesk
