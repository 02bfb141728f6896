#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

class QLineEdit;

namespace reviewdesk {

class DateField;

/// The two entries of one instant: the day and the time at which a request came, or a talk took place.
struct ReceiptEntries {
    Q_DECLARE_TR_FUNCTIONS(RequestPage)
public:
    /// As typed, in the plan's zone.
    struct Receipt {
        QDateTime at;
        bool isReadable = false; ///< both or neither
        QString dayProblem;
        QString timeProblem;
    };

    DateField *day = nullptr;
    QLineEdit *time = nullptr;

    void show(const QDateTime &receivedAt) const; ///< in its own zone
    /// `kept`: what the case has; an imported receipt has seconds, which stay while day and minute do.
    Receipt read(const QDateTime &kept, const QTimeZone &zone) const;

private:
    void judgeHalf(Receipt &receipt, bool hasDay, bool hasTime) const;
};

/// "14:30", "1430", "2:30 PM", "2 p.m."; invalid and `problem` set when it is none, unless the text is empty.
QTime timeFromTyped(const QString &text, QString *problem);
/// The form in which a time is typed here, for an empty entry.
QString timePlaceholder();

} // namespace reviewdesk
