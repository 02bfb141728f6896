#pragma once

#include "VerbRun.h"

#include <QJsonDocument>

namespace reviewdesk {

/// What `evaluate` said.
struct Run {
    int status = -1;
    QList<QByteArray> lines; ///< of standard output
    QByteArray complaints;
    bool endedWithLineFeed = true;
};

inline Run evaluate(const QByteArray &input, const QStringList &arguments = {})
{
    const Ended ended = run(QStringList{QStringLiteral("evaluate")} + arguments, input);
    Run told;
    told.status = ended.code;
    told.endedWithLineFeed = ended.out.isEmpty() || ended.out.endsWith('\n');
    if (ended.out.size() > 1)
        told.lines = ended.out.chopped(1).split('\n');
    told.complaints = ended.err;
    return told;
}

inline QByteArray lineOf(const QByteArray &id, const QByteArray &facts = "{}")
{
    return "{\"id\":\"" + id + "\",\"facts\":" + facts + "}";
}

/// Whether the line is this error in exactly the contract's form; its message is free.
inline bool isError(const QByteArray &line, const QByteArray &id, const QByteArray &code, const QByteArray &pointer)
{
    const QByteArray before = "{\"id\":" + id + ",\"error\":{\"code\":\"" + code + "\",\"message\":\"";
    const QByteArray after = "\",\"pointer\":\"" + pointer + "\"}}";
    return line.startsWith(before) && line.endsWith(after) && line.size() > before.size() + after.size() &&
        QJsonDocument::fromJson(line).isObject();
}

} // namespace reviewdesk
