#include "cases/Rulebook.h"

#include "cases/CaseFile.h"
#include "cases/PackFiles.h"
#include "cases/PackVersions.h"
#include "policy/FileContent.h"
#include "policy/PolicyReader.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Rulebook)
};

/// Of the packs that have begun the one that began last.
Result<PackFile> packOn(const QDate &today, const QString &resources)
{
    const Result<QList<PackFile>> packs = packsLyingIn(resources);
    if (!packs)
        return packs.error();
    const auto later = std::find_if(
        packs->cbegin(), packs->cend(), [&today](const PackFile &pack) { return pack.begins > today; });
    return later == packs->cbegin() ? *later : *std::prev(later);
}

} // namespace

QString versionKey(const QString &policyId, const QString &version)
{
    return policyId + QLatin1Char('/') + version;
}

void enterEffective(Policy &policy, const PlanTerms &terms)
{
    const auto entry = terms.effective.constFind(versionKey(policy.id, policy.version));
    if (policy.effective.isEmpty() && entry != terms.effective.cend() && entry->from.isValid())
        policy.effective = entry->from.toString(Qt::ISODate);
}

namespace {

Result<Policy> policyOn(const QDate &today, const QString &resources)
{
    const Result<PackFile> file = packOn(today, resources);
    if (!file.ok())
        return file.error();
    const Result<QByteArray> pack = fileContent(file->path);
    if (!pack.ok())
        return pack.error();
    const Result<QByteArray> schema = fileContent(resources + QLatin1String("/policies/policy.schema.json"));
    if (!schema.ok())
        return schema.error();
    PolicyReading reading = readPolicy(*pack, *schema);
    if (!reading.ok()) {
        const Error &first = reading.problems.first();
        return Error{first.code, first.message, file->path + QLatin1Char('#') + first.place};
    }
    return std::move(reading.policy);
}

Result<DueRules> dueRulesIn(const QString &rules)
{
    QList<QByteArray> contents;
    for (const char *name :
        {"due-dates.json", "due-dates.schema.json", "holidays-us-federal.json", "holidays-us-federal.schema.json"}) {
        Result<QByteArray> content = fileContent(rules + QLatin1String(name));
        if (!content.ok())
            return content.error();
        contents.append(std::move(*content));
    }
    return readDueRules(contents.at(0), contents.at(1), contents.at(2), contents.at(3));
}

} // namespace

Result<Policy> newestPolicy(const QString &resources)
{
    return policyOn(QDate::currentDate(), resources);
}

Result<std::shared_ptr<const Rulebook>> loadRulebook(
    const QString &resources, const QTimeZone &zone, const PlanTerms &terms)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return loadRulebookOn(zone.isValid() ? now.toTimeZone(zone).date() : QDate(), resources, zone, terms);
}

bool isInForce(const Rulebook &rulebook, const QDate &today)
{
    const Result<PackFile> pack = packOn(today, rulebook.resources);
    return !pack || pack->version.isEmpty() ||
        (pack->id == rulebook.policy.id && pack->version == rulebook.policy.version);
}

QDate beginOfVersion(const Rulebook &rulebook, const QString &version)
{
    const Result<QList<PackFile>> packs = packsLyingIn(rulebook.resources);
    if (!packs)
        return {};
    const auto last = std::find_if(packs->crbegin(), packs->crend(), [&](const PackFile &pack) {
        return pack.id == rulebook.policy.id && pack.version == version;
    });
    return last == packs->crend() ? QDate() : last->begins;
}

Result<std::shared_ptr<const Rulebook>> loadRulebookOn(
    const QDate &today, const QString &resources, const QTimeZone &zone, const PlanTerms &terms)
{
    if (!zone.isValid())
        return Error{
            QStringLiteral("unknown_time_zone"), Say::tr("The plan's time zone is not known on this computer."), {}};
    Result<Policy> policy = policyOn(today, resources);
    if (!policy.ok())
        return policy.error();
    const QString rules = resources + QLatin1String("/rules/");
    Result<DueRules> dueRules = dueRulesIn(rules);
    if (!dueRules.ok())
        return dueRules.error();
    const QString schemaFile = rules + QLatin1String("case.schema.json");
    const Result<QByteArray> schemaText = fileContent(schemaFile);
    if (!schemaText.ok())
        return schemaText.error();
    Result<JsonSchema> schema = JsonSchema::compile(*schemaText);
    if (!schema.ok())
        return Error{schema.error().code, schema.error().message, schemaFile};
    enterEffective(*policy, terms);
    Evaluator evaluator(*policy);
    return std::shared_ptr<const Rulebook>(new Rulebook{
        std::move(*policy), std::move(evaluator), std::move(*dueRules), std::move(*schema), zone, resources, terms});
}

CaseView viewOf(const ReviewCase &reviewCase, const Rulebook &rulebook, const ClockEvents &clock)
{
    CaseView view;
    view.interview = interview(rulebook.policy, answersOf(reviewCase, rulebook.policy));
    rulebook.evaluator.evaluate(view.interview.effective, view.evaluation);
    view.due = dueDates(reviewCase.request, clock, rulebook.dueRules, rulebook.zone);
    return view;
}

} // namespace reviewdesk
