#pragma once

#include <QDateTime>

namespace reviewdesk {

/// Where "now" comes from. Passed by reference to whatever needs it; never a global.
class Clock {
public:
    virtual ~Clock() = default;
    /// The present instant, UTC, with milliseconds.
    virtual QDateTime now() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock {
public:
    QDateTime now() const override;
};

/// A clock that stands where it was set; for tests and for samples that must come out the same each time.
class FixedClock final : public Clock {
public:
    explicit FixedClock(QDateTime now);
    QDateTime now() const override;
    void advance(qint64 milliseconds);

private:
    QDateTime m_now;
};

} // namespace reviewdesk
