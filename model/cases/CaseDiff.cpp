#include "cases/CaseDiff.h"

#include "cases/CaseFile.h"
#include "cases/DateWords.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseDiff)
};

struct Named {
    const char *key;
    const char *label;
};

/// The case file's members in its order, in words.
constexpr Named parts[] = {
    {"request", QT_TRANSLATE_NOOP("CaseDiff", "Request")},
    {"member", QT_TRANSLATE_NOOP("CaseDiff", "Member")},
    {"provider", QT_TRANSLATE_NOOP("CaseDiff", "Provider")},
    {"facility", QT_TRANSLATE_NOOP("CaseDiff", "Facility")},
    {"service", QT_TRANSLATE_NOOP("CaseDiff", "Service")},
    {"facts", QT_TRANSLATE_NOOP("CaseDiff", "Answers")},
    {"evidence", QT_TRANSLATE_NOOP("CaseDiff", "Sources")},
    {"recorded", QT_TRANSLATE_NOOP("CaseDiff", "Recorded besides")},
    {"documents", QT_TRANSLATE_NOOP("CaseDiff", "Documents")},
    {"nurse_note", QT_TRANSLATE_NOOP("CaseDiff", "Note to the physician")},
    {"unconfirmed", QT_TRANSLATE_NOOP("CaseDiff", "As sent")},
    {"determination", QT_TRANSLATE_NOOP("CaseDiff", "Decision")},
};

constexpr Named fields[] = {
    {"received_at", QT_TRANSLATE_NOOP("CaseDiff", "Received")},
    {"channel", QT_TRANSLATE_NOOP("CaseDiff", "Channel")},
    {"urgency", QT_TRANSLATE_NOOP("CaseDiff", "Urgency")},
    {"timing", QT_TRANSLATE_NOOP("CaseDiff", "Timing")},
    {"line_of_business", QT_TRANSLATE_NOOP("CaseDiff", "Line of business")},
    {"state", QT_TRANSLATE_NOOP("CaseDiff", "Plan state")},
    {"name", QT_TRANSLATE_NOOP("CaseDiff", "Name")},
    {"birth_date", QT_TRANSLATE_NOOP("CaseDiff", "Date of birth")},
    {"member_id", QT_TRANSLATE_NOOP("CaseDiff", "Member ID")},
    {"group", QT_TRANSLATE_NOOP("CaseDiff", "Group")},
    {"plan", QT_TRANSLATE_NOOP("CaseDiff", "Plan")},
    {"address", QT_TRANSLATE_NOOP("CaseDiff", "Address")},
    {"language", QT_TRANSLATE_NOOP("CaseDiff", "Language")},
    {"npi", QT_TRANSLATE_NOOP("CaseDiff", "NPI")},
    {"phone", QT_TRANSLATE_NOOP("CaseDiff", "Phone")},
    {"fax", QT_TRANSLATE_NOOP("CaseDiff", "Fax")},
    {"procedure_codes", QT_TRANSLATE_NOOP("CaseDiff", "Procedure codes")},
    {"diagnosis_codes", QT_TRANSLATE_NOOP("CaseDiff", "Diagnosis codes")},
    {"planned_on", QT_TRANSLATE_NOOP("CaseDiff", "Planned on")},
    {"documents", QT_TRANSLATE_NOOP("CaseDiff", "Documents")},
    {"nurse_note", QT_TRANSLATE_NOOP("CaseDiff", "Note to the physician")},
    {"unconfirmed", QT_TRANSLATE_NOOP("CaseDiff", "Entries to confirm")},
    {"prior_treatments", QT_TRANSLATE_NOOP("CaseDiff", "Prior treatments")},
    {"decision", QT_TRANSLATE_NOOP("CaseDiff", "Decision")},
    {"at", QT_TRANSLATE_NOOP("CaseDiff", "Decided")},
    {"by", QT_TRANSLATE_NOOP("CaseDiff", "Decided by")},
    {"prepared_by", QT_TRANSLATE_NOOP("CaseDiff", "Prepared by")},
    {"exception", QT_TRANSLATE_NOOP("CaseDiff", "As an exception")},
    {"plain_reason", QT_TRANSLATE_NOOP("CaseDiff", "Reason in plain words")},
    {"rationale", QT_TRANSLATE_NOOP("CaseDiff", "Clinical rationale")},
    {"authorization_number", QT_TRANSLATE_NOOP("CaseDiff", "Authorization number")},
    {"valid_from", QT_TRANSLATE_NOOP("CaseDiff", "Valid from")},
    {"valid_to", QT_TRANSLATE_NOOP("CaseDiff", "Valid to")},
    {"reply_by", QT_TRANSLATE_NOOP("CaseDiff", "Reply by")},
    {"extension_reason", QT_TRANSLATE_NOOP("CaseDiff", "Reason for more time")},
    {"extended_to", QT_TRANSLATE_NOOP("CaseDiff", "Extended to")},
    {"contract_provision", QT_TRANSLATE_NOOP("CaseDiff", "Contract provision")},
};

