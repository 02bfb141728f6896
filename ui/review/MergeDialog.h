#pragma once

#include "cases/CaseMerge.h"
#include "ui/review/ReviewSession.h"

#include <QDialog>
#include <QList>

class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace reviewdesk {

class Notice;

/// The draft on the screen beside what somebody else saved meanwhile, field by field: what I entered, what is kept now,
/// by whom and when; one of the two is chosen for each. Nothing is written before it is confirmed.
class MergeDialog : public QDialog {
    Q_OBJECT
public:
    /// While the session is stale and knows what is kept. Where the case may not be edited any more, the two are only
    /// shown.
    explicit MergeDialog(ReviewSession &session, QWidget *parent);

    struct Choice {
        QString thing; ///< as in MergeConflict
        QRadioButton *mine;
        QRadioButton *kept;
    };
    const QList<Choice> &choices() const { return m_choices; }
    QPushButton *saveButton() const { return m_save; } ///< nullptr where nothing can be saved

private:
    QWidget *makeRow(const MergeConflict &conflict, bool mayChoose);
    QWidget *makeSide(QRadioButton *choice, const QString &value);
    void addTaken(QVBoxLayout *column, const QStringList &things, const QString &words);
    void chooseAll(bool mine);
    void save();
    QString headWords() const;
    QString whenWords(const QDateTime &at) const;

    ReviewSession &m_session;
    KeptMeanwhile m_kept; ///< what the merge was made from: another, later one is asked about anew
    CaseMerge m_merge;
    QList<Choice> m_choices;
    Notice *m_problem;
    QPushButton *m_save = nullptr;
};

} // namespace reviewdesk
