#include "ui/worklist/WorklistDelegate.h"

#include "ui/widgets/Chip.h"
#include "ui/widgets/StatusGlyph.h"
#include "ui/worklist/WorklistModel.h"

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
    painter->save();
    painter->fillRect(cell, theme.color(selected ? ColorRole::AccentSoft : ColorRole::Surface));
    painter->setPen(theme.color(ColorRole::Line));
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());

    QRect text = cell.adjusted(margin, 0, -margin / 2, -1);
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
    const WorklistColumn column = WorklistModel::columns().at(index.column());
    const bool quiet = column == WorklistColumn::Number || column == WorklistColumn::Saved;
    painter->setFont(option.font);
    painter->setPen(theme.color(quiet ? ColorRole::Quiet : ColorRole::Text));
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