template <std::size_t Count> QString labelIn(const Named (&names)[Count], const QString &key)
{
    for (const Named &named : names) {
        if (key == QLatin1String(named.key))
            return QCoreApplication::translate("CaseDiff", named.label);
    }
    return key;
}

/// A day or an instant of a case file as people read it, any other text as it is.
QString textInWords(const QString &text)
{
    constexpr qsizetype day = 10; // "2026-11-20"
    if (const QDate date = QDate::fromString(text, Qt::ISODate); text.size() == day && date.isValid())
        return dayWords(date);
    if (const QDateTime instant = QDateTime::fromString(text, Qt::ISODate); text.size() > day && text.at(day) == u'T' && instant.isValid())
        return dayAndClockWords(instant);
    return text;
}

/// Any value in one line: texts as they are, lists with commas, objects as the values of their members.
QString inWords(const JsonValue &value)
{
    if (const QString *text = value.asString())
        return textInWords(*text);
    if (const auto *flag = value.asBool())
        return *flag ? Say::tr("yes") : Say::tr("no");
    if (const auto *number = value.asInteger())
        return QString::number(*number);
    QStringList words;
    if (const JsonValue::Array *list = value.asArray()) {
        for (const JsonValue &item : *list)
            words << inWords(item);
        return words.join(QStringLiteral(", "));
    }
    if (const JsonValue::Object *object = value.asObject()) {
        for (const JsonValue::Member &member : *object) {
            if (member.first == QLatin1String("sha256") || member.first == QLatin1String("places"))
                continue; // nothing that a person reads
            if (const QString word = inWords(member.second); !word.isEmpty())
                words << word;
        }
        return words.join(QStringLiteral(" · "));
    }
    return {};
}

class Difference {
public:
    Difference(const Policy &policy) : m_policy(policy) { }

    void compare(const JsonValue *before, const JsonValue *after, const QStringList &path);
    QList<FieldDifference> take() { return std::move(m_found); }

private:
    QString fieldOf(const QStringList &path) const;
    QString wordsOf(const QStringList &path, const JsonValue *value) const;
    QString answerWords(const QString &factId, const JsonValue &value) const;

    const Policy &m_policy;
    QList<FieldDifference> m_found;
};

/// Objects that mean something only as a whole.
bool isWhole(const QStringList &path)
{
    return path.size() > 1 &&
        (path.first() == QLatin1String("evidence") || path.first() == QLatin1String("determination"));
}

