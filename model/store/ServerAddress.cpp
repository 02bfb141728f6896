#include "store/ServerAddress.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr QLatin1String scheme("postgresql://");
constexpr int mostPorts = 65535;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ServerAddress)
};

Error invalid(const QString &why)
{
    return {QStringLiteral("invalid"), why, QStringLiteral("/server")};
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Result<ServerAddress::Host> hostFrom(QStringView text)
{
    ServerAddress::Host host;
    const qsizetype bracket = text.startsWith(u'[') ? text.indexOf(u']') : -1; // [::1]:5432
    const qsizetype colon = text.indexOf(u':', bracket + 1);
    if (colon >= 0) {
        bool numeric = false;
        host.port = text.mid(colon + 1).toInt(&numeric);
        if (!numeric || host.port < 1 || host.port > mostPorts)
            return invalid(Say::tr("\"%1\" is no port.").arg(text.mid(colon + 1)));
    }
    const QStringView name = colon >= 0 ? text.left(colon) : text;
    host.name = decoded(bracket > 0 ? name.mid(1, bracket - 1) : name);
    if (host.name.isEmpty())
        return invalid(Say::tr("The name of the server is missing."));
    return host;
}

} // namespace

bool ServerAddress::isOne(const QString &text)
{
    return text.startsWith(scheme);
}

Result<ServerAddress> ServerAddress::fromText(const QString &text)
{
    if (!isOne(text))
        return invalid(Say::tr("The address of a server begins with %1").arg(scheme));
    const QString rest = text.mid(scheme.size());
    const QStringView whole(rest);
    const qsizetype question = whole.indexOf(u'?');
    const QStringView path = question >= 0 ? whole.left(question) : whole;
    const qsizetype slash = path.indexOf(u'/');
    ServerAddress address;
    address.database = slash >= 0 ? decoded(path.mid(slash + 1)) : QString();
    if (address.database.isEmpty())
        return invalid(Say::tr("The name of the database is missing: %1SERVER/DATABASE").arg(scheme));
    const QStringView hosts = path.left(slash);
    if (hosts.contains(u'@'))
        return invalid(Say::tr("The address of a server names nobody: who signs in is asked for."));
    for (const QStringView each : hosts.split(u',')) {
        const Result<Host> host = hostFrom(each);
        if (!host)
            return host.error();
        address.hosts.append(*host);
    }
    if (question < 0)
        return address;
    const QUrlQuery options(whole.mid(question + 1).toString());
    for (const auto &[name, value] : options.queryItems(QUrl::FullyDecoded)) {
        if (name != QLatin1String("sslrootcert") || value.contains(QLatin1Char(';')))
            return invalid(Say::tr("The address of a server has no option \"%1\".").arg(name));
        address.rootCertificate = value;
    }
    return address;
}

QString ServerAddress::toText() const
{
    QStringList names;
    for (const Host &host : hosts) {
        const bool numeric = host.name.contains(QLatin1Char(':'));
        const QString name =
            numeric ? QStringLiteral("[%1]").arg(host.name) : QString::fromLatin1(QUrl::toPercentEncoding(host.name));
        names.append(host.port == Host().port ? name : name + QLatin1Char(':') + QString::number(host.port));
    }
    QString text = scheme + names.join(QLatin1Char(',')) + QLatin1Char('/') +
        QString::fromLatin1(QUrl::toPercentEncoding(database));
    if (!rootCertificate.isEmpty())
        text += QLatin1String("?sslrootcert=") + QString::fromLatin1(QUrl::toPercentEncoding(rootCertificate, "/"));
    return text;
}

bool ServerAddress::isLocal() const
{
    return std::all_of(hosts.cbegin(), hosts.cend(), [](const Host &host) {
        return host.name.startsWith(QLatin1Char('/')) || host.name == QLatin1String("localhost") ||
            host.name == QLatin1String("127.0.0.1") || host.name == QLatin1String("::1");
    });
}

} // namespace reviewdesk
