#include "ui/letter/ChecklistView.h"

#include "ui/widgets/RuleWords.h"
#include "ui/widgets/StatusGlyph.h"

#include <QFocusEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace reviewdesk {

namespace {

enum ItemRole { AnchorRole = Qt::UserRole + 1, MetRole, CitationRole };

constexpr int padding = 8;

class ChecklistDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::current();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(ColorRole::AccentSoft));
            painter->drawRoundedRect(option.rect, 6, 6);
        }
        const bool met = index.data(MetRole).toBool();
        const QRect inside = option.rect.adjusted(padding, padding, -padding, -padding);
        paintGlyph(*painter, QRect(inside.left(), inside.top(), glyphSide(), option.fontMetrics.height()),
            met ? Glyph::Met : Glyph::NotMet);
        QRect text = inside.adjusted(glyphSide() + 8, 0, 0, 0);
        painter->setFont(option.font);
        painter->setPen(theme.color(ColorRole::Text));
        QRect used;
        painter->drawText(text, Qt::TextWordWrap, index.data(Qt::DisplayRole).toString(), &used);
        painter->setFont(small(option.font));
        painter->setPen(theme.color(met ? ColorRole::Quiet : ColorRole::NotMet));
        text.setTop(used.bottom() + 3);
        painter->drawText(text, Qt::TextWordWrap, index.data(CitationRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = (view ? view->viewport()->width() : 300) - 2 * padding - glyphSide() - 8;
        const QRect room(0, 0, qMax(80, width), 10'000);
        const int words =
            option.fontMetrics.boundingRect(room, Qt::TextWordWrap, index.data(Qt::DisplayRole).toString()).height();
        const int citation = QFontMetrics(small(option.font))
                                 .boundingRect(room, Qt::TextWordWrap, index.data(CitationRole).toString())
                                 .height();
        return {80, words + citation + 3 + 2 * padding};
    }

private:
    static QFont small(QFont font)
    {
        font.setPixelSize(Theme::scaled(11));
        return font;
    }
};

} // namespace

ChecklistView::ChecklistView(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("What the letter must say"));
    setItemDelegate(new ChecklistDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setResizeMode(QListView::Adjust);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!item)
            return;
        Q_EMIT rowShown(visualItemRect(item));
        Q_EMIT placeWanted(item->data(AnchorRole).toString());
    });
}

void ChecklistView::setChecklist(const QList<ChecklistRow> &rows)
{
    const QSignalBlocker quiet(this);
    const int current = currentRow();
    clear();
    for (const ChecklistRow &row : rows) {
        const bool met = !row.text.trimmed().isEmpty();
        const QString requirement = ruleWords(row.requirement);
        auto *item = new QListWidgetItem(requirement, this);
        const QString state = met ? tr("In the letter") : tr("Missing");
        const QString source = row.verified ? row.citation : tr("%1, not checked against its source").arg(row.citation);
        item->setData(AnchorRole, row.anchor);
        item->setData(MetRole, met);
        item->setData(CitationRole, row.citation.isEmpty() ? state : tr("%1 · %2").arg(state, source));
        item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(state, requirement));
        item->setToolTip(met ? row.text : tr("The letter does not say this yet."));
    }
    setCurrentRow(current < count() ? current : -1);
}

QString ChecklistView::anchorAt(int row) const
{
    return item(row)->data(AnchorRole).toString();
}

void ChecklistView::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

QSize ChecklistView::sizeHint() const
{
    return {Theme::scaled(200), m_height + 2 * frameWidth() + 2 * padding};
}

void ChecklistView::updateGeometries()
{
    QListWidget::updateGeometries();
    const int height = contentsSize().height();
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

void ChecklistView::focusInEvent(QFocusEvent *event)
{
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (currentItem() || byTab) {
        if (!currentItem() && count() > 0)
            setCurrentRow(0);
        QListWidget::focusInEvent(event);
        return;
    }
    const QSignalBlocker quiet(this); // Qt would make the first row current
    QListWidget::focusInEvent(event);
    setCurrentItem(nullptr);
}

} // namespace reviewdesk
