#pragma once

#include "support/Result.h"

#include <QCommandLineOption>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QCommandLineParser;

namespace reviewdesk {

/// How a verb ends, as the command line promises.
enum ExitStatus : int {
    ExitDone = 0,
    ExitRefused = 1, ///< some input was refused: said which and why
    ExitWrongCall = 2, ///< the call was wrong, or a file could not be read or written
};

/// One command-line verb. Links no widgets; passphrases never come from arguments.
class Verb {
public:
    virtual ~Verb() = default;
    virtual QString name() const = 0; ///< "evaluate"
    virtual QString summary() const = 0; ///< one line for --help
    virtual bool needsFonts() const { return false; } ///< then a QGuiApplication is made, without a display
    /// `arguments` are those after the verb. Answers on standard output, complaints on standard error.
    virtual int run(const QStringList &arguments) = 0;
};

/// Adds --help and -h, and nothing of Qt's own options beside them.
QCommandLineOption addHelp(QCommandLineParser &parser);
/// What --help prints: "Usage: reviewdesk VERB [options]", the description, the options.
/// Manual pages are made from it.
void printHelp(const Verb &verb, const QCommandLineParser &parser);

/// Every verb of the program.
std::vector<std::unique_ptr<Verb>> allVerbs();

/// Words that came from outside, on one line: control and format characters do not reach the terminal.
QString forTerminal(QString words);

/// A line on standard output, for a terminal.
void tell(const QString &line);

/// A line on standard error: "reviewdesk VERB: message", for a terminal.
void complain(const QString &verb, const QString &message);
/// The same: "reviewdesk VERB: file: place: message", without what is empty.
void complain(const QString &verb, const QString &file, const Error &error);

/// For a log, where nothing of a member is (a job's holds both streams): the reason of a refusal without what it quotes from
/// the file.
QString withoutValues(QString reason);

} // namespace reviewdesk
