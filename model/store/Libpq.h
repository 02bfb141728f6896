#pragma once

#include <libpq-fe.h>

#include <dlfcn.h>

namespace reviewdesk {

/// libpq, which Qt's driver brings as soon as somebody works at a server: for what the driver has no words for. The program is
/// not linked with it: with what it needs itself it would be a third of what is loaded before the sign-in window of everybody.
struct Libpq {
    void *library = ::dlopen("libpq.so.5", RTLD_LAZY | RTLD_LOCAL); ///< none: it is not there, and neither is what follows
    decltype(&PQfinish) finish = function<decltype(&PQfinish)>("PQfinish");
    decltype(&PQconnectStart) connectStart = function<decltype(&PQconnectStart)>("PQconnectStart");
    decltype(&PQstatus) status = function<decltype(&PQstatus)>("PQstatus");
    decltype(&PQsetNoticeProcessor) setNoticeProcessor = function<decltype(&PQsetNoticeProcessor)>("PQsetNoticeProcessor");
    decltype(&PQsocket) socket = function<decltype(&PQsocket)>("PQsocket");
    decltype(&PQconnectPoll) connectPoll = function<decltype(&PQconnectPoll)>("PQconnectPoll");
    decltype(&PQconnectionUsedPassword) connectionUsedPassword = function<decltype(&PQconnectionUsedPassword)>("PQconnectionUsedPassword");
    decltype(&PQexec) exec = function<decltype(&PQexec)>("PQexec");
    decltype(&PQresultStatus) resultStatus = function<decltype(&PQresultStatus)>("PQresultStatus");
    decltype(&PQclear) clear = function<decltype(&PQclear)>("PQclear");
    decltype(&PQconsumeInput) consumeInput = function<decltype(&PQconsumeInput)>("PQconsumeInput");
    decltype(&PQnotifies) notifies = function<decltype(&PQnotifies)>("PQnotifies");
    decltype(&PQfreemem) freemem = function<decltype(&PQfreemem)>("PQfreemem");
    decltype(&PQsendQueryParams) sendQueryParams = function<decltype(&PQsendQueryParams)>("PQsendQueryParams");
    decltype(&PQisBusy) isBusy = function<decltype(&PQisBusy)>("PQisBusy");
    decltype(&PQgetResult) getResult = function<decltype(&PQgetResult)>("PQgetResult");

private:
    template <typename Function> Function function(const char *name) const
    {
        return library ? reinterpret_cast<Function>(::dlsym(library, name)) : nullptr;
    }
};

inline const Libpq &pq()
{
    static const Libpq loaded;
    return loaded;
}

} // namespace reviewdesk
