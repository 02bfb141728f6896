#include "ui/accounts/WhoFields.h"

#include "ui/widgets/TypedText.h"

#include <QFormLayout>
#include <QLineEdit>

namespace reviewdesk {

WhoFields::WhoFields()
    : m_name(new QLineEdit), m_credential(new QLineEdit), m_specialty(new QLineEdit), m_npi(new QLineEdit), m_state(new QLineEdit)
{
}

void WhoFields::addNameTo(QFormLayout &form) const
{
    form.addRow(tr("&Name, as in letters"), m_name);
}

void WhoFields::addRestTo(QFormLayout &form) const
{
    form.addRow(tr("&Credential"), m_credential);
    form.addRow(tr("Sp&ecialty"), m_specialty);
    form.addRow(tr("NP&I"), m_npi);
    form.addRow(tr("&License state"), m_state);
}

void WhoFields::show(const UserAccount &account) const
{
    TypedText::show(m_name, account.name);
    TypedText::show(m_credential, account.credential);
    TypedText::show(m_specialty, account.specialty);
    TypedText::show(m_npi, account.npi);
    TypedText::show(m_state, account.licenceState);
}

QWidget *WhoFields::at(const QString &place) const
{
    return place == QLatin1String("/name") ? m_name : place == QLatin1String("/npi") ? m_npi : nullptr;
}

QString WhoFields::text(const QLineEdit *field)
{
    return field->text().trimmed();
}

} // namespace reviewdesk
