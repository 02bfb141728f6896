#include "store/SignatureChecks.h"

#include "store/Signers.h"

#include <algorithm>
#include <thread>

namespace reviewdesk {

SignatureChecks::SignatureChecks(int threads, std::size_t batch)
    : m_threads(threads > 0 ? static_cast<std::size_t>(threads) : std::max(1U, std::thread::hardware_concurrency())),
      m_batch(batch)
{
    m_waiting.reserve(m_batch);
}

std::optional<SignatureChecks::Claim> SignatureChecks::add(Claim claim)
{
    m_waiting.push_back(std::move(claim));
    if (m_waiting.size() < m_batch)
        return std::nullopt;
    std::optional<Claim> wrong = collect();
    if (!wrong)
        begin();
    return wrong;
}

std::optional<SignatureChecks::Claim> SignatureChecks::finish()
{
    if (std::optional<Claim> wrong = collect())
        return wrong;
    begin();
    return collect();
}

void SignatureChecks::begin()
{
    m_underWay.swap(m_waiting);
    const std::size_t count = m_underWay.size();
    for (std::size_t part = 0; part < m_threads; ++part) {
        const std::size_t from = count * part / m_threads;
        const std::size_t beyond = count * (part + 1) / m_threads;
        m_checks.push_back(std::async(std::launch::async, [this, from, beyond, count] {
            for (std::size_t at = from; at < beyond; ++at) {
                const Claim &claim = m_underWay[at];
                if (!Signers::isSignature(claim.signature, claim.hash, claim.publicKey))
                    return at;
            }
            return count;
        }));
    }
}

std::optional<SignatureChecks::Claim> SignatureChecks::collect()
{
    std::size_t first = m_underWay.size();
    for (std::future<std::size_t> &check : m_checks)
        first = std::min(first, check.get());
    m_checks.clear();
    std::optional<Claim> wrong;
    if (first < m_underWay.size())
        wrong = m_underWay[first];
    m_underWay.clear();
    return wrong;
}

} // namespace reviewdesk
