#pragma once

#include "StoreDesk.h"

#include <QTest>

namespace reviewdesk {

/// A standard request before the service, of this line of business.
inline ReviewCase standardOf(LineOfBusiness line, ReviewCase content = StoreDesk::approvable())
{
    content.request.lineOfBusiness = line;
    content.request.urgency = Urgency::Standard;
    content.request.timing = Timing::PreService;
    return content;
}

/// A workspace and who sits at it, where cases go from step to step and are due at some time.
class ClockDesk {
protected:
    /// As who made it, sam.
    void sitDown()
    {
        m_workspace.reset();
        m_desk = std::make_unique<StoreDesk>();
        m_workspace = m_desk->made();
    }
    void signIn(const char *login) { require(m_workspace->signInAs(QString::fromLatin1(login), login).ok()); }

    /// nora's, received when it is made, in Idaho, where no rule but the line's own fits.
    StoredCase madeInIdaho(LineOfBusiness line, const ReviewCase &answers)
    {
        signIn("nora");
        ReviewCase content = standardOf(line, answers);
        content.request.state = QStringLiteral("ID");
        content.request.receivedAt = m_desk->clock.now();
        const Result<StoredCase> stored = m_workspace->createCase(content);
        require(stored.ok());
        return *stored;
    }

    /// Somebody takes a step, with words where one is needed.
    Result<StoredCase> acted(const char *login, const QString &id, Action action, const QString &comment = QStringLiteral("why"))
    {
        signIn(login);
        Result<StoredCase> current = m_workspace->loadCase(id);
        require(current.ok());
        current->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
        return m_workspace->act(*current, action, comment);
    }

    /// As the worklist and the report have it; the case itself says the same, or there is none.
    QDateTime dueOf(const QString &caseId) const
    {
        const Result<StoredCase> stored = m_workspace->loadCase(caseId);
        const QDateTime due = stored ? viewOf(stored->reviewCase, *StoreDesk::rulebook(), stored->clock).dueAt() : QDateTime();
        const std::unique_ptr<Database> database = m_desk->database();
        const Result<Database::Row> row = database->row(QStringLiteral("SELECT due_at FROM cases WHERE id = ?"), {caseId});
        const Result<Database::Row> counted = database->row(
            QStringLiteral("SELECT due_at FROM round_facts WHERE case_id = ? ORDER BY round DESC LIMIT 1"), {caseId});
        const bool same = row && counted && row->at(0) == counted->at(0) && row->at(0).toLongLong() == due.toMSecsSinceEpoch();
        return same ? due : QDateTime();
    }
    QDate dueDay(const QString &caseId) const { return dueOf(caseId).toTimeZone(StoreDesk::rulebook()->zone).date(); }

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace reviewdesk
