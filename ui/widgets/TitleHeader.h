#pragma once

#include <QHeaderView>

namespace reviewdesk {

/// Columns' titles, none of them cut: one that is wider than its column stands on two lines, broken between two words.
class TitleHeader : public QHeaderView {
    Q_OBJECT
public:
    /// The table's own look; it still has to be set as its header.
    explicit TitleHeader(QWidget *parent = nullptr);

    int wholeWidth(int section) const; ///< of the title on one line, with the chevron of the order where it stands
    int leastWidth(int section) const; ///< of the title on two lines, where that is less
    QString shownTitle(int section) const; ///< with its line break, if it has one

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

private:
    QString title(int section) const;
    QString onTwoLines(int section) const;
    int widthOf(int section, const QString &words) const;
    bool isBesideChevron(int section) const;
};

} // namespace reviewdesk
