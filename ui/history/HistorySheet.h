#pragma once

#include "store/Workshop.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace reviewdesk {

class HistoryList;

/// Everything that was done to a case, over the page that it is worked on; from its second round on, what changed
/// between rounds too.
class HistorySheet : public QDialog {
    Q_OBJECT
public:
    HistorySheet(Workshop &workshop, const StoredCase &stored, QWidget *parent = nullptr);

    QListWidget *list() const;
    QPushButton *roundsButton() const { return m_rounds; } ///< nullptr: there is one round

private:
    HistoryList *m_history;
    QPushButton *m_rounds = nullptr;
};

} // namespace reviewdesk
