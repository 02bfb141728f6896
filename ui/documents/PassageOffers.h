#pragma once

#include "ui/documents/RecordTexts.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace reviewdesk {

class ElidedLink;
class RecordDesk;
class ReviewSession;

/// Beside a question: passages of the record that speak of it, each to be opened, and confirmed by a person. None of
/// them is an answer.
class PassageOffers : public QWidget {
    Q_OBJECT
public:
    PassageOffers(ReviewSession &session, RecordDesk &desk, int fact, QWidget *parent = nullptr);

    /// While `wanted` and there is something to offer.
    void refresh(bool wanted);
    static constexpr int mostRows = 3;
    QList<QPushButton *> confirmButtons() const; ///< those shown

private:
    struct Row {
        QWidget *widget = nullptr;
        ElidedLink *open = nullptr;
        QPushButton *confirm = nullptr;
        FoundPassage passage;
    };
    void makeRows();

    ReviewSession &m_session;
    RecordDesk &m_desk;
    int m_fact;
    bool m_wanted = false;
    QList<Row> m_rows;
    QLabel *m_heading = nullptr;
    QLabel *m_more = nullptr;
};

} // namespace reviewdesk
