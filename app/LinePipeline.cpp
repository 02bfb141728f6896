#include "app/LinePipeline.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace reviewdesk {

namespace {

constexpr std::size_t readBytes = 256 * 1024;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view blanks = " \t\r";

} // namespace

LinePipeline::LinePipeline(int input, int output, std::size_t longestLine)
    : m_input(input), m_output(output), m_keptOfLine(longestLine + byteOrderMark.size() +
                                            2) // too long even without a byte order mark and a carriage return
{
}

LinePipeline::End LinePipeline::run(const std::vector<Work> &workers)
{
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < workers.size(); ++i)
        threads.emplace_back(&LinePipeline::work, this, std::cref(workers[i]));
    work(workers.front());
    for (std::thread &thread : threads)
        thread.join();
    return m_end;
}

void LinePipeline::work(const Work &answer)
{
    std::string block;
    std::string answers;
    for (;;) {
        std::uint64_t ticket = 0;
        {
            const std::lock_guard lock(m_reading);
            if (m_ended || m_stopped || !nextBlock(block))
                return;
            ticket = m_blocks++;
        }
        answers.clear();
        answer(block, answers);
        {
            std::unique_lock lock(m_writing);
            m_turnTaken.wait(lock, [&] { return m_turn == ticket; });
            if (!m_stopped)
                write(answers);
            ++m_turn;
        }
        m_turnTaken.notify_all();
    }
}

/// Whole lines, as many as one read brought. False when there are none left; it must then not be called again.
bool LinePipeline::nextBlock(std::string &block)
{
    block.swap(m_rest);
    m_rest.clear();
    std::size_t searched = 0; // there is no line feed before
    while (!m_ended) {
        const std::size_t lineEnd = std::string_view(block).substr(searched).rfind('\n');
        if (lineEnd != std::string_view::npos) {
            m_rest.assign(block, searched + lineEnd + 1);
            block.resize(searched + lineEnd + 1);
            break;
        }
        if (block.size() > m_keptOfLine) {
            searched = m_keptOfLine;
            cutLongLine(block);
        } else {
            searched = block.size();
            m_ended = !readMore(block);
        }
    }
    if (m_atStart && block.starts_with(byteOrderMark))
        block.erase(0, byteOrderMark.size());
    m_atStart = false;
    return !block.empty();
}

/// Reads and forgets up to the end of the one line that `block` has begun.
void LinePipeline::cutLongLine(std::string &block)
{
    std::string passed(block, m_keptOfLine);
    block.resize(m_keptOfLine);
    bool blank = block.find_first_not_of(blanks) == std::string::npos;
    for (;;) {
        const std::size_t lineEnd = passed.find('\n');
        if (blank && passed.find_first_not_of(blanks) < std::min(lineEnd, passed.size())) {
            block.back() = '?';
            blank = false;
        }
        if (lineEnd != std::string::npos) {
            block += passed.substr(lineEnd); // the lines after it are answered with it
            return;
        }
        passed.clear();
        if (!readMore(passed)) {
            m_ended = true;
            return;
        }
    }
}

/// False at the end of the input and when it cannot be read.
bool LinePipeline::readMore(std::string &to)
{
    const std::size_t before = to.size();
    to.resize(before + readBytes);
    for (;;) {
        const ssize_t got = ::read(m_input, to.data() + before, readBytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN) {
            pollfd wait{m_input, POLLIN, 0};
            ::poll(&wait, 1, -1);
            continue;
        }
        to.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0)
            fail(End::CannotRead, errno);
        return got > 0;
    }
}

void LinePipeline::fail(End end, int error)
{
    if (end == End::CannotWrite) // what was read before a failed read is still answered
        m_stopped = true;
    const std::lock_guard lock(m_ending);
    if (m_end == End::Done) { // else the other end failed first
        m_end = end;
        m_error = error;
    }
}

void LinePipeline::write(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(m_output, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd wait{m_output, POLLOUT, 0};
            ::poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            fail(End::CannotWrite, errno);
            return;
        }
    }
}

} // namespace reviewdesk
