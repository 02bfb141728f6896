#pragma once

#include <QProcess>

namespace reviewdesk {

/// What a process said before it ended; -1: it did not end by itself.
struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline Ended runProgram(const QString &program, const QStringList &arguments, const QByteArray &input,
    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(240'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The program with a verb, as a person or a script runs it.
inline Ended run(const QStringList &arguments, const QByteArray &input)
{
    return runProgram(QStringLiteral(REVIEWDESK), arguments, input);
}

} // namespace reviewdesk
