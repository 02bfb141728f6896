#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace reviewdesk {

class ReviewSession;

/// The pack's notes about some facts or recorded items, beside them: readings always in sight, advisories behind one
/// line. Each with its place in the policy.
class NotesBlock : public QWidget {
    Q_OBJECT
public:
    /// `ids`: of facts and recorded items.
    NotesBlock(ReviewSession &session, const QStringList &ids, QWidget *parent = nullptr);

    void refresh();

private:
    ReviewSession &m_session;
    QList<QPair<int, QLabel *>> m_notes; ///< position in the pack's notes
    QPushButton *m_more;
};

} // namespace reviewdesk
