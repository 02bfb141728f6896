#include "cases/CaseFile.h"
#include "cases/CaseSection.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseFile)
};

bool isOption(const QList<FactOption> &options, const QString &value)
{
    return std::any_of(
        options.begin(), options.end(), [&value](const FactOption &option) { return option.value == value; });
}

QString listed(const QList<FactOption> &options)
{
    QStringList values;
    for (const FactOption &option : options)
        values.append(option.value);
    return values.join(QLatin1String(", "));
}

/// Whose words a case is held against. Of another version nothing is known but that it speaks of the same policy: what
/// the pack at hand does not know stays as it is written.
struct Pack {
    const Policy &policy;
    bool isOther = false;
};

/// Whether the case is of another version, and may be.
bool readPolicyName(const CaseSection &file, const Policy &policy, CaseSource source, ReviewCase &into)
{
    const CaseSection named = file.section(u"policy");
    into.policyId = named.text(u"id");
    into.policyVersion = named.text(u"version");
    const QString code = QStringLiteral("policy_mismatch");
    if (!into.policyId.isEmpty() && into.policyId != policy.id) {
        named.report(
            u"id", code, Say::tr("The case was reviewed under policy %1; this is %2.").arg(into.policyId, policy.id));
        return false;
    }
    if (into.policyVersion.isEmpty() || into.policyVersion == policy.version)
        return false;
    if (source == CaseSource::File)
        named.report(u"version", code,
            Say::tr("The case was reviewed under version %1 of the policy; this is %2.")
                .arg(into.policyVersion, policy.version));
    return source == CaseSource::Workspace;
}

Request readRequest(const CaseSection &file)
{
    Request request;
    request.receivedAt = file.instant(u"received_at");
    request.channel = file.word(u"channel", channelFromWord);
    request.urgency = file.word(u"urgency", urgencyFromWord);
    request.timing = file.word(u"timing", timingFromWord);
    request.lineOfBusiness = file.word(u"line_of_business", lineOfBusinessFromWord);
    request.state = file.text(u"state");
    return request;
}

Member readMember(const CaseSection &section)
{
    Member member;
    member.name = section.text(u"name");
    member.birthDate = section.date(u"birth_date");
    member.memberId = section.text(u"member_id");
    member.group = section.text(u"group");
    member.plan = section.text(u"plan");
    member.address = section.lines(u"address");
    member.language = section.text(u"language");
    return member;
}

Provider readProvider(const CaseSection &section)
{
    return {section.text(u"name"), section.text(u"npi"), section.lines(u"address"), section.text(u"phone"),
        section.text(u"fax")};
}

Person readPerson(const CaseSection &section)
{
    Person person;
    person.name = section.text(u"name");
    person.role = section.word(u"role", roleFromWord).value_or(Role::Nurse);
    person.credential = section.text(u"credential");
    person.specialty = section.text(u"specialty");
    person.npi = section.text(u"npi");
    person.licenceState = section.text(u"licence_state");
    person.userId = section.text(u"user_id");
    return person;
}

/// The answer that `value` gives to `fact`, or nothing after reporting why it is none.
std::optional<GivenAnswer> readAnswer(const CaseSection &facts, const Fact &fact, const JsonValue &value)
{
    if (value.isNull())
        return GivenAnswer{};
    const bool *flag = value.asBool();
    const QString *word = value.asString();
    if (fact.kind == FactKind::YesNo && flag)
        return GivenAnswer{*flag ? QStringLiteral("true") : QStringLiteral("false")};
    if (fact.kind == FactKind::YesNo || !word) {
        const QString wanted = fact.kind == FactKind::YesNo ? Say::tr("“%1” is true, false or null.")
                                                            : Say::tr("“%1” is one of its words or null.");
        facts.report(fact.id, QStringLiteral("wrong_type"), wanted.arg(fact.id));
        return std::nullopt;
    }
    if (!isOption(fact.options, *word)) {
        facts.report(fact.id, QStringLiteral("unknown_value"),
            Say::tr("“%1” is no value of “%2”, which is one of: %3.").arg(*word, fact.id, listed(fact.options)));
        return std::nullopt;
    }
    return GivenAnswer{*word};
}

