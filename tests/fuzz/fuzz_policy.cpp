#include "FuzzTarget.h"

#include "policy/Evaluator.h"
#include "policy/PolicyReader.h"

#include <QFile>

using namespace reviewdesk;

namespace {

const QByteArray &schema()
{
    static const QByteArray text = [] {
        QFile file(QStringLiteral(RESOURCES "/policies/policy.schema.json"));
        promise(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }();
    return text;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const PolicyReading reading = readPolicy(json, schema());
    for (const Error &problem : reading.problems)
        promise(!problem.code.isEmpty() && !problem.message.isEmpty());
    if (reading.ok()) { // whatever is accepted can be evaluated
        const Evaluator evaluator(reading.policy);
        const Evaluation evaluation = evaluator.evaluate(Answers(static_cast<int>(reading.policy.facts.size())));
        promise(static_cast<qsizetype>(evaluation.criteria.size()) == reading.policy.criteria.size());
    }
    return 0;
}
