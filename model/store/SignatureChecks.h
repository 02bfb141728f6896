#pragma once

#include <QByteArray>
#include <QString>

#include <future>
#include <optional>
#include <vector>

namespace reviewdesk {

/// Checks the signatures of history entries on all cores, in batches, while who found them reads on. What takes the
/// most time of a verification is here.
class SignatureChecks {
public:
    struct Claim {
        QString chain;
        qint64 sequence = 0;
        QByteArray signature;
        QByteArray hash;
        QByteArray publicKey;
    };

    /// `threads` at a time; 0: as many as there are cores.
    explicit SignatureChecks(int threads = 0, std::size_t batch = usualBatch);
    Q_DISABLE_COPY_MOVE(SignatureChecks) ///< its threads know where it is

    /// Takes one more; answers the first false one that was found in an earlier batch, if any.
    std::optional<Claim> add(Claim claim);
    /// Waits for all; the first false one in the order in which they were added.
    std::optional<Claim> finish();

private:
    static constexpr std::size_t usualBatch = 4096; ///< 1 MB, some 200 ms of one core

    void begin();
    std::optional<Claim> collect();

    std::size_t m_threads;
    std::size_t m_batch;
    std::vector<Claim> m_waiting;
    std::vector<Claim> m_underWay; ///< not touched while its checks run
    std::vector<std::future<std::size_t>> m_checks; ///< of parts in their order: the first false one, or the end
};

} // namespace reviewdesk
