#include "tests/window/Typist.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QTest>

namespace {

void xdotool(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("xdotool"), arguments);
    // events must be served while the keys come in, or the window would look hung
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && timer.elapsed() < 30'000)
        QTest::qWait(1);
    QTest::qWait(15);
}

QString plain(QString name)
{
    name.remove(QLatin1Char('&'));
    return name.simplified();
}

QString accessibleName(QWidget *widget)
{
    QAccessibleInterface *interface = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    return interface ? plain(interface->text(QAccessible::Name)) : QString();
}

bool holds(QAccessibleInterface *interface, const QString &text)
{
    if (!interface || interface->state().invisible)
        return false;
    if (interface->text(QAccessible::Name).simplified().contains(text) || interface->text(QAccessible::Value).simplified().contains(text))
        return true;
    for (int i = 0; i < interface->childCount(); ++i) {
        if (holds(interface->child(i), text))
            return true;
    }
    return false;
}

} // namespace

void Typist::press(const QString &key, int times)
{
    QStringList arguments {QStringLiteral("key"), QStringLiteral("--clearmodifiers"), QStringLiteral("--delay"), QStringLiteral("12")};
    for (int i = 0; i < times; ++i)
        arguments << key;
    xdotool(arguments);
}

void Typist::type(const QString &text)
{
    xdotool({QStringLiteral("type"), QStringLiteral("--clearmodifiers"), QStringLiteral("--delay"), QStringLiteral("8"), QStringLiteral("--"), text});
}

bool Typist::waitFor(const std::function<bool()> &seen, int milliseconds)
{
    return QTest::qWaitFor(seen, milliseconds);
}

bool Typist::tabTo(const QString &name)
{
    for (int i = 0; i < 120; ++i) {
        if (focusedName() == name)
            return true;
        press(QStringLiteral("Tab"));
    }
    qWarning("no control is called %s", qPrintable(name));
    return false;
}

bool Typist::fill(const QString &name, const QString &text)
{
    if (!tabTo(name))
        return false;
    press(QStringLiteral("ctrl+a"));
    type(text);
    return true;
}

QString Typist::focusedName()
{
    return accessibleName(QApplication::focusWidget());
}

void Typist::picture(const QString &file)
{
    QProcess::execute(QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"), file});
}

bool Typist::reads(const QString &text)
{
    QWidget *window = QApplication::activeWindow();
    return window && holds(QAccessible::queryAccessibleInterface(window), text);
}
