#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

class QListWidget;

namespace reviewdesk {

class HistoryList;

/// What was decided on a case and everything that was done to it, newest first. For reading.
class CaseHistory : public Card {
    Q_OBJECT
public:
    explicit CaseHistory(ReviewSession &session, QWidget *parent = nullptr);

    QListWidget *list() const; ///< of what was done
    void load();

private:
    void addDetermination();

    ReviewSession &m_session;
    HistoryList *m_history;
};

} // namespace reviewdesk
