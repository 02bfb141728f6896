#pragma once

#include "StoreDesk.h"

#include "store/Worklist.h"

#include <QTest>

namespace reviewdesk {

/// A workspace with nora at it, and five cases of members whose names are hard to find.
class NamedWorklist {
protected:
    void begin();
    QList<WorklistRow> found(const WorklistQuery &query);

    StoreDesk m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

inline void NamedWorklist::begin()
{
    m_desk.made();
    m_workspace = m_desk.opened(QStringLiteral("nora"));
    for (const char *name : {"José Núñez", "Zoë O'Brien", "Li Wu", "Ana Example", "100% \"Quoted\""}) {
        ReviewCase reviewCase = StoreDesk::request(QString::fromUtf8(name));
        reviewCase.member.memberId =
            QStringLiteral("M-") + QString::number(qHash(QString::fromUtf8(name)) % 90000 + 10000);
        const Result<StoredCase> made = m_workspace->createCase(reviewCase);
        QVERIFY2(made.ok(), why(made));
    }
}

inline QList<WorklistRow> NamedWorklist::found(const WorklistQuery &query)
{
    const Result<QList<WorklistRow>> rows = m_workspace->worklist(query);
    if (!rows)
        qFatal("%s", why(rows).constData());
    return *rows;
}

} // namespace reviewdesk
