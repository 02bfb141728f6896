#include "store/ServerRefusal.h"

#include <QCoreApplication>

#include <clocale>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ServerDatabase)
};

} // namespace

InEnglish::InEnglish() : m_english(newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(nullptr)))), m_before(uselocale(nullptr))
{
    if (m_english)
        uselocale(static_cast<locale_t>(m_english));
}

InEnglish::~InEnglish()
{
    uselocale(static_cast<locale_t>(m_before));
    if (m_english)
        freelocale(static_cast<locale_t>(m_english));
}

Error refusedLink(const QString &why, const ServerAddress &address, const QString &login)
{
    const QString place = address.toText();
    // The server's own words are in its language; that they name the person tells them from the network's.
    if (why.contains(QLatin1Char('"') + login + QLatin1Char('"')))
        return {QStringLiteral("wrong_passphrase"), Say::tr("The server does not let \"%1\" in with this passphrase.").arg(login), place};
    const auto untrusted = [&](const QString &words) { return Error{QStringLiteral("untrusted"), words, place}; };
    if (why.contains(QLatin1String("does not match host name")))
        return untrusted(Say::tr("The server's certificate was issued for another name than the one in the address (%1). Nothing was sent to it.")
                             .arg(place));
    if (why.contains(QLatin1String("certificate verify failed")))
        return untrusted(Say::tr("The server's certificate does not come from an authority that this computer knows. Nothing was sent to it. Its"
                                 " administrator has the authority's certificate; name its file in the address: %1")
                             .arg(QStringLiteral("?sslrootcert=…")));
    if (why.contains(QLatin1String("root certificate file")))
        return untrusted(Say::tr("There is nothing on this computer to tell the server by. Its administrator has the authority's certificate;"
                                 " name its file in the address: %1")
                             .arg(QStringLiteral("?sslrootcert=…")));
    if (why.contains(QLatin1String("does not support SSL")))
        return untrusted(Say::tr("The server offers no encrypted connection (TLS), and without one nothing is sent to another computer."));
    return {QStringLiteral("lost"), Say::tr("The server cannot be reached (%1).").arg(why.simplified()), place};
}

} // namespace reviewdesk
