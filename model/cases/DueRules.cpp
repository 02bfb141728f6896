#include "cases/CaseFile.h"
#include "cases/DueDate.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DueDate)
};

/// A file that passed its schema, or its first problem with the file's name before the pointer.
Result<JsonValue> checked(const QByteArray &json, const QByteArray &schema, const QString &file)
{
    Result<JsonValue> read = readJson(json);
    if (!read.ok())
        return Error{read.error().code, read.error().message, file + read.error().place};
    const QList<Error> problems = schemaProblems(read.value(), schema);
    if (!problems.isEmpty())
        return Error{problems.first().code, problems.first().message, file + problems.first().place};
    return read;
}

template <typename Value>
QList<Value> wordsOf(const JsonValue &rule, QStringView name, std::optional<Value> (*from)(QStringView))
{
    QList<Value> values;
    const JsonValue *listed = rule.member(name);
    if (!listed)
        return values;
    for (const JsonValue &word : *listed->asArray())
        values.append(*from(*word.asString()));
    return values;
}

bool flagOf(const JsonValue &rule, QStringView name)
{
    const JsonValue *flag = rule.member(name);
    return flag && *flag->asBool();
}

LimitUnit unitFromWord(const QString &word)
{
    if (word == QLatin1String("hours"))
        return LimitUnit::Hours;
    return word == QLatin1String("business_days") ? LimitUnit::BusinessDays : LimitUnit::CalendarDays;
}

/// No limit when there is none.
TimeLimit limitOf(const JsonValue *limit)
{
    if (!limit)
        return {};
    return {static_cast<int>(*limit->member(u"limit")->asInteger()), unitFromWord(limit->text(u"unit"))};
}

std::optional<ExtensionRule> extensionOf(const JsonValue *extension)
{
    if (!extension)
        return std::nullopt;
    return ExtensionRule{limitOf(extension), extension->text(u"citation"), flagOf(*extension, u"verified"),
        extension->text(u"notice") == QLatin1String("within_first_period")};
}

InformationRule::Effect effectFromWord(const QString &word)
{
    using Effect = InformationRule::Effect;
    if (word == QLatin1String("clock_stops"))
        return Effect::ClockStops;
    if (word == QLatin1String("decide_after_wait"))
        return Effect::DecideAfterWait;
    return word == QLatin1String("later_of") ? Effect::LaterOf : Effect::ClockRuns;
}

std::optional<InformationRule> informationOf(const JsonValue *information)
{
    if (!information)
        return std::nullopt;
    InformationRule rule;
    rule.effect = effectFromWord(information->text(u"effect"));
    rule.fromNotice = information->text(u"from") == QLatin1String("notice");
    rule.askWithin = limitOf(information->member(u"ask_within"));
    rule.giveAtLeast = limitOf(information->member(u"give_at_least"));
    rule.decideWithin = limitOf(information->member(u"decide_within"));
    rule.fromRequest = limitOf(information->member(u"from_request"));
    rule.citation = information->text(u"citation");
    rule.verified = flagOf(*information, u"verified");
    return rule;
}

/// `row` has passed the schema, so that every member has its type and every word its meaning.
DueRule ruleOf(const JsonValue &row)
{
    DueRule rule;
    rule.id = row.text(u"id");
    rule.linesOfBusiness = wordsOf(row, u"lines_of_business", lineOfBusinessFromWord);
    rule.state = row.text(u"state");
    rule.urgency = urgencyFromWord(row.text(u"urgency"));
    rule.timings = wordsOf(row, u"timings", timingFromWord);
    rule.channels = wordsOf(row, u"channels", channelFromWord);
    rule.from = dateFromWords(row.text(u"from"));
    rule.until = dateFromWords(row.text(u"until"));
    rule.appeal = row.text(u"review") == QLatin1String("appeal");
    rule.limit = limitOf(&row);
    rule.holidaysExcluded = flagOf(row, u"holidays_excluded");
    rule.citation = row.text(u"citation");
    rule.verified = flagOf(row, u"verified");
    rule.note = row.text(u"note");
    rule.extension = extensionOf(row.member(u"extension"));
    rule.information = informationOf(row.member(u"information"));
    return rule;
}

/// A date that the pattern let pass but that does not exist, e.g. 2026-02-30.
std::optional<Error> impossibleDate(const JsonValue &row, QStringView name, const QString &place)
{
    const QString words = row.text(name);
    if (words.isEmpty() || dateFromWords(words).isValid())
        return std::nullopt;
    return Error{
        QStringLiteral("invalid_date"), Say::tr("%1 is not a date that exists.").arg(words), jsonPointer(place, name)};
}

} // namespace

Result<DueRules> readDueRules(const QByteArray &rules, const QByteArray &rulesSchema, const QByteArray &holidays,
    const QByteArray &holidaysSchema)
{
    const QString rulesFile = QStringLiteral("due-dates.json#");
    const QString holidaysFile = QStringLiteral("holidays-us-federal.json#");
    const Result<JsonValue> rows = checked(rules, rulesSchema, rulesFile);
    if (!rows.ok())
        return rows.error();
    const Result<JsonValue> calendar = checked(holidays, holidaysSchema, holidaysFile);
    if (!calendar.ok())
        return calendar.error();

    DueRules read;
    QString place = rulesFile + QLatin1String("/rules");
    for (const JsonValue &row : *rows->member(u"rules")->asArray()) {
        const QString rowPlace = jsonPointer(place, read.rules.size());
        for (const QStringView name : {QStringView(u"from"), QStringView(u"until")}) {
            if (const std::optional<Error> error = impossibleDate(row, name, rowPlace))
                return *error;
        }
        read.rules.append(ruleOf(row));
    }
    place = holidaysFile + QLatin1String("/days");
    for (const JsonValue &day : *calendar->member(u"days")->asArray()) {
        if (const std::optional<Error> error = impossibleDate(day, u"date", jsonPointer(place, read.holidays.size())))
            return *error;
        read.holidays.append(dateFromWords(day.text(u"date")));
    }
    std::sort(read.holidays.begin(), read.holidays.end());
    return read;
}

} // namespace reviewdesk
