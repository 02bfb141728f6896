#pragma once

#include "cases/ReviewCase.h"
#include "ui/review/ReceiptEntries.h"

#include <QWidget>

class QComboBox;
class QJsonObject;

namespace reviewdesk {

/// What is said with an appeal: when it was received, from when its time runs, and how urgent it is. Now, and as urgent as
/// the request was, until somebody says otherwise.
class AppealEntries : public QWidget {
    Q_OBJECT
public:
    AppealEntries(const Request &request, const QDateTime &now, const QTimeZone &zone, QWidget *parent = nullptr);

    /// The request with what is said here; its receipt invalid while that cannot be read.
    Request said(Request request) const;
    /// Why the appeal cannot be entered so, of what was decided at `decided`; empty: it can.
    QString refusal(const QDateTime &decided, const QDateTime &now) const;
    void keep(QJsonObject &entries) const; ///< what somebody entered, a slip as typed; nothing: nobody did
    void restore(const QJsonObject &entries);
    const ReceiptEntries &receipt() const { return m_receipt; }
    QComboBox *urgency() const { return m_urgency; }

Q_SIGNALS:
    void edited();

private:
    const QTimeZone m_zone;
    const QDateTime m_now; ///< as shown until another is typed; in the plan's zone
    const Urgency m_usual;
    ReceiptEntries m_receipt;
    QComboBox *m_urgency;
    QString m_shownTime;
};

} // namespace reviewdesk
