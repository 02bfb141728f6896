#pragma once

#include "app/Verb.h"
#include "store/Workspace.h"

#include <optional>

class QCommandLineParser;

namespace reviewdesk {

/// What every verb on a workspace is told: --workspace DIR, --user NAME, and the passphrase from --passphrase-file FILE
/// or standard input, never from the arguments.
struct WorkspaceCall {
    QString directory;
    QString user; ///< empty: the first account
    QByteArray passphrase; ///< UTF-8; wiped with this
    QString wrong; ///< why the call is wrong; empty: it is not

    static void declareOptions(QCommandLineParser &parser);
    /// Parses a call with the parser's options, these and --help; the exit status where it ends with that: help was
    /// asked for, or the call is wrong, which is said.
    static std::optional<int> ended(const Verb &verb, QCommandLineParser &parser, const QStringList &arguments);
    /// Says why the call is wrong, if it is.
    bool isRight(const Verb &verb) const;
    enum class Files { None, Taken };
    /// Reads the options and the first line of the passphrase's source. `files`: whether names of files may stand
    /// beside the options.
    static WorkspaceCall from(const QCommandLineParser &parser, Files files = Files::None);

    /// What it names, opened by the rules compiled in; what the workspace remarks is said.
    Result<std::unique_ptr<Workspace>> opened(const char *verb, const Clock &clock) const;

    WorkspaceCall() = default;
    ~WorkspaceCall();
    WorkspaceCall(WorkspaceCall &&) = default;
    WorkspaceCall &operator=(WorkspaceCall &&) = default;
    WorkspaceCall(const WorkspaceCall &) = delete;
    WorkspaceCall &operator=(const WorkspaceCall &) = delete;
};

/// Prints what is shown once. Where it did not get out whole, the error `not_shown`, which says what helps.
Result<void> printRecoveryKey(const QString &line);
/// The exit status of what failed so.
int exitStatusOf(const Error &error);

/// The rules compiled in, their days in `zone`; a workspace that is opened with them says its own.
Result<std::shared_ptr<const Rulebook>> compiledRulebook(const QByteArray &zone = "America/Los_Angeles");

} // namespace reviewdesk
