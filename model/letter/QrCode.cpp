#include "letter/QrCode.h"

#include <qrencode.h>

#include <memory>

namespace reviewdesk {

QPainterPath qrCode(const QString &text, qreal side)
{
    constexpr int quiet = 4; // modules
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toLatin1().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    QPainterPath path;
    if (!code)
        return path;
    const int modules = code->width;
    const qreal size = side / (modules + 2 * quiet);
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < modules; ++row) {
        int from = -1; // of a run of dark modules
        for (int column = 0; column <= modules; ++column) {
            const bool dark = column < modules && (code->data[row * modules + column] & 1) != 0;
            if (dark && from < 0)
                from = column;
            if (!dark && from >= 0) {
                path.addRect((from + quiet) * size, (row + quiet) * size, (column - from) * size, size);
                from = -1;
            }
        }
    }
    return path;
}

} // namespace reviewdesk
