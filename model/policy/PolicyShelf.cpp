#include "policy/PolicyShelf.h"

#include "policy/FileContent.h"

#include <QDirIterator>

namespace reviewdesk {

PolicyReading readPolicyIn(const QByteArray &pack, const QString &resources)
{
    const Result<QByteArray> schema = fileContent(resources + QLatin1String("/policies/policy.schema.json"));
    return schema ? readPolicy(pack, *schema) : PolicyReading{{}, {schema.error()}};
}

PolicyReading readPolicyFile(const QString &path, const QString &resources)
{
    const Result<QByteArray> pack = fileContent(path);
    return pack ? readPolicyIn(*pack, resources) : PolicyReading{{}, {pack.error()}};
}

QList<ShelvedPolicy> shelvedPolicies(const QString &resources)
{
    QStringList paths;
    QDirIterator files(
        resources + QLatin1String("/policies"), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.endsWith(QLatin1String(".schema.json")))
            paths << path;
    }
    paths.sort();
    QList<ShelvedPolicy> shelf;
    for (const QString &path : std::as_const(paths))
        shelf.append({path, readPolicyFile(path, resources)});
    return shelf;
}

} // namespace reviewdesk
