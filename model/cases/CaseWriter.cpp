#include "cases/CaseFile.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// Builds an object and leaves out members that have no value.
class Members {
public:
    void put(const char *name, JsonValue value) { m_members.emplace_back(QLatin1String(name), std::move(value)); }
    void text(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            put(name, text);
    }
    void date(const char *name, const QDate &date) { text(name, date.toString(Qt::ISODate)); }
    void instant(const char *name, const QDateTime &instant) { text(name, toWords(instant)); }
    void count(const char *name, int count)
    {
        if (count > 0)
            put(name, count);
    }
    void lines(const char *name, const QStringList &lines)
    {
        if (lines.isEmpty())
            return;
        JsonValue::Array items;
        for (const QString &line : lines)
            items.emplace_back(line);
        put(name, std::move(items));
    }
    template <typename Value> void word(const char *name, const std::optional<Value> &value)
    {
        if (value)
            put(name, toWord(*value));
    }
    void object(const char *name, JsonValue::Object object)
    {
        if (!object.empty())
            put(name, std::move(object));
    }
    JsonValue::Object take() { return std::move(m_members); }

private:
    JsonValue::Object m_members;
};

JsonValue::Object memberObject(const Member &member)
{
    Members members;
    members.text("name", member.name);
    members.date("birth_date", member.birthDate);
    members.text("member_id", member.memberId);
    members.text("group", member.group);
    members.text("plan", member.plan);
    members.lines("address", member.address);
    members.text("language", member.language);
    return members.take();
}

JsonValue::Object providerObject(const Provider &provider)
{
    Members members;
    members.text("name", provider.name);
    members.text("npi", provider.npi);
    members.lines("address", provider.address);
    members.text("phone", provider.phone);
    members.text("fax", provider.fax);
    return members.take();
}

JsonValue::Object serviceObject(const Service &service)
{
    Members members;
    members.lines("procedure_codes", service.procedureCodes);
    members.lines("diagnosis_codes", service.diagnosisCodes);
    members.date("planned_on", service.plannedOn);
    return members.take();
}

JsonValue answerValue(const GivenAnswer &answer, const Policy &policy, const QString &factId)
{
    if (!answer.documented())
        return nullptr;
    const int fact = policy.factIndex(factId);
    const bool isYesNo = answer.value == QLatin1String("true") || answer.value == QLatin1String("false");
    if (fact >= 0 ? policy.facts.at(fact).kind == FactKind::YesNo : isYesNo) // one that another version asked for
        return JsonValue(answer.value == QLatin1String("true"));
    return answer.value;
}

JsonValue::Object factsObject(const ReviewCase &reviewCase, const Policy &policy)
{
    JsonValue::Object facts;
    for (auto answer = reviewCase.facts.cbegin(); answer != reviewCase.facts.cend(); ++answer)
        facts.emplace_back(answer.key(), answerValue(answer.value(), policy, answer.key()));
    return facts;
}

/// Each as [left, top, width, height].
JsonValue::Array placesArray(const QList<PagePlace> &places)
{
    JsonValue::Array all;
    for (const PagePlace &place : places) {
        JsonValue::Array sides;
        for (const int side : {place.left, place.top, place.width, place.height})
            sides.emplace_back(qint64{side});
        all.emplace_back(std::move(sides));
    }
    return all;
}

JsonValue::Object evidenceObject(const QMap<QString, Evidence> &evidence)
{
    JsonValue::Object all;
    for (auto shown = evidence.cbegin(); shown != evidence.cend(); ++shown) {
        Members members;
        members.text("document", shown->document);
        members.count("page", shown->page);
        members.date("date", shown->date);
        members.text("quote", shown->quote);
        if (shown->origin != AnswerOrigin::Entered)
            members.put("origin", toWord(shown->origin));
        members.text("sha256", shown->digest);
        if (!shown->places.isEmpty())
            members.put("places", placesArray(shown->places));
        all.emplace_back(shown.key(), members.take());
    }
    return all;
}

const RecordedItem *recordedItem(const Policy &policy, const QString &id)
{
    const auto found = std::find_if(
        policy.recorded.begin(), policy.recorded.end(), [&id](const RecordedItem &item) { return item.id == id; });
    return found == policy.recorded.end() ? nullptr : &*found;
}

JsonValue recordedValue(const QString &value, const RecordedItem *item)
{
    const bool isYesNo = value == QLatin1String("true") || value == QLatin1String("false");
    if (item ? item->kind == RecordedKind::YesNo : isYesNo) // one that another version asked for
        return JsonValue(value == QLatin1String("true"));
    if (!item || item->kind == RecordedKind::Choice) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (isNumber && QString::number(number) == value)
            return JsonValue(number);
    }
    return value;
}

