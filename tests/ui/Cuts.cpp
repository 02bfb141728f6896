#include "Cuts.h"

#include "Stops.h"

#include "ui/review/CriterionRow.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

namespace reviewdesk {

namespace {

int widthOf(const QWidget &widget, const QString &text)
{
    return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

/// The one with the most of a least width.
QString widestIn(const QScrollArea &area)
{
    QWidget *widest = area.widget();
    int most = 0;
    for (QWidget *one : area.widget()->findChildren<QWidget *>()) {
        const int least = qMax(one->minimumWidth(), one->minimumSizeHint().width());
        if (one->isVisible() && !one->layout() && least > most) {
            widest = one;
            most = least;
        }
    }
    const auto *button = qobject_cast<QAbstractButton *>(widest);
    return QStringLiteral("%1 “%2” of at least %3").arg(placeOf(*widest), button ? button->text() : QString()).arg(most);
}

/// Qt's options for the sections of a header.
struct Header : QHeaderView {
    static QStyleOptionHeaderV2 optionOf(const QHeaderView &header, int section)
    {
        QStyleOptionHeaderV2 option;
        const auto general = static_cast<void (QHeaderView::*)(QStyleOptionHeader *) const>(&Header::initStyleOption);
        (header.*general)(&option);
        (header.*&Header::initStyleOptionForIndex)(&option, section);
        option.sortIndicator = QStyleOptionHeader::None; // of the title alone
        return option;
    }
};

/// Qt's option for a button.
struct Button : QPushButton {
    static QStyleOptionButton optionOf(const QPushButton &button)
    {
        QStyleOptionButton option;
        (button.*&Button::initStyleOption)(&option);
        return option;
    }
};

/// How much of this room the words of a title or a button fill as they are painted.
template <typename Option>
QSize inkIn(const QWidget &widget, Option option, QSize room, QStyle::SubElement place, QStyle::ControlElement label)
{
    QImage paper(room, QImage::Format_ARGB32);
    paper.fill(Qt::transparent);
    option.rect = QRect({}, room);
    option.rect = widget.style()->subElementRect(place, &option, &widget);
    QPainter painter(&paper);
    painter.setFont(widget.font());
    painter.setLayoutDirection(option.direction); // as on a widget: Qt 6.8 puts the words at the other end without it
    widget.style()->drawControl(label, &option, &painter, &widget);
    painter.end();
    QRect ink;
    for (int y = 0; y < room.height(); ++y) {
        for (int x = 0; x < room.width(); ++x) {
            if (qAlpha(paper.pixel(x, y)) > 0)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink.size();
}

/// Words that fill more room where they have more.
template <typename Option>
bool isCut(const QWidget &widget, const Option &option, QSize room, QStyle::SubElement place, QStyle::ControlElement label)
{
    constexpr int edge = 1; // the pale edge of a letter
    const QSize ink = inkIn(widget, option, room, place, label);
    const QSize whole = inkIn(widget, option, room + QSize(200, 40), place, label);
    return whole.width() > ink.width() + edge || whole.height() > ink.height() + edge;
}

QString cutTitleOf(const QHeaderView &header)
{
    for (int section = 0; section < header.count(); ++section) {
        if (header.isSectionHidden(section))
            continue;
        const QSize room(header.sectionSize(section), header.height());
        if (isCut(header, Header::optionOf(header, section), room, QStyle::SE_HeaderLabel, QStyle::CE_HeaderLabel))
            return header.model()->headerData(section, header.orientation()).toString();
    }
    return {};
}

/// An entry of a list that is shortened, with the room that the style puts around it.
QString cutEntryOf(const QListWidget &list)
{
    if (list.wordWrap())
        return {}; // what does not fit goes on in the next line
    const int around = list.property("panel").toString() == QLatin1String("reports") ? 28 : 8;
    for (int row = 0; row < list.count(); ++row) {
        const QListWidgetItem &item = *list.item(row);
        const QRect room = list.visualItemRect(&item);
        const bool oneLine = room.height() < 2 * list.fontMetrics().height();
        if (oneLine && !item.isHidden() && list.fontMetrics().horizontalAdvance(item.text()) + around > room.width() &&
            !item.toolTip().contains(item.text()))
            return item.text();
    }
    return {};
}

/// What is shortened on purpose says the whole of it by its tool tip.
bool isWholeInItsTip(const QWidget &widget, QString text)
{
    return widget.toolTip().contains(text.remove(QLatin1Char('&')));
}

/// A line that ends within a word.
QString brokenWordOf(const CriterionRow &row)
{
    for (QTextBlock block = row.text().begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (int line = 0; line + 1 < block.layout()->lineCount(); ++line) {
            const QTextLine ends = block.layout()->lineAt(line);
            const int end = ends.textStart() + ends.textLength();
            if (end > 0 && end < text.size() && text.at(end - 1).isLetterOrNumber() && text.at(end).isLetterOrNumber())
                return text.mid(qMax(0, end - 12), 24);
        }
    }
    return {};
}

/// With a picture beside its words: the picture's own width leaves room between the two.
bool touchesItsIcon(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    const bool beside = tool ? tool->toolButtonStyle() == Qt::ToolButtonTextBesideIcon : true;
    return beside && !button.icon().isNull() && !button.text().isEmpty() &&
        button.iconSize().width() < button.iconSize().height() + 4;
}

/// What does not fit where it stands; a word that is shortened on purpose says so by its tool tip.
QString cutOf(QWidget &widget)
{
    const auto say = [&widget](const QString &text, int needed, int has) {
        return QStringLiteral("“%1” needs %2, has %3: %4").arg(text.left(80)).arg(needed).arg(has).arg(placeOf(widget));
    };
    if (const auto *label = qobject_cast<QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return {};
        if (label->wordWrap()) {
            const int needed = label->heightForWidth(label->width());
            return needed > label->height() + 1 ? say(label->text(), needed, label->height()) : QString();
        }
        const int needed = label->sizeHint().width();
        return needed > label->width() + 1 && !isWholeInItsTip(*label, label->text())
            ? say(label->text(), needed, label->width())
            : QString();
    }
    if (const auto *row = qobject_cast<CriterionRow *>(&widget)) {
        if (const QString word = brokenWordOf(*row); !word.isEmpty())
            return QStringLiteral("a word is broken: “%1”: %2").arg(word, placeOf(widget));
    }
    if (const auto *button = qobject_cast<QAbstractButton *>(&widget)) {
        if (touchesItsIcon(*button))
            return QStringLiteral("“%1” touches its icon: %2").arg(button->text(), placeOf(widget));
        if (button->hasHeightForWidth()) { // it breaks its words
            const int needed = button->heightForWidth(button->width());
            return needed > button->height() + 1 ? say(button->text(), needed, button->height()) : QString();
        }
        const auto *tool = qobject_cast<QToolButton *>(&widget);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            return {};
        const int needed = widthOf(widget, button->text());
        const auto *push = qobject_cast<QPushButton *>(&widget);
        const bool fits = push ? !isCut(*push, Button::optionOf(*push), push->size(), QStyle::SE_PushButtonContents,
                                     QStyle::CE_PushButtonLabel)
                               : needed <= button->width();
        return fits || isWholeInItsTip(*button, button->text()) ? QString()
                                                                 : say(button->text(), needed, button->width());
    }
    if (const auto *combo = qobject_cast<QComboBox *>(&widget)) {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const int room =
            combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo).width();
        const int needed = widthOf(widget, combo->currentText());
        return needed > room + 4 ? say(combo->currentText(), needed, room) : QString();
    }
    if (const auto *tabs = qobject_cast<QTabBar *>(&widget)) {
        const int needed = tabs->count() == 0 ? 0 : tabs->tabRect(tabs->count() - 1).right();
        return needed > tabs->width() ? say(tabs->tabText(tabs->count() - 1), needed, tabs->width()) : QString();
    }
    if (const auto *header = qobject_cast<QHeaderView *>(&widget)) {
        const QString title = cutTitleOf(*header);
        return title.isEmpty() ? QString() : QStringLiteral("the title “%1” is cut: %2").arg(title, placeOf(widget));
    }
    if (const auto *list = qobject_cast<QListWidget *>(&widget);
        list && QLatin1String(list->itemDelegate()->metaObject()->className()) == QLatin1String("QStyledItemDelegate")) {
        const QString entry = cutEntryOf(*list);
        return entry.isEmpty() ? QString() : QStringLiteral("the entry “%1” is cut: %2").arg(entry, placeOf(widget));
    }
    if (const auto *table = qobject_cast<QTableView *>(&widget)) {
        return table->horizontalScrollBar()->maximum() > 0
            ? QStringLiteral("the table “%1” scrolls sideways by %2: %3")
                  .arg(table->accessibleName())
                  .arg(table->horizontalScrollBar()->maximum())
                  .arg(placeOf(widget))
            : QString();
    }
    if (const auto *area = qobject_cast<QScrollArea *>(&widget); area && area->horizontalScrollBar()->maximum() > 0)
        return QStringLiteral("scrolls sideways by %1: %2, for %3")
            .arg(area->horizontalScrollBar()->maximum())
            .arg(placeOf(*area), widestIn(*area));
    return {};
}

} // namespace

QStringList cutOn(QWidget &page)
{
    QStringList cut;
    const QList<QWidget *> widgets = page.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != page.window())
            continue;
        if (const QString said = cutOf(*widget); !said.isEmpty())
            cut.append(said);
    }
    if (page.isWindow() && (page.width() > 1280 || page.height() > 800))
        cut.append(QStringLiteral("the window is %1 by %2").arg(page.width()).arg(page.height()));
    return cut;
}

} // namespace reviewdesk
