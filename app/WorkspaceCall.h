#pragma once

#include "app/Verb.h"
#include "store/Workspace.h"

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
    /// Reads the options and the first line of the passphrase's source.
    static WorkspaceCall from(const QCommandLineParser &parser);

    WorkspaceCall() = default;
    ~WorkspaceCall();
    WorkspaceCall(WorkspaceCall &&) = default;
    WorkspaceCall &operator=(WorkspaceCall &&) = default;
    WorkspaceCall(const WorkspaceCall &) = delete;
    WorkspaceCall &operator=(const WorkspaceCall &) = delete;
};

/// The rules compiled in, in Pacific time until a workspace says its own.
Result<std::shared_ptr<const Rulebook>> compiledRulebook(const QByteArray &zone);

} // namespace reviewdesk
