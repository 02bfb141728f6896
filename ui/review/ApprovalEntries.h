#pragma once

#include "cases/ApprovalDates.h"

#include <QWidget>

class QLineEdit;

namespace reviewdesk {

class DateField;
class Field;

/// What an approval may say besides: its authorization number and how long it is valid. All may be left empty.
class ApprovalEntries : public QWidget {
    Q_OBJECT
public:
    explicit ApprovalEntries(QWidget *parent = nullptr);

    void load(const Determination &words);
    void store(Determination &words) const; ///< a date that cannot be read leaves what was there
    void showDefaults(const ApprovalDates &dates); ///< what is taken where a date is left empty
    QString refusal() const; ///< why a date cannot be read; empty: all can
    QLineEdit *authorization() const { return m_authorization; }
    DateField *validFrom() const { return m_validFrom; }
    DateField *validTo() const { return m_validTo; }

Q_SIGNALS:
    void edited(); ///< by a person

private:
    QLineEdit *m_authorization;
    DateField *m_validFrom;
    DateField *m_validTo;
    Field *m_fromField;
    Field *m_toField;
    ApprovalDates m_defaults;
};

} // namespace reviewdesk