/// A value as text, whatever asked for it: true and false, a number and a word keep apart from nothing alone.
std::optional<QString> asWritten(const JsonValue &value)
{
    if (const bool *flag = value.asBool())
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const qint64 *number = value.asInteger())
        return QString::number(*number);
    const QString *word = value.asString();
    return word ? std::optional(*word) : std::nullopt;
}

/// The same of a fact that another version asked for.
void keepAnswer(const CaseSection &facts, const QString &name, const JsonValue &value, ReviewCase &into)
{
    const std::optional<QString> text = asWritten(value);
    if (text || value.isNull())
        into.facts.insert(name, GivenAnswer{text ? *text : QString()});
    else
        facts.report(name, QStringLiteral("wrong_type"), Say::tr("“%1” is one of its words or null.").arg(name));
}

void readFacts(const CaseSection &facts, const Pack &pack, ReviewCase &into)
{
    const Policy &policy = pack.policy;
    for (const auto &[name, value] : facts.members()) {
        if (pack.isOther) {
            keepAnswer(facts, name, value, into);
            continue;
        }
        const int fact = policy.factIndex(name);
        if (fact < 0) {
            facts.report(name, QStringLiteral("unknown_fact"), Say::tr("The policy has no fact “%1”.").arg(name));
            continue;
        }
        if (const std::optional<GivenAnswer> answer = readAnswer(facts, policy.facts.at(fact), value))
            into.facts.insert(name, *answer);
    }
}

/// A place that reaches beyond its page is none.
QList<PagePlace> readPlaces(const CaseSection &evidence)
{
    QList<PagePlace> places;
    const JsonValue::Array &items = evidence.items(u"places");
    for (std::size_t index = 0; index < items.size(); ++index) {
        std::vector<int> sides;
        if (const JsonValue::Array *given = items[index].asArray()) {
            for (const JsonValue &side : *given) {
                const qint64 *number = side.asInteger();
                sides.push_back(number && *number >= 0 && *number <= PagePlace::whole ? int(*number) : -1);
            }
        }
        const bool fits = sides.size() == 4 && std::find(sides.begin(), sides.end(), -1) == sides.end() &&
            sides[0] + sides[2] <= PagePlace::whole && sides[1] + sides[3] <= PagePlace::whole;
        if (fits)
            places.append({sides[0], sides[1], sides[2], sides[3]});
        else
            evidence.problems().append(Error{QStringLiteral("invalid_place"),
                Say::tr("A place on a page is left, top, width and height in ten-thousandths, within the page."),
                jsonPointer(evidence.place(u"places"), static_cast<qsizetype>(index))});
    }
    return places;
}

/// By hand, not by a pattern of the schema: with one in it no text of a case may be long (JsonSchema).
void readUnconfirmed(const CaseSection &file, ReviewCase &into)
{
    static const QRegularExpression entry(
        QStringLiteral("\\A/(urgency|(member|provider|facility|service)/[a-z_]+)\\z"));
    into.unconfirmed = file.lines(u"unconfirmed");
    for (qsizetype index = 0; index < into.unconfirmed.size(); ++index) {
        if (!entry.match(into.unconfirmed.at(index)).hasMatch())
            file.problems().append(Error{QStringLiteral("unknown_value"),
                Say::tr("“%1” is no entry that a message gives.").arg(into.unconfirmed.at(index)),
                jsonPointer(QStringLiteral("/unconfirmed"), index)});
    }
}

void readEvidence(const CaseSection &all, const Pack &pack, ReviewCase &into)
{
    for (const auto &[name, value] : all.members()) {
        if (!pack.isOther && pack.policy.factIndex(name) < 0) {
            all.report(name, QStringLiteral("unknown_fact"), Say::tr("The policy has no fact “%1”.").arg(name));
            continue;
        }
        const CaseSection shown = all.section(name);
        into.evidence.insert(name,
            Evidence{shown.text(u"document"), shown.count(u"page"), shown.date(u"date"), shown.text(u"quote"),
                shown.word(u"origin", originFromWord).value_or(AnswerOrigin::Entered), shown.text(u"sha256"),
                readPlaces(shown)});
    }
}

