#pragma once

#include <QString>
#include <QWidget>

#include <functional>

/// A person at the keyboard of a private desktop: every key goes through the X server and the window manager to the window
/// that has the focus, as a real one would. Looks at the widgets only to see what a person sees.
class Typist {
public:
    /// One key or chord in xdotool's words: "Tab", "ctrl+n", "Return", "space".
    void press(const QString &key, int times = 1);
    /// Types text, a key at a time.
    void type(const QString &text);
    /// Lets events come in until `seen` holds; false when it did not within `milliseconds`.
    bool waitFor(const std::function<bool()> &seen, int milliseconds = 10'000);
    /// Tabs on until the control with this accessible name (or buddy label, or text) has the focus; false when a whole round found none.
    bool tabTo(const QString &name);
    /// tabTo, then replaces what the field holds by `text`.
    bool fill(const QString &name, const QString &text);
    /// What assistive technology calls the widget with the focus.
    static QString focusedName();
    /// A picture of the whole screen, for the record of a failed run.
    void picture(const QString &file);
    /// Whether `text` stands on the screen: in a visible label, button or item view of the active window.
    static bool reads(const QString &text);
};
