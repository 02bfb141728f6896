#include "app/EvaluateVerb.h"

#include "app/LinePipeline.h"

#include "cases/Rulebook.h"
#include "policy/CaseLine.h"
#include "policy/Evaluator.h"
#include "policy/FileContent.h"
#include "policy/PolicyReader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <thread>
#include <unistd.h>

namespace reviewdesk {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("EvaluateVerb", text);
}

struct Call {
    bool help = false;
    QString policyFile; ///< empty: the policy that comes with the program
    QString input = QStringLiteral("-");
};

/// What is asked for; nothing, and a complaint, when the call is wrong.
std::optional<Call> callOf(const QStringList &arguments)
{
    Call call;
    QStringList inputs;
    bool optionsEnded = false;
    const auto wrong = [](const QString &message) {
        complain(QStringLiteral("evaluate"), message);
        return std::nullopt;
    };
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (optionsEnded || argument == u"-" || !argument.startsWith(u'-')) {
            inputs.push_back(argument);
        } else if (argument == u"--") {
            optionsEnded = true;
        } else if (argument == u"--help" || argument == u"-h") {
            call.help = true;
        } else if (argument == u"--policy" && i + 1 < arguments.size()) {
            call.policyFile = arguments[++i];
        } else if (argument.startsWith(u"--policy=")) {
            call.policyFile = argument.mid(argument.indexOf(u'=') + 1);
        } else if (argument == u"--policy") {
            return wrong(said("--policy needs a file"));
        } else {
            return wrong(said("there is no option %1; --help lists them").arg(argument));
        }
    }
    if (inputs.size() > 1)
        return wrong(said("one file at a time, or - for standard input"));
    if (!inputs.isEmpty())
        call.input = inputs.front();
    return call;
}

void printHelp()
{
    const QByteArray text =
        said("Usage: reviewdesk evaluate [--policy FILE] [FILE|-]\n"
             "\n"
             "Reads JSON Lines from FILE or standard input, one case a line:\n"
             "  {\"id\":\"a1\",\"facts\":{\"procedure\":\"tae\"}}\n"
             "and writes what the policy says of each, a line a case, in order. A fact that is left out was\n"
             "not asked yet; null was asked and is not documented. A line that cannot be evaluated is\n"
             "answered with its error.\n"
             "\n"
             "  --policy FILE   a policy pack instead of MED140\n"
             "  -h, --help      this\n"
             "\n"
             "Exit status: 0 all lines answered, 1 some with an error, 2 wrong call, or a file that cannot\n"
             "be read or written.\n")
            .toUtf8();
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
}

/// The policy; nothing, and every problem it has on standard error, when it cannot be used.
std::optional<Policy> policyFrom(const QString &file)
{
    const auto refuse = [](const Error &error) {
        complain(QStringLiteral("evaluate"), QStringLiteral("%1: %2").arg(error.place, error.message));
        return std::nullopt;
    };
    if (file.isEmpty()) {
        Result<Policy> newest = newestPolicy(QStringLiteral(":"));
        return newest ? std::optional(std::move(*newest)) : refuse(newest.error());
    }
    const Result<QByteArray> pack = fileContent(file);
    if (!pack)
        return refuse(pack.error());
    const Result<QByteArray> schema = fileContent(QStringLiteral(":/policies/policy.schema.json"));
    if (!schema)
        return refuse(schema.error());
    PolicyReading reading = readPolicy(*pack, *schema);
    for (const Error &problem : reading.problems)
        complain(QStringLiteral("evaluate"), QStringLiteral("%1: %2: %3").arg(file, problem.place, problem.message));
    return reading.ok() ? std::optional(std::move(reading.policy)) : std::nullopt;
}

/// Answers that were written lately, by what the case knows: caseloads repeat themselves. Bounded. Only what comes a
/// second time is kept, so that cases that all differ cost no more than a look at one number.
class LateAnswers {
public:
    /// What was kept for these answers, or nullptr.
    const std::string *find(const Answers &answers);
    /// What find() did not find; it is kept when it looks worth it, in the place of an older one.
    void offer(std::string_view rest);

private:
    struct Entry {
        std::string known; ///< an option a fact; unknown facts alike, as they are to the policy
        std::string rest;
    };
    static constexpr std::size_t places = 4096; ///< a power of two; about a kilobyte each
    std::vector<std::size_t> m_lastHashes = std::vector<std::size_t>(places);
    std::vector<Entry> m_entries = std::vector<Entry>(places);
    std::string m_known; ///< of the last find(), as is the rest
    std::size_t m_place = 0;
    bool m_comesAgain = false;
};

