#pragma once

#include "store/Workshop.h"

#include <QWidget>

class QListWidget;

namespace reviewdesk {

/// Everything that was done to a case, newest first: when, who, what, each change with its before and after. For
/// reading; what a row has no room for is in its tooltip, and a screen reader gets it whole.
class HistoryList : public QWidget {
    Q_OBJECT
public:
    HistoryList(Workshop &workshop, const QString &caseId, QWidget *parent = nullptr);

    QListWidget *list() const { return m_list; }
    void load();

private:
    void show(const Result<QList<AuditEntry>> &history);
    void addStep(const AuditEntry &entry);

    Workshop &m_workshop;
    std::shared_ptr<const Rulebook> m_rulebook; ///< an answer may come after the lock
    QString m_caseId;
    QListWidget *m_list;
};

} // namespace reviewdesk