void Difference::compare(const JsonValue *before, const JsonValue *after, const QStringList &path)
{
    const bool objects = (!before || before->asObject()) && (!after || after->asObject());
    if (objects && !isWhole(path)) {
        QStringList names;
        for (const JsonValue *side : {before, after}) {
            if (!side)
                continue;
            for (const JsonValue::Member &member : *side->asObject()) {
                if (!names.contains(member.first))
                    names << member.first;
            }
        }
        for (const QString &name : std::as_const(names))
            compare(before ? before->member(name) : nullptr, after ? after->member(name) : nullptr, path + QStringList(name));
        return;
    }
    if (before && after && *before == *after)
        return;
    QString place;
    for (const QString &token : path)
        place = jsonPointer(place, token);
    static const QSet<QString> ofRequest{QStringLiteral("received_at"), QStringLiteral("channel"),
        QStringLiteral("urgency"), QStringLiteral("timing"), QStringLiteral("line_of_business"),
        QStringLiteral("state")};
    const QString part = ofRequest.contains(path.first()) ? QStringLiteral("request") : path.first();
    m_found.append({place, labelIn(parts, part), fieldOf(path), wordsOf(path, before), wordsOf(path, after)});
}

QString Difference::fieldOf(const QStringList &path) const
{
    const QString &last = path.last();
    if (path.first() == QLatin1String("facts") || path.first() == QLatin1String("evidence")) {
        const int fact = m_policy.factIndex(last);
        return fact < 0 ? last : m_policy.facts.at(fact).label;
    }
    if (path.first() == QLatin1String("recorded")) {
        for (const RecordedItem &item : m_policy.recorded) {
            if (item.id == last)
                return item.label;
        }
    }
    return labelIn(fields, last);
}

QString Difference::answerWords(const QString &factId, const JsonValue &value) const
{
    if (value.isNull())
        return Say::tr("not documented");
    const int fact = m_policy.factIndex(factId);
    const QString word = value.asBool() ? (*value.asBool() ? QStringLiteral("true") : QStringLiteral("false"))
                                        : inWords(value);
    if (fact >= 0) {
        for (const FactOption &option : m_policy.facts.at(fact).options) {
            if (option.value == word)
                return option.label;
        }
    }
    return word;
}

/// Of a list of pointers: "Member: Name, Provider: NPI".
QString fieldNames(const JsonValue &pointers)
{
    QStringList names;
    for (const JsonValue &each : pointers.asArray() ? *pointers.asArray() : JsonValue::Array()) {
        const QStringList path = (each.asString() ? *each.asString() : QString()).split(u'/', Qt::SkipEmptyParts);
        if (path.size() == 1)
            names << labelIn(fields, path.first());
        else if (path.size() > 1)
            names << Say::tr("%1: %2").arg(labelIn(parts, path.first()), labelIn(fields, path.last()));
    }
    return names.join(QStringLiteral(", "));
}

QString Difference::wordsOf(const QStringList &path, const JsonValue *value) const
{
    if (!value)
        return {};
    if (path.first() == QLatin1String("facts"))
        return answerWords(path.last(), *value);
    if (path.first() == QLatin1String("unconfirmed"))
        return fieldNames(*value);
    const QString words = inWords(*value);
    const auto labelled = [&words](auto found) { return found ? label(*found) : words; };
    if (path.size() == 1) {
        if (path.first() == QLatin1String("channel"))
            return labelled(channelFromWord(words));
        if (path.first() == QLatin1String("urgency"))
            return labelled(urgencyFromWord(words));
        if (path.first() == QLatin1String("timing"))
            return labelled(timingFromWord(words));
        if (path.first() == QLatin1String("line_of_business"))
            return labelled(lineOfBusinessFromWord(words));
    }
    if (path.last() == QLatin1String("decision"))
        return labelled(decisionFromWord(words));
    if (value->member(u"name")) // a person
        return value->text(u"name");
    return words;
}

} // namespace

QList<FieldDifference> differences(const ReviewCase &before, const ReviewCase &after, const Policy &policy)
{
    JsonValue first = toJson(before, policy);
    JsonValue second = toJson(after, policy);
    Difference difference(policy);
    difference.compare(&first, &second, {});
    QList<FieldDifference> found = difference.take();
    found.removeIf([](const FieldDifference &one) {
        return one.place == QLatin1String("/number") || one.place.startsWith(QLatin1String("/policy/"));
    });
    return found;
}

} // namespace reviewdesk
