#include "tests/window/Typist.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

namespace {

constexpr int longestRound = 120; ///< Tab stops of a page, at most

void xdotool(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("xdotool"), arguments);
    // events are served while the keys come in, or the window would look hung
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && timer.elapsed() < 60'000)
        QTest::qWait(1);
    // The X server has taken the keys when xdotool ends; after a round trip to it they are in our queue.
    QGuiApplication::sync();
    QGuiApplication::sync();
}

QString plain(QString name)
{
    name.remove(QLatin1Char('&'));
    return name.simplified();
}

QString nameOf(QAccessibleInterface *interface)
{
    if (!interface)
        return {};
    for (const auto &[other, relation] : interface->relations(QAccessible::Label)) {
        if (other && relation.testFlag(QAccessible::Label)) {
            const QString label = plain(other->text(QAccessible::Name));
            if (!label.isEmpty())
                return label;
        }
    }
    return plain(interface->text(QAccessible::Name));
}

QAccessibleInterface *focused()
{
    QWidget *widget = QApplication::focusWidget();
    return widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
}

/// Walks what is on the screen until `stop` says true.
bool walk(QAccessibleInterface *interface, const std::function<bool(QAccessibleInterface *)> &stop)
{
    if (!interface || interface->state().invisible)
        return false;
    if (stop(interface))
        return true;
    for (int i = 0; i < interface->childCount(); ++i) {
        if (walk(interface->child(i), stop))
            return true;
    }
    return false;
}

bool walkScreen(const std::function<bool(QAccessibleInterface *)> &stop)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && walk(QAccessible::queryAccessibleInterface(window), stop))
            return true;
    }
    return false;
}

QString shownIn(QAccessibleInterface *interface)
{
    if (!interface)
        return {};
    if (QAccessibleTextInterface *text = interface->textInterface())
        return text->text(0, text->characterCount());
    return interface->text(QAccessible::Value);
}

} // namespace

void Typist::press(const QString &key, int times)
{
    QStringList arguments{
        QStringLiteral("key"), QStringLiteral("--clearmodifiers"), QStringLiteral("--delay"), QStringLiteral("12")};
    for (int i = 0; i < times; ++i)
        arguments << key;
    xdotool(arguments);
}

void Typist::type(const QString &text)
{
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (line > 0)
            press(QStringLiteral("Return")); // xdotool's own line feed is a key of its own
        xdotool({QStringLiteral("type"), QStringLiteral("--clearmodifiers"), QStringLiteral("--delay"),
            QStringLiteral("6"), QStringLiteral("--"), lines.at(line)});
    }
}

bool Typist::drop(const QString &source, const QString &file)
{
    constexpr int at = 8; // of the screen's edge; its icon is 48 pixels wide
    const QWidget *window = QApplication::activeWindow();
    if (!window)
        return false;
    const QPoint to = window->mapToGlobal(window->rect().center());
    QProcess icon;
    icon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    icon.start(source, {file, QString::number(at), QString::number(at)});
    if (!waitFor([&icon] { return icon.canReadLine() || icon.state() == QProcess::NotRunning; }) || !icon.canReadLine())
        return false;
    const auto move = [](const QPoint &there) {
        xdotool({QStringLiteral("mousemove"), QString::number(there.x()), QString::number(there.y())});
        QTest::qWait(50); // the two programs tell each other what is under the mouse
    };
    move({at + 10, at + 10});
    xdotool({QStringLiteral("mousedown"), QStringLiteral("1")});
    move({at + 40, at + 40});
    for (int step = 1; step <= 5; ++step)
        move(QPoint(at + 40, at + 40) + (to - QPoint(at + 40, at + 40)) * step / 5);
    xdotool({QStringLiteral("mouseup"), QStringLiteral("1")});
    if (!waitFor([&icon] { return icon.state() == QProcess::NotRunning; })) {
        icon.kill();
        icon.waitForFinished();
        return false;
    }
    return icon.exitStatus() == QProcess::NormalExit && icon.exitCode() == 0;
}

