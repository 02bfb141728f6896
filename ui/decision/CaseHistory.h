#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

class QListWidget;

namespace reviewdesk {

/// What was decided on a case and everything that was done to it, newest first. For reading.
class CaseHistory : public Card {
    Q_OBJECT
public:
    explicit CaseHistory(ReviewSession &session, QWidget *parent = nullptr);

    QListWidget *list() const { return m_list; }
    void load();

private:
    void addDetermination();
    void show(const Result<QList<AuditEntry>> &history);

    ReviewSession &m_session;
    QListWidget *m_list;
};

} // namespace reviewdesk
