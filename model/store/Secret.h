#pragma once

#include <QByteArray>

#include <cstddef>
#include <utility>

namespace reviewdesk {

/// Bytes that are worth stealing: in libsodium's guarded, locked memory, never swapped, wiped when they go. Moves only.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size); ///< zeros
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    static Secret random(std::size_t size);
    Secret copy() const;

    unsigned char *data() { return m_data; }
    const unsigned char *data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
};

/// libsodium, started once; false when it cannot be (then nothing here may be used).
bool cryptoReady();

/// Overwrites a passphrase's bytes, if they are not shared, and empties it.
void wipe(QByteArray &passphrase);

} // namespace reviewdesk
