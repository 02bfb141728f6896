#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QAccessibleInterface;

/// A person at the keyboard of a private desktop: every key goes through the X server and the window manager to the
/// window that has the focus, as a real one would. Reads the screen only through the accessibility interfaces, as
/// assistive technology does.
class Typist {
public:
    /// One key or chord in xdotool's words: "Tab", "ctrl+n", "Return", "space". Returns when it has been worked off.
    static void press(const QString &key, int times = 1);
    /// Drags a file from another program (`source` of tests/window/drag_source.cpp) by the mouse and drops it in the middle
    /// of the window; whether that was taken.
    static bool drop(const QString &source, const QString &file);
    /// Types text, a key at a time.
    static void type(const QString &text);
    /// Lets events come in until `seen` holds; false when it did not within `milliseconds`.
    static bool waitFor(const std::function<bool()> &seen, int milliseconds = 30'000);

    /// Tabs on until the control called `name` has the focus; false when a whole round found none.
    static bool tabTo(const QString &name);
    /// tabTo, then replaces what the field holds by `text` and looks whether the field shows it.
    static bool fill(const QString &name, const QString &text);
    /// tabTo a combo box, then types the first letters of an entry until it shows `entry`.
    static bool choose(const QString &name, const QString &entry);
    /// Tabs to the group of answers called `group`, then goes with the arrow keys to the answer called `answer`.
    static bool answer(const QString &group, const QString &answer);

    /// What assistive technology calls the widget with the focus: its label's text, else its name.
    static QString focusedName();
    /// What it calls the group around it.
    static QString focusedGroup();
    /// The name of the first thing on the screen whose name begins so; empty when there is none.
    static QString read(const QString &beginning);
    /// The description that goes with this name; empty when there is none.
    static QString description(const QString &name);
    /// Whether `text` stands in the name or value of anything on the screen.
    static bool reads(const QString &text);
    /// The names of all that can be pressed or chosen on the screen: buttons, menu entries, links.
    static QStringList controls();

    /// A picture of the whole screen, for the record of a failed run or for looking at it.
    static void picture(const QString &file);
};
