#include "FuzzTarget.h"

#include "policy/CaseLine.h"
#include "policy/Evaluator.h"
#include "policy/PolicyReader.h"

#include <QFile>

using namespace reviewdesk;

namespace {

const Policy &policy()
{
    static const Policy read = [] {
        QFile schema(QStringLiteral(RESOURCES "/policies/policy.schema.json"));
        QFile pack(QStringLiteral(RESOURCES "/policies/med140/origin-2010-12.json"));
        promise(schema.open(QIODevice::ReadOnly) && pack.open(QIODevice::ReadOnly));
        const PolicyReading reading = readPolicy(pack.readAll(), schema.readAll());
        promise(reading.ok());
        return reading.policy;
    }();
    return read;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static const CaseLineReader reader(policy());
    static const AnswerLineWriter writer(policy());
    static const Evaluator evaluator(policy());
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    CaseLine line;
    std::string answer;
    for (std::size_t from = 0; from <= text.size();) { // one line after the other into the same memory
        const std::size_t end = std::min(text.find('\n', from), text.size());
        reader.read(text.substr(from, end - from), line);
        if (line.ok()) {
            AnswerLineWriter::appendBeginning(line, answer);
            writer.appendRest(evaluator.evaluate(line.answers), answer);
        } else {
            promise(!line.errorMessage.empty());
            AnswerLineWriter::appendError(line, answer);
        }
        from = end + 1;
    }
    for (const char c : answer)
        promise(static_cast<unsigned char>(c) >= 0x20 || c == '\n'); // nothing of the input breaks a line of ours
    return 0;
}
