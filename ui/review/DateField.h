#pragma once

#include <QDate>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace reviewdesk {

/// A date typed as yyyy-mm-dd or taken from a calendar. What was typed stays as it is when it is no date; problem()
/// says why.
class DateField : public QWidget {
    Q_OBJECT
public:
    /// `name` is the field's accessible name; the calendar button is called after it.
    explicit DateField(const QString &name, QWidget *parent = nullptr);
    ~DateField() override;

    QDate date() const; ///< invalid while empty, wrong or half typed
    /// The same, but `former` while what is typed cannot be read: a slip does not clear what was right.
    QDate dateOr(const QDate &former) const;
    bool isReadable() const; ///< a date, or nothing
    void setDate(const QDate &date);
    QString problem() const; ///< empty while empty or right
    QLineEdit *lineEdit() const { return m_edit; }

Q_SIGNALS:
    void edited(); ///< by a person

private:
    void openCalendar();

    QLineEdit *m_edit;
    QToolButton *m_button;
};

/// The same rule for a text that comes from elsewhere: the date, or invalid and `problem` set unless the text is empty.
QDate dateFromTyped(const QString &text, QString *problem);

} // namespace reviewdesk
