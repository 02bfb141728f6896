#include "ui/worklist/WorklistDelegate.h"

#include "ui/widgets/Chip.h"
#include "ui/widgets/StatusGlyph.h"
#include "ui/worklist/WorklistModel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace reviewdesk {

namespace {

constexpr int margin = 12;

}

void WorklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const QRect cell = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool current = view && view->hasFocus() && view->currentIndex().row() == index.row();
    painter->save();
    painter->fillRect(cell, theme.color(selected ? ColorRole::AccentSoft : ColorRole::Surface));
    painter->setPen(theme.color(ColorRole::Line));
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    if (current) { // where the keyboard stands, selected or not
        painter->setPen(theme.color(ColorRole::Accent));
        painter->drawLine(cell.topLeft(), cell.topRight());
        painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    }

    QRect text = cell.adjusted(margin, 0, -margin / 2, -1);
    if (index.data(WorklistModel::BlankRole).toBool()) { // on its way: a quiet bar where words will stand
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(ColorRole::NeutralSoft));
        const int height = Theme::scaled(10);
        const int width = qMax(0, text.width() * (5 + (index.row() * 7 + index.column() * 3) % 4) / 10);
        painter->drawRoundedRect(
            QRect(text.left(), text.center().y() - height / 2, width, height), height / 2.0, height / 2.0);
        painter->restore();
        return;
    }
    const QString words = index.data(Qt::DisplayRole).toString();
    const QVariant tone = index.data(WorklistModel::ChipToneRole);
    const QVariant glyph = index.data(WorklistModel::GlyphRole);
    if (tone.isValid()) {
        paintChip(*painter, text.adjusted(-2, 0, 0, 0), words, tone.value<Tone>(), option.font);
        painter->restore();
        return;
    }
    if (glyph.isValid() && !words.isEmpty()) {
        paintGlyph(*painter, QRect(text.left(), text.top(), glyphSide(), text.height()), glyph.value<Glyph>());
        text.setLeft(text.left() + glyphSide() + 6);
    }
    painter->setFont(option.font);
    painter->setPen(theme.color(index.data(WorklistModel::QuietRole).toBool() ? ColorRole::Quiet : ColorRole::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(words, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString words = index.data(Qt::DisplayRole).toString();
    int width = option.fontMetrics.horizontalAdvance(words) + 2 * margin;
    if (index.data(WorklistModel::ChipToneRole).isValid())
        width = chipSize(words, option.font).width() + 2 * margin;
    if (index.data(WorklistModel::GlyphRole).isValid())
        width += glyphSide() + 6;
    return {width, Theme::scaled(38)};
}

} // namespace reviewdesk
