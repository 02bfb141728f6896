#pragma once

#include <cstdint>
#include <vector>

namespace reviewdesk {

/// Answers to a policy's facts, by position. Each is an option's position, or one of two kinds of unknown that the logic
/// treats alike: not asked yet, and asked but not documented in the submitted record.
class Answers {
public:
    static constexpr std::int8_t Absent = -1;
    static constexpr std::int8_t NotDocumented = -2;

    Answers() = default;
    explicit Answers(int factCount)
        : m_values(static_cast<std::size_t>(factCount), Absent)
    {
    }

    /// Forgets every answer; keeps the memory.
    void reset(int factCount) { m_values.assign(static_cast<std::size_t>(factCount), Absent); }

    int size() const { return static_cast<int>(m_values.size()); }
    std::int8_t at(int fact) const { return m_values[static_cast<std::size_t>(fact)]; }
    void set(int fact, int option) { m_values[static_cast<std::size_t>(fact)] = static_cast<std::int8_t>(option); }
    bool isKnown(int fact) const { return at(fact) >= 0; }
    const std::int8_t *data() const { return m_values.data(); }

    friend bool operator==(const Answers &, const Answers &) = default;

private:
    std::vector<std::int8_t> m_values;
};

} // namespace reviewdesk
