#include "ui/intake/ArrivalRun.h"

#include "documents/Attachment.h"
#include "ui/Aside.h"

#include <utility>

namespace reviewdesk {

ArrivalRun::ArrivalRun(std::shared_ptr<const Rulebook> rulebook, QObject *parent, Documents documents)
    : QObject(parent), m_rulebook(std::move(rulebook))
{
    if (documents == Documents::Attached)
        m_examine = [](const QByteArray &bytes, const QString &title) { return examineDocument(bytes, title); };
}

void ArrivalRun::start(Source source, const QDateTime &receivedAt)
{
    m_underWay = ++m_started;
    m_next = [source = std::move(source), receivedAt, rulebook = m_rulebook, examine = m_examine]() -> Reading {
        const Result<QByteArray> bytes = source();
        if (bytes)
            return std::make_shared<const fhir::ArrivalReading>(fhir::readArrival(*bytes, *rulebook, receivedAt, examine));
        fhir::ArrivalReading failed;
        failed.problems.append(bytes.error());
        return std::make_shared<const fhir::ArrivalReading>(std::move(failed));
    };
    if (!m_isReading)
        begin();
}

void ArrivalRun::begin()
{
    m_isReading = true;
    runAside(this, std::exchange(m_next, nullptr), [this, number = m_underWay](const Reading &reading) { take(number, reading); });
}

void ArrivalRun::take(quint64 number, const Reading &reading)
{
    m_isReading = false;
    if (m_next) {
        begin(); // that other one was dropped
    } else if (number == m_underWay) {
        m_underWay = 0;
        Q_EMIT read(reading);
    }
}

void ArrivalRun::stop()
{
    m_next = nullptr; // what was not begun yet is wanted by nobody any more
    m_underWay = 0;
}

} // namespace reviewdesk
