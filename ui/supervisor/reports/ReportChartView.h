#pragma once

#include "reports/ReportTable.h"
#include "ui/widgets/Theme.h"

#include <QChartView>

namespace reviewdesk {

/// A table's numbers drawn: told apart by pattern, line and words, not by colour alone. The same numbers stand in the
/// table beside it, so it takes no focus.
class ReportChartView : public QChartView {
    Q_OBJECT
public:
    explicit ReportChartView(QWidget *parent = nullptr);

    /// Only tables with a chart. `theme`: paper is always light.
    void setTable(const ReportTable &table, const Theme &theme);

private:
    void drawBars(const ReportTable &table, const Theme &theme);
    void drawLines(const ReportTable &table, const Theme &theme);
    void addScale(const Theme &theme, double top);
    void placeNumbers();
    bool haveRoom(QAbstractSeries &series) const;
    void clear();

    struct Number {
        double x;
        double y;
        QString words; ///< "24 + 5 + 1"
        QString sum; ///< "30"
    };
    QList<Number> m_numbers; ///< above the bars, or at the lines' ends
    QList<QGraphicsItem *> m_texts;
    QColor m_textColor;
};

} // namespace reviewdesk
