#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <type_traits>

namespace reviewdesk {

/// Runs `work` on a thread that no window waits for: a disk or share that it asks may not answer for minutes. It owns
/// what it uses, and tells what it found by tellWindows(). Only the program's end waits, for some seconds at most.
void runAside(std::function<void()> work);

/// Carries `news` out on the windows' thread unless `context`, which lives there, has died by then. From any thread.
void tellWindows(QPointer<const QObject> context, std::function<void()> news);

/// Runs `work`, a `T()`, aside, then `then(T)` on the windows' thread unless `context` has died by then.
template <typename Work, typename Then> void runAside(const QObject *context, Work work, Then then)
{
    using Answer = std::invoke_result_t<Work>;
    runAside([guard = QPointer<const QObject>(context), work = std::move(work), then = std::move(then)] {
        auto answer = std::make_shared<Answer>(work());
        tellWindows(guard, [answer, then] { then(std::move(*answer)); });
    });
}

} // namespace reviewdesk