JsonValue::Object recordedObject(const Recorded &recorded, const Policy &policy)
{
    JsonValue::Object all;
    for (auto item = recorded.items.cbegin(); item != recorded.items.cend(); ++item)
        all.emplace_back(item.key(), recordedValue(item.value(), recordedItem(policy, item.key())));
    if (recorded.priorTreatments.isEmpty())
        return all;
    JsonValue::Array treatments;
    for (const PriorTreatment &prior : recorded.priorTreatments) {
        Members members;
        members.text("treatment", prior.treatment);
        members.text("response", prior.response);
        treatments.emplace_back(members.take());
    }
    const auto item = std::find_if(policy.recorded.begin(), policy.recorded.end(),
        [](const RecordedItem &candidate) { return candidate.kind == RecordedKind::PriorTreatments; });
    all.emplace_back(
        item == policy.recorded.end() ? QStringLiteral("prior_treatments") : item->id, std::move(treatments));
    return all;
}

JsonValue::Array documentsArray(const QList<ReceivedDocument> &documents)
{
    JsonValue::Array all;
    for (const ReceivedDocument &document : documents) {
        Members members;
        members.text("type", document.type);
        members.text("title", document.title);
        members.count("pages", document.pages);
        members.date("received_on", document.receivedOn);
        members.text("sha256", document.digest);
        all.emplace_back(members.take());
    }
    return all;
}

JsonValue::Object personObject(const Person &person)
{
    Members members;
    if (person == Person())
        return members.take();
    members.text("name", person.name);
    members.put("role", toWord(person.role));
    members.text("credential", person.credential);
    members.text("specialty", person.specialty);
    members.text("npi", person.npi);
    members.text("licence_state", person.licenceState);
    members.text("user_id", person.userId);
    return members.take();
}

JsonValue::Object determinationObject(const Determination &made)
{
    Members members;
    members.word("decision", made.decision);
    members.instant("at", made.at);
    members.object("by", personObject(made.by));
    members.object("prepared_by", personObject(made.preparedBy));
    if (made.exception)
        members.put("exception", true);
    members.text("plain_reason", made.plainReason);
    members.text("plain_reason_translated", made.plainReasonTranslated);
    members.text("rationale", made.rationale);
    members.text("authorization_number", made.authorizationNumber);
    members.date("valid_from", made.validFrom);
    members.date("valid_to", made.validTo);
    members.date("reply_by", made.replyBy);
    members.text("extension_reason", made.extensionReason);
    members.date("extended_to", made.extendedTo);
    if (made.contractProvision) {
        Members provision;
        provision.text("citation", made.contractProvision->citation);
        provision.text("text", made.contractProvision->text);
        members.put("contract_provision", provision.take());
    }
    return members.take();
}

} // namespace

QString toWords(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    const QDateTime withOffset = instant.toOffsetFromUtc(instant.offsetFromUtc());
    return withOffset.toString(withOffset.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

ReviewCase toldIn(ReviewCase reviewCase, const QTimeZone &zone)
{
    for (QDateTime *instant : {&reviewCase.request.receivedAt, &reviewCase.determination.at}) {
        if (instant->isValid())
            *instant = instant->toOffsetFromUtc(zone.offsetFromUtc(*instant));
    }
    return reviewCase;
}

JsonValue toJson(const ReviewCase &reviewCase, const Policy &policy)
{
    Members members;
    members.text("number", reviewCase.number);
    Members named;
    named.text("id", reviewCase.policyId);
    named.text("version", reviewCase.policyVersion);
    members.object("policy", named.take());
    const Request &request = reviewCase.request;
    members.instant("received_at", request.receivedAt);
    members.word("channel", request.channel);
    members.word("urgency", request.urgency);
    members.word("timing", request.timing);
    members.word("line_of_business", request.lineOfBusiness);
    members.text("state", request.state);
    members.object("member", memberObject(reviewCase.member));
    members.object("provider", providerObject(reviewCase.provider));
    members.object("facility", providerObject(reviewCase.facility));
    members.object("service", serviceObject(reviewCase.service));
    members.put("facts", factsObject(reviewCase, policy));
    members.object("evidence", evidenceObject(reviewCase.evidence));
    members.object("recorded", recordedObject(reviewCase.recorded, policy));
    if (!reviewCase.documents.isEmpty())
        members.put("documents", documentsArray(reviewCase.documents));
    members.text("nurse_note", reviewCase.nurseNote);
    members.lines("unconfirmed", reviewCase.unconfirmed);
    members.object("determination", determinationObject(reviewCase.determination));
    return members.take();
}

} // namespace reviewdesk
