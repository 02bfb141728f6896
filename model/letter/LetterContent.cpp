#include "letter/LetterContent.h"

#include "cases/ApprovalDates.h"
#include "letter/Abbreviations.h"
#include "letter/CitedCriteria.h"
#include "letter/CriteriaContent.h"
#include "letter/LetterTimes.h"
#include "letter/LetterheadSettings.h"
#include "letter/PageText.h"
#include "letter/ReasonDraft.h"

#include <algorithm>

namespace reviewdesk {

namespace {

JsonValue items(const QStringList &texts, const QString &name)
{
    JsonValue::Array array;
    for (const QString &text : texts)
        array.push_back(JsonValue::Object{{name, text}});
    return array;
}

constexpr int largePrint = 18; // points, as the American Council of the Blind and the RNIB call large print

/// Builds the members, one subject a function.
class Content {
public:
    Content(const LetterRequest &request, const Rulebook &rulebook, const Policy &policy,
        const Abbreviations &abbreviations, const LetterLanguage &language)
        : m_request(request), m_case(request.reviewCase), m_view(request.view), m_rulebook(rulebook), m_policy(policy),
          m_language(language), m_cited(m_policy, request.view),
          m_settings(request.letterhead, request.reviewCase.request.lineOfBusiness, language.code()),
          m_members(m_settings.members()), m_abbreviations(abbreviations)
    {
    }

    JsonValue::Object build(const QList<ChecklistRule> &checklist, const QString &templateVersion)
    {
        const JsonValue::Object own = m_language.members();
        m_members.insert(m_members.end(), own.begin(), own.end());
        addFrame(checklist, templateVersion);
        addRound();
        addPeople();
        addRe();
        addService();
        addPolicy();
        addCriteriaContent(m_members, m_policy, m_case, m_view, m_cited, m_language);
        addRecord();
        addDetermination();
        addAsked();
        return std::move(m_members);
    }

private:
    void set(const char *name, const JsonValue &value) { m_members.emplace_back(QString::fromLatin1(name), value); }
    void setText(const char *name, const QString &text) { set(name, pageText(text)); }
    void setParagraphs(const char *name, const QString &text, bool explain = true)
    {
        QStringList paragraphs;
        const QStringList typed = isVisibleText(text) ? pageParagraphs(text) : QStringList(); // no heading over nothing
        for (const QString &paragraph : typed)
            paragraphs.append(explain ? explained(paragraph) : paragraph);
        set(name, items(paragraphs, QStringLiteral("line")));
    }

    /// A member reads what abbreviations stand for where each is first used.
    QString explained(const QString &text)
    {
        return m_request.recipient == Recipient::Member ? m_abbreviations.explained(text, m_explained) : text;
    }

    void addFrame(const QList<ChecklistRule> &checklist, const QString &templateVersion);
    void addTypeSizes(int pointSize);
    void addRound();
    void addPeople();
    void addRe();
    void addService();
    void addPolicy();
    void addRecord();
    void addDetermination();
    void addPlainReason();
    void addAsked();

    JsonValue codes(const QStringList &codes, bool procedureCodes) const;
    JsonValue recorded() const;
    bool outcomeIsAdverse() const { return hasOutcome(OutcomeEffect::Adverse); }
    bool outcomeIsApprovable() const { return hasOutcome(OutcomeEffect::Approvable); }
    bool hasOutcome(OutcomeEffect effect) const; ///< and is decided
    QDateTime local(const QDateTime &instant) const { return asTold(instant, m_rulebook.zone); }
    QString day(const QDateTime &instant) const ///< empty where there is none: no day is made up
    {
        return instant.isValid() ? m_language.date(local(instant).date()) : QString();
    }