QList<PriorTreatment> readTreatments(const CaseSection &recorded, const QString &name, const JsonValue &value)
{
    QList<PriorTreatment> treatments;
    const JsonValue::Array *items = value.asArray();
    if (!items) {
        recorded.report(name, QStringLiteral("wrong_type"), Say::tr("“%1” is a list of treatments.").arg(name));
        return treatments;
    }
    for (qsizetype index = 0; index < qsizetype(items->size()); ++index) {
        const JsonValue &item = (*items)[std::size_t(index)];
        const QString place = jsonPointer(recorded.place(name), index);
        const CaseSection treatment(&item, place, recorded.problems());
        if (!treatment.isObject())
            recorded.problems().append({QStringLiteral("wrong_type"),
                Say::tr("A treatment is an object with “treatment” and “response”."), place});
        for (const auto &[member, text] : treatment.members()) {
            if (member != QLatin1String("treatment") && member != QLatin1String("response"))
                treatment.report(member, QStringLiteral("unknown_member"),
                    Say::tr("A treatment has “treatment” and “response”, not “%1”.").arg(member));
            else if (!text.asString())
                treatment.report(member, QStringLiteral("wrong_type"), Say::tr("“%1” is a text.").arg(member));
        }
        treatments.append({treatment.text(u"treatment"), treatment.text(u"response")});
    }
    return treatments;
}

/// A recorded value as text, or nothing after reporting why it is none.
std::optional<QString> readRecordedValue(const CaseSection &recorded, const RecordedItem &item, const JsonValue &value)
{
    const QString *word = value.asString();
    const qint64 *number = value.asInteger();
    const bool *flag = value.asBool();
    switch (item.kind) {
    case RecordedKind::Text:
        if (word)
            return *word;
        break;
    case RecordedKind::YesNo:
        if (flag)
            return *flag ? QStringLiteral("true") : QStringLiteral("false");
        break;
    case RecordedKind::Choice: {
        if (!word && !number)
            break;
        const QString chosen = word ? *word : QString::number(*number);
        if (isOption(item.options, chosen))
            return chosen;
        recorded.report(item.id, QStringLiteral("unknown_value"),
            Say::tr("“%1” is no value of “%2”, which is one of: %3.").arg(chosen, item.id, listed(item.options)));
        return std::nullopt;
    }
    case RecordedKind::PriorTreatments:
        break;
    }
    recorded.report(item.id, QStringLiteral("wrong_type"),
        Say::tr("“%1” (%2) has a value of the wrong type.").arg(item.id, item.label));
    return std::nullopt;
}

/// The same of an item that another version names.
void keepRecorded(const CaseSection &recorded, const QString &name, const JsonValue &value, ReviewCase &into)
{
    const std::optional<QString> text = asWritten(value);
    if (text)
        into.recorded.items.insert(name, *text);
    else if (!value.isNull())
        into.recorded.priorTreatments = readTreatments(recorded, name, value);
}

/// null says that the record does not document the item: the same as leaving it out.
void readRecorded(const CaseSection &recorded, const Pack &pack, ReviewCase &into)
{
    const Policy &policy = pack.policy;
    for (const auto &[name, value] : recorded.members()) {
        const auto item = std::find_if(policy.recorded.begin(), policy.recorded.end(),
            [&id = name](const RecordedItem &candidate) { return candidate.id == id; });
        if (pack.isOther)
            keepRecorded(recorded, name, value, into);
        else if (item == policy.recorded.end())
            recorded.report(
                name, QStringLiteral("unknown_member"), Say::tr("The policy has no recorded item “%1”.").arg(name));
        else if (value.isNull())
            continue;
        else if (item->kind == RecordedKind::PriorTreatments)
            into.recorded.priorTreatments = readTreatments(recorded, name, value);
        else if (const std::optional<QString> text = readRecordedValue(recorded, *item, value))
            into.recorded.items.insert(name, *text);
    }
}

