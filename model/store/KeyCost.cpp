#include "store/KeyCost.h"

#include "store/Secret.h"

#include <QElapsedTimer>

#include <sodium.h>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr quint64 mebibyte = 1024 * 1024;

qint64 microsecondsFor(const KeyCost &cost)
{
    unsigned char out[32];
    const unsigned char salt[crypto_pwhash_argon2id_SALTBYTES] = {};
    constexpr char passphrase[] = "calibration";
    QElapsedTimer timer;
    timer.start();
    if (crypto_pwhash(out, sizeof out, passphrase, sizeof passphrase - 1, salt, cost.operations, cost.memoryBytes,
            crypto_pwhash_ALG_ARGON2ID13) != 0)
        return -1;
    return timer.nsecsElapsed() / 1000;
}

} // namespace

KeyCost KeyCost::calibrated()
{
    constexpr qint64 wanted = 500'000; // microseconds
    KeyCost cost{crypto_pwhash_argon2id_OPSLIMIT_MODERATE, 32 * mebibyte};
    if (!cryptoReady())
        return cost;
    const qint64 took = std::max<qint64>(1, microsecondsFor(cost));
    // Time grows in step with memory and with operations. More memory first, as it costs an attacker most.
    const quint64 fits = cost.memoryBytes / mebibyte * static_cast<quint64>(wanted) / static_cast<quint64>(took);
    cost.memoryBytes = std::clamp<quint64>(fits, 64, 512) * mebibyte;
    if (fits > 512)
        cost.operations = std::min<quint64>(cost.operations * fits / 512, 16);
    return cost;
}

KeyCost KeyCost::cheap()
{
    return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

} // namespace reviewdesk
