#include "ui/help/News.h"

#include <QCoreApplication>
#include <QSettings>

namespace reviewdesk {

namespace {

const QString versionKey = QStringLiteral("learning/version");

} // namespace

bool isUpgraded()
{
    const QString last = QSettings().value(versionKey).toString();
    return !last.isEmpty() && last != QCoreApplication::applicationVersion();
}

void rememberVersion()
{
    if (!QCoreApplication::applicationVersion().isEmpty())
        QSettings().setValue(versionKey, QCoreApplication::applicationVersion());
}

} // namespace reviewdesk
