#pragma once

#include "cases/DueDate.h"

#include "Fixture.h"

namespace reviewdesk::fixture {

inline const QTimeZone pacific("America/Los_Angeles");

inline Request requestOf(const QString &received, const QString &line, const QString &urgency, const QString &timing,
    const QString &channel, const QString &state)
{
    Request request;
    request.receivedAt = instantFromWords(received);
    request.lineOfBusiness = lineOfBusinessFromWord(line);
    request.urgency = urgencyFromWord(urgency);
    request.timing = timingFromWord(timing);
    request.channel = channelFromWord(channel);
    request.state = state;
    return request;
}

inline const DueRules &rules()
{
    return rulebook().dueRules;
}

} // namespace reviewdesk::fixture
