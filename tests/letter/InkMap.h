#pragma once

#include <QImage>
#include <QList>
#include <QString>

#include <algorithm>
#include <cmath>

namespace reviewdesk {

/// Where on a page ink lies and how much, in cells of 6 points, whatever renderer put it there: one that smooths edges
/// in another way moves ink by parts of a cell, a line that is elsewhere moves it by more than two.
class InkMap {
public:
    InkMap(const QImage &page, qreal pixelsPerPoint)
    {
        const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
        const qreal side = cell * pixelsPerPoint;
        m_columns = static_cast<int>(std::ceil(grey.width() / side));
        m_rows = static_cast<int>(std::ceil(grey.height() / side));
        QList<double> ink(m_columns * m_rows, 0);
        const double perPixel = 1 / (pixelsPerPoint * pixelsPerPoint * 255); // square points of black
        for (int y = 0; y < grey.height(); ++y) {
            const uchar *line = grey.constScanLine(y);
            for (int x = 0; x < grey.width(); ++x)
                ink[static_cast<int>(y / side) * m_columns + static_cast<int>(x / side)] += (255 - line[x]) * perPixel;
        }
        m_ink = blurred(ink);
    }

    /// The most that differs in any band of 24 points: 0 where both pages have the same ink in the same places, 1 where
    /// none has any where the other has.
    double worst(const InkMap &other, QString *where = nullptr) const
    {
        if (m_columns != other.m_columns || m_rows != other.m_rows)
            return 1;
        double most = 0;
        for (int top = 0; top < m_rows; top += band / 2) { // bands overlap
            double apart = 0;
            double all = 0;
            for (int i = top * m_columns; i < std::min(top + band, m_rows) * m_columns; ++i) {
                apart += std::abs(m_ink.at(i) - other.m_ink.at(i));
                all += m_ink.at(i) + other.m_ink.at(i);
            }
            const double part = apart / std::max(all, 2 * leastInk);
            if (part > most && where)
                *where = QStringLiteral("%1 of the ink is elsewhere, %2 points from the top")
                             .arg(part, 0, 'f', 3)
                             .arg(top * cell);
            most = std::max(most, part);
        }
        return most;
    }

private:
    static constexpr int cell = 6; ///< points
    static constexpr int band = 4; ///< cells
    static constexpr double leastInk = 20; ///< square points, of a short word: below it, little differs much

    QList<double> blurred(const QList<double> &ink) const
    {
        QList<double> soft(ink.size(), 0);
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                for (int dy = -1; dy <= 1; ++dy) {
                    for (int dx = -1; dx <= 1; ++dx) {
                        const int y = std::clamp(row + dy, 0, m_rows - 1);
                        const int x = std::clamp(column + dx, 0, m_columns - 1);
                        soft[row * m_columns + column] +=
                            ink.at(y * m_columns + x) * (2 - std::abs(dy)) * (2 - std::abs(dx)) / 16;
                    }
                }
            }
        }
        return soft;
    }

    int m_columns = 0;
    int m_rows = 0;
    QList<double> m_ink;
};

} // namespace reviewdesk
