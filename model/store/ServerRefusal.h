#pragma once

#include "store/ServerAddress.h"

namespace reviewdesk {

/// While it lives, what libpq says in this thread is in English, so that refusedLink() can tell it apart.
class InEnglish {
public:
    InEnglish();
    ~InEnglish();
    InEnglish(const InEnglish &) = delete;
    InEnglish &operator=(const InEnglish &) = delete;

private:
    void *m_english;
    void *m_before;
};

/// Why no connection came about, from libpq's English words `why`: `wrong_passphrase`; `untrusted` where the server could not
/// show that it is the one (nobody's passphrase was sent to it then); else `lost`.
Error refusedLink(const QString &why, const ServerAddress &address, const QString &login);

} // namespace reviewdesk
