#pragma once

#include "StoreDesk.h"
#include "VerbRun.h"

namespace reviewdesk {

/// A workspace, and the program run on it by one of its people.
class VerbDesk {
protected:
    void sitDown();
    Ended import(const QStringList &files, const QByteArray &login = "nora");
    Ended exported(const QString &number, const QString &format);
    QStringList numbers();

    std::unique_ptr<StoreDesk> m_desk;
};

inline void VerbDesk::sitDown()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
}

inline Ended VerbDesk::import(const QStringList &files, const QByteArray &login)
{
    return run(QStringList{QStringLiteral("import"), QStringLiteral("--workspace"), m_desk->directory(),
                   QStringLiteral("--user"), QString::fromLatin1(login)} +
            files,
        login + '\n');
}

inline Ended VerbDesk::exported(const QString &number, const QString &format)
{
    return run({QStringLiteral("export"), QStringLiteral("--workspace"), m_desk->directory(), QStringLiteral("--user"),
                   QStringLiteral("nora"), QStringLiteral("--case"), number, QStringLiteral("--format"), format},
        "nora\n");
}

inline QStringList VerbDesk::numbers()
{
    QStringList all;
    for (const WorklistRow &row : m_desk->opened(QStringLiteral("nora"))->worklist({}).value())
        all.append(row.number);
    all.sort();
    return all;
}

} // namespace reviewdesk
