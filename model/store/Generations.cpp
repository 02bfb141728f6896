#include "store/Generations.h"

#include "store/DurableFiles.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace reviewdesk {

int generationOf(const QString &fileName)
{
    static const QRegularExpression form(QStringLiteral("^workspace(?:-([0-9]{1,9}))?\\.db"));
    const QRegularExpressionMatch match = form.match(fileName);
    if (!match.hasMatch())
        return 0;
    return match.captured(1).isEmpty() ? 1 : match.captured(1).toInt();
}

QString nextGenerationIn(const QString &directory)
{
    int last = 1;
    for (const QString &name : QDir(directory).entryList({QStringLiteral("workspace*.db*")}, QDir::Files))
        last = std::max(last, generationOf(name));
    return QStringLiteral("workspace-%1.db").arg(last + 1);
}

void sweepGenerations(const QString &directory, const QString &current)
{
    const QDir folder(directory);
    const int counts = generationOf(current);
    for (const QString &name : folder.entryList({QStringLiteral("workspace*.db*")}, QDir::Files)) {
        const int generation = generationOf(name);
        if (name.contains(QLatin1String(".db.new")) || (generation > 0 && generation < counts))
            QFile::remove(folder.filePath(name));
    }
    for (const QString &name : folder.entryList({QStringLiteral("workspace.keys.??????")}, QDir::Files))
        QFile::remove(folder.filePath(name));
    const QDir backups(folder.filePath(QStringLiteral("backups")));
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    for (const QFileInfo &partial :
        backups.entryInfoList({QStringLiteral(".partial-*")}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (partial.lastModified() < yesterday)
            QDir(partial.filePath()).removeRecursively();
    }
}

} // namespace reviewdesk
