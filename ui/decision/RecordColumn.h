#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

class QGridLayout;

namespace reviewdesk {

/// What the record shows: each answer with its source, what is recorded besides, the request, and the nurse's note. For
/// reading.
class RecordColumn : public Card {
    Q_OBJECT
public:
    explicit RecordColumn(const ReviewSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void sourceWanted(int fact); ///< to its page in the record

private:
    /// `decides`: the outcome rests on it; `fact`: whose source can be opened, -1: none.
    void addRow(
        const QString &label, const QString &value, const QString &source = {}, bool decides = false, int fact = -1);
    void addFacts();
    void addRecorded();
    void addRequest();

    const ReviewSession &m_session;
    QGridLayout *m_grid;
    int m_row = 0;
};

/// "No disease outside the liver · ECOG 1 · FOLFOX: progressed": the recorded items in one line.
QString recordedInWords(const ReviewCase &reviewCase, const Policy &policy);

} // namespace reviewdesk
