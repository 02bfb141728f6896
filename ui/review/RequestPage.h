#pragma once

#include "ui/review/ReceiptEntries.h"
#include "ui/review/RequestForm.h"
#include "ui/review/ReviewSession.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace reviewdesk {

class CodesField;
class DateField;
class Notice;

/// The first page: receipt, plan, member, provider, facility and service, checked as they are typed. Nothing typed is
/// ever changed; what cannot be read stays where it is with the reason under it, and the case keeps what it had.
class RequestPage : public QWidget {
    Q_OBJECT
public:
    explicit RequestPage(ReviewSession &session, QWidget *parent = nullptr);
    ~RequestPage() override;

    /// Puts the cursor into the entry that holds a member of the case file ("/provider/npi"); false: none does.
    bool showField(const QString &pointer);
    Field *field(const QString &pointer) const; ///< nullptr when there is none
    void focusFirst();

private:
    QWidget *receiptCard();
    QWidget *memberCard();
    QWidget *providerCard();
    QWidget *serviceCard();

    void load();
    ReceiptEntries::Receipt receipt() const;
    void restoreTyped();
    void storeDate(const QString &pointer, const DateField *date);
    void showFindings();
    void showSent();
    void showMessage();
    void storeRequest();
    void storeMember();
    void storeProvider();
    void storeFacility();
    void storeService();

    ReviewSession &m_session;
    bool m_loading = false;
    RequestForm m_form;
    Notice *m_sentNotice;
    QPushButton *m_whatWasSent;

    ReceiptEntries m_received;
    QComboBox *m_channel = nullptr;
    QComboBox *m_urgency = nullptr;
    QComboBox *m_timing = nullptr;
    QComboBox *m_lineOfBusiness = nullptr;
    QComboBox *m_state = nullptr;
    QLineEdit *m_memberName = nullptr;
    DateField *m_birthDate = nullptr;
    QLineEdit *m_memberId = nullptr;
    QLineEdit *m_group = nullptr;
    QLineEdit *m_plan = nullptr;
    QLineEdit *m_language = nullptr;
    QPlainTextEdit *m_memberAddress = nullptr;
    QLineEdit *m_providerName = nullptr;
    QLineEdit *m_providerNpi = nullptr;
    QLineEdit *m_providerPhone = nullptr;
    QLineEdit *m_providerFax = nullptr;
    QPlainTextEdit *m_providerAddress = nullptr;
    QLineEdit *m_facilityName = nullptr;
    QLineEdit *m_facilityNpi = nullptr;
    CodesField *m_procedureCodes = nullptr;
    CodesField *m_diagnosisCodes = nullptr;
    DateField *m_plannedOn = nullptr;
};

} // namespace reviewdesk
