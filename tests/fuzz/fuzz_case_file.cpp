#include "FuzzRulebook.h"

#include "cases/CaseFile.h"
#include "cases/Finding.h"

using namespace reviewdesk;

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const Rulebook &rules = rulebook();
    const QByteArray json(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const CaseReading reading = readCase(json, rules.policy, rules.caseSchema);
    for (const Error &problem : reading.problems)
        promise(!problem.code.isEmpty() && !problem.message.isEmpty());
    if (!reading.ok())
        return 0;
    // What is accepted is kept, comes back the same, and can be looked at.
    const QByteArray kept = canonicalJson(toJson(reading.reviewCase, rules.policy));
    const CaseReading again = readCase(kept, rules.policy, rules.caseSchema);
    promise(again.ok() && canonicalJson(toJson(again.reviewCase, rules.policy)) == kept);
    const CaseView view = viewOf(reading.reviewCase, rules);
    (void)summaryOf(reading.reviewCase, view, rules);
    return 0;
}