bool Typist::waitFor(const std::function<bool()> &seen, int milliseconds)
{
    return QTest::qWaitFor(seen, milliseconds);
}

bool Typist::tabTo(const QString &name)
{
    QStringList passed;
    for (int i = 0; i < longestRound; ++i) {
        if (focusedName() == name)
            return true;
        passed << focusedName();
        press(QStringLiteral("Tab"));
    }
    passed.removeDuplicates();
    qWarning("no control is called “%s”, only: %s", qPrintable(name), qPrintable(passed.join(QStringLiteral(" | "))));
    return false;
}

bool Typist::fill(const QString &name, const QString &text)
{
    if (!tabTo(name))
        return false;
    press(QStringLiteral("ctrl+a"));
    type(text);
    if (waitFor([&] { return shownIn(focused()) == text; }, 5000))
        return true;
    qWarning("“%s” shows “%s”, not “%s”", qPrintable(name), qPrintable(shownIn(focused())), qPrintable(text));
    return false;
}

bool Typist::choose(const QString &name, const QString &entry)
{
    if (!tabTo(name))
        return false;
    type(entry.section(QLatin1Char(' '), 0, 0)); // a space would open the list
    for (int i = 0; i < 20 && shownIn(focused()) != entry; ++i)
        press(QStringLiteral("Down"));
    if (shownIn(focused()) == entry)
        return true;
    qWarning("“%s” shows “%s”, not “%s”", qPrintable(name), qPrintable(shownIn(focused())), qPrintable(entry));
    return false;
}

bool Typist::answer(const QString &group, const QString &answer)
{
    for (int i = 0; i < longestRound && focusedGroup() != group; ++i)
        press(QStringLiteral("Tab"));
    // one of several alike is told from the others by its question: “Diffuse disease: Yes”
    const auto isThere = [&] {
        return focusedName() == answer || focusedName().endsWith(QLatin1String(": ") + answer);
    };
    for (int i = 0; i < 20 && !isThere(); ++i)
        press(QStringLiteral("Right"));
    if (focusedGroup() != group || !isThere()) {
        qWarning("“%s” has no answer “%s”; the focus is on “%s”", qPrintable(group), qPrintable(answer),
            qPrintable(focusedName()));
        return false;
    }
    const auto isChosen = [] {
        QAccessibleInterface *interface = focused();
        return interface && interface->state().checked;
    };
    if (!isChosen())
        press(QStringLiteral("space"));
    return waitFor(isChosen, 5000);
}

QString Typist::focusedName()
{
    return nameOf(focused());
}

QString Typist::focusedGroup()
{
    QAccessibleInterface *interface = focused();
    return interface ? nameOf(interface->parent()) : QString();
}

QString Typist::read(const QString &beginning)
{
    QString found;
    walkScreen([&](QAccessibleInterface *interface) {
        const QString name = interface->text(QAccessible::Name).simplified();
        if (name.startsWith(beginning))
            found = name;
        return !found.isEmpty();
    });
    return found;
}

QString Typist::description(const QString &name)
{
    QString found;
    walkScreen([&](QAccessibleInterface *interface) {
        if (interface->text(QAccessible::Name).simplified() == name)
            found = interface->text(QAccessible::Description);
        return !found.isEmpty();
    });
    return found;
}

bool Typist::reads(const QString &text)
{
    return walkScreen([&](QAccessibleInterface *interface) {
        return interface->text(QAccessible::Name).simplified().contains(text) ||
            shownIn(interface).simplified().contains(text);
    });
}

QStringList Typist::controls()
{
    QStringList names;
    walkScreen([&](QAccessibleInterface *interface) {
        switch (interface->role()) {
        case QAccessible::Button:
        case QAccessible::ButtonMenu:
        case QAccessible::ButtonDropDown:
        case QAccessible::RadioButton:
        case QAccessible::CheckBox:
        case QAccessible::MenuItem:
        case QAccessible::Link:
            names << nameOf(interface);
            break;
        default:
            break;
        }
        return false;
    });
    return names;
}

void Typist::picture(const QString &file)
{
    QProcess::execute(QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"), file});
}
