#include "ui/review/SentRequest.h"

#include "cases/SentValues.h"

namespace reviewdesk {

SentRequest::SentRequest(Workshop &workshop, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_run(workshop.sharedRulebook())
{
    connect(&m_run, &ArrivalRun::read, this, [this](const std::shared_ptr<const fhir::ArrivalReading> &reading) {
        m_reading = reading;
        if (arrival())
            Q_EMIT read();
    });
}

void SentRequest::load(const QString &caseId)
{
    m_workshop.run(
        this, [caseId](Workspace &workspace) { return workspace.messageOf(caseId); },
        [this](const Result<QByteArray> &message) {
            if (message && !message->isEmpty())
                m_run.start([bytes = *message] { return Result<QByteArray>(bytes); }, QDateTime());
        });
}

const fhir::Arrival *SentRequest::arrival() const
{
    const bool isMessage = m_reading && m_reading->arrival &&
        (m_reading->arrival->isRequest() || !m_reading->arrival->cells.isEmpty());
    return isMessage ? &*m_reading->arrival : nullptr;
}

const fhir::BundleReading *SentRequest::request() const
{
    const bool isRequest = m_reading && m_reading->arrival && m_reading->arrival->request;
    return isRequest ? &*m_reading->arrival->request : nullptr;
}

const fhir::Suggestion *SentRequest::suggestion(const QString &factId) const
{
    if (!request())
        return nullptr;
    for (const fhir::Suggestion &each : request()->suggestions) {
        if (each.fact == factId)
            return &each;
    }
    return nullptr;
}

Evidence SentRequest::evidenceOf(const fhir::Suggestion &suggestion) const
{
    return request() ? fhir::sourceOf(suggestion, *request()) : Evidence();
}

QString SentRequest::placeOf(const QString &entry) const
{
    if (!arrival())
        return {};
    for (const RequestCell &each : arrival()->cells) {
        if (sentEntry(each.field) == entry)
            return tr("column %1").arg(each.column);
    }
    if (!request())
        return {};
    for (const fhir::Understood &each : request()->understood) {
        if (sentEntry(each.field) == entry)
            return each.place;
    }
    return {};
}

} // namespace reviewdesk
