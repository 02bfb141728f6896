#include "cases/Rulebook.h"

#include "cases/CaseFile.h"
#include "cases/PackVersions.h"
#include "policy/FileContent.h"
#include "policy/PolicyReader.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Rulebook)
};

/// The day from which a pack holds: its effective date, else its date of origin ("December 2010").
QDate beginningOf(const JsonValue &pack)
{
    const QDate effective = dateFromWords(pack.text(u"effective"));
    return effective.isValid() ? effective
                               : QLocale::c().toDate(pack.text(u"origin"), QStringLiteral("MMMM yyyy"));
}

/// A pack's file, as far as is asked which one holds; of what cannot be read or is no JSON (refused where it is
/// chosen) only where it lies.
struct PackFile {
    QDate begins;
    QString path;
    QString id;
    QString version;
};

/// In the order in which they begin, whatever their files are called; of two that begin on one day the one whose path sorts
/// last is the later. That a supervisor entered a day for it makes no pack begin: a slip there would change what cases are judged by.
Result<QList<PackFile>> packsLyingIn(const QString &resources)
{
    QList<PackFile> packs;
    QDirIterator files(
        resources + QLatin1String("/policies"), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.endsWith(QLatin1String(".schema.json")))
            continue;
        const Result<QByteArray> bytes = fileContent(path);
        const Result<JsonValue> pack = bytes ? readJson(*bytes) : Result<JsonValue>(bytes.error());
        packs.append(pack ? PackFile{beginningOf(*pack), path, pack->text(u"id"), pack->text(u"version")} : PackFile{{}, path, {}, {}});
    }
    if (packs.isEmpty())
        return Error{
            QStringLiteral("no_policy"), Say::tr("There is no policy pack."), resources + QLatin1String("/policies")};
    std::sort(packs.begin(), packs.end(), [](const PackFile &one, const PackFile &other) {
        return std::tie(one.begins, one.path) < std::tie(other.begins, other.path);
    });
    return packs;
}

/// What is compiled in is read once: every save asks, and every step.
Result<QList<PackFile>> packsIn(const QString &resources)
{
    if (resources != QLatin1String(":"))
        return packsLyingIn(resources);
    static const Result<QList<PackFile>> compiledIn = packsLyingIn(QStringLiteral(":"));
    return compiledIn;
}

/// Of the packs that have begun the one that began last.
Result<PackFile> packOn(const QDate &today, const QString &resources)
{
    const Result<QList<PackFile>> packs = packsIn(resources);
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
    const Result<QList<PackFile>> packs = packsIn(rulebook.resources);
    for (const PackFile &pack : packs ? *packs : QList<PackFile>()) {
        if (pack.id == rulebook.policy.id && pack.version == version)
            return pack.begins;
    }
    return {};
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
