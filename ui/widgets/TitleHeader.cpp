#include "ui/widgets/TitleHeader.h"

#include <QStyle>
#include <QStyleOption>

namespace reviewdesk {

namespace {

constexpr int chevron = 12; ///< px of the mark of the order, which stands after the title
constexpr int shared = 8; ///< px of the room between two titles, which both have around them

} // namespace

TitleHeader::TitleHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
}

int TitleHeader::wholeWidth(int section) const
{
    return widthOf(section, title(section));
}

int TitleHeader::leastWidth(int section) const
{
    return widthOf(section, onTwoLines(section));
}

QString TitleHeader::shownTitle(int section) const
{
    return wholeWidth(section) > sectionSize(section) ? onTwoLines(section) : title(section);
}

QString TitleHeader::title(int section) const
{
    return model()->headerData(section, Qt::Horizontal).toString();
}

QString TitleHeader::onTwoLines(int section) const
{
    const QString whole = title(section);
    QString best = whole;
    int least = widthOf(section, whole);
    for (qsizetype space = whole.indexOf(u' '); space >= 0; space = whole.indexOf(u' ', space + 1)) {
        QString broken = whole;
        broken[space] = u'\n';
        if (const int width = widthOf(section, broken); width < least) {
            best = broken;
            least = width;
        }
    }
    return best;
}

int TitleHeader::widthOf(int section, const QString &words) const
{
    QStyleOptionHeader option;
    option.initFrom(this);
    option.orientation = Qt::Horizontal;
    option.text = words;
    const int width = style()->sizeFromContents(QStyle::CT_HeaderSection, &option, {}, this).width();
    return isBesideChevron(section) ? width + chevron : width - shared;
}

bool TitleHeader::isBesideChevron(int section) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == section;
}

void TitleHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->text = shownTitle(section);
    if (!isBesideChevron(section)) // the style would keep both rooms free, and the chevron's in every section
        option->textAlignment = Qt::Alignment::fromInt(option->textAlignment.toInt() | Qt::TextDontClip);
}

} // namespace reviewdesk
