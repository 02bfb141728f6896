#pragma once

#include <QPainterPath>
#include <QString>

namespace reviewdesk {

/// `text` (capitals, digits and hyphens) as a QR code (ISO/IEC 18004) that stands a smudge of 15 %: its dark modules as
/// one shape in a square of `side`, the quiet zone of four modules included. Empty when the text is too long.
QPainterPath qrCode(const QString &text, qreal side);

} // namespace reviewdesk