void readDocuments(const CaseSection &file, const Pack &pack, ReviewCase &into)
{
    const JsonValue::Array &items = file.items(u"documents");
    for (qsizetype index = 0; index < qsizetype(items.size()); ++index) {
        const CaseSection document(
            &items[std::size_t(index)], jsonPointer(file.place(u"documents"), index), file.problems());
        const QString type = document.text(u"type");
        if (!pack.isOther && !type.isEmpty() && !pack.policy.documentationItem(type))
            document.report(u"type", QStringLiteral("unknown_value"),
                Say::tr("“%1” is no item of the policy's required documentation.").arg(type));
        into.documents.append({type, document.text(u"title"), document.count(u"pages"), document.date(u"received_on"),
            document.text(u"sha256")});
    }
}

std::optional<ContractProvision> readProvision(const CaseSection &determination)
{
    const CaseSection provision = determination.section(u"contract_provision");
    if (!provision.isObject())
        return {};
    return ContractProvision{provision.text(u"citation"), provision.text(u"text")};
}

Determination readDetermination(const CaseSection &section)
{
    Determination made;
    made.decision = section.word(u"decision", decisionFromWord);
    made.at = section.instant(u"at");
    made.by = readPerson(section.section(u"by"));
    made.preparedBy = readPerson(section.section(u"prepared_by"));
    made.exception = section.flag(u"exception");
    made.plainReason = section.text(u"plain_reason");
    made.plainReasonTranslated = section.text(u"plain_reason_translated");
    made.rationale = section.text(u"rationale");
    made.authorizationNumber = section.text(u"authorization_number");
    made.validFrom = section.date(u"valid_from");
    made.validTo = section.date(u"valid_to");
    made.replyBy = section.date(u"reply_by");
    made.extensionReason = section.text(u"extension_reason");
    made.extendedTo = section.date(u"extended_to");
    made.contractProvision = readProvision(section);
    return made;
}

} // namespace

std::optional<ContractProvision> contractProvisionOf(const JsonValue &file)
{
    QList<Error> problems; // of what was kept there are none
    return readProvision(CaseSection(&file, QString(), problems).section(u"determination"));
}

CaseReading readCase(const QByteArray &json, const Policy &policy, const JsonSchema &schema, CaseSource source)
{
    CaseReading reading;
    const Result<JsonValue> parsed = readJson(json);
    if (!parsed.ok()) {
        reading.problems.append(parsed.error());
        return reading;
    }
    reading.problems = schema.problems(parsed.value());
    const CaseSection file(&parsed.value(), QString(), reading.problems);
    if (!file.isObject())
        return reading;

    ReviewCase &read = reading.reviewCase;
    read.number = file.text(u"number");
    const Pack pack{policy, readPolicyName(file, policy, source, read)};
    read.request = readRequest(file);
    read.member = readMember(file.section(u"member"));
    read.provider = readProvider(file.section(u"provider"));
    read.facility = readProvider(file.section(u"facility"));
    const CaseSection service = file.section(u"service");
    read.service = {service.lines(u"procedure_codes"), service.lines(u"diagnosis_codes"), service.date(u"planned_on")};
    readFacts(file.section(u"facts"), pack, read);
    readEvidence(file.section(u"evidence"), pack, read);
    readRecorded(file.section(u"recorded"), pack, read);
    readDocuments(file, pack, read);
    read.nurseNote = file.text(u"nurse_note");
    readUnconfirmed(file, read);
    read.determination = readDetermination(file.section(u"determination"));
    if (const JsonValue *letterhead = parsed.value().member(u"letterhead"))
        reading.letterhead = *letterhead;
    if (const CaseSection round = file.section(u"round"); round.text(u"kind") == u"appeal")
        reading.appeal = AppealedDenial{round.instant(u"denied_at"), !round.has(u"denial_stands") || round.flag(u"denial_stands")};
    return reading;
}

} // namespace reviewdesk
