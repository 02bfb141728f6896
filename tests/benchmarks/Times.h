#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace reviewdesk {

inline double millisecondsSince(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of this thread: what others take of the processor does not count.
inline double processorMilliseconds()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// How long one thing took, each time.
class Times {
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    double median() { return at(50); }
    double at(int percent)
    {
        std::sort(m_all.begin(), m_all.end());
        return m_all.empty() ? 0 : m_all.at((m_all.size() - 1) * static_cast<std::size_t>(percent) / 100);
    }
    void say(const char *what, double limit, int percent = 50)
    {
        std::printf("%-46s median %7.2f ms   99 %% %7.2f ms   %zu times%s\n", what, median(), at(99), m_all.size(),
            at(percent) <= limit ? "" : "   OVER THE LIMIT");
        std::fflush(stdout);
    }

private:
    std::vector<double> m_all;
};

} // namespace reviewdesk
