#include "ui/signin/LastAccount.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

namespace reviewdesk {

namespace {

/// Settings know a workspace by a digest of its folder: paths tell more than they need.
QString keyOf(const QString &workspace)
{
    const QFileInfo folder(workspace);
    const QString path = folder.exists() ? folder.canonicalFilePath() : folder.absoluteFilePath();
    const QByteArray digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("signIn/last/") + QString::fromLatin1(digest.toHex().left(32));
}

} // namespace

QString lastAccount(const QString &workspace)
{
    return QSettings().value(keyOf(workspace)).toString();
}

void rememberAccount(const QString &workspace, const QString &loginName)
{
    QSettings().setValue(keyOf(workspace), loginName);
}

} // namespace reviewdesk
