#include "cases/SentValues.h"

#include <algorithm>
#include <iterator>

namespace reviewdesk {

namespace {

/// An entry that a message may fill, and whether two drafts have the same in it.
struct Entry {
    const char *pointer;
    bool (*same)(const ReviewCase &, const ReviewCase &);
};

template <auto Part, auto Member> bool same(const ReviewCase &before, const ReviewCase &after)
{
    return before.*Part.*Member == after.*Part.*Member;
}

constexpr Entry entries[] = {
    {"/urgency", &same<&ReviewCase::request, &Request::urgency>},
    {"/member/name", &same<&ReviewCase::member, &Member::name>},
    {"/member/birth_date", &same<&ReviewCase::member, &Member::birthDate>},
    {"/member/member_id", &same<&ReviewCase::member, &Member::memberId>},
    {"/member/group", &same<&ReviewCase::member, &Member::group>},
    {"/member/plan", &same<&ReviewCase::member, &Member::plan>},
    {"/member/address", &same<&ReviewCase::member, &Member::address>},
    {"/member/language", &same<&ReviewCase::member, &Member::language>},
    {"/provider/name", &same<&ReviewCase::provider, &Provider::name>},
    {"/provider/npi", &same<&ReviewCase::provider, &Provider::npi>},
    {"/provider/address", &same<&ReviewCase::provider, &Provider::address>},
    {"/provider/phone", &same<&ReviewCase::provider, &Provider::phone>},
    {"/provider/fax", &same<&ReviewCase::provider, &Provider::fax>},
    {"/facility/name", &same<&ReviewCase::facility, &Provider::name>},
    {"/facility/npi", &same<&ReviewCase::facility, &Provider::npi>},
    {"/service/procedure_codes", &same<&ReviewCase::service, &Service::procedureCodes>},
    {"/service/diagnosis_codes", &same<&ReviewCase::service, &Service::diagnosisCodes>},
    {"/service/planned_on", &same<&ReviewCase::service, &Service::plannedOn>},
};

} // namespace

QString sentEntry(const QString &pointer)
{
    const auto found = std::find_if(std::begin(entries), std::end(entries), [&pointer](const Entry &entry) {
        const QLatin1String own(entry.pointer);
        return pointer == own || (pointer.startsWith(own) && pointer.at(own.size()) == u'/');
    });
    return found == std::end(entries) ? QString() : QString::fromLatin1(found->pointer);
}

bool isUnconfirmed(const ReviewCase &reviewCase, const QString &entry)
{
    return reviewCase.unconfirmed.contains(entry);
}

void confirmEntry(ReviewCase &reviewCase, const QString &entry)
{
    reviewCase.unconfirmed.removeAll(entry);
}

void confirmChanged(const ReviewCase &before, ReviewCase &after)
{
    if (after.unconfirmed.isEmpty())
        return;
    for (const Entry &entry : entries) {
        if (!entry.same(before, after))
            after.unconfirmed.removeAll(QString::fromLatin1(entry.pointer));
    }
}

} // namespace reviewdesk
