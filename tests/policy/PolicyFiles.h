#pragma once

#include "policy/PolicyReader.h"

#include <QFile>

namespace reviewdesk::test {

inline QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray packSchema()
{
    return fileBytes(QStringLiteral(RESOURCES "/policies/policy.schema.json"));
}

inline QByteArray med140Bytes()
{
    return fileBytes(QStringLiteral(RESOURCES "/policies/med140/origin-2010-12.json"));
}

inline QByteArray secondPackBytes()
{
    return fileBytes(QStringLiteral(TEST_DATA "/policy/second-pack.json"));
}

/// Problems as lines "pointer: message (code)", for comparing and for reading a failure.
inline QStringList problemLines(const PolicyReading &reading)
{
    QStringList lines;
    for (const Error &problem : reading.problems)
        lines.append(QStringLiteral("%1: %2 (%3)").arg(problem.place, problem.message, problem.code));
    return lines;
}

} // namespace reviewdesk::test
