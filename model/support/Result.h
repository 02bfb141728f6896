#pragma once

#include <QString>

#include <cassert>
#include <utility>
#include <variant>

namespace reviewdesk {

/// Why something outside could not be read, written or allowed.
struct Error {
    QString code; ///< stable, lower_snake_case; tests and programs compare it
    QString message; ///< one sentence for a person: what is wrong and, where possible, what to do
    QString place; ///< where: a JSON pointer (RFC 6901), a file or a field; empty when the whole input is meant

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value, or the error that prevented it. For what can fail outside the program; what cannot fail is asserted.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    T &value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    /// By value: what a temporary result held may outlive it, as in `for (x : rows().value())`.
    T value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    const Error &error() const
    {
        assert(m_failed);
        return m_error;
    }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace reviewdesk
