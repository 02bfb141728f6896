#pragma once

#include <future>
#include <utility>

namespace reviewdesk {

/// A value that may not be there yet: whoever takes it first waits for it, or makes it. Copies share it; they may be taken
/// from any thread.
template <typename T> class Later {
public:
    Later() : Later(T()) { }
    Later(T value)
    {
        std::promise<T> promise;
        promise.set_value(std::move(value));
        m_value = promise.get_future().share();
    }
    /// `part` takes the value out of the whole.
    template <typename Whole, typename Part>
    Later(std::shared_future<Whole> whole, Part part)
        : m_value(std::async(std::launch::deferred, [whole = std::move(whole), part] { return part(whole.get()); }).share())
    {
    }

    const T &operator*() const { return m_value.get(); }
    operator const T &() const { return m_value.get(); }

private:
    std::shared_future<T> m_value;
};

} // namespace reviewdesk
