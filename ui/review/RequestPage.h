#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace reviewdesk {

class CodesField;
class DateField;
class Field;

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

    QLineEdit *addText(QWidget *form, const QString &label, const QStringList &pointers, int row, int column,
        void (RequestPage::*store)());
    DateField *addDate(QWidget *form, const QString &label, const QStringList &pointers, int row, int column,
        void (RequestPage::*store)());
    QComboBox *addChoice(QWidget *form, const QString &label, const QString &pointer, int row, int column,
        const QList<QPair<QString, int>> &entries, void (RequestPage::*store)());
    Field *addField(QWidget *form, Field *field, int row, int column, int columns = 1);

    void load();
    /// When the request came, as typed: day and time in two entries.
    struct Receipt {
        QDateTime at;
        bool isReadable = false; ///< both or neither
        QString dayProblem;
        QString timeProblem;
    };
    Receipt receipt() const;
    void restoreTyped();
    void storeDate(const QString &pointer, const DateField *date);
    void showFindings();
    void storeRequest();
    void storeMember();
    void storeProvider();
    void storeFacility();
    void storeService();

    ReviewSession &m_session;
    bool m_loading = false;
    QList<Field *> m_fields;

    DateField *m_receivedOn = nullptr;
    QLineEdit *m_receivedTime = nullptr;
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
