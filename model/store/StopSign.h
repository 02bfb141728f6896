#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace reviewdesk {

/// Says, from any thread, that what is being worked out is not wanted any more: to who looks at flag() while it works, and to
/// who waits for somebody else meanwhile and has to be woken.
class StopSign : public std::enable_shared_from_this<StopSign> {
public:
    /// Never waits: who is woken is woken on a thread of the pool.
    void set();
    bool isSet() const { return m_flag.load(); }
    const std::atomic<bool> &flag() const { return m_flag; }
    /// `act` runs if set() is called from now on, and again some times while it does not help: what is to be ended may not have begun
    /// yet. None: nobody is woken any more, and nobody is being woken when it comes back.
    void wake(std::function<void()> act);

private:
    void run();

    std::atomic<bool> m_flag = false;
    std::mutex m_mutex;
    std::condition_variable m_helped;
    std::function<void()> m_act;
};

} // namespace reviewdesk
