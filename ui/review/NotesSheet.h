#pragma once

#include "store/Workshop.h"
#include "ui/review/ReceiptEntries.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace reviewdesk {

class DateField;
class Notice;

/// What was said about a case beside its answers: remarks, talks with the provider, questions to another physician and
/// whose it is; and room to say more, as far as the workflow lets this person. Emits changed() after each.
class NotesSheet : public QDialog {
    Q_OBJECT
public:
    NotesSheet(Workshop &workshop, const StoredCase &stored, const Clock &clock, QWidget *parent = nullptr);

    QListWidget *list() const { return m_list; }
    QPlainTextEdit *remark() const { return m_remark; }
    QPushButton *addButton() const { return m_add; }
    QComboBox *people() const { return m_people; } ///< nullptr: this person assigns nothing
    QPushButton *assignButton() const { return m_assign; }
    QComboBox *outcome() const { return m_outcome; } ///< of a talk; nullptr: no talk is recorded from here
    DateField *talkDay() const { return m_when.day; }
    QLineEdit *talkTime() const { return m_when.time; }
    QPlainTextEdit *talkWords() const { return m_talkWords; }
    QPushButton *talkButton() const { return m_record; }
    Notice *notice() const { return m_notice; }
    void reject() override; ///< asks where something is typed and not added

Q_SIGNALS:
    void changed();

private:
    bool may(Action action) const;
    QWidget *makeRemark();
    QWidget *makeTalk();
    QWidget *makeWhen();
    QDateTime talkedAt() const; ///< UTC; invalid while it cannot be read
    void whenTyped();
    void showNow();
    QWidget *makeAssignment();
    void load();
    void showNotes(const QList<CaseNote> &notes);
    void listPeople(const QList<UserAccount> &users);
    void addRemark();
    void recordTalk();
    void assign();
    void refresh();
    template <typename Job, typename Done> void say(Job job, Done done);

    Workshop &m_workshop;
    StoredCase m_stored;
    const Clock &m_clock;
    QTimeZone m_zone;
    Role m_role;
    bool m_busy = false;
    QListWidget *m_list;
    QLabel *m_nothing; ///< in its place
    Notice *m_notice;
    QPlainTextEdit *m_remark = nullptr;
    QPushButton *m_add = nullptr;
    QComboBox *m_people = nullptr;
    QPushButton *m_assign = nullptr;
    QComboBox *m_outcome = nullptr;
    QLineEdit *m_with = nullptr;
    ReceiptEntries m_when; ///< the talk took place
    bool m_whenTyped = false; ///< otherwise it is now
    QLabel *m_whenProblem = nullptr;
    QPlainTextEdit *m_talkWords = nullptr;
    QPushButton *m_record = nullptr;
};

/// "24 Nov 2026 09:12, Kim Example, to Ned: words" without the words.
QString noteHeading(const CaseNote &note, const QTimeZone &zone);

} // namespace reviewdesk
