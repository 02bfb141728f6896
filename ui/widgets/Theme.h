#pragma once

#include <QColor>
#include <QList>
#include <QString>

class QApplication;

namespace reviewdesk {

/// What a colour is for. Widgets name roles, never colours.
enum class ColorRole {
    Window, ///< behind everything
    Surface, ///< cards, bars, fields
    Sidebar, ///< lists beside the content
    Line, ///< quiet separators
    ControlLine, ///< border of what can be operated; at least 3:1 on Surface
    Text,
    Quiet, ///< text that is not the point
    Accent, ///< links, the current thing
    AccentSoft, ///< behind the current thing
    AccentFill, ///< the primary button
    OnAccent, ///< text on AccentFill
    Met,
    MetSoft,
    NotMet,
    NotMetSoft,
    Open,
    OpenSoft,
    Neutral, ///< text of a neutral chip
    NeutralSoft, ///< a neutral chip
    OnGlyph, ///< the mark in a filled glyph
    Count
};

/// How a chip, a notice or a cell speaks; always beside words and a shape.
enum class Tone { Neutral, Accent, Warn, Danger, Ok };

/// The two sets of colours and what is made of them. A plain value; which one is in force follows from the
/// application's palette, so there is no global of ours.
class Theme {
public:
    enum class Scheme { Light, Dark };

    explicit Theme(Scheme scheme);

    Scheme scheme() const { return m_scheme; }
    QColor color(ColorRole role) const;
    QColor toneText(Tone tone) const;
    QColor toneBackground(Tone tone) const;

    /// A text colour and a background that the program puts it on.
    struct Pair {
        ColorRole text;
        ColorRole background;
    };
    static QList<Pair> textPairs();
    /// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, 1.4.3).
    static qreal contrast(const QColor &a, const QColor &b);

    /// The scheme that the desktop asks for; call before apply().
    static Scheme systemScheme();
    /// Sets style, font, palette and stylesheet of the whole program. `textScale`: 1.0 to 1.5.
    static void apply(QApplication &application, Scheme scheme, qreal textScale = 1.0);
    /// The theme in force.
    /// No icon comes from the desktop's themes: the first dialog for a file asked the disk for 40,000 of their files, 60 to 140 ms. Not
    /// a part of apply(): it costs milliseconds before the first window.
    static void leaveOthersIcons();
    static Theme current();
    /// The text scale in force.
    static qreal textScale();
    /// `pixels` at text scale 1, at the scale in force.
    static int scaled(int pixels);

private:
    QString styleSheet(qreal textScale) const;

    Scheme m_scheme;
};

} // namespace reviewdesk
