#include "policy/PolicyShelf.h"

#include "policy/FileContent.h"

#include <QDirIterator>

namespace reviewdesk {

PolicyReading readPolicyFile(const QString &path, const QString &resources)
{
    const Result<QByteArray> pack = fileContent(path);
    if (!pack)
        return {{}, {pack.error()}};
    const Result<QByteArray> schema = fileContent(resources + QLatin1String("/policies/policy.schema.json"));
    if (!schema)
        return {{}, {schema.error()}};
    return readPolicy(*pack, *schema);
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
