#include "ui/ClipboardWatch.h"

#include <QClipboard>
#include <QGuiApplication>

namespace reviewdesk {

namespace {

constexpr int minute = 60'000; // milliseconds

} // namespace

ClipboardWatch::ClipboardWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(minute);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardWatch::forget);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardWatch::noteCopied);
    connect(QGuiApplication::clipboard(), &QClipboard::selectionChanged, this, &ClipboardWatch::noteCopied);
}

void ClipboardWatch::noteCopied()
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard() || clipboard->ownsSelection())
        m_timer.start();
}

void ClipboardWatch::forget()
{
    m_timer.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->ownsClipboard())
        clipboard->clear(QClipboard::Clipboard);
    if (clipboard->supportsSelection() && clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace reviewdesk
