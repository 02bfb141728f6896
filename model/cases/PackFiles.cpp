#include "cases/PackFiles.h"

#include "cases/CaseFile.h"
#include "policy/FileContent.h"
#include "policy/JsonValue.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Rulebook)
};

/// The day from which a pack holds: its effective date, else its date of origin ("December 2010").
QDate beginningOf(const JsonValue &pack)
{
    const QDate effective = dateFromWords(pack.text(u"effective"));
    return effective.isValid() ? effective
                               : QLocale::c().toDate(pack.text(u"origin"), QStringLiteral("MMMM yyyy"));
}

Result<QList<PackFile>> readPacksIn(const QString &resources)
{
    QList<PackFile> packs;
    QDirIterator files(
        resources + QLatin1String("/policies"), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.endsWith(QLatin1String(".schema.json")))
            continue;
        const Result<QByteArray> bytes = fileContent(path);
        const Result<JsonValue> pack = bytes ? readJson(*bytes) : Result<JsonValue>(bytes.error());
        packs.append(pack ? PackFile{beginningOf(*pack), path, pack->text(u"id"), pack->text(u"version")} : PackFile{{}, path, {}, {}});
    }
    if (packs.isEmpty())
        return Error{
            QStringLiteral("no_policy"), Say::tr("There is no policy pack."), resources + QLatin1String("/policies")};
    std::sort(packs.begin(), packs.end(), [](const PackFile &one, const PackFile &other) {
        return std::tie(one.begins, one.path) < std::tie(other.begins, other.path);
    });
    return packs;
}

} // namespace

Result<QList<PackFile>> packsLyingIn(const QString &resources)
{
    if (resources != QLatin1String(":"))
        return readPacksIn(resources);
    static const Result<QList<PackFile>> compiledIn = readPacksIn(QStringLiteral(":"));
    return compiledIn;
}

} // namespace reviewdesk
