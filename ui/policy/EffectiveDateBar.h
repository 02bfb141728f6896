#pragma once

#include "cases/Rulebook.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace reviewdesk {

class DateField;

/// From when a version of the policy is effective, and for supervisors the way to enter it: where the policy states no
/// day itself. It asks for the change; who made it puts in what is kept then.
class EffectiveDateBar : public QWidget {
    Q_OBJECT
public:
    explicit EffectiveDateBar(QWidget *parent = nullptr);

    /// `editable`: the person may enter it, and the version is one that the program has.
    void setVersion(const Policy &pack, const PlanTerms &terms, bool editable);
    QString words() const; ///< what stands there
    DateField *field() const { return m_field; }
    QPushButton *enterButton() const { return m_enter; }
    QPushButton *takeBackButton() const { return m_takeBack; }

Q_SIGNALS:
    void wanted(const QString &policyId, const QString &version, const QDate &from); ///< invalid: not stated again

private:
    void enter();

    QLabel *m_words;
    QLabel *m_problem;
    QWidget *m_entry; ///< caption, field and button
    DateField *m_field;
    QPushButton *m_enter;
    QPushButton *m_takeBack;
    QString m_policyId;
    QString m_version;
    QDate m_entered; ///< as it was last shown
};

} // namespace reviewdesk