    const LetterRequest &m_request;
    const ReviewCase &m_case;
    const CaseView &m_view;
    const Rulebook &m_rulebook;
    const Policy &m_policy; ///< as told in the language
    const LetterLanguage &m_language;
    CitedCriteria m_cited;
    LetterheadSettings m_settings;
    JsonValue::Object m_members;
    const Abbreviations &m_abbreviations;
    QSet<QString> m_explained; ///< abbreviations that the letter has used
};

void Content::addFrame(const QList<ChecklistRule> &checklist, const QString &templateVersion)
{
    const QList<ChecklistRule> rules = rulesFor(m_request, checklist);
    int pointSize = m_request.largePrint ? largePrint : 11;
    for (const ChecklistRule &rule : checklist) {
        const bool applies =
            std::any_of(rules.begin(), rules.end(), [&](const ChecklistRule &r) { return r.id == rule.id; });
        m_members.emplace_back(QStringLiteral("show_") + rule.id, applies);
        if (applies || !m_case.request.lineOfBusiness)
            pointSize = std::max(pointSize, rule.pointSize);
    }
    set("template_version", templateVersion);
    set("title", letterTitle(m_request, m_language));
    set("large_print", m_request.largePrint);
    addTypeSizes(pointSize);
    set("sample", m_request.letterhead.sample);
    const JsonValue *logo = m_settings.find(u"logo");
    set("logo", logo && logo->asString() ? *logo->asString() : QString());
    set("to_member", m_request.recipient == Recipient::Member);
    set("to_provider", m_request.recipient == Recipient::Provider);
    set("expedited", m_case.request.urgency == Urgency::Expedited);
    set("date", m_language.date(local(m_request.writtenAt).date()));
    const QString language = m_case.member.language.section(u'-', 0, 0).trimmed().toLower();
    const bool lineShown = std::any_of(rules.begin(), rules.end(),
        [](const ChecklistRule &rule) { return rule.id == u"language_line"; });
    set("language_help", // who reads another language than the letter's is told how to get help
        m_request.recipient == Recipient::Member && !language.isEmpty() && language != m_language.code() && !lineShown);
    const LetterCorrection correction = m_request.correction.value_or(LetterCorrection());
    set("correction_date", day(correction.issuedAt));
    set("correction_code", correction.code);
    setText("correction_reason", correction.reason);
}

/// An appeal is told as one. Once the care was given, an appeal of its denial has another time than before it.
void Content::addRound()
{
    const std::optional<AppealedDenial> &appeal = m_request.appeal;
    set("is_appeal", appeal.has_value());
    set("denial_stands", appeal && appeal->stands);
    set("denied_on", appeal ? day(appeal->deniedAt) : QString());
    const QString afterCare = appealTimeAfterCare(m_request, m_rulebook, m_language);
    for (auto &[name, value] : m_members) {
        const bool isTold = value.asString() && !value.asString()->isEmpty();
        if (name == u"appeal_decision" && isTold && !afterCare.isEmpty())
            value = afterCare;
    }
}

/// Where the rules ask for larger type (12 points and more), nothing on the page is smaller.
void Content::addTypeSizes(int pointSize)
{
    const bool large = pointSize >= largePrint;
    set("point_size", QString::number(pointSize));
    set("small_size", pointSize > 11 ? QString::number(pointSize) : QStringLiteral("9"));
    set("heading_size", QString::number(pointSize + (large ? 1.5 : 0.5)));
    set("title_size", QString::number(pointSize + 4));
}

void Content::addPeople()
{
    const bool toMember = m_request.recipient == Recipient::Member;
    QStringList addressee{pageText(toMember ? m_case.member.name : m_case.provider.name)};
    const QStringList &address = toMember ? m_case.member.address : m_case.provider.address;
    for (const QString &line : address)
        addressee.append(pageText(line));
    addressee.removeAll(QString());
    set("addressee", items(addressee, QStringLiteral("line")));
    setText("member_name", m_case.member.name);
    setText("provider_name", m_case.provider.name);
    setText("facility_name", m_case.facility.name);
    setText("case_number", m_case.number);
}

void Content::addRe()
{
    const QDateTime &received = m_case.request.receivedAt;
    const QString receivedOn = day(received);
    JsonValue::Array rows;
    const auto row = [this, &rows](const char *label, const QString &value) {
        const QString text = pageText(value);
        if (!text.isEmpty()) {
            rows.push_back(JsonValue::Object{{QStringLiteral("label"), m_language.say(label)},
                {QStringLiteral("value"), text}});
        }
    };
    row("member", m_case.member.name);
    row("birth_date", m_language.date(m_case.member.birthDate));
    row("member_id", m_case.member.memberId);
    row("group", m_case.member.group);
    row("plan", m_case.member.plan);
    row("provider", m_case.provider.name);
    row("facility", m_case.facility.name);
    row("received", receivedOn);
    row("case_number", m_case.number);
    set("re", rows);
}

JsonValue Content::codes(const QStringList &codes, bool procedureCodes) const
{
    JsonValue::Array list;
    for (const QString &code : codes) {
        const CodeEntry *best = nullptr;
        for (const CodeEntry &entry : m_policy.codes) {
            const bool isDiagnosis = entry.system == u"ICD-10-CM";
            const bool fits = isDiagnosis ? code.startsWith(entry.code, Qt::CaseInsensitive)
                                          : code.compare(entry.code, Qt::CaseInsensitive) == 0;
            if (isDiagnosis != procedureCodes && fits && (!best || best->code.size() < entry.code.size()))
                best = &entry;
        }
        const QString fallback =
            procedureCodes ? m_language.say("code") : QStringLiteral("ICD-10-CM");
        list.push_back(JsonValue::Object{{QStringLiteral("system"), best ? best->system : fallback},
            {QStringLiteral("code"), pageText(code)},
            {QStringLiteral("descriptor"), best ? best->descriptor : QString()}});
    }
    return list;
}

void Content::addService()
{
    setText("procedure", procedureWords(m_policy, m_view, m_language));
    set("procedures", codes(m_case.service.procedureCodes, true));
    set("diagnoses", codes(m_case.service.diagnosisCodes, false));
    set("planned_on", m_language.date(m_case.service.plannedOn));
    const QDateTime &decidedAt = m_case.determination.at;
    const QDate given = careGivenOn(m_case, decidedAt.isValid() ? local(decidedAt).date() : QDate());
    set("given_on", m_language.date(given));
    const bool isAfterwards = m_case.request.timing == Timing::PostService;
    set("care_given", isAfterwards && (given.isValid() || !m_case.service.plannedOn.isValid()));
}

void Content::addPolicy()
{
    set("policy_id", m_policy.id);
    set("policy_title", m_policy.title);
    set("policy_version", m_policy.version);
    set("policy_origin", m_policy.origin);
    set("policy_effective", m_language.date(QDate::fromString(m_policy.effective, Qt::ISODate)));
    set("contract_precedence", m_policy.contractPrecedence);
    const bool decided = m_view.evaluation.decided();
    set("outcome_label", decided ? m_policy.outcomes.at(m_view.evaluation.outcome).label : QString());
    set("outcome_adverse", outcomeIsAdverse());
    set("denied_by_contract", !outcomeIsAdverse() && m_case.determination.contractProvision.has_value());
    JsonValue::Array readings;
    for (const PolicyNote &note : m_policy.notes) {
        if (note.inLetter && holdsIn(note.shownWhen, m_view.interview.effective))
            readings.push_back(JsonValue::Object{{QStringLiteral("text"), note.text}});
    }
    set("readings", readings);
}

bool Content::hasOutcome(OutcomeEffect effect) const
{
    const Evaluation &evaluation = m_view.evaluation;
    return evaluation.decided() && m_policy.outcomes.at(evaluation.outcome).effect == effect;
}

void Content::addRecord()
{
    JsonValue::Array record;
    const QList<int> facts = m_cited.knownFactsRead();
    for (const int fact : facts) {
        const QString &id = m_policy.facts.at(fact).id;
        record.push_back(JsonValue::Object{{QStringLiteral("statement"), statementOf(m_policy, m_view, fact)},
            {QStringLiteral("source"), sourceWords(m_case.evidence.value(id), m_language)},
            {QStringLiteral("quote"), pageText(m_case.evidence.value(id).quote)}});
    }
    set("record", record);
    set("recorded", recorded());
}

JsonValue Content::recorded() const
{
    JsonValue::Array list;
    for (const RecordedItem &item : m_policy.recorded) {
        if (!holdsIn(item.shownWhen, m_view.interview.effective))
            continue;
        QString value = m_case.recorded.items.value(item.id);
        for (const FactOption &option : item.options) {
            if (option.value == value)
                value = option.label;
        }
        if (item.kind == RecordedKind::YesNo && !value.isEmpty() && item.options.isEmpty())
            value = m_language.say(value == u"true" ? "yes" : "no");
        if (item.kind == RecordedKind::PriorTreatments) {
            QStringList treatments;
            for (const PriorTreatment &prior : m_case.recorded.priorTreatments) {
                treatments.append(prior.response.isEmpty()
                        ? pageText(prior.treatment)
                        : QStringLiteral("%1: %2").arg(pageText(prior.treatment), pageText(prior.response)));
            }
            value = treatments.join(QStringLiteral("; "));
        }
        value = pageText(value);
        if (!value.isEmpty())
            list.push_back(JsonValue::Object{{QStringLiteral("label"), item.label}, {QStringLiteral("value"), value}});
    }
    return list;
}

void Content::addDetermination()
{
    const Determination &determination = m_case.determination;
    set("decided_on", day(determination.at));
    set("exception", determination.exception && !outcomeIsApprovable());
    set("outcome_open", !m_view.evaluation.decided());
    addPlainReason();
    setParagraphs("rationale", determination.rationale, m_language.isEnglish()); // a quotation is left as it is
    setText("decider_name", determination.by.name);
    setText("decider_credential", determination.by.credential);
    setText("decider_specialty", determination.by.specialty);
    const bool physician = determination.by.role == Role::Physician;
    set("decider_role", m_language.say(physician ? "physician_reviewer" : "utilization_review"));
    setText("authorization_number", determination.authorizationNumber);
    set("valid_from", m_language.date(determination.validFrom));
    set("valid_to", m_language.date(determination.validTo));
    set("validity", determination.validFrom.isValid() && determination.validTo.isValid());
    set("reply_by", replyBy(m_request, m_settings, m_language, m_rulebook.zone));
    const QString extension = pageText(determination.extensionReason);
    set("extension_reason", m_language.isEnglish() ? explained(extension) : extension);
    set("extended_to", m_language.date(determination.extendedTo));
    const ContractProvision provision = determination.contractProvision.value_or(ContractProvision());
    setText("contract_citation", provision.citation);
    setText("contract_text", provision.text);
}

/// In another language than English: what was written in it, else what the evaluation says by itself, with the
/// reviewer's own words beside it, as they are. A request for information says what is open in lists of its own.
void Content::addPlainReason()
{
    const Determination &determination = m_case.determination;
    const bool written = isVisibleText(determination.plainReasonTranslated);
    const bool beside = !m_language.isEnglish() && !written;
    const bool lists = m_request.kind == LetterKind::InformationRequest;
    setParagraphs("plain_reason",
        m_language.isEnglish() ? determination.plainReason
            : written          ? determination.plainReasonTranslated
            : lists            ? QString()
                               : draftedReason(m_case, m_view, m_policy, m_request.kind, m_language));
    setParagraphs("plain_reason_english", beside ? determination.plainReason : QString(), false);
}

void Content::addAsked()
{
    JsonValue::Array facts;
    JsonValue::Array documents;
    const QList<AskedItem> asked = askedOf(m_case, m_view, m_policy);
    for (const AskedItem &item : asked) {
        const JsonValue criteria = item.criteria.join(QStringLiteral(", "));
        if (item.document)
            documents.push_back(JsonValue::Object{
                {QStringLiteral("words"), item.document->words}, {QStringLiteral("criteria_ids"), criteria}});
        else
            facts.push_back(JsonValue::Object{{QStringLiteral("whether"), m_policy.facts.at(item.fact).whether},
                {QStringLiteral("criteria_ids"), criteria}});
    }
    set("asked_facts", facts);
    set("asked_documents", documents);
    JsonValue::Array open;
    for (const int fact : m_view.evaluation.needed) {
        if (m_view.interview.shows(fact))
            open.push_back(JsonValue::Object{{QStringLiteral("whether"), m_policy.facts.at(fact).whether}});
    }
    set("open_facts", open);
}

} // namespace

JsonValue::Object letterContent(const LetterRequest &request, const Rulebook &rulebook,
    const QList<ChecklistRule> &checklist, const Abbreviations &abbreviations, const LetterLanguage &language,
    const QString &templateVersion)
{
    if (language.isEnglish())
        return Content(request, rulebook, rulebook.policy, abbreviations, language).build(checklist, templateVersion);
    const Policy told = language.translated(rulebook.policy);
    return Content(request, rulebook, told, abbreviations, language).build(checklist, templateVersion);
}

} // namespace reviewdesk
