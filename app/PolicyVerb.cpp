#include "app/PolicyVerb.h"

#include "policy/FileContent.h"
#include "policy/PolicyReader.h"

#include <QCoreApplication>


namespace reviewdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PolicyVerb", text);
}

int help()
{
    tell(tr("Usage: reviewdesk policy check FILE"));
    tell(QString());
    tell(tr("Checks a policy pack and prints every problem, one a line: its place (a JSON pointer), what is wrong, a "
             "code."));
    tell(tr("A pack without problems is answered with its id, version, digest and what it holds."));
    tell(QString());
    tell(tr("  -h, --help   this"));
    tell(QString());
    tell(tr("Exit status: 0 no problem, 1 problems, 2 wrong call or the file could not be read."));
    return ExitDone;
}

int answer(const QString &file, const PolicyReading &reading)
{
    for (const Error &problem : reading.problems) {
        const QString place = problem.place.isEmpty() ? tr("(whole document)") : problem.place;
        tell(QStringLiteral("%1: %2 (%3)").arg(place, problem.message, problem.code));
    }
    if (!reading.ok()) {
        complain(QStringLiteral("policy check"), tr("%1: problems found: %2").arg(file).arg(reading.problems.size()));
        return ExitRefused;
    }
    const Policy &policy = reading.policy;
    tell(tr("%1 version %2, effective date %3")
              .arg(policy.id, policy.version, policy.effective.isEmpty() ? tr("not stated") : policy.effective));
    tell(tr("sha256 %1").arg(policy.digest));
    tell(tr(
        "%1 facts, %2 criteria, %3 outcomes, %4 required documents, %5 codes, %6 recorded items, %7 notes; no problems")
              .arg(policy.facts.size())
              .arg(policy.criteria.size())
              .arg(policy.outcomes.size())
              .arg(policy.documentation.size())
              .arg(policy.codes.size())
              .arg(policy.recorded.size())
              .arg(policy.notes.size()));
    return ExitDone;
}

} // namespace

QString PolicyVerb::name() const
{
    return QStringLiteral("policy");
}

QString PolicyVerb::summary() const
{
    return tr("check FILE: validates a policy pack, every problem with its place");
}

int PolicyVerb::run(const QStringList &arguments)
{
    if (arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h")))
        return help();
    if (arguments.size() != 2 || arguments.front() != QLatin1String("check")) {
        complain(name(), tr("the call is: reviewdesk policy check FILE"));
        return ExitWrongCall;
    }
    const Result<QByteArray> pack = fileContent(arguments.at(1));
    const Result<QByteArray> schema = fileContent(QStringLiteral(":/policies/policy.schema.json"));
    for (const Result<QByteArray> *file : {&pack, &schema}) {
        if (*file)
            continue;
        complain(QStringLiteral("policy check"),
            tr("%1 cannot be read: %2").arg(file->error().place, file->error().message));
        return ExitWrongCall;
    }
    return answer(arguments.at(1), readPolicy(*pack, *schema));
}

} // namespace reviewdesk
