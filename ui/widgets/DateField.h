#pragma once

#include <QDate>
#include <QLocale>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace reviewdesk {

/// A date typed or taken from a calendar, shown as the locale writes it. Typed otherwise than as yyyy-mm-dd, the day that
/// was understood stands under it in words. What was typed stays as it is when it is no date; problem() says why.
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
    /// What a draft keeps of the field: the day as yyyy-mm-dd, which is the same day in any language, or a slip as typed.
    QString kept() const;
    void showKept(const QString &text);
    QString problem() const; ///< to be said at the field; empty while empty, right, or still being typed
    /// Why nothing may be done with what stands here: as problem(), and of what is half typed too, for a key can press
    /// a button while the cursor is here.
    QString refusal() const;
    QLineEdit *lineEdit() const { return m_edit; }

Q_SIGNALS:
    void edited(); ///< by a person

private:
    void openCalendar();
    void showUnderstood();
    void sayUnderstood(const QDate &read);

    QLineEdit *m_edit;
    QToolButton *m_button;
    QLabel *m_understood;
};

/// The date, or invalid and `problem` set unless the text is empty. Besides yyyy-mm-dd and yyyymmdd: figures with a year
/// of four digits in the order of the locale ("11/9/2026"), in the other order where only that is a day, and with the
/// month's name in its language or English ("9 Nov 2026", "Nov 9, 2026"). What could be two days is refused.
QDate dateFromTyped(const QString &text, QString *problem, const QLocale &locale = QLocale());

/// A day as the field shows it: as the locale writes it in figures, with the whole year ("11/9/2026", "9/11/2026"), where
/// it would be read back; otherwise as yyyy-mm-dd.
QString shownDate(const QDate &date, const QLocale &locale = QLocale());

} // namespace reviewdesk
