#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace reviewdesk {

/// Reads lines from one file descriptor, has them answered by several threads, and writes the answers to another in the
/// order of the lines. Holds a block of input and its answer for each thread and no more, however long the input is.
/// What a pipe has brought is answered before more is waited for.
class LinePipeline {
public:
    enum class End { Done, CannotRead, CannotWrite };
    /// Answers a block of whole lines (each with its line feed, the last one perhaps without) into `answer`, which is
    /// empty.
    using Work = std::function<void(std::string_view block, std::string &answer)>;

    /// A line of more than `longestLine` bytes without its end (LF or CR LF) is not kept whole: it is cut, yet stays
    /// longer than that, and is blank only if all of it was.
    LinePipeline(int input, int output, std::size_t longestLine);

    /// One thread for each of `workers`. Returns when all is written, or when no more can be read or written.
    End run(const std::vector<Work> &workers);
    /// The system's error number behind the last CannotRead or CannotWrite.
    int error() const { return m_error; }

private:
    void work(const Work &answer);
    bool nextBlock(std::string &block);
    bool readMore(std::string &to);
    void cutLongLine(std::string &block);
    void write(std::string_view text);
    void fail(End end, int error);

    const int m_input;
    const int m_output;
    const std::size_t m_keptOfLine;

    std::mutex m_reading; ///< guards what follows
    std::string m_rest; ///< read, but behind the last line feed
    bool m_atStart = true;
    bool m_ended = false;
    std::uint64_t m_blocks = 0;

    std::mutex m_writing; ///< guards what follows
    std::condition_variable m_turnTaken;
    std::uint64_t m_turn = 0; ///< the block whose answer is written next

    std::mutex m_ending; ///< guards what follows
    End m_end = End::Done;
    int m_error = 0;
    std::atomic<bool> m_stopped = false; ///< nothing can be written any more
};

} // namespace reviewdesk
