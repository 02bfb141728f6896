#include "ui/FieldWords.h"

#include "cases/DateWords.h"
#include "ui/RecordWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QSet>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

const RecordedItem *recordedItem(const QString &id, const Policy &policy)
{
    for (const RecordedItem &item : policy.recorded) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

/// The part after `beginning`; null when it does not begin so.
QString after(const QString &place, const char *beginning)
{
    const QLatin1String start(beginning);
    return place.startsWith(start) ? place.mid(start.size()) : QString();
}

QString knownField(const QString &place)
{
    static const QMap<QString, const char *> names{
        {QStringLiteral("/received_at"), QT_TRANSLATE_NOOP("FieldWords", "Received")},
        {QStringLiteral("/channel"), QT_TRANSLATE_NOOP("FieldWords", "Channel")},
        {QStringLiteral("/urgency"), QT_TRANSLATE_NOOP("FieldWords", "Urgency")},
        {QStringLiteral("/timing"), QT_TRANSLATE_NOOP("FieldWords", "Timing")},
        {QStringLiteral("/line_of_business"), QT_TRANSLATE_NOOP("FieldWords", "Line of business")},
        {QStringLiteral("/state"), QT_TRANSLATE_NOOP("FieldWords", "Plan state")},
        {QStringLiteral("/member/name"), QT_TRANSLATE_NOOP("FieldWords", "Member name")},
        {QStringLiteral("/member/birth_date"), QT_TRANSLATE_NOOP("FieldWords", "Date of birth")},
        {QStringLiteral("/member/member_id"), QT_TRANSLATE_NOOP("FieldWords", "Member ID")},
        {QStringLiteral("/member/group"), QT_TRANSLATE_NOOP("FieldWords", "Group")},
        {QStringLiteral("/member/plan"), QT_TRANSLATE_NOOP("FieldWords", "Plan")},
        {QStringLiteral("/member/address"), QT_TRANSLATE_NOOP("FieldWords", "Member address")},
        {QStringLiteral("/member/language"), QT_TRANSLATE_NOOP("FieldWords", "Preferred language")},
        {QStringLiteral("/provider/name"), QT_TRANSLATE_NOOP("FieldWords", "Provider name")},
        {QStringLiteral("/provider/npi"), QT_TRANSLATE_NOOP("FieldWords", "Provider NPI")},
        {QStringLiteral("/provider/address"), QT_TRANSLATE_NOOP("FieldWords", "Provider address")},
        {QStringLiteral("/provider/phone"), QT_TRANSLATE_NOOP("FieldWords", "Phone")},
        {QStringLiteral("/provider/fax"), QT_TRANSLATE_NOOP("FieldWords", "Fax number")},
        {QStringLiteral("/facility/name"), QT_TRANSLATE_NOOP("FieldWords", "Facility")},
        {QStringLiteral("/facility/npi"), QT_TRANSLATE_NOOP("FieldWords", "Facility NPI")},
        {QStringLiteral("/service/procedure_codes"), QT_TRANSLATE_NOOP("FieldWords", "Procedure codes")},
        {QStringLiteral("/service/diagnosis_codes"), QT_TRANSLATE_NOOP("FieldWords", "Diagnosis codes")},
        {QStringLiteral("/service/planned_on"), QT_TRANSLATE_NOOP("FieldWords", "Planned on")},
        {QStringLiteral("/documents"), QT_TRANSLATE_NOOP("FieldWords", "Documents")},
        {QStringLiteral("/nurse_note"), QT_TRANSLATE_NOOP("FieldWords", "Note to the physician")},
        {QStringLiteral("/determination/plain_reason"), QT_TRANSLATE_NOOP("FieldWords", "Reason in plain words")},
        {QStringLiteral("/determination/rationale"), QT_TRANSLATE_NOOP("FieldWords", "Clinical rationale")},
        {QStringLiteral("/determination/authorization_number"),
            QT_TRANSLATE_NOOP("FieldWords", "Authorization number")},
        {QStringLiteral("/determination/valid_from"), QT_TRANSLATE_NOOP("FieldWords", "Valid from")},
        {QStringLiteral("/determination/valid_to"), QT_TRANSLATE_NOOP("FieldWords", "Valid to")},
        {QStringLiteral("/determination/reply_by"), QT_TRANSLATE_NOOP("FieldWords", "Reply by")},
        {QStringLiteral("/determination/contract_provision"), QT_TRANSLATE_NOOP("FieldWords", "Contract provision")},
        {QStringLiteral("/determination/plain_reason_translated"),
            QT_TRANSLATE_NOOP("FieldWords", "Reason in plain words, translated")},
        {QStringLiteral("/determination/extension_reason"), QT_TRANSLATE_NOOP("FieldWords", "Reason for more time")},
        {QStringLiteral("/determination/extended_to"), QT_TRANSLATE_NOOP("FieldWords", "Extended to")},
        {QStringLiteral("/assigned_to"), QT_TRANSLATE_NOOP("FieldWords", "Assigned to")},
        {QStringLiteral("/unconfirmed"), QT_TRANSLATE_NOOP("FieldWords", "Entries to confirm")},
        {QStringLiteral("/status"), QT_TRANSLATE_NOOP("FieldWords", "Status")}};
    const char *name = names.value(place, nullptr);
    return name ? Say::tr(name) : QString();
}

template <typename Value> QString enumInWords(const std::optional<Value> &value, const QString &word)
{
    return value ? label(*value) : word;
}

/// A day or an instant as the case file writes it, as the screen does; other words as they are.
QString dayInWords(const QString &word)
{
    constexpr qsizetype lengthOfDay = 10; // 2026-11-23
    const QLocale english(QLocale::English); // a record's, whatever the screen's
    if (word.size() < lengthOfDay || word.at(4) != QLatin1Char('-'))
        return word;
    if (const QDate day = QDate::fromString(word, Qt::ISODate); word.size() == lengthOfDay && day.isValid())
        return RecordWords::areWanted() ? english.toString(day, QStringLiteral("d MMM yyyy")) : dayWords(day);
    const QDateTime instant = QDateTime::fromString(word, Qt::ISODateWithMs); // in the plan's zone
    if (!instant.isValid())
        return word;
    return RecordWords::areWanted() ? english.toString(instant, QStringLiteral("d MMM yyyy HH:mm")) : dayAndClockWords(instant);
}

QString wordInWords(const QString &place, const QString &word)
{
    static const QSet<QString> days{QStringLiteral("/received_at"), QStringLiteral("/member/birth_date"),
        QStringLiteral("/service/planned_on"), QStringLiteral("/determination/valid_from"),
        QStringLiteral("/determination/valid_to"), QStringLiteral("/determination/reply_by"),
        QStringLiteral("/determination/extended_to")};
    if (days.contains(place))
        return dayInWords(word);
    if (place == QLatin1String("/channel"))
        return enumInWords(channelFromWord(word), word);
    if (place == QLatin1String("/urgency"))
        return enumInWords(urgencyFromWord(word), word);
    if (place == QLatin1String("/timing"))
        return enumInWords(timingFromWord(word), word);
    if (place == QLatin1String("/line_of_business"))
        return enumInWords(lineOfBusinessFromWord(word), word);
    return word;
}

/// "true", "colorectal" and whole numbers, as the pack's options have them.
QString optionValue(const JsonValue &value)
{
    if (const bool *yes = value.asBool())
        return *yes ? QStringLiteral("true") : QStringLiteral("false");
    if (const qint64 *number = value.asInteger())
        return QString::number(*number);
    return value.asString() ? *value.asString() : QString();
}

QString optionInWords(const QList<FactOption> &options, const JsonValue &value)
{
    const QString wanted = optionValue(value);
    for (const FactOption &option : options) {
        if (option.value == wanted)
            return option.label;
    }
    if (const bool *yes = value.asBool())
        return *yes ? Say::tr("Yes") : Say::tr("No");
    return wanted;
}

QString numberInWords(const JsonValue &object, const char16_t *member, const QString &words)
{
    const JsonValue *number = object.member(member);
    return number && number->asInteger() ? words.arg(*number->asInteger()) : QString();
}

/// A source, a document, a treatment: its members in the order in which they are read.
QString objectInWords(const JsonValue &object)
{
    QStringList words;
    for (const char16_t *member : {u"document", u"title", u"treatment", u"citation"})
        words << object.text(member);
    words << numberInWords(object, u"page", Say::tr("p. %1")) << numberInWords(object, u"pages", Say::tr("%1 pages"));
    for (const char16_t *member : {u"date", u"received_on"})
        words << dayInWords(object.text(member));
    for (const char16_t *member : {u"response", u"text"})
        words << object.text(member);
    if (const QString quote = object.text(u"quote"); !quote.isEmpty())
        words << Say::tr("“%1”").arg(quote);
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QString listInWords(const QString &place, const JsonValue::Array &list, const Policy &policy)
{
    const bool places = place == QLatin1String("/unconfirmed");
    QStringList words;
    for (const JsonValue &item : list)
        words << (!item.asString() ? objectInWords(item) : places ? fieldInWords(*item.asString(), policy) : *item.asString());
    return words.join(places || place.startsWith(QLatin1String("/service")) ? QStringLiteral(", ") : QStringLiteral("\n"));
}

/// The first of `fields` that differs.
template <typename Value, typename... Fields>
QString first(const Value &before, const Value &after, const std::pair<const char *, Fields Value::*> &...fields)
{
    QString found;
    const auto look = [&](const auto &field) {
        if (found.isEmpty() && !(before.*field.second == after.*field.second))
            found = QLatin1String(field.first);
    };
    (look(fields), ...);
    return found;
}

template <typename Value> QString firstKey(const Value &before, const Value &after, const char *place)
{
    if (before == after)
        return {};
    for (auto entry = after.begin(); entry != after.end(); ++entry) {
        const auto former = before.constFind(entry.key());
        if (former == before.constEnd() || !(*former == *entry))
            return QLatin1String(place) + entry.key();
    }
    for (auto entry = before.begin(); entry != before.end(); ++entry) {
        if (!after.contains(entry.key()))
            return QLatin1String(place) + entry.key();
    }
    return {};
}

QString changedRequest(const Request &before, const Request &after)
{
    return first(before, after, std::pair{"/received_at", &Request::receivedAt}, std::pair{"/channel", &Request::channel},
        std::pair{"/urgency", &Request::urgency}, std::pair{"/timing", &Request::timing},
        std::pair{"/line_of_business", &Request::lineOfBusiness}, std::pair{"/state", &Request::state});
}

QString changedMember(const Member &before, const Member &after)
{
    return first(before, after, std::pair{"/member/name", &Member::name},
        std::pair{"/member/birth_date", &Member::birthDate}, std::pair{"/member/member_id", &Member::memberId},
        std::pair{"/member/group", &Member::group}, std::pair{"/member/plan", &Member::plan},
        std::pair{"/member/address", &Member::address}, std::pair{"/member/language", &Member::language});
}

QString changedProvider(const Provider &before, const Provider &after)
{
    return first(before, after, std::pair{"/name", &Provider::name}, std::pair{"/npi", &Provider::npi},
        std::pair{"/address", &Provider::address}, std::pair{"/phone", &Provider::phone},
        std::pair{"/fax", &Provider::fax});
}

QString changedWords(const Determination &before, const Determination &after)
{
    return first(before, after, std::pair{"/determination/plain_reason", &Determination::plainReason},
        std::pair{"/determination/rationale", &Determination::rationale},
        std::pair{"/determination/authorization_number", &Determination::authorizationNumber},
        std::pair{"/determination/valid_from", &Determination::validFrom},
        std::pair{"/determination/valid_to", &Determination::validTo},
        std::pair{"/determination/reply_by", &Determination::replyBy},
        std::pair{"/determination/contract_provision", &Determination::contractProvision});
}

} // namespace

QString fieldInWords(const QString &place, const Policy &policy)
{
    if (const QString known = knownField(place); !known.isEmpty())
        return known;
    const QString factId = after(place, "/facts/");
    const QString sourceId = after(place, "/evidence/").section(QLatin1Char('/'), 0, 0);
    if (const int fact = policy.factIndex(factId); !factId.isNull() && fact >= 0)
        return policy.facts.at(fact).label;
    if (const int fact = policy.factIndex(sourceId); !sourceId.isEmpty() && fact >= 0)
        return Say::tr("Source of %1").arg(policy.facts.at(fact).label);
    if (const RecordedItem *item = recordedItem(after(place, "/recorded/"), policy))
        return item->label;
    if (place.contains(QLatin1Char('/')) && place.lastIndexOf(QLatin1Char('/')) > 0)
        return fieldInWords(place.left(place.lastIndexOf(QLatin1Char('/'))), policy); // a list's item
    return place.mid(1);
}

QString valueInWords(const QString &place, const std::optional<JsonValue> &value, const Policy &policy)
{
    if (!value)
        return {};
    if (const QString factId = after(place, "/facts/"); !factId.isNull()) {
        const int fact = policy.factIndex(factId);
        if (value->isNull())
            return Say::tr("Not documented");
        return fact < 0 ? optionValue(*value) : optionInWords(policy.facts.at(fact).options, *value);
    }
    if (const RecordedItem *item = recordedItem(after(place, "/recorded/"), policy); item && !value->asArray())
        return optionInWords(item->options, *value);
    if (value->asArray())
        return listInWords(place, *value->asArray(), policy);
    if (value->asObject())
        return objectInWords(*value);
    return value->asString() ? wordInWords(place, *value->asString()) : optionInWords({}, *value);
}

QString changedField(const ReviewCase &before, const ReviewCase &after)
{
    const auto whole = [](bool same, const char *place) { return same ? QString() : QLatin1String(place).toString(); };
    const auto within = [](const char *place, const QString &field) {
        return field.isEmpty() ? QString() : QLatin1String(place) + field;
    };
    for (const QString &found : {changedRequest(before.request, after.request),
             changedMember(before.member, after.member),
             within("/provider", changedProvider(before.provider, after.provider)),
             within("/facility", changedProvider(before.facility, after.facility)),
             first(before.service, after.service, std::pair{"/service/procedure_codes", &Service::procedureCodes},
                 std::pair{"/service/diagnosis_codes", &Service::diagnosisCodes},
                 std::pair{"/service/planned_on", &Service::plannedOn}),
             firstKey(before.facts, after.facts, "/facts/"), firstKey(before.evidence, after.evidence, "/evidence/"),
             firstKey(before.recorded.items, after.recorded.items, "/recorded/"),
             whole(before.recorded.priorTreatments == after.recorded.priorTreatments, "/recorded/prior_treatments"),
             whole(before.documents == after.documents, "/documents"),
             whole(before.nurseNote == after.nurseNote, "/nurse_note"),
             changedWords(before.determination, after.determination),
             whole(before.unconfirmed == after.unconfirmed, "/unconfirmed")}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace reviewdesk
