#pragma once

#include "StoreDesk.h"

#include <QTest>

namespace reviewdesk {

/// A letter as the composer would give it, by its kind and to whom it goes.
inline IssuedLetter letterFor(const StoredCase &stored, const char *kind, const char *recipient)
{
    IssuedLetter letter;
    letter.caseId = stored.id;
    letter.kind = QString::fromLatin1(kind);
    letter.recipient = QString::fromLatin1(recipient);
    letter.title = QStringLiteral("Approval");
    letter.html = QStringLiteral("<p>Approved for José.</p>");
    letter.text = QStringLiteral("Approved for José.");
    letter.templateVersion = QStringLiteral("1");
    letter.digest = QStringLiteral("0123");
    letter.sample = true;
    return letter;
}

/// A workspace with nora at it, and a case that she has approved.
class LetterDesk {
protected:
    void sitDown()
    {
        m_workspace.reset();
        m_desk = std::make_unique<StoreDesk>();
        m_desk->made();
        m_workspace = m_desk->opened(QStringLiteral("nora"));
        const Result<StoredCase> made = m_workspace->createCase(StoreDesk::approvable());
        QVERIFY2(made.ok(), why(made));
        const Result<StoredCase> approved = m_workspace->act(*made, Action::Approve);
        QVERIFY2(approved.ok(), why(approved));
        m_approved = *approved;
    }

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    StoredCase m_approved;
};

} // namespace reviewdesk
