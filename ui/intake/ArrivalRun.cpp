#include "ui/intake/ArrivalRun.h"

#include "documents/Attachment.h"

#include <utility>

namespace reviewdesk {

ArrivalRun::ArrivalRun(std::shared_ptr<const Rulebook> rulebook, QObject *parent, Documents documents)
    : QObject(parent), m_rulebook(std::move(rulebook))
{
    if (documents == Documents::Attached)
        m_examine = [](const QByteArray &bytes, const QString &title) { return examineDocument(bytes, title); };
    m_pool.setMaxThreadCount(1);
}

ArrivalRun::~ArrivalRun()
{
    m_pool.clear();
    m_pool.waitForDone(); // its answer is posted to this object, and goes with it
}

void ArrivalRun::start(Source source, const QDateTime &receivedAt)
{
    m_pool.clear(); // what was not begun yet is wanted by nobody any more
    const quint64 number = m_underWay = ++m_started;
    m_pool.start([this, number, source = std::move(source), receivedAt, rulebook = m_rulebook, examine = m_examine] {
        auto reading = std::make_shared<fhir::ArrivalReading>();
        const Result<QByteArray> bytes = source();
        if (bytes)
            *reading = fhir::readArrival(*bytes, *rulebook, receivedAt, examine);
        else
            reading->problems.append(bytes.error());
        QMetaObject::invokeMethod(
            this,
            [this, number, reading] {
                if (number != m_underWay)
                    return;
                m_underWay = 0;
                Q_EMIT read(reading);
            },
            Qt::QueuedConnection);
    });
}

void ArrivalRun::stop()
{
    m_pool.clear();
    m_underWay = 0;
}

} // namespace reviewdesk
