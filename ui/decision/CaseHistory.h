#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

class QJsonObject;
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
    QString changeInWords(const QJsonObject &change) const;
    QString entryInWords(const AuditEntry &entry) const;

    ReviewSession &m_session;
    QListWidget *m_list;
};

} // namespace reviewdesk