const std::string *LateAnswers::find(const Answers &answers)
{
    m_known.assign(reinterpret_cast<const char *>(answers.data()), static_cast<std::size_t>(answers.size()));
    for (char &option : m_known) {
        if (option < 0)
            option = static_cast<char>(Answers::Absent);
    }
    const std::size_t hash = std::hash<std::string>()(m_known);
    m_place = hash & (places - 1);
    m_comesAgain = m_lastHashes[m_place] == hash;
    m_lastHashes[m_place] = hash;
    if (!m_comesAgain || m_entries[m_place].known != m_known)
        return nullptr;
    return &m_entries[m_place].rest;
}

void LateAnswers::offer(std::string_view rest)
{
    if (m_comesAgain)
        m_entries[m_place] = {m_known, std::string(rest)};
}

/// Answers one line after the other, in memory that is used again. One for each thread.
class LineAnswerer {
public:
    LineAnswerer(const CaseLineReader &reader, const Evaluator &evaluator, const AnswerLineWriter &writer,
        std::atomic<bool> &refusedAny)
        : m_reader(reader), m_evaluator(evaluator), m_writer(writer), m_refusedAny(refusedAny)
    {
    }

    void answer(std::string_view block, std::string &to);

private:
    void answerLine(std::string_view line, std::string &to);

    const CaseLineReader &m_reader;
    const Evaluator &m_evaluator;
    const AnswerLineWriter &m_writer;
    std::atomic<bool> &m_refusedAny;
    CaseLine m_line;
    Evaluation m_evaluation;
    LateAnswers m_lateAnswers;
};

void LineAnswerer::answer(std::string_view block, std::string &to)
{
    while (!block.empty()) {
        const std::size_t lineFeed = block.find('\n');
        std::string_view line = block.substr(0, lineFeed);
        block.remove_prefix(lineFeed == std::string_view::npos ? block.size() : lineFeed + 1);
        if (lineFeed != std::string_view::npos && line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() ||
            ((line.front() == ' ' || line.front() == '\t' || line.front() == '\r') && CaseLineReader::isBlank(line)))
            continue;
        answerLine(line, to);
    }
}

void LineAnswerer::answerLine(std::string_view line, std::string &to)
{
    m_reader.read(line, m_line);
    if (!m_line.ok()) {
        m_refusedAny.store(true, std::memory_order_relaxed);
        AnswerLineWriter::appendError(m_line, to);
        return;
    }
    AnswerLineWriter::appendBeginning(m_line, to);
    if (const std::string *rest = m_lateAnswers.find(m_line.answers)) {
        to += *rest;
        return;
    }
    const std::size_t beginningEnd = to.size();
    m_evaluator.evaluate(m_line.answers, m_evaluation);
    m_writer.appendRest(m_evaluation, to);
    m_lateAnswers.offer(std::string_view(to).substr(beginningEnd));
}

int answerAll(const Policy &policy, int input, const QString &inputName)
{
    const Evaluator evaluator(policy);
    const CaseLineReader reader(policy);
    const AnswerLineWriter writer(policy);
    std::atomic<bool> refusedAny = false;
    // One more than there are cores: while one waits for its turn to write, the others keep the cores busy.
    std::vector<LineAnswerer> answerers(
        std::max(1u, std::thread::hardware_concurrency()) + 1, LineAnswerer(reader, evaluator, writer, refusedAny));
    std::vector<LinePipeline::Work> workers;
    for (LineAnswerer &answerer : answerers)
        workers.push_back([&answerer](std::string_view block, std::string &to) { answerer.answer(block, to); });

    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is a write that fails
    LinePipeline pipeline(input, STDOUT_FILENO, CaseLineReader::maxLineBytes);
    const LinePipeline::End end = pipeline.run(workers);
    if (end == LinePipeline::End::Done)
        return refusedAny ? ExitRefused : ExitDone;
    const QString what = end == LinePipeline::End::CannotRead ? inputName : said("standard output");
    complain(QStringLiteral("evaluate"), QStringLiteral("%1: %2").arg(what, qt_error_string(pipeline.error())));
    return ExitWrongCall;
}

} // namespace

QString EvaluateVerb::summary() const
{
    return said("JSON Lines of cases in, what the policy says of each out");
}

int EvaluateVerb::run(const QStringList &arguments)
{
    const std::optional<Call> call = callOf(arguments);
    if (!call)
        return ExitWrongCall;
    if (call->help) {
        printHelp();
        return ExitDone;
    }
    const std::optional<Policy> policy = policyFrom(call->policyFile);
    if (!policy)
        return ExitWrongCall;
    if (call->input == u"-")
        return answerAll(*policy, STDIN_FILENO, said("standard input"));

    const int file = ::open(QFile::encodeName(call->input).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        complain(name(), QStringLiteral("%1: %2").arg(call->input, qt_error_string(errno)));
        return ExitWrongCall;
    }
    const int status = answerAll(*policy, file, call->input);
    ::close(file);
    return status;
}

} // namespace reviewdesk
