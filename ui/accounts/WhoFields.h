#pragma once

#include "store/Workspace.h"

#include <QCoreApplication>

class QFormLayout;
class QLineEdit;
class QWidget;

namespace reviewdesk {

/// The fields that say who somebody is: name, credential, specialty, NPI, state of the licence.
class WhoFields {
    Q_DECLARE_TR_FUNCTIONS(WhoFields)
public:
    WhoFields();
    void addNameTo(QFormLayout &form) const;
    void addRestTo(QFormLayout &form) const;
    void show(const UserAccount &account) const;
    /// Fills the five fields of an account or of what a new one is made of.
    template <typename Who> void fill(Who &who) const
    {
        who.name = text(m_name);
        who.credential = text(m_credential);
        who.specialty = text(m_specialty);
        who.npi = text(m_npi);
        who.licenceState = text(m_state);
    }
    /// The field that an error's place names; null where it is none of these.
    QWidget *at(const QString &place) const;

private:
    static QString text(const QLineEdit *field);

    QLineEdit *m_name;
    QLineEdit *m_credential;
    QLineEdit *m_specialty;
    QLineEdit *m_npi;
    QLineEdit *m_state;
};

} // namespace reviewdesk
