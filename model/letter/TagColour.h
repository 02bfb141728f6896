#pragma once

#include <QColor>

#include <cmath>

namespace reviewdesk {

/// Which piece of a letter a painted text belongs to, told by its colour: a colour has 16 bits a channel, of which eyes
/// and screens take the upper 8. The lower ones carry a number, and PdfTags takes it out of the PDF again. In no plain
/// colour does the red's lower half differ from the upper one in the way of a coded one.
namespace tagColour {

constexpr int check = 0xA5;
constexpr int mostCodes = 0xFFFF;

/// `code` from 0 to mostCodes. 0: text that is no part of what is read, such as a page number.
inline QColor coded(const QColor &colour, int code)
{
    const QRgba64 bare = colour.rgba64();
    const auto with = [](quint16 channel, int low) { return static_cast<quint16>((channel & 0xFF00) | low); };
    return QColor(qRgba64(with(bare.red(), (bare.red() >> 8) ^ check), with(bare.green(), code >> 8),
        with(bare.blue(), code & 0xFF), bare.alpha()));
}

/// Channels from 0 to 1, as a PDF states them.
struct Channels {
    double red = 0;
    double green = 0;
    double blue = 0;
};

/// The code of a coded colour, which becomes plain; -1 for any other, which stays.
inline int takenOut(Channels &colour)
{
    const auto sixteen = [](double channel) { return static_cast<int>(std::lround(channel * 65535)); };
    const int red = sixteen(colour.red);
    const int green = sixteen(colour.green);
    const int blue = sixteen(colour.blue);
    if ((red & 0xFF) != (((red >> 8) & 0xFF) ^ check))
        return -1;
    colour = {(red >> 8) / 255.0, (green >> 8) / 255.0, (blue >> 8) / 255.0};
    return ((green & 0xFF) << 8) | (blue & 0xFF);
}

} // namespace tagColour

} // namespace reviewdesk
