#pragma once

#include "fhir/Arrival.h"

#include <QObject>

#include <functional>
#include <memory>

namespace reviewdesk {

/// Reads what came from outside, off the GUI thread: a large message takes its time. One at a time: another start, or
/// stop(), drops the one under way. Nothing waits for one that hangs at a disk that is away.
class ArrivalRun : public QObject {
    Q_OBJECT
public:
    using Source = std::function<Result<QByteArray>()>; ///< of the bytes; runs on the other thread

    enum class Documents { Attached, Listed }; ///< whether they are looked through for attaching

    explicit ArrivalRun(std::shared_ptr<const Rulebook> rulebook, QObject *parent = nullptr,
        Documents documents = Documents::Listed);

    void start(Source source, const QDateTime &receivedAt);
    void stop();
    bool isUnderWay() const { return m_underWay != 0; }

Q_SIGNALS:
    void read(const std::shared_ptr<const reviewdesk::fhir::ArrivalReading> &reading);

private:
    using Reading = std::shared_ptr<const fhir::ArrivalReading>;

    void begin();
    void take(quint64 number, const Reading &reading);

    std::shared_ptr<const Rulebook> m_rulebook;
    fhir::DocumentExaminer m_examine;
    std::function<Reading()> m_next; ///< wanted, and not begun while another is being read
    bool m_isReading = false; ///< one is, wanted or not
    quint64 m_started = 0;
    quint64 m_underWay = 0; ///< number of the reading that is waited for; 0: none
};

} // namespace reviewdesk
