#pragma once

#include <QStyledItemDelegate>

namespace reviewdesk {

/// Paints a row of the worklist and of every other list of cases, by WorklistModel's roles: the due chip, the outcome's
/// glyph beside its words, a line under the row and the current row's mark.
class WorklistDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reviewdesk
